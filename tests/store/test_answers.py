"""What people heard in a file of this machine: each answer with who and when, none altered, none lost."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_kit.errors import StoreError
from review_kit.model import Answer, Decided, Says, Way
from review_kit.store import STORE_FILE, Store

from .older import older_store
from .writers import at_once

TODAY = date(2026, 11, 21)
TEAM = "Leaving Care team"
ATTEMPT = "0f8fad5b-d9cb-469f-a165-70867728950e"
ANSWER = Answer(0, "", "svc-1", "+441144960123", Way.CALL, Says.RIGHT, TEAM, "2026-11-20", service="Choir",
                text="0114 496 0100", note="A friendly voice.", contract_ends="2027-03-31", asked="0123456789abcdef")
ODD = ["Robert'); DROP TABLE answer;--", "=cmd|' /C calc'!A0", "🦆 Ça va?\nTwo lines", "x" * 50_000, "\u202eleft",
       "‘’“”\"", "a\u200bb\u00a0c", "%_\\", ""]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store whose file is not made yet, in a folder that is not made yet."""
    return Store(tmp_path / "kept" / STORE_FILE)


def add(store: Store, *answers: Answer, attempt: str = "") -> tuple[Answer, ...]:
    """Keep answers."""
    return store.answers.add(answers or (ANSWER,), attempt=attempt)


def test_an_answer_is_there_after_a_new_store_opens_the_file(store: Store) -> None:
    """What `add` gave back is what another store reads, each field of it, with a number and a name of its own."""
    kept, = add(store)
    assert kept == replace(ANSWER, number=1, id=kept.id)
    assert kept.id
    assert Store(store.path).answers.all() == (kept,)


@pytest.mark.parametrize("words", ODD)
def test_words_are_kept_as_they_are(store: Store, words: str) -> None:
    """Quotation marks, statements of SQL, formulas and emoji are words like any others, in every field."""
    odd = replace(ANSWER, service_key=words, about=words, who=words or TEAM, service=words, text=words, note=words,
                  contract_ends=words, asked=words)
    kept, = add(store, odd)
    assert Store(store.path).answers.all() == (replace(odd, number=1, id=kept.id),)


@settings(derandomize=True, max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(Way), st.sampled_from(Says))
def test_any_text_way_and_saying_comes_back_as_it_was(store: Store, words: str, way: Way, says: Says) -> None:
    """Whatever signs it holds, nought bytes among them."""
    odd = replace(ANSWER, about=words, note=words, text=words, way=way, says=says)
    kept, = add(store, odd)
    assert store.answers.all()[0] == kept == replace(odd, number=kept.number, id=kept.id)


def test_the_newest_day_stands_first_whenever_it_was_written_down(store: Store) -> None:
    """Of two on one day the later written: a call of last week may be written down today."""
    days = ("2026-11-20", "2026-11-01", "2026-11-21", "2026-11-20", "2025-12-31")
    add(store, *(replace(ANSWER, on=day, note=str(n)) for n, day in enumerate(days)))
    assert [(one.on, one.note) for one in store.answers.all()] == [
        ("2026-11-21", "2"), ("2026-11-20", "3"), ("2026-11-20", "0"), ("2026-11-01", "1"), ("2025-12-31", "4")]


@pytest.mark.parametrize("bad", [
    replace(ANSWER, who=""), replace(ANSWER, who=" \u00a0"), replace(ANSWER, note="\ud800"),
])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_many_answers_are_kept_all_or_none(store: Store, bad: Answer, place: int) -> None:
    """One that cannot be kept, wherever it stands, takes all of its try with it; what was kept before stays."""
    before = add(store)
    many = [replace(ANSWER, note=str(number)) for number in range(3)]
    many[place] = bad
    with pytest.raises(StoreError):
        add(store, *many)
    assert Store(store.path).answers.all() == before
    assert add(store)[0].number > before[0].number


def test_nobody_is_told_what_to_do_in_one_sentence(store: Store) -> None:
    """An answer without somebody who heard it is worth nothing."""
    with pytest.raises(StoreError, match="say in which role you heard it"):
        add(store, replace(ANSWER, who=""))
    assert not store.path.exists()


