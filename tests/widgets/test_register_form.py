"""Notebook 1: a register is chosen and opened, and its contents are shown."""

from pathlib import Path

import pytest

from review_kit.place import Place
from review_kit.widgets.contents import RegisterContents
from review_kit.widgets.current import Current
from review_kit.widgets.register import RegisterForm

from . import places
from .pages import shown
from .places import drop_in, opened, own, register_of


def faulted(folder: Path) -> bool:
    """Whether the kit had a fault of its own."""
    return (folder / "log").exists()


def test_the_register_form_offers_three_registers(place: Place) -> None:
    """One that is not there cannot be chosen, and says why."""
    form = RegisterForm(Current(place))
    assert form.html.count('type="radio"') == 3
    assert "There is no offer_register.xlsx in" in shown(form).words
    drop_in(place.shipped)
    form.press("look")
    assert "There is no offer_register.xlsx" not in shown(form).words
    form.press("open", {"which": "shipped"})
    assert "1 service opened." in form.done


@pytest.mark.parametrize("around", ["{}", '"{}"', "  {} "])
def test_a_path_may_be_typed_as_windows_copies_it(place: Place, tmp_path: Path, around: str) -> None:
    """With quotation marks or spaces round it."""
    path = drop_in(tmp_path / "my register.xlsx")
    form = RegisterForm(Current(place))
    form.press("open", {"which": "own", "path": around.format(path)})
    assert form.trouble == ""
    assert form.current.choice == own(path)


def test_a_path_that_leads_nowhere_leaves_the_open_register(place: Place, tmp_path: Path) -> None:
    """The sentence names the path, and what is open still says so."""
    form = RegisterForm(opened(place))
    for path in (tmp_path / "none.xlsx", tmp_path, "no\0name.xlsx"):
        form.press("open", {"which": "own", "path": str(path)})
        assert "There is a problem." in shown(form).words
        assert "Open now: practice_register.xlsx" in shown(form).words
    assert not faulted(tmp_path)


def test_practice_only_offers_no_real_register(place: Place, tmp_path: Path) -> None:
    """Not even by a message that the page would not send: the practice review stays open."""
    form = RegisterForm(Current(Place(place.home, place.state, practice_only=True)))
    assert form.html.count("disabled") == 2
    assert "path" not in shown(form).fields
    form.press("open", {"which": "own", "path": str(drop_in(tmp_path / "register.xlsx"))})
    assert form.current.practice
    assert form.current.register is not None
    assert form.current.register.path == str(place.practice / "practice_register.xlsx")


def test_practising_again_is_offered_once_it_was_begun(place: Place) -> None:
    """And the button throws the practice review away."""
    form = RegisterForm(opened(place))
    assert "ask_practise_again" not in shown(form).buttons
    places.begun(place)
    form.press("look")
    form.press("ask_practise_again")
    assert {"practise_again", "keep_practice"} <= set(shown(form).buttons)
    form.press("keep_practice")
    assert form.current.review is not None
    form.press("ask_practise_again")
    form.press("practise_again")
    assert form.trouble == ""
    assert "ask_practise_again" not in shown(form).buttons
    assert form.current.review is None


def test_the_contents_count_the_register(place: Place) -> None:
    """Section by section, and the sums are the register's own; each service is listed with its row."""
    current = opened(place)
    form = RegisterContents(current)
    register = current.register
    assert register is not None
    sections = form.parts()["sections"]
    assert isinstance(sections, tuple)
    assert [sum(getattr(section, of) for section in sections) for of in ("services", "links", "contacts")] == [
        len(register.services), len(register.links), len(register.contacts)]
    for service in register.services:
        assert f">{service.cell.row}</td>" in form.html


def test_a_long_register_is_not_listed_whole(place: Place) -> None:
    """A hundred services, and a sentence about the others."""
    rows = [("Feeling well", f"Service number {number}", "Somebody", "Daily", "Good") for number in range(103)]
    form = RegisterContents(opened(place, own(register_of(place.home / "register.xlsx", *rows))))
    assert "The other 3 services are read as well" in shown(form).words
    assert "Service number 99" in form.html
    assert "Service number 100" not in form.html
    assert "103 services have no link" in shown(form).words
