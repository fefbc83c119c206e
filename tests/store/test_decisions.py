"""Decisions and candidates in a file of this machine: each with who and when, none altered, none lost."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_kit.errors import StoreError
from review_kit.model import PUBLISHED_COLUMNS, Action, Candidate, Decided, Decision, Source
from review_kit.store import STORE_FILE, Store

from .older import older_store
from .writers import at_once

TODAY = date(2026, 11, 21)
TEAM = "Leaving Care team"
ATTEMPT = "0f8fad5b-d9cb-469f-a165-70867728950e"
DECISION = Decision(0, "", "svc-1", "link-not-found", "https://club.example/choir", Action.FINE, TEAM, "2026-11-21",
                    service="Choir", text="", note="It opens.", seen="Not found.", evidence="Asked on Monday.",
                    basis=(("status", "404"), ("final_url", "https://club.example/choir")))
VALUES = dict(zip(PUBLISHED_COLUMNS, ("Art", "Choir", "Club", "Weekly", "Joy"), strict=True))
ODD = ["Robert'); DROP TABLE decision;--", "=cmd|' /C calc'!A0", "🦆 Ça va?\nTwo lines", "x" * 50_000, "\u202eleft",
       "‘’“”\"", "a\u200bb\u00a0c", "%_\\"]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store whose file is not made yet, in a folder that is not made yet."""
    return Store(tmp_path / "kept" / STORE_FILE)


def add(store: Store, *decisions: Decision, attempt: str = "") -> tuple[Decision, ...]:
    """Keep decisions."""
    return store.decisions.add(decisions or (DECISION,), attempt=attempt)


def miss(store: Store, area: str = "Choir", *, wanted: bool = True, attempt: str = "") -> None:
    """Keep a service that somebody missed."""
    store.candidates.add(source=Source.FORUM, values={**VALUES, "Area of support": area}, who=TEAM, today=TODAY,
                         wanted=wanted, attempt=attempt)


def test_a_decision_is_there_after_a_new_store_opens_the_file(store: Store) -> None:
    """What `add` gave back is what another store reads, each field of it, with a number and a name of its own."""
    kept, = add(store)
    assert kept == replace(DECISION, number=1, id=kept.id)
    assert kept.id
    assert Store(store.path).decisions.all() == (kept,)


def test_the_newest_decision_stands_first_and_numbers_count_up(store: Store) -> None:
    """In the order in which they were given."""
    kept = add(store, *(replace(DECISION, note=str(number)) for number in range(3))) + add(store)
    assert [one.number for one in kept] == [1, 2, 3, 4]
    assert [one.note for one in kept] == ["0", "1", "2", "It opens."]
    assert len({one.id for one in kept}) == 4
    assert store.decisions.all() == tuple(reversed(kept))


@pytest.mark.parametrize("words", ODD)
def test_words_are_kept_as_they_are(store: Store, words: str) -> None:
    """Quotation marks, statements of SQL, formulas and emoji are words like any others, in every field."""
    odd = replace(DECISION, service_key=words, check=words, about=words, who=words, service=words, text=words,
                  note=words, seen=words, evidence=words, basis=((words, words), ("", "")))
    kept, = add(store, odd)
    assert Store(store.path).decisions.all() == (replace(odd, number=1, id=kept.id),)


@settings(derandomize=True, max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(Action))
def test_any_text_and_any_action_comes_back_as_it_was(store: Store, words: str, action: Action) -> None:
    """Whatever signs it holds, nought bytes among them."""
    odd = replace(DECISION, about=words, note=words, action=action, basis=((words, words),))
    kept, = add(store, odd)
    assert store.decisions.all()[0] == kept == replace(odd, number=kept.number, id=kept.id)


@pytest.mark.parametrize("bad", [replace(DECISION, who=""), replace(DECISION, note="\ud800")])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_many_decisions_are_kept_all_or_none(store: Store, bad: Decision, place: int) -> None:
    """One that cannot be kept, wherever it stands, takes all of its try with it; what was kept before stays."""
    before = add(store)
    many = [replace(DECISION, note=str(number)) for number in range(3)]
    many[place] = bad
    with pytest.raises(StoreError):
        add(store, *many)
    assert Store(store.path).decisions.all() == before
    assert add(store)[0].number > before[0].number


