"""own-filter: our own network's filter, or its sign-in page, answered instead of the site."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit.checks.own_filter import CHECK, SOME_FILTER
from review_kit.model import Facts, Failure, Verdict, Visit

from . import facts as make
from . import walls
from .walls import html, seen

TOLD = (Verdict.NOT_CHECKED, CHECK.name)
ASKED = "https%3A%2F%2Fclub.example%2Fchoir"
FILTERS = {
    "Zscaler, by redirect": seen(html("<h1>Sorry</h1>"), make.URL, 200, (
        307, f"https://gateway.zscalertwo.net/auD?origurl={ASKED}&reasoncode=BLOCKED_CATEGORY")),
    "Zscaler, in place": seen(html("<p>Sorry, you don't have permission to visit this site.</p><p>Your organization "
                                   "has selected Zscaler to protect you from internet threats.</p>"), status=403),
    "Smoothwall": seen(html("<h1>You are being blocked</h1><p>This content has been blocked because it does not comply "
                            "with the acceptable usage policy.</p><p>Category: Sexual health. User: 10.1.2.3</p>")),
    "Forcepoint": seen(html("<p>Content blocked by your organization</p>"), make.URL, 200, (
        302, "http://proxy.borchester.example:15871/cgi-bin/blockpage.cgi?ws-session=1")),
    "Fortinet": seen(html("<h1>FortiGuard Intrusion Prevention - Access Blocked</h1><h2>Web Page Blocked</h2><p>You "
                          "have tried to access a web page which is in violation of your internet usage policy.</p>",
                          title="Web Filter Violation"), status=403),
    "Cisco Umbrella": seen(html("<p>This site is blocked.</p>"), "http://club.example/choir", 200, (
        303, "http://block.opendns.com/?url=216&server=lon&ablock&prefs=")),
    "Palo Alto Networks": seen(html(
        "<h1>Web Page Blocked</h1><p>Access to the web page you were trying to visit has been blocked in accordance "
        "with company policy. Please contact your administrator.</p><p>Category: adult</p>", title="Web Page Blocked"),
        status=503),
    "a home's filter": seen(html("<h1>You need to be over 18</h1>"), make.URL, 200, (
        302, f"http://blockpage.bt.com/pcstaticpage/blocked.html?url={ASKED}")),
    "Squid": seen(html("<p>Access control configuration prevents your request from being allowed at this time.</p>",
                       title="ERROR: The requested URL could not be retrieved"), status=403, via_proxy=True,
                  headers={"x-squid-error": "ERR_ACCESS_DENIED 0"}),
    "a filter without a name": seen(html("<h1>Website blocked</h1><p>Ask the IT service desk.</p>",
                                         title="Website Blocked")),
    "Wi-Fi": seen(html("<h1>Welcome to our Wi-Fi</h1>"), make.URL, 200, (
        302, f"http://192.0.2.1/login.html?redirect={ASKED}")),
    "Wi-Fi, Meraki": seen(html("<h1>Free Wi-Fi</h1>"), make.URL, 200, (
        302, "https://n123.network-auth.com/splash/?mac=00&continue_url=x")),
    "an unknown maker": seen(html("<h1>Stop</h1>"), make.URL, 200, (
        302, f"https://web.council.example/blocked/?u={ASKED}")),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filters_page_leaves_the_link_not_checked(name: str) -> None:
    """Whatever its status, nothing is said of the site: it was never asked."""
    assert make.told(walls.facts(FILTERS[name])) == TOLD


def test_the_words_name_the_product_and_the_evidence_quotes_it() -> None:
    """A person in IT knows at once what to look into."""
    finding, = make.found(CHECK, walls.facts(FILTERS["Smoothwall"]))
    assert finding.what_we_saw == "Our own network answered instead of the site, through Smoothwall."
    assert "What gave it away: the page's words, “" in finding.evidence
    assert "does not comply with the acceptable usage policy" in finding.evidence


@pytest.mark.parametrize("address", [
    f"http://10.9.8.7/block?url={ASKED}", f"http://filter.borchester.example/x?u={ASKED}",
    "http://proxy.borchester.example:15871/cgi-bin/blockpage.cgi?ws-session=1",
    "https://relay.borchester.example/access/web?a=block&c=2041&u=club.example",
])
def test_a_redirect_to_a_filter_inside_is_the_filters(address: str) -> None:
    """We do not follow redirects to private addresses; one that carries the page we asked for is our own network's."""
    of = walls.facts(make.failed(Failure.NOT_PUBLIC, make.URL, (302, address)))
    assert make.told(of) == TOLD


