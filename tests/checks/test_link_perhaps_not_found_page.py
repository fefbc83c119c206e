"""link-perhaps-not-found-page: some words of a not-found page, and too few to say so."""

import pytest

from review_kit.checks.link_perhaps_not_found_page import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import pages

OTHER = pages.PROSE.replace("sing", "walk")
LONG = f"<p>{OTHER * 6}</p>"
PROBED = "https://club.example/abcdefghijklmnopqrstuvwxy"

DOUBTFUL = {
    "only the title says so": pages.html(f"<h1>Hello</h1>{LONG}", title="Page not found | Site"),
    "only a heading says so": pages.html(f"<h2>Page not found</h2>{LONG}", title="Site"),
    "only a theme's mark says so": pages.html(f"<h1>Hello</h1>{LONG}", title="Site", attributes="class='error404'"),
    "a number and a short page": pages.html("<h1>404</h1><p>Hello.</p>", title="404"),
    "a bare heading": pages.html("<h1>Not found</h1><p>Hello.</p>", title="Site"),
    "a few words on a short page": pages.html("<h1>Hmm</h1><p>The link you followed may be broken.</p>", title="Site"),
}


@pytest.mark.parametrize("page", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_page_in_doubt_is_for_a_person(page: str) -> None:
    """One sign, where nothing shows the service, is too little to say so and too much to pass."""
    assert pages.told(page) == (Verdict.BY_HAND, CHECK.name)
    assert "enough is 4" in pages.found(CHECK, page)[0].evidence


@pytest.mark.parametrize("page", [
    pages.html(f"<h1>Wednesday Choir</h1><p>{OTHER}</p><h2>Not found</h2>", title="Site"),
    pages.html("<h1>404</h1><p>The Wednesday Choir meets in room 404. Call 404.</p>", title="404"),
    pages.html("<p>Not the page you are looking for? The Borchester Singers sing on Wednesdays.</p>", title="Site"),
    pages.html("<p>If the page you requested cannot be found, the Wednesday Choir has a phone.</p>", title="Site"),
    pages.html("<h1>Wednesday Choir</h1>", title="Site"),
    pages.html(f"<h1>Wednesday Choir</h1>{LONG}<h2>Error</h2>", title="404"),
])
def test_a_page_plainly_about_the_service_is_left_alone(page: str) -> None:
    """A number, bare words or a sentence of the text say nothing beside the service's own name."""
    assert pages.told(page) == (Verdict.WORKING, "")


@pytest.mark.parametrize("page", [
    pages.html(f"<h1>Wednesday Choir</h1>{LONG}", title="Page not found | Site"),
    pages.html(f"<h1>Borchester Singers</h1>{LONG}<h2>Page not found</h2>", title="Site"),
])
def test_a_name_does_not_outweigh_a_title_or_heading_that_says_so(page: str) -> None:
    """A provider's own not-found page bears its name, so a clear title or heading is worth a person's look."""
    assert pages.told(page) == (Verdict.BY_HAND, CHECK.name)


def test_a_page_that_is_plainly_not_found_is_no_doubt() -> None:
    """One page is not told both."""
    page = pages.html("<h1>Page not found</h1>", title="Page not found")
    assert pages.found(CHECK, page) == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_site_that_owns_up_is_believed_against_a_few_words_of_the_text(status: int) -> None:
    """Where a path that cannot exist is “not found”, a page that came exists, whatever sentence stands on it.

    A short page that says it in clear words may still be one that the site took down by itself.
    """
    probe = pages.probe("gone", PROBED, status=status)
    long = pages.html(f"<h1>Hmm</h1><p>{OTHER * 12}</p><p>The link you followed may be broken.</p>", title="Site")
    assert make.found(CHECK, pages.facts(pages.seen(long), probe)) == []
    short = pages.facts(pages.seen(DOUBTFUL["a few words on a short page"]), probe)
    assert make.told(short) == (Verdict.BY_HAND, CHECK.name)
    headed = pages.facts(pages.seen(DOUBTFUL["only a heading says so"]), probe)
    assert make.told(headed) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("status", [200, 403, 500])
def test_any_other_answer_to_the_probe_settles_nothing(status: int) -> None:
    """A site that answers a path that cannot exist with anything else has not owned up."""
    of = pages.facts(pages.seen(DOUBTFUL["a few words on a short page"]), pages.probe("hello", PROBED, status=status))
    assert make.told(of)[0] is Verdict.BY_HAND


def test_bare_words_over_a_long_page_are_no_doubt() -> None:
    """A long page that is headed “Error” or “404” tells of something; a not-found page has nothing to tell."""
    assert pages.found(CHECK, pages.html(f"<h1>Error</h1>{LONG}", title="Error | Site")) == []
    assert len(pages.found(CHECK, pages.html("<h1>Error</h1><p>Hello.</p>", title="Error | Site"))) == 1
