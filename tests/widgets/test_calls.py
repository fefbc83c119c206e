"""Notebook 2's call sheet: what is listed, what one press keeps, and how it is taken back."""

import re

import pytest

from review_kit import steps
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
    assert form.done == "Undone: 0306 999 0155 – It answered, and it is right."
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


# What a tired lead does, and what comes between


def test_a_remark_goes_along_with_whichever_button_is_pressed(place: Place) -> None:
    """One form a number: no button throws away what was typed beside it; Enter in a box presses none of them."""
    form = sheet(place)
    cards = re.findall(r'<li class="try".*?</details>\s*</form>', form.html, re.DOTALL)
    assert len(cards) == 4
    for card in cards:
        assert card.count("<form") == 1
        assert card.index('value="" disabled hidden') < card.index("says:right") < card.index('name="note"')
        assert [card.count(f'value="says:{says}"') for says in Says if says is not Says.PAUSED] == [1] * 6


def test_a_box_keeps_its_place_when_a_number_before_it_goes(place: Place) -> None:
    """What is being typed at one number is not drawn anew, and no choice is lost, when another is answered."""
    form = sheet(place)
    before = re.findall(r'id="([^"]+-note)"', form.html)
    form.press("says:right", {"call": WALKS})
    assert re.findall(r'id="([^"]+-note)"', form.html) == before[1:]


def test_a_number_that_is_right_is_not_another_one(place: Place) -> None:
    """Typed as the right number, and pressed as right: one of the two is a slip."""
    form = sheet(place)
    form.press("says:right", {"call": PARENTS, "text": "0306 999 0166"})
    assert "does not go with this answer" in form.trouble
    assert form.current.store.answers.all() == ()


def test_the_same_press_twice_keeps_one_answer(place: Place) -> None:
    """A second window, or a finger that is too quick; another day is another try."""
    form = sheet(place)
    for day in ("", "", "1/3/2026"):
        form.press("says:nobody answered", {"call": PARENTS, "on": day})
    assert len(form.current.store.answers.all()) == 2


def test_the_last_press_is_taken_back_beside_what_it_did(place: Place) -> None:
    """And only once."""
    form = sheet(place)
    assert 'value="undo_last"' not in form.html
    form.press("says:right", {"call": PARENTS})
    assert 'value="undo_last"' in form.html
    form.press("undo_last")
    assert form.done == "Undone: 0306 999 0155 – It answered, and it is right."
    assert PARENTS in listed(form)
    assert 'value="undo_last"' not in form.html
    form.press("undo_last")
    assert form.done == "That was undone already."


def test_a_store_that_is_gone_is_not_begun_anew(place: Place) -> None:
    """No press makes an empty one in its place."""
    form = sheet(place)
    form.press("says:right", {"call": PARENTS})
    form.current.store.path.rename(place.state / "aside.sqlite3")
    for press, values in (("says:right", {"call": WALKS}), ("undo", {"press": "x"}), ("undo_last", {}),
                          ("role", {"role": "Other"})):
        form.press(press, values)
        assert "that held your decisions is gone" in form.trouble
        assert not form.current.store.path.exists()


def shared(place: Place) -> CallSheet:
    """A sheet of a register in which five entries print one number; the page of the first of them vouches for it."""
    path = place.home / "shared.xlsx"
    rows = [("Feeling well", f"Service {n}", "Boathouse", "Mondays, ring 0113 243 0000", "A place") for n in range(4)]
    places.register_of(path, *rows, ("Feeling well", "Elsewhere", "Other", "Ring 0113 243 0099", "A place"))
    places.earlier_review(path, steps.this_day().isoformat())
    form = CallSheet(places.opened(place, places.own(path)), open_with=lambda _: True)
    form.press("role", {"role": TEAM})
    return form


def test_one_press_is_about_every_entry_that_prints_the_number(place: Place) -> None:
    """And is undone as one; the list of what was heard says of how many."""
    form = shared(place)
    form.press("says:nobody answered", {"call": "+441132430000"})
    assert form.done == "Kept: 0113 243 0000 – Nobody answered (in 4 entries)."
    assert "Service 0 and 3 other entries" in shown(form).words
    form.press("undo_last")
    assert form.done == "Undone: 0113 243 0000 – Nobody answered."
    assert "What was heard" not in shown(form).words


def test_a_dead_number_is_dead_in_every_entry(place: Place) -> None:
    """Also in one for which somebody vouched before, that is not on the list any more."""
    form = shared(place)
    review = form.current.review
    assert review is not None
    form.press("says:right", {"call": "+441132430000", "about": review.register.services[0].key})
    assert [told.verdict for told in form.current.review.contacts[:2]] == [  # type: ignore[union-attr]
        ContactVerdict.OK, ContactVerdict.BY_HAND]
    form.press("says:not in use", {"call": "+441132430000"})
    review = form.current.review
    assert review is not None
    assert {told.verdict for told in review.contacts[:4]} == {ContactVerdict.BROKEN}


def test_a_number_is_found_among_many(place: Place) -> None:
    """However it is spaced, or by its service; a sheet that was filled in with a pen is typed in from any page."""
    path = place.home / "many.xlsx"
    rows = [("Feeling well", f"Service {n}", "Boathouse", f"Ring 0113 24300{n:02}", "A place") for n in range(25)]
    places.register_of(path, *rows)
    places.earlier_review(path, steps.this_day().isoformat())
    form = CallSheet(places.opened(place, places.own(path)), open_with=lambda _: True)
    form.press("role", {"role": TEAM})
    assert "Showing 1 to 10 of 25." in shown(form).words
    form.press("next")
    assert "Showing 11 to 20 of 25." in shown(form).words
    for words in ("0113 243 0017", "01132430017", "430 017", "service 17", "D19", "services!d19"):
        form.press("narrow", {"words": words})
        assert listed(form) == ["+441132430017"], words
    form.press("says:nobody answered", {"call": "+441132430017"})
    form.press("narrow", {"show": "silent"})
    assert listed(form) == ["+441132430017"]
    form.press("narrow", {"show": "no such list"})
    assert len(listed(form)) == 10
