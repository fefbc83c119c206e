"""Notebook 3: the kernel is killed in the middle of sentences, and nothing that the page said was saved is lost."""

import random
import select
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .driving import NOTEBOOKS, Lab, begin_session, form, practising, said_box, tell, visit, whether_saved

KILLS = 20
SEED = 20261121
WORDS = ("They said ring back on Monday, and on Monday nobody knew who I was. It was the same the week after. "
         "What helped was the one worker who wrote it all down. ")
KILLER = """
import os, signal, sys, time
kernel, journal, hunts = int(sys.argv[1]), sys.argv[2], sys.argv[3] == "hunts"
moment, deeper = map(float, sys.argv[4:])
print("ready", flush=True)
sys.stdin.readline()
end = time.monotonic() + moment
while time.monotonic() < end:
    pass
end += 5
while hunts and not os.path.exists(journal) and time.monotonic() < end:
    pass
end = time.monotonic() + (deeper if hunts else 0)
while time.monotonic() < end:
    pass
os.kill(kernel, signal.SIGSTOP)
while open(f"/proc/{kernel}/stat").read().rpartition(")")[2].split()[0] not in "TZX":
    pass
print("inside" if os.path.exists(journal) else "outside", flush=True)
sys.stdin.readline()
os.kill(kernel, signal.SIGKILL)
"""
"""Stops a kernel at a moment, or in the first write after it, tells whether SQLite's journal stands there, which it
does from the first page that is written to the end of the transaction, and kills the kernel."""


@dataclass(frozen=True)
class Kill:
    """One kill: whether it fell inside a write, and what stood where at that moment and afterwards."""

    inside: bool
    acknowledged: str
    on_the_disk: str


@pytest.fixture(scope="module")
def page(browser: Browser, lab: Lab) -> Iterator[Page]:
    """Notebook 3 on the practice review, with a session under way."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(40_000)
    opened = context.new_page()
    practising(lab)
    visit(opened, lab, NOTEBOOKS[2])
    begin_session(opened)
    yield opened
    context.close()


def note_what_is_acknowledged(page: Page) -> None:
    """From now on, note what stands in the box whenever the page says that it is saved."""
    page.evaluate("""() => {
      const panel = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
      const place = panel.querySelector('[data-own="saved"]'), box = panel.querySelector('[name="said"]');
      window.reviewKitAcknowledged = '';
      new MutationObserver(() => { if (place.innerText === 'Saved') window.reviewKitAcknowledged = box.value; })
        .observe(place, { childList: true, characterData: true, subtree: true });
    }""")


def held_by_a_copy(store: Path, draft: str, folder: Path) -> str:
    """What the store holds of a view: looked at in a copy, journal and all, so that the kit mends its own file."""
    folder.mkdir()
    for part in store.parent.glob(f"{store.name}*"):
        shutil.copyfile(part, folder / part.name)
    with closing(sqlite3.connect(folder / store.name)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = copy.execute("SELECT said FROM forum_view WHERE id = ?", (draft,)).fetchone()
    return str(found[0]) if found else ""


def type_on(page: Page, chance: random.Random, number: int, killer: "subprocess.Popen[str]") -> str:
    """Type until the kernel is stopped and a little further, with short rests between words; returns all of it."""
    assert killer.stdin is not None
    box, words = said_box(page), f"{number}. {WORDS * 3}"
    box.focus()
    killer.stdin.write("go\n")
    killer.stdin.flush()
    typed, further = "", 5
    for sign in words:
        page.keyboard.type(sign)
        typed += sign
        page.wait_for_timeout(chance.choice((15, 25, 40)) + (450 if sign == " " and chance.random() < 0.4 else 0))
        further -= was_stopped(killer)
        if not further:
            break
    return typed


def was_stopped(killer: "subprocess.Popen[str]") -> bool:
    """Whether the killer has said that it stopped the kernel."""
    assert killer.stdout is not None
    return bool(select.select([killer.stdout], [], [], 0)[0])


def kill(page: Page, lab: Lab, number: int, chance: random.Random, folder: Path) -> Kill:
    """Kill the kernel while somebody types, and wait until the page stands there again with all that was typed."""
    kernel, store = lab.kernel(page), lab.state / "practice" / "store.sqlite3"
    draft = form(page).locator("form[data-autosave]").get_attribute("data-autosave")
    assert kernel
    assert draft
    note_what_is_acknowledged(page)
    killer = subprocess.Popen(
        [sys.executable, "-c", KILLER, str(kernel), f"{store}-journal", "hunts" if number % 2 else "by chance",
         str(chance.uniform(0.4, 2.5)), str(chance.uniform(0, 0.0015))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert killer.stdin is not None
    assert killer.stdout is not None
    assert killer.stdout.readline() == "ready\n"
    typed = type_on(page, chance, number, killer)
    inside = killer.stdout.readline() == "inside\n"
    acknowledged = str(page.evaluate("window.reviewKitAcknowledged"))
    killer.communicate("now\n", timeout=20)
    on_the_disk = held_by_a_copy(store, draft, folder / str(number))
    if number % 4:  # the server notices by itself within three seconds, and gives up after five times in a row
        page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    expect(whether_saved(page)).to_have_text("Saved", timeout=90_000)  # a kernel takes long to start on a busy machine
    expect(said_box(page)).to_have_value(typed)
    assert lab.kernel(page) not in {None, kernel}
    assert held_by_a_copy(store, draft, folder / f"{number} afterwards") == typed
    return Kill(inside, acknowledged, on_the_disk)


def test_killed_mid_sentence_nothing_acknowledged_is_lost(page: Page, lab: Lab, tmp_path: Path) -> None:
    """`kill -9` at twenty moments: what was said to be saved is on the disk, and all that was typed comes back.

    Ten moments are by chance; ten are in the first write after such a moment, and up to 1.5 ms deep in it.
    """
    chance, kills = random.Random(SEED), list[Kill]()  # noqa: S311 - the same twenty moments each time
    form(page).get_by_label("What is it about?").select_option(index=2)
    for number in range(KILLS):
        kills.append(done := kill(page, lab, number, chance, tmp_path))
        assert done.on_the_disk.startswith(done.acknowledged), done
        page.keyboard.press("Control+Enter")
        form(page).get_by_text("Saved: a view about").wait_for()
    inside = sum(done.inside for done in kills)
    said = sum(bool(done.acknowledged) for done in kills)
    tell(f"{KILLS} kills, {inside} of them inside a write; in {said} something had been said to be saved by then")
    assert inside >= KILLS // 3
    assert said >= KILLS // 3