def test_a_try_that_breaks_off_keeps_none(store: Store) -> None:
    """Whatever the trouble was: here the decisions themselves stop coming."""
    def coming() -> object:
        yield DECISION
        raise KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        store.decisions.add(coming())  # type: ignore[arg-type]
    assert store.decisions.all() == ()
    assert len(add(store)) == 1


def test_one_try_is_kept_once(store: Store) -> None:
    """A page that was not answered sends the same again: the store tells the same decisions, and holds no second."""
    many = (DECISION, replace(DECISION, note="Another."))
    assert add(store, *many, attempt=ATTEMPT) == add(store, *many, attempt=ATTEMPT)
    assert len(store.decisions.all()) == 2
    add(store, attempt="'; DROP TABLE decision")
    assert len(store.decisions.all()) == 3


def test_undoing_keeps_the_record(store: Store) -> None:
    """The decision stays with all its words, and the day on which it was undone; it holds no longer."""
    kept, other = add(store, DECISION, replace(DECISION, note="Another."))
    assert store.decisions.undo([kept.id], today=date(2026, 12, 1)) == 1
    assert store.decisions.all() == (other, replace(kept, undone_on="2026-12-01"))
    assert store.decided().decisions == (other,)


def test_undoing_says_how_many_it_undid(store: Store) -> None:
    """Twice, or by a name that nobody has: none, and the day of the first time stays."""
    kept, other = add(store, DECISION, DECISION)
    assert store.decisions.undo([kept.id, kept.id, "", "%", "nobody"], today=TODAY) == 1
    assert store.decisions.undo([kept.id], today=date(2027, 1, 1)) == 0
    assert store.decisions.undo([], today=TODAY) == 0
    assert store.decisions.all() == (other, replace(kept, undone_on="2026-11-21"))


def test_nothing_deletes_or_alters_a_decision(store: Store) -> None:
    """The store offers to add, to read and to undo; adding again makes a new record beside the old one."""
    offered = {name for name in dir(store.decisions) if not name.startswith("_")}
    assert offered == {"add", "all", "undo"}
    first, = add(store)
    second, = add(store, replace(DECISION, action=Action.LATER))
    assert store.decisions.all() == (second, first)


def test_a_number_is_never_given_twice(store: Store) -> None:
    """Not even after every row was taken out by hand: the newest decision is told by its number."""
    add(store, DECISION, DECISION)
    by_hand = sqlite3.connect(store.path)
    by_hand.execute("DELETE FROM decision")
    by_hand.commit()
    by_hand.close()
    assert add(store)[0].number == 3


def test_two_that_add_at_once_lose_nothing(store: Store) -> None:
    """From the very first moment on, when there is no file yet: each decision is there once, and tries stay whole."""
    def adds(name: str) -> Callable[[], None]:
        def run() -> None:
            for number in range(10):
                add(store, *(replace(DECISION, note=f"{name} {number} {part}") for part in range(2)))
        return run
    assert at_once(adds("Ann"), adds("Ben")) == []
    kept = store.decisions.all()
    assert sorted(one.note for one in kept) == sorted(
        f"{name} {n} {part}" for name in ("Ann", "Ben") for n in range(10) for part in range(2))
    assert [one.number for one in kept] == list(range(40, 0, -1))
    for newer, older in zip(kept[::2], kept[1::2], strict=True):
        assert newer.note[:-1] == older.note[:-1]


def test_the_same_try_from_two_at_once_is_kept_once(store: Store) -> None:
    """Two windows that send one try again."""
    assert at_once(*[lambda: add(store, DECISION, DECISION, attempt=ATTEMPT)] * 2) == []
    assert len(store.decisions.all()) == 2


