"""The desk and the store: what becomes of decisions when the file under them changes."""

from datetime import timedelta

import pytest

from review_kit.deciding.in_rows import DECISION, KEY, ROLE, from_rows, key_in_row
from review_kit.deciding.names import name_of
from review_kit.place import Place
from review_kit.widgets.decide import DecisionDesk
from review_kit.widgets.in_excel import DecideInExcel
from review_kit.widgets.missing import MissingServices

from . import places
from .meeting import busy
from .pages import shown


def decided(place: Place) -> DecisionDesk:
    """A desk on which one finding was put off."""
    desk = DecisionDesk(places.checked(place))
    desk.press("role", {"role": "Leaving Care team"})
    desk.press("decide:later", {"finding": first(desk)})
    assert desk.done == "Kept: Put off until later."
    return desk


def first(desk: DecisionDesk) -> str:
    """The first finding that can be decided, by the name that its form sends."""
    return desk.html.partition('name="finding" value="')[2].partition('"')[0]


def test_a_store_that_is_gone_is_told_and_comes_back(place: Place) -> None:
    """What was read stays in sight, nothing more is said to be kept, and all goes on once the file is back."""
    desk = decided(place)
    path = desk.current.store.path
    kept = path.read_bytes()
    path.unlink()
    desk.press("look")
    assert "that held your decisions is gone" in shown(desk).words
    assert desk.current.review is not None
    assert len(desk.current.review.decided.decisions) == 1
    desk.press("decide:later", {"finding": first(desk)})
    assert "is gone" in desk.trouble
    assert desk.done == ""
    assert not path.exists()
    path.write_bytes(kept)
    desk.press("look")
    desk.press("undo")
    assert desk.done == "Undone: 1 decision."
    assert "is gone" not in shown(desk).words


def test_a_store_that_was_busy_while_it_was_read_is_read_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program held it when the page began. Nothing is kept beside it; once it is free, the next press is."""
    before = decided(place)
    let_go = busy(before, monkeypatch)
    desk = DecisionDesk(places.opened(place))
    assert "try again" in desk.current.store_trouble
    desk.press("decide:later", {"finding": first(desk)})
    assert (desk.trouble, desk.done) == (desk.current.store_trouble, "")
    let_go()
    desk.press("decide:later", {"finding": first(desk)})
    assert (desk.trouble, desk.current.store_trouble) == ("", "")
    assert desk.done == "Kept: Put off until later."
    assert desk.current.review is not None
    assert desk.current.review.decided == desk.current.store.decided()


def test_a_mistake_is_told_beside_its_finding_and_not_at_the_top(place: Place) -> None:
    """A bad address at a finding far down: its sentence stands once, after that finding's words."""
    desk = DecisionDesk(places.checked(place))
    desk.press("role", {"role": "Leaving Care team"})
    desk.press("decide:write another", {"finding": first(desk), "text": "nowhere at all"})
    assert desk.html.count("“nowhere at all” is not a web address") == 1
    assert desk.html.index("“nowhere at all”") > desk.html.index('id="finding-1"')


def test_no_entry_is_assured_by_a_word_on_what_is_to_go(place: Place) -> None:
    """A casino's page was “checked”, and its link is taken out: nothing is left, and nobody vouches."""
    desk = DecisionDesk(places.checked(place))
    desk.press("role", {"role": "Leaving Care team"})
    review = desk.current.review
    assert review is not None
    worry = {o.finding.check: o for o in review.outcomes
             if o.finding.service is not None and o.finding.service.name.startswith("Worry Line")}
    desk.press("decide:checked by hand and fine", {"finding": name_of(worry["link-subject-in-doubt"])})
    desk.press("decide:take it out", {"finding": name_of(worry["link-taken-over"])})
    plan = desk.current.plan
    assert plan is not None
    assert [change.column for change in plan.changes if change.service == worry["link-taken-over"].finding.service] == [
        "Provider", "Service ID"]


def test_a_workbook_does_not_turn_back_what_was_decided_since(place: Place) -> None:
    """Written while one was put off, read after it was asked about: its row is a problem, and the newer word stays."""
    desk = decided(place)
    form = DecideInExcel(desk.current)
    form.press("write")
    name = first(desk)
    desk.press("undo")
    desk.press("decide:ask the provider", {"finding": name})
    form.press("read")
    assert "since this one was written. Decide it there." in shown(form).words
    assert 'value="keep"' not in form.html
    form.press("keep")
    assert [each.action for each in desk.current.store.decided().decisions] == ["ask the provider"]


def test_a_workbook_is_good_for_a_month(place: Place) -> None:
    """A row of five weeks ago is not kept as of today; one of four weeks ago is."""
    desk = decided(place)
    review = desk.current.review
    assert review is not None
    outcome = next(o for o in review.outcomes if o.finding.check == "link-blocks-robots")
    for days, told in ((35, "too long ago"), (28, "")):
        key = key_in_row(outcome, review.today - timedelta(days=days))
        row, = from_rows([(2, {DECISION: "Later", ROLE: "Team", KEY: key})], review, review.today)
        assert (row.decision is None, told in row.problem) == (bool(told), True)


def test_a_wrong_file_takes_the_preview_away(place: Place) -> None:
    """What another workbook would have done must not stand under the complaint, with a button to keep it."""
    desk = decided(place)
    form = DecideInExcel(desk.current)
    form.press("write")
    form.press("read")
    assert 'data-part="preview"' in form.html
    form.press("read", {}, (("register.xlsx", desk.current.path_of(places.PRACTICE).read_bytes()),))
    assert "cannot be used" in form.trouble
    assert 'data-part="preview"' not in form.html


def test_a_dangerous_address_is_no_new_service(place: Place) -> None:
    """The site that this review found dangerous comes into the register by no other door."""
    desk = decided(place)
    form = MissingServices(desk.current)
    form.press("add", {"Section": "Feeling well", "Area of support": "Worry Line again",
                       "Provider": "https://worry-line.example/text-us", "source": "a worker"})
    assert "dangerous" in form.trouble
    assert desk.current.store.candidates.all() == ()
