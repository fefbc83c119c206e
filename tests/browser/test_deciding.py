"""Deciding in a browser: by keyboard alone, in two tabs, in Excel, several at once, and what is written in the end."""

import os
import re
import signal
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from .driving import (
    NOTEBOOKS,
    Lab,
    Watched,
    assert_no_traceback,
    button,
    finding,
    focus,
    form,
    practising,
    press,
    tab_to,
    visit,
)
from .test_each_notebook import violations

ROLE = "Leaving Care team"
DAY = "2026-03-02"
PUBLISHED = ("Section", "Area of support", "Provider", "Frequency", "Impact")
OPEN_REFERRAL = ("resource_id", "resource_type", "last_action_date", "last_action_type", "field_name",
                 "previous_value", "replacement_value", "updated_by")  # fmt: skip
DANGER = "worry-line.example"

Place = tuple[str, int]
"""A column's header and a row's number."""
Cells = dict[Place, str]
Changes = dict[Place, tuple[str, str]]
"""What stood there and what does now."""


@pytest.fixture
def desk(page: Page, lab: Lab) -> Page:
    """Notebook 4 with the practice review, checked, and nothing decided yet."""
    practising(lab, checked=True)
    visit(page, lab, NOTEBOOKS[3])
    expect(so_far(page)).to_have_text(re.compile(r"^\d+ findings left to decide, 0 findings decided\.$"))
    return page


def cells_of(path: Path) -> Cells:
    """Every cell of the sheet Services that holds something."""
    sheet = openpyxl.load_workbook(path)["Services"]
    headers = {cell.column: str(cell.value) for cell in sheet[1]}
    return {(headers[cell.column], cell.row): str(cell.value) for row in sheet.iter_rows(min_row=2) for cell in row
            if cell.value is not None}


def differences(old: Cells, new: Cells) -> Changes:
    """The cells that are not as they were: what stood there and what does."""
    return {place: (old.get(place, ""), new.get(place, "")) for place in sorted({*old, *new})
            if old.get(place, "") != new.get(place, "")}


def in_register(lab: Lab) -> tuple[Cells, Cells]:
    """The practice register as it was and as it was written."""
    return cells_of(lab.state / "practice" / "practice_register.xlsx"), cells_of(lab.review / "offer_register.xlsx")


def log_of(lab: Lab) -> list[dict[str, str]]:
    """The rows of the sheet Change log, by its headers."""
    header, *rows = openpyxl.load_workbook(lab.review / "offer_register.xlsx")["Change log"].iter_rows(values_only=True)
    return [{str(name): str(text or "") for name, text in zip(header, row, strict=True)} for row in rows]


def so_far(page: Page) -> Locator:
    """The line that says how many findings are left."""
    return form(page).locator(".so-far")


