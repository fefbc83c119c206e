"""The pages for a meeting in a real browser: read on a screen and on a phone, and printed."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from review_kit.barriers import barriers
from review_kit.disk import known_tables
from review_kit.model import Hearing, Settings
from review_kit.paper import meeting_pack, session_sheet, slips_page
from review_kit.practice import PRACTICE_DAY
from review_kit.steps import check, facts_of

from ..asking import made  # noqa: TID252 - the builders stand beside the package's own tests
from .driving import violations

CODES = dict.fromkeys(range(1, 11), "K7PM-3XQD-W2RT")
A4 = 1122.5
"""The height of a page in a browser's pixels."""
LARGE = 14 / 72 * 96
PAGES = {
    "sheet": lambda: session_sheet(made.shipped(), barriers(known_tables()), practice=True),
    "hostile_sheet": lambda: session_sheet(made.hostile(), barriers(known_tables())),
    "pack": lambda: meeting_pack(check(facts_of(made.shipped(), "no folder", today=PRACTICE_DAY)), Hearing(), None),
    "hostile_pack": lambda: meeting_pack(check(facts_of(made.hostile(), "no folder", today=PRACTICE_DAY)), Hearing(),
                                         None),
    "slips": lambda: slips_page(CODES, "K7PM-3XQD-W2RT", Settings(assured_by="x" * 200), until=date(2026, 4, 2)),
}


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page as a file, opened."""
    (tmp_path / "page.html").write_text(PAGES[request.param](), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 1366, "height": 768})
    opened.goto((tmp_path / "page.html").as_uri())
    yield opened
    opened.close()


@pytest.mark.parametrize("page", PAGES, indirect=True)
def test_axe_finds_nothing_and_nothing_lies_to_the_right(page: Page) -> None:
    """WCAG 2.2 AA and best practice, on a laptop and on the narrowest phone."""
    for width in (1366, 320):
        page.set_viewport_size({"width": width, "height": 768})
        assert violations(page, "html") == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("page", ["sheet"], indirect=True)
def test_two_views_fit_a_printed_page(page: Page) -> None:
    """One page for the meeting, four for eight views, one for the offer by its numbers."""
    assert _printed(page) == 6


@pytest.mark.parametrize("page", ["slips"], indirect=True)
def test_no_slip_is_cut_by_the_end_of_a_page(page: Page) -> None:
    """Six to a page, in whole rows, whatever stands on them."""
    page.emulate_media(media="print")
    assert page.locator("ul").count() == 2
    assert page.locator("ul").first.locator("li").count() == 6
    assert page.locator("ul").first.bounding_box()["height"] < A4  # type: ignore[index]


@pytest.mark.parametrize("page", ["pack"], indirect=True)
def test_the_pack_is_in_large_print(page: Page) -> None:
    """On paper no word of it is smaller than 14 points."""
    page.emulate_media(media="print")
    smallest = page.evaluate("""() => Math.min(...[...document.querySelectorAll('main *')]
      .filter(e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
      .map(e => parseFloat(getComputedStyle(e).fontSize)))""")
    assert smallest >= LARGE - 0.01


def _printed(page: Page) -> int:
    """How many pages come out of the printer."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
