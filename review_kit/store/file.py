"""One SQLite file, safe against power loss; later kits read what this one wrote."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from review_kit.errors import StoreError
from review_kit.store.database import NEWER, TRACES, count_change, undone
from review_kit.store.versions import migrations, steps_after

BUSY_SECONDS = 5.0
"""How long a write waits for another one, such as that of a second window."""


FAILED = ("What is kept in {where} could not be read or added to ({why}). Nothing in it was changed. Close other "
          "windows of the kit, see that the disk is not full, and try again.")


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
        """See `Database.stamp`. The file's time alone would not do: two changes may fall into one tick of the clock."""
        try:
            found = self.path.stat()
        except (OSError, ValueError):  # not there, or no path that a system could have
            return None
        return self._changes(), found.st_mtime_ns, found.st_size

    def _changes(self) -> int | None:
        """How many changes were counted; None in a file that is none of ours, or an older kit's."""
        address = f"{self.path.absolute().as_uri()}?mode=rw"  # makes no file where there is none
        try:
            with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as database:
                return int(database.execute("SELECT changes FROM upkeep").fetchone()[0])
        except sqlite3.Error:
            return None

    def rows(self, question: str, values: Sequence[Any] = (), /) -> list[Any]:
        """See `Database.rows`: a store is not made for a question."""
        if not self.is_there():
            return []
        with self._transaction() as database:
            return database.execute(question, values).fetchall()

    def undo(self, table: str, ids: Iterable[str], *, today: date) -> int:
        """See `Database.undo`."""
        with self.open() as database:
            return undone(database, table, ids, today)

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """See `Database.open`."""
        with self._transaction() as database:
            due = count_change(database)
            yield database
        if due:
            self._scour_if_it_can_be()

    def scour(self) -> None:
        """See `Database.scour`: the file is written anew, without the pages that nothing stands on any more.

        Zeros over what is deleted are not enough: SQLite leaves copies behind where rows moved from page to page.
        """
        if self.is_there():
            self._scour(wait=BUSY_SECONDS)

    def _scour_if_it_can_be(self) -> None:
        """What was not done when it should have been: the kit was ended then, or another window was in the way."""
        with suppress(StoreError):
            self._scour(wait=0.0)

    def _scour(self, *, wait: float) -> None:
        with self._told(TRACES), closing(self._connected(wait)) as database:
            before = database.execute("SELECT changes FROM upkeep").fetchone()
            database.execute("VACUUM")
            database.execute("UPDATE upkeep SET to_scour = 0 WHERE changes = ?", before)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._told(FAILED):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with suppress(FileExistsError):
                self.path.touch(mode=0o600, exist_ok=False)  # nobody else's to read, wherever it stands
            with closing(self._connected(BUSY_SECONDS)) as database:
                database.execute("BEGIN IMMEDIATE")
                was_older = _migrate(database)
                yield database
                database.execute("COMMIT")
        if was_older:
            self._scour_if_it_can_be()

    def _connected(self, wait: float) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, timeout=wait, isolation_level=None)
        try:
            if _version(database) > len(migrations()):
                raise StoreError(NEWER.format(where=self.where))
            _set_up(database)
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def _told(self, sentence: str) -> Iterator[None]:
        """What fails inside is told in a sentence; what somebody typed goes no further with the error."""
        try:
            yield
        except (OSError, sqlite3.Error, UnicodeError, OverflowError) as error:
            raise StoreError(sentence.format(where=self.where, why=_why(error))) from None


def _why(error: Exception) -> str:
    """The cause, without the words that somebody typed."""
    if isinstance(error, UnicodeError | OverflowError):
        return "it holds signs or numbers that cannot be kept"
    return str(error)


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _set_up(database: sqlite3.Connection) -> None:
    """Safe against power loss, and nothing left behind of what is removed.

    A rollback journal rather than a write-ahead log: one file, and no second place where removed words stay. What
    SQLite needs for a moment stays in memory.
    """
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("PRAGMA synchronous = EXTRA")
    database.execute("PRAGMA secure_delete = ON")
    database.execute("PRAGMA temp_store = MEMORY")


def _migrate(database: sqlite3.Connection) -> bool:
    """Bring the file to this kit's version, one step after the other, inside the transaction.

    Returns:
        Whether it holds what an older kit kept, and may have left in its corners.
    """
    before = _version(database)
    for number, statements in steps_after(before):
        for statement in statements:
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {number}")
    return 0 < before < len(migrations())