class Keys:
    """A person who has no mouse: everything is reached by Tab, and written or pressed where the keyboard then is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, on: Locator, key: str = "Enter", *, back: bool = False) -> None:
        """Go to a button, link or summary and press it."""
        tab_to(self.page, on, back=back)
        self.page.keyboard.press(key)

    def write(self, on: Locator, words: str) -> None:
        """Go to a box and type."""
        tab_to(self.page, on)
        self.page.keyboard.type(words)

    def decide(self, found: Locator, words: str, *, kept: str, key: str = "Enter", text: str = "",
               why: str = "", back: bool = False) -> None:
        """Decide a finding, with words behind “Something else” where there are some; it is kept before we go on."""
        summary = found.locator("details.ways > summary")
        if text or why:
            self.press(summary, back=back)
            self.write(found.get_by_label("The right" if text else "Reason, or what you saw"), text or why)
            back = False
        self.press(found.get_by_role("button", name=words, exact=True), key, back=back)
        expect(found.locator(".decided strong")).to_have_text(kept)
        assert_no_traceback(self.page)


TAKEN_OUT = ("Services!C27", "The page sells something")
PUT_OFF = ("Services!B27", "Nobody is on record")
NEW_ADDRESS = ("Services!C5", "The site's name no longer exists")
WHOLE_ENTRY = ("Services!B10", "Nobody is on record")
ASKED = ("Services!C7", "The site answered that it has no such page")
NO_PROBLEM = ("Services!C10", "The link is sent to the site's front page")
SUGGESTED = ("Services!C15", "This is not a web address")
NEW_NUMBER = ("Services!C16", "This is not a UK phone number")
SUGGESTED_TOO = ("Services!C23", "No message can be sent")
FINE = ("Services!C23", "This link sends visitors")
UNDONE = ("Services!C28", "The page says that it was not found")
RETIRED = ("Services!C29", "The page says that the service has closed")


def decide_eleven(page: Page) -> None:
    """Say the role, decide twelve findings in eight ways and undo one, with keys alone."""
    keys = Keys(page)
    keys.write(form(page).get_by_label("In which role do you decide?"), ROLE)
    page.keyboard.press("Enter")
    form(page).get_by_text(f"You decide as: {ROLE}.").wait_for()
    of = {place: finding(page, *place) for place in (
        TAKEN_OUT, PUT_OFF, NEW_ADDRESS, WHOLE_ENTRY, ASKED, NO_PROBLEM, SUGGESTED, NEW_NUMBER, SUGGESTED_TOO, FINE,
        UNDONE, RETIRED)}
    keys.decide(of[TAKEN_OUT], "Take it out of the register", kept="Take it out of the register.", key="Space")
    keys.decide(of[PUT_OFF], "Later", kept="Put off until later.")
    keys.decide(of[NEW_ADDRESS], "Write this instead", text="https://therapies.example/kestrelshire",
                kept="Write instead: https://therapies.example/kestrelshire.")
    keys.decide(of[ASKED], "Ask the provider", kept="The provider is asked; we wait for the answer.")
    keys.decide(of[NO_PROBLEM], "It is not a problem", why="The front page says how to refer",
                kept="Not a problem – The front page says how to refer.")
    keys.decide(of[WHOLE_ENTRY], "I checked the whole entry: it is right", kept="Checked by hand, and fine.")
    keys.decide(of[SUGGESTED], "Use the suggestion", key="Space",
                kept="Use the suggestion: https://stepping-stones.example/mentors.")
    keys.decide(of[NEW_NUMBER], "Write this instead", text="0808 157 0100", kept="Write instead: 0808 157 0100.")
    keys.decide(of[SUGGESTED_TOO], "Use the suggestion", kept="Use the suggestion: help@speak-out.example.")
    keys.decide(of[FINE], "I checked it: it is fine", kept="Checked by hand, and fine.")
    keys.press(button(page, "Next page"))
    form(page).get_by_text("Page 2 of 3").wait_for()
    keys.decide(of[UNDONE], "Take it out of the register", kept="Take it out of the register.")
    keys.press(of[UNDONE].get_by_role("button", name="Undo"), back=True)
    form(page).get_by_text("Undone: 1 decision.").wait_for()
    expect(of[UNDONE].locator(".saw")).to_be_focused()
    keys.decide(of[RETIRED], "Retire the whole service", why="Closed for good",
                kept="Retire the whole service – Closed for good.")
    expect(of[UNDONE].locator(".decided")).to_have_count(0)


PLANNED = {
    5: ("https://talking-kestrelshire.example/refer-yourself", "https://therapies.example/kestrelshire"),
    15: ("https//stepping-stones.example/mentors", "https://stepping-stones.example/mentors"),
    16: ("0808 157 01", "0808 157 0100"),
    23: ("help@@speak-out.example", "help@speak-out.example"),
    27: ("worry-line[.]example/text-us", ""),
}
"""What notebook 5 says of the column Provider, by row: the words that go and the words that come."""
WRITTEN = {
    5: "Kestrelshire Talking Therapies\n\nhttps://therapies.example/kestrelshire",
    15: "Stepping Stones mentoring\n\nhttps://stepping-stones.example/mentors",
    16: "Penny Wise\n\nwww.penny-wise.example/young-people\n\nCall 0808 157 0100",
    23: "Speak Out\n\nhttps://speak-out.example/advocacy\n\nhelp@speak-out.example",
    27: "Worry Line",
}
VOUCHED = {
    2: "Its page still describes it: https://moonrise.example/crisis-line, seen on 2 March 2026.",
    8: "Its page still describes it: https://dentists-kestrelshire.example/find/this-week, seen on 2 March 2026.",
    10: f"{ROLE} checked it on 2 March 2026.",
}
"""The entries in which all is working or decided, and who or what vouches for each: not where nobody saw yet what is
to be written in (5, 15, 16, 23), the provider was asked (7), or no way to reach the service is left (27)."""
ASSURANCE = {"Assured on": DAY, "Assured by": ROLE}
NEXT_DUE = {2: "2026-06-02", 8: "2027-03-02", 10: "2027-03-02"}
"""In a year; in three months for a crisis service."""


def test_findings_are_decided_and_written_by_keyboard_alone(watched: Watched, lab: Lab, desk: Page) -> None:
    """Decided with keys, kept through a kernel's `kill -9`, shown before it is written, and written as decided."""
    keys = Keys(desk)
    decide_eleven(desk)
    told = so_far(desk).inner_text()
    assert told.endswith(" findings left to decide, 9 findings decided, 1 waiting for a provider.")
    kernel = lab.kernel(desk)
    assert kernel
    os.kill(kernel, signal.SIGKILL)
    form(desk).get_by_text("Kept: ").wait_for(state="detached")  # a new kernel has drawn the page anew
    expect(so_far(desk)).to_have_text(told)
    expect(form(desk).get_by_text(f"You decide as: {ROLE}")).to_be_visible()
    assert_danger_is_no_link(desk)

    keys.press(form(desk).get_by_role("link", name=re.compile("^Next: write the register")))
    form(desk).get_by_text("changes will be made").wait_for()
    planned = shown_changes(desk)
    assert_danger_is_no_link(desk)
    assert not (lab.review / "offer_register.xlsx").exists()
    keys.press(button(desk, "Write the register and the report"))
    form(desk).get_by_text("What was written").wait_for()
    assert_no_traceback(desk)
    assert watched.asked == []
    assert watched.errors == []

    changed = differences(*in_register(lab))
    ours = {place: texts for place, texts in changed.items() if place[0] not in PUBLISHED}
    assert planned == ours | {("Provider", row): texts for row, texts in PLANNED.items()}
    assert {place: new for place, (_, new) in changed.items() if place not in ours} == {
        ("Provider", row): text for row, text in WRITTEN.items()}
    assert {place: new for place, (_, new) in ours.items() if place[0] != "Service ID"} == {
        (header, row): text for row in VOUCHED for header, text in ASSURANCE.items()} | {
        ("Next review due", row): day for row, day in NEXT_DUE.items()} | {("Status", 29): "retired"}
    assert not re.search(r"<a[^>]*worry", (lab.review / "review.html").read_text(encoding="utf-8"))
    assert_logged(lab, changed)


