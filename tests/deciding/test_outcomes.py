"""Each finding with what was decided about it: what is left, what came back, what needs no decision."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from review_kit import steps
from review_kit.deciding import decision
from review_kit.model import LEFT, Action, Decided, Decision, Facts, Finding, Outcome, Review, Severity, State

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks, which use it most

TEAM = "Leaving Care team"
GONE, HELD, OTHER = make.URL, "https://club.example/band", "https://other.example/choir"
LOST = (make.visit(status=404), make.browser_like(404), make.front_page())
CHOIR = make.service(make.link(), name="Riverside Choir", contacts=[make.phone()])
DESCRIBED = make.visit(title="Riverside Choir")


def review(*visits: make.Visit, services: Sequence[make.Service] = (CHOIR,), today: date = make.TODAY,
           decided: Sequence[Decision] = ()) -> Review:
    """A review of these services with what was decided, the newest first."""
    facts = make.facts(*visits, services=services, today=today)
    return steps.check(facts, decided=Decided(tuple(sorted(decided, key=lambda one: -one.number))))


def found(of: Review, check: str, about: str = "", key: str = "") -> Outcome:
    """The only outcome of a check, of the thing in question where there are several."""
    one, = (o for o in of.outcomes if o.finding.check == check and about in o.key[2] and key in o.key[0])
    return one


def decide(of: Review, check: str, action: Action, *, number: int = 1, about: str = "", key: str = "",
           today: date = make.TODAY, **words: str) -> Decision:
    """A decision on the finding of a check, as the store would hold it."""
    made = decision(found(of, check, about, key), action, who=TEAM, today=today, **words)
    return replace(made, number=number, id=f"id-{number}")


def states(of: Review) -> dict[tuple[str, str, str], State]:
    """How each finding stands, by what it is about."""
    return {outcome.key: outcome.state for outcome in of.outcomes}


def test_there_is_one_outcome_for_each_finding_in_their_order() -> None:
    """Nothing is left out, whatever was decided."""
    before = review(*LOST)
    after = review(*LOST, decided=[decide(before, "link-not-found", Action.LATER)])
    for each in (before, after):
        assert [outcome.finding for outcome in each.outcomes] == list(each.findings)


def test_without_a_decision_everything_that_needs_one_is_open() -> None:
    """A note that argues for nothing is settled, and says so; all else is left to the lead."""
    told = review(*LOST)
    assert {o.state for o in told.outcomes if o.finding.severity >= Severity.CAUTION} == {State.OPEN}
    assert found(told, "contact-not-vouched").state is State.OPEN
    assert all(o.why for o in told.outcomes if o.state is State.SETTLED)
    assert all(o.decision is None for o in told.outcomes)


@pytest.mark.parametrize("action", [Action.FINE, Action.NO_PROBLEM, Action.TAKE_OUT, Action.RETIRE, Action.LATER])
def test_a_decision_alters_no_verdict(action: Action) -> None:
    """It stands beside what was found: links, contacts and findings are told as before."""
    before = review(*LOST)
    after = review(*LOST, decided=[decide(before, "link-not-found", action, note="We know.")])
    assert (after.links, after.contacts, after.findings) == (before.links, before.contacts, before.findings)


def many() -> Sequence[make.Service]:
    """Services that share links, hold them twice, and have much wrong with them."""
    return (make.service(make.link(), make.link(HELD), name="Riverside Choir", contacts=[
                make.phone(), make.phone("03069 99012", problem="too short"), make.email()]),
            make.service(make.link(row=3), make.link(OTHER, row=3), row=3, name="Riverside Band",
                         contacts=[make.phone(row=3), make.person(row=3)]),
            make.service(row=4, name="Silent", values={"Assured on": "soon", "Contract ends": "never"}))


MANY = (*LOST, make.visit(HELD, status=500), make.visit(OTHER, 200, (301, "https://new.example/choir")))


@pytest.mark.parametrize("action", [Action.NO_PROBLEM, Action.LATER, Action.ASK])
def test_such_a_decision_changes_nothing_else(action: Action) -> None:
    """Whichever finding it is about: “not a problem”, “later” and a question leave every other outcome as it was."""
    before = review(*MANY, services=many())
    open_ones = [outcome for outcome in before.outcomes if outcome.state is State.OPEN]
    assert len(open_ones) > 10
    for outcome in open_ones:
        made = replace(decision(outcome, action, who=TEAM, today=make.TODAY, note="We know."), number=1, id="a")
        after = review(*MANY, services=many(), decided=[made])
        changed = [one.key for one, was in zip(after.outcomes, before.outcomes, strict=True) if one != was]
        assert changed == [outcome.key]


def test_not_a_problem_about_a_page_does_not_hide_what_comes_next() -> None:
    """Another finding about the same link is a new question."""
    kept = decide(review(*LOST), "link-not-found", Action.NO_PROBLEM, note="It is being built.")
    later = review(make.visit(status=500), decided=[kept])
    assert {o.state for o in later.outcomes if o.finding.about == CHOIR.links[0]} == {State.OPEN}


def test_later_is_no_decision() -> None:
    """It is put off, which is still left; decided then, it is decided, and the newest word counts."""
    before = review(*LOST)
    later = decide(before, "link-not-found", Action.LATER)
    assert found(review(*LOST, decided=[later]), "link-not-found").state is State.PUT_OFF
    assert State.PUT_OFF in LEFT
    fine = decide(before, "link-not-found", Action.FINE, number=2, note="It opens.")
    assert found(review(*LOST, decided=[later, fine]), "link-not-found").decision == fine
    again = replace(later, number=3)
    assert found(review(*LOST, decided=[later, fine, again]), "link-not-found").state is State.PUT_OFF


def test_who_was_asked_has_not_answered_until_they_have() -> None:
    """A question waits; the provider's answer decides it."""
    before = review(*LOST)
    asked = decide(before, "link-not-found", Action.ASK)
    assert found(review(*LOST, decided=[asked]), "link-not-found").state is State.WAITING
    answered = decide(before, "link-not-found", Action.CONFIRMED, number=2)
    assert found(review(*LOST, decided=[asked, answered]), "link-not-found").state is State.DECIDED


