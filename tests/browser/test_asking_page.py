"""The page on which a provider answers, in a real browser: by keyboard, on a phone, on paper, without scripts."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from review_kit.asking import page, providers

from ..asking import made  # noqa: TID252 - the builders stand beside the package's own tests
from .driving import Watched

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MAKERS = {"shipped": made.shipped, "hostile": made.hostile}


@pytest.fixture(params=MAKERS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A page as a file, as it reaches a provider: of the real offer's longest entries, and of a stranger's words."""
    register = MAKERS[request.param]()
    drawn = tmp_path / "1 Provider.html"
    drawn.write_bytes(page(providers(register)[0], register, today=made.TODAY, reply_by=made.REPLY_BY, reminder=True))
    return drawn.as_uri()


def test_axe_finds_nothing_and_nothing_lies_to_the_right(shown: Page) -> None:
    """WCAG 2.2 AA and best practice, by axe-core, before and after the answers are copied."""
    for press in (False, True):
        if press:
            shown.get_by_role("button", name="Copy my answers").click()
            expect(shown.locator("#told")).not_to_be_empty()
        found = Axe().run(shown, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        assert [f"{rule['id']}: {json.dumps([node['target'] for node in rule['nodes']])}" for rule in found] == []
        assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_keyboard_alone_is_enough(watched: Watched, address: str) -> None:
    """From the top to the copied answers without a mouse; nobody is asked, and no error is seen."""
    opened = watched.page
    opened.goto(address)
    opened.locator("input[type=radio]").first.focus()
    opened.keyboard.press("Space")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("Tab")
    opened.keyboard.type("Call 0300 000 0000")
    opened.keyboard.press("Tab")
    opened.keyboard.type("31 March 2027")
    opened.get_by_label("Your role or team").focus()
    opened.keyboard.type("Team lead")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    said = opened.locator("#said")
    expect(said).to_be_visible()
    told = said.input_value()
    assert "Answer: Changed\nWhat should it say instead? Call 0300 000 0000\n" in told
    assert "When does your contract or funding for this end? 31 March 2027" in told
    assert told.endswith("Role or team: Team lead")
    assert [asked for asked in watched.asked if not asked.startswith("file:")] == []
    assert watched.errors == []


def test_what_has_no_answer_yet_is_said(browser: Browser, tmp_path: Path) -> None:
    """The answers can be copied all the same."""
    register = made.shipped()
    (tmp_path / "page.html").write_bytes(
        page(providers(register)[0], register, today=made.TODAY, reply_by=made.REPLY_BY))
    opened = browser.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    opened.get_by_role("button", name="Copy my answers").click()
    expect(opened.locator("#told")).to_contain_text("2 entries have no answer yet.")
    opened.get_by_label("Correct").first.check()
    opened.get_by_role("button", name="Copy my answers").click()
    expect(opened.locator("#told")).to_contain_text("One entry has no answer yet.")
    assert opened.locator("#said").input_value().count("Answer: none chosen yet") == 1
    opened.close()


def test_without_scripts_the_page_says_what_to_do(browser: Browser, address: str) -> None:
    """Some mail programs and council browsers run none."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address)
    expect(opened.get_by_role("button")).to_have_count(0)
    expect(opened.get_by_text("Print this page and give it back, or write your answers")).to_be_visible()
    opened.get_by_label("Closed: it has ended").first.check()
    context.close()


def test_on_paper_there_is_a_box_for_a_pen(browser: Browser, address: str) -> None:
    """What only a screen can do is not printed, and each choice is a square."""
    opened = browser.new_page()
    opened.goto(address)
    opened.emulate_media(media="print")
    expect(opened.get_by_text("Give this page back to the people who gave it to you.")).to_be_visible()
    expect(opened.get_by_role("button", name="Copy my answers")).not_to_be_visible()
    box = opened.locator("input[type=radio]").first.evaluate(
        "e => { const s = getComputedStyle(e); return [s.appearance, s.borderTopWidth !== '0px', s.borderRadius]; }")
    assert box == ["none", True, "0px"]
    opened.close()