def assert_danger_is_no_link(page: Page) -> None:
    """Nobody can follow a dangerous address by a press, in whatever form it stands there."""
    expect(form(page).locator("a[href*='worry']")).to_have_count(0)
    assert_no_traceback(page)


def shown_changes(page: Page) -> Changes:
    """What notebook 5 says will change, with what stands behind “Show the other cells”."""
    rows = form(page).locator("table.changes tbody tr").evaluate_all("""all => all.map(row => [
      row.closest('table').caption.textContent,
      ...['th', '[data-label="Now"]', '[data-label="Will be"]'].map(part => row.querySelector(part).textContent)])""")
    texts = [[text.strip().replace("(empty)", "") for text in row] for row in rows]
    return {(caption.removeprefix("Cells of ").removesuffix(" that will change"), row_of(cell)): (now, will)
            for caption, cell, now, will in texts}


def row_of(cell: str) -> int:
    """The row of a cell such as Services!C27."""
    return int(re.sub(r"\D", "", cell))


def assert_logged(lab: Lab, changed: Changes) -> None:
    """Each changed cell has its row in the sheet Change log: in whose role, why, and on what evidence."""
    log = log_of(lab)
    assert tuple(log[0])[:8] == OPEN_REFERRAL
    assert {(row["field_name"], row_of(row["cell"])) for row in log} == set(changed)
    assert {row["last_action_date"] for row in log} == {DAY}
    assert {row["updated_by"] for row in log if row["field_name"] != "Service ID"} == {ROLE}
    said = {row["cell"]: row for row in log}
    assert said["Services!C27"]["last_action_type"] == "delete"
    assert said["Services!C27"]["reason"] == "Decided: take it out."
    assert "Lucky Spins" in said["Services!C27"]["evidence"]
    assert said["Services!C5"]["reason"] == "Decided: write another."
    assert said["Services!C5"]["resource_id"] == "svc-a24cef87bd"
    retired = next(row for row in log if row["field_name"] == "Status")
    assert retired["reason"] == "Decided: retire the service. Closed for good"
    assert {row_of(row["cell"]): row["evidence"] for row in log
            if row["field_name"] == "Assured on"} == VOUCHED


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (320, 640)])
def test_the_keyboard_is_never_hidden_under_the_bar(desk: Page, width: int, height: int) -> None:
    """All stops of Tab and of Shift+Tab on notebook 4 can be seen at least in part (WCAG 2.2, 2.4.11)."""
    take_role(desk)
    narrow(desk, "How serious", "Broken")
    press_on(finding(desk, *ASKED), "Ask the provider")  # the bar is at its fullest: a message, and a way to undo
    desk.set_viewport_size({"width": width, "height": height})
    desk.locator("details.ways, details.together").evaluate_all("all => all.forEach(each => { each.open = true; })")
    decide_role = form(desk).get_by_role("button", name="Change the role")
    decide_role.focus()
    hidden = [*walk(desk, "Tab", button(desk, "Read it back")), *walk(desk, "Shift+Tab", decide_role)]
    assert hidden == []


