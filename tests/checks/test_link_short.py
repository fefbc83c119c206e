"""link-short: the register holds a short link; where it leads is what is judged."""

import pytest

from review_kit.checks.link_short import CHECK
from review_kit.model import Severity, Verdict

from . import facts as make
from . import notices as pages

SHORT = "https://bit.ly/3abcde"


def led(*hops: tuple[int, str], body: str = pages.FILLING) -> "pages.Facts":
    """A short link that leads to Step Up's page."""
    return pages.facts(pages.looked(pages.page(body), SHORT, *hops), services=[pages.row(make.link(SHORT))])


def test_both_addresses_are_told() -> None:
    """The note names the short link, its maker and where it leads, and changes no verdict."""
    of = led((302, pages.URL))
    assert make.told(of) == (Verdict.WORKING, CHECK.name)
    finding, = make.found(CHECK, of)
    assert (finding.suggestion, finding.severity) == (pages.URL, Severity.NOTE)
    assert SHORT in finding.evidence
    assert "Bitly" in finding.what_we_saw
    assert "riverside.example" in finding.what_we_saw


def test_a_short_link_that_redirects_for_good_has_moved() -> None:
    """The register should hold the address itself: the short one hides it, and dies with its maker."""
    of = led((301, pages.URL))
    assert make.told(of) == (Verdict.MOVED, "link-moved")
    assert make.found(CHECK, of)


def test_where_it_leads_is_what_is_judged() -> None:
    """A short link to a service that has closed has changed."""
    assert make.told(led((302, pages.URL), body="Sorry, this service has now closed."))[0] is Verdict.CHANGED


@pytest.mark.parametrize("url", ["https://riverside.example/bit.ly", "https://bit.ly.example/x", "https://rabbit.ly/x"])
def test_a_host_that_looks_like_one_is_none(url: str) -> None:
    """The whole host is compared."""
    assert make.found(CHECK, pages.facts(pages.looked(pages.page(), url, (302, pages.URL)),
                                         services=[pages.row(make.link(url))])) == []


def test_a_shorteners_own_page_is_no_short_link() -> None:
    """A link that ends on the shortener's own site leads nowhere else."""
    assert make.found(CHECK, led((302, "https://bit.ly/pages/pricing"))) == []


@pytest.mark.parametrize("row", pages.KNOWN["shorteners"], ids=lambda row: row["host"])
def test_every_shortener_of_the_table_is_known(row: dict[str, str]) -> None:
    """Each row is a bare host in lower case, with its source, and enough to see that short link."""
    url = f"https://{row['host']}/x"
    of = pages.facts(pages.looked(pages.page(), url, (302, pages.URL)), services=[pages.row(make.link(url))])
    finding, = make.found(CHECK, of)
    assert row["name"] in finding.what_we_saw
    assert row["source"]
    assert row["checked_on"]
    assert finding.suggestion == pages.URL
