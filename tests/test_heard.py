"""What people heard that still counts, and what each answer says and does not say."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from review_kit import heard
from review_kit.asked_words import words_digest
from review_kit.model import Answer, Cell, Contact, ContactKind, Says, Service, Way

from .checks import facts as make
from .checks.speaking import BOX, KEY, NUMBER, OTHER, OTHER_KEY, TEAM, entry, facts, replied
from .checks.speaking import heard as rung

CHOIR = entry()
PHONE = CHOIR.contacts[0]


def confirmed(*answers: Answer, of: Service = CHOIR, **more: Any) -> Answer | None:
    """The answer by which somebody confirmed the entry's first contact."""
    given = facts(answers=answers, services=[of], **more)
    return heard.confirmed(given, of, of.contacts[0])


@pytest.mark.parametrize(("on", "counts"), [
    ("2026-11-21", True), ("2025-11-21", True), ("2025-11-20", False), ("2026-11-22", False), ("", False),
    ("last spring", False), ("2026-02-30", False), ("21/11/2026", False), ("2026-11-21T10:00:00", False),
    ("0001-01-01", False),
    ("9999-12-31", False),
])
def test_an_answer_counts_for_a_review_cycle_from_its_own_day(on: str, counts: bool) -> None:
    """To the day; one that is still to come counts for nothing, nor one whose day is none of the store's."""
    for answer in (rung(Says.RIGHT, on), replied(Says.RIGHT, on)):
        assert bool(list(heard.counting(facts(answers=[answer]), CHOIR))) is counts


@pytest.mark.parametrize(("on", "counts"), [("2026-08-21", True), ("2026-08-20", False)])
def test_a_crisis_services_answer_counts_for_fewer_months(on: str, counts: bool) -> None:
    """Three, if Settings say nothing else."""
    crisis = entry(name="Crisis line")
    assert bool(confirmed(rung(Says.RIGHT, on), of=crisis)) is counts


@pytest.mark.parametrize(("today", "counts"), [(date(2025, 2, 28), True), (date(2025, 3, 1), False)])
def test_a_leap_days_answer_counts_to_the_end_of_february(today: date, counts: bool) -> None:
    """The same day a year later, or the last of its month."""
    assert bool(confirmed(rung(Says.RIGHT, "2024-02-29"), today=today)) is counts


def test_the_settings_say_how_long_an_answer_counts() -> None:
    """A council that reviews each half-year asks again after six months."""
    settings = replace(make.SETTINGS, review_cycle_months=6)
    assert confirmed(rung(Says.RIGHT, "2026-05-21"), settings=settings)
    assert not confirmed(rung(Says.RIGHT, "2026-05-20"), settings=settings)


def test_an_answer_that_was_undone_counts_for_nothing() -> None:
    """Whatever the day; what was heard before it counts again."""
    old, wrong = rung(Says.RIGHT, "2026-11-01"), rung(Says.DEAD, "2026-11-20", number=2, undone_on="2026-11-20")
    assert confirmed(wrong) is None
    assert confirmed(old, wrong) == old


@pytest.mark.parametrize("says", [one for one in Says if one is not Says.RIGHT])
def test_only_right_confirms(says: Says) -> None:
    """By call or by reply."""
    assert confirmed(rung(says)) is None
    assert confirmed(replied(says)) is None


def test_a_reply_says_nothing_against_a_call() -> None:
    """Whichever came first: the provider that ticks “correct” may not have rung its own number."""
    for on in ("2026-11-01", "2026-11-21"):
        for says in (Says.DEAD, Says.OTHERS, Says.CHANGED, Says.CLOSED, Says.NOBODY):
            assert confirmed(rung(says), replied(Says.RIGHT, on, number=2)) is None
    right = rung(Says.RIGHT)
    assert confirmed(right, replied(Says.CLOSED, "2026-11-21", number=2)) == right


