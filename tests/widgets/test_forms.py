"""The forms of the five notebooks without a browser: what they draw, and what they answer when a button is pressed."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from review_kit import faults, steps
from review_kit.disk import FACTS_FILE
from review_kit.model import Verdict
from review_kit.practice import PRACTICE_DAY
from review_kit.reports import all_reports
from review_kit.store import Store
from review_kit.widgets import (
    CheckForm,
    CheckResults,
    Current,
    DecisionDesk,
    FeedbackForm,
    PlannedChanges,
    RegisterContents,
    RegisterForm,
    WriteForm,
)
from review_kit.widgets.form import Form
from review_kit.widgets.place import Place

from . import places
from .places import PRACTICE, drop_in, opened, own, register_of

SAID = "the heron at the weir told nobody"
"""Words that stand in no file and on no page by chance."""


def write_form(current: Current) -> WriteForm:
    """Notebook 5's, without a browser."""
    return WriteForm(current, open_with=lambda _: True)


FORMS: tuple[Callable[[Current], Form], ...] = (
    RegisterForm, RegisterContents, CheckForm, CheckResults, FeedbackForm, DecisionDesk, PlannedChanges, write_form)
each_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A machine on which nothing was done yet."""
    return places.place_in(tmp_path)


@pytest.fixture(autouse=True)
def plain_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the real machine counts, and no fault is written to it."""
    for name in ("STORE", "HOME", "STATE", "PRACTICE"):
        monkeypatch.delenv(f"REVIEW_KIT_{name}", raising=False)
    monkeypatch.setattr(faults, "user_log_path", lambda _: tmp_path / "log")


def faulted(folder: Path) -> bool:
    """Whether the kit had a fault of its own."""
    return (folder / "log").exists()


class Page(HTMLParser):
    """A page as a browser would take it in: its text, its elements, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.elements, self.links, self.ids = "", set[str](), set[str](), list[str]()
        self.handlers, self.buttons, self.fields = set[str](), list[str](), set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        named = {name: value or "" for name, value in attrs}
        self.elements.add(tag)
        self.links |= {named[name] for name in ("href", "src", "action", "formaction") if name in named}
        self.handlers |= {name for name in named if name.startswith("on")}
        self.ids += [named["id"]] if "id" in named else []
        self.buttons += [named.get("value", "")] if tag == "button" else []
        self.fields |= {named["name"]} if "name" in named else set()

    def handle_data(self, data: str) -> None:
        """Text between elements."""
        self.text += data

    @property
    def words(self) -> str:
        """The text, each run of spaces one space."""
        return " ".join(self.text.split())


def shown(form: Form) -> Page:
    """What a form shows."""
    return Page(form.html)


def still(form: Form) -> Page:
    """What a form leaves in a notebook for those who have no kernel."""
    bundle, _ = form._repr_mimebundle_()
    return Page(bundle["text/html"])


# In every state


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
    folder = path.parent / "link_reports" / "2025-11-21"
    folder.mkdir(parents=True)
    (folder / FACTS_FILE).write_bytes((places.KEPT / FACTS_FILE).read_bytes())
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
    """To notebook 1, or it is notebook 1's own form."""
    page = shown(form(Current(place)))
    assert "1_open_register.ipynb" in page.links or "open" in page.buttons


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
    form = FeedbackForm(checked(place))

    def fails(_: Store, *, said: str, **__: object) -> object:
        raise ZeroDivisionError(f"it fell over at {said}")
    monkeypatch.setattr(Store, "add", fails)
    form.press("save", {"service": some_service(form), "said": SAID})
    note = tmp_path / "log" / faults.FAULT_FILE
    assert str(note) in form.trouble
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
        broken.setattr(FeedbackForm, "_kept", lambda _: 1 / 0)
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


def sent(form: Form, press: str, number: int = 1, files: dict[str, bytes] | None = None, **values: Any) -> None:
    """A message as form.js sends it; the contents of files come as buffers."""
    files = files or {}
    form._handle_custom_msg({"press": press, "values": values, "files": list(files), "number": number},
                            [memoryview(content) for content in files.values()])


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
    assert (place.uploads / "mine.xlsx").read_bytes() == content
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
    assert form.current.choice == own(place.uploads / "second.xlsx")


def test_odd_values_of_a_message_are_taken_as_text(place: Place) -> None:
    """A number, a list or nothing where words should be: a sentence at most."""
    form = FeedbackForm(checked(place))
    sent(form, "save", service=5, said=["a"])
    assert "choose the service first" in form.trouble
    sent(form, "save", 2)
    assert "choose the service first" in form.trouble
    assert form.answered == 2


