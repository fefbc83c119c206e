"""Each notebook by itself: it runs on being opened, shows no code, asks nobody outside, and axe-core finds nothing."""


import pytest
from playwright.sync_api import Browser, Page, expect

from review_kit.place import Place
from review_kit.widgets.check import CheckForm
from review_kit.widgets.choice import Choice, Which
from review_kit.widgets.contents import RegisterContents
from review_kit.widgets.current import Current
from review_kit.widgets.decide import DecisionDesk
from review_kit.widgets.feedback import FeedbackForm
from review_kit.widgets.form import Form, _look
from review_kit.widgets.register import RegisterForm
from review_kit.widgets.results import CheckResults
from review_kit.widgets.write import WriteForm

from .driving import (
    NOTEBOOKS,
    Lab,
    Watched,
    assert_no_traceback,
    button,
    form,
    in_session,
    practising,
    press,
    said_box,
    tab_to,
    violations,
    visit,
    write_view,
)


@pytest.fixture(scope="module", autouse=True)
def checked(lab: Lab) -> None:
    """The practice review, open and checked."""
    practising(lab, checked=True)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_runs_by_itself(watched: Watched, lab: Lab, notebook: str) -> None:
    """Opened on its own it stands there finished, with nothing of JupyterLab or of any code in sight."""
    page = visit(watched.page, lab, notebook)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    cells = page.locator(".jp-CodeCell")
    expect(page.locator(".jp-CodeCell .rk")).to_have_count(cells.count())
    for part in (".jp-Cell-inputWrapper .cm-editor", ".jp-NotebookPanel-toolbar", "#jp-menu-panel", ".jp-SideBar",
                 "#jp-main-statusbar", ".jp-InputPrompt", ".jp-cell-toolbar"):  # fmt: skip
        for found in page.locator(part).all():
            if "jp-MarkdownCell" not in (found.evaluate("e => e.closest('.jp-Cell')?.className ?? ''")):
                expect(found, part).not_to_be_visible()
    assert_no_traceback(page)
    assert watched.asked == []
    assert watched.errors == []


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_axe_finds_nothing_and_all_of_it_fits(browser: Browser, lab: Lab, notebook: str) -> None:
    """WCAG 2.2 AA and best practice, by axe-core, in JupyterLab; colours are looked at below.

    At 400 and at 200 per cent of a laptop's size the heading is seen first, and nothing lies to the right.
    """
    context = browser.new_context(viewport={"width": 320, "height": 384})
    context.set_default_timeout(40_000)
    page = visit(context.new_page(), lab, notebook)
    page.wait_for_timeout(1500)
    for width in (320, 683):
        page.set_viewport_size({"width": width, "height": 384})
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        for shown in form(page).all():
            assert shown.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert violations(page, ".rk") == []
    context.close()


def test_a_key_ends_the_holding_of_the_page_at_its_top(page: Page, lab: Lab) -> None:
    """Whoever begins with the keyboard at once is not pulled away from where it is."""
    visit(page, lab, NOTEBOOKS[3])
    far = button(page, "Next page")
    far.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.wait_for_timeout(100)
    expect(far).to_be_focused()
    expect(far).to_be_in_viewport(timeout=100)


@pytest.fixture(scope="module")
def current(tmp_path_factory: pytest.TempPathFactory) -> Current:
    """The practice review without JupyterLab, checked."""
    place = Place(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("state"))
    current = Current(place)
    current.open(Choice(Which.PRACTICE))
    current.begin()
    assert current.background is not None
    current.background.wait()
    current.look(again=True)
    return current


@pytest.mark.parametrize("kind", [RegisterForm, RegisterContents, CheckForm, CheckResults, FeedbackForm, DecisionDesk,
                                  WriteForm])  # fmt: skip
def test_colours_can_be_read(page: Page, current: Current, kind: type[Form]) -> None:
    """In JupyterLab axe-core cannot judge contrast; on a bare page with the same style and words it can."""
    drawn = kind(current)
    if isinstance(drawn, FeedbackForm):
        drawn.press("save", {"service": "", "said": "Words without a service"})
        assert "There is a problem" in drawn.html
    page.set_content(f"<!doctype html><html lang='en'><title>A form</title><style>{_look()}</style>"
                     f"<main><h1>A form</h1><h2>Its part</h2><div class='rk'>{drawn.html}</div></main>")
    assert violations(page, ".rk") == []