def test_a_call_of_one_number_says_nothing_of_another() -> None:
    """Nor of the same one in another entry; a reply speaks of all that its letter showed."""
    two = entry(make.phone(NUMBER), make.phone(OTHER))
    of = facts(answers=[rung(Says.RIGHT)], services=[two])
    assert [heard.confirmed(of, two, one) is not None for one in two.contacts] == [True, False]
    assert confirmed(rung(Says.RIGHT, key="svc-9")) is None
    whole = replied(Says.RIGHT, of=two)
    both = facts(answers=[whole], services=[two])
    assert [heard.confirmed(both, two, one) for one in two.contacts] == [whole, whole]
    dead = facts(answers=[whole, rung(Says.DEAD, about=OTHER_KEY, number=2)], services=[two])
    assert [heard.confirmed(dead, two, one) for one in two.contacts] == [whole, None]


def test_a_contact_that_could_not_be_read_goes_by_its_own_words() -> None:
    """A faulty number may have been tried as it stands, and so may a person have been asked."""
    faulty = make.phone("0114 496", problem="too short")
    assert confirmed(rung(Says.DEAD, about="0114 496"), of=entry(faulty)) is None
    of = facts(answers=[rung(Says.DEAD, about="0114 496")], services=[entry(faulty)])
    assert [contact for _, contact, _ in heard.heard_of(of, Says.DEAD)] == [faulty]
    assert confirmed(rung(Says.RIGHT, about="Ann Invented"), of=entry(make.person()))


def test_a_call_that_came_to_nothing_is_no_news() -> None:
    """Silence, before or after, takes nothing back; alone it is all that is known."""
    right, silent = rung(Says.RIGHT, "2026-11-10"), rung(Says.NOBODY, "2026-11-20", number=2)
    of = facts(answers=[right, silent])
    assert heard.said_last(of, CHOIR, PHONE) == right
    assert heard.said_last(facts(answers=[silent]), CHOIR, PHONE) == silent
    assert heard.said_last(facts(), CHOIR, PHONE) is None


def test_a_right_that_several_silent_days_followed_is_no_news() -> None:
    """It answered in October, and on three days of November nobody did; five tries of one day are one day."""
    right = rung(Says.RIGHT, "2026-10-01")
    silent = [rung(Says.NOBODY, f"2026-11-{day}", number=day) for day in (10, 11, 12)]
    assert heard.said_last(facts(answers=[right, *silent[:2]]), CHOIR, PHONE) == right
    assert heard.said_last(facts(answers=[right, *silent]), CHOIR, PHONE) == silent[-1]
    assert confirmed(right, *silent) is None
    same_day = [rung(Says.NOBODY, "2026-11-10", number=number) for number in range(2, 9)]
    assert confirmed(right, *same_day) == right
    dead = rung(Says.DEAD, "2026-10-01")
    assert heard.said_last(facts(answers=[dead, *silent]), CHOIR, PHONE) == dead


def test_a_right_that_counts_no_more_does_not_outweigh_silence() -> None:
    """It answered two years ago, and nobody answers now."""
    old, silent = rung(Says.RIGHT, "2024-11-20"), rung(Says.NOBODY, "2026-11-20", number=2)
    assert heard.said_last(facts(answers=[old, silent]), CHOIR, PHONE) == silent


def test_the_newest_comes_first_whenever_it_was_written_down() -> None:
    """By the day on which it was heard."""
    later_written = rung(Says.RIGHT, "2026-11-01", number=9)
    of = facts(answers=[rung(Says.DEAD, "2026-11-20", number=1), later_written])
    assert [one.on for one in heard.calls(of, CHOIR, PHONE)] == ["2026-11-20", "2026-11-01"]


def test_a_reply_about_other_words_vouches_for_nothing() -> None:
    """Somebody mended the entry since; the mark of its words is another one."""
    before = replied(Says.RIGHT)
    assert confirmed(before) == before
    mended = replace(CHOIR, frequency="Fortnightly")
    assert words_digest(mended) != words_digest(CHOIR)
    assert confirmed(before, of=mended) is None
    assert confirmed(replied(Says.RIGHT, asked="")) is None


def test_a_newer_reply_about_other_words_does_not_bring_back_an_older_one() -> None:
    """What the provider said last was about words that are gone."""
    newer = replied(Says.CHANGED, "2026-11-21", number=2, asked="other words")
    assert confirmed(replied(Says.RIGHT), newer) is None


