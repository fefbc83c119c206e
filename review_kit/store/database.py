"""What a place to keep things must offer, whichever of the two it is: a file of this machine, or a server."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Protocol

NEWER = "What is kept in {where} was kept by a newer review kit. Install that one; nothing was changed."
TRACES = ("What you removed is shown nowhere any more, but {where} is in use and could not be cleared of its traces. "
          "Close other windows of the kit; we try again whenever something is kept.")


class Cursor(Protocol):
    """What a statement found."""

    @property
    def rowcount(self) -> int:
        """How many rows it changed."""
        ...

    def fetchone(self) -> Any:
        """The next row; None where there is no more."""
        ...

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        ...


class Connection(Protocol):
    """One transaction under way. No other writes meanwhile: what it reads stays true until it ends."""

    def execute(self, statement: str, values: Sequence[Any] = (), /) -> Cursor:
        """Run one statement; `?` stands for each value."""
        ...


class Database(Protocol):
    """Where things are kept."""

    @property
    def where(self) -> str:
        """The place in words for a person; no password is in it."""
        ...

    def is_there(self) -> bool:
        """Whether anything was kept yet.

        Raises:
            StoreError: a server does not answer.
        """
        ...

    def open(self) -> AbstractContextManager[Connection]:
        """One transaction: all of it is on the disk when the `with` ends, or none.

        Raises:
            StoreError: it cannot be read or written; the sentence says what to do.
        """
        ...

    def rows(self, question: str, values: Sequence[Any] = (), /) -> list[Any]:
        """What a question finds; nothing where nothing was kept yet.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def undo(self, table: str, ids: Iterable[str], *, today: date) -> int:
        """Mark rows as undone on a day, all of them or none; says how many were not undone already.

        Raises:
            StoreError: it could not be kept.
        """
        ...

    def scour(self) -> None:
        """Leave nothing behind, in any corner of the store, of what was removed.

        Raises:
            StoreError: it could not be done now.
        """
        ...

    def stamp(self) -> object:
        """What changes whenever something was kept; None where nothing was kept yet.

        Raises:
            StoreError: a server does not answer.
        """
        ...


def undone(database: Connection, table: str, ids: Iterable[str], today: date) -> int:
    """Mark rows as undone inside a transaction; says how many were not undone already."""
    return sum(database.execute(f"UPDATE {table} SET undone_on = ? WHERE id = ? AND undone_on = ''",  # noqa: S608
                                (today.isoformat(), each)).rowcount for each in ids)


def count_change(database: Connection) -> bool:
    """Count one change more; says whether what was removed earlier must still be scoured."""
    database.execute("UPDATE upkeep SET changes = changes + 1")
    return bool(database.execute("SELECT to_scour FROM upkeep").fetchone()[0])


def must_scour(database: Connection) -> None:
    """Remember inside a transaction that words were removed whose bytes may still stand somewhere."""
    database.execute("UPDATE upkeep SET to_scour = 1")
