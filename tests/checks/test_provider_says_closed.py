"""provider-says-closed: a service that has closed, as its provider or whoever answered says."""

from dataclasses import replace

import pytest

from review_kit.checks.provider_says_closed import CHECK
from review_kit.model import Answer, ContactVerdict, Says, Severity

from .speaking import KEY, NUMBER, OTHER, TEAM, entry, facts, found, heard, page, replied, told

REPLY = replied(Says.CLOSED, text="We are in the library now.")


def test_a_providers_reply_is_told_of_the_whole_entry() -> None:
    """It is to be retired."""
    finding, = found(CHECK, facts(answers=[REPLY]))
    assert finding.what_we_saw == "The provider answered that this service has closed."
    assert finding.what_to_do == "Retire the entry, and put in where young people can go instead."
    assert finding.evidence == (
        f"The provider answered on 20 November 2026: {Says.CLOSED}, “We are in the library now”.")
    assert (finding.about, finding.severity) == (None, Severity.BROKEN)


def test_a_call_is_told_of_the_number_that_was_rung() -> None:
    """Whoever answers it is not the service any more."""
    of = facts(page(f"<p>{NUMBER}</p>"), answers=[heard(Says.CLOSED)])
    finding, = found(CHECK, of)
    assert finding.what_we_saw == "Whoever answered said that this service has closed."
    assert finding.about == of.register.services[0].contacts[0]
    assert finding.evidence == f"{TEAM} tried it on 20 November 2026: {Says.CLOSED}."
    assert told(of) == [(ContactVerdict.BROKEN, CHECK.name)]


def test_it_is_a_danger_where_harm_hangs_on_it() -> None:
    """Both by reply and by call."""
    of = entry(name="Crisis line")
    both = [replied(Says.CLOSED, of=of), heard(Says.CLOSED, about=KEY, number=2)]
    assert {one.severity for one in found(CHECK, facts(answers=both, services=[of]))} == {Severity.DANGER}


def test_a_call_of_another_number_or_another_day_is_not_told() -> None:
    """As with all calls; a later one that found it right counts."""
    for answer in (heard(Says.CLOSED, about="+441144960100"), heard(Says.CLOSED, "2025-11-20"),
                   heard(Says.CLOSED, "2026-11-22"), heard(Says.CLOSED, undone_on="2026-11-21")):
        assert found(CHECK, facts(answers=[answer])) == []
    later = heard(Says.RIGHT, "2026-11-21", number=2)
    assert told(facts(answers=[heard(Says.CLOSED), later])) == [(ContactVerdict.OK, "")]


def test_a_reply_vouches_for_none_of_its_numbers() -> None:
    """Nor does it make one wrong: the page may still give it."""
    assert told(facts(answers=[REPLY])) == [(ContactVerdict.BY_HAND, "contact-not-vouched")]
    assert told(facts(page(f"<p>{OTHER}</p>"), answers=[REPLY]))[0][1] == "contact-not-on-page"



@pytest.mark.parametrize("answer", [
    replied(Says.CLOSED, "2025-11-20"), replied(Says.CLOSED, "2026-11-22"),
    replied(Says.CLOSED, undone_on="2026-11-21"),
    replied(Says.CLOSED, asked="the mark of other words"), replied(Says.CLOSED, asked=""),
    replied(Says.CLOSED, of=entry(row=9)), replied(Says.RIGHT), replied(Says.CLOSED, "next week"),
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