# Notebook 1


def test_the_register_form_offers_three_registers(place: Place) -> None:
    """One that is not there cannot be chosen, and says why."""
    form = RegisterForm(Current(place))
    assert form.html.count('type="radio"') == 3
    assert "There is no offer_register.xlsx in" in shown(form).words
    drop_in(place.shipped)
    form.press("look")
    form.show()
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
    form = RegisterForm(just_opened(place))
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
    form = RegisterForm(just_opened(place))
    assert "practise_again" not in shown(form).buttons
    places.begun(place)
    form.press("look")
    assert "practise_again" in shown(form).buttons
    form.press("practise_again")
    assert form.trouble == ""
    assert "practise_again" not in shown(form).buttons
    assert form.current.review is None


def test_the_contents_count_the_register(place: Place) -> None:
    """Section by section, and the sums are the register's own; each service is listed with its row."""
    current = just_opened(place)
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


# Notebook 2


def test_the_check_form_offers_what_can_be_done(place: Place) -> None:
    """Start before anything was checked; afterwards to ask again, and in the practice review to begin from nothing."""
    current = just_opened(place)
    form = CheckForm(current)
    assert shown(form).buttons == ["start"]
    assert "Nothing was asked yet." in shown(form).words
    places.begun(place)
    form.press("look")
    assert shown(form).buttons == ["recheck", "afresh"]
    assert "25 of 27 links were asked" in shown(form).words
    assert "3_record_feedback.ipynb" in shown(form).links
    assert still(form).buttons == []


def test_a_run_is_begun_and_stopped_from_its_form(place: Place) -> None:
    """While it goes on the form shows how far it is and a button to stop; then it can be gone on with."""
    form = CheckForm(just_opened(place))
    form.press("start")
    background = form.current.background
    assert background is not None
    assert shown(form).buttons == ["stop"]
    assert "progress" in shown(form).elements
    assert "Found so far" in shown(form).words
    form.press("start")
    form.press("recheck")
    assert form.current.background is background
    form.press("stop")
    assert "Stopping. What was found is kept." in shown(form).words or not form.current.running
    background.wait(60)
    form.press("look")
    assert form.trouble == background.trouble == ""
    assert shown(form).buttons[0] == "start"
    assert "The check has ended." in shown(form).words


def test_what_was_found_so_far_is_the_most_harmful(place: Place) -> None:
    """Eight findings while a run goes on, and the number of the others; of links that were asked, and no others."""
    current = checked(place)
    form = CheckForm(current)
    current.so_far = current.review
    found, more = form.parts()["found"], form.parts()["found_more"]
    assert isinstance(found, list)
    assert len(found) == 8
    assert isinstance(more, int)
    assert more > 0
    assert current.review is not None
    not_asked = {id(told.finding) for told in current.review.links if told.verdict is Verdict.NOT_CHECKED}
    assert not not_asked & {id(finding) for finding in found}
    assert [finding.severity for finding in found] == sorted((f.severity for f in found), reverse=True)