@pytest.mark.parametrize("address", ["http://10.9.8.7/intranet", "http://intranet.club.example/choir"])
def test_a_redirect_inside_without_our_question_is_the_sites(address: str) -> None:
    """Some sites do send the public to addresses that are not public."""
    of = walls.facts(make.failed(Failure.NOT_PUBLIC, make.URL, (302, address)))
    assert make.told(of) == (Verdict.BY_HAND, "link-inside-private-network")


def test_a_filter_behind_a_refused_certificate_is_seen() -> None:
    """A filter answers for a site with a certificate of its own making; what it says is read for diagnosis."""
    shown = make.certificate("*.borchester.example", issuer="Borchester Web Filter")
    behind = replace(make.unverified(200, shown=shown), page=FILTERS["Smoothwall"].page)
    assert make.told(walls.facts(make.bad_certificate("untrusted issuer"), behind)) == TOLD


@pytest.mark.parametrize("name", walls.ORDINARY)
def test_an_ordinary_page_is_no_filters(name: str) -> None:
    """A proxy's name in a header, and a page that speaks of filters, mean nothing."""
    assert make.found(CHECK, walls.facts(walls.ORDINARY[name])) == []


LOOKALIKES: dict[str, tuple[Visit, Verdict]] = {
    "not found": (seen(html("<h1>Page Not Found</h1>", title="Page Not Found")), Verdict.NOT_CHECKED),
    "bad request": (seen(html("<h1>Bad Request</h1>", title="Bad Request"), status=400), Verdict.NOT_CHECKED),
    "a listing": (seen(html("<h1>Index of /</h1>", title="Index of /")), Verdict.NOT_CHECKED),
    "a site's own guard": (seen(html("<h1>Web Page Blocked!</h1><p>The page cannot be displayed. Attack ID: 20000051 "
                                     "Message ID: 1</p>", title="Web Page Blocked!")), Verdict.NOT_CHECKED),
    "a bare refusal": (seen(html("<h1>403 Forbidden</h1><hr>nginx", title="403 Forbidden"), status=403),
                       Verdict.NOT_CHECKED),
}


@pytest.mark.parametrize("name", LOOKALIKES)
def test_pages_that_look_like_a_filters_are_not_taken_for_one(name: str) -> None:
    """Error pages and listings of the site itself are its own (the false positives of public lists of filters)."""
    visit, never = LOOKALIKES[name]
    assert make.told(walls.facts(visit))[0] is not never
    assert make.found(CHECK, walls.facts(visit)) == []


@pytest.mark.parametrize("address", [
    f"https://login.microsoftonline.com/common/oauth2/authorize?redirect_uri={ASKED}",
    f"https://consent.youtube.com/m?continue={ASKED}", f"https://new-club.example/choir?utm_source={ASKED}",
    "https://building-blocks.example/choir?ref=club.example", "https://a.example/x?a=blocks&u=club.example",
     "https://93.184.215.14/choir",
    f"https://www.club.example/blocked?u={ASKED}",
])
def test_a_redirect_with_our_question_is_not_enough(address: str) -> None:
    """Sign-ins, consent pages, moves and counters pass it on too; a number or a word about blocking must be there."""
    assert make.found(CHECK, walls.facts(make.visit(make.URL, 200, (302, address)))) == []


def test_a_registered_page_of_a_filters_maker_is_a_page() -> None:
    """Only where redirects led counts; a register may name such a site."""
    url = "https://www.ee.co.uk/help/my-account/corporate-content-lock"
    assert make.found(CHECK, walls.facts(seen(html(walls.PROSE), url))) == []


@pytest.mark.parametrize("row", walls.TABLES["filters"], ids=lambda row: f"{row['where']}-{row['value']}")
def test_every_filter_of_the_table_is_known(row: dict[str, str]) -> None:
    """Each row of known/filters.csv is enough to see that filter, where it may be seen; each has its source and day."""
    of = walls.facts(walls.bearing(row, 403 if "refused" in row["needs"] else 200))
    assert make.told(of) == TOLD
    assert row["product"] in make.found(CHECK, of)[0].what_we_saw
    assert row["source"]
    assert date.fromisoformat(row["checked_on"])


def test_some_filter_stands_in_the_table() -> None:
    """The check treats that name apart, so the table must spell it alike."""
    assert SOME_FILTER in {row["product"] for row in walls.TABLES["filters"]}


def test_without_tables_nothing_is_known_of_products() -> None:
    """Facts that change live in known/, not in code."""
    bare: Facts = replace(walls.facts(FILTERS["Smoothwall"]), known={})
    assert make.found(CHECK, bare) == []
