"""Notebook 4: what young people said is put under themes, each theme is answered, and no notebook holds it."""

from datetime import date

import pytest

from review_kit.model import About, Consent, Done, Helped, Present, Session, View
from review_kit.place import Place
from review_kit.widgets.answers import AnswerViews

from .places import opened

SAID = "the heron at the weir told nobody"
ANSWER = {"done": Done.WILL, "text": "We ask for a call back.", "owner": "Leaving Care team", "by_on": "1/4/2026",
          "audience": "Corporate Parenting Board"}


@pytest.fixture
def form(place: Place) -> AnswerViews:
    """The form, with one invented session and three invented views about two services."""
    current = opened(place)
    store = current.store
    session = store.sessions.keep(Session("5" * 16, "2026-02-20", "Forum", "worker", Present.SOME, "read out", "Board",
                                          "2026-04-20"))
    for number, title in enumerate(("Drop-in", "Drop-in", "Counselling")):
        store.views.keep(View(f"{number}" * 16, session.id, About.SERVICE, title.lower(), title, Helped.NO,
                              f"{SAID} {number}", consent=Consent.SUMMARY, recorded_on=session.held_on))
    return AnswerViews(current)


def views(form: AnswerViews) -> tuple[View, ...]:
    """What the store holds."""
    return form.current.store.views.all()


def put(form: AnswerViews, theme: str, *numbers: int) -> None:
    """Tick views, and put them under a theme."""
    form.press("put", {"at": "loose Drop-in", "theme": theme, **{f"view:{n}{str(n) * 15}": "yes" for n in numbers}})


def test_views_stand_by_what_they_are_about_until_they_have_a_theme(form: AnswerViews) -> None:
    """Two about one service and one about another; put under a theme, they stand there."""
    assert "Drop-in (2 views)" in form.html
    assert "Counselling (1 view)" in form.html
    put(form, "Waiting times", 0, 1)
    assert form.done == "Put under “Waiting times”: 2 views."
    assert {view.theme for view in views(form) if view.title == "Drop-in"} == {"Waiting times"}
    assert "Drop-in (2 views)" not in form.html
    assert "No answer yet" in form.html


def test_a_theme_is_answered_and_the_answer_can_be_changed(form: AnswerViews) -> None:
    """What becomes of it, in whose hands, and by when; the newest answer stands."""
    put(form, "Waiting times", 0)
    form.press("answer", {"at": "Waiting times", **ANSWER})
    form.press("answer", {"at": "Waiting times", **ANSWER, "done": Done.CANNOT, "text": "There is no money for it."})
    answer, = form.current.store.responses.all()
    assert (answer.done, answer.text, answer.owner, answer.by_on, answer.edit) == (
        Done.CANNOT, "There is no money for it.", "Leaving Care team", "2026-04-01", 2)
    assert form.done == "Kept: the answer to “Waiting times”."
    assert "We cannot do it" in form.html


@pytest.mark.parametrize(("changed", "words"), [
    ({"done": ""}, "say what becomes of it"), ({"text": " "}, "write what you did"),
    ({"owner": ""}, "which role or team"),
    ({"by_on": "soon"}, "not a day that we can read"), ({"by_on": "1/2/2026"}, "has passed"),
    ({"audience": ""}, "who heard this"), ({"text": "x" * 2001}, "2,001 characters"),
])
def test_half_an_answer_is_not_kept(form: AnswerViews, changed: dict[str, str], words: str) -> None:
    """A sentence beside the theme says what is missing."""
    put(form, "Waiting times", 0)
    form.press("answer", {"at": "Waiting times", **ANSWER, **changed})
    assert words in form.trouble
    assert form.html.count(form.trouble.partition("“")[0][:40].replace("'", "&#39;")) == 1
    assert form.current.store.responses.all() == ()


@pytest.mark.parametrize(("theme", "ticked", "words"), [
    ("", (0,), "what the theme is called"), ("Waiting times", (), "tick the views"),
    ("What Kayleigh said", (0,), "may be a name"), ("x" * 201, (0,), "201"),
])
def test_a_theme_that_cannot_be_so_changes_nothing(
        form: AnswerViews, theme: str, ticked: tuple[int, ...], words: str) -> None:
    """Its name is published: it is there, short, and nobody's."""
    put(form, theme, *ticked)
    assert words in form.trouble
    assert not any(view.theme for view in views(form))


def test_a_view_can_be_taken_out_of_its_theme(form: AnswerViews) -> None:
    """It stands by what it is about again."""
    put(form, "Waiting times", 0, 1)
    form.press("take_out:" + "0" * 16)
    assert {view.id[0]: view.theme for view in views(form)} == {"0": "", "1": "Waiting times", "2": ""}


def test_an_answer_to_a_theme_that_is_gone_is_a_sentence(form: AnswerViews) -> None:
    """Another window took its last view out, or a young person took it back."""
    form.press("answer", {"at": "Waiting times", **ANSWER})
    assert "not there any more" in form.trouble


def test_nothing_that_was_said_is_in_a_notebook(form: AnswerViews) -> None:
    """The words stand on the living page alone."""
    assert SAID in form.html
    bundle, _ = form._repr_mimebundle_()
    assert SAID not in str(bundle)
    assert SAID not in repr(form)


def test_a_store_that_cannot_be_read_is_a_sentence(form: AnswerViews) -> None:
    """The form says so, and none of it is a traceback."""
    form.current.store.path.write_bytes(b"no database" * 100)
    form.show()
    assert "cannot be shown now" in form.html
    assert "could not be read or added to" in form.html
    assert form.current.today == date(2026, 3, 2)
