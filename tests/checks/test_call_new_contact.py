"""call-new-contact: whoever answered named another number or address as the right one."""

import pytest

from review_kit.checks.call_new_contact import CHECK
from review_kit.model import Answer, ContactVerdict, Says, Severity

from . import facts as make
from .speaking import (
    BOX,
    KEY,
    NUMBER,
    OTHER,
    OTHER_BOX,
    OTHER_KEY,
    TEAM,
    entry,
    facts,
    found,
    heard,
    page,
    replied,
    told,
)

TOLD = [(ContactVerdict.BROKEN, CHECK.name)]
CALL = heard(Says.CHANGED, text=OTHER)


def test_the_new_number_is_suggested_with_who_heard_it() -> None:
    """It is to be tried before it is put in."""
    finding, = found(CHECK, facts(answers=[CALL]))
    assert finding.what_we_saw == f"Whoever answered said that “{OTHER}” is right now."
    assert finding.what_to_do == "Try the new one yourself, then put it in."
    assert finding.suggestion == OTHER
    assert finding.evidence == f"The cell says “{NUMBER}”. {TEAM} tried it on 20 November 2026: {Says.CHANGED}."
    assert finding.basis == (("normalised", KEY), ("suggestion", OTHER))
    assert finding.severity is Severity.BROKEN
    assert told(facts(answers=[CALL])) == TOLD


def test_a_mailbox_is_told_likewise() -> None:
    """By its own words."""
    of = facts(answers=[heard(Says.CHANGED, about=BOX, text=OTHER_BOX)], services=[entry(make.email(BOX))])
    assert found(CHECK, of)[0].suggestion == OTHER_BOX


@pytest.mark.parametrize("answer", [
    heard(Says.CHANGED, "2025-11-20", text=OTHER), heard(Says.CHANGED, "2026-11-22", text=OTHER), heard(Says.RIGHT),
    heard(Says.CHANGED, text=OTHER, undone_on="2026-11-21"), heard(Says.CHANGED, text=OTHER, about=OTHER_KEY),
    heard(Says.CHANGED, text=OTHER, key="svc-9"), replied(Says.CHANGED, text=OTHER), heard(Says.NOBODY, text=OTHER),
])
def test_an_answer_that_counts_for_nothing_or_says_otherwise_is_not_told(answer: Answer) -> None:
    """Older than the cycle, of tomorrow, undone, about another number or entry; or a reply about the whole entry."""
    assert found(CHECK, facts(answers=[answer])) == []


def test_a_later_call_counts_and_silence_takes_nothing_back() -> None:
    """The old number works after all; or nobody answered it."""
    assert told(facts(answers=[CALL, heard(Says.RIGHT, "2026-11-21", number=2)])) == [(ContactVerdict.OK, "")]
    assert told(facts(answers=[CALL, heard(Says.NOBODY, "2026-11-21", number=2)])) == TOLD


def test_the_providers_page_does_not_make_the_old_number_right() -> None:
    """Pages are renewed later than numbers."""
    assert told(facts(page(f"<p>{NUMBER}</p>"), answers=[CALL])) == TOLD


def test_once_the_new_number_stands_in_the_entry_nothing_is_told_and_nothing_vouches() -> None:
    """It was named by somebody on the telephone, and nobody has tried it."""
    of = facts(answers=[CALL], services=[entry(make.phone(OTHER))])
    assert told(of) == [(ContactVerdict.BY_HAND, "contact-not-vouched")]


def test_a_retired_entry_is_not_asked() -> None:
    """It is no longer published."""
    assert found(CHECK, facts(answers=[CALL], services=[entry(Status="retired")])) == []


def test_an_entry_is_told_whatever_was_written_beside_the_number() -> None:
    """Braces and quotation marks are words like any others."""
    odd = heard(Says.CHANGED, text="{new} “0114”", note="{x}")
    assert "{new} “0114”" in found(CHECK, facts(answers=[odd]))[0].what_we_saw
