"""Views: what young people said, saved as it is typed, corrected, and removed for good."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import msgspec

from review_kit.errors import StoreError
from review_kit.model import About, Consent, Helped, View
from review_kit.store.codes import mark_of
from review_kit.store.database import Connection, Database, must_scour

COLUMNS = ("id, session, about, about_key, title, helped, said, better, delivery, barriers, consent, code, "
           "recorded_on, theme, draft, stopped, edit")
REMOVED = "Nothing was kept: this view was removed for good. Begin a new one."
USED_UP = "Nothing was kept: what was said under this slip's code was withdrawn. Give a new slip."


class Views:
    """The views of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, view: View, *, after: int | None = None) -> View:
        """Keep a view, new or changed; when this returns, it is on the disk.

        Args:
            view: its `edit` is given here.
            after: the edit that the change was made to, where the caller knows it. Where somebody else has changed the
                view since, theirs stays as it is and this one is kept beside it, under a name of its own.

        Returns:
            The view as kept.

        Raises:
            StoreError: it was removed for good, its code was withdrawn, or it could not be kept.
        """
        with self._database.open() as database:
            ours = _found(database, view.id)
            if ours and after is not None and ours.edit != after:
                return _beside(database, view, ours)
            return put(database, view, edit=(ours.edit if ours else 0) + 1)

    def all(self) -> tuple[View, ...]:
        """Every view that is whole, the newest first; no draft, and nothing that must leave the kit.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._those("draft = 0 AND stopped = 0")

    def drafts(self, session_id: str) -> tuple[View, ...]:
        """The views of a session that are still being written, the newest first.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._those("draft = 1 AND stopped = 0 AND session = ?", (session_id,))

    def stopped(self) -> tuple[View, ...]:
        """The words that must leave the kit: only the page that says Stop shows them.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._those("stopped = 1")

    def every(self) -> tuple[View, ...]:
        """Every view, drafts and stopped words too, the newest first: for what is removed, wherever it stands.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._those("0 = 0")

    def one(self, view_id: str) -> View | None:
        """A view by its id, whatever it is at; None where it is not there.

        Raises:
            StoreError: the store cannot be read.
        """
        return next(iter(self._those("id = ?", (view_id,))), None)

    def was_removed(self, view_id: str) -> bool:
        """Whether a view of this id was removed for good.

        Raises:
            StoreError: the store cannot be read.
        """
        return bool(self._database.rows("SELECT 1 FROM tombstone WHERE mark = ?", (mark_of(view_id),)))

    def _those(self, which: str, values: tuple[str, ...] = ()) -> tuple[View, ...]:
        asked = f"SELECT {COLUMNS} FROM forum_view WHERE {which} ORDER BY number DESC"  # noqa: S608
        return tuple(map(view_of, self._database.rows(asked, values)))

    def erase(self, ids: Iterable[str], *, today: date) -> int:
        """Remove views for good, their bytes too, so that no merge and no late save brings them back.

        Returns:
            How many were there.

        Raises:
            StoreError: they could not be removed.
        """
        with self._database.open() as database:
            gone = erase(database, ids, today=today)
        self._database.scour()
        return gone


def _found(database: Connection, view_id: str) -> View | None:
    row = database.execute(f"SELECT {COLUMNS} FROM forum_view WHERE id = ?", (view_id,)).fetchone()  # noqa: S608
    return view_of(row) if row else None


def _beside(database: Connection, view: View, ours: View) -> View:
    """Keep a view whose change was made to an older edit, beside what somebody else has made of it meanwhile.

    Its name follows from its words: the same sent again is kept once, and two that differ never meet.
    """
    if replace(view, edit=ours.edit) == ours:
        return ours
    words = "\0".join(map(str, row_of(replace(view, edit=0))))
    name = hashlib.sha256(words.encode()).hexdigest()[:16]
    return _found(database, name) or put(database, replace(view, id=name), edit=1)


def erase(database: Connection, ids: Iterable[str], *, today: date) -> int:
    """Remove views inside a transaction, and remember a digest of each; afterwards the store must be scoured."""
    return sum(erase_one(database, each, today.isoformat()) for each in ids)


def erase_one(database: Connection, view_id: str, on: str) -> int:
    """The same for one view and an ISO day; says whether it was there, as 1 or 0."""
    bury(database, mark_of(view_id), on)
    must_scour(database)
    return database.execute("DELETE FROM forum_view WHERE id = ?", (view_id,)).rowcount


def bury(database: Connection, mark: str, on: str) -> None:
    """Remember a digest of what was removed, with the earliest day that anybody says."""
    database.execute("INSERT INTO tombstone (mark, withdrawn_on) VALUES (?, ?) ON CONFLICT (mark) DO UPDATE SET "
                     "withdrawn_on = excluded.withdrawn_on WHERE excluded.withdrawn_on < tombstone.withdrawn_on",
                     (mark, on))


def is_buried(database: Connection, mark: str) -> bool:
    """Whether what has this digest was removed for good."""
    return bool(mark) and database.execute("SELECT 1 FROM tombstone WHERE mark = ?", (mark,)).fetchone() is not None


def put(database: Connection, view: View, *, edit: int) -> View:
    """Keep a view inside a transaction, under the number of its edit.

    Raises:
        StoreError: it, or its code, was withdrawn.
    """
    if is_buried(database, mark_of(view.id)):
        raise StoreError(REMOVED)
    if is_buried(database, view.code):
        raise StoreError(USED_UP)
    return write(database, view, edit=edit)


def write(database: Connection, view: View, *, edit: int) -> View:
    """The same for a view of which the caller knows that nothing of it was removed."""
    values = row_of(replace(view, edit=edit))
    names = COLUMNS.split(", ")
    database.execute(
        f"INSERT INTO forum_view ({COLUMNS}) VALUES ({', '.join('?' * len(names))}) "  # noqa: S608
        f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names[1:])}", values)
    return view_of(values)


def row_of(view: View) -> tuple[object, ...]:
    """The values of its columns, in their order."""
    barriers = msgspec.json.encode(view.barriers).decode()
    return (view.id, view.session, view.about, view.key, view.title, view.helped, view.said, view.better,
            view.delivery, barriers, view.consent, view.code, view.recorded_on, view.theme, int(view.draft),
            int(view.stopped), view.edit)


def view_of(row: tuple[object, ...]) -> View:
    """A view from the values of its columns."""
    (name, session, about, key, title, helped, said, better, delivery, barriers, consent, code, recorded_on, theme,
     draft, stopped, edit) = row
    return View(str(name), str(session), About(str(about)), str(key), str(title), Helped(str(helped)), str(said),
                str(better), str(delivery), msgspec.json.decode(str(barriers), type=tuple[str, ...]),
                Consent(str(consent)), str(code), str(recorded_on), str(theme), bool(draft), bool(stopped),
                int(str(edit)))
