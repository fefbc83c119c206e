"""Places for tests of the notebooks: folders of their own, with the practice review as it was committed, or none."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from review_kit import web
from review_kit.disk import FACTS_FILE
from review_kit.place import Place
from review_kit.practice import PRACTICE_DAY
from review_kit.practice.names import TableOfNames
from review_kit.steps import REVIEWS
from review_kit.widgets.choice import Choice, Which
from review_kit.widgets.current import Current

KEPT = Path(__file__).parents[2] / "link_reports" / "practice"
"""The practice review as it was committed."""
PRACTICE = Choice(Which.PRACTICE)
COLUMNS = ("Section", "Area of support", "Provider", "Frequency", "Impact")


def place_in(folder: Path) -> Place:
    """A machine on which nothing was done yet."""
    home = folder / "home"
    home.mkdir()
    return Place(home=home, state=folder / "state")


def own(path: Path) -> Choice:
    """A register of one's own."""
    return Choice(Which.OWN, str(path))


def reviews_of(path: Path) -> Path:
    """Where the reviews of a register of one's own are kept: beside it, apart from those of another one there."""
    return path.parent / REVIEWS / path.stem


def earlier_review(path: Path, day: str = "2025-11-21") -> Path:
    """Lay the facts of a review of an earlier day beside a register of one's own; returns the review's folder."""
    folder = reviews_of(path) / day
    folder.mkdir(parents=True)
    shutil.copyfile(KEPT / FACTS_FILE, folder / FACTS_FILE)
    return folder


def begun(place: Place) -> Path:
    """Lay the facts of a whole practice review where its run would leave them; returns the review's folder."""
    folder = place.practice / REVIEWS / PRACTICE_DAY.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(KEPT / FACTS_FILE, folder / FACTS_FILE)
    return folder


def opened(place: Place, choice: Choice = PRACTICE) -> Current:
    """A kernel in which a register is open."""
    current = Current(place)
    current.open(choice)
    return current


def checked(place: Place) -> Current:
    """A kernel in which the practice review is open and checked."""
    begun(place)
    return opened(place)


def register_of(path: Path, *rows: Sequence[str]) -> Path:
    """A small register as a person would make it: a sheet Services with these rows, beginning with the section."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = openpyxl.Workbook()
    book.active.title = "Services"
    for row in (COLUMNS, *rows):
        book.active.append(list(row))
    for row in book.active.iter_rows(min_row=2):
        for cell in row:
            cell.data_type = "s" if cell.value is not None else cell.data_type  # words, be they like a formula
    book.save(path)
    return path


def drop_in(path: Path, name: str = "Drop-in with a youth worker") -> Path:
    """A register with one service, whose one link leads to a host that nobody has."""
    return register_of(path, ("Feeling well", name, "Boathouse\n\nhttps://boathouse.example/", "Mondays", "A place"))


def cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real registers are looked at from a machine without a network: no name is found, and nobody is asked."""
    nobody = web.Network(names=TableOfNames(lambda _: None), pace=web.PRACTICE, use_proxies=False)
    monkeypatch.setattr(web, "Network", lambda: nobody)


def ran(current: Current, begin: Callable[[], None]) -> Current:
    """Begin a run, wait for its end, and take in what it left."""
    begin()
    assert current.background is not None
    current.background.wait(60)
    assert not current.running
    current.look()
    return current


