"""link-under-maintenance: the page says that it is not ready, or that the site is being worked on."""

import pytest

from review_kit.checks.link_under_maintenance import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import pages


@pytest.mark.parametrize("page", [
    pages.html("<h1>We'll be back soon!</h1><p>Sorry for the inconvenience.</p>", title="Site maintenance"),
    pages.html("<p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>", title="Maintenance"),
    pages.html("<h1>Down for maintenance</h1>", title="Borchester Singers"),
    pages.html("<h1>Sorry, there is a problem with the service</h1><p>Try again later.</p>", title="Service"),
    pages.html("<h1>Error establishing a database connection</h1>", title="Database Error"),
    pages.html("<h1>Gwaith cynnal a chadw</h1>", lang="cy", title="Cyngor Borchester"),
])
def test_a_maintenance_page_is_for_a_person(page: str) -> None:
    """It may be back tomorrow, so nobody is asked to take the link out."""
    assert pages.told(page) == (Verdict.BY_HAND, CHECK.name)
    assert "It says “" in pages.found(CHECK, page)[0].evidence


@pytest.mark.parametrize("page", [
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE} The lift is under maintenance.</p>", title="Wednesday Choir"),
    pages.html(f"<h1>Maintenance grants</h1><p>{pages.PROSE}</p>", title="Maintenance loans and grants"),
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE}</p><h2>Back soon</h2>", title="Wednesday Choir"),
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE * 4} Our website is undergoing maintenance.</p>",
               title="Choir"),
    pages.html("<h1>Wednesday Choir</h1><p>Wednesdays at seven.</p>", title="Choir"),
])
def test_a_live_page_that_speaks_of_it_is_left_alone(page: str) -> None:
    """Lifts, grants and a sentence on a page full of others do not stand for the whole page."""
    assert pages.found(CHECK, page) == []


@pytest.mark.parametrize("status", [404, 500, 503])
def test_where_the_answer_says_it_too_other_checks_speak(status: int) -> None:
    """A server that says that it is ill is told so."""
    of = pages.facts(pages.seen(pages.html("<h1>Down for maintenance</h1>"), status=status))
    assert make.found(CHECK, of) == []


@pytest.mark.parametrize("words", [
    "This website will be down for maintenance on Tuesday 1 December between 6am and 8am.",
    "The site will be unavailable for essential maintenance this Sunday.",
    "Our pages will be offline for an upgrade on Monday.",
])
def test_a_notice_of_what_is_still_to_come_is_no_maintenance(words: str) -> None:
    """The page is there today, and says so."""
    page = pages.html(f"<p>{words}</p><h1>Wednesday Choir</h1><p>{pages.PROSE}</p>", title="Wednesday Choir")
    assert make.found(CHECK, pages.facts(pages.seen(page))) == []
