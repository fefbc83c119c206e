"""Pages for others than those for whom the register is: another age, another country. For a person, and never more."""

import re

import pytest

from review_kit.checks.link_subject_in_doubt import CHECK
from review_kit.disk import known_tables
from review_kit.model import Facts, Verdict
from review_kit.web.page import read_page

from . import facts as make
from . import notices as pages

ADDRESS = "https://riverside.example/p/77"
TEA = "We meet on Wednesdays at noon in the hall for a hot dinner, and after it there is bingo or a speaker. " * 2
PROGRAM = ("The Step Up mentoring program pairs foster youth with a caring adult. Case managers help with Medicaid and "
           "the FAFSA. Call (918) 555-0142. A 501(c)(3) organization serving Tulsa, OK. ")


def shown(heading: str, text: str, *, name: str = "Step Up mentoring", title: str = "Riverside Youth Trust") -> Facts:
    """The row's link, and a page with this heading and text."""
    source = f"<title>{title}</title><nav>Menu</nav><main><h1>{heading}</h1><p>{text}</p></main>"
    page = read_page(source.encode(), content_type="text/html; charset=utf-8", url=ADDRESS)
    return pages.facts(pages.looked(page, ADDRESS), services=[pages.row(make.link(ADDRESS), name=name)])


@pytest.mark.parametrize(("heading", "words"), [
    ("Lunch club for the over 60s", "over 60s"), ("Mentoring for people aged 65 and over", "aged 65 and over"),
    ("Tiny Treasures stay and play", "stay and play"), ("Step Up prostate group", "prostate"),
    ("Mentoring: a dementia café", "dementia"), ("Step Up: for anyone over 60", "over 60"),
    ("Toddlers and their mums and dads", "Toddlers"), ("Rooms for people who served in the Army", "served in the Army"),
    ("A line for farming families", "farming families"),
])
def test_a_page_for_another_age_is_for_a_person(heading: str, words: str) -> None:
    """Its own words are told: the same provider does much for others."""
    of = shown(heading, TEA)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert f"“{words}”" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize(("heading", "text", "name"), [
    ("Step Up", f"Over 60s cook with young people. {TEA}", "Step Up mentoring"),
    ("Step Up", f"For anyone aged 16 and over. {TEA}", "Step Up mentoring"),
    ("Stay and play", TEA, "Stay and play for young mums"), ("Baby clinic", TEA, "Health visitor for parents in care"),
    ("Vaccinations: babies, children, adults", TEA, "Step Up vaccinations"),
    ("Veterans and anyone else aged 18+", TEA, "Step Up mentoring"),
    ("Step Up mentoring", TEA * 2 + "Our older people's club is next door." + TEA, "Step Up mentoring"),
])
def test_a_page_for_the_young_or_an_entry_about_others_is_no_doubt(heading: str, text: str, name: str) -> None:
    """Both may come, the register may hold it for young parents, and what stands far down is beside the point."""
    of = shown(heading, text, name=name)
    assert not any("for others" in finding.evidence for finding in make.found(CHECK, of))


def test_a_namesake_in_another_country_is_for_a_person() -> None:
    """Its laws, its money and its phone numbers tell it, where nothing British stands on the page."""
    of = shown("Step Up mentoring", PROGRAM)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "501(c)(3)" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("text", [
    PROGRAM + "Ring 0808 157 0123 in the UK.", "Our mentors went to Tulsa, OK. " + TEA,
    "Meet at County Hall, or at the centre. " + TEA,
])
def test_a_british_page_that_names_another_country_is_no_doubt(text: str) -> None:
    """One of our numbers, or too few marks."""
    of = shown("Step Up mentoring", text)
    assert not any("another country" in finding.evidence for finding in make.found(CHECK, of))


@pytest.mark.parametrize("row", [*known_tables()["audiences"], *known_tables()["other_countries"]],
                         ids=lambda row: row["words"][:40])
def test_every_row_can_be_read(row: dict[str, str]) -> None:
    """A slip in an expression would be read as plain words and find nothing."""
    assert re.compile(row["words"])