def test_real_facts_are_never_thrown_away_from_the_form(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """To check from nothing is for practising: with a real register, whatever the page sends, the facts stay."""
    places.cut_off(monkeypatch)
    current = own_opened(place)
    form = CheckForm(current)
    places.ran(current, lambda: form.press("start"))
    assert current.folder is not None
    before = (current.folder / FACTS_FILE).read_bytes()
    assert "afresh" not in shown(form).buttons
    places.ran(current, lambda: form.press("afresh"))
    assert (current.folder / FACTS_FILE).read_bytes().startswith(before)


def test_a_review_of_another_day_can_be_begun_anew(place: Place) -> None:
    """The form says on what day the newest was looked at, and offers a new one."""
    path = drop_in(place.home / "register.xlsx")
    earlier = path.parent / "link_reports" / "2025-11-21"
    earlier.mkdir(parents=True)
    (earlier / FACTS_FILE).write_bytes((places.KEPT / FACTS_FILE).read_bytes())
    form = CheckForm(opened(place, own(path)))
    assert "start_new" in shown(form).buttons
    assert "Last looked at on 2 March 2026" in shown(form).words


def test_the_runs_trouble_stands_on_the_form(place: Place) -> None:
    """A review's folder that cannot be written: one sentence where the person looks."""
    form = CheckForm(just_opened(place))
    (place.practice / "link_reports").write_text("a file", encoding="utf-8")
    places.ran(form.current, lambda: form.press("start"))
    form.show()
    assert "cannot be written to" in shown(form).words


def test_the_results_are_the_reports(place: Place) -> None:
    """Every link and every contact of the register stands in them, under its verdict."""
    current = checked(place)
    form = CheckResults(current)
    assert current.review is not None
    for verdict in Verdict:
        assert f'id="links-{verdict}"' in form.html
    for told in current.review.links:
        assert str(told.link.cell) in form.html
    for contact in current.review.contacts:
        assert str(contact.contact.cell) in form.html


# Notebook 3


def some_service(form: FeedbackForm) -> str:
    """The key of a service that can be chosen."""
    return next(iter(form._services()))


def test_a_comment_is_saved_and_shown(place: Place) -> None:
    """The form says so after the store has it, the box is a new one, and the chosen service stays chosen."""
    form = FeedbackForm(just_opened(place))
    assert "No comment yet" in shown(form).words
    assert form.html.count("said-1") > 0
    form.press("save", {"service": some_service(form), "said": f"  {SAID}\n"})
    assert form.done.startswith("Saved: your comment about “")
    kept, = form.current.store.comments()
    assert (kept.said, kept.service_key, kept.recorded_on) == (SAID, some_service(form), PRACTICE_DAY.isoformat())
    assert f"<blockquote>{SAID}</blockquote>" in form.html
    assert f'value="{some_service(form)}" selected' in form.html
    assert "said-1" not in form.html
    assert "said-2" in form.html


def test_a_second_tab_shows_the_comment_too(place: Place) -> None:
    """Two forms over one review are drawn together."""
    current = just_opened(place)
    one, two = FeedbackForm(current), FeedbackForm(current)
    one.press("save", {"service": some_service(one), "said": SAID})
    assert SAID in two.html


@pytest.mark.parametrize(("service", "said", "words"), [
    ("", SAID, "choose the service first"), ("no such service", SAID, "choose the service first"),
    (None, "", "write what was said first"), (None, " \n\t\u00a0 ", "write what was said first"),
])
def test_half_a_comment_is_not_saved(place: Place, service: str | None, said: str, words: str) -> None:
    """A sentence says what is missing; nothing is kept, and what stood in the box is not drawn over."""
    form = FeedbackForm(just_opened(place))
    form.press("save", {"service": some_service(form) if service is None else service, "said": said})
    assert words in shown(form).words
    assert form.done == ""
    assert form.current.store.comments() == ()
    assert "said-1" in form.html


def test_words_that_could_not_be_saved_are_not_said_to_be(place: Place) -> None:
    """The store is no store: a sentence, nothing of the words in it, and the same box stands there still."""
    form = FeedbackForm(just_opened(place))
    form.current.store.path.write_bytes(b"no database" * 100)
    form.press("save", {"service": some_service(form), "said": SAID})
    assert form.done == ""
    assert "could not be read or kept" in form.trouble
    assert SAID not in form.trouble
    assert "said-1" in form.html


def test_a_comment_is_removed_only_after_it_was_asked_about(place: Place) -> None:
    """A first press asks, a second removes; “No” keeps it, and one press too few does nothing."""
    form = FeedbackForm(just_opened(place))
    for said in (SAID, "Another comment"):
        form.press("save", {"service": some_service(form), "said": said})
    other, kept = form.current.store.comments()
    form.press("remove", {"id": kept.id})
    assert len(form.current.store.comments()) == 2
    form.press("ask_remove", {"id": kept.id})
    assert {"remove", "keep"} <= set(shown(form).buttons)
    form.press("keep", {"id": kept.id})
    assert "remove" not in shown(form).buttons
    form.press("ask_remove", {"id": kept.id})
    form.press("remove", {"id": other.id})
    assert len(form.current.store.comments()) == 2
    form.press("ask_remove", {"id": kept.id})
    form.press("remove", {"id": kept.id})
    assert form.done == "The comment was removed for good."
    assert form.current.store.comments() == (other,)
    assert SAID not in form.html


def test_comments_are_in_no_notebook(place: Place) -> None:
    """Neither in the picture that is kept beside a cell, nor in `repr`, nor in what writing leaves behind."""
    current = checked(place)
    made = [form(current) for form in FORMS]
    feedback = next(form for form in made if isinstance(form, FeedbackForm))
    feedback.press("save", {"service": some_service(feedback), "said": SAID})
    feedback.press("ask_remove", {"id": current.store.comments()[0].id})
    for form in made:
        bundle, _ = form._repr_mimebundle_()
        assert SAID not in str(bundle)
        assert SAID not in repr(form)
        assert (SAID in form.html) == (form is feedback)
    writing = made[-1]
    writing.press("write")
    assert writing.trouble == ""
    left = [path for path in place.state.rglob("*") if path.is_file() and SAID.encode() in path.read_bytes()]
    assert left == [current.store.path]


def test_the_safeguarding_contacts_stand_first(place: Place, tmp_path: Path) -> None:
    """Those of the sheet Settings; and where it names none, the form says where to put them."""
    page = shown(FeedbackForm(just_opened(place)))
    assert "03069 990198" in page.words
    assert page.words.index("If somebody may not be safe") < page.words.index("What was said?")
    bare = shown(FeedbackForm(opened(place, own(drop_in(tmp_path / "register.xlsx")))))
    assert "names no safeguarding contact yet" in bare.words


# Notebook 4


def on_page(form: Form) -> list[str]:
    """The numbers of the findings that stand on the page."""
    return re.findall(r'id="finding-(\d+)"', form.html)


def test_every_finding_stands_on_some_page_once(place: Place) -> None:
    """From the first page to the last, in the order of the report, and back again."""
    form = DecisionDesk(checked(place))
    first, seen = on_page(form), on_page(form)
    assert "previous" not in shown(form).buttons
    turned = 0
    while "next" in shown(form).buttons:
        form.press("next")
        turned += 1
        seen += on_page(form)
    assert turned > 0
    assert seen == [str(number) for number in range(1, len(seen) + 1)]
    assert f"{len(seen)} findings about" in shown(form).words
    last = on_page(form)
    form.press("next")
    assert on_page(form) == last
    for _ in range(turned + 2):
        form.press("previous")
    assert on_page(form) == first


@pytest.mark.parametrize("severity", ["danger", "broken", "caution", "note"])
def test_findings_are_narrowed_by_how_serious_they_are(place: Place, severity: str) -> None:
    """Only such findings stand there, as many as the choice says, and the sentence says of how many."""
    form = DecisionDesk(checked(place))
    form.press("narrow", {"severity": severity, "words": ""})
    number = re.search(rf'<option value="{severity}" selected>\w+ \((\d+)\)', form.html)
    assert number is not None
    found = re.findall(r'class="finding (\w+)"', form.html)
    while "next" in shown(form).buttons:
        form.press("next")
        found += re.findall(r'class="finding (\w+)"', form.html)
    assert found == [severity] * int(number[1])
    assert re.search(rf"Showing {number[1]} findings? about", shown(form).words)


def test_findings_are_narrowed_by_words(place: Place) -> None:
    """All the words, whatever their case, in the entry or in what was seen; no words is everything again."""
    form = DecisionDesk(checked(place))
    everything = shown(form).words
    form.press("narrow", {"severity": "everything", "words": "MOONRISE  crisis"})
    assert on_page(form)
    assert len(re.findall('<article class="group">', form.html)) == 1
    assert "Moonrise" in shown(form).words
    form.press("narrow", {"severity": "everything", "words": "no-such-word-anywhere"})
    assert on_page(form) == []
    assert "Showing 0 findings about 0 entries" in shown(form).words
    form.press("narrow", {"severity": "everything", "words": "  "})
    assert len(on_page(form)) > 1
    form.press("narrow", {"severity": "nonsense", "words": ""})
    assert on_page(form) == []
    form.press("narrow", {})
    assert shown(form).words == everything


def test_narrowing_begins_at_the_first_page(place: Place) -> None:
    """Who stood on the second page sees the best of what is left."""
    form = DecisionDesk(checked(place))
    first = on_page(form)
    form.press("next")
    form.press("narrow", {"severity": "everything", "words": ""})
    assert on_page(form) == first


def test_narrowing_words_come_back_unarmed(place: Place) -> None:
    """What was typed stands in its field again, escaped, and not in the picture."""
    form = DecisionDesk(checked(place))
    form.press("narrow", {"severity": "everything", "words": '"><script>alert(1)</script>'})
    assert "script" not in shown(form).elements
    assert "&lt;script&gt;" in form.html
    assert "alert(1)" not in still(form).text


# Notebook 5


def test_the_planned_changes_are_what_is_written(place: Place, tmp_path: Path) -> None:
    """Cell for cell; and to look at them writes nothing."""
    current = checked(place)
    form = PlannedChanges(current)
    assert current.review is not None
    plan = steps.plan(current.review)
    assert f"{len(plan.changes)} cells will change" in shown(form).words
    for change in plan.changes:
        assert f">{change.cell}</th>" in form.html
        assert change.new in form.html
    assert current.folder is not None
    assert [path.name for path in current.folder.iterdir()] == [FACTS_FILE]
    assert repr(form) == f"<Planned changes: {len(plan.changes)} cells>"


def test_writing_leaves_every_report_and_the_register(place: Place) -> None:
    """In the review's folder, and the page says where each is; the register itself is left as it was."""
    current = checked(place)
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


def test_writing_a_register_that_changed_meanwhile_keeps_the_reports(
    place: Place, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody saved it a moment ago: one sentence, their words stand, and the reports are there."""
    places.cut_off(monkeypatch)
    path = drop_in(place.home / "register.xlsx")
    current = opened(place, own(path))
    places.ran(current, current.begin)
    form = write_form(current)
    drop_in(path, name="Another name")
    changed = path.read_bytes()
    form.press("write", {"in_place": "yes"})
    assert "was changed since it was read" in shown(form).words
    assert form.done == ""
    assert path.read_bytes() == changed
    assert current.folder is not None
    assert (current.folder / "review.html").is_file()


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
    form = WriteForm(checked(place), open_with=lambda address: not asked.append(address))
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
    form = write_form(just_opened(place))
    form.press("write")
    assert "check the links first" in form.trouble
    form.press("open_report")
    assert form.trouble.startswith("It could not be opened")
    assert not (place.practice / "link_reports").exists()


# What a register may hold


HOSTILE = (
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "javascript:alert(2)", '"><img src=x onerror=alert(3)>',
    "{{ 7 * 7 }}{% raw %}", "</textarea></select><script>alert(4)</script>", "' onfocus='alert(5)", "\u202egnp.exe",
)


def hostile(path: Path) -> Path:
    """A register in which every column holds what would do harm on a careless page."""
    rows = [(f"Section {text}", f"Service {text}", f"Provider {text}\n\nhttps://{number}.example/{text}", text, text)
            for number, text in enumerate(HOSTILE)]
    links = ("javascript:alert(document.domain)", "data:text/html,<script>alert(6)</script>", "vbscript:msgbox(7)",
             "https://a.example/<script>alert(8)</script>", "https://user:pass@b.example/", "https://c.example/\"onload=x")
    rows += [("Links", f"Leads to {link}", f"Somebody\n\n{link}", "Daily", "None") for link in links]
    rows += [("<b>Contacts</b>", "Call <i>me</i>", "<script>@x.example me@<script>.example 0808 157 0123 <b>", "", "")]
    return register_of(path, *rows)


def harmless(html: str) -> None:
    """No element, attribute or address of the page comes from the register."""
    page = Page(html)
    assert not {"script", "img", "iframe", "object", "b", "i", "base", "meta", "style"} & page.elements
    assert page.handlers == set()
    assert all(link.startswith(("http://", "https://")) or re.fullmatch(r"\d_\w+\.ipynb", link) for link in page.links)
    assert "<script" not in html.casefold()
    assert "\u202e" not in html
    assert "Service 49" not in html


@each_form
def test_hostile_words_of_a_register_do_nothing(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Callable[[Current], Form],
) -> None:
    """Not before the check and not after it, neither living nor in the picture; and they are no fault."""
    places.cut_off(monkeypatch)
    current = opened(place, own(hostile(place.home / "register.xlsx")))
    made = form(current)
    harmless(made.html)
    places.ran(current, current.begin)
    for name, values in (("look", {}), ("narrow", {"words": HOSTILE[0]}), ("next", {}), ("write", {})):
        made.press(name, values)
        harmless(made.html)
        harmless(made._repr_mimebundle_()[0]["text/html"])
    assert current.review is not None
    assert len(current.review.register.services) == len(HOSTILE) + 7


def test_hostile_comments_do_nothing(place: Place) -> None:
    """What somebody said stands there as they said it, and is no part of the page; nor is the name of a file."""
    form = FeedbackForm(opened(place, own(hostile(place.home / "register.xlsx"))))
    for text in HOSTILE[:-1]:
        form.press("save", {"service": some_service(form), "said": text})
        assert form.trouble == ""
        harmless(form.html)
    assert all(text in shown(form).text for text in HOSTILE[:-1])
    register = RegisterForm(form.current)
    register.press("open", {"which": "own", "path": "<script>alert(1)</script>.xlsx"})
    assert "alert(1)" in shown(register).text
    harmless(register.html)
