"""What stands in the way of an entry's assurance, who vouches for it, and the day on which it rests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from review_kit import steps
from review_kit.deciding import Standing, decision, standings
from review_kit.deciding.standing import NO_ROLE, NOBODY, UNSEEN
from review_kit.model import Action, Decided, Decision, Review, Settings

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks, which use it most

TEAM, DESK = "Leaving Care team", "offer@borchester.example"
ENTRY, GONE, PHONE = "service-overdue", "link-not-found", "contact-not-vouched"
BAND = "https://other.example/band"
CHOIR = make.service(make.link(), name="Riverside Choir")
RINGS = make.service(name="Riverside Choir", contacts=[make.phone()])
SILENT = make.service(name="Riverside Choir")
DESCRIBED = make.visit(title="Riverside Choir")
LOST = (make.visit(status=404), make.browser_like(404), make.front_page())


def review(*visits: make.Visit, of: make.Service | Sequence[make.Service] = CHOIR, today: date = make.TODAY,
           decided: Sequence[Decision] = (), by: str = DESK, settings: Settings = make.SETTINGS) -> Review:
    """A review with what was decided, in whatever order; `by` is the role in whose name entries are assured."""
    services = [of] if isinstance(of, make.Service) else of
    canaries = (*make.STEADY, make.good(0, "before", day=10, run=make.moment(0, 10)),
                make.good(30, "after", day=10, run=make.moment(0, 10)))
    facts = make.facts(*visits, services=services, today=today, settings=settings, canaries=canaries)
    return steps.check(facts, decided=Decided(tuple(sorted(decided, key=lambda one: -one.number)), by=by))


def standing(of: Review, key: str = "svc-2") -> Standing:
    """How one entry stands."""
    one, = (each for each in standings(of) if each.service.key == key)
    return one


def decide(of: Review, check: str, action: Action, *, number: int = 1, about: str = "", today: date = make.TODAY,
           who: str = TEAM, **words: str) -> Decision:
    """A decision on the finding of a check, as the store would hold it."""
    outcome, = (o for o in of.outcomes if o.finding.check == check and about in o.key[2])
    return replace(decision(outcome, action, who=who, today=today, **words), number=number, id=f"id-{number}")


def earlier(url: str = make.URL, **more: str) -> make.Visit:
    """A look of the tenth of the month, eleven days before the review's day."""
    return make.visit(url, day=10, run=make.moment(0, 10), **more)


def test_a_page_that_describes_an_entry_assures_it() -> None:
    """On the day it was seen, in the name of the lead's role, until its cycle ends; the reason names the page."""
    told = standing(review(DESCRIBED))
    assert (told.assured, told.on, told.by, told.due) == (True, make.TODAY, DESK, date(2027, 11, 21))
    assert told.why == f"Its page still describes it: {make.URL}, seen on 21 November 2026."


def test_a_page_that_does_not_describe_it_assures_nothing() -> None:
    """It answered, and that is all that is known."""
    told = standing(review(make.visit(title="Timetables")))
    assert (told.assured, told.on, told.by, told.due) == (False, None, "", None)
    assert NOBODY in told.obstacles


@pytest.mark.parametrize("of", [SILENT, replace(SILENT, contacts=(make.person(),)), replace(SILENT, values={
    "How to get it": "Knock at the door.", "Assured by": TEAM})])
def test_silence_never_assures(of: make.Service) -> None:
    """A service that holds no link, phone or e-mail has nobody's word until somebody gives it."""
    assert NOBODY in standing(review(of=of)).obstacles


@pytest.mark.parametrize(("action", "said"), [
    (Action.FINE, "Leaving Care team checked it on 21 November 2026: I went there."),
    (Action.CONFIRMED, "The provider confirmed it on 21 November 2026: I went there."),
])
def test_a_word_on_the_entry_assures_one_that_holds_nothing_else(action: Action, said: str) -> None:
    """In the name of the role that gave it, whatever role the lead's own is."""
    unreachable = decide(review(of=SILENT), "service-unreachable", Action.NO_PROBLEM, note="You walk in.")
    word = decide(review(of=SILENT), ENTRY, action, number=2, note="I went there")
    told = standing(review(of=SILENT, decided=[unreachable, word]))
    assert (told.assured, told.on, told.by, told.why) == (True, make.TODAY, TEAM, said)


