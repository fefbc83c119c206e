"""email-of-one-person: mailboxes that leave with whoever has them."""

import pytest

from review_kit.checks.email_of_one_person import CHECK

from . import facts as make
from .reach import entry, facts_of


@pytest.mark.parametrize("words", [
    "karen.wilson71@nhs.net", "CharlieFields@trust.example", "j.smith@council.example",
    "mary-ann.oneill@charity.example", "Email: Sam_Okafor@charity.example", "dderby9@nhs.net",
    "Contact Jo Bloggs jobloggs@charity.example"])
def test_one_persons_mailbox_is_told(words: str) -> None:
    """By its form, by a name beside it, or by a domain whose mailboxes are mostly people's."""
    finding, = make.found(CHECK, facts_of(entry(words)))
    assert finding.what_to_do == "Ask the provider for a shared mailbox, and put that in."


@pytest.mark.parametrize("words", [
    "info@charity.example", "leaving.care@derby.example", "referrals-team@nhs.net", "young.people@charity.example",
    "derby.office@charity.example", "pat@papyrus-uk.org", "jo@samaritans.org", "hello@kooth.example",
    "mash@derby.example", "kooth.team@kooth.example", "riverside.choir@riversidechoir.example",
    "sexual.health@trust.example",
    "not a mailbox"])
def test_a_teams_mailbox_is_not(words: str) -> None:
    """A word that teams' mailboxes have, or the organisation's own name, in it."""
    assert make.found(CHECK, facts_of(entry(words))) == []


def test_a_mailbox_named_for_the_service_is_not() -> None:
    """Its words are the entry's own."""
    of = facts_of(entry("Write to paddle.boards@water.example", provider="Paddle boards on the canal"))
    assert make.found(CHECK, of) == []
    itself = facts_of(entry("karen.wilson71@nhs.net", provider="Care team karen.wilson71@nhs.net"))
    assert len(make.found(CHECK, itself)) == 1


def test_the_table_has_a_source_and_a_day_for_each_name() -> None:
    """So that it can be checked and added to."""
    rows = facts_of(entry("")).rows("shared_mailboxes")
    assert len(rows) > 100
    assert all(row["source"] and row["checked_on"] for row in rows)
