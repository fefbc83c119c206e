"""The page of what young people said, in a real browser: on a phone, by night, on paper, for everybody."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from review_kit.reports.you_said_we_did_html import REPORT

from ..reports import test_you_said_we_did as made  # noqa: TID252 - the same invented reviews
from .driving import Watched
from .test_asking_page import TAGS

MAKERS = {make.__name__: make for make in made.ALL}


@pytest.fixture(params=MAKERS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The page as a file: of a hearing, of none, and of strangers' words."""
    drawn = tmp_path / REPORT.file_name
    drawn.write_bytes(REPORT.render(MAKERS[request.param]()))
    return drawn.as_uri()


def test_axe_finds_nothing_and_nothing_lies_to_the_right(shown: Page) -> None:
    """WCAG 2.2 AA and best practice, by axe-core."""
    found = Axe().run(shown, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [f"{rule['id']}: {json.dumps([node['target'] for node in rule['nodes']])}" for rule in found] == []
    assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_nobody_is_asked_and_no_error_is_seen(watched: Watched, address: str) -> None:
    """It opens from a stick, with no network."""
    watched.page.goto(address)
    assert [asked for asked in watched.asked if not asked.startswith("file:")] == []
    assert watched.errors == []


def test_on_paper_everything_fits_and_the_links_of_a_screen_are_gone(browser: Browser, address: str) -> None:
    """A4, with nothing beside the sheet."""
    opened = browser.new_page(viewport={"width": 680, "height": 960})  # A4 without its margins, in CSS pixels
    opened.goto(address)
    opened.emulate_media(media="print")
    assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert not opened.locator(".skip").is_visible()
    opened.close()
