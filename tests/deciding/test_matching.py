"""Which decision belongs to which finding, how long it holds, and why it comes back."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit.deciding import due_of, key_of
from review_kit.deciding.matching import Matching
from review_kit.model import (
    CLEAR,
    LEFT,
    Action,
    Cell,
    Contact,
    Decision,
    Finding,
    Link,
    Service,
    Settings,
    Severity,
    State,
    Written,
)
from review_kit.rows import read_register

from ..checks import facts as make  # noqa: TID252 - the builders stand beside what uses them most
from ..rows.build import book  # noqa: TID252 - as above

DAY = "2026-11-21"
TEAM = "Leaving Care team"
CHOIR = make.service(make.link(), contacts=[make.phone()])
CRISIS = make.service(make.link(), name="Crisis line")
BASIS = (("status", "404"), ("final_url", make.URL))


def finding(check: str = "link-not-found", about: Link | Contact | None = make.link(), *, of: Service = CHOIR,  # noqa: B008
            cell: Cell | None = None, basis: tuple[tuple[str, str], ...] = BASIS) -> Finding:
    """A finding of a service."""
    return Finding(check, Severity.BROKEN, cell or (about.cell if about else of.cell), "Saw.", "Do.", of, about,
                   basis=basis)


def decided(about: Finding, action: Action = Action.FINE, *, number: int = 1, on: str = DAY,
            basis: tuple[tuple[str, str], ...] | None = None, undone_on: str = "") -> Decision:
    """A decision on a finding, as the store holds it."""
    key = key_of(about, {})
    return Decision(number, f"id-{number}", *key, action, TEAM, on, basis=about.basis if basis is None else basis,
                    undone_on=undone_on)


def matched(about: Finding, *decisions: Decision, today: date = make.TODAY, settings: Settings = make.SETTINGS,
            others: tuple[Finding, ...] = ()) -> tuple[Decision | None, str]:
    """What a finding is given of these decisions, the newest of which stands first."""
    matching = Matching(make.register(CHOIR, settings=settings), decisions, today)
    fits = {decision.number for decision in decisions for other in others if decision.basis == other.basis}
    return matching.match(key_of(about, {}), about, lambda decision: decision.number in fits)


def test_what_is_left_stands_first_and_nothing_is_both_left_and_clear() -> None:
    """States are in the order of what is still to be done; an unanswered question is neither left nor clear."""
    assert set(list(State)[:3]) == LEFT
    assert not LEFT & CLEAR
    assert set(State) - LEFT - CLEAR == {State.WAITING}


@pytest.mark.parametrize(("about", "words"), [
    (make.link(), make.URL),
    (make.link("", as_written="https//club.example", written=Written.MISTYPED), "https//club.example"),
    (make.phone(), "+443069990123"),
    (make.phone("03069 99012", problem="too short"), "03069 99012"),
    (make.email("Team@club.example"), "Team@club.example"),
    (None, ""),
])
def test_a_decision_is_about_the_words_in_question(about: Link | Contact | None, words: str) -> None:
    """The address, the number in its one spelling, or what is written where there is none; nothing for an entry."""
    assert key_of(finding(about=about), {}) == ("svc-2", "link-not-found", words)


def test_a_decision_on_one_cell_of_an_entry_is_about_its_column() -> None:
    """Two dates of one entry that cannot be read are two things; a finding of no service is known by its cell."""
    one = finding(about=None, cell=Cell("Services", 2, 8))
    other = finding(about=None, cell=Cell("Services", 2, 9))
    names = {8: "Assured on", 9: "Contract ends"}
    assert [key_of(each, names)[2] for each in (one, other)] == ["Assured on", "Contract ends"]
    assert key_of(replace(one, service=None), names) == ("", "link-not-found", "Services!H2: Saw.")


def test_a_row_that_moved_is_the_same_thing() -> None:
    """Neither the row nor the column of a link is part of what a decision is about."""
    moved = make.service(make.link(row=9), row=9, key="svc-2")
    assert key_of(finding(about=moved.links[0], of=moved), {}) == key_of(finding(), {})


def test_one_link_in_two_services_is_two_things() -> None:
    """What was decided for one service says nothing of the other."""
    other = make.service(make.link(row=3), row=3)
    about = finding(about=other.links[0], of=other)
    assert matched(about, decided(finding())) == (None, "")


def test_a_decision_holds_while_what_it_rests_on_is_the_same() -> None:
    """It is found, and no reason is given."""
    kept = decided(finding())
    assert matched(finding(), kept) == (kept, "")


@pytest.mark.parametrize(("name", "then", "now", "told"), [
    ("status", "404", "410", "The site answers in another way now."),
    ("final_url", "https://a.example/", "https://b.example/",
     "The link leads to https://b.example/ now; it led to https://a.example/."),
    ("title", "Choir", "Band", "The page is called “Band” now; it was called “Choir”."),
    ("title", "Choir", "", "The page is called “(nothing)” now; it was called “Choir”."),
    ("title", "{then}", "{now} {0}", "The page is called “{now} {0}” now; it was called “{then}”."),
    ("failure", "timeout", "reset", "It fails in another way now: reset."),
    ("suggestion", "", "https://b.example/", "Another address is suggested now: https://b.example/."),
    ("page_count", "3", "4", "What it rested on has changed: page count is “4” now; it was “3”."),
])
def test_a_decision_comes_back_with_the_reason(name: str, then: str, now: str, told: str) -> None:
    """What has changed is said in a sentence, with what it is now, whatever signs it holds."""
    kept = decided(finding(basis=((name, then),)))
    assert matched(finding(basis=((name, now),)), kept) == (kept, told)


def test_what_only_another_version_of_the_kit_knows_is_no_change() -> None:
    """A check may come to rest on more, or on less: what both know still says the same."""
    kept = decided(finding(), basis=(("status", "404"), ("mood", "sad")))
    assert matched(finding(), kept) == (kept, "")


def test_what_changed_back_is_as_it_was() -> None:
    """A decision that came back holds again when all that it rested on is so again."""
    kept = decided(finding())
    assert matched(finding(basis=(("status", "410"),)), kept)[1]
    assert matched(finding(), kept) == (kept, "")


def test_of_two_decisions_on_one_thing_the_newest_that_fits_counts() -> None:
    """An older one does not shine through, nor does a newer one that rests on what is no longer so."""
    newest, oldest = decided(finding(), Action.LATER, number=2), decided(finding())
    assert matched(finding(), newest, oldest) == (newest, "")
    elsewhere = decided(finding(), number=3, basis=(("status", "410"),))
    assert matched(finding(), elsewhere, newest, oldest) == (newest, "")


def test_an_undone_decision_is_none() -> None:
    """What stood before it holds again."""
    undone, older = decided(finding(), number=2, undone_on=DAY), decided(finding(), Action.LATER)
    assert matched(finding(), undone) == (None, "")
    assert matched(finding(), undone, older) == (older, "")


def test_a_decision_that_fits_another_finding_is_not_lent() -> None:
    """Two titles of one site in a cell have one address: what was decided on one leaves the other open."""
    one, other = finding(basis=(("as_written", "Choir"),)), finding(basis=(("as_written", "Band"),))
    kept = decided(one)
    assert matched(other, kept, others=(one,)) == (None, "")
    assert matched(one, kept, others=(other,)) == (kept, "")


@pytest.mark.parametrize(("service", "on", "last"), [
    (CHOIR, "2026-11-21", date(2027, 11, 21)),
    (CHOIR, "2024-02-29", date(2025, 2, 28)),
    (CRISIS, "2026-11-21", date(2027, 2, 21)),
    (CRISIS, "2026-11-30", date(2027, 2, 28)),
    (CRISIS, "2023-11-30", date(2024, 2, 29)),
    (None, "2026-11-21", date(2027, 11, 21)),
])
def test_a_decision_holds_for_one_cycle_of_its_service(service: Service | None, on: str, last: date) -> None:
    """A year, for a crisis service three months; a month that is shorter ends earlier."""
    assert due_of(decided(finding(), on=on), service, Settings()) == last


def test_the_cycles_are_those_of_settings() -> None:
    """The lead sets both in the sheet Settings."""
    settings = Settings(review_cycle_months=24, crisis_cycle_months=1)
    assert due_of(decided(finding()), CHOIR, settings) == date(2028, 11, 21)
    assert due_of(decided(finding()), CRISIS, settings) == date(2026, 12, 21)


@pytest.mark.parametrize(("today", "back"), [(date(2027, 11, 21), False), (date(2027, 11, 22), True)])
def test_a_decision_holds_on_the_day_it_falls_due_and_not_after(today: date, back: bool) -> None:
    """The day itself is in it; the day after, the reason names it."""
    kept = decided(finding())
    told = matched(finding(), kept, today=today)
    assert told == (kept, "The next review fell due on 21 November 2027." if back else "")


def test_a_decision_on_a_day_to_come_holds() -> None:
    """A review that is repeated as of an earlier day knows what was decided later."""
    kept = decided(finding())
    assert matched(finding(), kept, today=date(2026, 11, 1)) == (kept, "")


@pytest.mark.parametrize(("values", "last"), [
    ({"Assured on": "2026-11-20", "Next review due": "2026-12-01"}, date(2026, 12, 1)),
    ({"Assured on": "2026-01-10", "Next review due": ""}, date(2027, 1, 10)),
    ({"Assured on": "2026-11-20", "Next review due": "2029-01-01"}, date(2027, 11, 20)),
    ({"Assured on": "2025-01-10", "Next review due": "2026-11-21"}, date(2027, 11, 21)),
    ({"Assured on": "soon", "Next review due": "soon"}, date(2027, 11, 21)),
    ({"Next review due": "2026-12-01"}, date(2026, 12, 1)),
])
def test_a_next_review_that_is_due_earlier_ends_a_decision(values: dict[str, str], last: date) -> None:
    """A day that somebody wrote can shorten it and not lengthen it; one that was past already says nothing of it."""
    assert due_of(decided(finding()), make.service(values=values), Settings()) == last


def test_a_service_is_to_be_retired_until_that_is_undone() -> None:
    """Neither time nor what it rested on brings it back into the offer."""
    retire = decided(finding(), Action.RETIRE, on="2020-01-01", basis=(("status", "200"),))
    assert Matching(make.register(CHOIR), [retire], make.TODAY).retired(CHOIR) == retire
    undone = replace(retire, undone_on=DAY)
    assert Matching(make.register(CHOIR), [undone], make.TODAY).retired(CHOIR) is None
    assert Matching(make.register(CHOIR), [retire], make.TODAY).retired(make.service(row=3)) is None


def test_a_word_on_an_entry_holds_until_it_falls_due() -> None:
    """`holding` gives the newest decision about a thing, whatever became of its basis, to the last day of it."""
    kept = decided(finding(about=None))
    for today, held in ((date(2027, 11, 21), kept), (date(2027, 11, 22), None)):
        assert Matching(make.register(CHOIR), [kept], today).holding(kept.key, CHOIR) == held


TABLE = (("Section", "Area of support", "Provider", "Frequency", "Impact"), ("Art", "Choir", "Club", "Weekly", "Joy"))


def outside(*words: str) -> tuple[Finding, ...]:
    """What the reading says of a title above the table."""
    return read_register(book((" ".join(words),), *TABLE)).problems


def test_a_link_beside_the_table_is_not_silenced_with_its_neighbour() -> None:
    """Two links of one title are two things: “not a problem” about one says nothing of the other."""
    one, other = outside("https://club.example/a", "https://club.example/b")
    kept = decided(one, Action.NO_PROBLEM)
    assert matched(other, kept, others=(one,)) == (None, "")


def test_other_words_in_the_same_cell_beside_the_table_are_not_silenced() -> None:
    """What stands in that cell next year is another link, or another note, and is decided anew."""
    one, = outside("https://club.example/a")
    other, = outside("https://elsewhere.example/")
    kept = decided(one, Action.NO_PROBLEM)
    assert matched(other, kept) != (kept, "")
