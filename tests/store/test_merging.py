"""What laptops hand each other: twice is once, no order matters, what was removed stays so, and nothing is invented."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_kit.errors import StoreError
from review_kit.model import About, Done, Exchange, Hearing, Present, Response, Session, Tombstone, View
from review_kit.store import STORE_FILE, Store, file
from review_kit.store.codes import mark_of, new_code
from review_kit.store.exchange import Merged

from .heard import CODE, OTHER_CODE, RESPONSE, SESSION, TODAY, VIEW, keep

WORDS = st.sampled_from(["The door is locked.", "Nobody rang.", "🦆", "'); --", ""])
DAYS = st.sampled_from(["2026-11-20", "2026-11-21"])
EDITS = st.integers(1, 3)
CODES = {"v1": CODE, "v2": OTHER_CODE, "v3": OTHER_CODE, "v4": ""}
"""A slip's code, one that two views share, and none."""
PROPERTY = settings(derandomize=True, max_examples=60, deadline=None,
                    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of files, none of which need outlast a power cut."""
    set_up = file._set_up

    def without_waiting(database: sqlite3.Connection) -> None:
        set_up(database)
        database.execute("PRAGMA synchronous = OFF")
    monkeypatch.setattr(file, "_set_up", without_waiting)


def code_of(name: str, edit: int) -> str:
    """A view may be given its code with a later edit; from then on it has it."""
    return CODES[name] if edit > 1 or name == "v1" else ""


@st.composite
def views(draw: st.DrawFn) -> View:
    """A view as a laptop may hold it; another may hold the same with other words, and the same number of edits."""
    name, edit = draw(st.sampled_from(sorted(CODES))), draw(EDITS)
    return View(name, draw(st.sampled_from(["s1", "s2", ""])), About.SERVICE, "svc-1", "Choir", said=draw(WORDS),
                code=code_of(name, edit), theme=draw(st.sampled_from(["", "t1"])), edit=edit)


SESSIONS = st.builds(
    lambda name, forum, present, edit: Session(name, "2026-11-20", forum, "Worker", present, "", "", "", edit=edit),
    st.sampled_from(["s1", "s2"]), st.sampled_from(["Forum A", "Forum B"]), st.sampled_from(Present), EDITS)
RESPONSES = st.builds(lambda theme, done, edit: Response(theme, "Housing", done, "Words.", "Head", "", edit=edit),
                      st.sampled_from(["t1", "t2"]), st.sampled_from(Done), EDITS)
TOMBSTONES = st.builds(Tombstone, st.sampled_from([*map(mark_of, CODES), *filter(None, CODES.values())]), DAYS)


def named(thing: View | Session | Response | Tombstone) -> str:
    """What a laptop holds one of."""
    return thing.theme if isinstance(thing, Response) else thing.mark if isinstance(thing, Tombstone) else thing.id


def some(things: st.SearchStrategy[object], most: int) -> st.SearchStrategy[tuple[object, ...]]:
    """A few of them, one of each name."""
    return st.lists(things, max_size=most, unique_by=named).map(tuple)  # type: ignore[arg-type]


EXCHANGES = st.builds(lambda s, v, r, t: Exchange(Hearing(s, v, r), t), some(SESSIONS, 2), some(views(), 4),
                      some(RESPONSES, 2), some(TOMBSTONES, 2))


@pytest.fixture
def fresh(place: Path | str) -> Callable[[], Store]:
    """Makes a store that holds nothing, as often as it is asked for."""
    numbers = count()

    def make() -> Store:
        if isinstance(place, Path):
            shutil.rmtree(place.parent, ignore_errors=True)
            return Store(place.with_name(f"{next(numbers)}-{STORE_FILE}"))
        store = Store(place)
        with store._database.open() as database:
            for table in ("forum_session", "forum_view", "response", "tombstone"):
                database.execute(f"DELETE FROM {table}")  # noqa: S608
        return store
    return make


def state(store: Store) -> tuple[frozenset[object], ...]:
    """All that a store holds, whatever came first."""
    held = store.exchange.everything()
    return (frozenset(held.hearing.sessions), frozenset(held.hearing.views), frozenset(held.hearing.responses),
            frozenset(each.mark for each in held.tombstones))


def merged(store: Store, *others: Exchange) -> Store:
    """The store, with all of them taken in."""
    for other in others:
        store.exchange.merge(other)
    return store


@PROPERTY
@given(st.lists(EXCHANGES, min_size=3, max_size=3))
def test_no_order_of_laptops_makes_a_difference(fresh: Callable[[], Store], others: list[Exchange]) -> None:
    """Nor does it that one of them is taken in again."""
    first, *rest = permutations(others)
    end = state(merged(fresh(), *first))
    for order in random.Random(1).sample(rest, 2):  # noqa: S311 - the same on every run
        store = merged(fresh(), *order)
        assert state(store) == end
        assert store.exchange.merge(order[0]) == Merged()
        assert state(store) == end


@PROPERTY
@given(st.lists(EXCHANGES, min_size=1, max_size=3))
def test_what_stands_is_the_highest_edit_of_what_was_not_removed(
    fresh: Callable[[], Store], others: list[Exchange],
) -> None:
    """Each thing that is held comes from one of the laptops as it was there, and nothing is missing."""
    sessions, held, responses, marks = state(merged(fresh(), *others))
    tombstones = {each.mark for other in others for each in other.tombstones}
    everything = [view for other in others for view in other.hearing.views]
    gone = {view.id for view in everything if view.code in tombstones or mark_of(view.id) in tombstones}
    assert {view.id for view in held} == {view.id for view in everything} - gone  # type: ignore[attr-defined]
    for ours, theirs in ((held, [view for view in everything if view.id not in gone]),
                         (sessions, [each for other in others for each in other.hearing.sessions]),
                         (responses, [each for other in others for each in other.hearing.responses])):
        assert ours <= set(theirs)
        highest = {named(each): max(e.edit for e in theirs if named(e) == named(each)) for each in theirs}
        assert {named(each): each.edit for each in ours} == highest  # type: ignore[arg-type,attr-defined]
    assert tombstones <= marks <= tombstones | {mark_of(name) for name in gone}


DEEDS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["keep", "keep", "erase", "withdraw", "close", "answer"]),
                           st.sampled_from(sorted(CODES)), WORDS), max_size=14)


@settings(PROPERTY, max_examples=25)
@given(DEEDS, st.permutations(range(3)), st.permutations(range(3)))
def test_laptops_that_hand_each_other_everything_hold_the_same(
    tmp_path: Path, deeds: list[tuple[int, str, str, str]], there: list[int], back: list[int],
) -> None:
    """Three that worked apart for a day, in whatever order they then meet, twice round."""
    with laptops(tmp_path) as stores:
        for laptop, deed, name, words in deeds:
            do(stores[laptop], deed, name, words)
        for order in (there, back):
            for giver in order:
                handed = stores[giver].exchange.everything()
                for taker in order:
                    stores[taker].exchange.merge(handed)
        first, *others = map(state, stores)
        assert others == [first] * 2
        removed = {mark_of(name) if deed == "erase" else CODES[name] for _, deed, name, _ in deeds
                   if deed in {"erase", "withdraw"}}
        assert removed - {""} <= first[3]
        assert all({mark_of(view.id), view.code}.isdisjoint(first[3]) for view in first[1])  # type: ignore[attr-defined]


@contextmanager
def laptops(folder: Path) -> Iterator[list[Store]]:
    """Three, that hold nothing yet."""
    here = folder / "laptops"
    yield [Store(here / f"{number}" / STORE_FILE) for number in range(3)]
    shutil.rmtree(here, ignore_errors=True)


def do(store: Store, deed: str, name: str, words: str) -> None:
    """One deed at one laptop; what was removed there may refuse it."""
    try:
        if deed == "keep":
            store.views.keep(replace(VIEW, id=name, said=words, code=CODES[name]))
        elif deed == "erase":
            store.views.erase([name], today=TODAY)
        elif deed == "withdraw" and CODES[name]:
            store.exchange.withdraw(CODES[name], today=TODAY)
        elif deed == "close":
            store.sessions.keep(replace(SESSION, forum=f"Forum {words}"))
            store.sessions.close(SESSION.id, today=TODAY)
        elif deed == "answer":
            store.responses.keep(replace(RESPONSE, theme=name, owner=words))
    except StoreError:
        assert deed == "keep"


# One by one

def handed(view: View, *marks: str, edit: int = 1) -> Exchange:
    """What another laptop holds: one view, and digests of what it removed."""
    return Exchange(Hearing(views=(replace(view, edit=edit),)), tuple(Tombstone(mark, "2026-11-20") for mark in marks))


def test_a_merge_says_what_it_did(store: Store) -> None:
    """In numbers."""
    keep(store, "mine", "1")
    keep(store, "gone", "2")
    other = Exchange(Hearing((replace(SESSION, edit=1),), (replace(VIEW, id="1", said="theirs", edit=2),
                                                           replace(VIEW, id="3", edit=1)),
                             (replace(RESPONSE, edit=1),)), (Tombstone(mark_of("2"), "2026-11-20"),))
    assert store.exchange.merge(other) == Merged(views_added=1, views_changed=1, views_removed=1, sessions_added=1)
    assert store.exchange.merge(other) == Merged()
    assert {view.id: view.said for view in store.views.all()} == {"1": "theirs", "3": ""}


def test_everything_that_is_handed_on_comes_back_equal(store: Store, tmp_path: Path) -> None:
    """Into an empty store, as a backup is: each field of each thing."""
    for view in (VIEW, replace(VIEW, id="2", code=CODE, barriers=("a", "b")), replace(VIEW, id="3", draft=True)):
        store.views.keep(view)
    store.sessions.keep(SESSION)
    store.responses.keep(RESPONSE)
    store.exchange.withdraw(OTHER_CODE, today=TODAY)
    copy = Store(tmp_path / "copy" / STORE_FILE)
    copy.exchange.merge(store.exchange.everything())
    assert state(copy) == state(store)
    assert copy.exchange.everything().tombstones == store.exchange.everything().tombstones
    assert len(copy.views.all()) == 2


def test_a_lower_edit_changes_nothing(store: Store) -> None:
    """Ours was changed more often."""
    for words in ("a", "b", "c"):
        keep(store, words, "1")
    assert store.exchange.merge(handed(replace(VIEW, id="1", said="theirs"), edit=2)) == Merged()
    assert [view.said for view in store.views.all()] == ["c"]


def test_what_was_removed_here_does_not_come_back(store: Store) -> None:
    """Neither by its own name nor under a withdrawn code, however often it was changed elsewhere."""
    store.views.erase([keep(store, "one", "1").id], today=TODAY)
    store.exchange.withdraw(CODE, today=TODAY)
    for view in (replace(VIEW, id="1"), replace(VIEW, id="2", code=CODE)):
        assert store.exchange.merge(handed(view, edit=99)) == Merged()
    assert store.views.all() == ()


def test_an_older_copy_of_what_was_withdrawn_goes_as_well(store: Store) -> None:
    """Here the view has no code yet; the other laptop gave it one, which was withdrawn."""
    keep(store, "one", "1")
    store.exchange.withdraw(CODE, today=TODAY)
    assert store.exchange.merge(handed(replace(VIEW, id="1", code=CODE), edit=2)).views_removed == 1
    assert store.views.all() == ()
    with pytest.raises(StoreError):
        keep(store, "late", "1")


def test_drafts_go_with_what_was_removed_elsewhere(store: Store) -> None:
    """And stopped words too."""
    keep(store, "one", "1", draft=True)
    keep(store, "two", "2", stopped=True)
    marks = tuple(Tombstone(mark_of(name), "2026-11-20") for name in ("1", "2"))
    assert store.exchange.merge(Exchange(tombstones=marks)).views_removed == 2
    assert store.views.drafts(SESSION.id) == store.views.stopped() == ()


def test_words_that_must_leave_the_kit_stay_so(store: Store) -> None:
    """Another laptop's copy of them, from before they were stopped, does not bring them back among the views."""
    keep(store, "stop", "1", stopped=True)
    assert store.exchange.merge(handed(replace(VIEW, id="1", said="stop"), edit=9)) == Merged()
    assert store.views.all() == ()
    assert [view.said for view in store.views.stopped()] == ["stop"]


def test_the_earliest_day_of_a_removal_stands(store: Store) -> None:
    """Whoever tells of it first."""
    for day in ("2026-11-21", "2026-11-19", "2026-11-20"):
        store.exchange.merge(Exchange(tombstones=(Tombstone(CODE, day), Tombstone("", day))))
    assert store.exchange.everything().tombstones == (Tombstone(CODE, "2026-11-19"),)


def test_a_merge_is_kept_whole_or_not_at_all(store: Store) -> None:
    """One thing in it that cannot be kept: nothing of it is, and what was here stays."""
    mine = keep(store, "mine", new_code())
    bad = Exchange(Hearing((replace(SESSION, forum=" ", edit=1),), (replace(VIEW, edit=1),)),
                   (Tombstone(mark_of(mine.id), "2026-11-20"),))
    with pytest.raises(StoreError):
        store.exchange.merge(bad)
    assert store.views.all() == (mine,)
    assert store.exchange.everything().tombstones == ()
