"""Every form of the notebooks, in every state: it draws a sentence, and no press of a button is an exception."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from review_kit import faults
from review_kit.disk import FACTS_FILE
from review_kit.model import View
from review_kit.place import Place
from review_kit.store.views import Views
from review_kit.widgets.current import Current
from review_kit.widgets.feedback import FeedbackForm
from review_kit.widgets.form import Form
from review_kit.widgets.register import RegisterForm

from . import places
from .meeting import SAID, fields, meeting, services
from .pages import FORMS, sent, shown, still
from .places import PRACTICE, drop_in, opened, own, register_of

each_form = pytest.mark.parametrize("form", FORMS)


def faulted(folder: Path) -> bool:
    """Whether the kit had a fault of its own."""
    return (folder / "log").exists()


def nothing(place: Place) -> Current:
    """No register was ever opened."""
    return Current(place)


def just_opened(place: Place) -> Current:
    """The practice review, nothing of it checked."""
    return opened(place)


def checked(place: Place) -> Current:
    """The practice review, checked."""
    return places.checked(place)


def own_opened(place: Place) -> Current:
    """A small register of one's own, nothing of it checked."""
    return opened(place, own(drop_in(place.home / "register.xlsx")))


def deleted(place: Place) -> Current:
    """The register's file was deleted, and the notebook has noticed."""
    current = own_opened(place)
    (place.home / "register.xlsx").unlink()
    current.look()
    return current


def spoilt_facts(place: Place) -> Current:
    """The file of facts holds rubbish."""
    current = opened(place)
    (places.begun(place) / FACTS_FILE).write_bytes(b"rubbish\n{}\n\xff\xfe")
    current.look()
    return current


def without_links(place: Place) -> Current:
    """A register in which nothing can be asked, with the facts of another one beside it."""
    path = register_of(place.home / "register.xlsx", ("", "A walk in the park", "", "", ""))
    places.earlier_review(path)
    return opened(place, own(path))


STATES = (nothing, just_opened, checked, own_opened, deleted, spoilt_facts, without_links)


@pytest.mark.parametrize("state", STATES)
@each_form
def test_every_form_draws_in_every_state(
    place: Place, tmp_path: Path, form: Callable[[Current], Form], state: Callable[[Place], Current],
) -> None:
    """A sentence at least, living and still, and no fault; each id stands on the page once, and `repr` is short."""
    made = form(state(place))
    for page in (shown(made), still(made)):
        assert re.search(r"\w+ \w+.*[.)]", page.words), page.words
        assert len(page.ids) == len(set(page.ids))
        assert "script" not in page.elements
    assert repr(made).startswith("<")
    assert len(repr(made)) < 300
    assert not faulted(tmp_path)


@pytest.mark.parametrize("meanwhile", [
    lambda path: path.unlink(), lambda path: path.write_bytes(b"rubbish"), lambda path: path.write_bytes(b"")])
@each_form
def test_a_register_that_was_spoilt_unnoticed_is_no_fault(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Callable[[Current], Form],
    meanwhile: Callable[[Path], object],
) -> None:
    """Checked, and then its file is gone or is another, before any form has looked: each still draws a sentence."""
    places.cut_off(monkeypatch)
    current = opened(place, own(drop_in(place.home / "register.xlsx")))
    places.ran(current, current.begin)
    meanwhile(place.home / "register.xlsx")
    made = form(current)
    assert re.search(r"\w+ \w+.*[.)]", shown(made).words)
    made.press("look")
    assert re.search(r"\w+ \w+.*[.)]", shown(made).words)
    assert current.register is None
    assert not faulted(tmp_path)


@each_form
def test_without_a_register_every_form_shows_the_way(place: Place, form: Callable[[Current], Form]) -> None:
    """To notebook 1, or to notebook 1's own form."""
    page = shown(form(Current(place)))
    assert "1_open_register.ipynb" in page.links or "open" in page.buttons or "Choose a register above" in page.words


@each_form
def test_an_unknown_button_is_a_sentence(place: Place, form: Callable[[Current], Form]) -> None:
    """A page that is older than the kit, or somebody's prank: no exception, and the form stands."""
    made = form(checked(place))
    for name in ("no_such_button", "", "__init__", "look.x", "press_look", "é"):
        made.press(name, {"a": SAID})
        assert made.trouble.startswith("A fault in the kit itself")
    assert SAID not in made.trouble
    made.press("look")
    assert shown(made).words


@each_form
def test_what_other_notebooks_do_shows_at_once(place: Place, form: Callable[[Current], Form]) -> None:
    """The forms of one kernel share the review: when a register is opened, each is drawn anew."""
    current = Current(place)
    made = form(current)
    before = made.html
    places.begun(place)
    current.open(PRACTICE)
    assert made.html != before
    assert "No register is open" not in shown(made).words


