"""provider-says-paused: the provider answered that its service is closed for a time."""

from dataclasses import replace

import pytest

from review_kit.checks.provider_says_paused import CHECK
from review_kit.model import Answer, ContactVerdict, Says, Severity

from .speaking import NUMBER, OTHER, entry, facts, found, page, replied, told

REPLY = replied(Says.PAUSED, text="We are in the library now.")


def test_a_pause_is_told_with_its_day_and_what_to_do_meanwhile() -> None:
    """It will open again, so nobody is asked to retire the entry."""
    finding, = found(CHECK, facts(answers=[REPLY]))
    assert finding.what_we_saw == "The provider answered that this service is closed for a time."
    assert finding.what_to_do == "Say so in the entry, and where young people can go meanwhile."
    assert finding.evidence == (
        f"The provider answered on 20 November 2026: {Says.PAUSED}, “We are in the library now”.")
    assert (finding.about, finding.severity) == (None, Severity.CAUTION)


def test_it_is_a_danger_where_harm_hangs_on_it() -> None:
    """Somebody in need would find a closed door."""
    of = entry(name="Crisis line")
    finding, = found(CHECK, facts(answers=[replied(Says.PAUSED, of=of)], services=[of]))
    assert finding.severity is Severity.DANGER


def test_it_vouches_for_nothing() -> None:
    """Not for the number either, unless the page does."""
    assert told(facts(answers=[REPLY])) == [(ContactVerdict.BY_HAND, "contact-not-vouched")]
    assert told(facts(page(f"<p>{NUMBER} {OTHER}</p>"), answers=[REPLY])) == [(ContactVerdict.OK, "")]


def test_a_remark_stands_behind_the_day() -> None:
    """In brackets, with one full stop."""
    finding, = found(CHECK, facts(answers=[replied(Says.PAUSED, note="Until May.")]))
    assert finding.evidence.endswith("temporarily closed (Until May).")



@pytest.mark.parametrize("answer", [
    replied(Says.PAUSED, "2025-11-20"), replied(Says.PAUSED, "2026-11-22"),
    replied(Says.PAUSED, undone_on="2026-11-21"),
    replied(Says.PAUSED, asked="the mark of other words"), replied(Says.PAUSED, asked=""),
    replied(Says.PAUSED, of=entry(row=9)), replied(Says.RIGHT), replied(Says.PAUSED, "next week"),
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