def test_a_candidate_is_there_after_a_new_store_opens_the_file(store: Store) -> None:
    """With its five columns, who missed it, who wrote it down and when."""
    miss(store)
    kept, = Store(store.path).candidates.all()
    assert kept == Candidate(1, kept.id, Source.FORUM, VALUES, "2026-11-21", TEAM, wanted=True)


def test_candidates_stand_in_the_order_in_which_they_were_noted(store: Store) -> None:
    """The oldest first; one try is kept once."""
    for area in ("Choir", "Band", "Band"):
        miss(store, area, attempt=ATTEMPT if area == "Band" else "")
    assert [one.values["Area of support"] for one in store.candidates.all()] == ["Choir", "Band"]


@pytest.mark.parametrize("words", ODD)
def test_a_candidates_words_are_kept_as_they_are(store: Store, words: str) -> None:
    """Formulas, quotation marks and all."""
    store.candidates.add(source=Source.OTHER, values=dict.fromkeys(PUBLISHED_COLUMNS, words), who=words, today=TODAY,
                         wanted=False)
    kept, = store.candidates.all()
    assert (kept.values, kept.who, kept.wanted) == (dict.fromkeys(PUBLISHED_COLUMNS, words), words, False)


def test_a_candidate_can_be_wanted_kept_in_mind_and_turned_down(store: Store) -> None:
    """Each of them alone, by its name; a name that nobody has does nothing."""
    for area in ("Choir", "Band"):
        miss(store, area, wanted=False)
    choir, band = store.candidates.all()
    store.candidates.want(choir.id, wanted=True)
    store.candidates.want("nobody", wanted=True)
    assert [one.wanted for one in store.candidates.all()] == [True, False]
    store.candidates.want(choir.id, wanted=False)
    store.candidates.remove(band.id)
    store.candidates.remove("%")
    assert store.candidates.all() == (choir,)


@pytest.mark.parametrize("area", ["", " ", "\u00a0\n"])
def test_a_candidate_needs_a_name(store: Store, area: str) -> None:
    """One without an area of support is refused, and nothing is kept."""
    with pytest.raises(StoreError):
        miss(store, area)
    assert store.candidates.all() == ()


def test_the_role_is_asked_once(store: Store) -> None:
    """The last one that was said is remembered; nobody said one yet in a new store."""
    assert store.role == ""
    for role in (TEAM, "Duty team '); --"):
        store.remember_role(role)
        assert Store(store.path).role == role


def test_what_was_decided_is_taken_together(store: Store) -> None:
    """Decisions that hold or held, candidates and the role; the role of Settings stands in where nobody said one."""
    assert store.decided() == Decided()
    assert store.decided(by="Offer desk").by == "Offer desk"
    add(store)
    miss(store)
    store.remember_role(TEAM)
    assert store.decided(by="Offer desk") == Decided(store.decisions.all(), store.candidates.all(), TEAM)


def test_where_there_is_no_store_reading_makes_none(store: Store) -> None:
    """To look is not to write."""
    assert (store.decisions.all(), store.candidates.all(), store.role, store.decided()) == ((), (), "", Decided())
    assert not store.path.parent.exists()


def test_a_store_of_the_first_version_is_brought_up_by_two_at_once(tmp_path: Path) -> None:
    """Two windows of the new kit open it for the first time in the same moment."""
    first_version = older_store(tmp_path / STORE_FILE, 1)
    assert at_once(*[lambda: add(Store(first_version))] * 2) == []
    assert len(Store(first_version).decisions.all()) == 2
    assert len(Store(first_version).views.all()) == 2


def test_no_error_repeats_what_was_decided(store: Store) -> None:
    """The sentence may end in a log or a photograph of the screen."""
    add(store)
    for bad in (replace(DECISION, who="", note="the-heron-told-nobody"), replace(DECISION, note="the-heron \ud800")):
        with pytest.raises(StoreError) as refused:
            add(store, bad)
        assert "heron" not in f"{refused.value}{refused.value.__cause__!r}"
        assert "\n" not in str(refused.value)