def test_a_remark_that_is_a_sentence_ends_once() -> None:
    """People close their remarks with a full stop, and no second one follows."""
    word = decide(review(of=RINGS), PHONE, Action.FINE, note="Ann answered.")
    assert standing(review(of=RINGS, decided=[word])).why.endswith(": Ann answered.")


def test_a_word_on_a_number_assures_its_entry() -> None:
    """Somebody rang it and the service answered."""
    word = decide(review(of=RINGS), PHONE, Action.FINE)
    assert standing(review(of=RINGS, decided=[word])).assured


@pytest.mark.parametrize("action", [Action.NO_PROBLEM, Action.ASK, Action.LATER])
def test_what_is_no_word_on_the_entry_assures_nothing(action: Action) -> None:
    """“Not a problem”, a question and “later” say nothing of anybody who looked."""
    word = decide(review(of=RINGS), ENTRY, action, note="We know.")
    phone = decide(review(of=RINGS), PHONE, Action.NO_PROBLEM, number=2, note="We know.")
    assert NOBODY in standing(review(of=RINGS, decided=[word, phone])).obstacles


@pytest.mark.parametrize("action", [Action.TAKE_OUT, Action.OTHER])
def test_a_page_whose_link_is_to_go_vouches_no_more(action: Action) -> None:
    """The lead has said that it is the wrong one; without it the entry has nobody's word."""
    moved = make.visit(make.URL, 200, (301, "https://club.example/new"), title="Riverside Choir")
    kept = decide(review(moved), "link-moved", action, text="https://elsewhere.example/")
    assert NOBODY in standing(review(moved, decided=[kept])).obstacles
    kept = decide(review(moved), "link-moved", Action.SUGGESTION)
    assert standing(review(moved, decided=[kept])).assured


def test_whoever_is_nobody_assures_nothing() -> None:
    """Where no role is named, the page alone is not enough; the role of a word is one."""
    assert standing(review(DESCRIBED, by="")).obstacles == (NO_ROLE,)
    word = decide(review(of=RINGS), PHONE, Action.FINE)
    assert standing(review(of=RINGS, decided=[word], by="")).by == TEAM


def test_the_role_of_settings_stands_where_nobody_said_one() -> None:
    """The sheet Settings names it."""
    settings = Settings(council="Borchester Council", assured_by="Offer desk")
    assert standing(review(DESCRIBED, by="", settings=settings)).by == "Offer desk"
    assert standing(review(DESCRIBED, settings=settings)).by == DESK


BOTH = make.service(make.link(), make.link(BAND), name="Riverside Choir")
HALF = (*LOST, make.visit(BAND, title="Riverside Choir"))


def test_a_finding_that_is_not_decided_is_in_the_way() -> None:
    """Although another of its pages describes it."""
    assert standing(review(*HALF, of=BOTH)).obstacles == ("1 finding is not decided yet.",)
    with_phones = replace(BOTH, contacts=(make.phone(), make.email()))
    assert standing(review(*HALF, of=with_phones)).obstacles == ("3 findings are not decided yet.",)


@pytest.mark.parametrize(("action", "told"), [
    (Action.LATER, ("1 finding is put off.",)),
    (Action.ASK, ("The provider was asked, and has not answered yet.",)),
    (Action.NO_PROBLEM, ()), (Action.FINE, ()), (Action.CONFIRMED, ()), (Action.TAKE_OUT, ()),
    (Action.OTHER, (UNSEEN,)),
])
def test_only_what_is_decided_is_out_of_the_way(action: Action, told: tuple[str, ...]) -> None:
    """*Later* and a question that waits are none; a new address that nobody has looked at is to be checked first."""
    kept = decide(review(*HALF, of=BOTH), GONE, action, text="https://club.example/new", note="We know.")
    assert standing(review(*HALF, of=BOTH, decided=[kept])).obstacles == told


