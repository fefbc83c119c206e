"""`review-kit forum`: which register it is about, and what it says where there is none."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from review_kit import lab
from review_kit.__main__ import main
from review_kit.lab import forum
from review_kit.lab.folder import FORM
from review_kit.place import Place
from review_kit.widgets.choice import CHOICE_FILE, FORUM_CHOICE_FILE, Choice, Which, keep_choice, read_choice
from review_kit.widgets.chosen import asked_for

SHIPPED = Path(__file__).parents[2] / "offer_register.xlsx"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A machine on which nothing was done yet, with the register in the folder."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copyfile(SHIPPED, home / "offer_register.xlsx")
    monkeypatch.setenv("REVIEW_KIT_HOME", str(home))
    monkeypatch.setenv("REVIEW_KIT_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("REVIEW_KIT_PRACTICE", raising=False)
    return Place(home=home, state=tmp_path / "state")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Place, Path, str]]:
    """What would be shown, in the place of a JupyterLab."""
    calls: list[tuple[Place, Path, str]] = []
    for module in (forum, lab):
        monkeypatch.setattr(module, "show", lambda place, folder, page, **_: calls.append((place, folder, page)))
    return calls


def half(path: Path) -> None:
    """A workbook that was cut short on its way."""
    path.write_bytes(SHIPPED.read_bytes()[:9000])


def no_register(path: Path) -> None:
    """A workbook of something else."""
    book = openpyxl.Workbook()
    book.active.append(["Day", "Tea"])
    book.save(path)


def test_it_shows_the_form_alone(place: Place, shown: list[tuple[Place, Path, str]],
                                 capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder of its own, for kernels that know it; what it says fits one page."""
    assert main(["forum", "--no-browser"]) == 0
    assert shown == [(replace(place, alone=True), place.state / "forum", FORM)]
    assert [path.name for path in (place.state / "forum" / "notebooks").iterdir()] == [FORM]
    assert capsys.readouterr().out.splitlines() == [
        "The form is opening. This takes a few seconds. Ctrl+C ends it.",
        "The kit has ended. What you saved is kept."]


@pytest.mark.parametrize(("make", "said"), [(None, "There is no file"), (half, "is damaged"),
                                            (no_register, "has no header row that we know")])
def test_what_is_no_register_is_a_sentence(place: Place, shown: list[object], tmp_path: Path,
                                           capsys: pytest.CaptureFixture[str],
                                           make: Callable[[Path], None] | None, said: str) -> None:
    """One sentence, exit 2; nothing is started, laid out or remembered."""
    path = tmp_path / "mine.xlsx"
    if make:
        make(path)
    assert main(["forum", str(path)]) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert said in heard.err
    assert heard.err.count("\n") == 1
    assert "mine.xlsx" in heard.err
    assert shown == []
    assert not place.state.exists()


def test_the_folder_has_no_register(place: Place, shown: list[object], capsys: pytest.CaptureFixture[str]) -> None:
    """Where none was chosen before either, it says which it looked for."""
    place.shipped.unlink()
    assert main(["forum"]) == 2
    assert str(place.shipped) in capsys.readouterr().err
    assert shown == []


def test_it_leaves_the_notebooks_register_alone(place: Place, shown: list[object], tmp_path: Path) -> None:
    """Both may be open at once: neither changes the register under the other's hands."""
    mine = tmp_path / "mine.xlsx"
    shutil.copyfile(SHIPPED, mine)
    keep_choice(place, Choice(Which.PRACTICE))
    assert main(["forum", str(mine)]) == 0
    assert read_choice(place) == Choice(Which.PRACTICE)
    assert read_choice(replace(place, alone=True)) == Choice(Which.OWN, str(mine))
    assert main(["lab", "--practice"]) == 0
    assert read_choice(replace(place, alone=True)) == Choice(Which.OWN, str(mine))


def test_without_a_path_it_is_the_real_register_that_was_chosen_last(place: Place, tmp_path: Path) -> None:
    """In the notebooks or for the form; the practice review is thrown away, so it is asked for by name."""
    alone = replace(place, alone=True)
    assert asked_for(alone, None) == Choice(Which.SHIPPED)
    for minute, (at, path) in enumerate(((place, "a.xlsx"), (alone, "b.xlsx"), (place, "c.xlsx")), 1):
        keep_choice(at, Choice(Which.OWN, path))
        note = place.state / (FORUM_CHOICE_FILE if at.alone else CHOICE_FILE)
        os.utime(note, (minute * 60, minute * 60))  # two in one tick of the clock would be chosen at once
        assert asked_for(alone, None) == Choice(Which.OWN, path)
    keep_choice(place, Choice(Which.PRACTICE))
    assert asked_for(alone, None) == Choice(Which.OWN, "b.xlsx")
    assert asked_for(alone, None, practice=True) == Choice(Which.PRACTICE)
    assert asked_for(alone, place.shipped) == Choice(Which.SHIPPED)
    assert asked_for(alone, tmp_path / "x.xlsx") == Choice(Which.OWN, str(tmp_path / "x.xlsx"))


def test_a_lesson_opens_the_practice_review_alone(place: Place, shown: list[object], monkeypatch: pytest.MonkeyPatch,
                                                  capsys: pytest.CaptureFixture[str]) -> None:
    """REVIEW_KIT_PRACTICE holds for the form too."""
    monkeypatch.setenv("REVIEW_KIT_PRACTICE", "1")
    assert main(["forum"]) == 0
    assert (place.practice / "practice_register.xlsx").is_file()
    assert main(["forum", str(place.shipped)]) == 2
    assert "practice review alone" in capsys.readouterr().err
    assert len(shown) == 1
