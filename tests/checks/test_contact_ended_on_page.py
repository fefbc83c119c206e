"""contact-ended-on-page: the entry's own page says of its number or address that it has ended."""

from dataclasses import replace

import pytest

from review_kit.checks.contact_ended_on_page import CHECK
from review_kit.model import ContactVerdict, Says, Service, Severity
from review_kit.verdicts import judge

from . import facts as make
from .speaking import (
    BOX,
    KEY,
    NUMBER,
    OTHER,
    OTHER_BOX,
    TEAM,
    contact_page,
    entry,
    facts,
    found,
    heard,
    linked,
    page,
    replied,
    told,
)

TOLD = [(ContactVerdict.BROKEN, CHECK.name)]
GONE = page(f"<p>The number {NUMBER} is no longer in use.</p>")


def test_a_number_of_which_the_page_says_so_is_broken() -> None:
    """The page's words are quoted, with its address and the day."""
    finding, = found(CHECK, facts(GONE))
    assert finding.what_we_saw == (
        f"The service's own page says of it: “The number {NUMBER} is no longer in use”.")
    assert finding.what_to_do == "Put in what the page gives instead, or ask the provider."
    assert finding.evidence == (
        f"The cell says “{NUMBER}”. The words stand on {make.URL}, seen on 21 November 2026.")
    assert finding.basis[0] == ("normalised", KEY)
    assert finding.basis[1][0] == "quote"
    assert NUMBER in finding.basis[1][1]
    assert finding.severity is Severity.BROKEN
    assert told(facts(GONE)) == TOLD


@pytest.mark.parametrize("row", [
    entry(name="Crisis line"), entry(name="Someone to talk to, 24 hours"), entry(name="Suicide prevention"),
])
def test_it_is_a_danger_where_harm_hangs_on_it(row: Service) -> None:
    """Somebody in need would ring a number that nobody answers."""
    finding, = found(CHECK, facts(GONE, services=[row]))
    assert finding.severity is Severity.DANGER


def test_of_two_numbers_the_old_one_is_told_and_the_new_one_vouched_for() -> None:
    """Whichever of them the entry holds."""
    swapped = page(f"<p>{NUMBER} has been replaced by {OTHER}.</p>")
    assert told(facts(swapped)) == TOLD
    assert told(facts(swapped, services=[entry(make.phone(OTHER))])) == [(ContactVerdict.OK, "")]
    both = facts(swapped, services=[entry(make.phone(NUMBER), make.phone(OTHER))])
    assert told(both) == [*TOLD, (ContactVerdict.OK, "")]


@pytest.mark.parametrize("body", [
    f"<p>Call {NUMBER} if your address has changed.</p>", f"<p>Call {NUMBER}. Lines close at 5pm.</p>",
    f"<p>Call {NUMBER}. Our old number is no longer in use.</p>", f"<p>{OTHER} is no longer in use.</p>",
    f"<p>{NUMBER}</p>", "<p>Nothing.</p>", f"<!-- {NUMBER} is no longer in use -->",
    f"<p>Please do not call {NUMBER} after 9pm.</p>", f"<p>{NUMBER} (closed on bank holidays)</p>",
])
def test_a_number_of_which_it_says_no_such_thing_is_not_told(body: str) -> None:
    """More of these stand in test_ended_contacts."""
    assert found(CHECK, facts(page(body))) == []


def test_a_mailbox_is_told_likewise() -> None:
    """Of the old one, and not of the new one."""
    body = page(f"<p>{BOX} is no longer monitored. Write to {OTHER_BOX}.</p>")
    assert told(facts(body, services=[entry(make.email(BOX))])) == TOLD
    assert told(facts(body, services=[entry(make.email(OTHER_BOX))])) == [(ContactVerdict.OK, "")]


@pytest.mark.parametrize("row", [
    entry(Assured_on="2026-11-20", Assured_by=TEAM), entry(Confirm_with=TEAM),
])
def test_no_assurance_makes_an_ended_number_right(row: Service) -> None:
    """What the page says outweighs a day on which somebody assured the whole entry."""
    assert told(facts(GONE, services=[row])) == TOLD


def test_no_answer_makes_an_ended_number_right() -> None:
    """It may still answer today, and the page says that it will not."""
    for answers in ([heard(Says.RIGHT)], [replied(Says.RIGHT)]):
        assert told(facts(GONE, answers=answers)) == TOLD


def test_one_page_that_says_so_outweighs_another_that_gives_it() -> None:
    """The page about contact is the older one, or the page of the service is."""
    menu = linked("/contact|Contact us")
    assert told(facts(page(f"{menu}<p>{NUMBER}</p>"), contact_page(f"<p>{NUMBER} is no longer in use.</p>"))) == TOLD
    assert told(facts(page(f"{menu}<p>{NUMBER} is no longer in use.</p>"), contact_page(f"<p>{NUMBER}</p>"))) == TOLD


def test_it_is_told_once_and_by_no_other_check() -> None:
    """Neither “not on the page” nor “nobody has vouched” stands beside it."""
    of = facts(page(f"<p>{NUMBER} is no longer in use. Call {OTHER}.</p>"))
    assert [f.check for f in judge(of) if f.about == of.register.services[0].contacts[0]] == [CHECK.name]


def test_a_page_that_does_not_work_says_nothing() -> None:
    """A parked page, one that was not found, one that a dead network showed."""
    assert told(facts(replace(GONE, status=404)))[0][0] is ContactVerdict.BY_HAND
    assert told(facts(GONE, canaries=make.AWAY))[0][0] is ContactVerdict.BY_HAND


def test_a_retired_entry_is_not_asked() -> None:
    """It is no longer published."""
    assert found(CHECK, facts(GONE, services=[entry(Status="retired")])) == []


def test_without_the_table_nothing_has_ended() -> None:
    """Facts made by hand hold no such words."""
    of = replace(facts(GONE), known={})
    assert found(CHECK, of) == []