def test_a_decision_that_came_back_is_in_the_way() -> None:
    """What it rested on has changed, or its time has come."""
    kept = decide(review(*HALF, of=BOTH), GONE, Action.NO_PROBLEM, note="We know.")
    changed = replace(kept, basis=(("status", "410"),))
    overdue = replace(kept, decided_on="2025-11-20")
    for each in (changed, overdue):
        assert standing(review(*HALF, of=BOTH, decided=[each])).obstacles == ("1 decision came back.",)
    on_its_day = replace(kept, decided_on="2025-11-21")
    assert standing(review(*HALF, of=BOTH, decided=[on_its_day])).assured


def test_later_and_a_question_are_out_of_the_way_once_they_are_decided() -> None:
    """The newest word on a thing counts."""
    base = review(*HALF, of=BOTH)
    kept = [decide(base, GONE, Action.LATER), decide(base, GONE, Action.ASK, number=2),
            decide(base, GONE, Action.CONFIRMED, number=3)]
    assert standing(review(*HALF, of=BOTH, decided=kept)).assured
    assert not standing(review(*HALF, of=BOTH, decided=kept[:2])).assured


def test_a_provider_who_was_asked_about_the_entry_has_to_answer() -> None:
    """A page that describes it does not stand for the answer that is waited for."""
    asked = decide(review(DESCRIBED), ENTRY, Action.ASK)
    assert not standing(review(DESCRIBED, decided=[asked])).assured
    answered = decide(review(DESCRIBED), ENTRY, Action.CONFIRMED, number=2)
    assert standing(review(DESCRIBED, decided=[asked, answered])).assured


def test_an_undone_word_is_none() -> None:
    """Nobody vouches any more."""
    word = replace(decide(review(of=RINGS), PHONE, Action.FINE), undone_on="2026-11-21")
    assert NOBODY in standing(review(of=RINGS, decided=[word])).obstacles


@pytest.mark.parametrize(("on", "holds"), [("2025-11-21", True), ("2025-11-20", False)])
def test_a_word_on_the_entry_vouches_to_the_day_it_falls_due(on: str, holds: bool) -> None:
    """That day is in it."""
    unreachable = decide(review(of=SILENT), "service-unreachable", Action.NO_PROBLEM, number=2, note="You walk in.")
    word = replace(decide(review(of=SILENT), ENTRY, Action.FINE), decided_on=on)
    assert standing(review(of=SILENT, decided=[word, unreachable])).assured is holds


def test_a_word_on_a_crisis_line_vouches_for_three_months() -> None:
    """A year is too long; the day on which the next review is due says so too."""
    line = replace(RINGS, name="Riverside Crisis line")
    word = decide(review(of=line), PHONE, Action.FINE)
    for on, due in (("2026-08-21", date(2026, 11, 21)), ("2026-08-20", None)):
        assert standing(review(of=line, decided=[replace(word, decided_on=on)])).due == due


@pytest.mark.parametrize(("name", "on", "due"), [
    ("Riverside Choir", "2024-02-29", date(2025, 2, 28)), ("Riverside Crisis line", "2026-11-30", date(2027, 2, 28)),
    ("Riverside Crisis line", "2023-11-30", date(2024, 2, 29)),
])
def test_the_next_review_is_due_when_its_cycle_ends(name: str, on: str, due: date) -> None:
    """On the last day of the month where that month is shorter."""
    day = date.fromisoformat(on)
    word = decide(review(of=replace(RINGS, name=name)), PHONE, Action.FINE, today=day)
    assert standing(review(of=replace(RINGS, name=name), decided=[word], today=day)).due == due


