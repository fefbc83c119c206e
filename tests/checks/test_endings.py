"""Ends that people tell in their own words, and pages about another subject: for a person, and never more."""

import re
from dataclasses import replace

import pytest

from review_kit.checks._context import FRAMES, context
from review_kit.checks.link_closure_in_doubt import CHECK
from review_kit.checks.link_subject_in_doubt import CHECK as SUBJECT
from review_kit.disk import known_tables
from review_kit.model import Facts, Page, Verdict
from review_kit.web.page import read_page

from . import facts as make
from . import notices as pages

LONG = pages.FILLING * 4


@pytest.mark.parametrize("body", [
    "It is with heavy hearts that we say goodbye. Our last session was on 12 June. Thank you to everybody who came.",
    "After nineteen years we are calling it a day. The trustees agreed that we could not go on without the grant.",
    "We switched the line off in May, and it will not return. If you were one of our callers, ring 111 instead.",
])
def test_an_end_in_anybodys_words_is_for_a_person(body: str) -> None:
    """Several words of an end close together, and thanks or regret beside them."""
    of = pages.of(body, LONG)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert body.split(".", maxsplit=1)[0] in make.found(CHECK, of)[0].evidence


def test_a_page_told_in_the_past_needs_one_such_word() -> None:
    """Where all was and came and went, and nothing is offered, a single word of an end is enough."""
    past = "The group met at the mill and cooked. Forty people came, and most stayed for years. It was loud and warm. "
    of = pages.of(past * 3, "When we sat down together for the last time there were a hundred of us.")
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("body", [
    ("Thank you to everybody who came to our last event.", LONG),
    ("Sadly we cannot take referrals by email. Ring us instead.", LONG),
    (LONG, "<h2>News</h2>", "Sad news: Bridge Street Club has closed after 41 years. Thank you to all who came.", LONG),
    ("This project goes on. After nineteen years we are proud of all our young people.", LONG),
])
def test_thanks_and_regret_alone_are_no_end(body: tuple[str, ...]) -> None:
    """Nor is another's end in a list of news."""
    assert make.found(CHECK, pages.of(*body)) == []


@pytest.mark.parametrize("body", [
    (LONG, "Our drop-in no longer takes place.", LONG),
    (LONG, "Step Up mentoring was decommissioned.", LONG),
    (LONG, "We have stopped running, and the money has all been spent.", LONG),
    ("The last walk was led by Sam, and there are no more of them.", LONG),
    (LONG, "<h2>Where things stand</h2>", "The service closed on 31 March 2025.", LONG, "<h2>Step Up</h2>", LONG),
    (LONG, "Riverside Youth Trust was stood down in May.", LONG),
    (LONG, "Riverside closed Step Up mentoring on 29 August 2025.", LONG),
    (LONG, "Step Up met on Mondays until we had to call time on it at Easter.", LONG),
    (LONG, "This group has finished and will not be run again.", LONG),
    (LONG, "On 1 May 2025 the team and its records transferred to Fenmoor Partnership.", LONG),
    (LONG, "Step Up, Fridays, Ended Dec 2024", LONG), ("Step Up was a club for young people at the mill.", LONG),
    (LONG, "Status Closed (organisation ceased trading 12/11/2025).", LONG),
])
def test_one_strong_word_that_the_page_says_of_the_service_is_a_doubt(body: tuple[str, ...]) -> None:
    """Anywhere in a sentence of which the service is the subject, or where the page's own part opens."""
    assert make.told(pages.of(*body)) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("body", [
    (LONG, "If Step Up has been discontinued in your school, ring us.", LONG),
    (LONG, "Has this service been discontinued? No, we are here.", LONG),
    (LONG, "Internet Explorer has been discontinued.", LONG),
    (LONG, "Applications have now closed.", LONG),
    ("The Meadow Lane Project has been discontinued.", LONG),
    (LONG, "The line is closed right now and opens at 8pm.", LONG),
    (LONG, "We close the doors early when all the places are taken.", LONG),
    (LONG, "Our pottery project came to an end in July 2025.", LONG),
    (LONG, "The spring round ended on 20 February 2026.", LONG),
    (LONG, "11 Feb (ended) 25 Feb (ended) 11 Mar, 17:30", LONG),
    (LONG, "<h2>Step Up</h2>", LONG, "<h2>Mud and glaze</h2>", "This project ended in July 2025.", LONG),
    (LONG, "After your sessions with Riverside Youth Trust have ended you can come back.", LONG),
])
def test_a_strong_word_about_something_else_is_none(body: tuple[str, ...]) -> None:
    """A condition, a question, another's end, what closes while a service goes on, and what is said of another time."""
    assert make.told(pages.of(*body)) == (Verdict.WORKING, "")


@pytest.mark.parametrize(("title", "heading"), [
    ("Update on the closure of Step Up", "Step Up"), ("Step Up | Riverside", "Step Up is closing"),
    ("Step Up – completed!", "Step Up"), ("Farewell to Step Up | Riverside", "Farewell to Step Up"),
])
def test_a_title_or_heading_that_tells_of_an_end_is_a_doubt(title: str, heading: str) -> None:
    """What a page is called is what it is about."""
    assert make.told(pages.of(LONG, title=title, heading=heading))[0] is Verdict.BY_HAND


@pytest.mark.parametrize("heading", [
    "When we are closed", "Our old building has closed", "Services no longer provided",
])
def test_headings_about_something_else_are_none(heading: str) -> None:
    """A time of the day, an old building, a list of what others do."""
    assert make.found(CHECK, pages.of(LONG, f"<h2>{heading}</h2>", LONG)) == []


