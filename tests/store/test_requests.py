"""Messages to providers in a file of this machine: made, sent, reminded of, dropped, each with its day."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_kit.errors import StoreError
from review_kit.model import Request
from review_kit.store import STORE_FILE, Store

TODAY = date(2026, 11, 21)
ATTEMPT = "0f8fad5b-d9cb-469f-a165-70867728950e"
REQUEST = Request(0, "", "Borchester Singers", ("team@club.example", "hello@club.example"), ("svc-2", "svc-3"),
                  "2026-11-20", "2026-12-11", "Leaving Care team")
ODD = ["Robert'); DROP TABLE request;--", "[\"a\", \"b\"]", "🦆 Ça va?\nTwo lines", "\u202eleft", "‘’“”\"", "%_\\", ""]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store whose file is not made yet, in a folder that is not made yet."""
    return Store(tmp_path / "kept" / STORE_FILE)


def add(store: Store, *requests: Request, attempt: str = "") -> tuple[Request, ...]:
    """Keep requests; all that are kept then, the newest first."""
    store.requests.add(requests or (REQUEST,), attempt=attempt)
    return store.requests.all()


def test_a_request_is_there_after_a_new_store_opens_the_file(store: Store) -> None:
    """Each field of it, with a number and a name of its own."""
    kept, = add(store)
    assert kept == replace(REQUEST, number=1, id=kept.id)
    assert kept.id
    assert Store(store.path).requests.all() == (kept,)


def test_the_newest_request_stands_first(store: Store) -> None:
    """In the order in which they were made; those that were dropped are among them."""
    add(store, *(replace(REQUEST, provider=name) for name in "abc"))
    kept = add(store, replace(REQUEST, provider="d"))
    assert [one.provider for one in kept] == ["d", "c", "b", "a"]
    store.requests.mark([kept[1].id], "dropped_on", today=TODAY)
    assert [one.provider for one in store.requests.all()] == ["d", "c", "b", "a"]
    assert store.decided().requests == store.requests.all()


@pytest.mark.parametrize("to", [(), ("a@club.example",), ("a@club.example", "b@club.example")])
def test_any_number_of_addresses_is_kept(store: Store, to: tuple[str, ...]) -> None:
    """None where the page is handed over."""
    kept, = add(store, replace(REQUEST, to=to, service_keys=()))
    assert (kept.to, kept.service_keys) == (to, ())


@pytest.mark.parametrize("words", ODD)
def test_words_are_kept_as_they_are(store: Store, words: str) -> None:
    """Quotation marks, lists in JSON, statements of SQL: words like any others."""
    odd = replace(REQUEST, provider=words, to=(words,), service_keys=(words, words), who=words)
    kept, = add(store, odd)
    assert kept == replace(odd, number=1, id=kept.id)


@settings(derandomize=True, max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=4))
def test_any_list_comes_back_as_it_was(store: Store, words: list[str]) -> None:
    """Whatever signs it holds."""
    kept = add(store, replace(REQUEST, to=tuple(words), service_keys=tuple(words)))[0]
    assert kept.to == kept.service_keys == tuple(words)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_many_requests_are_kept_all_or_none(store: Store, place: int) -> None:
    """One that cannot be kept takes all of its try with it; what was kept before stays."""
    before = add(store)
    many = [replace(REQUEST, provider=str(number)) for number in range(3)]
    many[place] = replace(REQUEST, provider="\ud800")
    with pytest.raises(StoreError):
        add(store, *many)
    assert store.requests.all() == before


def test_one_try_is_kept_once(store: Store) -> None:
    """However often it is asked for."""
    for _ in range(3):
        add(store, REQUEST, replace(REQUEST, provider="Another"), attempt=ATTEMPT)
    assert len(store.requests.all()) == 2
    assert len(add(store, attempt="'; DROP TABLE request")) == 3


def test_a_request_may_be_kept_with_the_day_on_which_it_was_sent(store: Store) -> None:
    """Whoever made it sent it at once."""
    kept, = add(store, replace(REQUEST, sent_on="2026-11-20"))
    assert kept.sent_on == "2026-11-20"


@pytest.mark.parametrize("what", ["sent_on", "reminded_on", "dropped_on"])
def test_what_becomes_of_it_is_written_down_and_can_be_taken_back(store: Store, what: str) -> None:
    """Each with its day, and the others stay as they are."""
    kept, other = add(store, REQUEST, replace(REQUEST, provider="Another"))
    assert store.requests.mark([kept.id], what, today=TODAY) == 1
    marked = replace(kept, **{what: "2026-11-21"})  # type: ignore[arg-type]
    assert store.requests.all() == (marked, other)
    assert store.requests.mark([kept.id], what, today=None) == 1
    assert store.requests.all() == (kept, other)


def test_a_reminder_may_set_a_new_day_to_reply_by(store: Store) -> None:
    """Without one the old day stays."""
    kept, = add(store)
    store.requests.mark([kept.id], "reminded_on", today=TODAY)
    assert store.requests.all()[0].reply_by == "2026-12-11"
    store.requests.mark([kept.id], "reminded_on", today=TODAY, reply_by=date(2026, 12, 24))
    assert store.requests.all() == (replace(kept, reminded_on="2026-11-21", reply_by="2026-12-24"),)


def test_marking_says_how_many_there_were(store: Store) -> None:
    """By a name that nobody has: none."""
    one, other = add(store, REQUEST, REQUEST)
    assert store.requests.mark([one.id, other.id, "", "%", "nobody"], "sent_on", today=TODAY) == 2
    assert store.requests.mark([], "sent_on", today=TODAY) == 0


@pytest.mark.parametrize("what", ["provider", "id", "made_on", "", "sent_on = '', provider"])
def test_nothing_else_of_a_request_can_be_changed(store: Store, what: str) -> None:
    """A column's name is no way into the store."""
    kept = add(store)
    with pytest.raises(ValueError, match=what or "$"):
        store.requests.mark([kept[0].id], what, today=TODAY)
    assert store.requests.all() == kept
    assert {name for name in dir(store.requests) if not name.startswith("_")} == {"add", "all", "ask_again", "mark"}


def test_where_there_is_no_store_reading_makes_none(store: Store) -> None:
    """To look is not to write."""
    assert store.requests.all() == ()
    assert not store.path.parent.exists()
