"""Notebook 3, Stop: whom to call stands there at once, and what was typed leaves the kit without a trace."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from review_kit.errors import StoreError
from review_kit.place import Place
from review_kit.store.file import StoreFile
from review_kit.widgets.current import Current
from review_kit.widgets.feedback import FeedbackForm

from .meeting import (
    SAID,
    begin,
    busy,
    drafts,
    fields,
    finished,
    holding,
    meeting,
    said,
    services,
    spoilt,
    told,
    typed,
)
from .pages import Page, shown, still
from .places import drop_in, opened, own


def again(form: FeedbackForm) -> FeedbackForm:
    """The same in a new kernel: nothing is known but what is on the disk."""
    return FeedbackForm(Current(form.current.place))


def stopped(form: FeedbackForm) -> list[str]:
    """What is set apart."""
    return sorted(view.said for view in form.current.store.views.stopped())


def advised(form: FeedbackForm) -> bool:
    """Whether the page says what to do now; on every other page the same words stand ready and are not seen."""
    found = re.search(r'<div class="stopped" data-part="stop"( hidden)?>', form.html)
    assert found, "what to do is not on the page"
    return not found[1]


def followed(form: FeedbackForm) -> list[tuple[object, ...]]:
    """What the store holds of procedures that were followed: every column."""
    with closing(sqlite3.connect(form.current.store.path)) as database:
        return database.execute("SELECT * FROM followed").fetchall()


@pytest.fixture
def form(place: Place) -> FeedbackForm:
    """A meeting, and somebody has begun to tell."""
    form = meeting(place)
    typed(form, said=SAID, about=services(form)[0])
    return form


def test_stop_is_on_every_page_and_what_to_do_stands_ready(place: Place) -> None:
    """Before a session, on the slips, beside a view, in a correction, where a code is typed."""
    form = FeedbackForm(opened(place))
    for press in ("look", "withdraw_page", "back"):
        form.press(press)
        assert ("stop" in shown(form).buttons, advised(form)) == (True, False)
    begin(form)
    kept = said(form)
    for press in ("slips", "change", "withdraw_page", "back", f"correct:{kept.id}", f"ask_remove:{kept.id}", "end"):
        form.press(press)
        assert ("stop" in shown(form).buttons, advised(form)) == (True, False)


@pytest.mark.parametrize("page", ["look", "slips", "change", "withdraw_page", "leave", "end"])
def test_stop_says_what_to_do_from_every_page(form: FeedbackForm, page: str) -> None:
    """999, whom to ring by where the person lives, the words to use, and where it is to be written down."""
    form.press(page)
    form.press("stop")
    assert advised(form)
    words = shown(form).words
    for part in ("Ring 999", "Under 18: Kestrelshire children's front door, 03069 990198",
                 "18 or over: Kestrelshire adults' front door, 03069 990199", "If they live in another council's area",
                 "Thank you for telling me", "your council's own safeguarding record. Not here"):  # fmt: skip
        assert part in words
    assert "autosave" not in form.html
    assert re.search(r"<h2[^>]* data-focus>Stop", form.html)


def test_without_contacts_it_says_whom_to_ring_all_the_same(place: Place, tmp_path: Path) -> None:
    """A register that names nobody has the council of where they live."""
    form = FeedbackForm(opened(place, own(drop_in(tmp_path / "mine.xlsx"))))
    form.press("stop")
    assert "ring the children's services of the council where they live" in shown(form).words
    assert "ring the adults' services of the council where they live" in shown(form).words


def test_what_is_being_typed_is_set_apart_at_once(form: FeedbackForm) -> None:
    """No list, export or report holds it, and the page does not show it before somebody asks."""
    form.press("stop")
    assert stopped(form) == [SAID]
    assert (drafts(form), finished(form)) == ([], [])
    assert SAID not in str(form.current.store.exchange.everything())
    assert SAID not in form.html
    form.press("show")
    assert f"<blockquote>{SAID}</blockquote>" in form.html
    assert re.search(r'data-part="words-\w+" tabindex="-1" data-focus', form.html)
    assert SAID not in str(form._repr_mimebundle_()) + repr(form)


def test_it_stays_set_apart_in_a_new_kernel(form: FeedbackForm) -> None:
    """The page that says Stop stands there again, does not show the words, and shows them when asked."""
    form.press("stop")
    form.press("show")
    after = again(form)
    assert advised(after)
    assert SAID not in after.html
    after.press("show")
    assert SAID in after.html
    assert SAID not in str(still(after).text)


def test_a_second_window_stops_too(form: FeedbackForm) -> None:
    """It shows the view no longer, and what is typed in it after all is set apart as well."""
    two = FeedbackForm(form.current)
    values = fields(two)
    form.press("stop")
    assert advised(two)
    assert SAID not in two.html
    two.press("keep", {**values, "said": f"{SAID} and more", "edit": "2"})
    assert (drafts(form), finished(form)) == ([], [])
    assert stopped(form) == [SAID, f"{SAID} and more"]


def test_erased_it_is_in_no_file(form: FeedbackForm, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """No byte of it below the kit's folder; the page forgets it, and a late sending does not bring it back."""
    values = typed(form, 2, said=SAID * 40)
    form.press("stop")
    form.press("show")
    assert holding(place, SAID)
    messages = told(monkeypatch)
    form.press("erase")
    assert form.trouble == ""
    assert "What was typed is erased." in form.done
    assert {"forget": values["draft"]} in messages
    assert holding(place, SAID) == []
    assert SAID not in form.html
    form.press("keep", values)
    assert holding(place, SAID) == []
    assert advised(form)
    form.press("followed")
    assert not advised(form)
    assert fields(form)["draft"] != values["draft"]
    typed(form, said="the otter")
    assert (form.kept["trouble"], drafts(form)) == ("", ["the otter"])