def test_letters_pressed_on_a_button_do_no_harm(page: Page, lab: Lab) -> None:
    """JupyterLab's single keys would insert, cut and delete cells: here each cell and form stays as it is."""
    visit(page, lab, NOTEBOOKS[2])
    in_session(page)
    cells = page.locator(".jp-Cell").count()
    form(page).get_by_role("button", name="Save this view").focus()
    for key in ("a", "b", "d", "d", "x", "y", "m", "z", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    form(page).get_by_label("What is it about?").focus()
    for key in ("d", "d", "ArrowDown", "x"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.locator(".jp-Cell").count() == cells
    assert form(page).get_by_role("button", name="Save this view").is_visible()
    assert form(page).get_by_label("What is it about?").input_value() != ""


def test_nothing_of_jupyterlab_is_met_by_chance(page: Page, lab: Lab) -> None:
    """A right click, a double click on the words, and JupyterLab's own keys open nothing and change nothing."""
    visit(page, lab, NOTEBOOKS[3])
    heading = page.get_by_role("heading", level=1)
    cells = page.locator(".jp-Cell").count()
    heading.click(button="right")
    heading.dblclick()
    for keys in ("Alt+w", "Control+b", "Control+Shift+q", "Control+Shift+c", "Alt+Enter", "Control+Shift+l",
                 "Control+i", "Enter", "Control+,", "0", "0", "i", "i"):
        page.keyboard.press(keys)
    page.wait_for_timeout(500)
    expect(page.locator(".lm-Menu, .jp-Dialog, .jp-MarkdownCell .cm-editor:visible")).to_have_count(0)
    assert page.locator(".jp-Cell").count() == cells
    expect(heading).to_be_visible()


def test_the_browsers_back_button_goes_back(page: Page, lab: Lab) -> None:
    """From notebook 1 to 2 by the link, and back as everywhere in the web."""
    visit(page, lab, NOTEBOOKS[0])
    page.get_by_role("link", name="2 Check").locator("visible=true").click()
    page.get_by_role("heading", name="2. Check links and contacts").wait_for()
    page.go_back()
    expect(page.get_by_role("heading", name="1. Open the register")).to_be_visible()
    expect(page.get_by_role("heading", name="2. Check links and contacts")).not_to_be_visible()


def test_a_list_that_gets_shorter_keeps_its_places(page: Page, lab: Lab) -> None:
    """In notebook 4 open evidence stays with its finding while words narrow the list; a page begins at its top."""
    visit(page, lab, NOTEBOOKS[3])
    whole = form(page).locator(".count").inner_text()
    finding = form(page).locator("[data-part]", has_text="Drop-in with a youth worker").locator(".finding").first
    finding.locator("summary", has_text="Evidence").click()
    number = finding.get_attribute("id")
    box = form(page).get_by_label("Find words in the list")
    box.press_sequentially("youth worker")
    form(page).get_by_text("about 1 entry").wait_for()
    assert form(page).locator(f"#{number} details").first.get_attribute("open") is not None
    expect(box).to_be_focused()
    expect(box).to_have_value("youth worker")
    box.fill("")
    expect(form(page).locator(".count")).to_have_text(whole)
    press(page, "Next page")
    form(page).get_by_text("Page 2 of 3").wait_for()
    expect(form(page).locator(".count")).to_be_focused()


def test_the_keyboard_alone_is_enough(page: Page, lab: Lab) -> None:
    """A view is written, saved and removed without a mouse, and where the focus is can be seen."""
    visit(page, lab, NOTEBOOKS[2])
    in_session(page)
    views = form(page).locator("blockquote", has_text="Typed with keys alone")
    form(page).get_by_label("What is it about?").focus()
    page.keyboard.press("ArrowDown")
    tab_to(page, said_box(page))
    page.keyboard.type("Typed with keys alone")
    tab_to(page, button(page, "Save this view"))
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert ring == "3px"
    page.keyboard.press("Enter")
    form(page).get_by_text("Saved: a view about").wait_for()
    expect(form(page).get_by_label("What is it about?")).to_be_focused()  # for the next view
    tab_to(page, form(page).get_by_role("button", name="that says: Typed with keys alone"))
    page.keyboard.press("Enter")
    expect(form(page).get_by_text("Remove this view for good?")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    form(page).get_by_text("1 view was removed for good.").wait_for()
    expect(views).to_have_count(0)


def test_the_notebooks_are_never_changed(page: Page, lab: Lab) -> None:
    """What is typed or shown is in no notebook file, and leaving a page asks nobody whether to save it."""
    folder = lab.state / "lab" / "notebooks"
    before = {path.name: path.read_bytes() for path in folder.glob("*.ipynb")}
    visit(page, lab, NOTEBOOKS[2])
    in_session(page)
    write_view(page, "Nowhere but in the store")
    press(page, "Save this view")
    form(page).get_by_text("Saved: a view about").wait_for()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.goto("about:blank")
    assert asked == []
    assert {path.name: path.read_bytes() for path in folder.glob("*.ipynb")} == before
    holding = [path.name for path in lab.state.rglob("*") if path.is_file()
               and b"Nowhere but in the store" in path.read_bytes()]
    assert holding == ["store.sqlite3"]
