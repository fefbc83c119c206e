"""Notebook 2 in a browser: what came of ringing, and asking providers, worked by keyboard, and kept through a kill."""

import os
import signal

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from .driving import NOTEBOOKS, Lab, assert_no_traceback, finding, form, practising, press, tab_to, visit
from .test_each_notebook import violations

ROLE = "Leaving Care team"
PARENTS, SMOKING = "0306 999 0155", "0306 999 0144"


@pytest.fixture
def checked(page: Page, lab: Lab) -> Page:
    """Notebook 2 with the practice review checked, and nobody rung or asked yet."""
    practising(lab, checked=True)
    return visit(page, lab, NOTEBOOKS[1])


def card(page: Page, heading: str) -> Locator:
    """A number's or a provider's part of the page."""
    return form(page).locator(".try").filter(has=page.get_by_role("heading", name=heading))


def ring_as(page: Page) -> None:
    """Say in which role one rings; it is asked once for both forms."""
    form(page).get_by_label("In which role do you ring?").fill(ROLE)
    press(page, "Ring in this role")
    form(page).get_by_text(f"You ring as: {ROLE}").first.wait_for()


def test_ringing_by_keyboard_alone(checked: Page, lab: Lab) -> None:
    """A number is found right, one is dead, one press is undone; the kernel is killed, and all of it is still there."""
    page = checked
    tab_to(page, form(page).get_by_label("In which role do you ring?"))
    page.keyboard.type(ROLE)
    page.keyboard.press("Enter")
    form(page).get_by_text(f"You ring as: {ROLE}").first.wait_for()
    tab_to(page, card(page, SMOKING).get_by_role("button", name="It answered, and it is right").first)
    page.keyboard.press("Enter")
    form(page).get_by_text(f"Kept: {SMOKING} – It answered, and it is right.").wait_for()
    expect(card(page, SMOKING)).to_have_count(0)
    expect(card(page, PARENTS).get_by_role("heading")).to_be_focused()  # on to the next number
    tab_to(page, card(page, PARENTS).locator("summary"))
    page.keyboard.press("Enter")
    tab_to(page, card(page, PARENTS).get_by_label("Remark (optional)"))
    page.keyboard.type("A voice says that it is not in use")
    page.keyboard.press("Enter")  # presses none of the buttons
    tab_to(page, card(page, PARENTS).get_by_role("button", name="It is not in use"))
    page.keyboard.press("Enter")
    form(page).get_by_text(f"Kept: {PARENTS} – It is not in use.").wait_for()
    expect(form(page).get_by_text("A voice says that it is not in use")).to_be_visible()
    kernel = lab.kernel(page)
    assert kernel is not None
    os.kill(kernel, signal.SIGKILL)
    visit(page, lab, NOTEBOOKS[1])
    expect(form(page).get_by_role("heading", name="What was heard")).to_be_visible()
    expect(form(page).locator(".comments > li")).to_have_count(2)
    tab_to(page, form(page).locator(".comments > li", has_text="+443069990144").get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    form(page).get_by_text(f"Undone: {SMOKING} – It answered, and it is right.").wait_for()
    expect(card(page, SMOKING).get_by_role("heading")).to_be_focused()
    expect(card(page, SMOKING)).to_be_visible()
    visit(page, lab, NOTEBOOKS[3])
    expect(form(page).get_by_text("Somebody tried it, and it is not in use any more.").first).to_be_visible()
    assert_no_traceback(page)


def test_half_typed_remarks_at_other_numbers_stay(checked: Page) -> None:
    """What is kept of one number empties its own boxes alone."""
    page = checked
    ring_as(page)
    for number, words in ((PARENTS, "to be kept"), (SMOKING, "half-typed")):
        card(page, number).locator("summary").click()
        card(page, number).get_by_label("Remark (optional)").fill(words)
    card(page, PARENTS).get_by_role("button", name="Nobody answered").last.click()
    form(page).get_by_text(f"Kept: {PARENTS} – Nobody answered.").wait_for()
    expect(card(page, PARENTS).get_by_label("Remark (optional)")).to_have_value("")
    expect(card(page, SMOKING).get_by_label("Remark (optional)")).to_have_value("half-typed")


def test_a_double_click_is_one_press(checked: Page) -> None:
    """The answered number goes from the list, and the next one's button comes under the mouse: it is not pressed."""
    page = checked
    ring_as(page)
    box = form(page).locator(".try").first.get_by_role("button").first
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 20, place["y"] + 10)
    page.mouse.down()
    page.mouse.up()
    form(page).get_by_text("3 numbers and addresses to try.").wait_for()
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)
    page.wait_for_timeout(1_000)
    expect(form(page).get_by_text("3 numbers and addresses to try.")).to_be_visible()
    expect(form(page).locator(".comments > li")).to_have_count(1)
    form(page).locator("button[value=undo_last]").click()
    form(page).get_by_text("4 numbers and addresses to try.").wait_for()


