"""provider-names-contract-end: the provider named the end of its contract, and the register holds another or none."""

from dataclasses import replace

import pytest

from review_kit.checks.contract_ends import COLUMN
from review_kit.checks.provider_names_contract_end import CHECK
from review_kit.model import Answer, Says, Severity

from .speaking import entry, facts, found, replied

NAMED = replied(Says.RIGHT, contract_ends="2027-03-31")


def test_the_day_is_suggested_for_its_column() -> None:
    """With what stands there now, and the reply."""
    finding, = found(CHECK, facts(answers=[NAMED]))
    assert finding.what_we_saw == (
        "The provider says that its contract ends on 31 March 2027, and the register does not say so.")
    assert finding.what_to_do == "Put the day in, so that the next review asks in time."
    assert (finding.suggestion, finding.answer_in, finding.about) == ("2027-03-31", COLUMN, None)
    assert finding.evidence == f"“Contract ends” says “”. The provider answered on 20 November 2026: {Says.RIGHT}."
    assert finding.basis == (("suggestion", "2027-03-31"), ("text", ""))
    assert finding.severity is Severity.CAUTION


@pytest.mark.parametrize("written", ["2027-03-31", "31/03/2027", "31 March 2027", "31st March 2027", " 31.03.2027 "])
def test_the_same_day_however_it_is_written_is_not_told(written: str) -> None:
    """Nothing is to be changed."""
    assert found(CHECK, facts(answers=[NAMED], services=[entry(Contract_ends=written)])) == []


@pytest.mark.parametrize("written", ["2026-03-31", "31/03/2028", "soon", "2027-03-30"])
def test_another_day_or_one_that_cannot_be_read_is_told(written: str) -> None:
    """What stands there is quoted."""
    finding, = found(CHECK, facts(answers=[NAMED], services=[entry(Contract_ends=written)]))
    assert f"says “{written}”" in finding.evidence
    assert dict(finding.basis)["text"] == written


@pytest.mark.parametrize("says", [Says.RIGHT, Says.CHANGED, Says.PAUSED, Says.CLOSED])
def test_it_is_told_whatever_else_the_reply_says(says: Says) -> None:
    """The day is worth knowing beside all four answers."""
    assert found(CHECK, facts(answers=[replied(says, contract_ends="2027-03-31")])) != []


def test_it_holds_though_the_entrys_words_have_changed_since() -> None:
    """A contract does not end with a sentence."""
    mended = replace(entry(), frequency="Fortnightly")
    assert found(CHECK, facts(answers=[NAMED], services=[mended])) != []


@pytest.mark.parametrize("answer", [
    replied(Says.RIGHT), replied(Says.RIGHT, contract_ends="soon"),
    replied(Says.RIGHT, "2025-11-20", contract_ends="2027-03-31"),
    replied(Says.RIGHT, "2026-11-22", contract_ends="2027-03-31"),
    replied(Says.RIGHT, contract_ends="2027-03-31", undone_on="2026-11-21"),
    replied(Says.RIGHT, of=entry(row=9), contract_ends="2027-03-31"),
])
def test_a_reply_that_names_none_or_counts_for_nothing_is_not_told(answer: Answer) -> None:
    """Older than the cycle, of tomorrow, undone, of another entry."""
    assert found(CHECK, facts(answers=[answer])) == []


def test_the_newest_day_counts_and_a_reply_without_one_takes_nothing_back() -> None:
    """A provider need not repeat it each time."""
    later = replied(Says.RIGHT, "2026-11-21", number=2, contract_ends="2028-03-31")
    assert found(CHECK, facts(answers=[NAMED, later]))[0].suggestion == "2028-03-31"
    silent = replied(Says.RIGHT, "2026-11-21", number=2)
    assert found(CHECK, facts(answers=[NAMED, silent]))[0].suggestion == "2027-03-31"


def test_a_retired_entry_is_not_asked() -> None:
    """It is no longer published."""
    assert found(CHECK, facts(answers=[NAMED], services=[entry(Status="retired")])) == []
