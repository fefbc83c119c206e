"""link-subject-in-doubt: it cannot be said that the page is about this service."""

import pytest

from review_kit.checks.link_subject_in_doubt import CHECK
from review_kit.model import Facts, Page, Verdict
from review_kit.web.page import read_page

from . import facts as make
from . import notices as pages
from .test_link_other_subject import KITCHENS, MENTORING, second_year

BINS = "Put your bin out by seven. Garden waste goes in the brown bin, paper in the blue one, glass in the box. " * 4
COUNCIL = "https://www.borchester.gov.uk/community/families/groups-for-parents"


def seen(url: str, shown: Page, *, name: str, provider: str) -> Facts:
    """One row, one link, and what it showed."""
    return pages.facts(pages.looked(shown, url), services=[pages.row(make.link(url), name=name, provider=provider)])


@pytest.mark.parametrize("url", [
    "https://portal.example/page/1234", "https://portal.example/step-up", "https://www.borchester.gov.uk/youth/mentoring",
    "https://portal.example/index.php?id=77", "https://portal.example/services/young-adults/mentors",
])
def test_a_page_that_shows_nothing_of_the_service_is_for_a_person(url: str) -> None:
    """That it is absent proves nothing: the page may say it in other words."""
    shown = pages.page(BINS, title="When to put your bin out - Borchester Council", heading="Bins", url=url, nav=())
    of = seen(url, shown, name="Step Up mentoring", provider="Riverside Youth Trust")
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "The page shows " in make.found(CHECK, of)[0].evidence


def council(body: str = pages.FILLING * 2, *, title: str, heading: str, lang: str = "en") -> Page:
    """A page of the council's site."""
    return pages.page(body, title=title, heading=heading, lang=lang, url=COUNCIL, nav=())


@pytest.mark.parametrize(("url", "shown", "name", "provider"), [
    ("https://www.dfmh.example/", pages.page(pages.FILLING * 2, title="Home", heading="Welcome"),
     "Young Adults scheme", "Derbyshire Federation for Mental Health"),
    ("https://www.dfmh.example/offer/list", pages.page(pages.FILLING * 2, title="What we do", heading="All of it"),
     "Young Adults scheme", "Derbyshire Federation for Mental Health"),
    (COUNCIL, council(title="Family hub - Borchester Council", heading="Stay and play for parents"),
     "Access to groups for new parents", "Borchester Council"),
    (COUNCIL, council(title="Family hub", heading="Stay and play for families"),
     "Access to the Moonbeam scheme", "Borchester Council"),
    (COUNCIL, council("Mae gan bobl ifanc hawl i gymorth. " * 10, title="Canolfan", heading="Teuluoedd", lang="cy"),
     "Access to groups for new parents", "Borchester Council"),
    ("https://www.trentpts.example/how-it-works",
     pages.page(BINS, title="How it works | Trent PTS", heading="How it works"),
     "Talking it over", "Support to make referral to Trent PTS"),
    ("https://trust.example/node/55", pages.page(BINS, "Counsellors listen.", title="Help", heading="Help"),
     "Free online counselling", "A provider"),
    ("https://trust.example/node/55", pages.page(BINS, "The DECC team", title="Help", heading="Help"),
     "Consultations", "DECC"),
    ("https://trust.example/node/55", pages.page("Short.", title="Help", heading="Help", nav=()),
     "Consultations", "DECC"),
    ("https://trust.example/leaflet.pdf", read_page(b"%PDF-1.7 ...", content_type="application/pdf", url=""),
     "Consultations", "DECC"),
    ("https://trust.example/node/55", pages.page(BINS, title="Help", heading="Help"),
     "Support for young people", "NHS"),
], ids=lambda value: value[:40] if isinstance(value, str) else None)
def test_ordinary_pages_are_not_doubted(url: str, shown: Page, name: str, provider: str) -> None:
    """A site's own name, its address, kin of rare words, letters, front pages, PDFs, Welsh, short pages, bare rows."""
    assert make.found(CHECK, seen(url, shown, name=name, provider=provider)) == []


