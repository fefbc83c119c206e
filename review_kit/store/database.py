"""What a place to keep things must offer, whichever of the two it is: a file of this machine, or a server."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Protocol


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
    """One transaction under way."""

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
        """Whether anything was kept yet."""
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
        """What changes whenever something was kept; None where nothing was kept yet."""
        ...
