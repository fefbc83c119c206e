"""Notebook 2's call sheet: what is listed, what one press keeps, and how it is taken back."""

import re

import pytest

from review_kit.model import ContactVerdict, Says, Way
from review_kit.place import Place
from review_kit.widgets.calls import CallSheet
from review_kit.widgets.current import Current
from review_kit.widgets.decide import DecisionDesk
from review_kit.widgets.results import CheckResults

from . import places
from .pages import shown, still

TEAM = "Leaving Care team"
PARENTS, WALKS = "+443069990155", "+443069990311"


def sheet(place: Place, *, role: str = TEAM) -> CallSheet:
    """The call sheet of the practice review, with a role if one is named."""
    form = CallSheet(places.checked(place), open_with=lambda _: True)
    if role:
        form.press("role", {"role": role})
    return form


def listed(form: CallSheet) -> list[str]:
    """The numbers and addresses on the page, in its order."""
    return list(dict.fromkeys(re.findall(r'name="call" value="([^"]+)"', form.html)))


def verdict(current: Current, normalised: str) -> ContactVerdict:
    """What a contact is told now."""
    assert current.review is not None
    return next(told.verdict for told in current.review.contacts if told.contact.normalised == normalised)


def test_it_lists_what_nobody_vouches_for(place: Place) -> None:
    """Numbers first, then addresses; what stands on the service's own page or cannot be rung at all is not on it."""
    form = sheet(place)
    assert listed(form) == [WALKS, "+443069990144", PARENTS, "robin.fielding@green-paths.example"]
    assert "4 numbers and addresses to try" in repr(form)
    assert "0808 157 0123" not in shown(form).words


def test_one_press_vouches_for_a_number(place: Place) -> None:
    """It is `ok` from then on, with who and when, and goes from the list; the desk asks nothing more of it."""
    form = sheet(place)
    desk, results = DecisionDesk(form.current), CheckResults(form.current)
    before = len(form.current.review.findings) if form.current.review else 0
    form.press("says:right", {"call": PARENTS})
    assert form.done == "Kept: 0306 999 0155 – It answered, and it is right."
    assert PARENTS not in listed(form)
    assert verdict(form.current, PARENTS) is ContactVerdict.OK
    assert "Leaving Care team tried it on 2 March 2026: right." in shown(results).words
    review = form.current.review
    assert review is not None
    assert len(review.findings) == before - 1
    assert f"of {len(review.findings)} findings left to decide" in repr(desk)
    answer, = form.current.store.answers.all()
    assert (answer.way, answer.says, answer.who, answer.on, answer.about) == (
        Way.CALL, Says.RIGHT, TEAM, "2026-03-02", PARENTS)


def test_it_is_taken_back(place: Place) -> None:
    """Undone, the number is on the list again; that it was said stays on record."""
    form = sheet(place)
    form.press("says:right", {"call": PARENTS})
    form.press("undo", {"press": re.findall(r'name="press" value="([^"]+)"', form.html)[0]})
    assert form.done == "Undone: 1 answer."
    assert PARENTS in listed(form)
    assert verdict(form.current, PARENTS) is ContactVerdict.BY_HAND
    assert [answer.undone_on for answer in form.current.store.answers.all()] == ["2026-03-02"]


@pytest.mark.parametrize(("says", "check"), [
    (Says.OTHERS, "call-somebody-else"), (Says.DEAD, "call-not-in-use"), (Says.CLOSED, "provider-says-closed"),
])
def test_what_speaks_against_a_number_becomes_a_finding(place: Place, says: Says, check: str) -> None:
    """It stands on the desk as broken, and the number is not to be rung again."""
    form = sheet(place)
    form.press(f"says:{says}", {"call": PARENTS})
    assert form.trouble == ""
    review = form.current.review
    assert review is not None
    found, = (each for each in review.findings if each.check == check)
    assert str(found.cell) == "Services!C14"
    assert verdict(form.current, PARENTS) is ContactVerdict.BROKEN
    assert PARENTS not in listed(form)