def test_erased_unseen_it_is_gone_as_well(form: FeedbackForm, place: Place) -> None:
    """In another kernel than the one in which it was typed."""
    form.press("stop")
    after = again(form)
    after.press("erase")
    assert SAID not in after.html
    assert holding(place, SAID) == []
    assert advised(after)
    after.press("followed")
    assert len(followed(after)) == 1
    assert not advised(after)


def test_that_it_was_followed_is_kept_with_the_minute_and_nothing_else(form: FeedbackForm) -> None:
    """Not before what was typed is erased."""
    form.press("stop")
    form.press("followed")
    assert "erase it" in form.trouble
    assert (followed(form), advised(form)) == ([], True)
    form.press("erase")
    form.press("followed")
    (number, at), = followed(form)
    assert number == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", str(at))
    assert form.done == "Kept: the safeguarding procedure was followed. Nothing else of it is kept."
    assert not advised(form)


def test_before_a_session_it_can_be_followed_too(place: Place) -> None:
    """Somebody speaks before the meeting has begun."""
    form = FeedbackForm(opened(place))
    form.press("stop")
    assert "show" not in shown(form).buttons
    form.press("followed")
    assert len(followed(form)) == 1


def test_pressed_by_mistake_all_is_as_it_was(form: FeedbackForm) -> None:
    """The words stand in the form again, a saved view that was set apart is in the list again, and nothing is kept."""
    kept = said(form, "the otter")
    draft = typed(form, said=SAID)["draft"]
    form.press("stop")
    form.press("take", {"view": kept.id})
    assert stopped(form) == [SAID, "the otter"]
    form.press("go_on")
    assert not advised(form)
    assert fields(form)["draft"] == draft
    assert fields(form)["said"] == SAID
    assert (drafts(form), finished(form), stopped(form), followed(form)) == ([SAID], ["the otter"], [], [])
    typed(form, 9, said="on it goes")
    assert drafts(form) == ["on it goes"]


def test_by_mistake_and_a_new_kernel_all_is_as_it_was(form: FeedbackForm) -> None:
    """The kernel ended while the page said Stop."""
    form.press("stop")
    after = again(form)
    after.press("go_on")
    assert fields(after)["said"] == SAID
    assert (drafts(after), stopped(after)) == ([SAID], [])


def test_a_saved_view_is_set_apart_and_erased_as_well(form: FeedbackForm, place: Place) -> None:
    """It was finished before anybody understood what it says; it is chosen by its first words."""
    kept = said(form, f"{SAID} first")
    form.press("leave")
    form.press("stop")
    assert "What was typed here" not in shown(form).words
    form.press("take", {"view": ""})
    assert "Choose the view" in form.trouble
    form.press("take", {"view": kept.id})
    assert stopped(form) == [f"{SAID} first"]
    form.press("followed")
    assert "erase it" in form.trouble
    form.press("erase")
    assert holding(place, SAID) == []


