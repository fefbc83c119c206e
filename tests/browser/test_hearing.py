"""Notebook 3: a young person's words are kept once, never lost, never changed, and never brought back."""

import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .driving import NOTEBOOKS, Lab, button, choose, form, open_practice, press, visit


@pytest.fixture(scope="module", autouse=True)
def practice(browser: Browser, lab: Lab) -> Iterator[None]:
    """The practice review is open."""
    context = browser.new_context()
    context.set_default_timeout(40_000)
    open_practice(context.new_page(), lab)
    yield
    context.close()


def write(page: Page, words: str) -> None:
    """Choose a service and write a comment, without saving it."""
    form(page).get_by_label("Which service is it about?").select_option(index=2)
    form(page).get_by_label("What was said?").fill(words)


def save(page: Page, words: str) -> None:
    """Write a comment and save it."""
    write(page, words)
    press(page, "Save this comment")
    expect(form(page).locator("blockquote").first).to_have_text(words)
    expect(form(page).get_by_label("What was said?")).to_have_value("")


def kept(lab: Lab) -> list[str]:
    """What the store holds."""
    with sqlite3.connect(lab.state / "practice" / "store.sqlite3") as database:
        return [row[0] for row in database.execute("SELECT said FROM comment ORDER BY number")]


def test_words_that_could_not_be_saved_stay_in_their_box(page: Page, lab: Lab) -> None:
    """Another program holds the store: the page says so, shows no old comment, and the next try keeps them."""
    visit(page, lab, NOTEBOOKS[2])
    save(page, "An earlier comment")
    write(page, "Words that meet a busy store")
    with sqlite3.connect(lab.state / "practice" / "store.sqlite3", isolation_level=None) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        press(page, "Save this comment")
        expect(form(page).get_by_text("Working. This can take a moment.")).to_be_visible()
        form(page).get_by_text("could not be read or added to").wait_for()
        expect(form(page).get_by_label("What was said?")).to_have_value("Words that meet a busy store")
        expect(form(page).get_by_role("heading", name="Comments cannot be shown now")).to_be_visible()
        holder.execute("ROLLBACK")
    press(page, "Save this comment")
    expect(form(page).locator("blockquote").first).to_have_text("Words that meet a busy store")
    assert kept(lab).count("Words that meet a busy store") == 1


def test_a_removed_comment_does_not_come_back(page: Page, lab: Lab) -> None:
    """After “Yes, remove it” the words are in no list, no box and not in the store."""
    visit(page, lab, NOTEBOOKS[2])
    save(page, "Please take this out again")
    form(page).locator("li", has_text="Please take this out again").get_by_role("button").click()
    press(page, "Yes, remove it")
    form(page).get_by_text("The comment was removed for good.").wait_for()
    expect(form(page).get_by_label("What was said?")).to_have_value("")
    assert "Please take this out again" not in kept(lab)


def test_a_double_click_saves_once(page: Page, lab: Lab) -> None:
    """A tired hand presses twice."""
    visit(page, lab, NOTEBOOKS[2])
    write(page, "Pressed twice")
    button(page, "Save this comment").dblclick()
    form(page).get_by_text("Saved: your comment").wait_for()
    page.wait_for_timeout(1000)
    assert kept(lab).count("Pressed twice") == 1


def test_words_typed_while_others_are_saved_stay(page: Page, lab: Lab) -> None:
    """The store is busy for a moment, and somebody types on: the first words are kept, the later ones stand there."""
    visit(page, lab, NOTEBOOKS[2])
    write(page, "First this.")
    with sqlite3.connect(lab.state / "practice" / "store.sqlite3", isolation_level=None) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        press(page, "Save this comment")
        form(page).get_by_text("Working. This can take a moment.").wait_for()
        form(page).get_by_label("What was said?").press_sequentially(" Then that.")
        holder.execute("ROLLBACK")
    form(page).get_by_text("Saved: your comment").wait_for()
    expect(form(page).get_by_label("What was said?")).to_have_value("Then that.")
    assert "First this." in kept(lab)


def test_words_go_back_to_the_service_they_are_about(page: Page, lab: Lab) -> None:
    """Half-typed words, another register, and back: the words and their service are both as they were."""
    visit(page, lab, NOTEBOOKS[2])
    save(page, "About the second")
    form(page).get_by_label("Which service is it about?").select_option(index=5)
    chosen = form(page).get_by_label("Which service is it about?").input_value()
    form(page).get_by_label("What was said?").fill("About the fifth")
    for register, number in (("The register in this folder", 31), ("The practice review", 29)):
        page.get_by_role("link", name="1 Open").locator("visible=true").click()
        choose(page, register)
        press(page, "Open the register")
        form(page).get_by_text(f"{number} services opened.").wait_for()
        page.get_by_role("link", name="3 Hear").locator("visible=true").click()
        expect(form(page).get_by_text("Practice review")).to_have_count(0 if number == 31 else 1)
    expect(form(page).get_by_label("What was said?")).to_have_value("About the fifth")
    expect(form(page).get_by_label("Which service is it about?")).to_have_value(chosen)


def test_another_tab_does_not_touch_what_is_being_typed(page: Page, lab: Lab) -> None:
    """One tab saves while somebody types in the other: the typed words and the keyboard stay where they are."""
    visit(page, lab, NOTEBOOKS[2])
    other = visit(page.context.new_page(), lab, NOTEBOOKS[2])
    page.bring_to_front()
    write(page, "I am in the middle of")
    form(page).get_by_label("What was said?").focus()
    save(other, "From the other tab")
    expect(form(page).get_by_label("What was said?")).to_have_value("I am in the middle of")
    page.keyboard.type(" a sentence")
    expect(form(page).get_by_label("What was said?")).to_have_value("I am in the middle of a sentence")
    expect(form(page).locator("blockquote").first).to_have_text("From the other tab")


def test_practice_words_do_not_wander_into_the_real_form(page: Page, lab: Lab) -> None:
    """What is half-typed in practice is not in the box when the real register is open."""
    visit(page, lab, NOTEBOOKS[2])
    write(page, "Only practising")
    page.get_by_role("link", name="1 Open").locator("visible=true").click()
    choose(page, "The register in this folder")
    press(page, "Open the register")
    form(page).get_by_text("31 services opened.").wait_for()
    page.get_by_role("link", name="3 Hear").locator("visible=true").click()
    expect(form(page).get_by_text("Practice review")).to_have_count(0)
    expect(form(page).get_by_label("What was said?")).to_have_value("")
    page.get_by_role("link", name="1 Open").locator("visible=true").click()
    choose(page, "The practice review")
    press(page, "Open the register")
    form(page).get_by_text("29 services opened.").wait_for()


def test_half_typed_words_are_not_left_behind_by_accident(page: Page, lab: Lab) -> None:
    """A reload asks first while words stand in the box that nobody has saved."""
    visit(page, lab, NOTEBOOKS[2])
    write(page, "Not saved yet")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]