@pytest.mark.parametrize("action", [Action.NO_PROBLEM, Action.LATER, Action.FINE])
def test_whatever_was_said_comes_back_when_the_next_review_is_due(action: Action) -> None:
    """On the day it still stands; the day after it has come back, with the reason."""
    kept = decide(review(*LOST), "link-not-found", action, today=date(2025, 11, 21), note="It opens.")
    assert found(review(*LOST, decided=[kept]), "link-not-found").state is not State.CAME_BACK
    day_after = found(review(*LOST, today=date(2026, 11, 22), decided=[kept]), "link-not-found")
    assert (day_after.state, day_after.decision) == (State.CAME_BACK, kept)
    assert "21 November 2026" in day_after.why


def test_a_provider_who_does_not_answer_comes_back_after_four_weeks() -> None:
    """A question must not wait for a year unseen."""
    kept = decide(review(*LOST), "link-not-found", Action.ASK, today=date(2026, 10, 24))
    assert found(review(*LOST, decided=[kept]), "link-not-found").state is State.WAITING
    later = found(review(*LOST, today=date(2026, 11, 22), decided=[kept]), "link-not-found")
    assert (later.state, later.decision) == (State.CAME_BACK, kept)
    assert "no answer is on record" in later.why


def test_a_decision_comes_back_when_the_page_changes_and_holds_again_when_it_is_as_it_was() -> None:
    """The reason says where the link leads now; nothing of what was decided is lost."""
    moved = (make.visit(GONE, 200, (301, "https://club.example/new")),)
    kept = decide(review(*moved), "link-moved", Action.SUGGESTION)
    on = (make.visit(GONE, 200, (301, "https://club.example/newer")),)
    back = found(review(*on, decided=[kept]), "link-moved")
    assert (back.state, back.decision) == (State.CAME_BACK, kept)
    assert back.why == "The link leads to https://club.example/newer now; it led to https://club.example/new."
    assert found(review(*moved, decided=[kept]), "link-moved").state is State.DECIDED


def test_a_decision_goes_with_its_service_when_rows_move() -> None:
    """It is found at the new row, and nothing stays behind at the old one."""
    kept = decide(review(*LOST), "link-not-found", Action.FINE, note="It opens.")
    moved = replace(make.service(make.link(row=7), row=7, name="Riverside Choir"), key=CHOIR.key)
    newcomer = make.service(make.link(), row=2, key="svc-new", name="Newcomer")
    told = review(*LOST, services=(newcomer, moved), decided=[kept])
    assert found(told, "link-not-found", key=CHOIR.key).decision == kept
    assert found(told, "link-not-found", key="svc-new").state is State.OPEN


