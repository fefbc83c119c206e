"""link-paused: the service is closed, or takes nobody on, for now."""

import pytest

from review_kit.checks.link_paused import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import notices as pages
from .pages import PROSE, html, seen
from .pages import facts as choir

LONG = pages.FILLING * 4


@pytest.mark.parametrize("body", [
    ("Our service is temporarily closed.", LONG), ("Our waiting list is currently closed.", LONG),
    ("We are not currently taking referrals.", LONG), ("The service has closed to new referrals.", LONG),
    ("Step Up is paused while we look for a new worker.", LONG), ("Referrals are paused.", LONG),
    ("The project is on hold.", LONG), (LONG, "There is no mentoring while the builders are in.", LONG),
    (LONG, "<h2>Important</h2>", "We are currently not adding people to the waiting list.", LONG),
    (LONG, "Without a worker we had to put all meetings on hold.", LONG),
    (LONG, "Wednesdays 3pm to 6pm. SUSPENDED until further notice (nurse vacancies).", LONG),
    (LONG, "It won't be happening this summer.", LONG), (LONG, "So mentoring has paused.", LONG),
    ("Step Up is closed because of a burst pipe.", LONG),
])
def test_a_pause_is_for_a_person(body: tuple[str, ...]) -> None:
    """The service may be back tomorrow, so it is not called changed."""
    assert make.told(pages.of(*body)) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("body", [
    ("We are unable to accept referrals from schools.", LONG), ("We do not take referrals for under 16s.", LONG),
    ("The Hillside pool is temporarily closed.", LONG), ("There is no waiting list.", LONG),
    ("The Hillside library is temporarily closed for repairs.", LONG),
    (LONG, "Quarry Bank library is closed until further notice.", LONG),
    (LONG, "<h2>News</h2>", "There is no choir while the hall is painted.", LONG),
    ("Your session is paused after ten minutes.", LONG),
    ("Our service is temporarily closed at Christmas.", LONG),
])
def test_who_may_come_and_what_others_pause_do_not_count(body: tuple[str, ...]) -> None:
    """Criteria are no pause, and another's pause is not this service's."""
    assert make.told(pages.of(*body))[0] is Verdict.WORKING


@pytest.mark.parametrize(("words", "paused"), [
    ("We're not taking new referrals at the moment.", True), ("We have stopped taking new members.", True),
    ("The Wednesday Choir is taking a break until May.", True),
    ("We're taking new referrals at the moment.", False), ("We are now accepting new members.", False),
    ("We take a break at eight.", False),
])
def test_a_list_that_is_full_is_told_from_one_that_is_open(words: str, paused: bool) -> None:
    """One small word turns the sense."""
    page = html(f"<h1>Wednesday Choir</h1><p>{words} {PROSE}</p>", title="Wednesday Choir")
    assert bool(make.found(CHECK, choir(seen(page)))) is paused
