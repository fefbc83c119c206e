"""One SQLite file, safe against power loss; later kits read what this one wrote."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from review_kit.errors import StoreError

BUSY_SECONDS = 5.0
"""How long a write waits for another one, such as that of a second window."""


class StoreFile:
    """The file. Each use opens it, does one thing whole, and closes it again."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def is_there(self) -> bool:
        """Whether anything was kept yet; a place that cannot be looked at is opened, which says why in a sentence."""
        try:
            return self.path.exists()
        except OSError:
            return True

    @property
    def where(self) -> str:
        """See `Database.where`."""
        return str(self.path)

    def stamp(self) -> object:
        """See `Database.stamp`."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def rows(self, question: str, values: Sequence[Any] = (), /) -> list[Any]:
        """See `Database.rows`: a store is not made for a question."""
        if not self.is_there():
            return []
        with self.open() as database:
            return database.execute(question, values).fetchall()

    def scour(self) -> None:
        """See `Database.scour`: the file is written anew, without the pages that nothing stands on any more."""
        if not self.is_there():
            return
        with self._told(), closing(self._connected()) as database:
            database.execute("VACUUM")

    def undo(self, table: str, ids: Iterable[str], *, today: date) -> int:
        """Mark rows as undone on a day, all of them or none; says how many were not undone already.

        Raises:
            StoreError: it could not be kept.
        """
        with self.open() as database:
            return sum(database.execute(f"UPDATE {table} SET undone_on = ? WHERE id = ? AND undone_on = ''",  # noqa: S608
                                        (today.isoformat(), each)).rowcount for each in ids)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk when the `with` ends, or none.

        Raises:
            StoreError: it cannot be read or written, or a newer kit wrote it; the sentence says what to do.
        """
        with self._told():
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.path.touch(mode=0o600)  # nobody else's to read, wherever it stands
            with closing(self._connected()) as database:
                database.execute("BEGIN IMMEDIATE")
                _migrate(database)
                yield database
                database.execute("COMMIT")

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _refuse_newer(database, self.path)
            _set_up(database)
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What fails inside is told in a sentence."""
        try:
            yield
        except (OSError, sqlite3.Error, UnicodeError) as error:
            raise StoreError(
                f"What is kept in {self.path} could not be read or added to ({_why(error)}). Nothing in it was "
                "changed. Close other windows of the kit, see that the disk is not full, and try again."
            ) from error


def _why(error: Exception) -> str:
    """The cause, without the words that somebody typed."""
    return "it holds signs that cannot be kept" if isinstance(error, UnicodeError) else str(error)


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(database: sqlite3.Connection, path: Path) -> None:
    if _version(database) > len(_migrations()):
        raise StoreError(f"What is kept in {path} was kept by a newer review kit. Install that one; nothing was "
                         "changed.")


def _set_up(database: sqlite3.Connection) -> None:
    """Safe against power loss, and nothing left behind of what is removed.

    A rollback journal rather than a write-ahead log: one file, and no second place where removed words stay.
    """
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("PRAGMA synchronous = EXTRA")
    database.execute("PRAGMA secure_delete = ON")


@cache
def _migrations() -> tuple[str, ...]:
    """The numbered steps from nothing to this kit's version; read once, for the store is opened at every press."""
    steps = (entry for entry in files("review_kit.store").joinpath("migrations").iterdir()
             if entry.name.endswith(".sql"))
    return tuple(step.read_text(encoding="utf-8") for step in sorted(steps, key=lambda entry: entry.name))


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