def test_a_link_that_two_services_share_is_decided_for_each() -> None:
    """Taking it out of one leaves the other as it was."""
    services = (CHOIR, make.service(make.link(row=3), row=3, name="Riverside Band"))
    kept = decide(review(*LOST, services=services), "link-not-found", Action.TAKE_OUT, key=CHOIR.key)
    told = review(*LOST, services=services, decided=[kept])
    assert found(told, "link-not-found", key=CHOIR.key).state is State.DECIDED
    assert found(told, "link-not-found", key="svc-3").state is State.OPEN


@pytest.mark.parametrize(("action", "settled"), [
    (Action.TAKE_OUT, True), (Action.OTHER, True), (Action.FINE, False), (Action.NO_PROBLEM, False),
    (Action.LATER, False), (Action.ASK, False),
])
def test_words_that_are_to_be_replaced_leave_nothing_else_to_decide(action: Action, settled: bool) -> None:
    """All other findings on the same link are settled, each with the reason; those on other links are not."""
    services = (make.service(make.link(), make.link(HELD), name="Riverside Choir"),)
    base = review(*LOST, make.visit(HELD, status=500), services=services)
    complaint = replace(found(base, "link-not-found").finding, check="link-subject-in-doubt", basis=())
    base = replace(base, findings=(*base.findings, complaint))
    before = steps.decide(base, Decided())
    kept = decide(before, "link-not-found", action, text="https://club.example/new", note="We know.")
    after = steps.decide(base, Decided((kept,)))
    told = found(after, "link-subject-in-doubt")
    assert (told.state, bool(told.why)) == ((State.SETTLED, True) if settled else (State.OPEN, False))
    assert {state for key, state in states(after).items() if key[2] == HELD} == {State.OPEN}


def test_a_replacement_that_came_back_settles_nothing() -> None:
    """What is not to be written any more takes no other finding away."""
    kept = decide(review(*LOST), "link-not-found", Action.TAKE_OUT)
    other = replace(kept, basis=(("status", "410"),))
    told = review(*LOST, decided=[other])
    assert all(o.state is not State.SETTLED for o in told.outcomes if o.finding.about == CHOIR.links[0])


@pytest.mark.parametrize("action", [Action.FINE, Action.CONFIRMED])
def test_a_word_on_anything_in_an_entry_answers_who_vouches_for_it(action: Action) -> None:
    """Somebody rang the number: the entry's own question is settled, and says what is still to come."""
    kept = decide(review(*LOST), "contact-not-vouched", action)
    entry = found(review(*LOST, decided=[kept]), "service-overdue")
    assert (entry.state, bool(entry.why)) == (State.SETTLED, True)


@pytest.mark.parametrize("action", [Action.NO_PROBLEM, Action.TAKE_OUT, Action.ASK, Action.LATER])
def test_what_is_no_word_vouches_for_nothing(action: Action) -> None:
    """Nobody has looked, and nobody has answered."""
    kept = decide(review(*LOST), "contact-not-vouched", action, note="We know.")
    assert found(review(*LOST, decided=[kept]), "service-overdue").state is State.OPEN


def test_a_word_that_has_fallen_due_vouches_no_more() -> None:
    """The entry is open again with it."""
    kept = decide(review(*LOST), "contact-not-vouched", Action.FINE, today=date(2025, 11, 20))
    assert found(review(*LOST, decided=[kept]), "service-overdue").state is State.OPEN


def test_a_page_that_describes_an_entry_answers_who_vouches_for_it() -> None:
    """So there is nothing to decide about the entry itself."""
    assert found(review(DESCRIBED), "service-overdue").state is State.SETTLED
    assert found(review(make.visit(title="Something else")), "service-overdue").state is not State.SETTLED


