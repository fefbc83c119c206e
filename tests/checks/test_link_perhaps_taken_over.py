"""link-perhaps-taken-over: sellers' words beside words of the service."""

import pytest

from review_kit.checks.link_perhaps_taken_over import CHECK
from review_kit.model import Verdict

from . import pages
from .test_link_taken_over import LIVE, TAKEN

SOLD = "<h2>Online casino</h2><h2>Free spins</h2><h2>Poker</h2><p>Casino, casino, slots, roulette.</p>"


@pytest.mark.parametrize("page", [
    pages.html(f"<h1>Borchester Singers</h1>{SOLD}", title="Borchester Singers"),
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE}</p>{SOLD}", title="Wednesday Choir"),
    pages.html(f"<h1>Hello</h1><p>The wednesday club.</p>{SOLD}", title="Club"),
    pages.html(f"<h1>Casino help and advice</h1>{SOLD}", title="Casino guide"),
    pages.html(f"<h1>Wednesday Choir</h1><p>Choir.</p>{SOLD}", title="Best Betting Sites"),
    pages.html("<h1>News</h1><a href='/a'>Casino</a><a href='/b'>Poker</a><a href='/c'>Free spins</a>", title="News"),
])
def test_sellers_words_beside_the_services_are_for_a_person(page: str) -> None:
    """A buyer may keep the old name, and a live site may have been broken into: a program cannot tell which."""
    assert pages.told(page) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("title", [
    "Young people's loans: bad credit OK | Borchester", "Study support: write my essay | Wednesday Choir",
])
def test_a_title_that_sells_is_for_a_person_though_it_speaks_of_help(title: str) -> None:
    """A taken name mixes its own words with the wares."""
    page = pages.html(f"<h1>Help for young people</h1><p>{pages.PROSE}</p>", title=title)
    assert pages.told(page) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("page", TAKEN.values(), ids=TAKEN)
def test_a_page_that_is_plainly_taken_over_is_no_doubt(page: str) -> None:
    """One page is not told both."""
    assert pages.found(CHECK, page) == []


@pytest.mark.parametrize("page", LIVE.values(), ids=LIVE)
def test_a_page_that_helps_is_no_doubt(page: str) -> None:
    """Words of help that outweigh the others settle it, whether or not the page names the service."""
    assert pages.found(CHECK, page) == []
    assert pages.found(CHECK, page, name="Sexual health", provider="GamCare") == []