def take_role(page: Page) -> None:
    """Say the role, with the mouse."""
    form(page).get_by_label("In which role do you decide?").fill(ROLE)
    press(page, "Decide in this role")
    form(page).get_by_text(f"You decide as: {ROLE}.").wait_for()


def press_on(found: Locator, words: str) -> None:
    """Decide a finding with a press of the mouse, and wait until that is kept."""
    found.get_by_role("button", name=words, exact=True).click()
    expect(found.locator(".decided strong")).to_be_visible()


def walk(page: Page, key: str, last: Locator) -> list[str]:
    """Walk to an element; the stops on the way of which nothing can be seen."""
    hidden, steps = [], 0
    while not last.evaluate("e => e === document.activeElement"):
        page.keyboard.press(key)
        hidden += [] if page.evaluate(IN_SIGHT) else [f"{key}: {focus(page)}"]
        steps += 1
        assert steps < 500, focus(page)
    return hidden


IN_SIGHT = """async () => {
  const frame = () => new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)));
  const on = document.activeElement;
  let before;
  do { before = on.getBoundingClientRect().top; await frame(); } while (before !== on.getBoundingClientRect().top);
  const { left, right, top, bottom } = on.getBoundingClientRect();
  const at = [0.05, 0.5, 0.95];
  return at.some(x => at.some(y => on.contains(
    document.elementFromPoint(left + x * (right - left), top + y * (bottom - top)))));
}"""
"""Whether anything of what the keyboard is on can be seen, once the page has stopped to scroll."""


def test_a_long_reason_leaves_room_for_the_list(desk: Page) -> None:
    """What is said of the newest decision stays in sight, and so does the finding that comes next."""
    take_role(desk)
    found = finding(desk, *NO_PROBLEM)
    found.locator("details.ways > summary").click()
    found.get_by_label("Reason, or what you saw").fill("They said on the phone that the page is being rebuilt. " * 18)
    press_on(found, "It is not a problem")
    box = form(desk).locator(".bar").bounding_box()
    assert box
    assert box["height"] < 768 / 3


def test_enter_in_the_box_for_a_reason_decides_nothing(desk: Page) -> None:
    """Which of its buttons Enter would press cannot be seen, and the first would vouch for a dangerous page."""
    take_role(desk)
    for place in (TAKEN_OUT, SUGGESTED):
        found = finding(desk, *place)
        found.locator("details.ways > summary").click()
        found.get_by_label("Reason, or what you saw").fill("Ask them on Monday")
        desk.keyboard.press("Enter")
    press_on(finding(desk, *ASKED), "Ask the provider")  # the kit answers in order: the others were answered before
    expect(so_far(desk)).to_contain_text("0 findings decided, 1 waiting for a provider")


def test_how_many_are_left_is_in_sight_at_the_bottom_of_the_list(desk: Page) -> None:
    """At a laptop's size, scrolled to the last finding and to what stands below it, the number stays on the screen."""
    told = so_far(desk).inner_text()
    desk.mouse.move(600, 400)
    desk.mouse.wheel(0, 200)  # until a person does something, a page holds itself at its top
    for below in (form(desk).locator(".finding").last, button(desk, "Next page"),
                  form(desk).get_by_role("link", name=re.compile("^Next: write the register"))):
        below.scroll_into_view_if_needed()
        expect(below).to_be_in_viewport()
        expect(so_far(desk)).to_have_text(told)
        expect(so_far(desk)).to_be_in_viewport(ratio=1)


