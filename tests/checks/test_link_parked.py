"""link-parked: the domain is for sale, lapsed or filled with adverts."""

import pytest

from review_kit.checks.link_parked import CHECK
from review_kit.disk import known_tables
from review_kit.model import Severity, Verdict

from . import facts as make
from . import pages

PARKED = {
    "a seller's": pages.html("<h1>club.example</h1><p>The domain club.example is for sale. Buy this domain.</p>",
                             title="club.example is for sale"),
    "a service's adverts": pages.html("<h2>Related searches</h2><p>Choir singing lessons</p><p>Wednesday"
                                      " Choir</p><p>Borchester Singers tickets</p>", title="club.example",
                                      head="<script src='https://c.parkingcrew.net/caf.js'></script>"),
    "a notice under adverts": pages.html("<p>Choir. Singers. Lessons.</p><p>The Sponsored Listings displayed above"
                                         " are served automatically by a third party.</p>", title="club.example"),
    "a registrar's": pages.html("<h1>This domain is parked free of charge with a registrar</h1>", title="Welcome"),
    "a lapsed name's": pages.html("<h1>This domain has expired.</h1><p>If you are the owner, renew it now.</p>",
                                  title="Domain expired"),
    "one that a script opens": '<html><script>window.onload=function(){window.location.href="/lander"}</script></html>',
    "a premium name's": pages.html("<p>Interested? This premium domain could be yours. Make an offer on this"
                                   " domain.</p>",
                                   title="club.example"),
    "one for sale by its owner": pages.html("<p>club.example may be for sale by its owner!</p>", title="Welcome"),
}
HEADED = {
    "a name that was not renewed": pages.html("<h1>www.club.example</h1><p>The domain is waiting for its owner.</p>",
                                              title="www.club.example - at a registrar's"),
    "a name with a price": pages.html("<h1>club.example</h1><p>Smooth and easy to recall. £488. Make an offer.</p>",
                                      title="club.example"),
}
"""Pages that no phrase of the table knows."""
LIVE = {
    "a short page under its own address": pages.html("<h1>club.example</h1><p>Choir on Wednesdays at seven.</p>",
                                                     title="club.example"),
    "homes for sale": pages.html("<h1>Homes for sale</h1><p>Shared ownership: this home is for sale. Buy this home,"
                                 " or enquire about this property.</p>", title="Homes for sale | Housing"),
    "a charity shop": pages.html("<h1>Our shop</h1><p>Furniture is for sale from Monday. Books may be for sale"
                                 " too.</p>",
                                 title="For sale - Charity shop"),
    "a website that sells tickets": pages.html("<p>Tickets are on sale on this website. The band's van is for"
                                               " sale.</p>"),
    "a page of parking spaces": pages.html("<h1>Parking</h1><p>This car is parked free of charge. Parked cars pay.</p>",
                                           title="Parking"),
    "expired cards": pages.html("<h1>My bus pass has expired</h1><p>Your card has expired. Renew it.</p>",
                                title="Expired"),
    "a lesson about domains": pages.html(f"<h1>Build a website</h1><p>{pages.PROSE * 11} If you see “this domain is"
                                         f" for sale”,"
                                         " you can buy this domain.</p>", title="Digital skills"),
    "the service's own long page": pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE * 5} This domain may be for"
                                              f" sale when"
                                              " we close.</p>", title="Wednesday Choir"),
}


@pytest.mark.parametrize("page", PARKED.values(), ids=PARKED)
def test_a_parked_page_is_a_danger(page: str) -> None:
    """Its adverts repeat the words of the lapsed name, which says nothing of the service."""
    assert pages.told(page) == (Verdict.CHANGED, CHECK.name)
    finding, = pages.found(CHECK, page)
    assert finding.severity is Severity.DANGER
    assert "That is the mark of " in finding.evidence


@pytest.mark.parametrize("page", HEADED.values(), ids=HEADED)
def test_a_short_page_headed_by_its_own_address_that_trades_is_one(page: str) -> None:
    """It calls itself by nothing else, and speaks of a domain or an offer."""
    assert pages.told(page) == (Verdict.CHANGED, CHECK.name)
    assert "The page is headed by its own address" in pages.found(CHECK, page)[0].evidence


