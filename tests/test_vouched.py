"""Who or what vouches for a contact: `ok` is earned, and it says by whom."""

from dataclasses import replace

import pytest

from review_kit.model import Answer, Contact, ContactVerdict, Says
from review_kit.own_pages import own_pages
from review_kit.verdicts import contact_verdicts, judge, link_verdicts
from review_kit.vouched import vouched_by

from .checks import facts as make
from .checks.pages import KNOWN
from .checks.speaking import (
    BOX,
    NUMBER,
    OTHER,
    TEAM,
    contact_page,
    entry,
    facts,
    heard,
    linked,
    page,
    replied,
    told,
    vouched,
)

THERE = page(f"<p>Call {NUMBER}</p>")
ASSURED = entry(Assured_on="2026-11-01", Assured_by=TEAM)


def test_a_well_formed_number_alone_is_for_a_person() -> None:
    """As are a mailbox and a name."""
    held = entry(make.phone(NUMBER), make.email(BOX), make.person())
    assert told(facts(services=[held])) == [(ContactVerdict.BY_HAND, "contact-not-vouched")] * 3
    assert told(facts(page("<p>Nothing of it.</p>"), services=[held])) == [
        (ContactVerdict.BY_HAND, "contact-not-vouched")] * 3


def test_each_way_to_earn_it_is_named() -> None:
    """A person who tried it, the provider, a role that assured the entry, the provider's page."""
    assert vouched(facts(answers=[heard(Says.RIGHT)])) == f"{TEAM} tried it on 20 November 2026: right."
    assert vouched(facts(answers=[replied(Says.RIGHT)])) == "The provider answered on 20 November 2026: right."
    assert vouched(facts(services=[ASSURED])) == f"Assured on 2026-11-01 by {TEAM}."
    assert vouched(facts(THERE)) == f"It stands on {make.URL}, seen on 21 November 2026."


def test_the_sourced_helplines_vouch_for_their_own_numbers() -> None:
    """Where the entry names them; the source and the day are said."""
    samaritans = replace(make.phone("116 123"), normalised="116123")
    of = facts(services=[entry(samaritans, name="Samaritans")])
    assert vouched(of).startswith("It stands in the list of helplines (samaritans.org")
    assert vouched(facts(services=[entry(samaritans)])) == ""


def test_of_several_the_nearest_is_named() -> None:
    """Somebody who rang knows more than a role that read, and that more than a page."""
    ways = {"tried it": [heard(Says.RIGHT)], "The provider": [replied(Says.RIGHT, of=ASSURED)], "Assured": []}
    for words, answers in ways.items():
        assert words in vouched(facts(THERE, answers=answers, services=[ASSURED]))
    assert "It stands on" in vouched(facts(THERE))


@pytest.mark.parametrize("says", [Says.DEAD, Says.OTHERS, Says.CHANGED, Says.CLOSED, Says.NOBODY])
def test_what_a_call_heard_is_outweighed_by_nothing_that_did_not_ring(says: Says) -> None:
    """Page, reply and assurance together do not make it `ok`, and it carries no sentence that vouches."""
    of = facts(THERE, answers=[heard(says, text=OTHER), replied(Says.RIGHT, "2026-11-21", of=ASSURED, number=2)],
               services=[ASSURED])
    one, = contact_verdicts(of, judge(of))
    assert one.verdict in {ContactVerdict.BROKEN, ContactVerdict.BY_HAND}
    assert one.vouched_by == ""
    assert one.finding is not None


@pytest.mark.parametrize("contact", [
    make.phone("0114 496", problem="too short by four digits"), make.email("x", problem="no @"),
])
def test_a_faulty_contact_is_vouched_for_by_no_page(contact: Contact) -> None:
    """Its words may stand there by chance."""
    assert vouched(facts(page("<p>0114 496 x</p>"), services=[entry(contact)])) == ""


def test_what_another_check_says_outweighs_what_vouches() -> None:
    """A number that is kept for films stands on the page, and nobody answers it."""
    of = replace(facts(THERE), known=KNOWN())
    assert told(of) == [(ContactVerdict.BROKEN, "phone-for-drama")]


def test_a_page_about_contact_vouches_as_the_entrys_own_does() -> None:
    """It is named with its own address."""
    of = facts(page(linked("/contact|Contact us")), contact_page(f"<p>{NUMBER}</p>"))
    assert vouched(of) == "It stands on https://club.example/contact, seen on 21 November 2026."


@pytest.mark.parametrize("answers", [
    [heard(Says.RIGHT, "2025-11-20")], [heard(Says.RIGHT, "2026-11-22")], [heard(Says.RIGHT, undone_on="2026-11-20")],
    [replied(Says.RIGHT, asked="other words")], [replied(Says.RIGHT, "2025-11-20")],
    [replied(Says.RIGHT, "2026-11-22")],
    [replied(Says.RIGHT, undone_on="2026-11-20")], [replied(Says.RIGHT), replied(Says.CHANGED, "2026-11-21", number=2)],
])
def test_an_answer_that_counts_for_nothing_vouches_for_nothing(answers: list[Answer]) -> None:
    """Older than the cycle, of tomorrow, undone, about other words, or taken back by a newer one."""
    assert vouched(facts(answers=answers)) == ""


def test_a_page_that_says_a_number_has_ended_vouches_for_it_nowhere() -> None:
    """Not with the other of two pages either, on which it still stands."""
    menu = linked("/contact|Contact us")
    for first, second in ((f"<p>{NUMBER}</p>", f"<p>{NUMBER} is no longer in use.</p>"),
                          (f"<p>{NUMBER} is no longer in use.</p>", f"<p>{NUMBER}</p>")):
        of = facts(page(f"{menu}{first}"), contact_page(second))
        of = replace(of, own_pages=own_pages(of, link_verdicts(of, judge(of))))
        service, = of.register.services
        assert len(of.own_pages[service.place]) == 2
        assert vouched_by(of, service, service.contacts[0]) == ""


def test_every_ok_says_who_or_what_vouches() -> None:
    """And no other verdict does."""
    urls = (make.URL, "", make.FRONT)
    rows = [entry(make.phone(NUMBER, row=row), row=row, url=url) for row, url in enumerate(urls, 2)]
    of = facts(THERE, services=rows, answers=[heard(Says.DEAD, key="svc-4")])
    for one in contact_verdicts(of, judge(of)):
        assert bool(one.vouched_by) is (one.verdict is ContactVerdict.OK)