def test_two_links_of_one_site_are_decided_and_undone_at_once(lab: Lab, desk: Page) -> None:
    """One press for both, each to its own new address; notebook 5 shows both; one press takes both back."""
    told = so_far(desk).inner_text()
    take_role(desk)
    form(desk).get_by_text("Decide several at once (1 group)").click()
    press_all = form(desk).get_by_role("button", name="Use the suggestion for all 2 links of green-paths.example")
    press_all.click()
    form(desk).get_by_text(re.compile("^Kept for 2 findings: Use the suggestion")).wait_for()
    expect(so_far(desk)).to_contain_text("2 findings decided")
    expect(press_all).to_have_count(0)
    moved = {("Provider", 6): ("https://green-paths.example/groups/wednesday-walk",
                               "https://www.green-paths.example/walks/wednesday-walking-group"),
             ("Provider", 30): ("https://green-paths.example/groups/allotment",
                                "https://www.green-paths.example/allotment-mornings")}
    visit(desk, lab, NOTEBOOKS[4])
    form(desk).get_by_text("2 of them are in columns that you publish").wait_for()
    assert {place: texts for place, texts in shown_changes(desk).items() if place[0] in PUBLISHED} == moved
    visit(desk, lab, NOTEBOOKS[3])
    press(desk, "Undo the newest 2 decisions")
    form(desk).get_by_text("Undone: 2 decisions.").wait_for()
    expect(so_far(desk)).to_have_text(told)
    expect(form(desk).get_by_text("Decide several at once (1 group)")).to_be_visible()
    visit(desk, lab, NOTEBOOKS[4])
    form(desk).get_by_text("nothing that you publish changes").wait_for()
    assert not [place for place in shown_changes(desk) if place[0] in PUBLISHED]


def showing(page: Page) -> Locator:
    """The line that says how much the list holds."""
    return form(page).locator(".count")


def shown(page: Page) -> list[str]:
    """The numbers of the findings on the page, once what was asked for stands there."""
    return form(page).locator(".finding[id]").evaluate_all("all => all.map(each => each.id)")


def test_the_list_is_narrowed_by_state_by_severity_and_by_words(desk: Page) -> None:
    """Each choice says how many it holds, and holds so many; what was just decided moves to its own state."""
    take_role(desk)
    press_on(finding(desk, *TAKEN_OUT), "Take it out of the register")
    press_on(finding(desk, *ASKED), "Ask the provider")
    press_on(finding(desk, *SUGGESTED), "Later")
    for choice, place in (("Decided", TAKEN_OUT), ("Waiting for the provider", ASKED),
                          ("Put off until later", SUGGESTED)):
        assert narrow(desk, "Show", choice) == 1
        expect(finding(desk, *place)).to_be_visible()
    everything = narrow(desk, "Show", "Everything")
    assert narrow(desk, "How serious", "Danger") == 1
    broken = narrow(desk, "How serious", "Broken")
    listed = shown(desk)
    press(desk, "Next page")
    form(desk).get_by_text("Page 2 of 2").wait_for()
    listed += shown(desk)
    assert len(set(listed)) == len(listed) == broken > 1
    expect(form(desk).locator(".finding:not(.broken)[id]")).to_have_count(0)
    words = form(desk).get_by_label("Find words in the list")
    words.press_sequentially("kitchen COOKING")
    expect(showing(desk)).to_have_text("Showing 1 finding about 1 entry.")
    expect(finding(desk, *UNDONE)).to_be_visible()
    words.press_sequentially(" nowhere")
    expect(showing(desk)).to_have_text("Nothing to show.")
    narrow(desk, "How serious", "Any", showing_so_many=False)
    words.fill("green paths  moved")
    expect(showing(desk)).to_have_text("Showing 2 findings about 2 entries.")
    expect(words).to_be_focused()
    words.fill("")
    expect(showing(desk)).to_contain_text(f"Showing {everything} findings about")