def test_another_number_is_proposed_and_never_written_by_itself(place: Place) -> None:
    """What was told on the telephone is the suggestion of a finding; one that nobody could ring is refused."""
    form = sheet(place)
    form.press("says:changed", {"call": PARENTS, "text": ""})
    assert form.trouble == "Nothing was kept: write which number or address is right now."
    form.press("says:changed", {"call": PARENTS, "text": "0306 999"})
    assert "“0306 999” is not a UK phone number" in form.trouble
    form.press("says:changed", {"call": PARENTS, "text": "0306 999 0166"})
    review = form.current.review
    assert review is not None
    found, = (each for each in review.findings if each.check == "call-new-contact")
    assert found.suggestion == "0306 999 0166"
    assert form.current.plan is not None
    assert not any("0166" in change.new for change in form.current.plan.changes)


def test_silence_is_counted_by_days(place: Place) -> None:
    """One silent afternoon is for another try; after three days the provider is asked in another way."""
    form = sheet(place)
    for day in ("2026-02-10", "2026-02-11", ""):
        form.press("says:nobody answered", {"call": PARENTS, "on": day})
        assert form.trouble == ""
    assert PARENTS in listed(form)
    assert shown(form).words.count("Nobody answered") >= 3
    review = form.current.review
    assert review is not None
    found, = (each for each in review.findings if each.check == "call-nobody-answered")
    assert found.what_we_saw == "Somebody tried it on 3 days, last on 2 March 2026, and nobody answered."
    assert found.severity.word == "caution"


@pytest.mark.parametrize(("day", "told"), [
    ("tomorrow", "is not a day that we can read"), ("3 March 2026", "is still to come"),
    ("2024-01-01", "more than 12 months ago"),
])
def test_a_day_that_cannot_be_meant_is_refused(place: Place, day: str, told: str) -> None:
    """Nothing is kept of it, and the sentence stands beside the number in question."""
    form = sheet(place)
    form.press("says:right", {"call": PARENTS, "on": day})
    assert told in form.trouble
    assert form.html.count(f"{told}") == 1
    assert form.html.index(told) > form.html.index(f'value="{WALKS}"')
    assert form.current.store.answers.all() == ()


def test_without_a_role_nothing_is_kept(place: Place) -> None:
    """Who rang is part of the evidence, so it is asked first, and once."""
    form = sheet(place, role="")
    form.press("says:right", {"call": PARENTS})
    assert "in which role" in form.trouble
    assert form.current.store.answers.all() == ()
    form.press("role", {"role": TEAM})
    assert "You ring as: Leaving Care team" in shown(form).words


def test_a_number_that_has_gone_from_the_list_is_said(place: Place) -> None:
    """A page that was open for long presses on what somebody else has settled: a sentence, and nothing twice."""
    form = sheet(place)
    form.press("says:right", {"call": PARENTS})
    form.press("says:not in use", {"call": PARENTS})
    assert form.trouble == "This is not on the list any more. Look at the list again."
    assert len(form.current.store.answers.all()) == 1


def test_the_sheet_to_print_holds_the_same_list(place: Place) -> None:
    """It is written into the review's folder, with a box for each thing that can come of a call."""
    form = sheet(place)
    form.press("print")
    assert form.current.folder is not None
    written = (form.current.folder / "call_sheet.html").read_text(encoding="utf-8")
    for printed in ("0306 999 0311", "0306 999 0144", "0306 999 0155", "robin.fielding@green-paths.example"):
        assert printed in written
    assert written.count("<li>It answered, and it is right</li>") == 3


def test_a_shared_copy_shows_the_list_and_nothing_that_was_typed(place: Place) -> None:
    """What was heard stands in the store alone."""
    form = sheet(place)
    form.press("says:nobody answered", {"call": PARENTS, "note": "A voice said Ocelot"})
    assert "Ocelot" in shown(form).words
    assert "Ocelot" not in still(form).words
    assert "0306 999 0155" in still(form).words