def test_it_is_assured_on_the_oldest_day_that_it_rests_on() -> None:
    """Of a page seen today and a number that was rung in spring, spring counts; so does an old “not a problem”."""
    both = replace(CHOIR, contacts=(make.phone(),))
    word = decide(review(DESCRIBED, of=both), PHONE, Action.FINE, today=date(2026, 4, 2))
    assert standing(review(DESCRIBED, of=both, decided=[word])).on == date(2026, 4, 2)
    known = decide(review(*HALF, of=BOTH), GONE, Action.NO_PROBLEM, today=date(2026, 3, 1), note="We know.")
    assert standing(review(*HALF, of=BOTH, decided=[known])).on == date(2026, 3, 1)


def test_of_several_words_the_newest_says_who_and_the_oldest_says_when() -> None:
    """Both are part of what the assurance rests on."""
    two = replace(RINGS, contacts=(make.phone(), make.email()))
    base = review(of=two)
    first = decide(base, PHONE, Action.FINE, about="+44", today=date(2026, 4, 2), who="Duty team")
    second = decide(base, PHONE, Action.CONFIRMED, about="team@", number=2)
    told = standing(review(of=two, decided=[first, second]))
    assert (told.by, told.on) == (TEAM, date(2026, 4, 2))


def test_a_page_that_was_seen_earlier_counts_from_that_day() -> None:
    """A review that goes on for days rests on the day of each look."""
    assert standing(review(earlier(title="Riverside Choir"))).on == date(2026, 11, 10)


def test_every_link_that_works_is_part_of_what_it_rests_on() -> None:
    """One that was seen to work eleven days ago was not seen today, whatever page was."""
    told = standing(review(DESCRIBED, earlier(BAND), of=BOTH))
    assert told.on == date(2026, 11, 10)


def test_a_word_of_today_makes_no_older_look_newer() -> None:
    """Somebody checked the entry today; that its link works was seen eleven days ago."""
    word = decide(review(earlier(title="Riverside timetables")), ENTRY, Action.FINE)
    assert standing(review(earlier(title="Riverside timetables"), decided=[word])).on == date(2026, 11, 10)


def test_a_number_that_nobody_rang_again_keeps_the_day_on_which_somebody_did() -> None:
    """While an assurance holds, its contacts raise no finding; a page seen today is no word on them."""
    values = {"Assured on": "2026-04-02", "Assured by": TEAM, "Next review due": "2027-04-02"}
    entry = replace(CHOIR, contacts=(make.phone(),), values=values)
    told = standing(review(DESCRIBED, of=entry))
    assert told.on is None or told.on <= date(2026, 4, 2)


def test_a_review_that_is_repeated_as_of_its_own_day_assures_on_no_later_one() -> None:
    """What was decided since does not move it into the future."""
    word = decide(review(of=RINGS), PHONE, Action.FINE, today=date(2026, 12, 1))
    assert standing(review(of=RINGS, decided=[word])).on == make.TODAY


def test_a_service_that_is_retired_or_to_be_retired_stands_nowhere() -> None:
    """Nobody assures what is not published; undone, it stands as before."""
    gone = make.service(make.link(row=3), row=3, name="Riverside Band", values={"Status": "retired"})
    base = review(*LOST, of=[CHOIR, gone])
    outcome = next(o for o in base.outcomes if o.finding.check == GONE and o.key[0] == "svc-2")
    retire = replace(decision(outcome, Action.RETIRE, who=TEAM, today=make.TODAY), number=1)
    assert [each.service.key for each in standings(base)] == ["svc-2"]
    assert standings(review(*LOST, of=[CHOIR, gone], decided=[retire])) == ()
    undone = replace(retire, undone_on="2026-11-21")
    assert standings(review(*LOST, of=[CHOIR, gone], decided=[undone])) == standings(base)


def test_a_link_that_two_services_share_vouches_for_the_one_it_describes() -> None:
    """The other has nobody's word."""
    other = make.service(make.link(row=3), row=3, name="Hillside Pottery")
    told = review(DESCRIBED, of=[CHOIR, other])
    assert [each.assured for each in standings(told)] == [True, False]
    assert standings(told, [other]) == (standing(told, "svc-3"),)