def test_words_that_come_after_the_press_are_set_apart(form: FeedbackForm) -> None:
    """The last of what was typed was still on its way; the page then offers to show and erase it."""
    values = fields(form)
    form.press("leave")
    late = fields(form)["draft"]
    form.press("stop")
    assert "show" not in shown(form).buttons
    form.press("keep", {**values, "draft": late, "said": f"{SAID} late", "edit": "5"})
    assert stopped(form) == [f"{SAID} late"]
    assert "show" in shown(form).buttons


def test_another_sessions_words_are_not_shown_here(form: FeedbackForm) -> None:
    """What was set apart in one session waits there; in the next, views are written down as ever."""
    store = form.current.store
    view, = (view for session in store.sessions.all() for view in store.views.drafts(session.id))
    form.press("end")
    begin(form, forum="Another forum")
    store.views.keep(replace(view, stopped=True))
    form.press("look")
    assert (advised(form), "see_to" in shown(form).buttons) == (False, False)
    form.press(f"open:{view.session}")
    assert "1 view was set apart with Stop, in another window or on another computer." in shown(form).words
    assert SAID not in form.html
    form.press("see_to")
    assert advised(form)
    form.press("show")
    assert SAID in form.html
    form.press("erase")
    form.press("followed")
    assert "set apart" not in shown(form).words


def test_a_note_that_is_lost_leaves_nothing_unseen(form: FeedbackForm, place: Place) -> None:
    """What is set apart is known by a file; where that cannot be read, the session's page tells of it."""
    form.press("stop")
    (place.practice / "set_apart.json").write_bytes(b"{")
    after = again(form)
    assert not advised(after)
    assert "see_to" in shown(after).buttons
    after.press("see_to")
    after.press("erase")
    assert holding(place, SAID) == []


@pytest.mark.parametrize("trouble", [busy, spoilt])
@pytest.mark.parametrize("new", [False, True])
def test_stop_works_while_the_store_cannot_be_read(
        form: FeedbackForm, place: Place, monkeypatch: pytest.MonkeyPatch,
        trouble: Callable[..., Callable[[], None]], new: bool) -> None:
    """What to do stands there; the procedure cannot be called followed before the words are set apart and erased."""
    end = trouble(form, monkeypatch)
    after = again(form) if new else form
    after.press("stop")
    assert advised(after)
    words = shown(after).words
    assert "03069 990198" in words
    assert "cannot be set apart, shown or erased now" in words
    assert words.index("Ring 999") < words.index("There is a problem")
    for press in ("followed", "erase", "show", "look", "go_on", "stop"):
        after.press(press)
        assert ("There is a problem" in shown(after).words, advised(after)) == (True, True)
    end()
    after.press("stop")
    after.press("again")
    assert stopped(after) == [SAID]
    after.press("followed")
    assert "erase it" in after.trouble
    after.press("erase")
    assert holding(place, SAID) == []


def test_words_whose_traces_cannot_be_cleared_now_leave_the_page_all_the_same(
        form: FeedbackForm, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says that they are not gone for good yet, and shows them nowhere."""
    form.press("stop")
    form.press("show")

    def fails(_: StoreFile) -> None:
        raise StoreError("could not be cleared of its traces")
    monkeypatch.setattr(StoreFile, "scour", fails)
    form.press("erase")
    assert "could not be cleared of its traces" in form.trouble
    assert SAID not in form.html
    form.press("followed")
    assert fields(form)["said"] == ""
    typed(form, said="the otter")
    assert (form.kept["trouble"], drafts(form)) == ("", ["the otter"])


def test_hostile_contacts_and_words_do_nothing_on_the_page(place: Place, tmp_path: Path) -> None:
    """What the register or somebody at the meeting wrote is text."""
    book = openpyxl.load_workbook(drop_in(tmp_path / "mine.xlsx"))
    sheet = book.create_sheet("Settings")
    for who in ("children", "adults"):
        sheet.append([f"Safeguarding contact, {who}", '"><script>alert(1)</script>'])
    book.save(tmp_path / "mine.xlsx")
    form = FeedbackForm(opened(place, own(tmp_path / "mine.xlsx")))
    begin(form, held_on=form.current.today.isoformat(), answer_by="1/1/2099", forum="<img src=x onerror=alert(2)>")
    typed(form, said="</textarea><script>alert(3)</script>", about="missing:")
    for press in ("look", "stop", "show"):
        form.press(press)
        page = Page(form.html)
        assert not {"script", "img"} & page.elements
        assert page.handlers == set()
    assert "</textarea><script>alert(3)</script>" in Page(form.html).text
