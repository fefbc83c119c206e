"""The facilitator's form alone: `review-kit forum` in a real browser, at a meeting without a network.

What is looked at is the page around the form: the form itself has tests of its own.
"""

import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from review_kit.widgets.form import _look

from .driving import (
    MEETING,
    Lab,
    Watched,
    assert_no_traceback,
    button,
    form,
    kept,
    running,
    said_box,
    tab_to,
    violations,
)

SECONDS = 30
"""A cold kernel on a machine that others use too; a warm one takes five."""
OF_JUPYTERLAB = (
    ".jp-CodeCell .jp-Cell-inputWrapper", ".cm-editor", ".jp-NotebookPanel-toolbar", ".jp-cell-toolbar",
    "#jp-menu-panel", "#jp-top-panel", ".jp-SideBar", "#jp-main-statusbar", ".jp-InputPrompt", ".jp-OutputPrompt",
    ".jp-skiplink-wrapper", ".jp-Notebook-footer", ".lm-Menu", ".jp-Dialog", ".lm-DockPanel-tabBar",
)  # fmt: skip


@pytest.fixture(scope="module")
def forum(browser: Browser, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """`review-kit forum` on the practice review; the browser's fixture says first whether there is one."""
    with running(["forum", "--practice"], home, tmp_path_factory.mktemp("state")) as begun:
        yield begun


def opened(page: Page, forum: Lab) -> Page:
    """The page, when the form stands on it."""
    page.goto(forum.address)
    form(page).get_by_role("heading", name="If somebody may not be safe").wait_for()
    return page


def test_the_form_is_there_by_itself_and_nothing_else(watched: Watched, forum: Lab) -> None:
    """No press, no code, no menu and no other page; nobody off this machine is asked, and nothing goes wrong."""
    began = time.monotonic()
    page = opened(watched.page, forum)
    assert time.monotonic() - began < SECONDS
    expect(page).to_have_title("What young people say – offer review kit")
    expect(page.get_by_role("heading", level=1)).to_have_text("What young people say¶")
    expect(form(page)).to_have_count(1)
    expect(form(page).locator(".care")).to_contain_text("Kestrelshire children's front door")
    expect(page.locator("a[href*='.ipynb'], a[data-notebook]")).to_have_count(0)
    for part in OF_JUPYTERLAB:
        for found in page.locator(part).all():
            expect(found, part).not_to_be_visible()
    assert "ipynb" not in page.locator("body").aria_snapshot()
    assert_no_traceback(page)
    assert watched.asked == []
    assert watched.errors == []


def test_axe_finds_nothing_on_the_whole_page(page: Page, forum: Lab) -> None:
    """WCAG 2.2 AA and best practice, JupyterLab's own parts and the rules for whole pages included."""
    opened(page, forum)
    assert violations(page, "html") == []


def test_colours_can_be_read(page: Page, browser: Browser, forum: Lab) -> None:
    """In JupyterLab axe-core cannot judge contrast; on a bare page with the same style and words it can."""
    opened(page, forum)
    drawn = form(page).evaluate("e => e.innerHTML")
    css = files("review_kit.lab").joinpath("extension/review-kit/static/page.css").read_text(encoding="utf-8")
    bare = browser.new_page()
    bare.set_content(f"<!doctype html><html lang='en'><title>The form</title><style>{css}{_look()}</style>"
                     f"<main><div class='jp-MarkdownOutput'><h1>What young people say</h1></div>"
                     f"<div class='rk'>{drawn}</div></main>")
    assert violations(bare, "html") == []
    bare.close()


@pytest.mark.parametrize(("width", "height"), [(683, 384), (320, 640)])
def test_nothing_lies_to_the_right(browser: Browser, forum: Lab, width: int, height: int) -> None:
    """At twice a laptop's size, and on the narrowest screen: the heading is seen first, and no line is cut."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(40_000)
    page = opened(context.new_page(), forum)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    for part in ("html", ".jp-NotebookPanel", ".jp-WindowedPanel-outer", ".rk"):
        assert page.locator(part).first.evaluate("e => e.scrollWidth - e.clientWidth") <= 1, part
    context.close()


@pytest.mark.parametrize("on", ["h1", ".care", "button", "a, input, select, textarea, summary"])
def test_a_key_pressed_by_chance_does_no_harm(page: Page, forum: Lab, on: str) -> None:
    """JupyterLab's single keys would insert, cut, merge and delete cells, and restart what stands behind the page."""
    opened(page, forum)
    kernel = forum.kernel(page)
    where = page.locator(f".jp-NotebookPanel {on}").locator("visible=true").first
    where.click(trial=True)
    where.focus() if on.startswith(("button", "a")) else where.click()
    for key in ("a", "b", "d", "d", "x", "y", "m", "z", "c", "v", "ArrowDown", "ArrowUp", "Shift+m", "Shift+Enter",
                "0", "0", "i", "i", "Escape", "Control+s", "Control+Shift+c", "Alt+Enter"):  # fmt: skip
        page.keyboard.press(key)
    page.wait_for_timeout(500)
    expect(page.locator(".jp-Cell")).to_have_count(2)
    expect(page.locator(".jp-Dialog, .lm-Menu, .cm-editor:visible")).to_have_count(0)
    expect(form(page)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert forum.kernel(page) == kernel
    assert_no_traceback(page)


def test_enter_on_a_button_is_the_buttons_own(page: Page, forum: Lab) -> None:
    """It presses the button, and runs or adds no cell."""
    opened(page, forum)
    form(page).get_by_role("button").first.press("Enter")
    page.wait_for_timeout(1000)
    expect(page.locator(".jp-Cell")).to_have_count(2)
    expect(page.locator(".jp-Dialog, .cm-editor:visible")).to_have_count(0)
    expect(form(page)).to_be_visible()
    assert_no_traceback(page)


def test_when_the_kit_was_closed_the_page_says_how_to_begin_again(page: Page, forum: Lab) -> None:
    """By the command that opened it, and not by that of the notebooks."""
    opened(page, forum)
    page.evaluate("window.jupyterapp.serviceManager.connectionFailure.emit(new Error('gone'))")
    expect(page.locator(".rk-closed")).to_contain_text("start it again with: review-kit forum. What you saved is safe.")
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def test_a_whole_session_by_keyboard(page: Page, forum: Lab) -> None:
    """Begun, a view written in three actions, and ended: no mouse, and what was said is on the disk."""
    opened(page, forum)
    page.keyboard.press("Tab")
    for label, words in MEETING.items():
        tab_to(page, form(page).get_by_label(label))
        page.keyboard.type(words)
        if label == "Your role":
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
    tab_to(page, button(page, "Begin the session"))
    page.keyboard.press("Enter")
    form(page).get_by_role("heading", name="Slips to hand out").wait_for()
    tab_to(page, button(page, "Write down what is said"))
    page.keyboard.press("Enter")
    said_box(page).wait_for()
    tab_to(page, form(page).get_by_label("What is it about?"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    tab_to(page, said_box(page))
    page.keyboard.type("They rang back the same day")
    page.keyboard.press("Control+Enter")
    form(page).get_by_text("Saved: a view about").wait_for()
    assert [(view.said, view.draft) for view in kept(forum)] == [("They rang back the same day", False)]
    tab_to(page, button(page, "End the session"))
    page.keyboard.press("Enter")
    form(page).get_by_text("The session has ended.").wait_for()