def test_one_try_is_kept_once(store: Store) -> None:
    """A page that was not answered sends the same again: the store tells the same answers, and holds no second."""
    many = (ANSWER, replace(ANSWER, note="Another."))
    assert add(store, *many, attempt=ATTEMPT) == add(store, *many, attempt=ATTEMPT)
    assert len(store.answers.all()) == 2
    add(store, attempt="'; DROP TABLE answer")
    assert len(store.answers.all()) == 3


def test_undoing_keeps_the_record(store: Store) -> None:
    """The answer stays with all its words, and the day on which it was undone; it counts no longer."""
    kept, other = add(store, ANSWER, replace(ANSWER, note="Another."))
    assert store.answers.undo([kept.id], today=date(2026, 12, 1)) == 1
    assert store.answers.all() == (other, replace(kept, undone_on="2026-12-01"))
    assert store.decided().answers == (other,)


def test_undoing_says_how_many_it_undid(store: Store) -> None:
    """Twice, or by a name that nobody has: none, and the day of the first time stays."""
    kept, other = add(store, ANSWER, ANSWER)
    assert store.answers.undo([kept.id, kept.id, "", "%", "nobody"], today=TODAY) == 1
    assert store.answers.undo([kept.id], today=date(2027, 1, 1)) == 0
    assert store.answers.undo([], today=TODAY) == 0
    assert store.answers.all() == (other, replace(kept, undone_on="2026-11-21"))


def test_an_answer_cannot_be_undone_before_it_is_kept(store: Store) -> None:
    """The day is for undoing to say: what is added counts."""
    kept, = add(store, replace(ANSWER, undone_on="2026-11-21"))
    assert kept.undone_on == ""
    assert store.decided().answers == (kept,)


def test_nothing_deletes_or_alters_an_answer(store: Store) -> None:
    """The store offers to add, to read and to undo; adding again makes a new record beside the old one."""
    assert {name for name in dir(store.answers) if not name.startswith("_")} == {"add", "all", "undo"}
    first, = add(store)
    second, = add(store, replace(ANSWER, says=Says.DEAD))
    assert store.answers.all() == (second, first)


def test_a_number_is_never_given_twice(store: Store) -> None:
    """Not even after every row was taken out by hand: of one day's answers the newest is told by its number."""
    add(store, ANSWER, ANSWER)
    by_hand = sqlite3.connect(store.path)
    by_hand.execute("DELETE FROM answer")
    by_hand.commit()
    by_hand.close()
    assert add(store)[0].number == 3


def test_two_that_add_at_once_lose_nothing(store: Store) -> None:
    """From the very first moment on, when there is no file yet: each answer is there once, and tries stay whole."""
    def adds(name: str) -> None:
        for number in range(10):
            add(store, *(replace(ANSWER, note=f"{name} {number} {part}") for part in range(2)))
    assert at_once(lambda: adds("Ann"), lambda: adds("Ben")) == []
    kept = store.answers.all()
    assert sorted(one.note for one in kept) == sorted(
        f"{name} {n} {part}" for name in ("Ann", "Ben") for n in range(10) for part in range(2))
    assert [one.number for one in kept] == list(range(40, 0, -1))


def test_where_there_is_no_store_reading_makes_none(store: Store) -> None:
    """To look is not to write."""
    assert store.answers.all() == ()
    assert not store.path.parent.exists()


def test_a_store_of_the_second_version_is_read_on(tmp_path: Path) -> None:
    """Its comments and decisions are there, and answers can be kept beside them."""
    store = Store(older_store(tmp_path / STORE_FILE, 2))
    assert (store.answers.all(), store.requests.all()) == ((), ())
    kept = add(store)
    again = Store(store.path)
    assert (len(again.decisions.all()), again.answers.all(), len(again.views.all())) == (1, kept, 2)


def test_what_was_heard_is_taken_with_what_was_decided(store: Store) -> None:
    """Only answers that were not undone."""
    one, other = add(store, ANSWER, replace(ANSWER, on="2026-11-01"))
    store.answers.undo([other.id], today=TODAY)
    assert store.decided() == Decided(answers=(one,))


def test_no_error_repeats_what_was_heard(store: Store) -> None:
    """The sentence may end in a log or a photograph of the screen."""
    add(store)
    for bad in (replace(ANSWER, who="", note="the-heron"), replace(ANSWER, note="the-heron\ud800")):
        with pytest.raises(StoreError) as refused:
            add(store, bad)
        assert "heron" not in str(refused.value)
        assert "\n" not in str(refused.value)
