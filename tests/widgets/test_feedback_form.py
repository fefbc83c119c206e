"""Notebook 3: comments are saved, shown and removed, and stand nowhere else."""

from pathlib import Path

import pytest

from review_kit.place import Place
from review_kit.practice import PRACTICE_DAY
from review_kit.widgets.feedback import FeedbackForm

from . import places
from .pages import FORMS, shown, some_service, still
from .places import drop_in, opened, own

SAID = "the heron at the weir told nobody"
"""Words that stand in no file and on no page by chance."""


@pytest.fixture
def cleared(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the page is told to empty."""
    told: list[object] = []
    monkeypatch.setattr(FeedbackForm, "send", lambda _, message: told.append(message))
    return told


def test_a_comment_is_saved_and_shown(place: Place, cleared: list[object]) -> None:
    """The form says so after the store has it, the box is emptied, and the chosen service stays chosen."""
    form = FeedbackForm(opened(place))
    assert "No comment yet" in shown(form).words
    form.press("save", {"service": some_service(form), "said": f"  {SAID}\n"})
    assert form.done.startswith("Saved: your comment about “")
    kept, = form.current.store.comments.all()
    assert (kept.said, kept.service_key, kept.recorded_on) == (SAID, some_service(form), PRACTICE_DAY.isoformat())
    assert f"<blockquote>{SAID}</blockquote>" in form.html
    assert f'value="{some_service(form)}" selected' in form.html
    assert cleared == [{"clear": ["said"]}]


def test_a_second_tab_shows_the_comment_too(place: Place) -> None:
    """Two forms over one review are drawn together."""
    current = opened(place)
    one, two = FeedbackForm(current), FeedbackForm(current)
    one.press("save", {"service": some_service(one), "said": SAID})
    assert SAID in two.html


@pytest.mark.parametrize(("service", "said", "words"), [
    ("", SAID, "choose the service first"), ("no such service", SAID, "choose the service first"),
    (None, "", "write what was said first"), (None, " \n\t\u00a0 ", "write what was said first"),
])
def test_half_a_comment_is_not_saved(
    place: Place, cleared: list[object], service: str | None, said: str, words: str,
) -> None:
    """A sentence says what is missing; nothing is kept, and what stood in the box stays there."""
    form = FeedbackForm(opened(place))
    form.press("save", {"service": some_service(form) if service is None else service, "said": said})
    assert words in shown(form).words
    assert form.done == ""
    assert form.current.store.comments.all() == ()
    assert cleared == []


def test_a_comment_that_is_too_long_is_not_cut(place: Place, cleared: list[object]) -> None:
    """Nothing is lost in silence: the form says how long one may be, and the words stay in their box."""
    form = FeedbackForm(opened(place))
    form.press("save", {"service": some_service(form), "said": "x" * 4001})
    assert "4,001 characters" in form.trouble
    assert (form.current.store.comments.all(), cleared) == ((), [])
    form.press("save", {"service": some_service(form), "said": "x" * 4000})
    assert [len(comment.said) for comment in form.current.store.comments.all()] == [4000]


def test_words_that_could_not_be_saved_are_not_said_to_be(place: Place, cleared: list[object]) -> None:
    """The store is no store: a sentence, nothing of the words in it, and the words stay in their box."""
    form = FeedbackForm(opened(place))
    form.current.store.path.write_bytes(b"no database" * 100)
    form.press("save", {"service": some_service(form), "said": SAID})
    assert form.done == ""
    assert "could not be read or added to" in form.trouble
    assert SAID not in form.trouble
    assert cleared == []


def test_a_comment_is_removed_only_after_it_was_asked_about(place: Place) -> None:
    """A first press asks, a second removes; “No” keeps it, and one press too few does nothing."""
    form = FeedbackForm(opened(place))
    for said in (SAID, "Another comment"):
        form.press("save", {"service": some_service(form), "said": said})
    other, kept = form.current.store.comments.all()
    form.press("remove", {"id": kept.id})
    assert len(form.current.store.comments.all()) == 2
    form.press("ask_remove", {"id": kept.id})
    assert {"remove", "keep"} <= set(shown(form).buttons)
    form.press("keep", {"id": kept.id})
    assert "remove" not in shown(form).buttons
    form.press("ask_remove", {"id": kept.id})
    form.press("remove", {"id": other.id})
    assert len(form.current.store.comments.all()) == 2
    form.press("ask_remove", {"id": kept.id})
    form.press("remove", {"id": kept.id})
    assert form.done == "The comment was removed for good."
    assert form.current.store.comments.all() == (other,)
    assert SAID not in form.html


def test_comments_are_in_no_notebook(place: Place) -> None:
    """Neither in the picture that is kept beside a cell, nor in `repr`, nor in what writing leaves behind."""
    current = places.checked(place)
    made = [form(current) for form in FORMS]
    feedback = next(form for form in made if isinstance(form, FeedbackForm))
    feedback.press("save", {"service": some_service(feedback), "said": SAID})
    feedback.press("ask_remove", {"id": current.store.comments.all()[0].id})
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
    page = shown(FeedbackForm(opened(place)))
    assert "03069 990198" in page.words
    assert page.words.index("If somebody may not be safe") < page.words.index("What was said?")
    bare = shown(FeedbackForm(opened(place, own(drop_in(tmp_path / "register.xlsx")))))
    assert "names no safeguarding contact yet" in bare.words


def typed(place: Place, said: str) -> FeedbackForm:
    """The form while these words stand in its box."""
    form = FeedbackForm(places.checked(place))
    form.press("screen", {"said": said})
    return form


@pytest.mark.parametrize(("said", "asks"), [
    ("My worker Karen was kind.", "“Karen” may be a name."),
    ("Ring me on 07700 900123.", "“07700 900123” may be a phone number."),
    ("I am 17.", "“I am 17” may be an age."),
])
def test_what_may_show_who_somebody_is_is_asked_about_while_it_is_typed(place: Place, said: str, asks: str) -> None:
    """It asks and decides nothing: the words can be saved as they are."""
    form = typed(place, said)
    assert asks in shown(form).words
    assert "You decide." in shown(form).words
    form.press("save", {"service": some_service(form), "said": said})
    assert form.done.startswith("Saved")
    assert "may be" not in shown(form).words


@pytest.mark.parametrize("said", ["", "The Moonrise line was engaged.", "Bridgewell answered at once, on a Monday."])
def test_services_and_days_are_nobodys_name(place: Place, said: str) -> None:
    """Words of the register are not asked about."""
    assert "Could this show who somebody is?" not in shown(typed(place, said)).words


def test_words_of_risk_point_to_the_box_above(place: Place) -> None:
    """A quiet line, and the keyboard stays where it is."""
    form = typed(place, "I do not feel safe, I want to die")
    assert "“Want to die”: if somebody may not be safe, stop here." in shown(form).words
    assert "data-focus" not in form.html


def test_what_was_said_of_the_press_before_stays_while_one_types(place: Place) -> None:
    """“Saved” does not vanish at the next letter."""
    form = FeedbackForm(places.checked(place))
    form.press("save", {"service": some_service(form), "said": "It helped."})
    form.press("screen", {"said": "And"})
    assert form.done.startswith("Saved")


def test_what_is_screened_is_kept_nowhere(place: Place) -> None:
    """Typed and not saved, the words are in no file of the kit's, nor in a shared copy of the notebook."""
    form = typed(place, "My worker Ocelot was kind")
    assert "Ocelot" in shown(form).words
    assert "Ocelot" not in still(form).words
    assert [path for path in place.state.rglob("*") if path.is_file() and b"Ocelot" in path.read_bytes()] == []
