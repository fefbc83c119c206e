"""link-speaks-of-refusal: a page that says only that access is denied, whoever denied it."""

import re

import pytest

from review_kit.checks.link_answers_everything import CHECK as EVERYTHING
from review_kit.checks.link_speaks_of_refusal import CHECK
from review_kit.model import Purpose, Verdict

from . import facts as make
from . import walls
from .walls import html, seen

REFUSALS = {
    "a web server's": html("<h1>403 Forbidden</h1><hr>nginx", title="403 Forbidden"),
    "a server's, in words": html("<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>"),
    "a district's filter": html("<h1>This Page is Not Allowed by Your District</h1><p>Keep browsing safe.</p>"),
    "a filter without a name": html("<p>Access to this web site has been blocked. Category: Unclassified.</p>"),
    "one that prints the address": html("<p>Access to https://club.example/choir has been restricted.</p>"),
    "a mobile network's": html("<h1>You've got to be over 18 for this website</h1><p>Prove your age in a shop.</p>"),
    "a home network's": html("<h1>Your settings</h1><p>Parental controls are on. Ask the account holder.</p>"),
    "a site's own": html("<h1>Access denied</h1><p>Sorry. Reference: 18.de912f17.1611350370.1c253a89</p>"),
    "one that uses a word of the entry": html("<p>Access to this site is blocked. Rule: music.</p>"),
    "a council's own words": html("<h1>Hold on a minute</h1><p>You are using a council device, and this website isn't "
                                  "one that we let colleagues open at work.</p>"),
    "a robot's": html("<p>You appear to be a bad robot.</p>"),
    "a server that is ill": html("<h1>502: Bad gateway</h1><p>Error 502. Host: error. Try again later.</p>"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_page_that_only_refuses_is_for_a_person(name: str) -> None:
    """With any status: filters answer 200. What it said is quoted."""
    of = walls.facts(seen(REFUSALS[name]))
    finding, = make.found(CHECK, of)
    assert finding.verdict is Verdict.BY_HAND
    assert "The page says: “" in finding.evidence


@pytest.mark.parametrize("body", [
    "<h1>Choir</h1><p>Access to the hall is restricted on Sundays.</p>" + walls.PROSE,
    "<h1>Choir</h1><p>If your browser is blocked at school, ask us for the words on paper. The choir is open.</p>",
    f"<h1>Online safety</h1><p>Parental controls and web filters explained.</p>{walls.PROSE * 5}",
])
def test_a_page_that_speaks_of_its_service_refuses_nothing(body: str) -> None:
    """It may name what is blocked or restricted elsewhere; and a page of some length is no refusal."""
    assert make.found(CHECK, walls.facts(seen(html(body)))) == []


def test_a_filter_that_answers_every_path_tells_nothing_of_the_site() -> None:
    """The probe gets the filter's page as well; that is no proof that the service's page has gone."""
    blocked = html("<h1>Content blocked</h1><p>Access to this site has been blocked by your organisation.</p>")
    probe = seen(blocked, f"{make.URL[:make.URL.rindex('/')]}/qzxkwvjbtpmrhdlgfcnsyaeou", purpose=Purpose.PROBE)
    of = walls.facts(seen(blocked), probe)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert EVERYTHING.name != CHECK.name


@pytest.mark.parametrize("row", walls.TABLES["refusal_words"], ids=lambda row: row["words"][:40])
def test_every_row_can_be_read(row: dict[str, str]) -> None:
    """A slip in an expression would be read as plain words and find nothing."""
    assert re.compile(row["words"])
