"""Handing on what forums said: from one laptop to another, to a backup, and out of the kit for good."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from review_kit.errors import StoreError
from review_kit.model import Exchange, Hearing, Tombstone, View
from review_kit.store import responses, sessions, views
from review_kit.store.codes import mark_of
from review_kit.store.database import Connection, Database


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, in numbers."""

    views_added: int = 0
    views_changed: int = 0
    views_removed: int = 0
    sessions_added: int = 0


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that the kit wrote and that holds views. `kind` says what it is."""

    path: str
    kind: str
    on: str


class ForumExchange:
    """What goes in and out of one store as a whole."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sessions, self._views = sessions.Sessions(database), views.Views(database)
        self._responses = responses.Responses(database)

    def hearing(self) -> Hearing:
        """All that forums said and what was answered.

        Raises:
            StoreError: the store cannot be read.
        """
        return Hearing(self._sessions.all(), self._views.all(), self._responses.all())

    def everything(self) -> Exchange:
        """What another laptop needs: all but drafts and stopped words.

        Raises:
            StoreError: the store cannot be read.
        """
        return Exchange(self.hearing(), self.tombstones())

    def tombstones(self) -> tuple[Tombstone, ...]:
        """The digests of all that was removed for good, in their order.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._database.rows("SELECT mark, withdrawn_on FROM tombstone ORDER BY mark")
        return tuple(Tombstone(str(mark), str(on)) for mark, on in rows)

    def merge(self, other: Exchange) -> Merged:
        """Take in what another laptop holds. Twice is the same as once, and the order of laptops makes no difference.

        Where both hold a session, view or answer, the one that was changed more often stands; what was removed on
        either is removed here.

        Raises:
            StoreError: it could not be kept; then nothing of it was.
        """
        with self._database.open() as database:
            removed = _bury(database, other.tombstones) + _bury_by_code(database, other.hearing.views)
            new_sessions, _ = _taken(database, "forum_session", sessions.COLUMNS, other.hearing.sessions,
                                     sessions.row_of, sessions.put)
            added, changed = _taken(database, "forum_view", views.COLUMNS, _wanted(database, other.hearing.views),
                                    views.row_of, views.write)
            _taken(database, "response", responses.COLUMNS, other.hearing.responses, responses.row_of,
                   responses.put)
        if removed:
            self._database.scour()
        return Merged(added, changed, removed, new_sessions)

    def withdraw(self, code: str, *, today: date) -> tuple[View, ...]:
        """Remove for good whatever was said under a code, drafts too, and remember the code's digest.

        Args:
            code: the digest, from `codes.digest_of`.
            today: the day.

        Returns:
            The views that are gone, without their words.

        Raises:
            StoreError: it could not be done, or the digest is empty.
        """
        if not code:  # most views have none
            raise StoreError("Nothing was removed: that is no slip's code.")
        with self._database.open() as database:
            rows = database.execute(f"SELECT {views.COLUMNS} FROM forum_view WHERE code = ?", (code,)).fetchall()  # noqa: S608
            gone = tuple(replace(views.view_of(row), said="", better="", delivery="") for row in rows)
            views.bury(database, code, today.isoformat())
            views.erase(database, [view.id for view in gone], today=today)
        self._database.scour()
        return gone

    def wrote(self, path: str, kind: str, *, today: date) -> None:
        """Remember a file that holds views, so that a withdrawal reaches it.

        Raises:
            StoreError: it could not be kept.
        """
        with self._database.open() as database:
            database.execute("INSERT INTO written (path, kind, written_on) VALUES (?, ?, ?) "
                             "ON CONFLICT (path) DO UPDATE SET kind = excluded.kind, written_on = excluded.written_on",
                             (path, kind, today.isoformat()))

    def written(self) -> tuple[WrittenFile, ...]:
        """The files that the kit wrote and that may hold views, by their paths.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._database.rows("SELECT path, kind, written_on FROM written ORDER BY path")
        return tuple(WrittenFile(*map(str, row)) for row in rows)


def _bury(database: Connection, tombstones: tuple[Tombstone, ...]) -> int:
    """Remember what was removed elsewhere, and remove it here; says how many views went."""
    marks, known = {each.mark: each.on for each in tombstones if each.mark}, _marks(database)
    for mark, on in marks.items():
        if mark not in known or on < known[mark]:
            views.bury(database, mark, on)
    rows = database.execute("SELECT id, code FROM forum_view").fetchall()
    gone = [(str(name), marks.get(mark_of(str(name))) or marks.get(str(code))) for name, code in rows]
    return sum(views.erase_one(database, name, on) for name, on in gone if on)


def _bury_by_code(database: Connection, others: Iterable[View]) -> int:
    """What is held elsewhere under a code that was withdrawn is removed here too, also where it has no code yet."""
    known = _marks(database)
    gone = {view.id: known[view.code] for view in others if view.code in known and mark_of(view.id) not in known}
    return sum(views.erase_one(database, name, on) for name, on in gone.items())


def _wanted(database: Connection, others: Iterable[View]) -> Iterator[View]:
    """The views that may be taken in: not what was removed, and nothing over words that must leave the kit."""
    stopped = {row[0] for row in database.execute("SELECT id FROM forum_view WHERE stopped = 1").fetchall()}
    known = _marks(database)
    for view in others:
        if view.id not in stopped and view.code not in known and mark_of(view.id) not in known:
            yield replace(view, draft=False, stopped=False)


def _marks(database: Connection) -> dict[str, str]:
    """The digests of all that was removed, with their days; asked once, for each question goes over a network."""
    return {str(mark): str(on) for mark, on in database.execute("SELECT mark, withdrawn_on FROM tombstone").fetchall()}


def _taken(database: Connection, table: str, columns: str, others: Iterable[Any],
           row_of: Callable[[Any], tuple[Any, ...]], put: Callable[..., Any]) -> tuple[int, int]:
    """Keep what is new or was changed more often; says how many of each."""
    held = {row[0]: tuple(row) for row in database.execute(f"SELECT {columns} FROM {table}").fetchall()}  # noqa: S608
    added, changed = set[str](), set[str]()
    for other in others:
        theirs = row_of(other)
        ours = held.get(theirs[0])
        if ours is None or _rank(theirs) > _rank(ours):
            put(database, other, edit=other.edit)
            held[theirs[0]] = theirs
            (added if ours is None or theirs[0] in added else changed).add(theirs[0])
    return len(added), len(changed)


def _rank(row: tuple[Any, ...]) -> tuple[int, tuple[str, ...]]:
    """Which of two states stands: the one changed more often, and by their words where they are level."""
    return int(row[-1]), tuple(map(str, row))