def test_a_contact_of_the_row_on_the_page_is_something() -> None:
    """A page that publishes the row's own number is not doubted."""
    url = "https://portal.example/page/1234"
    shown = pages.page(BINS, "Call 03069 990123", title="Help", heading="Help", url=url, nav=())
    row = pages.row(make.link(url), contacts=(make.phone(),))
    assert make.found(CHECK, pages.facts(pages.looked(shown, url), services=[row])) == []


def test_a_page_between_the_same_and_another_is_for_a_person() -> None:
    """In the second year, half of last year's words without what spoke for the service is a doubt."""
    middle = pages.FILLING[:130] + KITCHENS
    of = second_year(pages.page(MENTORING, nav=()), pages.page(middle, title="Café", heading="Café", nav=()))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


def test_last_years_page_is_not_needed_to_be_whole() -> None:
    """Where last year's page held next to no text, the first year's rule is used."""
    of = second_year(pages.page("Short."), pages.page(MENTORING))
    assert make.told(of) == (Verdict.WORKING, "")


@pytest.mark.parametrize("url", ["https://www.trentpts.example/", "https://www.trentpts.example/therapy"])
def test_a_providers_own_site_that_never_names_the_provider_is_strange(url: str) -> None:
    """Whoever takes a lapsed name over has its address; a provider's pages bear its name."""
    shown = pages.page(BINS, title="Bins of Borchester", heading="Bins", url=url, nav=())
    of = seen(url, shown, name="Talking it over", provider="Support to make referral to Trent PTS")
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    named = pages.page(BINS, title="Bins of Borchester - Trent PTS", heading="Bins", url=url, nav=())
    assert make.found(CHECK, seen(url, named, name="Talking it over", provider="Trent PTS")) == []


PRIZES = pages.page(BINS, title="Prizes - Riverside", heading="Prizes", nav=(),
                    url="https://riverside.example/step-up")

POLISH = pages.page("Witamy w naszym ośrodku. Czekamy na młodych ludzi. " * 10, title="Porady", heading="Porady",
                    nav=())


@pytest.mark.parametrize(("address", "shown", "name", "doubt"), [
    ("https://riverside.example/step-up", PRIZES, "Kayak mentoring", True),
    ("https://riverside.example/prizes", PRIZES, "Kayak mentoring", False),
    ("https://riverside.example/step-up", PRIZES, "Prizes for kayakers", False),
    ("https://riverside.example/", PRIZES, "Kayak mentoring", False),
    ("https://riverside.example/p/77", PRIZES, "Kayak mentoring", False),
    ("https://riverside.example/step-up", PRIZES, "Young people", False),
    ("https://riverside.example/step-up", POLISH, "Kayak mentoring", False),
])
def test_neither_a_word_of_the_address_nor_of_the_area_of_support_is_strange(
        address: str, shown: Page, name: str, *, doubt: bool) -> None:
    """The site's own label stands on each of its pages, whatever became of this one; its provider's whole name is more.

    A front page, an address without words, a name without words of its own and a page in another language say nothing.
    """
    found = make.found(CHECK, seen(address, shown, name=name, provider="Riverside Youth Trust"))
    assert any("Not one word of its address" in each.evidence for each in found) is doubt


@pytest.mark.parametrize("text", [
    "نحن نساعد الشباب في بورتشستر كل يوم اثنين. " * 10, "Ми допомагаємо молоді щопонеділка. " * 10])
def test_a_page_in_other_letters_holds_no_word_of_the_register(text: str) -> None:
    """That none is found there says nothing."""
    shown = pages.page(text, title="Помощь", heading="Помощь", url="https://portal.example/page/1234", nav=())
    assert make.found(CHECK, seen("https://portal.example/page/1234", shown, name="Step Up mentoring",
                                  provider="Riverside Youth Trust")) == []
