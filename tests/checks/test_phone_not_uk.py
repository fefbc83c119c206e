"""phone-not-uk: a number that nobody in the United Kingdom can ring as it is written."""

from review_kit.checks.phone_not_uk import CHECK
from review_kit.model import ContactVerdict, Severity

from . import facts as make


def test_an_impossible_number_is_broken_with_its_mending() -> None:
    """The problem is in the words; a number that was probably meant is suggested and not put in."""
    bad = make.phone("0306 999 O123", problem="there is a letter O in it", mended="0306 999 0123")
    of = make.facts(services=[make.service(contacts=[bad])])
    assert make.contact_told(of).verdict is ContactVerdict.BROKEN
    finding, = make.found(CHECK, of)
    assert finding.severity is Severity.BROKEN
    assert finding.what_we_saw == "This is not a UK phone number as it is written: there is a letter O in it."
    assert finding.suggestion == "0306 999 0123"
    assert finding.basis == (("as_written", "0306 999 O123"),)


def test_an_assurance_does_not_mend_it() -> None:
    """A number that cannot be rung stays broken, whoever assured the entry."""
    values = {"Assured on": "2026-11-01", "Assured by": "Leaving care team"}
    of = make.facts(services=[make.service(contacts=[make.phone("0306", problem="it is too short")], values=values)])
    assert make.contact_told(of).verdict is ContactVerdict.BROKEN


def test_possible_numbers_and_other_contacts_are_left_alone() -> None:
    """A possible number is not called working either: nobody has rung it."""
    others = [make.phone(), make.email("team@", problem="it ends too soon"), make.person(problem="odd")]
    assert make.found(CHECK, make.facts(services=[make.service(contacts=others)])) == []
