"""OUTSIDE: comments on this machine's own disk, in SQLite; later kits read what this one wrote.

A comment is on the disk before `add` returns. What is removed is overwritten with zeros. The file is kept outside the
repository and outside folders that are copied to a cloud service.
"""

import os
import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path

from review_kit.errors import StoreError
from review_kit.model import Comment

STORE_FILE = "store.sqlite3"
BUSY_SECONDS = 5.0
"""How long a write waits for another one, such as that of a second window."""
_ATTEMPT = re.compile(r"[0-9a-f-]{16,40}")
COLUMNS = "number, id, service_key, service, said, recorded_on"


def default_path(state: Path) -> Path:
    """Where comments are kept: in the kit's own folder, unless REVIEW_KIT_STORE names another file.

    Raises:
        StoreError: REVIEW_KIT_STORE names a database server, which this version does not know.
    """
    named = os.environ.get("REVIEW_KIT_STORE", "")
    if "://" in named:
        raise StoreError("This version keeps comments in a file only, and REVIEW_KIT_STORE holds an address. "
                         "Set it to a file's path, or take it away.")
    return Path(named).expanduser() if named else state / STORE_FILE


class Store:
    """The comments of one file. Each call opens it, does one thing whole, and closes it again."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, *, service_key: str, service: str, said: str, today: date, attempt: str = "") -> Comment:
        """Keep one comment; when this returns, it is on the disk.

        Args:
            service_key: the entry that it is about.
            service: the entry's title today.
            said: the words, which must not be blank.
            today: the day; the time is not kept.
            attempt: names this try to save; the same words of the same try are kept once, however often it is asked.

        Raises:
            StoreError: it could not be kept; the sentence says why.
        """
        if not said.strip():
            raise StoreError("Nothing was kept: a comment needs words.")
        name = attempt if _ATTEMPT.fullmatch(attempt) else secrets.token_hex(8)
        with self._open() as database:
            database.execute(
                "INSERT INTO comment (id, service_key, service, said, recorded_on) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO NOTHING", (name, service_key, service, said, today.isoformat()))
            row = database.execute(f"SELECT {COLUMNS} FROM comment WHERE id = ?", (name,)).fetchone()  # noqa: S608
        return Comment(*row)

    def comments(self) -> tuple[Comment, ...]:
        """Every comment, the newest first; none where there is no store yet.

        Raises:
            StoreError: the store cannot be read.
        """
        if not _is_there(self.path):
            return ()
        with self._open() as database:
            rows = database.execute(f"SELECT {COLUMNS} FROM comment ORDER BY number DESC").fetchall()  # noqa: S608
        return tuple(Comment(*row) for row in rows)

    def remove(self, comment_id: str) -> bool:
        """Remove a comment for good, its bytes too. Says whether it was there.

        Raises:
            StoreError: it could not be removed.
        """
        with self._open() as database:
            return database.execute("DELETE FROM comment WHERE id = ?", (comment_id,)).rowcount > 0

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or none."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.path.touch(mode=0o600)  # nobody else's to read, wherever it stands
            with closing(sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)) as database:
                _refuse_newer(database, self.path)
                _set_up(database)
                database.execute("BEGIN IMMEDIATE")
                _migrate(database)
                yield database
                database.execute("COMMIT")
        except (OSError, sqlite3.Error, UnicodeError) as error:
            raise StoreError(
                f"The comments in {self.path} could not be read or kept ({_why(error)}). Nothing that was saved before "
                "is lost. Close other windows of the kit, see that the disk is not full, and try again.") from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # not ours to look at: opening it says so in a sentence
        return True


def _why(error: Exception) -> str:
    """The cause, without the words that somebody typed."""
    return "it holds signs that cannot be kept" if isinstance(error, UnicodeError) else str(error)


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(database: sqlite3.Connection, path: Path) -> None:
    if _version(database) > len(_migrations()):
        raise StoreError(
            f"The comments in {path} were kept by a newer review kit. Install that one; nothing was changed.")


def _set_up(database: sqlite3.Connection) -> None:
    """Safe against power loss, and nothing left behind of what is removed.

    A rollback journal rather than a write-ahead log: one file, and no second place where removed words stay.
    """
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("PRAGMA synchronous = EXTRA")
    database.execute("PRAGMA secure_delete = ON")


def _migrations() -> list[str]:
    """The numbered steps from nothing to this kit's version."""
    steps = (entry for entry in files("review_kit.store").joinpath("migrations").iterdir()
             if entry.name.endswith(".sql"))
    return [step.read_text(encoding="utf-8") for step in sorted(steps, key=lambda entry: entry.name)]


def _migrate(database: sqlite3.Connection) -> None:
    """Bring the file to this kit's version, one step after the other, inside the transaction."""
    version = _version(database)
    for number, step in enumerate(_migrations()[version:], start=version + 1):
        for statement in _statements(step):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {number}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: `executescript` would end the transaction that holds them together."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
