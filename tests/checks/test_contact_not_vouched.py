"""contact-not-vouched: a contact that is well formed and that nobody has vouched for."""

from dataclasses import replace

import pytest

from review_kit.checks.contact_not_vouched import CHECK
from review_kit.model import OF_A_CALL, Answer, Contact, ContactVerdict, Says, Visit

from . import facts as make
from . import speaking

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


def evidence(*visits: Visit, held: Contact | None = None, answers: tuple[Answer, ...] = ()) -> list[str]:
    """What the finding about the only contact of the choir rests on."""
    of = speaking.facts(*visits, answers=answers, services=[speaking.entry(*([held] if held else []))])
    return [finding.evidence for finding in speaking.found(CHECK, of)]


def test_it_says_where_the_contact_does_not_stand() -> None:
    """Page by page with the day: a person need not look there again."""
    menu = speaking.page(speaking.linked("/contact|Contact us"))
    said, = evidence(menu, speaking.contact_page(""))
    assert said == (
        f"The cell says “{speaking.NUMBER}”. This number does not stand on {make.URL}, seen on 21 November 2026. "
        f"This number does not stand on {speaking.CONTACT}, seen on 21 November 2026.")
    assert evidence(speaking.page("")) != evidence()
    assert "This address does not stand on" in evidence(menu, held=make.email())[0]
    assert "This name does not stand on" in evidence(menu, held=make.person())[0]


def test_of_a_page_that_was_not_read_to_the_end_it_says_nothing() -> None:
    """The number may stand in what was not searched, and a name in what was not kept."""
    cut = speaking.page("")
    cut = replace(cut, page=replace(cut.page, truncated=True))
    assert evidence(cut) == [f"The cell says “{speaking.NUMBER}”."]
    long = speaking.page(f"<p>{'word ' * 3_000}</p>")
    assert "does not stand on" in evidence(long)[0]
    assert evidence(long, held=make.person()) == ["The cell says “Ann Invented”."]


@pytest.mark.parametrize("visit", [
    speaking.page("", status=404), speaking.page("", status=403), speaking.page("", status=500),
])
def test_of_a_page_that_does_not_speak_for_the_entry_it_says_nothing(visit: Visit) -> None:
    """What a broken link showed is no place where the number should stand."""
    assert evidence(visit) == [f"The cell says “{speaking.NUMBER}”."]


@pytest.mark.parametrize("answer", [speaking.heard(says, text=speaking.OTHER) for says in Says if says in OF_A_CALL])
def test_where_somebody_rang_it_is_silent(answer: Answer) -> None:
    """Either somebody vouches for it now, or the checks of calls have more to say."""
    assert evidence(answers=(answer,)) == []


def test_where_the_page_says_more_it_is_silent() -> None:
    """Another number stands there instead, or the page says that this one has ended."""
    assert evidence(speaking.page(f"<p>{speaking.OTHER}</p>")) == []
    assert evidence(speaking.page(f"<p>{speaking.NUMBER} is no longer in use.</p>")) == []
    assert evidence(speaking.page(f"<p>{speaking.NUMBER}</p>")) == []


def test_a_reply_about_other_words_leaves_it_to_a_person() -> None:
    """The provider's “correct” was about words that have changed since."""
    assert evidence(answers=(speaking.replied(Says.RIGHT),)) == []
    assert evidence(answers=(speaking.replied(Says.RIGHT, asked="other words"),)) != []


def test_it_says_how_a_page_gives_it_that_does_not_vouch() -> None:
    """The words beside it are quoted, so that a person sees why."""
    press = speaking.page(f"<p>Press office: {speaking.NUMBER}</p>")
    said, = evidence(press)
    assert f"It stands on {make.URL} beside the words “" in said
    assert "Press office:”, seen on 21 November 2026." in said
    doubt, = evidence(speaking.page(f"<p>{speaking.NUMBER} is no longer ours.</p>"))
    assert "beside words that may say it has ended" in doubt