def test_what_stands_under_another_heading_is_not_said_of_the_service() -> None:
    """A page of projects has a heading for each; the service has its own, and goes on."""
    body = ("<h2>Step Up</h2>", LONG, "<h2>The Plot</h2>", "This project has now closed.", LONG)
    of = pages.of(*body, title="Our projects | Riverside", heading="Our projects")
    assert make.told(of)[0] is not Verdict.CHANGED


@pytest.mark.parametrize("row", known_tables()["ending_words"], ids=lambda row: row["words"][:40])
def test_every_row_can_be_read(row: dict[str, str]) -> None:
    """A slip in an expression would be read as plain words and find nothing."""
    assert re.compile(row["words"])
    assert row["weight"] in {"alone", "strong", "weak", "heading"}


BOILERS = ("Boilers, bathrooms and leaks. Gas Safe engineers fit your combi in a day. No VAT, free quotes, and a "
           "call-out at any hour. We tile, plaster and paint. ")
ADDRESS = "https://riverside.example/p/77"


def other(title: str, text: str) -> Page:
    """A page at the address of the service, about something else."""
    return pages.page(text, title=title, heading=title.partition(" | ")[0], nav=(), url=ADDRESS)


def bare(title: str, text: str) -> Page:
    """A page with a title and these words, and nothing around them."""
    return read_page(f"<title>{title}</title><body>{text}</body>".encode(), content_type="text/html; charset=utf-8",
                     url=ADDRESS)


def at_the_address(shown: Page) -> Facts:
    """The row's link and its page."""
    return pages.facts(pages.looked(shown, ADDRESS), services=[pages.row(make.link(ADDRESS))])


@pytest.mark.parametrize(("title", "text", "words"), [
    ("Riverside Plumbing | Riverside", BOILERS, "building trades"),
    ("Weddings at the mill | Riverside", "Licensed for civil ceremonies. Packages and catering for your reception. ",
     "rooms and parties"),
    ("Current vacancies | Riverside Youth Trust", "Salary by pay band. See the person specification. ", "jobs"),
])
def test_a_page_whose_title_speaks_of_another_subject_is_for_a_person(title: str, text: str, words: str) -> None:
    """The provider's own name may stand on it; the subject and its words are told."""
    of = at_the_address(other(title, text))
    assert make.told(of) == (Verdict.BY_HAND, SUBJECT.name)
    assert words in make.found(SUBJECT, of)[0].evidence


def test_a_long_page_without_a_word_of_help_is_for_a_person() -> None:
    """An album, a menu, a stove: whatever it is, it is not this."""
    text = ("Small plates and charcoal from the hills of Lycia. Our cellar holds ninety bottles, most of them red. The "
            "lamb rests overnight in yoghurt and mint. Sundays are slow and loud. ") * 5
    of = at_the_address(other("The Riverside", text))
    assert make.told(of) == (Verdict.BY_HAND, SUBJECT.name)
    assert "hardly one speaks of help" in make.found(SUBJECT, of)[0].evidence


@pytest.mark.parametrize("row", known_tables()["context_words"], ids=lambda row: f"{row['kind']}: {row['words']}")
def test_every_word_of_context_can_be_read(row: dict[str, str]) -> None:
    """Of a kind that the code asks for, with its source and day."""
    assert row["kind"] in FRAMES
    assert re.compile(row["words"])
    assert row["source"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["checked_on"])


def test_a_slip_in_a_word_of_context_is_read_as_plain_words() -> None:
    """A person edits the table, and no review may stop for it; without rows nothing is found."""
    of = replace(pages.of(LONG), known={"context_words": [{"kind": "people", "words": "who("}]})
    assert context(of, "people").search("those who(")
    assert not context(of, "beside").search("who(")


@pytest.mark.parametrize(("title", "text"), [
    ("Lanyard Sensors", "Torque and flow."), ("", "ok"), ("Sitio suspendido", "Vuelve pronto."),
    ("激安 セール", "商品の説明 特別価格"),
    ("Hello", "Something is happening here. Come back in a few days."),
])
def test_a_page_without_one_word_for_the_service_is_for_a_person_however_short(title: str, text: str) -> None:
    """Hacked pages, holding pages and pictures with a title say next to nothing, and nothing of any help."""
    assert make.told(at_the_address(bare(title, text)))[0] is Verdict.BY_HAND


@pytest.mark.parametrize(("title", "text"), [
    ("Step Up", "Tuesdays."), ("Leaflet", "Ring us for support."), ("مرحبا", "Riverside Youth Trust نساعد الشباب"),
])
def test_one_word_of_help_or_a_name_is_enough_on_a_short_page(title: str, text: str) -> None:
    """Pages in other letters write the names in ours."""
    assert make.found(SUBJECT, at_the_address(bare(title, text))) == []


@pytest.mark.parametrize(("title", "text"), [
    ("Step Up mentoring | Riverside", "Boilers and plumbing are what Sam learned with his mentor. " + pages.FILLING),
    ("Mentors wanted | Riverside", "We hire out our hall for weddings. Vacancies: see below. " + pages.FILLING),
])
def test_other_subjects_beside_the_services_own_are_no_doubt(title: str, text: str) -> None:
    """A charity has a hall to let, and young people learn trades."""
    assert make.found(SUBJECT, at_the_address(other(title, text))) == []
