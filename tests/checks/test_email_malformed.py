"""email-malformed: an e-mail address that no message can be sent to as it is written."""

from review_kit.checks.email_malformed import CHECK
from review_kit.model import ContactVerdict

from . import facts as make


def test_a_malformed_address_is_broken_with_its_mending() -> None:
    """The problem is in the words, the cell's own words are the evidence, and the mended address is suggested."""
    bad = make.email("team@club,example", problem="there is a comma in it", mended="team@club.example")
    of = make.facts(services=[make.service(contacts=[bad])])
    assert make.contact_told(of).verdict is ContactVerdict.BROKEN
    finding, = make.found(CHECK, of)
    assert finding.what_we_saw == "No message can be sent to this address as it is written: there is a comma in it."
    assert finding.suggestion == "team@club.example"
    assert "team@club,example" in finding.evidence


def test_an_assurance_does_not_mend_it() -> None:
    """Whatever somebody vouched for, no message arrives there."""
    values = {"Assured on": "2026-11-01", "Assured by": "Leaving care team"}
    of = make.facts(services=[make.service(contacts=[make.email("team@", problem="it ends too soon")], values=values)])
    assert make.contact_told(of).verdict is ContactVerdict.BROKEN


def test_well_formed_addresses_and_other_contacts_are_left_alone() -> None:
    """A well-formed address is not called working either; that is another check's word."""
    others = [make.email(), make.phone("12", problem="too short"), make.person(problem="odd")]
    assert make.found(CHECK, make.facts(services=[make.service(contacts=others)])) == []
