"""What a person meets when something goes wrong: a sentence and a way on, and never a traceback."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .driving import (
    NOTEBOOKS,
    Lab,
    afresh,
    assert_no_traceback,
    button,
    choose,
    form,
    in_session,
    practising,
    press,
    said_box,
    visit,
    write_view,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(4096)
"""How a workbook with a password begins: Excel puts it into an older kind of file."""


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.1)


def open_own(page: Page, lab: Lab, path: str) -> None:
    """Type a path in notebook 1 and open it."""
    visit(page, lab, NOTEBOOKS[0])
    choose(page, "Another workbook")
    form(page).get_by_label("Where it is").fill(path)
    press(page, "Open the register")


@pytest.mark.parametrize(("name", "content", "said"), [
    ("no_such_register.xlsx", None, "no_such_register.xlsx"),
    ("locked.xlsx", OLE, "password"),
    ("letter.xlsx", b"Dear colleague, here is the register.", "letter.xlsx"),
])
def test_what_is_no_register_is_a_sentence(page: Page, lab: Lab, tmp_path: Path, name: str, content: bytes | None,
                                           said: str) -> None:
    """A wrong path, a workbook with a password, a letter with another ending: what, where and what next."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    open_own(page, lab, str(tmp_path / name))
    problem = form(page).get_by_role("alert").filter(has_text="There is a problem.")
    expect(problem).to_contain_text(said)
    expect(problem.locator(".problem")).to_be_focused()
    expect(form(page).get_by_role("radio", name="Another workbook")).to_be_checked()
    expect(form(page).get_by_label("Where it is")).to_have_value(str(tmp_path / name))
    assert_no_traceback(page)


def test_a_copy_handed_over_in_the_browser_is_opened(page: Page, lab: Lab) -> None:
    """The file is chosen, kept in the kit's folder, and opened; the other notebooks know it."""
    visit(page, lab, NOTEBOOKS[0])
    choose(page, "Another workbook")
    form(page).get_by_label("Or choose a copy of it").set_input_files(lab.home / "offer_register.xlsx")
    press(page, "Open the register")
    form(page).get_by_text("31 services opened.").wait_for()
    kept = lab.home / "uploads" / "offer_register" / "offer_register.xlsx"
    assert kept.read_bytes() == (lab.home / "offer_register.xlsx").read_bytes()
    visit(page, lab, NOTEBOOKS[1])
    expect(button(page, "Start")).to_be_visible()


def test_without_a_network_no_link_is_called_broken(page: Page, lab: Lab, tmp_path: Path) -> None:
    """The check ends well, says first that the network is unreachable, and the review can still be written.

    The register is the shipped one with canaries that nobody has: to the kit, every network is then a dead one.
    """
    import openpyxl
    mine = tmp_path / "mine.xlsx"
    book = openpyxl.load_workbook(lab.home / "offer_register.xlsx")
    for row in book["Settings"].iter_rows():
        if row[0].value == "Canary addresses":
            row[1].value = "https://nobody.invalid/; https://nobody-either.invalid/"
        if row[0].value == "Canary for sign-in pages":
            row[1].value = "http://nobody.invalid/ words"
    book.save(mine)
    open_own(page, lab, str(mine))
    form(page).get_by_text("31 services opened.").wait_for()
    visit(page, lab, NOTEBOOKS[1])
    press(page, "Start")
    form(page).get_by_text("The network is unreachable, so no link was checked").wait_for()
    expect(form(page).get_by_text("No link could be checked.")).to_be_visible()
    assert_no_traceback(page)
    visit(page, lab, NOTEBOOKS[4])
    press(page, "Write the register and the report")
    form(page).get_by_text("What was written").wait_for()
    (written,) = (tmp_path / "link_reports" / "mine").iterdir()
    assert ",broken," not in (written / "links.csv").read_text(encoding="utf-8")


def test_stop_keeps_what_was_found_and_goes_on(page: Page, lab: Lab) -> None:
    """Stopped half-way, the page says so; “Go on” asks only what is missing."""
    afresh(page, lab)
    visit(page, lab, NOTEBOOKS[1])
    press(page, "Start")
    press(page, "Stop")
    form(page).get_by_text("This run was stopped before the end.").wait_for()
    assert_no_traceback(page)
    found = (lab.review / "visits.jsonl").read_bytes()
    press(page, "Go on")
    form(page).get_by_text("All of them were looked at").wait_for()
    expect(button(page, "Go on")).to_have_count(0)
    assert (lab.review / "visits.jsonl").read_bytes().startswith(found)


