"""Notebook 3 with a team's database: two facilitators at one meeting, and a server that is gone for a while."""

import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from review_kit.place import Place
from review_kit.store import links
from review_kit.widgets.feedback import FeedbackForm

from ..store.conftest import server  # noqa: F401, TID252 - the same throw-away server
from ..store.postgres import Server  # noqa: TID252
from .meeting import SAID, begin, drafts, fields, finished, services, typed
from .pages import shown
from .places import drop_in, opened, own


@pytest.fixture
def forms(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[FeedbackForm]]:  # noqa: F811
    """Two facilitators on computers of their own, with one register and one database; the first has begun a session."""
    monkeypatch.setenv("REVIEW_KIT_STORE", server.emptied())
    book = openpyxl.load_workbook(drop_in(tmp_path / "mine.xlsx"))
    sheet = book.create_sheet("Settings")
    for who in ("children", "adults"):
        sheet.append([f"Safeguarding contact, {who}", "Front door, 03069 990198"])
    book.save(tmp_path / "mine.xlsx")
    places = [Place(tmp_path, tmp_path / name) for name in ("one", "two")]
    made = [FeedbackForm(opened(place, own(tmp_path / "mine.xlsx"))) for place in places]
    session = begin(made[0], held_on=made[0].current.today.isoformat(), answer_by="1/1/2099")
    made[1].press(f"open:{session.id}")
    yield made
    links.let_go()


def test_two_facilitators_write_in_one_session(forms: list[FeedbackForm]) -> None:
    """Each has a view of their own in the form; both see what was finished, and each other's unfinished views."""
    one, two = forms
    assert fields(one)["draft"] != fields(two)["draft"]
    typed(one, said="the heron", about=services(one)[0])
    typed(two, said="the otter", about=services(two)[0])
    two.press("save", {**fields(two), "said": "the otter", "about": services(two)[0]})
    one.press("look")
    assert "the otter" in shown(one).words
    assert fields(one)["draft"] == one.kept["draft"]
    assert (drafts(one), finished(one)) == (["the heron"], ["the otter"])


def test_a_disclosure_leaves_the_database(forms: list[FeedbackForm]) -> None:
    """Set apart on one computer it is in no list of the other, who goes on writing; erased, it is nowhere."""
    one, two = forms
    typed(one, said=SAID)
    typed(two, said="the otter")
    one.press("stop")
    two.press("look")
    assert SAID not in two.html
    assert fields(two)["draft"] == two.kept["draft"]
    assert "1 view was set apart with Stop" in shown(two).words
    two.press("keep", {**fields(two), "said": "the otter and more", "edit": "2"})
    assert drafts(two) == ["the otter and more"]
    one.press("erase")
    one.press("followed")
    assert (drafts(one), finished(one)) == (["the otter and more"], [])
    assert one.current.store.views.stopped() == ()
    two.press("look")
    assert "set apart" not in shown(two).words


def test_a_server_that_is_gone_for_a_while_loses_nothing(
        forms: list[FeedbackForm], server: Server, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """Not saved meanwhile, with the words in the form, and Stop says whom to call; saved once it is back."""
    one, _ = forms
    typed(one, said="the heron")
    links.let_go()
    monkeypatch.setitem(links.USUAL, "connect_timeout", 2)
    server.process.send_signal(signal.SIGSTOP)
    try:
        values = typed(one, 2, said=SAID)
        assert one.kept["trouble"]
        assert SAID not in str(one.kept)
        one.press("look")
        assert "Views cannot be shown now" in shown(one).words
        assert fields(one)["draft"] == values["draft"]
        one.press("stop")
        assert "03069 990198" in shown(one).words
        assert "cannot be set apart, shown or erased now" in shown(one).words
    finally:
        server.process.send_signal(signal.SIGCONT)
    one.press("keep", values)
    assert one.kept["trouble"] == ""
    assert [view.said for view in one.current.store.views.stopped()] == [SAID]
    one.press("go_on")
    assert drafts(one) == [SAID]
    view, = one.current.store.views.drafts(values["session"])
    assert view == replace(view, stopped=False)
