"""A throw-away PostgreSQL of the tests' own: begun with the first test that asks, ended with the last."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

USER, PASSWORD = "lead", "s3cr3t of the tests"
IN_URL = "lead:s3cr3t%20of%20the%20tests"
START_SECONDS = 30.0
WITH_ICU = 150_000
"""PostgreSQL 15 is the first that can make such databases."""
_NUMBERS = count()


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`, the newest where there are several; None where there is none."""
    if sys.platform == "win32":  # the tests end it by signals that Windows does not have
        return None
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    named = shutil.which("initdb")
    return found[-1].parent if found else Path(named).resolve().parent if named else None


class Server:
    """A running server on loopback."""

    def __init__(self, folder: Path, port: int, process: subprocess.Popen[bytes]) -> None:
        self.folder, self.port, self.process = folder, port, process
        self._emptied = ""

    def url(self, database: str = "postgres", *, user: str = IN_URL) -> str:
        """The address of a database."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def new(self) -> str:
        """The address of a database that was made this moment, holds nothing, and sorts as people here do."""
        name = f"kept_{next(_NUMBERS)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            sorting = "LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'" if connection.info.server_version >= WITH_ICU else ""
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 {sorting}".encode())
        return self.url(name)

    def emptied(self) -> str:
        """The address of a database that holds nothing any more: to make a new one for each test takes far longer."""
        self._emptied = self._emptied or self.new()
        self.ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC",
                 self._emptied)
        return self._emptied

    def ask(self, statement: str, url: str = "") -> list[tuple[object, ...]]:
        """Run a statement by hand, apart from the kit."""
        with psycopg.connect(url or self.url(), autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def log(self) -> str:
        """What the server wrote down."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")


@contextmanager
def served(programs: Path) -> Iterator[Server]:
    """A new server, whose files are gone when it ends; nothing of it waits for the disk."""
    folder = Path(tempfile.mkdtemp(prefix="review-kit-postgres-"))
    try:
        _laid_out(programs, folder)
        process, port = _begun(programs, folder)
        try:
            yield Server(folder, port, process)
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nothing of it is needed again
            process.wait(START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _someone(folder: Path) -> dict[str, object]:
    """PostgreSQL refuses to run as root: what a root's process must be begun with, in a folder that is theirs."""
    if os.getuid():
        return {"cwd": folder}
    shutil.chown(folder, "postgres", "postgres")
    return {"cwd": folder, "user": "postgres", "group": "postgres", "extra_groups": ()}


def _laid_out(programs: Path, folder: Path) -> None:
    word = folder / "word"
    word.write_text(PASSWORD, encoding="utf-8")
    subprocess.run(
        [programs / "initdb", "--pgdata", folder / "data", "--username", USER, "--pwfile", word, "--encoding", "UTF8",
         "--locale", "C.UTF-8", "--auth", "scram-sha-256", "--no-sync"],
        check=True, capture_output=True, **_someone(folder))  # type: ignore[call-overload]


def _begun(programs: Path, folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = int(taken.getsockname()[1])
    options = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": "", "fsync": "off",
               "full_page_writes": "off", "shared_buffers": "16MB", "max_connections": 40,
               "autovacuum": "off", "wal_level": "minimal", "max_wal_senders": 0}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [programs / "postgres", "-D", folder / "data", *(f"--{key}={value}" for key, value in options.items())],
            stdout=log, stderr=log, **_someone(folder))  # type: ignore[call-overload]
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(f"postgresql://{IN_URL}@127.0.0.1:{port}/postgres", connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return process, port
    process.kill()
    raise RuntimeError((folder / "log").read_text(encoding="utf-8"))