def test_a_second_tab_shows_the_same_run(page: Page, lab: Lab) -> None:
    """Both tabs show the run that one began, both can stop it, and nothing is asked twice."""
    afresh(page, lab)
    visit(page, lab, NOTEBOOKS[1])
    second = visit(page.context.new_page(), lab, NOTEBOOKS[1])
    press(page, "Start")
    button(second, "Stop").wait_for()
    for tab in (page, second):
        form(tab).get_by_text("All of them were looked at").wait_for()
        assert_no_traceback(tab)
    lines = (lab.review / "visits.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if '"purpose":"registered"' in line and "cedar" not in line]
    assert len(asked) == len(set(asked))


def test_a_kernel_that_is_killed_starts_again_and_loses_nothing(page: Page, lab: Lab) -> None:
    """`kill -9`: the page comes back by itself, with what was saved, and with the words that were being typed."""
    practising(lab)
    visit(page, lab, NOTEBOOKS[2])
    in_session(page)
    write_view(page, "Saved before the end")
    press(page, "Save this view")
    form(page).get_by_text("Saved: a view about").wait_for()
    said_box(page).press_sequentially("Half a sent")
    kernel = lab.kernel(page)
    assert kernel
    os.kill(kernel, signal.SIGKILL)
    until(lambda: lab.kernel(page) not in {None, kernel})
    form(page).get_by_text("Saved: a view about").wait_for(state="detached")
    expect(form(page).locator("blockquote")).to_have_text("Saved before the end")
    expect(said_box(page)).to_have_value("Half a sent")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    assert_no_traceback(page)
    press(page, "Save this view")
    form(page).get_by_text("Saved: a view about").wait_for()


def test_a_page_that_nobody_answers_says_so(page: Page, lab: Lab) -> None:
    """A kernel that hangs: the page does not say “Saved”, keeps the words, and offers a way on."""
    practising(lab)
    visit(page, lab, NOTEBOOKS[2])
    in_session(page)
    write_view(page, "Is anybody")
    form(page).get_by_text("Saved", exact=True).wait_for()
    kernel = lab.kernel(page)
    assert kernel
    os.kill(kernel, signal.SIGSTOP)
    try:
        said_box(page).fill("Is anybody there?")
        press(page, "Save this view")
        form(page).get_by_text("NOT SAVED").wait_for()
        form(page).get_by_text("The review kit has not answered.").wait_for()
        expect(form(page).get_by_text("Saved: a view about")).to_have_count(0)
        expect(said_box(page)).to_have_value("Is anybody there?")
        expect(button(page, "Start this page again")).to_be_visible()
    finally:
        os.kill(kernel, signal.SIGCONT)
    form(page).get_by_text("Saved: a view about").wait_for()
    form(page).get_by_text("The review kit has not answered.").wait_for(state="detached")


def test_when_the_kit_was_closed_the_page_says_so(page: Page, lab: Lab) -> None:
    """The server is gone: not a word of Jupyter, but what to do and what is safe."""
    visit(page, lab, NOTEBOOKS[2])
    page.evaluate("""() => {
      window.jupyterapp.serviceManager.connectionFailure.emit(new Error("gone"));
    }""")
    expect(page.locator(".rk-closed")).to_contain_text("start it again with: review-kit lab")
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def test_a_register_that_is_gone_is_a_sentence(page: Page, lab: Lab, tmp_path: Path) -> None:
    """The workbook was moved away after it was opened: each notebook says so and shows the way."""
    mine = tmp_path / "mine.xlsx"
    shutil.copyfile(lab.home / "offer_register.xlsx", mine)
    open_own(page, lab, str(mine))
    form(page).get_by_text("31 services opened.").wait_for()
    mine.unlink()
    for notebook in NOTEBOOKS[1:]:
        visit(page, lab, notebook)
        expect(form(page).first).to_contain_text("mine.xlsx")
        assert_no_traceback(page)
