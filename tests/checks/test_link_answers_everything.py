"""link-answers-everything: the site shows the same page for a path that cannot exist."""

import re

import pytest

from review_kit.checks._probe import beside
from review_kit.checks.link_answers_everything import CHECK
from review_kit.model import Failure, Purpose, Verdict

from . import facts as make
from . import pages

WELCOME = pages.html(f"{pages.MENU}<h1>Welcome</h1><p>We are glad that you are here. Have a look around, there is a"
                     f" lot to see,"
                     " and something for everyone.</p>", title="Welcome to the site")
TODAY = WELCOME.replace("glad", "glad today, 21 November,")
SORRY = pages.html("<h1>Something is missing</h1><p>We looked everywhere, and there was no such thing.</p>", title="Hm")
PROBED = make.wanted(CHECK, pages.facts(pages.seen(WELCOME)))[0].url
DEEP = "https://club.example/groups/music/choir?term=2"


def test_a_probe_is_wanted_where_a_page_shows_nothing_of_the_service() -> None:
    """One path of 25 letters that nobody has made, beside the page; the letters follow from the address."""
    look, = make.wanted(CHECK, pages.facts(pages.seen(WELCOME, DEEP)))
    assert look.purpose is Purpose.PROBE
    assert re.fullmatch(r"https://club\.example/groups/music/[a-z]{25}", look.url)
    assert make.wanted(CHECK, pages.facts(pages.seen(WELCOME, DEEP))) == [look]


def test_a_probe_is_wanted_where_a_few_words_say_not_found() -> None:
    """A doubt about a page is worth one more question to its site."""
    page = pages.html("<h1>Not found</h1><p>Hello, this is the wednesday group.</p>", title="Site")
    assert len(make.wanted(CHECK, pages.facts(pages.seen(page)))) == 1


@pytest.mark.parametrize("page", [
    pages.html("<h1>Wednesday Choir</h1>", title="Choir"),
    pages.html("<h1>Page not found</h1>", title="Page not found"),
    pages.html("", title=""),
])
def test_none_is_wanted_where_there_is_no_doubt(page: str) -> None:
    """A page about the service, one that says itself that it was not found, and one without a word need none."""
    of = pages.facts(pages.seen(page))
    assert [look for look in make.wanted(CHECK, of) if "choir" not in page] == []


def test_one_is_enough_for_a_host() -> None:
    """However many links of a site are in doubt, and with or without www., it is asked once."""
    urls = ["https://club.example/a", "https://club.example/b/c", "https://www.club.example/d",
            "https://other.example/e"]
    of = pages.facts(*(pages.seen(WELCOME, url) for url in urls))
    assert len({look.url for look in make.wanted(CHECK, of)}) == 4  # each names its own until one was made
    made = make.wanted(CHECK, of)[1].url
    again = pages.facts(*(pages.seen(WELCOME, url) for url in urls), pages.probe("gone", made, status=404))
    assert {look.url for look in make.wanted(CHECK, again) if "club" in look.url} == {made}


@pytest.mark.parametrize("url", [make.FRONT, "https://club.example/home", "https://club.example/index.php"])
def test_a_front_page_is_never_probed_nor_judged_by_a_probe(url: str) -> None:
    """Many sites answer every path with their front page, which is alive and right where it is the link."""
    assert make.wanted(CHECK, pages.facts(pages.seen(WELCOME, url))) == []
    assert make.found(CHECK, pages.facts(pages.seen(WELCOME, url), pages.probe(WELCOME, PROBED))) == []


@pytest.mark.parametrize("guarded", [
    make.visit("https://club.example/other", 403), make.visit("https://club.example/other", 429),
    make.visit("https://club.example/other", 503, retry_after=60.0),
    make.visit("https://www.club.example/other", 200, headers={"cf-mitigated": "challenge"}),
    make.visit("https://old.example/", 403, (301, "https://club.example/other")),
])
def test_a_site_that_guards_itself_is_not_asked_more(guarded: make.Visit) -> None:
    """A site that challenged our checker, turned it away or asked it to wait gets no needless question."""
    assert make.wanted(CHECK, pages.facts(pages.seen(WELCOME), guarded)) == []


@pytest.mark.parametrize(("link", "probe"), [
    (WELCOME, WELCOME), (SORRY, SORRY), (TODAY, WELCOME),
    (SORRY.replace("thing", "thing as /choir"), SORRY.replace("thing", f"thing as {PROBED[20:]}")),
    (pages.html(f"<h1>Results</h1><p>{pages.PROSE * 5}</p>"), pages.html(f"<h1>Results</h1><p>{pages.PROSE * 5}</p>")),
])
def test_the_same_page_for_everything_says_nothing_of_the_service(link: str, probe: str) -> None:
    """A clock or the address itself on the page makes no difference."""
    of = pages.facts(pages.seen(link), pages.probe(probe, PROBED), name="Knitting", provider="Felpersham Yarns")
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)
    assert f"{PROBED} answered 200" in make.found(CHECK, of)[0].evidence