def test_what_was_chosen_or_typed_for_one_provider_goes_nowhere_else(checked: Page, lab: Lab) -> None:
    """After a reply about one of two entries the choice is at all of them again; nothing typed is in any other file."""
    page = checked
    ring_as(page)
    paths, moonrise = card(page, "Green Paths"), card(page, "Moonrise")
    for each in (paths, moonrise):
        each.locator("summary").click()
    paths.get_by_label("Which entry is it about?").select_option(index=1)
    paths.get_by_label("What they wrote").fill("Ocelot: it ended in May")
    moonrise.get_by_label("What they wrote").fill("half-typed Ocelot")
    paths.get_by_role("button", name="Closed").last.click()
    form(page).get_by_text("Kept for 1 entry of Green Paths: Closed.").wait_for()
    expect(paths.get_by_label("Which entry is it about?")).to_have_value("")
    expect(paths.get_by_label("What they wrote")).to_have_value("")
    expect(moonrise.get_by_label("What they wrote")).to_have_value("half-typed Ocelot")
    form(page).get_by_label("Find a provider or a service").fill("moonrise")
    form(page).get_by_text("Showing 1 to 1 of 1 provider.").wait_for()
    expect(moonrise.get_by_label("What they wrote")).to_have_value("half-typed Ocelot")
    page.keyboard.press("Control+s")
    page.wait_for_timeout(1_000)
    held = [path.name for folder in (lab.home, lab.state) for path in folder.rglob("*")
            if path.is_file() and b"Ocelot" in path.read_bytes()]
    assert held == ["store.sqlite3"]


def test_a_provider_is_asked_and_its_reply_reaches_the_register(checked: Page, lab: Lab) -> None:
    """From the message to the workbook: written, sent, answered, decided with a press, and read by another program."""
    page = checked
    ring_as(page)
    press(page, "Write 28 messages")
    form(page).get_by_text("28 messages written").wait_for()
    assert len(list((lab.review / "confirm").glob("*.eml"))) == 2
    moonrise = card(page, "Moonrise")
    moonrise.get_by_role("button", name="I have sent it").click()
    expect(moonrise.get_by_text("Asked to answer by 30 March 2026.")).to_be_visible()
    moonrise.locator("summary").click()
    moonrise.get_by_label("When their contract or funding ends").fill("31/03/2027")
    moonrise.get_by_role("button", name="Correct").click()
    form(page).get_by_text("Kept for 1 entry of Moonrise: Correct.").wait_for()
    expect(moonrise.get_by_text("Answered")).to_be_visible()
    visit(page, lab, NOTEBOOKS[3])
    form(page).get_by_label("Find words in the list").fill("its contract ends on")
    ends = finding(page, "Services!B2", "The provider says that its contract ends on 31 March 2027")
    ends.get_by_role("button", name="Use the suggestion").click()
    form(page).get_by_text("Kept: Use the suggestion").first.wait_for()
    visit(page, lab, NOTEBOOKS[4])
    press(page, "Write the register and the report")
    form(page).get_by_role("heading", name="What was written").wait_for()
    sheet = openpyxl.load_workbook(lab.review / "offer_register.xlsx")["Services"]
    row = {sheet.cell(1, cell.column).value: cell.value for cell in sheet[2]}
    assert str(row["Contract ends"])[:10] == "2027-03-31"
    assert str(row["Assured on"])[:10] == "2026-03-02"
    assert row["Assured by"] == ROLE


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (683, 768), (320, 800)])
def test_nothing_stands_in_anybodys_way(checked: Page, width: int, height: int) -> None:
    """With every part open axe-core finds nothing and no page scrolls sideways, at a laptop's size and at a phone's."""
    page = checked
    ring_as(page)
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("document.querySelectorAll('.rk .try details').forEach(each => { each.open = true; })")
    assert violations(page, ".rk") == []
    wider = "[...document.querySelectorAll('.rk')].filter(each => each.scrollWidth > each.clientWidth).length"
    assert page.evaluate(wider) == 0
