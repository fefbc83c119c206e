"""A person's whole way through the practice review, from the first notebook to the files that it writes."""

import csv
import os
import re
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from .driving import (
    NOTEBOOKS,
    Lab,
    Watched,
    afresh,
    assert_no_traceback,
    begin_session,
    button,
    choose,
    form,
    go_on,
    press,
    said_box,
    visit,
)

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def picture(page: Page, name: str) -> None:
    """With REVIEW_KIT_RENEW=1, keep what the page looks like now for the README and the guide."""
    if os.environ.get("REVIEW_KIT_RENEW"):
        page.mouse.move(1300, 700)
        page.wait_for_timeout(500)
        page.screenshot(path=IMAGES / f"{name}.png")


def scroll_to_top(page: Page) -> None:
    """What a person sees who has just come."""
    page.evaluate("document.querySelectorAll('.jp-Notebook').forEach(n => { n.scrollTop = 0; })")


def test_from_the_first_notebook_to_the_report(watched: Watched, lab: Lab) -> None:
    """By buttons and links alone: open, check, hear, decide, write; and the files are there and whole."""
    page = watched.page
    visit(page, lab, NOTEBOOKS[0])
    picture(page, "notebook_1_open")
    choose(page, "The practice review")
    press(page, "Open the register")
    form(page).get_by_text("29 services opened.").wait_for()
    assert_no_traceback(page)

    go_on(page, "check links")
    press(page, "Start")
    form(page).get_by_text("Found so far").wait_for()
    expect(form(page).locator(".found li").first).to_be_visible()
    picture(page, "notebook_2_check")
    form(page).get_by_text("All of them were looked at, last on 2 March 2026.").wait_for()
    expect(form(page).get_by_role("heading", name="Does not work: 3 links")).to_be_visible()
    assert_no_traceback(page)

    go_on(page, "record")
    picture(page, "notebook_3_hear")
    begin_session(page)
    form(page).get_by_label("What is it about?").select_option(label="Drop-in with a youth worker")
    said_box(page).fill("Nobody told us that it had moved.")
    press(page, "Save this view")
    form(page).get_by_text("Saved: a view about “Drop-in with a youth worker”.").wait_for()
    expect(form(page).locator("blockquote")).to_have_text("Nobody told us that it had moved.")
    assert_no_traceback(page)

    go_on(page, "go through")
    form(page).locator(".saw").get_by_text("The page sells something").wait_for()
    scroll_to_top(page)
    picture(page, "notebook_4_decide")
    assert form(page).locator(".finding").first.get_attribute("class") == "finding danger"
    form(page).get_by_label("Find words in the list").fill("youth worker")
    form(page).get_by_text(re.compile("Showing 2 findings about 1 entry")).wait_for()
    assert_no_traceback(page)

    go_on(page, "write")
    expect(form(page).get_by_text("29 changes will be made")).to_be_visible()
    assert not lab.review.joinpath("review.html").exists()  # nothing is written before it was seen
    scroll_to_top(page)
    picture(page, "notebook_5_write")
    press(page, "Write the register and the report")
    form(page).get_by_text("What was written").wait_for()
    assert_no_traceback(page)

    assert {path.name for path in lab.review.iterdir()} == {
        "call_sheet.html", "contacts.csv", "decisions.csv", "findings.csv", "links.csv", "offer_register.xlsx",
        "review.html", "visits.jsonl", "you_said_we_did.html"}
    rows = list(csv.DictReader((lab.review / "links.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 28
    log = openpyxl.load_workbook(lab.review / "offer_register.xlsx")["Change log"]
    assert log.max_row == 30
    assert watched.asked == []
    assert watched.errors == []


def test_what_another_notebook_changed_is_seen_on_coming_back(page: Page, lab: Lab) -> None:
    """Notebook 4 was opened before anything was checked; after the check it shows the findings without a reload."""
    afresh(page, lab)
    page.get_by_role("link", name="4 Decide").locator("visible=true").click()
    form(page).get_by_text("Nothing was checked yet.").wait_for()
    page.get_by_role("link", name="2 Check").locator("visible=true").click()
    press(page, "Start")
    form(page).get_by_text("were looked at, last on").wait_for()
    page.get_by_role("link", name="4 Decide").locator("visible=true").click()
    expect(button(page, "Find")).to_be_visible()
    expect(form(page).locator(".saw").get_by_text("The page sells something")).to_be_visible()