def test_both_sent_to_one_place_is_the_same() -> None:
    """A site that sends the link and a path that cannot exist to one address has lost the page."""
    end = "https://club.example/start-here"
    of = pages.facts(pages.seen(WELCOME, make.URL, (302, end)), pages.probe(TODAY, PROBED, (302, end)))
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize(("link", "probe"), [
    (pages.html("<h1>Wednesday Choir</h1>", title="Welcome"),) * 2,
    (WELCOME, SORRY),
    (WELCOME, WELCOME.replace("<h1>Welcome</h1>", "<h1>Not here</h1>")),
    (WELCOME, WELCOME.replace("Welcome to the site", "Not here")),
    (pages.html(pages.MENU * 20 + "<p>Knitting circle Mondays seven till nine</p>", title="S"),
     pages.html(pages.MENU * 20 + "<p>Nothing here.</p>", title="S")),
    (pages.html("<div id='root'>Loading your page now please wait</div><script src='/app.js'></script>", title="App"),
     ) * 2,
    (pages.html("<p>Hi.</p>", title="Hi"),) * 2,
])
def test_pages_that_differ_or_cannot_be_compared_prove_nothing(link: str, probe: str) -> None:
    """The service's own page, another title or heading, a thin page under a long menu, a shell that a script fills."""
    assert make.found(CHECK, pages.facts(pages.seen(link), pages.probe(probe, PROBED))) == []


def test_a_page_to_which_the_site_sends_the_lost_is_still_there() -> None:
    """A link that stands at that address by its own right works, as a front page would."""
    of = pages.facts(pages.seen(WELCOME), pages.probe(TODAY.replace("Have a look", "Take one"), PROBED, (302,
                                                                                                         make.URL)))
    assert make.found(CHECK, of) == []


@pytest.mark.parametrize("probe", [
    pages.probe(WELCOME, PROBED, status=404), pages.probe(WELCOME, PROBED, status=410),
    pages.probe(WELCOME, PROBED, status=503), pages.probe(WELCOME, PROBED, failure=Failure.RESET),
    make.failed(Failure.NOT_ASKED, PROBED, purpose=Purpose.PROBE), make.failed(Failure.TIMEOUT, PROBED,
                                                                               purpose=Purpose.PROBE),
])
def test_a_probe_that_got_no_page_proves_nothing(probe: make.Visit) -> None:
    """An honest site, one that is ill, and a probe that robots.txt forbade speak for nobody."""
    assert make.found(CHECK, pages.facts(pages.seen(WELCOME), probe)) == []


def test_a_probe_through_a_failing_network_does_not_count() -> None:
    """A portal's page in the place of the site's is not held against it."""
    rounds = (make.good(0, "before"), make.good(7), make.bad(12), make.good(30, "after"))
    of = pages.facts(pages.seen(WELCOME), pages.probe(WELCOME, PROBED), canaries=rounds)
    assert make.found(CHECK, of) == []


LOST = pages.html(f"{pages.MENU}<h1>Off the beaten track</h1><p>Even our conductor loses the beat. Have a biscuit "
                  "until we are back.</p>", title="Borchester Singers")
"""A joke for those who are lost, under the singers' name: no word of it says that a page was not found."""
FRONT = pages.html(f"{pages.MENU}<h1>Borchester Singers</h1><p>{pages.PROSE}</p>", title="Borchester Singers")


def front(page: str) -> make.Visit:
    """The look at the site's front page."""
    return pages.seen(page, make.FRONT, purpose=Purpose.FRONT_PAGE, minute=10)


def test_a_joke_for_the_lost_is_known_by_the_front_page() -> None:
    """It names the provider, as every page of the site does; but it is shown for any address, and is no front page."""
    of = pages.facts(pages.seen(LOST), pages.probe(LOST, PROBED), front(FRONT))
    finding, = make.found(CHECK, of)
    assert "front page" in finding.evidence


def test_a_site_of_one_page_speaks_for_its_service() -> None:
    """It shows that page for everything, and the page tells of the service."""
    assert make.found(CHECK, pages.facts(pages.seen(FRONT), pages.probe(FRONT, PROBED), front(FRONT))) == []


def test_without_the_front_page_nothing_is_said() -> None:
    """It is asked for, once, where the same page came for an address that cannot exist."""
    of = pages.facts(pages.seen(LOST), pages.probe(LOST, PROBED))
    assert make.found(CHECK, of) == []
    assert [(look.url, look.purpose) for look in make.wanted(CHECK, of)] == [
        (PROBED, Purpose.PROBE), (make.FRONT, Purpose.FRONT_PAGE)]


def test_a_short_deep_page_is_probed() -> None:
    """A page that hardly says anything may be a joke about being lost."""
    assert [look.purpose for look in make.wanted(CHECK, pages.facts(pages.seen(LOST)))] == [Purpose.PROBE]


@pytest.mark.parametrize("link", ["https://club.example/advice/choir", "https://club.example/zz/qq"])
def test_the_words_of_the_address_make_no_difference_to_what_is_compared(link: str) -> None:
    """They are left out of all pages alike, or a front page that holds them would look like another one."""
    page = pages.html(f"{pages.MENU}<h1>Borchester Singers</h1><p>Advice on any choir. {pages.PROSE}</p>",
                      title="Borchester Singers: choir and advice")
    of = pages.facts(pages.seen(page, link), pages.probe(page, beside(link)), front(page))
    assert make.found(CHECK, of) == []


def test_a_list_of_a_section_that_names_the_service_is_no_joke() -> None:
    """A site that shows its list for every address of a section still shows the service to who follows the link."""
    listing = pages.html(f"{pages.MENU}<h1>Our choirs</h1><p>Wednesday Choir, Friday Choir, Sunday Choir.</p>",
                         title="Borchester Singers")
    assert make.found(CHECK, pages.facts(pages.seen(listing), pages.probe(listing, PROBED), front(FRONT))) == []
