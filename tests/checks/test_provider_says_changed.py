"""provider-says-changed: the provider answered that its entry has changed."""

from dataclasses import replace

import pytest

from review_kit.checks.provider_says_changed import CHECK
from review_kit.model import Answer, ContactVerdict, Says, Severity

from .speaking import NUMBER, OTHER, entry, facts, found, heard, page, replied, told

REPLY = replied(Says.CHANGED, text="We are in the library now.")


def test_the_providers_words_are_quoted_with_their_day() -> None:
    """What to do is to mend the entry: nobody can do that from a sentence."""
    finding, = found(CHECK, facts(answers=[REPLY]))
    assert finding.what_we_saw == (
        "The provider answered that this entry has changed: “We are in the library now.”.")
    assert finding.evidence == f"The provider answered on 20 November 2026: {Says.CHANGED}."
    assert (finding.about, finding.suggestion, finding.severity) == (None, "", Severity.CAUTION)
    assert finding.basis == (("reply", "We are in the library now."), ("replied_on", "2026-11-20"))


def test_a_reply_without_words_is_told_as_one() -> None:
    """Whoever took it down may have had no more."""
    finding, = found(CHECK, facts(answers=[replied(Says.CHANGED)]))
    assert finding.what_we_saw == "The provider answered that this entry has changed, and not how."


def test_long_words_are_cut_and_kept_on_one_line() -> None:
    """All of them stand in the basis."""
    said = "One.\nTwo.  " + "Three. " * 200
    finding, = found(CHECK, facts(answers=[replied(Says.CHANGED, text=said)]))
    assert "\n" not in finding.what_we_saw
    assert len(finding.what_we_saw) < 400
    assert dict(finding.basis)["reply"] == said


def test_it_vouches_for_nothing_and_against_no_number() -> None:
    """What has changed may be the day of the week."""
    assert told(facts(answers=[REPLY])) == [(ContactVerdict.BY_HAND, "contact-not-vouched")]
    assert told(facts(page(f"<p>{NUMBER}</p>"), answers=[REPLY])) == [(ContactVerdict.OK, "")]


def test_a_call_that_heard_of_a_new_number_is_not_a_reply() -> None:
    """It is told by the check of calls."""
    assert found(CHECK, facts(answers=[heard(Says.CHANGED, text=OTHER)])) == []



@pytest.mark.parametrize("answer", [
    replied(Says.CHANGED, "2025-11-20"), replied(Says.CHANGED, "2026-11-22"),
    replied(Says.CHANGED, undone_on="2026-11-21"),
    replied(Says.CHANGED, asked="the mark of other words"), replied(Says.CHANGED, asked=""),
    replied(Says.CHANGED, of=entry(row=9)), replied(Says.RIGHT), replied(Says.CHANGED, "next week"),
])
def test_a_reply_that_counts_for_nothing_or_says_otherwise_is_not_told(answer: Answer) -> None:
    """Older than the cycle, of tomorrow, undone, about words that have changed since, about another entry."""
    assert found(CHECK, facts(answers=[answer])) == []


def test_words_that_changed_since_were_not_asked_about() -> None:
    """The lead mended the entry: the reply says nothing of it any more."""
    mended = replace(entry(), frequency="Fortnightly")
    assert found(CHECK, facts(answers=[REPLY], services=[mended])) == []


def test_the_newest_reply_counts() -> None:
    """A provider that answered twice meant the second."""
    assert found(CHECK, facts(answers=[REPLY, replied(Says.RIGHT, "2026-11-21", number=2)])) == []
    assert found(CHECK, facts(answers=[REPLY, replied(Says.RIGHT, "2026-11-19", number=2)])) != []


def test_a_reply_about_newer_words_takes_the_place_of_an_older_one() -> None:
    """The newest is about words that are gone, so the provider is to be asked again; the older one is not dug up."""
    newer = replied(Says.RIGHT, "2026-11-21", number=2, asked="the mark of other words")
    assert found(CHECK, facts(answers=[REPLY, newer])) == []


def test_a_retired_entry_is_not_asked() -> None:
    """It is no longer published; a mark in its row does not change the words that were asked about."""
    assert found(CHECK, facts(answers=[REPLY], services=[entry(Status="retired")])) == []
