"""The sheet to fill in by hand: what it asks for, what it never asks for, and that it says so."""

import os
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from review_kit.barriers import barriers
from review_kit.disk import known_tables
from review_kit.model import Helped, Present, Register
from review_kit.paper import session_sheet
from review_kit.reports.words import service_title

from ..asking import made  # noqa: TID252 - the builders stand beside the package's own tests

GOLDEN = Path(__file__).parent / "golden" / "session_sheet.html"
BARRIERS = barriers(known_tables())
NEVER = "No names, no initials, no ages, no places: nothing that shows who somebody is."


def drawn(register: Register | None = None, **more: object) -> LexborHTMLParser:
    """The sheet as a browser takes it in."""
    return LexborHTMLParser(session_sheet(register or made.practice(), BARRIERS, **more))  # type: ignore[arg-type]


def words(node: object) -> str:
    """What can be read of a part, each run of spaces one space."""
    return " ".join(node.text().split())  # type: ignore[attr-defined]


def asked_by_the_form(template: str) -> list[str]:
    """The questions of a part of the form, in their order."""
    source = files("review_kit.widgets").joinpath(f"templates/{template}.html.j2").read_text(encoding="utf-8")
    return re.findall(r"<(?:label|legend)[^>]*>([A-Z][^<{]+)<", source)


def test_the_sheet_is_as_agreed() -> None:
    """The practice register's, byte for byte. REVIEW_KIT_RENEW=1 writes it anew; read the difference."""
    sheet = session_sheet(made.practice(), BARRIERS, practice=True)
    if os.environ.get("REVIEW_KIT_RENEW"):
        GOLDEN.write_text(sheet, encoding="utf-8", newline="\n")
    assert sheet == GOLDEN.read_text(encoding="utf-8")
    assert sheet == session_sheet(made.practice(), BARRIERS, practice=True)


def test_it_asks_in_the_order_of_the_form() -> None:
    """So that it is typed in from top to bottom: the meeting, then view after view."""
    page = drawn()
    assert [words(each) for each in page.css(".meeting strong")] == asked_by_the_form("hear_fields")
    assert [words(each) for each in page.css(".meeting .boxes li")] == [str(band).capitalize() for band in Present]
    for view in page.css(".view"):
        assert [words(each) for each in view.css("strong")] == asked_by_the_form("hear_view")
        assert [words(each) for each in view.css("li")] == [
            "Something missing", *(each for each in Helped if each), *(said for _, said in BARRIERS), "The group’s",
            "No, in a summary only", "Yes, without a name"]


@pytest.mark.parametrize(("views", "pages"), [(1, 1), (2, 1), (3, 2), (8, 4)])
def test_each_page_of_views_says_what_must_not_be_on_it(views: int, pages: int) -> None:
    """Two views a page, each page with the warning and with what becomes of it."""
    page = drawn(views=views)
    assert len(page.css(".view")) == views
    assert len(page.css(".views")) == pages
    for each in page.css(".views .never"):
        assert words(each) == f"{NEVER} Shred after typing."


def test_whom_to_call_stands_before_all_else() -> None:
    """Both contacts and 999; where the register names nobody, there is a line to write on."""
    page = drawn()
    first = page.css_first("main").css_first("section")
    assert first.attributes["class"] == "care"
    for said in ("999", "Under 18: Kestrelshire children's front door, 03069 990198",
                 "18 or over: Kestrelshire adults' front door, 03069 990199", "Stop, and do not write it here."):
        assert said in words(first)
    unset = words(drawn(made.shipped()).css_first(".care"))
    assert unset.count("your register names nobody: fill this in before you meet") == 2


def test_young_people_are_told_that_they_may_stop() -> None:
    """And what becomes of their words, before the first of them."""
    said = words(drawn().css_first(".say"))
    for told in ("You may stop at any time.", "take back what you said", "We write down no names.",
                 "whether your words may be quoted", "we must tell those who can help"):
        assert told in said


def test_each_service_has_a_number_and_each_section_a_letter() -> None:
    """As the form lists them, without those that are retired; the first section's services stand together."""
    register = made.practice()
    page = drawn(register)
    listed = [words(each) for each in page.css(".offer li")]
    assert len(listed) == len(register.services)
    sections = list(dict.fromkeys(service.section for service in register.services))
    assert [words(each) for each in page.css(".offer h3")] == [
        f"{letter}: {section}" for letter, section in zip("ABCDE", sections, strict=True)]
    for number, text in enumerate(listed, 1):
        assert text.startswith(str(number))
    first, *others = register.services
    gone = replace(first, values={**first.values, "Status": "retired"})
    assert service_title(first) not in words(drawn(replace(register, services=(gone, *others))).css_first(".offer"))


def test_it_asks_for_nobody() -> None:
    """No field for a name, an age, an address or who somebody is, and no question that leads there."""
    page = drawn()
    asked = " ".join(words(each) for each in page.css("strong"))
    assert not re.search(r"\b(name|age|born|birth|gender|ethnic|address|phone)\b", asked, re.IGNORECASE)
    assert "Not your name." in words(page.css_first(".meeting"))


def test_hostile_text_is_only_text() -> None:
    """Markup is printed, what is not seen is not there, and nothing is fetched or run."""
    hostile = made.hostile()
    settings = replace(hostile.settings, safeguarding_children="<script>alert(1)</script>\u202e")
    sheet = session_sheet(replace(hostile, settings=settings), [("x", "<img src=x onerror=alert(1)>")])
    assert "<script" not in sheet
    assert "<img" not in sheet
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in sheet
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", sheet)
    assert "default-src 'none'" in sheet
    assert '<html lang="en-GB">' in sheet
    assert not re.search(r"url\(|@import|<link", sheet)
