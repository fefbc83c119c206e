"""call-somebody-else: a number at which somebody else answered."""

import pytest

from review_kit.checks.call_somebody_else import CHECK
from review_kit.model import Answer, ContactVerdict, Says, Severity

from . import facts as make
from .speaking import KEY, NUMBER, OTHER, OTHER_KEY, TEAM, entry, facts, found, heard, page, replied, told

TOLD = [(ContactVerdict.BROKEN, CHECK.name)]
CALL = heard(Says.OTHERS)


def test_what_a_call_came_to_is_told_with_who_and_when() -> None:
    """And the remark that was kept with it."""
    finding, = found(CHECK, facts(answers=[heard(Says.OTHERS, note="A shop.")]))
    assert finding.what_we_saw == "Somebody tried it, and it was not this service that answered."
    assert finding.what_to_do == "Take it out today, and ask the provider for the right one."
    assert finding.evidence == (
        f"The cell says “{NUMBER}”. {TEAM} tried it on 20 November 2026: {Says.OTHERS} (A shop).")
    assert finding.basis == (("normalised", KEY), ("heard_on", "2026-11-20"))
    assert finding.severity is Severity.BROKEN
    assert told(facts(answers=[CALL])) == TOLD


@pytest.mark.parametrize("name", ["Crisis line", "Someone to talk to, 24 hours"])
def test_it_is_a_danger_where_harm_hangs_on_it(name: str) -> None:
    """Somebody in need would ring it."""
    finding, = found(CHECK, facts(answers=[CALL], services=[entry(name=name)]))
    assert finding.severity is Severity.DANGER


@pytest.mark.parametrize("answer", [
    heard(Says.OTHERS, "2025-11-20"), heard(Says.OTHERS, "2026-11-22"), heard(Says.OTHERS, undone_on="2026-11-21"),
    heard(Says.OTHERS, about=OTHER_KEY), heard(Says.OTHERS, about=""), heard(Says.OTHERS, key="svc-9"),
    heard(Says.RIGHT), heard(Says.NOBODY), replied(Says.RIGHT), replied(Says.CLOSED), heard(Says.OTHERS, "last week"),
])
def test_an_answer_that_counts_for_nothing_or_says_otherwise_is_not_told(answer: Answer) -> None:
    """Older than the cycle, of tomorrow, undone, about another number, of another entry, without a day."""
    assert found(CHECK, facts(answers=[answer])) == []


def test_a_crisis_services_answer_counts_for_fewer_months() -> None:
    """What was heard of a choir in July counts still, and of a crisis line no more."""
    call = heard(Says.OTHERS, "2026-07-01")
    assert found(CHECK, facts(answers=[call])) != []
    assert found(CHECK, facts(answers=[call], services=[entry(name="Crisis line")])) == []


def test_the_newest_call_counts_but_silence_takes_nothing_back() -> None:
    """A later call found it right; or nobody answered, which says nothing."""
    right = heard(Says.RIGHT, "2026-11-21", number=2)
    assert told(facts(answers=[CALL, right])) == [(ContactVerdict.OK, "")]
    assert told(facts(answers=[heard(Says.NOBODY, "2026-11-21", number=2), CALL])) == TOLD
    assert told(facts(answers=[heard(Says.RIGHT, "2026-11-19", number=2), CALL])) == TOLD


def test_of_two_calls_on_one_day_the_later_written_counts() -> None:
    """Nobody writes down the hour."""
    assert told(facts(answers=[CALL, heard(Says.RIGHT, number=2)])) == [(ContactVerdict.OK, "")]
    assert told(facts(answers=[heard(Says.RIGHT, number=1), heard(Says.OTHERS, number=2)])) == TOLD


def test_nothing_else_makes_the_number_right() -> None:
    """Not the provider's page, its reply or an assurance: somebody rang."""
    there = page(f"<p>Call {NUMBER}</p>")
    assured = entry(Assured_on="2026-11-21", Assured_by=TEAM)
    assert told(facts(there, answers=[CALL])) == TOLD
    assert told(facts(there, answers=[CALL, replied(Says.RIGHT, "2026-11-21", number=2)])) == TOLD
    assert told(facts(there, answers=[CALL], services=[assured])) == TOLD


def test_a_number_that_was_mended_since_is_another_one() -> None:
    """The new one has not been tried."""
    assert told(facts(answers=[CALL], services=[entry(make.phone(OTHER))])) == [
        (ContactVerdict.BY_HAND, "contact-not-vouched")]


def test_it_is_told_of_the_number_that_was_tried_and_of_no_other() -> None:
    """An entry may hold several; rows that share a key share what was heard of the same number."""
    two = entry(make.phone(NUMBER), make.phone(OTHER))
    assert [finding.about for finding in found(CHECK, facts(answers=[CALL], services=[two]))] == [two.contacts[0]]
    rows = [entry(key="same"), entry(make.phone(NUMBER, row=3), row=3, key="same")]
    assert len(found(CHECK, facts(answers=[heard(Says.OTHERS, key="same")], services=rows))) == 2


def test_a_retired_entry_is_not_asked() -> None:
    """It is no longer published."""
    assert found(CHECK, facts(answers=[CALL], services=[entry(Status="retired")])) == []


def test_the_right_number_is_suggested_where_somebody_heard_it() -> None:
    """Else nothing is."""
    assert found(CHECK, facts(answers=[CALL]))[0].suggestion == ""
    assert found(CHECK, facts(answers=[heard(Says.OTHERS, text=OTHER)]))[0].suggestion == OTHER
