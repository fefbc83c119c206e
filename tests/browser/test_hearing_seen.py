"""Notebook 3 as it is seen: every screen for axe-core, in colour, on a small screen, and with Stop in sight."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from review_kit.widgets.form import _look

from .driving import (
    NOTEBOOKS,
    Lab,
    begin_session,
    button,
    form,
    frozen,
    practising,
    press,
    said_box,
    violations,
    visit,
)

STOP = "Stop: somebody may not be safe"
WIDTHS = ((1366, 768), (683, 384), (320, 640), (320, 256))
"""A laptop, the same at 200 and at 400 per cent, and a telephone: pixels of CSS."""
LONG = "They_said_ring_back_" * 8


def screens(page: Page, lab: Lab) -> Iterator[str]:
    """Walk through every screen of the form, with something in each; says which one is shown."""
    yield "begin"
    press(page, "A young person wants to take back what they said")
    form(page).get_by_role("heading", name="Take back what was said").wait_for()
    yield "withdraw"
    press(page, "Go back")
    begin_session(page, **{"Your role": "participation worker", "Which forum is it?": f"Forum {LONG}"})
    press(page, "Slips to hand out")
    form(page).get_by_text("No printer?").click()
    yield "slips"
    press(page, "Write down what is said")
    button(page, "Save this view").click()
    form(page).locator(".problem").wait_for()
    yield "view with a problem"
    form(page).get_by_label("What is it about?").select_option(index=2)
    form(page).get_by_label("It did not help").check()
    said_box(page).fill(f"My worker Karen said {LONG} I want to die")
    form(page).get_by_text("“Karen” may be a name").wait_for()
    form(page).locator("summary", has_text="How they would like it").click()
    yield "view with what is noticed"
    with frozen(lab.kernel(page)):
        said_box(page).press_sequentially(".")
        form(page).get_by_role("alert").filter(has_text="NOT SAVED").wait_for()
        yield "view that is not saved"
    form(page).locator(".saved", has_text="Saved").wait_for()
    press(page, "Save this view")
    form(page).get_by_role("button", name="Remove the view").click()
    said_box(page).fill("half of another")
    form(page).locator(".saved", has_text="Saved").wait_for()
    press(page, "Leave it for later")
    form(page).get_by_text("1 view is not finished").wait_for()
    yield "list with a question"
    form(page).get_by_role("button", name="Correct the view").or_(button(page, "No, keep it")).first.click()
    form(page).get_by_role("button", name="Correct the view").click()
    form(page).get_by_role("heading", name="Correct a view").wait_for()
    yield "correction"
    press(page, "Correct the session")
    form(page).get_by_role("heading", name="Correct the session").wait_for()
    yield "session corrected"
    press(page, "Go back without changing it")
    press(page, STOP)
    press(page, "Show what was typed")
    form(page).locator("[data-part^='words-']").wait_for()
    yield "stop with words"
    press(page, "I have followed the procedure")
    form(page).locator(".problem").wait_for()
    yield "stop with a problem"
    press(page, "I have carried it over by hand. Erase it here")
    form(page).get_by_text("What was typed is erased.").wait_for()
    yield "stop after erasing"
    press(page, "I have followed the procedure")
    form(page).get_by_text("Kept: the safeguarding procedure was followed.").wait_for()
    press(page, "End the session")
    form(page).get_by_role("heading", name="Earlier sessions").wait_for()
    yield "earlier sessions"


@pytest.fixture(scope="module")
def page(browser: Browser, lab: Lab) -> Iterator[Page]:
    """Notebook 3 on the practice review."""
    context = browser.new_context()
    context.set_default_timeout(40_000)
    opened = context.new_page()
    practising(lab)
    visit(opened, lab, NOTEBOOKS[2])
    opened.mouse.wheel(0, 1)  # until somebody does something, a page that was just loaded stays at its top
    yield opened
    context.close()


def test_every_screen_can_be_used_by_everybody(page: Page, browser: Browser, lab: Lab) -> None:
    """axe-core finds nothing, in JupyterLab and, for the colours, on a bare page; nothing lies to the right.

    Stop is in sight from wherever on the page somebody is, and what the keyboard is on is not covered.
    """
    bare = browser.new_page()
    for screen in screens(page, lab):
        assert violations(page, ".rk") == [], screen
        drawn = form(page).evaluate("e => e.innerHTML")
        bare.set_content(f"<!doctype html><html lang='en'><title>A form</title><style>{_look()}</style>"
                         f"<main><h1>A form</h1><div class='rk'>{drawn}</div></main>")
        assert violations(bare, ".rk") == [], f"{screen}, colours"
        for width, height in WIDTHS:
            page.set_viewport_size({"width": width, "height": height})
            where = f"{screen} at {width} by {height}"
            assert to_the_right(page) == [], where
            if "stop" not in screen:
                stop_is_in_sight(page, where)
            nothing_is_covered(page, where)
        page.set_viewport_size({"width": 1366, "height": 768})
    bare.close()


def to_the_right(page: Page) -> list[str]:
    """What of the form, or of what it stands in, can be scrolled sideways, and by how many pixels."""
    return list(form(page).evaluate("""e => {
      const wide = [];
      for (let part = e; part; part = part.parentElement) {
        const more = part.scrollWidth - part.clientWidth;
        const scrolls = part === e || ['auto', 'scroll'].includes(getComputedStyle(part).overflowX);
        if (scrolls && more > 1) wide.push(`${part.className}: ${more}`);
      }
      if (wide.length) for (const part of e.querySelectorAll('*')) {
        if (part.getBoundingClientRect().right > innerWidth) wide.push(part.outerHTML.slice(0, 80));
      }
      return wide;
    }"""))


def stop_is_in_sight(page: Page, where: str) -> None:
    """Wherever on the form somebody is."""
    for field in form(page).locator("button:not(.stop), select, textarea, input").all()[:: 5]:
        if field.is_visible():
            field.scroll_into_view_if_needed()
            at = field.evaluate("e => e.name || e.value")
            expect(button(page, STOP), f"{where}, at {at}").to_be_in_viewport(ratio=0.9, timeout=3000)


def nothing_is_covered(page: Page, where: str) -> None:
    """What the keyboard comes to is not wholly under the bar (WCAG 2.2, 2.4.11)."""
    covered = form(page).evaluate("""e => {
      const covered = [];
      for (const field of e.querySelectorAll('button, select, textarea, input:not([type=hidden]), summary')) {
        if (!field.checkVisibility()) continue;
        field.focus({ preventScroll: false });
        const box = field.getBoundingClientRect();
        const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2);
        const ys = [box.top + 2, box.y + box.height / 2, box.bottom - 2].filter(y => y > 0 && y < innerHeight);
        const seen = ys.some(y => { const on = document.elementFromPoint(x, y);
                                    return on && (field === on || field.contains(on) || on.contains(field)); });
        if (!seen) covered.push(field.name || field.value || field.innerText);
      }
      return covered;
    }""")
    assert covered == [], where