def test_two_rows_that_share_a_key_are_told_apart_by_their_words() -> None:
    """A reply names its entry by a key and by the mark of its words."""
    copy = replace(entry(make.phone(NUMBER, row=3), row=3, key="svc-2"), frequency="Fortnightly")
    of = facts(answers=[replied(Says.RIGHT)], services=[CHOIR, copy])
    assert [heard.confirmed(of, one, one.contacts[0]) is not None for one in (CHOIR, copy)] == [True, False]


def shown_in(column: str, *, words: str = NUMBER, text: str = "") -> Answer | None:
    """What a provider's “correct” says of a number in this column, of which the letter shows the text."""
    columns = {"Section": 1, "Area of support": 2, "Provider": 3, "Frequency": 4, "Impact": 5, "How to get it": 6,
               "Notes": 7}
    held = Contact(Cell("Services", 2, columns.get(column, 9)), ContactKind.PHONE, words, KEY)
    of = replace(CHOIR, contacts=(held,), provider=text if column == "Provider" else "Borchester Singers",
                 values={column: text})
    given = facts(answers=[replied(Says.RIGHT, of=of)], services=[of], columns=columns)
    return heard.confirmed(given, of, held)


def test_a_reply_confirms_what_its_letter_showed() -> None:
    """Whatever spaces and line breaks stood around it."""
    assert shown_in("Provider", text=f"Borchester Singers\r\n{NUMBER}")
    assert shown_in("How to get it", text=f"Call {NUMBER} first")
    assert shown_in("Provider", words="0114\u00a0496  0123", text="Call 0114\u00a0496  0123")


@pytest.mark.parametrize("column", ["Notes", "Column I"])
def test_a_reply_confirms_nothing_that_its_letter_did_not_show(column: str) -> None:
    """A number in the council's own notes, or in a column without a name, went to no provider."""
    assert shown_in(column, text=f"Call {NUMBER}") is None


def test_a_reply_confirms_no_number_that_stands_behind_other_words() -> None:
    """The letter showed “Call us”, and not what the cell leads to."""
    assert shown_in("Provider", text="Borchester Singers. Call us") is None


def test_an_answer_is_said_in_a_sentence() -> None:
    """Who heard it and when, with the remark; a reply names the provider and not who took it down."""
    assert heard.in_words(rung(Says.RIGHT)) == f"{TEAM} tried it on 20 November 2026: right."
    assert heard.in_words(rung(Says.OTHERS, note="A shop.")) == (
        f"{TEAM} tried it on 20 November 2026: somebody else answered (A shop).")
    assert heard.in_words(replied(Says.PAUSED, note="Until May")) == (
        "The provider answered on 20 November 2026: temporarily closed (Until May).")


def test_a_retired_entry_has_been_heard_of_no_more() -> None:
    """Nobody is asked about it."""
    of = facts(answers=[rung(Says.DEAD)], services=[entry(Status="retired")])
    assert list(heard.heard_of(of, Says.DEAD)) == []


def test_a_reply_that_names_a_contracts_end_is_found_behind_newer_ones() -> None:
    """A day that was named once is not taken back by a reply without one."""
    named = replied(Says.RIGHT, "2026-11-01", contract_ends="2027-03-31")
    of = facts(answers=[named, replied(Says.CHANGED, "2026-11-20", number=2)])
    assert heard.newest_contract_end(of, CHOIR) == named
    assert heard.newest_contract_end(facts(answers=[replied(Says.RIGHT)]), CHOIR) is None


def test_a_call_and_a_reply_are_never_taken_for_each_other() -> None:
    """A reply about an entry is no call of its number, and a call is no word on the entry."""
    of = facts(answers=[rung(Says.RIGHT), replied(Says.CLOSED, number=2)])
    reply = heard.reply(of, CHOIR)
    assert reply is not None
    assert (reply.way, reply.says) == (Way.REPLY, Says.CLOSED)
    assert [one.way for one in heard.calls(of, CHOIR, PHONE)] == [Way.CALL]
    assert list(heard.replied(of, Says.RIGHT)) == []
    assert [one.says for _, one in heard.replied(of, Says.CLOSED)] == [Says.CLOSED]


def test_a_mailbox_goes_by_its_small_letters() -> None:
    """As the register reads it."""
    assert confirmed(rung(Says.RIGHT, about=BOX), of=entry(make.email(BOX)))
    assert not confirmed(rung(Says.RIGHT, about="Team@club.example"), of=entry(make.email(BOX)))
