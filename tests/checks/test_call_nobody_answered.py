"""call-nobody-answered: a number at which nobody answered so far."""

import pytest

from review_kit.checks.call_nobody_answered import CHECK
from review_kit.heard import SILENT_DAYS
from review_kit.model import Answer, ContactVerdict, Says, Severity

from . import facts as make
from .speaking import KEY, NUMBER, OTHER, OTHER_KEY, TEAM, entry, facts, found, heard, page, replied, told

TOLD = [(ContactVerdict.BY_HAND, CHECK.name)]


def silent(*days: str) -> list[Answer]:
    """A call on each of these days that nobody answered."""
    return [heard(Says.NOBODY, day, number=number) for number, day in enumerate(days, 1)]


def test_one_silent_afternoon_proves_nothing() -> None:
    """It is a note, and the number is to be tried again."""
    finding, = found(CHECK, facts(answers=silent("2026-11-20")))
    assert finding.what_we_saw == "Somebody tried it on 20 November 2026, and nobody answered."
    assert finding.what_to_do == "Try again at another hour, on another day."
    assert finding.severity is Severity.NOTE
    assert finding.evidence == (
        f"The cell says “{NUMBER}”. {TEAM} tried it on 20 November 2026: {Says.NOBODY}.")
    assert finding.basis == (("normalised", KEY), ("days", "1"))
    assert told(facts(answers=silent("2026-11-20"))) == TOLD


def test_several_days_do() -> None:
    """From the third on the provider is asked; all tries stand in the evidence, the oldest first."""
    days = ("2026-11-20", "2026-11-18", "2026-11-19")
    finding, = found(CHECK, facts(answers=silent(*days)))
    assert len(days) == SILENT_DAYS
    assert finding.severity is Severity.CAUTION
    assert finding.what_we_saw == "Somebody tried it on 3 days, last on 20 November 2026, and nobody answered."
    assert finding.what_to_do == "Ask the provider in another way whether it is right."
    places = [finding.evidence.index(f"{day} November") for day in (18, 19, 20)]
    assert places == sorted(places)
    assert told(facts(answers=silent(*days))) == TOLD


def test_five_tries_on_one_day_are_one_day() -> None:
    """They may all have fallen into one lunch."""
    finding, = found(CHECK, facts(answers=silent(*["2026-11-20"] * 5)))
    assert (finding.severity, finding.basis[1]) == (Severity.NOTE, ("days", "1"))


def test_a_further_silent_day_brings_the_question_back() -> None:
    """A decision rests on the number of days."""
    one, two = (found(CHECK, facts(answers=silent(*days)))[0].basis
                for days in (("2026-11-20",), ("2026-11-20", "2026-11-21")))
    assert one != two


@pytest.mark.parametrize("says", [Says.DEAD, Says.OTHERS, Says.CLOSED, Says.CHANGED])
@pytest.mark.parametrize("on", ["2026-11-01", "2026-11-21"])
def test_silence_takes_nothing_back_of_what_was_heard(says: Says, on: str) -> None:
    """Before it or after it: one call that told what is wrong is enough."""
    calls = [*silent("2026-11-18", "2026-11-19", "2026-11-20"), heard(says, on, number=9, text=OTHER)]
    assert found(CHECK, facts(answers=calls)) == []


def test_a_number_that_answered_once_and_has_been_silent_for_days_is_not_ok() -> None:
    """Two silent days take nothing back; three do, and the call that found it right stands in the evidence."""
    right = heard(Says.RIGHT, "2026-10-01", number=9)
    two, three = silent("2026-11-19", "2026-11-20"), silent("2026-11-18", "2026-11-19", "2026-11-20")
    assert told(facts(answers=[right, *two])) == [(ContactVerdict.OK, "")]
    of = facts(answers=[right, *three])
    assert told(of) == TOLD
    finding, = found(CHECK, of)
    assert finding.severity is Severity.CAUTION
    assert finding.basis == (("normalised", KEY), ("days", "3"))
    assert "tried it on 1 October 2026: right." in finding.evidence


def test_silence_before_it_answered_is_over() -> None:
    """Three silent days, and then somebody picked up; a silent day since then begins the count anew."""
    calls = [*silent("2026-11-15", "2026-11-16", "2026-11-17"), heard(Says.RIGHT, "2026-11-18", number=9)]
    assert told(facts(answers=calls)) == [(ContactVerdict.OK, "")]
    assert told(facts(answers=[*calls, heard(Says.NOBODY, "2026-11-20", number=10)])) == [(ContactVerdict.OK, "")]


@pytest.mark.parametrize("answer", [
    heard(Says.NOBODY, "2025-11-20"), heard(Says.NOBODY, "2026-11-22"), heard(Says.NOBODY, undone_on="2026-11-21"),
    heard(Says.NOBODY, about=OTHER_KEY), heard(Says.NOBODY, key="svc-9"), heard(Says.RIGHT), replied(Says.RIGHT),
])
def test_a_call_that_counts_for_nothing_is_not_told(answer: Answer) -> None:
    """Older than the cycle, of tomorrow, undone, about another number or entry."""
    assert found(CHECK, facts(answers=[answer])) == []


def test_days_that_count_no_more_are_not_counted() -> None:
    """Two of last year and one of this make one."""
    finding, = found(CHECK, facts(answers=silent("2025-03-01", "2025-03-02", "2026-11-20")))
    assert finding.severity is Severity.NOTE


def test_silence_outweighs_what_vouches_without_ringing() -> None:
    """The provider's page, its reply and an assurance say that the number is right; nobody picks it up."""
    calls = silent("2026-11-20")
    assured = entry(Assured_on="2026-11-01", Assured_by=TEAM)
    assert told(facts(page(f"<p>{NUMBER}</p>"), answers=calls)) == TOLD
    assert told(facts(answers=[*calls, replied(Says.RIGHT, number=2)])) == TOLD
    assert told(facts(answers=calls, services=[assured])) == TOLD


def test_a_retired_entry_is_not_asked() -> None:
    """It is no longer published."""
    assert found(CHECK, facts(answers=silent("2026-11-20"), services=[entry(Status="retired")])) == []


def test_a_number_that_was_mended_since_is_another_one() -> None:
    """The new one has not been tried."""
    of = facts(answers=silent("2026-11-20"), services=[entry(make.phone(OTHER))])
    assert told(of) == [(ContactVerdict.BY_HAND, "contact-not-vouched")]
