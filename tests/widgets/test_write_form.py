"""Notebook 5: what will change is what is written, and where it is."""

import os
from pathlib import Path

import pytest

from review_kit import steps
from review_kit.disk import FACTS_FILE
from review_kit.place import Place
from review_kit.reports import all_reports
from review_kit.widgets.changes import PlannedChanges
from review_kit.widgets.current import Current
from review_kit.widgets.write import WriteForm

from . import places
from .pages import shown, still, write_form
from .places import drop_in, opened, own


def test_the_planned_changes_are_what_is_written(place: Place, tmp_path: Path) -> None:
    """Cell for cell; and to look at them writes nothing."""
    current = places.checked(place)
    form = PlannedChanges(current)
    assert current.review is not None
    plan = steps.plan(current.review)
    assert f"{len(plan.changes)} changes will be made" in shown(form).words
    for change in plan.changes:
        assert f">{change.cell}</th>" in form.html
        assert change.new in form.html
    assert current.folder is not None
    assert [path.name for path in current.folder.iterdir()] == [FACTS_FILE]
    assert repr(form) == f"<Planned changes: {len(plan.changes)} cells>"


def test_writing_leaves_every_report_and_the_register(place: Place) -> None:
    """In the review's folder, and the page says where each is; the register itself is left as it was."""
    current = places.checked(place)
    assert current.register is not None
    before = Path(current.register.path).read_bytes()
    form = write_form(current)
    assert "open_report" not in shown(form).buttons
    form.press("write", {"in_place": "no"})
    assert form.trouble == ""
    assert "The report and the register are written" in shown(form).words
    assert current.folder is not None
    wanted = {report.file_name for report in all_reports()} | {"offer_register.xlsx", FACTS_FILE}
    assert {path.name for path in current.folder.iterdir()} == wanted
    assert str(current.folder / "review.html") in form.html
    assert Path(current.register.path).read_bytes() == before
    assert "offer_register.xlsx" not in still(form).text


def test_writing_in_place_keeps_a_copy(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's own file is the updated one, its copy as it was stands beside it, and it is read anew."""
    places.cut_off(monkeypatch)
    path = drop_in(place.home / "register.xlsx")
    before = path.read_bytes()
    current = opened(place, own(path))
    places.ran(current, current.begin)
    form, planned = write_form(current), PlannedChanges(current)
    form.press("write", {"in_place": "yes"})
    assert form.trouble == ""
    backup, = path.parent.glob("register (before review *).xlsx")
    assert backup.read_bytes() == before
    assert str(backup) in form.html
    assert path.read_bytes() != before
    assert current.register is not None
    assert "Service ID" in current.register.columns
    assert "No cell of the register will change" in shown(planned).words
    form.press("write", {"in_place": "yes"})
    assert form.trouble == ""


def test_a_register_that_changed_meanwhile_is_not_written_over(
    place: Place, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody saved it a moment ago: one sentence, their words stand, and the next press writes from them."""
    places.cut_off(monkeypatch)
    path = drop_in(place.home / "register.xlsx")
    current = opened(place, own(path))
    places.ran(current, current.begin)
    form = write_form(current)
    drop_in(path, name="Another name")
    changed = path.read_bytes()
    form.press("write", {"in_place": "yes"})
    assert "Nothing was written" in shown(form).words
    assert form.done == ""
    assert path.read_bytes() == changed
    assert current.folder is not None
    assert [written.name for written in current.folder.iterdir()] == [FACTS_FILE]
    form.press("write")
    assert form.trouble == ""
    assert b"Another name" in (current.folder / "links.csv").read_bytes()


def test_a_file_that_was_only_saved_again_stops_nothing(place: Place) -> None:
    """A newer day on the file and the same in it: what will be written is what was shown."""
    current = places.checked(place)
    form = write_form(current)
    planned = current.plan
    assert planned is not None
    assert current.folder is not None
    facts = current.folder / FACTS_FILE
    os.utime(facts, ns=(0, facts.stat().st_mtime_ns + 10**9))
    form.press("write", {"in_place": "no"})
    assert form.trouble == ""
    assert current.plan is not planned
    assert current.plan == planned


def test_an_uploaded_copy_is_never_offered_to_be_replaced(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The person's own file is out of reach, so the question would promise what cannot be done."""
    places.cut_off(monkeypatch)
    current = Current(place)
    current.open_upload("mine.xlsx", drop_in(tmp_path / "mine.xlsx").read_bytes())
    places.ran(current, current.begin)
    assert "in_place" not in shown(write_form(current)).fields
    current.open(own(tmp_path / "mine.xlsx"))
    places.ran(current, current.begin)
    assert "in_place" in shown(write_form(current)).fields


def test_what_was_written_is_opened(place: Place) -> None:
    """The report and its folder, as addresses of files; where nothing can open them, the page says where they are."""
    asked: list[str] = []

    def open_with(address: str) -> bool:
        asked.append(address)
        return True
    form = WriteForm(places.checked(place), open_with=open_with)
    form.press("write")
    form.press("open_report")
    form.press("open_folder")
    assert form.current.folder is not None
    assert asked == [(form.current.folder / "review.html").as_uri(), form.current.folder.as_uri()]
    assert form.trouble == ""
    form._open_with = lambda _: False
    form.press("open_report")
    assert str(form.current.folder / "review.html") in form.trouble


def test_nothing_is_written_before_anything_was_checked(place: Place) -> None:
    """A message that the page would not send: one sentence, and no file."""
    form = write_form(opened(place))
    form.press("write")
    assert "check the links first" in form.trouble
    form.press("open_report")
    assert form.trouble.startswith("It could not be opened")
    assert not (place.practice / "link_reports").exists()
