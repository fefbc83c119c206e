"""How a person works the kit's pages: begins them, opens one, presses what stands on it, reads what comes."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from review_kit.place import Place
from review_kit.widgets.chosen import throw_practice_away

from ..widgets import places  # noqa: TID252 - the practice review as the forms' own tests lay it out

NOTEBOOKS = ("1_open_register", "2_check_links_and_contacts", "3_record_feedback", "4_decide",
             "5_write_register_and_report")  # fmt: skip
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge",
            "chrome")  # fmt: skip
USUAL_PLACES = (
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
UPSTREAM = ("Disabling terminals plugin", "Connection lost, reconnecting")
"""What JupyterLab itself says in a browser's console and is no fault: terminals are off, a kernel was ended."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, part: str) -> list[str]:
    """What axe-core finds in a part of a page, by WCAG 2.2 AA and best practice: each rule, and where it is broken."""
    found = Axe().run(page, context=part, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [f"{rule['id']}: {json.dumps([node['target'] for node in rule['nodes']])}" for rule in found]


def chromium() -> str | None:
    """The program of a Chromium, Chrome or Edge on this machine, or None."""
    named = os.environ.get("REVIEW_KIT_CHROMIUM")
    if named:
        return named
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or next((place for place in USUAL_PLACES if Path(place).is_file()), None)


@dataclass(frozen=True)
class Lab:
    """A lab that is running: the address of notebook 1, the lead's folder, and the kit's own."""

    address: str
    home: Path
    state: Path
    process: int

    def url(self, notebook: str) -> str:
        """The address of a notebook."""
        return self.address.replace(NOTEBOOKS[0], notebook)

    @property
    def review(self) -> Path:
        """The practice review's folder."""
        return self.state / "practice" / "link_reports" / "2026-03-02"

    def kernel(self, page: Page) -> int | None:
        """The process of the kernel that the shown notebook has now; None while there is none."""
        name = page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.id ?? 'none'")
        said = subprocess.run(["ps", "axwwo", "pid,args"], capture_output=True, text=True, check=True).stdout
        return next((int(line.split()[0]) for line in said.splitlines()
                     if "ipykernel_launcher" in line and name in line), None)


@contextmanager
def running(command: list[str], home: Path, state: Path) -> Iterator[Lab]:
    """A command that opens the kit's pages, begun as a person begins it and ended as a person ends it."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("REVIEW_KIT_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "review_kit", *command, "--no-browser"], cwd=home, text=True, encoding="utf-8",
        env=own | {"REVIEW_KIT_STATE": str(state), "REVIEW_KIT_EXPOSE_LAB": "1"}, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    assert process.stdout is not None
    address = next((found[0] for line in process.stdout if (found := re.search(r"http://\S+", line))), "")
    assert address, "it said no address"
    yield Lab(address, home, state, process.pid)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "What you saved is kept" in said


@dataclass
class Watched:
    """A page, with what it asked of other machines and what went wrong on it."""

    page: Page
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self._hear(said.type, said.text))

    def in_words(self) -> str:
        """What stands on every page of this browser window, and what went wrong on this one."""
        shown = [page.evaluate("document.body.innerText") for page in self.page.context.pages]
        return "\n".join([*map(str, shown), *self.errors])

    def _note(self, url: str) -> None:
        if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).hostname != "127.0.0.1":
            self.asked.append(url)

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error" and not any(known in text for known in UPSTREAM):
            self.errors.append(text)


def visit(page: Page, lab: Lab, notebook: str) -> Page:
    """Open a notebook and wait until its forms stand on the page."""
    page.goto(lab.url(notebook))
    form(page).first.wait_for()
    return page


def form(page: Page) -> Locator:
    """The kit's forms in the notebook that is shown."""
    return page.locator(".jp-NotebookPanel:visible .rk")


def button(page: Page, words: str) -> Locator:
    """A button of the notebook that is shown, by all its words."""
    return form(page).get_by_role("button", name=words, exact=True)


def press(page: Page, words: str) -> None:
    """Press a button."""
    button(page, words).click()


def go_on(page: Page, words: str) -> None:
    """Follow the link to the next step, and wait until that notebook's first form stands there."""
    form(page).get_by_role("link", name=re.compile(f"^Next: {words}")).first.click()


def choose(page: Page, register: str) -> None:
    """Choose a register in notebook 1, by the words of its option."""
    form(page).get_by_role("radio", name=register).check()


def open_practice(page: Page, lab: Lab) -> None:
    """Open the practice review, as a person does."""
    visit(page, lab, NOTEBOOKS[0])
    choose(page, "The practice review")
    press(page, "Open the register")
    form(page).get_by_text("Open now: practice_register.xlsx").wait_for()


def afresh(page: Page, lab: Lab) -> None:
    """Open the practice review as if nobody had practised yet."""
    open_practice(page, lab)
    again = button(page, "Begin the practice again, from nothing")
    if again.count():
        again.click()
        press(page, "Yes, begin again")
        form(page).get_by_text("The practice review begins again").wait_for()


def practising(lab: Lab, *, checked: bool = False) -> None:
    """Choose the practice review, begun from nothing, or with its links looked at, as its presses would leave it.

    `test_whole_way.py` and `test_trouble.py` press them; elsewhere they would only take time.
    """
    place = Place(lab.home, lab.state)
    throw_practice_away(place)
    if checked:
        places.begun(place)
    places.opened(place)


def assert_no_traceback(page: Page) -> None:
    """No traceback, no red box and no line of code is in sight."""
    shown = page.locator(".jp-NotebookPanel:visible").inner_text()
    assert "Traceback" not in shown
    assert "import review_kit" not in shown
    assert page.locator(".jp-NotebookPanel:visible [data-mime-type='application/vnd.jupyter.stderr']").count() == 0


def finding(page: Page, cell: str, saw: str) -> Locator:
    """A finding on notebook 4, by its cell and the first words of what was seen."""
    return form(page).locator(".finding[id]").filter(has=page.get_by_text(cell, exact=True)).filter(
        has=page.locator(".saw", has_text=saw))


def focus(page: Page) -> str:
    """What the keyboard is on, in words that a failing test can show."""
    return str(page.evaluate("""() => {
      const on = document.activeElement;
      return `${on.tagName} “${(on.labels?.[0]?.innerText || on.innerText || on.value || '').trim().slice(0, 60)}”`;
    }"""))


def tab_to(page: Page, wanted: Locator, *, back: bool = False, most: int = 250) -> None:
    """Walk with Tab, or with Shift+Tab, until the keyboard is on an element; it must be met on the way."""
    met = [focus(page)]
    wanted.wait_for()
    while not wanted.evaluate("e => e === document.activeElement"):
        assert len(met) <= most, f"Tab does not lead to {wanted}; it led over {met[:20]} …"
        page.keyboard.press("Shift+Tab" if back else "Tab")
        met.append(focus(page))


def tell(words: str) -> None:
    """Say what was measured; `pytest -rP` shows it."""
    sys.stdout.write(f"{words}\n")


MEETING = {"Which forum is it?": "Care Experienced Forum", "Your role": "participation worker",
           "How was consent explained?": "read out at the start",
           "Who will hear what is said": "Corporate Parenting Board", "When will young people get": "2/4/2026"}
"""What a facilitator types when a session of the practice review begins, by the fields' labels."""


def begin_session(page: Page, **other: str) -> None:
    """Begin a session on notebook 3, which is open, and go on to its first view."""
    for label, words in (MEETING | other).items():
        form(page).get_by_label(label).fill(words)
    form(page).get_by_label("6 to 10").check()
    press(page, "Begin the session")
    form(page).get_by_role("heading", name="Slips to hand out").wait_for()
    press(page, "Write down what is said")
    said_box(page).wait_for()


def in_session(page: Page) -> None:
    """See that a session is under way on notebook 3, which is open: the one that was, or a new one."""
    said_box(page).or_(button(page, "Begin the session")).first.wait_for()
    if button(page, "Begin the session").count():
        begin_session(page)


def write_view(page: Page, words: str, *, about: int = 3) -> None:
    """Choose what a view is about and type what was said, without finishing it."""
    form(page).get_by_label("What is it about?").select_option(index=about)
    said_box(page).fill(words)


def end_session(page: Page) -> None:
    """End the session, if one is under way."""
    if button(page, "End the session").count():
        press(page, "End the session")
        form(page).get_by_text("The session has ended.").wait_for()


def said_box(page: Page) -> Locator:
    """The box for what was said."""
    return form(page).get_by_label("What was said?")


def whether_saved(page: Page) -> Locator:
    """Where the page says whether what is typed is on the disk."""
    return form(page).locator("[data-own='saved']")


@contextmanager
def frozen(process: int | None) -> Iterator[None]:
    """A process that does not answer for a while."""
    assert process
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


@dataclass(frozen=True)
class Kept:
    """A view as the store's file holds it, read from outside the kit."""

    id: str
    said: str
    draft: bool
    stopped: bool


def kept(lab: Lab, *, wait: float = 5.0) -> list[Kept]:
    """What the practice review's store holds, finished or not, the oldest first."""
    path = lab.state / "practice" / "store.sqlite3"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=wait)) as store:
        rows = store.execute("SELECT id, said, draft, stopped FROM forum_view ORDER BY number").fetchall()
    return [Kept(name, said, bool(draft), bool(stopped)) for name, said, draft, stopped in rows]