def narrow(page: Page, by: str, choice: str, *, showing_so_many: bool = True) -> int:
    """Choose what the list shows; returns how many the choice says that it holds, and the list then holds as many."""
    option = form(page).get_by_label(by).locator("option", has_text=re.compile(rf"^{choice} \(\d+\)$"))
    form(page).get_by_label(by).select_option(label=option.inner_text())
    number = int(re.sub(r"\D", "", option.inner_text()))
    if showing_so_many:
        expect(showing(page)).to_have_text(re.compile(rf"^Showing {number} findings? about"))
    return number


def test_the_pages_of_the_list_hold_every_finding_once(desk: Page) -> None:
    """From the first page to the last and back; a page begins at its top, with the keyboard on how much it holds."""
    seen, pages, told = list[str](), 0, showing(desk).inner_text()
    while True:
        seen += shown(desk)
        pages += 1
        if not button(desk, "Next page").count():
            break
        press(desk, "Next page")
        form(desk).get_by_text(f"Page {pages + 1} of 3").wait_for()
        expect(showing(desk)).to_be_focused()
        expect(showing(desk)).to_be_in_viewport()
    assert pages == 3
    assert len(seen) == len(set(seen))
    assert told.startswith(f"Showing {len(seen)} findings about")
    press(desk, "Previous page")
    form(desk).get_by_text("Page 2 of 3").wait_for()


def test_the_next_page_leaves_nothing_out_when_a_page_was_decided(desk: Page) -> None:
    """Who decides all of a page and turns it meets the entry that comes next, and not one of ten entries later."""
    press(desk, "Next page")
    form(desk).get_by_text("Page 2 of 3").wait_for()
    following = shown(desk)
    press(desk, "Previous page")
    form(desk).get_by_text("Page 1 of 3").wait_for()
    take_role(desk)
    while (ask := form(desk).get_by_role("button", name="Ask the provider", exact=True)).count():
        left = ask.count()
        ask.first.click()
        expect(ask).not_to_have_count(left)
    press(desk, "Next page")
    expect(showing(desk)).to_be_focused()
    assert shown(desk)[0] == following[0]


def test_a_second_tab_sees_what_the_first_decided(page: Page, lab: Lab, desk: Page) -> None:
    """Another tab on notebook 4 shows a decision of the first when it comes into sight; notebook 5 on coming back."""
    second = desk.context.new_page()
    visit(second, lab, NOTEBOOKS[3])
    third = desk.context.new_page()
    visit(third, lab, NOTEBOOKS[4])
    form(third).get_by_text("nothing that you publish changes").wait_for()
    take_role(desk)
    press_on(finding(desk, *SUGGESTED), "Use the suggestion")
    second.bring_to_front()
    comes_into_sight(second)
    expect(so_far(second)).to_contain_text("1 finding decided")
    expect(finding(second, *SUGGESTED)).to_have_count(0)  # it narrows to what is left to decide
    press_on(finding(second, *NO_PROBLEM), "Ask the provider")
    third.bring_to_front()
    comes_into_sight(third)
    form(third).get_by_text("1 of them is in columns that you publish").wait_for()
    desk.bring_to_front()
    comes_into_sight(desk)
    expect(so_far(desk)).to_contain_text("1 finding decided, 1 waiting for a provider")


