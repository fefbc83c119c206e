"""The desk and the store: what becomes of decisions when the file under them changes."""

from review_kit.deciding.names import name_of
from review_kit.place import Place
from review_kit.widgets.decide import DecisionDesk

from . import places
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