def test_a_service_that_is_to_be_retired_leaves_nothing_to_decide() -> None:
    """Its own finding is decided, all its others are settled, and no other service is touched."""
    services = (CHOIR, make.service(make.link(row=3), row=3, name="Riverside Band"))
    before = review(*LOST, services=services)
    kept = decide(before, "link-not-found", Action.RETIRE, key=CHOIR.key)
    told = review(*LOST, services=services, decided=[kept])
    own = [o for o in told.outcomes if o.key[0] == CHOIR.key]
    assert found(told, "link-not-found", key=CHOIR.key).state is State.DECIDED
    assert {o.state for o in own if o.finding.check != "link-not-found"} == {State.SETTLED}
    assert all(o.decision == kept for o in own)
    assert [o for o in told.outcomes if o.key[0] != CHOIR.key] == [o for o in before.outcomes if o.key[0] != CHOIR.key]


def test_an_undone_retirement_is_none() -> None:
    """Everything is as it was before."""
    before = review(*LOST)
    kept = replace(decide(before, "link-not-found", Action.RETIRE), undone_on="2026-11-21")
    assert review(*LOST, decided=[kept]).outcomes == before.outcomes


def test_an_undone_decision_leaves_its_finding_as_before() -> None:
    """It is open again; an older one on the same thing would hold again."""
    before = review(*LOST)
    fine = replace(decide(before, "link-not-found", Action.FINE, note="It opens.", number=2), undone_on="2026-11-21")
    assert review(*LOST, decided=[fine]).outcomes == before.outcomes
    later = decide(before, "link-not-found", Action.LATER)
    assert found(review(*LOST, decided=[later, fine]), "link-not-found").decision == later


def test_a_retired_row_needs_no_decision() -> None:
    """It is no longer published."""
    service = replace(CHOIR, values={"Status": "Retired"})
    assert {o.state for o in review(*LOST, services=(service,)).outcomes} == {State.SETTLED}


def test_a_note_that_was_decided_and_fell_due_is_a_note_again() -> None:
    """What never needed a decision does not come back and ask for one."""
    note = Finding("link-passed-on", Severity.NOTE, CHOIR.cell, "Saw.", "Do.", CHOIR, CHOIR.links[0],
                   basis=(("title", "One"),))
    base = review(DESCRIBED)
    with_note = steps.decide(replace(base, findings=(note,)), Decided())
    outcome, = with_note.outcomes
    kept = replace(decision(outcome, Action.FINE, who=TEAM, today=date(2020, 1, 1)), number=1)
    back, = steps.decide(with_note, Decided((kept,))).outcomes
    assert (outcome.state, back.state, back.decision) == (State.SETTLED, State.SETTLED, None)


def test_a_suggestion_of_another_finding_on_the_same_link_is_lent() -> None:
    """Who complains need not know where the page is now; another service's link is not given it."""
    base = review(*LOST, services=(CHOIR, make.service(make.link(row=3), row=3)))
    complaint = found(base, "link-not-found", key=CHOIR.key).finding
    where = replace(complaint, check="link-new-address", suggestion="https://club.example/new")
    elsewhere = found(base, "link-not-found", key="svc-3").finding
    told = steps.decide(replace(base, findings=(complaint, where, elsewhere)), Decided())
    assert [o.suggestion for o in told.outcomes] == ["https://club.example/new", "https://club.example/new", ""]


def test_a_question_to_the_provider_is_not_left_and_later_is() -> None:
    """Of two findings, one asked and one put off, one fewer is left to decide, and none has gone."""
    base = review(*LOST)
    kept = [decide(base, "link-not-found", Action.ASK), decide(base, "contact-not-vouched", Action.LATER, number=2)]
    after = review(*LOST, decided=kept)
    assert len(after.outcomes) == len(base.outcomes)
    assert sum(o.state in LEFT for o in after.outcomes) == sum(o.state in LEFT for o in base.outcomes) - 1


def test_a_finding_of_no_service_can_be_decided() -> None:
    """A cell that belongs to no row has its decision too, and keeps it where it stands."""
    facts: Facts = make.facts(DESCRIBED, services=(CHOIR,))
    problem = Finding("cell-unreadable", Severity.CAUTION, make.Cell("Services", 9, 1), "Saw.", "Do.")
    facts = replace(facts, register=replace(facts.register, problems=(problem,)))
    base = steps.check(facts)
    kept = decide(base, "cell-unreadable", Action.NO_PROBLEM, note="We know.")
    assert found(steps.decide(base, Decided((kept,))), "cell-unreadable").state is State.DECIDED