def comes_into_sight(page: Page) -> None:
    """What a browser says to a page when its tab is chosen; without a window it keeps every tab in sight."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_notebook_5_sees_on_coming_back_what_was_decided(lab: Lab, desk: Page) -> None:
    """Opened first, by its link; then a decision in notebook 4; then back by the link, and the change stands there."""
    desk.get_by_role("link", name="5 Write").locator("visible=true").click()
    form(desk).get_by_text("nothing that you publish changes").wait_for()
    desk.get_by_role("link", name="4 Decide").locator("visible=true").click()
    take_role(desk)
    press_on(finding(desk, *SUGGESTED), "Use the suggestion")
    desk.get_by_role("link", name="5 Write").locator("visible=true").click()
    form(desk).get_by_text("1 of them is in columns that you publish").wait_for()
    assert ("Provider", 15) in shown_changes(desk)


IN_EXCEL = (
    (TAKEN_OUT, {"Decision": "Take it out"}),
    (NEW_ADDRESS, {"Decision": "Write another", "New text": "https://therapies.example/kestrelshire"}),
    (WHOLE_ENTRY, {"Decision": "Checked by hand and fine", "Reason": "Rang them"}),
    (ASKED, {"Decision": "Ask the provider", "Role": "Youth forum lead"}),
    (NO_PROBLEM, {"Decision": "Not a problem"}),  # without a reason: it cannot be kept
    (SUGGESTED, {"Decision": "Use the suggestion"}),
    (NEW_NUMBER, {"Decision": "write another", "New text": "0808 157 0100"}),
    (UNDONE, {"Decision": "Later"}),
    (RETIRED, {"Decision": "Retire the service", "Reason": "Closed for good"}),
    (FINE, {"Decision": "The provider confirmed it", "Reason": "By mail"}),
)


def fill_in(path: Path, answers: tuple[tuple[tuple[str, str], dict[str, str]], ...]) -> dict[tuple[str, str], int]:
    """Fill rows in as a person does in Excel; says which finding stands in which row."""
    book = openpyxl.load_workbook(path)
    sheet = book["Findings"]
    column = {str(cell.value): cell.column for cell in sheet[1]}
    rows = {}
    for (cell, saw), texts in answers:
        row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, column["Cell"]).value == cell
                   and str(sheet.cell(r, column["What we saw"]).value).startswith(saw))
        rows[cell, saw] = row
        for header, text in texts.items():
            sheet.cell(row, column[header]).value = text
    book.save(path)
    return rows


def test_findings_are_decided_in_a_workbook_and_read_back(lab: Lab, desk: Page) -> None:
    """Ten rows filled in, one badly: it is named by its number before the other nine are kept; the desk shows them."""
    take_role(desk)
    press(desk, "Write the findings into a workbook")
    form(desk).get_by_text("The findings are written into decisions.xlsx.").wait_for()
    rows = fill_in(lab.review / "decisions.xlsx", IN_EXCEL)
    press(desk, "Read it back")
    preview = form(desk).locator("[data-part=preview]")
    expect(preview.get_by_role("heading", name="What decisions.xlsx would do")).to_be_focused()
    expect(preview.get_by_text("1 row cannot be kept.")).to_be_visible()
    expect(preview.locator("li")).to_have_text(
        re.compile(rf"^Row {rows[NO_PROBLEM]} \(Help with drugs and alcohol\): Say why in a few words"))
    expect(preview.locator("tbody th")).to_have_text(
        [str(row) for row in sorted(rows[place] for place, _ in IN_EXCEL if place != NO_PROBLEM)])
    expect(so_far(desk)).to_contain_text("0 findings decided")  # nothing was kept yet
    assert_danger_is_no_link(desk)
    press(desk, "Keep 9 decisions")
    form(desk).get_by_text("Kept: 9 decisions. 1 row could not be kept").wait_for()
    expect(so_far(desk)).to_contain_text("7 findings decided, 1 waiting for a provider")
    assert narrow(desk, "Show", "Decided") == 7
    expect(finding(desk, *NEW_ADDRESS).locator(".decided")).to_have_text(
        re.compile(f"Write instead: https://therapies.example/kestrelshire. *{ROLE}, 2 March 2026"))
    assert narrow(desk, "Show", "Waiting for the provider") == 1
    expect(finding(desk, *ASKED).locator(".decided")).to_contain_text("Youth forum lead")


BOATS = {"Section": "Health and body", "Area of support": "Rowing for beginners", "Frequency": "Tuesdays",
         "Provider": "The Boathouse\n\nhttps://boathouse-youth.example/", "Impact": "Friends on the water"}  # fmt: skip
CHESS = BOATS | {"Area of support": "Chess club", "Provider": "The Rook, 0808 157 0177"}


def write_down(page: Page, service: dict[str, str], words: str) -> Locator:
    """Fill in the form for a service that is missing, and press a button; returns the service on the list below."""
    new = form(page).locator("details[data-part=new]")
    if new.get_attribute("open") is None:
        new.locator("summary").click()
    new.get_by_label("Who missed it?").select_option(label="A worker")
    new.get_by_label("Section").select_option(label=service["Section"])
    for column in ("Area of support", "Provider", "Frequency", "Impact"):
        new.get_by_label(column).fill(service[column])
    new.get_by_role("button", name=words, exact=True).click()
    listed = form(page).locator("ul.comments > li", has_text=service["Area of support"])
    listed.wait_for()
    for column in ("Area of support", "Provider", "Frequency", "Impact"):
        expect(new.get_by_label(column)).to_have_value("")
    return listed


def test_a_missing_service_is_added_checked_and_written(lab: Lab, desk: Page) -> None:
    """Its link is looked at in notebook 2, and its words stand in a new row; one turned down stands nowhere."""
    take_role(desk)
    boats = write_down(desk, BOATS, "Add it to the register")
    expect(boats).to_contain_text("We read 1 link (https://boathouse-youth.example/) in it.")
    chess = write_down(desk, CHESS, "Keep it in mind")
    expect(chess).to_contain_text("Kept in mind")
    chess.get_by_role("button", name="Take it off the list").click()
    expect(chess).to_have_count(0)
    expect(form(desk).get_by_role("heading", name="1 service is waiting")).to_be_visible()

    visit(desk, lab, NOTEBOOKS[1])
    form(desk).get_by_text("The open register has 29 links").wait_for()
    press(desk, "Go on")
    form(desk).get_by_text("All of them were looked at").wait_for()
    expect(form(desk).nth(1)).to_contain_text("https://boathouse-youth.example/")

    visit(desk, lab, NOTEBOOKS[4])
    form(desk).get_by_text("changes will be made").wait_for()
    planned = {place: texts for place, texts in shown_changes(desk).items() if place[0] in PUBLISHED}
    assert planned == {(column, 31): ("", text) for column, text in BOATS.items()}
    press(desk, "Write the register and the report")
    form(desk).get_by_text("What was written").wait_for()
    old, new = in_register(lab)
    changed = differences(old, new)
    assert {place: now for place, (_, now) in changed.items() if place[0] in PUBLISHED} == {
        (column, 31): text for column, text in BOATS.items()}
    assert new["Service ID", 31].startswith("svc-")
    assert {row["updated_by"] for row in log_of(lab) if row["field_name"] == "Provider"} == {ROLE}
    assert "Chess" not in "".join(new.values())


@pytest.fixture
def all_open(lab: Lab, desk: Page) -> Page:
    """Notebook 4 with all that can stand open: other ways to decide, several at once, a preview, a new service."""
    take_role(desk)
    press_on(finding(desk, *ASKED), "Ask the provider")
    write_down(desk, BOATS, "Keep it in mind")
    press(desk, "Write the findings into a workbook")
    form(desk).get_by_text("The findings are written into decisions.xlsx.").wait_for()
    fill_in(lab.review / "decisions.xlsx", IN_EXCEL)
    press(desk, "Read it back")
    button(desk, "Keep 9 decisions").wait_for()
    form(desk).locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    return desk


def test_axe_finds_nothing_where_all_stands_open(all_open: Page) -> None:
    """WCAG 2.2 AA and best practice, by axe-core, on each of the three forms of notebook 4."""
    assert violations(all_open, ".rk") == []


def test_nothing_lies_to_the_right_at_320_pixels(all_open: Page) -> None:
    """At 400 per cent of a laptop's width each form fits, with all that can stand open."""
    all_open.set_viewport_size({"width": 320, "height": 640})
    for shown_form in form(all_open).all():
        assert shown_form.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
    assert all_open.evaluate(CUT) == []


def test_nothing_is_cut_at_200_per_cent_text_size(all_open: Page) -> None:
    """Where a browser shows text alone at twice its size, every word stands within its box and within the page."""
    all_open.evaluate("document.documentElement.style.fontSize = '200%'")
    assert all_open.evaluate(CUT) == []


CUT = """() => [...document.querySelectorAll('.jp-NotebookPanel .rk *')].filter(e => {
  if (!e.checkVisibility() || e.closest('.unseen, thead')) return false; // heads of cards are for the ear alone
  const { left, right } = e.getBoundingClientRect(), style = getComputedStyle(e);
  const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  const fields = ['SELECT', 'INPUT', 'TEXTAREA', 'OPTION'].includes(e.nodeName);
  return right > innerWidth + 1 || left < -1
    || (hides && !fields && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
    || (e.nodeName === 'BUTTON' && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
}).map(e => `${e.nodeName} ${e.className} “${e.innerText.slice(0, 60)}”`)"""
"""What sticks out of the page, or is cut by its own box; what a person typed may be longer than its field."""
