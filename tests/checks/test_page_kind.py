"""Kinds of pages on which no service stands: for a person, and never more."""

import re

import pytest

from review_kit.checks.link_subject_in_doubt import CHECK
from review_kit.disk import known_tables
from review_kit.model import Facts, Verdict
from review_kit.web.page import read_page

from . import facts as make
from . import notices as pages

ADDRESS = "https://riverside.example/p/77"
HELP = ("Riverside Youth Trust is there for young people who have been in care. We help with housing, money, work and "
        "how you feel, and you can come as often as you like. ") * 2
PAGES = {
    "a policy": ("Privacy policy", "The trust is the data controller. Our lawful basis is a legitimate interest."),
    "a fundraising event": ("Sponsored abseil", "Register now, and raise at least £150. Every climber gets a T-shirt."),
    "an advert for a post": ("Finance Officer (part time)", "Salary £27,344 pro rata. Closing date 13 March."),
    "rooms for hire": ("Hire a room", "The hall seats 90 and costs £38 an hour, with a projector."),
    "a recipe": ("Lentil soup", "Serves 4. Ingredients: 200g lentils, chopped onion. Method: simmer for 20 minutes."),
    "a shop": ("Gift boxes", "Three for £28.00. Sold out: the blue one. Add to basket. Free delivery over £30."),
    "an article": ("11 ways to cut your bill", "By Rufus Kell · Updated 30 October 2025 · 7 minutes to read."),
    "an open day": ("Spring Open Day", "Campus tours at noon. Talk to tutors. Plan your day."),
    "news": ("Riverside welcomes new chief executive", "Sam starts in May."),
    "a report or an account of the past year": (
        "What we heard", ("Key findings and recommendations. We interviewed 40 people. Download the full report. "
                          "Ministers should act on this report.")),
}


def shown(heading: str, text: str, *, name: str = "Step Up mentoring", title: str = "", url: str = ADDRESS) -> Facts:
    """The row's link, and a page with this heading and text."""
    source = f"<title>{title or heading} | Riverside Youth Trust</title><main><h1>{heading}</h1><p>{text}</p></main>"
    page = read_page(source.encode(), content_type="text/html; charset=utf-8", url=url)
    return pages.facts(pages.looked(page, url), services=[pages.row(make.link(url), name=name)])


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_of_such_a_kind_is_for_a_person(kind: str) -> None:
    """Though the provider's name and words of help stand on it: its kind is told, and the words that tell it."""
    of = shown(PAGES[kind][0], f"{PAGES[kind][1]} {HELP}")
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert f"It is {kind}, by its words (“" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize(("heading", "text", "name"), [
    ("Cooking club", "Soup on Thursdays. Ingredients, method, serves 4, 2 tbsp oil, chopped onion.", "Cooking club"),
    ("Step Up", "Our privacy policy tells how we keep personal data.", "Step Up mentoring"),
    ("Volunteer mentors wanted", "Hours are yours. We ask for two references.", "Step Up mentoring"),
    ("Step Up paid internships", "Salary £24,000 pro rata. Closing date 1 May. Interviews in June. How to apply.",
     "Paid work: Step Up internships"),
    ("Step Up", "We have a hall with a projector, and it seats 40. Thank you to all who raised money.", "Step Up"),
])
def test_a_service_with_some_of_those_words_is_none(heading: str, text: str, name: str) -> None:
    """Some words of a kind stand on many a page, and an entry may be about the kind itself."""
    of = shown(heading, f"{text} {HELP}", name=name)
    assert not any("by its words" in finding.evidence for finding in make.found(CHECK, of))


def test_a_front_page_tells_of_all_that_a_provider_does() -> None:
    """Rooms to hire and posts to fill among it."""
    of = shown(*PAGES["rooms for hire"], url="https://riverside.example/")
    assert not any("by its words" in finding.evidence for finding in make.found(CHECK, of))


def test_the_name_of_the_site_is_not_the_page() -> None:
    """A site may be called by such a word, in front or behind, and the page is what is left."""
    of = shown("Step Up", HELP, title="Step Up mentoring | Penwick Museum")
    assert make.told(of) == (Verdict.WORKING, "")


@pytest.mark.parametrize("row", known_tables()["page_kinds"], ids=lambda row: f"{row['kind']}: {row['words'][:40]}")
def test_every_row_can_be_read(row: dict[str, str]) -> None:
    """A slip in an expression would be read as plain words and find nothing."""
    assert row["where"] in {"title", "text"}
    assert re.compile(row["words"])
    assert re.compile(row["unless"])
    assert row["source"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["checked_on"])
