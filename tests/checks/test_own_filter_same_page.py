"""own-filter-same-page: unrelated sites answered with one and the same page."""

import pytest

from review_kit.checks.own_filter_same_page import CHECK, owner
from review_kit.model import Verdict, Visit

from . import facts as make
from . import walls
from .walls import html, seen

URLS = ("https://choir.example/a", "https://www.drama.org.uk/b", "https://swim.nhs.uk/c", "https://walk.co.uk/d")
STOP = html("<h1>Acceptable use</h1><p>This category of page is not available to staff of the council. If you need it "
            "for your work, ask your manager to raise a request with the service desk. Your visit was logged.</p>")
TOLD = (Verdict.NOT_CHECKED, CHECK.name)


def told(*visits: Visit) -> list[tuple[Verdict, str]]:
    """The verdict of each link and the check that decided."""
    return [(one.verdict, one.finding.check if one.finding else "") for one in make.all_told(walls.facts(*visits))]


def alike(source: str, status: int = 200, number: int = 3) -> list[Visit]:
    """The same page from so many sites."""
    return [seen(source, url, status) for url in URLS[:number]]


@pytest.mark.parametrize("status", [200, 403])
def test_one_page_from_three_sites_is_our_own_networks(status: int) -> None:
    """No list of filters is needed: three owners do not publish the same bytes by chance."""
    assert told(*alike(STOP, status)) == [TOLD] * 3


def test_the_words_count_the_sites_and_the_evidence_names_them() -> None:
    """A person can open any of them and see."""
    finding = make.found(CHECK, walls.facts(*alike(STOP, number=4)))[0]
    assert finding.what_we_saw.startswith("4 unrelated sites gave us one and the same page")
    assert "Shared by choir.example, drama.org.uk, swim.nhs.uk, walk.co.uk" in finding.evidence
    assert "It begins “Acceptable use This category" in finding.evidence


def test_one_address_that_three_sites_sent_us_to_is_our_own_networks() -> None:
    """A block page may differ for each site by its words, and still stand at one address."""
    visits = [seen(html(f"<p>{walls.PROSE} {url}</p>"), url, 200, (302, f"https://stop.example/page?n={number}"))
              for number, url in enumerate(URLS)]
    assert told(*visits) == [TOLD] * 4


def test_two_sites_are_doubt() -> None:
    """Two owners may share a platform, or have become one."""
    assert make.found(CHECK, walls.facts(*alike(STOP, number=2))) == []


def test_one_owners_sites_are_one() -> None:
    """Three hosts of one owner show its one page."""
    visits = [seen(STOP, f"https://{name}.club.org.uk/") for name in ("www", "choir", "drama", "swim")]
    assert make.found(CHECK, walls.facts(*visits)) == []


@pytest.mark.parametrize(("url", "expected"), [
    ("https://www.choir.club.org.uk/x", "club.org.uk"), ("https://club.example/", "club.example"),
    ("https://a.b.club.example/", "club.example"), ("https://www.swim.nhs.uk", "swim.nhs.uk"),
    ("https://nhs.uk/", "nhs.uk"),
    ("https://www.borchester.gov.uk/", "borchester.gov.uk"), ("https://co.example/", "co.example"),
])
def test_owners_are_told_by_their_hosts(url: str, expected: str) -> None:
    """Near enough: the British second levels are known, and a host that shares one is another owner's."""
    assert owner(url) == expected


SHARED_BY_NATURE = {
    "an empty page": "", "a page with no words": html("<script>window.location='/lander'</script>"),
    "nginx": html("<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed "
                  "and working. Further configuration is required.</p>", title="Welcome to nginx!"),
    "Apache": html("<h1>Apache2 Default Page</h1><p>It works! This is the default welcome page used to test the "
                   "correct operation of the Apache2 server after installation. Replace this file.</p>"),
    "a suspended account": html("<h1>Account Suspended</h1><p>This account has been suspended. Contact your hosting "
                                "provider for more information about why this has happened to you.</p>"),
    "a guard": html("<h1>Please wait while your request is being verified...</h1><p>This takes a few seconds and then "
                    "the page you have asked for will be shown to you by itself.</p>", title="One moment, please..."),
    "a sign-in": html("<form><h1>Sign in</h1><input type=email><input type=password></form><p>Use the name and "
                      "password that you were given by the people who run this site for you.</p>", title="Sign in"),
}


@pytest.mark.parametrize("name", SHARED_BY_NATURE)
def test_pages_that_sites_share_by_nature_are_not_our_networks(name: str) -> None:
    """A server's default page, a guard's and an empty one are the same everywhere, and say something of the site."""
    assert make.found(CHECK, walls.facts(*alike(SHARED_BY_NATURE[name]))) == []


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_error_pages_are_the_servers_own(status: int) -> None:
    """Servers of one make say “not found” in the same words."""
    assert make.found(CHECK, walls.facts(*alike(STOP, status))) == []


def test_owners_who_merged_have_moved() -> None:
    """Three sites that send their visitors on for good have become one."""
    visits = [seen(html(walls.PROSE), url, 200, (301, "https://one.example/together")) for url in URLS]
    assert {verdict for verdict, _ in told(*visits)} == {Verdict.MOVED}


def test_a_site_that_the_register_holds_is_not_a_filter() -> None:
    """A provider's three campaign sites lead to its page, and the register knows the provider."""
    visits = [seen(html(f"{walls.PROSE} {url}"), url, 200, (302, "https://one.example/together")) for url in URLS]
    assert make.found(CHECK, walls.facts(*visits, seen(html(walls.PROSE), "https://one.example/"))) == []


def test_a_page_about_a_service_is_the_services() -> None:
    """Short links of three makers lead to one page that names the service: that is the page they are for."""
    page = html(f"<h1>Borsetshire Harmony</h1><p>{walls.PROSE}</p>", title="Borsetshire Harmony")
    visits = [seen(page, url, 200, (302, "https://harmony.example/join")) for url in URLS]
    services = [make.service(make.link(url, row=row), row=row, name="Borsetshire Harmony")
                for row, url in enumerate(URLS, 2)]
    assert make.found(CHECK, walls.facts(*visits, services=services)) == []


def test_the_councils_own_name_makes_no_page_a_services() -> None:
    """A council's filter signs with the council's name, which stands in many rows as the provider."""
    page = STOP.replace("the council", "Borchester Council")
    services = [make.service(make.link(url, row=row, as_written="Borchester Council"), row=row)
                for row, url in enumerate(URLS, 2)]
    assert len(make.found(CHECK, walls.facts(*(seen(page, url) for url in URLS), services=services))) == 4


def test_ordinary_pages_differ() -> None:
    """Sixteen live pages of as many sites share nothing that counts."""
    visits = [seen(f"<p>{number}</p>{html(walls.PROSE)}", f"https://s{number}.example/") for number in range(16)]
    assert make.found(CHECK, walls.facts(*visits)) == []