def test_a_fault_in_a_press_is_a_sentence(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says where the note of it is; neither the page's sentence nor the note holds what was typed."""
    form = meeting(place)

    def fails(_: Views, view: View, **__: object) -> object:
        raise ZeroDivisionError(f"it fell over at {view.said}")
    monkeypatch.setattr(Views, "keep", fails)
    values = {**fields(form), "about": services(form)[0], "said": SAID}
    form.press("keep", values)
    form.press("save", values)
    note = tmp_path / "log" / faults.FAULT_FILE
    for trouble in (form.trouble, form.kept["trouble"]):
        assert str(note) in trouble
        assert SAID not in trouble
    assert "There is a problem." in shown(form).words
    assert "Traceback" not in form.html
    assert SAID not in form.html
    text = note.read_text(encoding="utf-8")
    assert text.endswith("ZeroDivisionError\n")
    assert "press_save" in text
    assert SAID not in text


def test_a_fault_in_drawing_is_a_sentence(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that cannot be drawn says so, living and still, and is drawn again once it can be."""
    form = FeedbackForm(checked(place))
    with monkeypatch.context() as broken:
        broken.setattr(FeedbackForm, "_unset", lambda _: 1 / 0)
        form.show()
        assert "A fault in the kit itself" in shown(form).words
        assert "A fault in the kit itself" in still(form).words
    assert (tmp_path / "log" / faults.FAULT_FILE).read_text(encoding="utf-8").endswith("ZeroDivisionError\n")
    form.show()
    assert "A fault in the kit itself" not in shown(form).words


def test_a_fault_that_cannot_be_noted_is_a_sentence_as_well(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder of notes cannot be made: the person is told what stopped it all the same."""
    (tmp_path / "log").write_text("a file", encoding="utf-8")
    form = RegisterForm(Current(place))
    monkeypatch.setattr(Current, "open", lambda *_: 1 / 0)
    form.press("open", {"which": "practice"})
    assert form.trouble == "A fault in the kit itself stopped this (ZeroDivisionError). Please report it."


def test_what_was_said_of_one_press_ends_with_the_next(place: Place) -> None:
    """But a page that merely comes into sight again keeps it."""
    form = RegisterForm(Current(place))
    form.press("open", {"which": "own"})
    assert "No workbook was named" in shown(form).words
    form.press("look")
    assert "No workbook was named" in shown(form).words
    form.press("open", {"which": "practice"})
    assert "No workbook was named" not in shown(form).words
    assert "services opened." in shown(form).words


# What the browser sends


def test_a_message_of_the_browser_is_answered(place: Place) -> None:
    """The page learns that its message came, and sees what came of it."""
    form = RegisterForm(Current(place))
    sent(form, "open", 7, which="practice")
    assert form.answered == 7
    assert form.current.practice
    assert "Open now: practice_register.xlsx" in shown(form).words


def test_a_file_that_is_handed_over_is_opened(place: Place, tmp_path: Path) -> None:
    """Its bytes come beside the message; a copy is kept, and the rest of the form has the same register."""
    content = drop_in(tmp_path / "mine.xlsx").read_bytes()
    form = RegisterForm(Current(place))
    sent(form, "open", files={"mine.xlsx": content}, which="own", path="")
    assert form.trouble == ""
    assert [path.read_bytes() for path in place.uploads.rglob("*.xlsx")] == [content]
    assert "Open now: mine.xlsx, with 1 service, 1 link" in shown(form).words
    sent(form, "open", files={"..\\..\\letter.xlsx": b"Dear council"}, which="own", path="")
    assert "letter.xlsx is not an Excel workbook" in form.trouble
    assert "Open now: mine.xlsx" in shown(form).words
    assert not (tmp_path / "letter.xlsx").exists()


def test_a_file_counts_more_than_a_path(place: Place, tmp_path: Path) -> None:
    """Who chooses a file while the field above still holds a path means the file."""
    first, second = drop_in(tmp_path / "first.xlsx"), drop_in(tmp_path / "second.xlsx")
    form = RegisterForm(Current(place))
    sent(form, "open", files={"second.xlsx": second.read_bytes()}, which="own", path=str(first))
    assert form.current.choice is not None
    assert Path(form.current.choice.path).read_bytes() == second.read_bytes()


def test_odd_values_of_a_message_are_taken_as_text(place: Place) -> None:
    """A number, a list or nothing where words should be: a sentence at most."""
    form = FeedbackForm(checked(place))
    sent(form, "begin", held_on=5, forum=["a"])
    assert "is not a day that we can read" in form.trouble
    sent(form, "keep", 2, draft=7, edit=[2], session=None)
    assert "No session is under way" in form.kept["trouble"] or "session" in form.kept["trouble"]
    sent(form, "save", 3)
    assert "No session is under way" in form.trouble
    assert form.answered == 3