@pytest.mark.parametrize("page", LIVE.values(), ids=LIVE)
def test_for_sale_alone_is_not_enough(page: str) -> None:
    """Homes, cars and books are for sale too, and live pages speak of domains."""
    assert pages.found(CHECK, page) == []


@pytest.mark.parametrize("end", [
    "https://www.hugedomains.com/domain_profile.cfm?d=club", "https://sedo.com/search/details/?domain=club.example",
    "https://dan.com/buy-domain/club.example", "https://www.afternic.com/forsale/club.example",
    "https://uk.godaddy.com/forsale/club.example",
])
@pytest.mark.parametrize("status", [200, 403])
def test_a_link_that_ends_at_a_seller_of_names_is_told(end: str, status: int) -> None:
    """Where the way led says it by itself, even when the seller turns our checker away."""
    of = pages.facts(pages.seen(pages.html("<h1>Wednesday Choir</h1>"), make.URL, (302, end), status=status))
    assert end in make.found(CHECK, of)[0].evidence


def test_a_link_that_went_by_a_parking_service_is_told() -> None:
    """A hop on the way is a mark, whatever stands at the end."""
    of = pages.facts(pages.seen(pages.html("<h1>Hello</h1>"), make.URL, (302, "http://dsredirection.com/x"),
                                (302, "https://shop.example/")))
    assert "by way of http://dsredirection.com/x" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("end", ["https://www.godaddy.com/en-uk", "https://notsedo.com/", "https://sedo.com.example/",
                                 "https://above.com.example/"])
def test_a_host_that_only_looks_like_one_is_none(end: str) -> None:
    """A host counts whole, and a registrar's other pages are its own."""
    assert make.found(CHECK, pages.facts(pages.seen(pages.html("<h1>Hello</h1>"), make.URL, (302, end)))) == []


@pytest.mark.parametrize(("prefix", "body", "number"), [
    ("ww1", "<p>Adverts</p>", 1), ("ww25", "<p>Adverts</p>", 1), ("ww2", "<p>Adverts</p>", 0), ("www", "<p>Adverts</p>",
                                                                                                0),
    ("ww1", "<h1>Wednesday Choir</h1>", 0), ("ww1", f"<p>{pages.PROSE * 6}</p>", 0),
])
def test_a_name_before_the_domain_counts_beside_nothing_of_the_service(prefix: str, body: str, number: int) -> None:
    """Parking services put names such as ww1 before a domain; a live site may do so too."""
    of = pages.facts(pages.seen(pages.html(body), make.URL, (302, f"http://{prefix}.club.example/")))
    assert len(make.found(CHECK, of)) == number


def test_the_domain_that_was_asked_counts_too() -> None:
    """A page elsewhere that sells the name which was asked is seen."""
    page = pages.html("<p>Buy club.example today.</p>", title="A shop")
    of = pages.facts(pages.seen(page, "https://www.club.example/choir", (302, "https://names.example/offer")))
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize("row", [row for row in known_tables()["parking"] if row["kind"] in {"title", "body"}],
                         ids=lambda row: f"{row['kind']}: {row['value']}")
def test_every_phrase_is_found(row: dict[str, str]) -> None:
    """Each phrase of known/parking.csv is enough on a page of its own."""
    said = row["value"].replace("{domain}", "club.example").replace("*", "you are on").replace("&", "&amp;")
    page = pages.html("<p>Hello.</p>" if row["kind"] == "title" else f"<p>Well. {said}. Well.</p>",
                      title=said if row["kind"] == "title" else "")
    assert row["what"] in pages.found(CHECK, page)[0].evidence


def test_what_a_page_quotes_it_does_not_say_of_itself() -> None:
    """A lesson about domain names shows what a lapsed one looks like."""
    lesson = ("<h1>Build a website</h1><p>Six Tuesdays in the library. Names: how to buy one, and why you land on a "
              "page that says “this domain is for sale”. Then colours, pictures and pizza.</p>")
    assert make.found(CHECK, pages.facts(pages.seen(pages.html(lesson, title="Web course")))) == []
    plain = lesson.replace("“", "").replace("”", "")
    assert make.found(CHECK, pages.facts(pages.seen(pages.html(plain, title="Web course")))) != []
