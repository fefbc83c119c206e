"""contact-not-vouched: a contact that is well formed and that nobody has vouched for."""

import pytest

from review_kit.checks.contact_not_vouched import CHECK
from review_kit.model import Contact, ContactVerdict

from . import facts as make

TEAM = "Leaving care team"
CONTACTS = [make.phone(), make.email(), make.person()]


def told(contact: Contact, on: str = "", by: str = "", name: str = "Choir") -> ContactVerdict:
    """The verdict of a contact whose entry was assured so."""
    entry = make.service(name=name, contacts=[contact], values={"Assured on": on, "Assured by": by})
    return make.contact_told(make.facts(services=[entry])).verdict


@pytest.mark.parametrize("contact", CONTACTS)
def test_form_alone_vouches_for_nobody(contact: Contact) -> None:
    """A possible number, a well-formed address and a name are for a person to try."""
    assert told(contact) is ContactVerdict.BY_HAND


@pytest.mark.parametrize("contact", CONTACTS)
@pytest.mark.parametrize("on", ["2026-11-21", "21/11/2025", "1 December 2025"])
def test_an_assurance_within_its_cycle_vouches(contact: Contact, on: str) -> None:
    """A named role that assured the whole entry within the year vouches for it; the sentence says who and when."""
    assert told(contact, on, TEAM) is ContactVerdict.OK
    entry = make.service(contacts=[contact], values={"Assured on": on, "Assured by": TEAM})
    assert make.contact_told(make.facts(services=[entry])).vouched_by == f"Assured on {on} by {TEAM}."


@pytest.mark.parametrize(("on", "by"), [
    ("2025-11-20", TEAM), ("2026-11-22", TEAM), ("2206-01-01", TEAM), ("last spring", TEAM), ("", TEAM),
    ("2026-11-01", ""), ("2026-11-01", "   "),
])
def test_a_stale_future_unreadable_or_nameless_assurance_vouches_for_nothing(on: str, by: str) -> None:
    """An assurance needs a day that has come, within the cycle, and somebody who gave it."""
    assert told(make.phone(), on, by) is ContactVerdict.BY_HAND


def test_a_crisis_line_must_be_assured_more_often() -> None:
    """What vouches for a choir for a year does not vouch for a crisis line."""
    assert told(make.phone(), "2026-07-01", TEAM) is ContactVerdict.OK
    assert told(make.phone(), "2026-07-01", TEAM, name="Crisis line, 24 hours") is ContactVerdict.BY_HAND
    assert told(make.phone(), "2026-10-01", TEAM, name="Crisis line, 24 hours") is ContactVerdict.OK


def test_a_contact_that_cannot_be_right_has_its_own_words() -> None:
    """A number that cannot be rung is not told to be rung."""
    contacts = [make.phone("1", problem="too short"), make.email("x", problem="no @")]
    of = make.facts(services=[make.service(contacts=contacts)])
    assert make.found(CHECK, of) == []


def test_a_named_person_is_never_left_out() -> None:
    """No other check speaks of people, so a name with a problem is told here."""
    assert told(make.person(problem="only one word")) is ContactVerdict.BY_HAND


def test_each_kind_is_told_how_to_find_out() -> None:
    """Ring, write, or ask the provider."""
    of = make.facts(services=[make.service(contacts=CONTACTS)])
    assert [finding.what_to_do.split()[0] for finding in make.found(CHECK, of)] == ["Ring", "Write", "Ask"]
