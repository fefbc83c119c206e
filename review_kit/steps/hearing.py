"""Take in what another laptop heard, and take back for good what was said: from the store and from every file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from review_kit.dates import months_after
from review_kit.disk.exchange import read_exchange
from review_kit.errors import CodeError, HearingError, UnknownCode
from review_kit.model import Exchange, View
from review_kit.steps.reaching import MENDED, RECEIVED, Reached, doom_reports, reach, whole_path
from review_kit.store import Store
from review_kit.store.codes import digest_of, mark_of

T = TypeVar("T")
LONGEST_KEPT = 600
"""Months: more is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What taking in another laptop's file did, in numbers, and what became of files here if views went by it."""

    views_added: int = 0
    views_changed: int = 0
    views_removed: int = 0
    sessions_added: int = 0
    reached: Reached = field(default_factory=Reached)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person must know; not a word of a view is in it."""
        taken = (f"Taken in: {_number(self.views_added, 'new view')}, {_number(self.sessions_added, 'new session')}, "
                 f"{_number(self.views_changed, 'changed view')}.")
        gone = (f"{counted(self.views_removed)} removed for good here, because the other laptop says so.",)
        return (taken, *(gone if self.views_removed else ()), *self.reached.sentences)


@dataclass(frozen=True, slots=True)
class Erased:
    """How many views were removed for good, and what became of the files that held them."""

    views: int
    reached: Reached = field(default_factory=Reached)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person must know; not a word of a view is in it."""
        return (f"{counted(self.views)} removed for good.", *self.reached.sentences)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was taken back under a code. `known` says whether the code is one of a slip or a session here."""

    views: int
    known: bool
    reached: Reached = field(default_factory=Reached)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person must know; not a word of a view is in it, nor the code."""
        if self.views:
            first = f"{counted(self.views)} removed for good."
        elif self.known:
            first = "Nothing that was said under this code is kept here any more."
        else:
            first = ("Nothing was said here under this code. It is remembered as withdrawn: what another laptop holds "
                     "under it is not taken in, and goes from there when it takes in a new export.")
        return (first, *self.reached.sentences)


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def counted(views: int) -> str:
    """`1 view was`, `2 views were`."""
    return f"{_number(views, 'view')} {'was' if views == 1 else 'were'}"


def merge(store: Store, path: str | Path, today: date) -> Merged:
    """Take in what another laptop exported, or a backup. Twice is the same as once; what was withdrawn goes here too.

    The file is remembered as well: a withdrawal later on reaches it where it lies.

    Raises:
        ExchangeError: the file cannot be read, or is none of views; nothing was taken in.
        StoreError: nothing of it could be kept.
    """
    place = whole_path(path)
    exchange = read_exchange(place)
    if str(place) not in {file.path for file in store.exchange.written() if file.kind in MENDED}:
        store.exchange.wrote(str(place), RECEIVED, today=today)
    whole = _takes_away(store, exchange)
    done, reached = _removing(store, lambda: store.exchange.merge(exchange), whole=whole)
    if not whole:
        reached = replace(reached, unreached=tuple(each for each in reached.unreached if each.file.path == str(place)))
    return Merged(done.views_added, done.views_changed, done.views_removed, done.sessions_added, reached)


def withdraw(store: Store, code: str, today: date, *, anyway: bool = False) -> Withdrawal:
    """Remove for good whatever was said under a code: from the store, and from every file that can be reached.

    Args:
        store: with what forums said.
        code: as somebody typed it.
        today: the day.
        anyway: also where nobody here knows the code, which may be another laptop's.

    Raises:
        CodeError: it is no code.
        UnknownCode: nobody here knows it.
        StoreError: it could not be done; whatever was begun is ended when it is tried again.
    """
    digest = digest_of(code)
    if not digest:
        raise CodeError("Nothing was removed: that is no code. A code has twelve letters and digits in three groups, "
                        "such as K7PM-3XQD-W2RT; 0, 1, I, L and O are in none. Look at the slip again.")
    before = _is_withdrawn(store, digest)
    known = before or store.sessions.knows(digest)
    if not known and not anyway:
        raise UnknownCode("Nothing was removed: nobody was given this code here. Look at the slip again, sign by sign. "
                          "If it was given out on another laptop, it can be withdrawn anyway: it is remembered then, "
                          "and what was said under it goes wherever a new export is taken in.")
    whole = any(view.code == digest and not view.draft for view in store.views.every())
    gone, reached = _removing(store, lambda: store.exchange.withdraw(digest, today=today), whole=whole)
    return Withdrawal(len(gone), known, reached if whole or before else Reached(reached.mended))


def erase(store: Store, ids: Iterable[str], today: date) -> Erased:
    """Remove single views for good: from the store, and from every file that can be reached.

    Raises:
        StoreError: it could not be done; whatever was begun is ended when it is tried again.
    """
    ids = tuple(ids)
    whole = any(view.id in ids and not view.draft for view in store.views.every())
    gone, reached = _removing(store, lambda: store.views.erase(ids, today=today), whole=whole)
    return Erased(gone, reached if whole else Reached())


def overdue(store: Store, months: int, today: date) -> tuple[View, ...]:
    """The views that are older than views are kept, drafts and stopped words among them, the oldest first.

    A view's day is that of its session where it has none of its own.

    Raises:
        HearingError: so many months cannot be meant.
        StoreError: the store cannot be read.
    """
    if not 1 <= months <= LONGEST_KEPT:
        raise HearingError(f"Views are kept from 1 to {LONGEST_KEPT} months; {months} cannot be meant. Write another "
                           "number beside “Keep views for months” in the sheet Settings, or after --months.")
    before = months_after(today, -months).isoformat()
    held = {session.id: session.held_on for session in store.sessions.all()}
    days = {view: view.recorded_on or held.get(view.session, before) for view in store.views.every()}
    return tuple(sorted((view for view, day in days.items() if day < before), key=lambda view: (days[view], view.id)))


def purge(store: Store, months: int, today: date) -> Erased:
    """Remove for good the views that are older than views are kept. Sessions, and the answers to themes, stay.

    Raises:
        HearingError: so many months cannot be meant.
        StoreError: it could not be done.
    """
    return erase(store, [view.id for view in overdue(store, months, today)], today)


def _removing(store: Store, remove: Callable[[], T], *, whole: bool) -> tuple[T, Reached]:
    """Remove from the store, and then from every file: also where the store was cut short, for some of it may be gone.

    Args:
        store: with what forums said.
        remove: what removes from the store.
        whole: whether a view goes that was whole, so that a report may quote it.
    """
    if whole:
        doom_reports(store)
    try:
        done = remove()
    finally:
        reached = reach(store, reports=whole)
    return done, reached


def _takes_away(store: Store, exchange: Exchange) -> bool:
    """Whether taking it in removes a whole view here: by its own digest, its code, or the code that it has there."""
    marks = {each.mark for each in (*exchange.tombstones, *store.exchange.tombstones())}
    by_code = {view.id for view in exchange.hearing.views if view.code in marks}
    return any(not view.draft and (view.id in by_code or view.code in marks or mark_of(view.id) in marks)
               for view in store.views.every())


def _is_withdrawn(store: Store, digest: str) -> bool:
    return any(each.mark == digest for each in store.exchange.tombstones())
