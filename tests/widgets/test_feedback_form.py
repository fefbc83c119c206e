"""Notebook 3: a session is begun, views are kept as they are typed, corrected and taken back, and none is lost."""

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from review_kit.model import Consent, Helped, Present, Session
from review_kit.place import Place
from review_kit.store import Store
from review_kit.store.codes import digest_of
from review_kit.widgets.at_session import FILE, AtSession, read_at
from review_kit.widgets.choice import Choice, Which
from review_kit.widgets.current import Current
from review_kit.widgets.feedback import FeedbackForm
from review_kit.widgets.form import Form
from review_kit.widgets.hear_session import FIELDS

from . import places
from .meeting import (
    BEGUN,
    SAID,
    Fields,
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
from .pages import ALL_FORMS, shown, still, write_form
from .places import PRACTICE, drop_in, opened, own


def again(form: FeedbackForm) -> FeedbackForm:
    """The same in a new kernel: nothing is known but what is on the disk."""
    FeedbackForm._codes.clear()
    return FeedbackForm(Current(form.current.place))


def with_contacts(path: Path, *labels: str) -> Choice:
    """A register of one's own whose settings name these contacts."""
    book = openpyxl.load_workbook(drop_in(path))
    sheet = book.create_sheet("Settings")
    sheet.append(["Setting", "Value"])
    for label in labels:
        sheet.append([label, "Front door, 03069 990198"])
    book.save(path)
    return own(path)


# The session first


@pytest.mark.parametrize(("set_up", "missing"), [
    ((), "children"), (("Safeguarding contact, children",), "adults"), (("Safeguarding contact, adults",), "children"),
])
def test_no_session_begins_without_both_safeguarding_contacts(
        place: Place, tmp_path: Path, set_up: tuple[str, ...], missing: str) -> None:
    """The page says which is missing and where it belongs; there is no form to fill in, and a press does nothing."""
    form = FeedbackForm(opened(place, with_contacts(tmp_path / "mine.xlsx", *set_up)))
    page = shown(form)
    assert f"names no safeguarding contact for {missing}" in page.words
    assert f"“Safeguarding contact, {missing}”" in page.words
    assert "held_on" not in page.fields
    form.press("begin", {**BEGUN, "held_on": form.current.today.isoformat(), "answer_by": "1/1/2099"})
    assert "names no safeguarding contact" in form.trouble
    assert form.current.store.sessions.all() == ()


def test_with_both_contacts_a_session_begins(place: Place, tmp_path: Path) -> None:
    """All that was typed is kept, the code as a digest, and the slips come first."""
    form = FeedbackForm(opened(place, with_contacts(
        tmp_path / "mine.xlsx", "Safeguarding contact, children", "Safeguarding contact, adults")))
    today = form.current.today
    form.press("begin", {**fields(form, "session-begin"), **BEGUN, "held_on": "", "answer_by": "1/1/2099"})
    assert "write the day on which you meet" in form.trouble
    form.press("begin", {**BEGUN, **fields(form, "session-begin"), **{name: BEGUN[name] for name in BEGUN
                         if name not in {"held_on", "answer_by"}}, "answer_by": "1/1/2099"})
    assert form.trouble == ""
    kept, = form.current.store.sessions.all()
    assert kept == Session(kept.id, today.isoformat(), "Care Experienced Forum", "participation worker", Present.SOME,
                           "read out at the start", "Corporate Parenting Board", "2099-01-01", kept.code, "", kept.edit)
    assert len(kept.code) == 64
    assert "Slips to hand out" in shown(form).words


@pytest.mark.parametrize("field", ["held_on", "forum", "role", "present", "consent", "audience", "answer_by"])
def test_a_session_needs_every_field(place: Place, field: str) -> None:
    """A sentence says which is missing; nothing is kept."""
    form = FeedbackForm(opened(place))
    for blank in ("", "  \u00a0 "):
        form.press("begin", {**BEGUN, field: blank})
        assert form.trouble.startswith("Nothing was kept: ")
        assert form.current.store.sessions.all() == ()
        assert holding(place, BEGUN["consent"]) == []


def test_begun_twice_it_is_one_session(place: Place) -> None:
    """A kit that was busy answers both presses of a tired hand."""
    form = FeedbackForm(opened(place))
    values = {**fields(form, "session-begin"), **BEGUN}
    form.press("begin", values)
    form.press("begin", values)
    session, = form.current.store.sessions.all()
    assert len(form.current.store.sessions.slips(session.id)) == 10


def test_the_next_session_does_not_begin_with_the_words_of_the_last(
        place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is told to empty the fields, and each session's correction has fields of its own."""
    form = FeedbackForm(opened(place))
    messages = told(monkeypatch)
    begin(form)
    assert {"clear": list(FIELDS)} in messages
    one = form.html
    form.press("change")
    before = {key for key in form.html.split('"') if key.endswith(" audience")}
    form.press("changed", {**fields(form, "session-changed"), "audience": "The board of 2025"})
    assert messages[-1] == {"clear": list(FIELDS)}
    form.press("end")
    begin(form, forum="Another forum")
    form.press("change")
    assert fields(form, "session-changed")["audience"] == BEGUN["audience"]
    assert before.isdisjoint(form.html.split('"'))
    assert one != form.html


@pytest.mark.parametrize("role", ["Kayleigh", "Sam, participation worker", "participation worker Jo", "J. Smith",
                                  "07700 900123"])  # fmt: skip
def test_a_role_that_names_somebody_is_refused(place: Place, role: str) -> None:
    """The sentence says what looks like a name, and how to write it."""
    form = FeedbackForm(opened(place))
    form.press("begin", {**BEGUN, "role": role})
    assert "in your role may be a " in form.trouble
    assert "in small letters" in form.trouble
    assert form.current.store.sessions.all() == ()


def test_a_session_can_be_corrected_and_keeps_its_code(place: Place) -> None:
    """Its fields stand there as they were kept; slips that were handed out go on working."""
    form = meeting(place)
    before, = form.current.store.sessions.all()
    form.press("change")
    assert fields(form, "session-changed") == {
        **BEGUN, "held_on": "02/03/2026", "answer_by": "02/04/2026"}
    form.press("changed", {**fields(form, "session-changed"), "present": "1 to 5", "role": "Kayleigh"})
    assert "may be a name" in form.trouble
    form.press("changed", {**fields(form, "session-changed"), "present": "1 to 5"})
    after, = form.current.store.sessions.all()
    assert (after.id, after.code, after.present) == (before.id, before.code, Present.FEW)
    assert form.done == "The session was corrected."


def test_an_earlier_session_can_be_gone_on_with(place: Place) -> None:
    """It is listed with the number of its views; opened, it is no longer ended."""
    form = meeting(place)
    said(form)
    form.press("end")
    page = shown(form)
    assert "Care Experienced Forum, 2 March 2026 · 1 view · ended" in page.words
    assert SAID not in page.words
    press, = (button for button in page.buttons if button.startswith("open:"))
    form.press(press)
    assert SAID in shown(form).words
    assert form.current.store.sessions.all()[0].closed_on == ""
    form.press("open:nothing")
    assert "not there any more" in form.trouble


def test_odd_months_in_the_settings_do_not_take_the_page_away(place: Place, tmp_path: Path) -> None:
    """Views kept for 900 months: the session can begin all the same."""
    mine = with_contacts(tmp_path / "mine.xlsx", "Safeguarding contact, children", "Safeguarding contact, adults")
    book = openpyxl.load_workbook(mine.path)
    book["Settings"].append(["Keep views for months", 900])
    book.save(mine.path)
    assert "Begin a session" in shown(FeedbackForm(opened(place, mine))).words


# One view


def test_a_view_is_kept_as_it_is_typed(place: Place) -> None:
    """Half of it is on the disk at once, with whatever was ticked; the page is told which sending was kept."""
    form = meeting(place)
    values = typed(form, 7, about=services(form)[2], helped="It helped a bit", said="Nobody told u", better="A sign",
                   delivery="By text", consent="quoted without a name", slip="3", **{"barrier:too_far": "yes"})
    assert form.kept == {"draft": values["draft"], "edit": 7, "trouble": "", "apart": ""}
    session, = form.current.store.sessions.all()
    kept, = form.current.store.views.drafts(session.id)
    assert (kept.said, kept.better, kept.delivery, kept.helped, kept.consent) == (
        "Nobody told u", "A sign", "By text", Helped.PARTLY, Consent.QUOTE)
    assert kept.code == form.current.store.sessions.slips(session.id)[3]
    assert kept.recorded_on == "2026-03-02"
    assert form.current.store.views.all() == ()


def test_nothing_is_kept_of_an_empty_view(place: Place) -> None:
    """A service that was chosen and nothing said of it is no view."""
    form = meeting(place)
    typed(form, about=services(form)[0], consent="quoted without a name")
    assert (form.kept["trouble"], drafts(form), finished(form)) == ("", [], [])


def test_a_view_in_the_form_is_there_again_in_a_new_kernel(place: Place) -> None:
    """Every field stands as it was kept, and the same view goes on."""
    form = meeting(place)
    values = typed(form, about=services(form)[2], helped="Still waiting", said=SAID, better="B & C", delivery="D",
                   consent="quoted without a name", slip="3", **{"barrier:too_far": "yes"})
    after = again(form)
    assert fields(after) == {name: value for name, value in values.items() if name != "edit"}
    typed(after, said=f"{SAID} at all")
    assert drafts(after) == [f"{SAID} at all"]


@pytest.mark.parametrize("page", ["slips", "change", "withdraw_page"])
def test_a_look_at_another_page_leaves_the_words_in_the_form(place: Place, page: str) -> None:
    """The words were kept; when the form comes back they stand in it, and what is typed next is added to them."""
    form = meeting(place)
    typed(form, said=SAID, about=services(form)[1])
    form.press(page)
    assert not Fields(form.html, "autosave").found
    form.press("back")
    assert fields(form)["said"] == SAID
    assert fields(form)["about"] == services(form)[1]


def test_a_view_is_finished_and_the_next_is_about_the_same(place: Place) -> None:
    """The form is empty but for the service; “Saved” names it."""
    form = meeting(place)
    first = fields(form)["draft"]
    kept = said(form)
    assert (kept.id, kept.draft, kept.said) == (first, False, SAID)
    assert form.done == f"Saved: a view about “{kept.title}”."
    assert f"<blockquote>{SAID}</blockquote>" in form.html
    new = fields(form)
    assert new["draft"] != first
    assert (new["about"], new["said"], new["slip"], new.get("helped")) == (services(form)[0], "", "group", None)


@pytest.mark.parametrize(("values", "words"), [
    ({"about": "", "said": SAID}, "choose what it is about first"),
    ({"about": "service:no such", "said": SAID}, "choose what it is about first"),
    ({"said": " \n\t\u00a0 "}, "tick whether it helped, or write what was said"),
    ({"said": "x" * 4001}, "one box has 4,001 characters"), ({"better": "x" * 4001}, "one box has 4,001 characters"),
    ({"delivery": "x" * 4001}, "one box has 4,001 characters"),
])
def test_half_a_view_is_not_finished_and_not_lost(place: Place, values: dict[str, str], words: str) -> None:
    """A sentence says what is missing; what was typed is kept, stays in its box, and is no view yet."""
    form = meeting(place)
    sent = typed(form, **{"about": services(form)[0], **values})
    form.press("save", sent)
    assert words in form.trouble
    assert (form.done, finished(form)) == ("", [])
    assert drafts(form) == [one for one in [values.get("said", "").strip()] if one or "better" in values
                            or "delivery" in values]
    assert fields(form)["draft"] == sent["draft"]


def test_what_was_missing_is_not_asked_for_any_more_once_it_is_there(place: Place) -> None:
    """The sentence goes, or says what is missing still, while somebody types; it stays for as long as it is true."""
    form = meeting(place)
    form.press("save", {**fields(form), "about": ""})
    assert "choose what it is about first" in shown(form).words
    typed(form, said="")
    assert "choose what it is about first" in shown(form).words
    typed(form, 2, about=services(form)[0])
    assert "tick whether it helped" in shown(form).words
    assert "choose what it is about first" not in shown(form).words
    typed(form, 3, about=services(form)[0], said=SAID)
    assert "There is a problem" not in shown(form).words


def test_a_box_that_is_full_to_the_last_sign_is_kept_whole(place: Place) -> None:
    """4,000 characters, with signs that take four bytes."""
    form = meeting(place)
    assert said(form, "🦆" * 4000).said == "🦆" * 4000


def test_a_tick_alone_is_a_view(place: Place) -> None:
    """Three actions: choose, tick, save."""
    form = meeting(place)
    form.press("save", {**fields(form), "about": services(form)[0], "helped": "Was turned away"})
    assert [(view.helped, view.said) for view in form.current.store.views.all()] == [(Helped.TURNED_AWAY, "")]


@pytest.mark.parametrize("about", ["section", "missing"])
def test_a_view_can_be_about_a_section_or_something_missing(place: Place, about: str) -> None:
    """It keeps what it was about in words."""
    form = meeting(place)
    assert form.current.register is not None
    section = form.current.register.services[0].section
    form.press("save", {**fields(form), "about": "missing:" if about == "missing" else f"section:{section}",
                        "said": SAID})
    kept, = form.current.store.views.all()
    assert (kept.about, kept.title) == (about, {
        "missing": "Something missing from the offer", "section": f"The section “{section}”"}[about])


def test_a_view_is_corrected_in_the_form(place: Place) -> None:
    """All of it stands there again, what was half written meanwhile is kept beside it, and it stays one view."""
    form = meeting(place)
    kept = said(form, helped="It did not help", better="A sign", slip="2", **{"barrier:too_far": "yes"})
    typed(form, said="half of the next")
    form.press(f"correct:{kept.id}")
    there = fields(form)
    assert (there["draft"], there["said"], there["better"], there["helped"], there["slip"]) == (
        kept.id, SAID, "A sign", "It did not help", "2")
    assert "1 view is not finished" in shown(form).words
    typed(form, said="and the otter")
    assert finished(form) == ["and the otter"]
    form.press("save", {**fields(form), "said": "and the otter too"})
    assert finished(form) == ["and the otter too"]
    assert drafts(form) == ["half of the next"]
    form.press("correct:nothing")
    assert "not there any more" in form.trouble


def test_a_view_of_a_service_that_left_the_offer_keeps_what_it_was_about(place: Place) -> None:
    """Corrected later, it stays about what it was said about."""
    form = meeting(place)
    kept = said(form)
    store = form.current.store
    gone = store.views.keep(type(kept)(**{name: getattr(kept, name) for name in kept.__slots__} | {
        "key": "gone", "title": "The old drop-in"}))
    form.press(f"correct:{gone.id}")
    assert fields(form)["about"] == "service:gone"
    form.press("save", {**fields(form), "said": "corrected"})
    assert [(view.key, view.title, view.said) for view in store.views.all()] == [
        ("gone", "The old drop-in", "corrected")]


def test_a_theme_given_meanwhile_is_no_other_windows_change(place: Place) -> None:
    """The lead puts a view under a theme while it stands in the form: it stays one view, with its theme."""
    form = meeting(place)
    kept = said(form)
    form.press(f"correct:{kept.id}")
    store = form.current.store
    store.views.keep(type(kept)(**{name: getattr(kept, name) for name in kept.__slots__} | {"theme": "Waiting"}))
    typed(form, said="corrected")
    assert [(view.said, view.theme) for view in store.views.all()] == [("corrected", "Waiting")]


def test_a_view_left_for_later_is_listed_and_gone_on_with(place: Place) -> None:
    """With its words, in every session's own list alone."""
    form = meeting(place)
    first = typed(form, about=services(form)[3], said=SAID)["draft"]
    form.press("leave")
    assert fields(form)["draft"] != first
    assert fields(form)["said"] == ""
    assert "1 view is not finished" in shown(form).words
    form.press(f"correct:{first}")
    assert fields(form)["said"] == SAID
    assert "not finished" not in shown(form).words
    form.press("end")
    begin(form, forum="Another forum")
    assert SAID not in shown(form).words


def test_a_view_is_removed_only_after_it_was_asked_about(place: Place) -> None:
    """A first press asks, a second removes; “No” keeps it, and a press for another does nothing."""
    form = meeting(place)
    gone, other = said(form), said(form, "Another view")
    form.press(f"remove:{gone.id}")
    assert len(finished(form)) == 2
    form.press(f"ask_remove:{gone.id}")
    assert {f"remove:{gone.id}", f"keep_it:{gone.id}"} <= set(shown(form).buttons)
    form.press(f"keep_it:{gone.id}")
    assert f"remove:{gone.id}" not in shown(form).buttons
    form.press(f"ask_remove:{gone.id}")
    form.press(f"remove:{other.id}")
    assert len(finished(form)) == 2
    form.press(f"ask_remove:{gone.id}")
    form.press(f"remove:{gone.id}")
    assert "1 view was removed for good." in form.done
    assert finished(form) == ["Another view"]
    assert SAID not in form.html
    assert holding(place, SAID) == []


def test_a_view_removed_while_it_stands_in_the_form_goes_from_it(
        place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page forgets what was typed of it, a late sending does not bring it back, and the form is a new one."""
    form = meeting(place)
    values = typed(form, said=SAID, about=services(form)[0])
    messages = told(monkeypatch)
    form.press(f"ask_remove:{values['draft']}")
    form.press(f"remove:{values['draft']}")
    assert {"forget": values["draft"]} in messages
    assert fields(form)["draft"] != values["draft"]
    form.press("keep", values)
    assert "removed for good" in form.kept["trouble"]
    assert holding(place, SAID) == []
    typed(form, said="the next one")
    assert (form.kept["trouble"], drafts(form)) == ("", ["the next one"])


def test_a_view_that_another_window_removed_goes_from_the_form(place: Place) -> None:
    """By its code, or on the command line: the form is drawn without it, and the next words are kept."""
    form = meeting(place)
    first = typed(form, said=SAID)["draft"]
    form.current.store.views.erase([first], today=form.current.today)
    form.press("look")
    assert fields(form)["said"] == ""
    typed(form, said="the next one")
    assert (form.kept["trouble"], drafts(form)) == ("", ["the next one"])
    form.current.store.views.erase([fields(form)["draft"]], today=form.current.today)
    after = again(form)
    typed(after, said="in a new kernel")
    assert (after.kept["trouble"], drafts(after)) == ("", ["in a new kernel"])


# Never lost


def test_two_forms_on_one_view_lose_nothing(place: Place) -> None:
    """Two tabs write into the same view: the second's words are kept beside the first's, and each goes on alone."""
    one = meeting(place)
    two = FeedbackForm(one.current)
    assert fields(one)["draft"] == fields(two)["draft"]
    first = typed(one, said="the heron")["draft"]
    typed(two, said="the otter")
    assert two.kept["apart"] == fields(two)["draft"] != first
    typed(one, 2, said="the heron and more")
    typed(two, 2, said="the otter and more")
    assert sorted(drafts(one)) == ["the heron and more", "the otter and more"]
    for form, words in ((one, "the heron and more"), (two, "the otter and more")):
        form.press("save", {**fields(form), "about": services(form)[0], "said": words})
    assert sorted(finished(one)) == ["the heron and more", "the otter and more"]
    assert drafts(one) == []
    assert "the otter and more" in one.html


def test_words_under_a_views_old_name_are_kept_under_its_own(place: Place) -> None:
    """A sending that was on its way when the view got a name of its own."""
    one = meeting(place)
    two = FeedbackForm(one.current)
    typed(one, said="the heron")
    values = typed(two, said="the otter")
    two.press("keep", {**values, "said": "the otter again", "edit": "2"})
    assert sorted(drafts(one)) == ["the heron", "the otter again"]


def test_late_words_go_to_the_session_in_which_they_were_typed(place: Place) -> None:
    """Another session was opened before the sending came through."""
    form = meeting(place)
    first = typed(form, said=SAID)
    form.press("end")
    begin(form, forum="Another forum")
    typed(form, said="the next session")
    form.press("keep", {**first, "said": f"{SAID} at all", "edit": "9"})
    assert form.kept["trouble"] == ""
    store = form.current.store
    assert {view.said: view.session for session in store.sessions.all() for view in store.views.drafts(session.id)} == {
        f"{SAID} at all": first["session"], "the next session": fields(form)["session"]}


def test_practice_words_never_reach_the_real_store(place: Place, tmp_path: Path) -> None:
    """Half typed in practice and sent late, when the real register is open: not saved, and it says where to go."""
    form = meeting(place)
    values = {**fields(form), "said": SAID, "edit": "1"}
    form.current.open(with_contacts(tmp_path / "mine.xlsx", "Safeguarding contact, children",
                                    "Safeguarding contact, adults"))
    form.press("keep", values)
    assert "another" in form.kept["trouble"] or "not in this register's store" in form.kept["trouble"]
    begin(form, held_on=form.current.today.isoformat(), answer_by="1/1/2099")
    form.press("keep", values)
    assert "not in this register's store" in form.kept["trouble"]
    assert holding(place, SAID) == []
    assert fields(form)["said"] == ""
    form.current.open(PRACTICE)
    form.press("keep", values)
    assert (form.kept["trouble"], drafts(form)) == ("", [SAID])
    assert holding(place, SAID) == ["store.sqlite3"]


def test_what_stood_on_the_practice_page_does_not_stand_on_the_real_one(place: Place, tmp_path: Path) -> None:
    """Neither the page of slips, nor Stop, nor a question."""
    form = meeting(place)
    form.press("stop")
    form.current.open(with_contacts(tmp_path / "mine.xlsx", "Safeguarding contact, children",
                                    "Safeguarding contact, adults"))
    page = shown(form)
    assert "Begin a session" in page.words
    assert "followed" not in page.buttons


@pytest.mark.parametrize("trouble", [busy, spoilt])
def test_words_that_cannot_be_kept_are_not_said_to_be(
        place: Place, monkeypatch: pytest.MonkeyPatch, trouble: Callable[..., Callable[[], None]]) -> None:
    """The page is told why, with none of the words; they stay in the form, and are kept once it can be done again."""
    form = meeting(place)
    typed(form, said="the heron at the weir", about=services(form)[0])
    end = trouble(form, monkeypatch)
    values = typed(form, 2, said=SAID)
    assert (form.kept["edit"], form.done) == (2, "")
    assert "could not be read or added to" in form.kept["trouble"]
    for press in ("save", "look", "leave", "end", f"correct:{values['draft']}", "new_slips", "withdraw_page", "back"):
        form.press(press, values)
        assert form.done == ""
        assert SAID not in form.trouble + form.kept["trouble"]
        assert "Saved" not in shown(form).words
    assert "Views cannot be shown now" in shown(form).words
    assert fields(form)["draft"] == values["draft"]
    assert "stop" in shown(form).buttons
    end()
    form.press("keep", {**values, "edit": "3"})
    assert form.kept["trouble"] == ""
    assert "Views cannot be shown now" not in shown(form).words
    assert drafts(form) == [SAID]


@pytest.mark.parametrize("trouble", [busy, spoilt])
def test_a_kernel_that_begins_while_the_store_cannot_be_read_keeps_words_later(
        place: Place, monkeypatch: pytest.MonkeyPatch, trouble: Callable[..., Callable[[], None]]) -> None:
    """It says so, and does not ask for a reload when the store can be read again."""
    form = meeting(place)
    values = typed(form, said="the heron")
    end = trouble(form, monkeypatch)
    after = again(form)
    assert "Views cannot be shown now" in shown(after).words
    after.press("keep", {**values, "said": SAID})
    assert after.kept["trouble"]
    end()
    after.press("keep", {**values, "said": SAID})
    assert (after.kept["trouble"], drafts(after)) == ("", [SAID])
    assert fields(after)["said"] == SAID


def test_a_note_of_the_session_that_cannot_be_read_loses_nothing(place: Place) -> None:
    """The file is torn, or a folder stands in its place: the session is chosen again, and its drafts are there."""
    form = meeting(place)
    typed(form, said=SAID)
    note = place.practice / FILE
    session = read_at(place.practice).session
    for content in (b"", b"{", b'{"session": 5}', b"\xff", b"[]"):
        note.write_bytes(content)
        assert read_at(place.practice) == AtSession()
    after = again(form)
    assert "Begin a session" in shown(after).words
    after.press(f"open:{session}")
    assert SAID in shown(after).words


# Slips


def codes(form: FeedbackForm) -> list[str]:
    """The codes on the page of slips, by number, and the group's last."""
    form.press("slips")
    return re.findall(r'class="code">([0-9A-Z-]{14})<', form.html)


def test_codes_stand_on_the_page_of_slips_and_nowhere_else(place: Place) -> None:
    """In no file, on no other page, in no notebook; a new kernel does not know them, and makes new ones."""
    form = meeting(place)
    found = codes(form)
    assert len(set(found)) == 11
    kept = {digest_of(code) for code in found}
    session, = form.current.store.sessions.all()
    assert set(form.current.store.sessions.slips(session.id).values()) | {session.code} == kept
    for page in ("back", "change", "withdraw_page", "stop", "go_on"):
        form.press(page)
        assert not any(code in form.html for code in found)
    form.press("slips")
    bundle, _ = form._repr_mimebundle_()
    for code in found:
        assert code in form.html
        assert code not in str(bundle) + repr(form)
        assert holding(place, code) == holding(place, code.replace("-", "")) == []
    after = again(form)
    assert codes(after) == []
    assert "not known here any more" in shown(after).words
    after.press("new_slips")
    new = codes(after)
    assert len(new) == 11
    assert set(new).isdisjoint(found)
    assert [label for label, _ in sorted(form.current.store.sessions.slips(session.id).items())] == list(range(1, 21))
    after.press("withdraw", {"code": found[2]})
    assert "Nothing that was said under this code" in after.done


def test_a_session_that_ended_shows_no_codes_any_more(place: Place) -> None:
    """Gone on with later, it makes new slips."""
    form = meeting(place)
    found = codes(form)
    session, = form.current.store.sessions.all()
    form.press("end")
    form.press(f"open:{session.id}")
    assert codes(form) == []
    assert not any(code in form.html for code in found)


# Withdrawal


def test_a_view_is_taken_back_by_its_slip(place: Place) -> None:
    """Small letters and no lines will do; its bytes are gone, others stay, and the sentence holds no code."""
    form = meeting(place)
    found = codes(form)
    form.press("back")
    said(form, slip="4")
    said(form, "the otter", slip="5")
    form.press("withdraw_page")
    form.press("withdraw", {"code": found[3].replace("-", "").lower()})
    assert "1 view was removed for good." in form.done
    assert found[3] not in form.done
    assert finished(form) == ["the otter"]
    assert holding(place, SAID) == []


def test_what_is_being_typed_is_taken_back_too(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft under the code goes from the store and from the page, in the session and after its end."""
    for ends in (False, True):
        form = FeedbackForm(opened(place))
        begin(form)
        found = codes(form)
        form.press("back")
        draft = typed(form, said=SAID, slip="4")["draft"]
        if ends:
            form.press("end")
        with monkeypatch.context() as patch:
            messages = told(patch)
            form.press("withdraw", {"code": found[3]})
            assert {"forget": draft} in messages
        assert (form.trouble, drafts(form)) == ("", [])
        assert "1 view was removed for good." in form.done
        assert SAID not in form.html
        assert holding(place, SAID) == []
        if not ends:
            form.press("end")


def test_after_the_groups_code_was_taken_back_new_slips_go_on(place: Place) -> None:
    """The withdrawn code takes no more views, the page says so, and new slips mend it for the view in the form too."""
    form = meeting(place)
    group = codes(form)[-1]
    form.press("back")
    said(form)
    form.press("withdraw", {"code": group})
    assert finished(form) == []
    form.press("back")
    typed(form, said="the otter")
    assert "Give a new slip" in form.kept["trouble"]
    form.press("new_slips")
    form.press("back")
    typed(form, said="the otter")
    assert (form.kept["trouble"], drafts(form)) == ("", ["the otter"])


@pytest.mark.parametrize(("code", "words"), [
    ("", "that is no code"), ("hello", "that is no code"), ("K7PM-3XQD-W2R0", "that is no code"),
    ("K7PM-3XQD-W2RT", "nobody was given this code here"),
])
def test_a_code_that_is_none_removes_nothing(place: Place, code: str, words: str) -> None:
    """The sentence says what is wrong with it; another laptop's code can be remembered."""
    form = meeting(place)
    said(form)
    form.press("withdraw_page")
    form.press("withdraw", {"code": code})
    assert words in form.trouble
    assert finished(form) == [SAID]
    if "nobody" in words:
        form.press("withdraw", {"code": code, "anyway": "yes"})
        assert "remembered as withdrawn" in form.done


# Kept too long


def test_views_kept_too_long_are_removed_after_a_question(place: Place) -> None:
    """Once the months are over: asked once, drafts among them, and the bytes are gone."""
    form = meeting(place)
    old = said(form)
    store = form.current.store
    store.views.keep(type(old)(**{name: getattr(old, name) for name in old.__slots__} | {"recorded_on": "2024-01-01"}))
    said(form, "the otter")
    form.press("end")
    assert "1 view is kept too long" in shown(form).words
    form.press("purge")
    assert len(finished(form)) == 2
    form.press("ask_purge")
    form.press("keep_it")
    assert "purge" not in shown(form).buttons
    form.press("ask_purge")
    form.press("purge")
    assert "1 view was removed for good." in form.done
    assert finished(form) == ["the otter"]
    assert holding(place, SAID) == []
    assert "kept too long" not in shown(form).words


# Nowhere else


def test_what_is_said_is_in_no_notebook(place: Place) -> None:
    """Neither in the picture that is kept beside a cell, nor in `repr`, nor in a file but the store."""
    current = places.checked(place)
    made: list[Form] = [form(current) for form in ALL_FORMS]
    form = next(each for each in made if isinstance(each, FeedbackForm))
    begin(form)
    said(form)
    typed(form, said=f"{SAID} again")
    form.press(f"ask_remove:{current.store.views.all()[0].id}")
    for each in made:
        bundle, _ = each._repr_mimebundle_()
        assert SAID not in str(bundle)
        assert SAID not in repr(each)
    writing = write_form(current)
    writing.press("write")
    assert writing.trouble == ""
    assert holding(place, SAID) == ["store.sqlite3"]


def test_the_note_of_the_session_holds_no_word_of_it(place: Place) -> None:
    """Two ids, for its owner alone."""
    form = meeting(place)
    typed(form, said=SAID)
    note = place.practice / FILE
    assert read_at(place.practice) == AtSession(fields(form)["session"], fields(form)["draft"])
    assert holding(place, BEGUN["forum"]) == ["store.sqlite3"]
    assert note.stat().st_size < 100


def test_the_still_picture_shows_whom_to_call(place: Place) -> None:
    """In a shared notebook the safeguarding contacts stand, and nothing of a session."""
    page = still(meeting(place))
    assert "03069 990198" in page.words
    assert BEGUN["forum"] not in page.words
    assert page.fields == set()


# What is noticed


@pytest.mark.parametrize(("words", "asks"), [
    ("My worker Karen was kind.", "“Karen” may be a name."),
    ("Ring me on 07700 900123.", "“07700 900123” may be a phone number."),
    ("I am 17.", "“I am 17” may be an age."),
])
@pytest.mark.parametrize("box", ["said", "better", "delivery"])
def test_what_may_show_who_somebody_is_is_asked_about(place: Place, box: str, words: str, asks: str) -> None:
    """It asks and decides nothing: the words are kept, and can be saved as they are."""
    form = meeting(place)
    typed(form, about=services(form)[0], **{box: words})
    assert asks in shown(form).words
    assert "You decide." in shown(form).words
    assert "data-focus" not in form.html
    form.press("save", {**fields(form), "about": services(form)[0], box: words})
    assert form.done.startswith("Saved")
    assert "may be" not in shown(form).words


def test_nothing_is_noticed_in_words_of_the_register(place: Place) -> None:
    """Services and days are nobody's name."""
    form = meeting(place)
    for words in ("", "The Moonrise line was engaged.", "Bridgewell answered at once, on a Monday."):
        typed(form, said=words)
        assert "Could this show who somebody is?" not in shown(form).words


def test_words_of_risk_point_to_stop(place: Place) -> None:
    """A quiet line, and the keyboard stays where it is; without the words it goes."""
    form = meeting(place)
    typed(form, said="I do not feel safe, I want to die")
    assert "if somebody may not be safe, press Stop." in shown(form).words
    assert "data-focus" not in form.html
    typed(form, 2, said="I do not")
    assert "press Stop." not in shown(form).words


def test_what_was_said_of_the_press_before_stays_while_one_types(place: Place) -> None:
    """“Saved” does not vanish at the next letter."""
    form = meeting(place)
    said(form)
    typed(form, said="And Karen")
    assert form.done.startswith("Saved")
    assert "Saved: a view about" in shown(form).words


def test_odd_values_are_no_fault(place: Place, tmp_path: Path) -> None:
    """A page that is older than the kit, or somebody's prank."""
    form = meeting(place)
    for values in ({}, {"edit": "x"}, {"edit": "²"}, {"draft": "", "said": SAID}, {"slip": "99", "said": SAID},
                   {"slip": "²", "said": SAID}, {"helped": "Nobody", "consent": "?", "said": SAID},
                   {"session": "nothing", "said": SAID}, {"about": "service", "said": SAID}):
        form.press("keep", values)
        form.press("save", values)
    assert not (tmp_path / "log").exists()
    assert isinstance(form.current.store, Store)
    assert Choice(Which.PRACTICE) == form.current.choice
