"""What a review writes into the register: what was decided, what that assures, and a Service ID where there is none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from review_kit import steps
from review_kit.changes import (
    ASSURANCE,
    LOG_COLUMNS,
    changes,
    log_rows,
    new_columns,
    placed,
    whole_cells,
    without_refused,
)
from review_kit.deciding import decision
from review_kit.model import (
    PUBLISHED_COLUMNS,
    REVIEW_COLUMNS,
    Action,
    Candidate,
    Cell,
    CellText,
    Change,
    Decided,
    Decision,
    Link,
    Review,
    Source,
    Written,
)
from review_kit.rows import with_candidates

from .checks import facts as make

TEAM, DESK = "Leaving Care team", "Offer desk"
NEW = "https://club.example/new"
COLUMNS = {"Section": 1, "Area of support": 2, "Provider": 3, "Frequency": 4, "Impact": 5}
EVERY = {name: number for number, name in enumerate((*PUBLISHED_COLUMNS, *REVIEW_COLUMNS), 1)}
ID = {"Service ID": "svc-2"}
LOST = (make.visit(status=404), make.browser_like(404), make.front_page())
DESCRIBED = make.visit(title="Riverside Choir")
CHOIR = make.service(make.link(), name="Riverside Choir", values=ID)
RINGS = make.service(name="Riverside Choir", contacts=[make.phone()], values=ID)


def review(*visits: make.Visit, of: make.Service | Sequence[make.Service] = CHOIR, decided: Sequence[Decision] = (),
           by: str = "", columns: dict[str, int] | None = None, candidates: Sequence[Candidate] = (),
           today: date = make.TODAY) -> Review:
    """A review of these services with what was decided; the register has the published columns where none are named."""
    services = [of] if isinstance(of, make.Service) else of
    facts = make.facts(*visits, services=services, columns=columns or COLUMNS, today=today)
    facts = replace(facts, register=with_candidates(facts.register, candidates, first_row=20))
    return steps.check(facts, decided=Decided(tuple(sorted(decided, key=lambda one: -one.number)), by=by))


def decide(of: Review, check: str, action: Action, *, number: int = 1, about: str = "", key: str = "",
           today: date = make.TODAY, **words: str) -> Decision:
    """A decision on the finding of a check, as the store would hold it."""
    outcome = next(o for o in of.outcomes if o.finding.check == check and about in o.key[2] and key in o.key[0])
    return replace(decision(outcome, action, who=TEAM, today=today, **words), number=number, id=f"id-{number}")


def made(of: Review, *, ids: bool = False) -> list[Change]:
    """The changes; those of Service IDs only where they are asked for."""
    return [change for change in changes(of) if ids or change.column != "Service ID"]


def written(of: Review) -> list[tuple[str, str, str, str]]:
    """The changes as cell, column, old and new words."""
    return [(str(change.cell), change.column, change.old, change.new) for change in made(of)]


PLAIN = [make.service(row=2), make.service(row=5)]


def test_a_register_without_ids_needs_the_column() -> None:
    """It is made when it is first needed."""
    assert new_columns(changes(review(of=PLAIN))) == ("Service ID",)


@pytest.mark.parametrize("of", [
    review(of=CHOIR), review(of=PLAIN, columns={**COLUMNS, "Service ID": 6}), review(of=()),
    review(of=[CHOIR, make.service(row=3)], columns={**COLUMNS, "Service ID": 6}),
])  # fmt: skip
def test_a_column_that_is_there_or_not_needed_is_not_made(of: Review) -> None:
    """No second column of a name, and none for nothing."""
    assert new_columns(changes(of)) == ()


def test_each_service_gets_the_name_by_which_it_is_known() -> None:
    """The key that stood for it until now, in its own row, in the column's place."""
    of = review(of=PLAIN)
    told = placed(changes(of), of.register, {"Service ID": 9})
    assert [(change.cell, change.column, change.old, change.new) for change in told] == [
        (Cell("Services", 2, 9), "Service ID", "", "svc-2"), (Cell("Services", 5, 9), "Service ID", "", "svc-5")]


def test_a_name_that_a_service_has_is_never_changed() -> None:
    """Only empty cells of the column are filled."""
    blank = make.service(row=4, values={"Service ID": "  "})
    of = review(of=[CHOIR, make.service(row=3), blank], columns={**COLUMNS, "Service ID": 6})
    assert [(change.cell.row, change.cell.column) for change in changes(of)] == [(3, 6), (4, 6)]


@pytest.mark.parametrize("action", [None, Action.LATER, Action.ASK, Action.NO_PROBLEM, Action.FINE, Action.CONFIRMED])
def test_nothing_that_is_published_is_changed_without_a_decision(action: Action | None) -> None:
    """Nor by one that leaves the words as they are, whatever the review found and whatever was suggested."""
    services = make.service(make.link(), name="Riverside Choir", contacts=[make.phone("03069 99012", problem="short")])
    moved = make.visit(make.URL, 200, (301, NEW), title="Riverside Choir")
    kept = [] if action is None else [
        decide(review(moved, of=services, columns=EVERY), "link-moved", action, note="We know.")]
    told = made(review(moved, of=services, decided=kept, by=DESK, columns=EVERY), ids=True)
    assert {change.column for change in told} <= {"Service ID", *ASSURANCE}


def test_nothing_left_to_do_is_no_change() -> None:
    """A register that was written once is written again without a change."""
    values = {**ID, "Assured on": "2026-11-21", "Assured by": DESK, "Next review due": "2027-11-21"}
    assert changes(review(DESCRIBED, of=replace(CHOIR, values=values), by=DESK, columns=EVERY)) == ()


MOVED = make.visit(make.URL, 200, (301, NEW))


@pytest.mark.parametrize(("action", "text", "new"), [
    (Action.SUGGESTION, "", NEW), (Action.OTHER, "https://b.example/", "https://b.example/"), (Action.TAKE_OUT, "", ""),
])
def test_a_link_is_replaced_as_it_was_decided(action: Action, text: str, new: str) -> None:
    """Its own words alone, in its own cell; whoever decided is named, with what was seen and why."""
    kept = decide(review(MOVED), "link-moved", action, text=text, note="Rang them.")
    change, = made(review(MOVED, decided=[kept]))
    assert (str(change.cell), change.column, change.old, change.new, change.part) == (
        "Services!C2", "Provider", make.URL, new, True)
    assert (change.by, change.why) == (TEAM, f"Decided: {action}. Rang them.")
    assert "The page has moved to a new address for good." in change.evidence
    assert f"{make.URL} answered 301" in change.evidence


@pytest.mark.parametrize(("link", "action", "old", "new", "part"), [
    (make.link(as_written="www.club.example/choir", written=Written.NO_SCHEME), Action.SUGGESTION,
     "www.club.example/choir", NEW, True),
    (make.link(as_written="Choir | Club (Derby) (club.example)", written=Written.TITLE_AND_HOST), Action.SUGGESTION,
     "Choir | Club (Derby) (club.example)", f"Choir | Club (Derby) ({NEW})", True),
    (make.link(as_written="Choir | Club (Derby) (club.example)", written=Written.TITLE_AND_HOST), Action.TAKE_OUT,
     "Choir | Club (Derby) (club.example)", "", True),
    (make.link(as_written="Our choir", written=Written.BEHIND_TEXT), Action.SUGGESTION, make.URL, NEW, False),
    (make.link(as_written="Our choir", written=Written.BEHIND_TEXT), Action.TAKE_OUT, make.URL, "", False),
])
def test_each_link_is_mended_as_it_is_written(link: Link, action: Action, old: str, new: str, part: bool) -> None:
    """A title that was pasted with its host keeps its words; behind display text only the address changes."""
    of = make.service(link, name="Riverside Choir", values=ID)
    kept = decide(review(MOVED, of=of), "link-moved", action)
    change, = made(review(MOVED, of=of, decided=[kept]))
    assert (change.old, change.new, change.part) == (old, new, part)


def test_a_title_without_its_address_is_given_one() -> None:
    """The title stays, and the address stands after it in brackets."""
    of = make.service(make.link("", as_written="Home - Club", written=Written.TITLE_ONLY), name="Riverside Choir",
                      values=ID)
    kept = decide(review(of=of), "link-without-address", Action.OTHER, text=NEW)
    assert written(review(of=of, decided=[kept])) == [
        ("Services!C2", "Provider", "Home - Club", f"Home - Club ({NEW})")]


def test_a_number_is_replaced() -> None:
    """With what was typed, as it was typed."""
    kept = decide(review(of=RINGS), "contact-not-vouched", Action.OTHER, text="03069 990124")
    assert written(review(of=RINGS, decided=[kept])) == [("Services!C2", "Provider", "03069 990123", "03069 990124")]


def test_the_same_link_in_two_cells_is_replaced_in_both() -> None:
    """One decision about a link of an entry is about all its places; another entry keeps it."""
    twice = make.service(make.link(), Link(Cell("Services", 2, 5), make.URL, make.URL), name="Choir", values=ID)
    other = make.service(make.link(row=3), row=3, values={"Service ID": "svc-3"})
    kept = decide(review(MOVED, of=[twice, other]), "link-moved", Action.SUGGESTION, key="svc-2")
    assert written(review(MOVED, of=[twice, other], decided=[kept])) == [
        ("Services!C2", "Provider", make.URL, NEW), ("Services!E2", "Impact", make.URL, NEW)]


def test_of_two_decisions_about_the_same_words_the_newest_is_written() -> None:
    """Two checks can complain of one link: it is replaced once."""
    base = review(MOVED)
    other = replace(base.findings[0], check="link-subject-in-doubt", basis=())
    base = replace(base, findings=(*base.findings, other))
    before = steps.decide(base, Decided())
    first = decide(before, "link-subject-in-doubt", Action.OTHER, text="https://b.example/")
    second = decide(before, "link-moved", Action.TAKE_OUT, number=2)
    for newest, oldest, new in ((second, first, ""), (replace(first, number=3), second, "https://b.example/")):
        told = steps.decide(base, Decided((newest, oldest)))
        assert [change.new for change in made(told)] == [new]


def test_what_came_back_or_was_undone_is_not_written() -> None:
    """Only a decision that holds writes anything."""
    kept = decide(review(MOVED), "link-moved", Action.SUGGESTION)
    for gone in (replace(kept, basis=(("final_url", "https://b.example/"),)), replace(kept, undone_on="2026-11-21"),
                 replace(kept, decided_on="2025-11-20")):
        assert made(review(MOVED, decided=[gone])) == []


def test_a_decision_is_written_into_the_row_where_its_service_stands_now() -> None:
    """Rows were sorted since."""
    kept = decide(review(MOVED), "link-moved", Action.SUGGESTION)
    moved = make.service(make.link(row=9), row=9, key="svc-2", name="Riverside Choir", values=ID)
    assert written(review(MOVED, of=moved, decided=[kept])) == [("Services!C9", "Provider", make.URL, NEW)]


def test_an_answer_goes_into_its_column() -> None:
    """One that the register lacks is made; what stood there before is told."""
    silent = make.service(name="Silent", values=ID)
    kept = decide(review(of=silent), "service-unreachable", Action.OTHER, text="=Knock twice")
    of = review(of=silent, decided=[kept])
    change, = made(of)
    assert (change.column, change.old, change.new, change.part) == ("How to get it", "", "=Knock twice", False)
    assert new_columns(changes(of)) == ("How to get it",)
    assert str(placed([change], of.register, {"How to get it": 8})[0].cell) == "Services!H2"


def test_a_day_that_could_not_be_read_is_replaced() -> None:
    """Its own cell, with what stood there."""
    of = make.service(name="Silent", values={**ID, "Contract ends": "never"})
    columns = {**COLUMNS, "Contract ends": 7}
    kept = decide(review(of=of, columns=columns), "date-not-readable", Action.OTHER, text="21/11/2027")
    assert written(review(of=of, columns=columns, decided=[kept])) == [
        ("Services!G2", "Contract ends", "never", "2027-11-21")]


@pytest.mark.parametrize("column", ["Assured on", "Next review due"])
def test_no_cell_is_asked_to_hold_two_things(column: str) -> None:
    """A day that was mended by hand and the day on which the entry is assured anew are one cell."""
    of = replace(CHOIR, values={**ID, "Assured by": TEAM, "Assured on": "2025-01-01", column: "soon"})
    base = review(DESCRIBED, of=of, columns=EVERY, by=DESK)
    kept = decide(base, "date-not-readable", Action.OTHER, text="21/11/2026")
    told = made(review(DESCRIBED, of=of, columns=EVERY, by=DESK, decided=[kept]))
    assert len({change.cell for change in told}) == len(told)


def test_a_service_is_retired_once_and_its_row_stays() -> None:
    """`retired` in `Status`, whatever stood there; nothing else of it is written, and no other service is."""
    two = [replace(CHOIR, contacts=(make.phone(),), values={**ID, "Status": "current"}),
           make.service(make.link(row=3), row=3, values={"Service ID": "svc-3"})]
    base = review(*LOST, of=two, columns=EVERY)
    kept = [decide(base, "link-not-found", Action.RETIRE, key="svc-2"),
            decide(base, "contact-not-vouched", Action.TAKE_OUT, number=2)]
    change, = made(review(*LOST, of=two, columns=EVERY, decided=kept, by=DESK))
    assert (change.service, change.column, change.old, change.new, change.by) == (
        two[0], "Status", "current", "retired", TEAM)


def test_a_service_is_retired_although_the_finding_has_gone() -> None:
    """What the lead decided holds until it is undone, also when the next look finds nothing wrong."""
    values = {**ID, "Assured on": "2026-11-01", "Assured by": TEAM, "Next review due": "2027-11-01"}
    of = replace(CHOIR, values=values)
    kept = decide(review(*LOST, of=of, columns=EVERY), "link-not-found", Action.RETIRE)
    told = review(DESCRIBED, of=of, columns=EVERY, decided=[kept])
    assert ("Status", "retired") in [(change.column, change.new) for change in made(told)]


def test_what_is_retired_already_or_undone_is_not_retired_again() -> None:
    """No change for nothing."""
    kept = decide(review(*LOST), "link-not-found", Action.RETIRE)
    gone = replace(CHOIR, values={**ID, "Status": "Retired"})
    assert made(review(*LOST, of=gone, decided=[kept])) == []
    assert made(review(*LOST, decided=[replace(kept, undone_on="2026-11-21")])) == []


def test_an_assured_entry_says_when_by_whom_and_until_when() -> None:
    """Three columns, made where the register lacks them; the evidence says what it rests on."""
    of = review(DESCRIBED, by=DESK)
    told = made(of)
    assert [(change.column, change.old, change.new) for change in told] == [
        ("Assured on", "", "2026-11-21"), ("Assured by", "", DESK), ("Next review due", "", "2027-11-21")]
    assert {change.by for change in told} == {DESK}
    assert all(make.URL in change.evidence for change in told)
    assert new_columns(changes(of)) == ("Assured on", "Assured by", "Next review due")


def test_a_crisis_service_is_due_sooner() -> None:
    """The cycle is that of Settings for such services."""
    of = replace(RINGS, name="Riverside Crisis line")
    day = date(2026, 11, 30)
    kept = decide(review(of=of, today=day), "contact-not-vouched", Action.FINE, today=day)
    assert [change.new for change in made(review(of=of, today=day, decided=[kept]))] == [
        "2026-11-30", TEAM, "2027-02-28"]


@pytest.mark.parametrize("of", [
    make.service(name="Silent", values=ID), RINGS, make.service(make.link(), name="Elsewhere", values=ID),
    replace(CHOIR, values={**ID, "Status": "retired"}),
])
def test_silence_assures_nothing(of: make.Service) -> None:
    """Nor does an answer of a page that tells of something else."""
    assert made(review(DESCRIBED, of=of, by=DESK)) == []


def test_what_rests_on_nothing_newer_is_not_assured_anew() -> None:
    """The day that stands there is as new as the oldest thing."""
    values = {**ID, "Assured on": "2026-11-21", "Assured by": "Duty team", "Next review due": "2026-12-01"}
    assert made(review(DESCRIBED, of=replace(CHOIR, values=values), by=DESK, columns=EVERY)) == []


def test_a_day_still_to_come_is_put_right() -> None:
    """Assured on is never newer than what it rests on, and an entry that was checked today says so."""
    of = replace(CHOIR, values={**ID, "Assured on": "2062-11-21", "Assured by": TEAM})
    base = review(DESCRIBED, of=of, columns=EVERY)
    kept = decide(base, "service-overdue", Action.FINE)
    told = made(review(DESCRIBED, of=of, columns=EVERY, decided=[kept]))
    assert ("Assured on", "2062-11-21", "2026-11-21") in [(change.column, change.old, change.new) for change in told]


BAND = dict(zip(PUBLISHED_COLUMNS, ("Art", "Band", "Riverside Club", "", "=1+1"), strict=True))


def test_a_service_that_is_to_be_added_fills_its_row() -> None:
    """The published columns that it has words for, its Service ID, and who missed it."""
    wanted = Candidate(1, "a", Source.WORKER, BAND, "2026-11-01", TEAM, wanted=True)
    of = review(DESCRIBED, candidates=[wanted], by=DESK)
    told = [change for change in made(of, ids=True) if change.cell.row == 20]
    assert [(str(change.cell), change.column, change.old, change.new) for change in told] == [
        ("Services!A20", "Section", "", "Art"), ("Services!B20", "Area of support", "", "Band"),
        ("Services!C20", "Provider", "", "Riverside Club"), ("Services!E20", "Impact", "", "=1+1"),
        ("Services!20", "Service ID", "", of.register.services[1].key)]
    assert all(change.by == DESK for change in told[:4])
    assert "a worker" in told[0].why


def test_a_service_that_is_only_kept_in_mind_writes_nothing() -> None:
    """Without a decision nothing is published."""
    kept = Candidate(1, "a", Source.WORKER, BAND, "2026-11-01", TEAM)
    assert made(review(DESCRIBED, candidates=[kept])) == made(review(DESCRIBED))


def whole(texts: dict[Cell, str], *wanted: Change, header: str = "Provider") -> tuple[list[Change], dict[Cell, str]]:
    """The changes as a workbook takes them, where the cells hold these texts now."""
    told, refused = whole_cells(wanted, lambda cell: CellText(cell, texts.get(cell, "")), lambda _: header)
    return list(told), refused


C2 = Cell("Services", 2, 3)


def words(old: str, new: str, *, cell: Cell = C2, part: bool = True) -> Change:
    """A change of words."""
    return Change(CHOIR, cell, "Provider", old, new, "Decided.", TEAM, "Seen.", part)


def test_words_become_the_whole_cell_with_all_else_in_it() -> None:
    """Several of one cell are one change; a change of a whole cell stays as it is."""
    other = words("", "svc-2", cell=Cell("Services", 2, 9), part=False)
    told, refused = whole({C2: f"Choir\u00a0– {make.URL}\nor 03069 990123"}, words(make.URL, NEW),
                          words("03069 990123", "03069 990124"), other)
    assert refused == {}
    assert told == [other, replace(words(f"Choir\u00a0– {make.URL}\nor 03069 990123",
                                         f"Choir\u00a0– {NEW}\nor 03069 990124"), part=False)]


def test_words_that_are_not_there_any_more_are_told() -> None:
    """The cell is left as it is, with a sentence that names it and them; other cells are written."""
    other = Cell("Services", 3, 3)
    told, refused = whole({C2: "Choir", other: make.URL}, words(make.URL, NEW), words(make.URL, NEW, cell=other))
    assert [change.cell for change in told] == [other]
    assert list(refused) == [C2]
    assert "Services!C2" in refused[C2]
    assert make.URL in refused[C2]


def test_an_entry_that_keeps_a_cell_that_could_not_be_written_is_not_assured() -> None:
    """All its other changes are made, and every other entry is assured."""
    other = make.service(row=3, name="Band")
    def assured(of: make.Service) -> list[Change]:
        return [Change(of, Cell("Services", of.cell.row, 9 + n), column, "", "x", "Why.", DESK)
                for n, column in enumerate(sorted(ASSURANCE))]
    status = Change(CHOIR, Cell("Services", 2, 12), "Status", "", "retired", "Why.", TEAM)
    wanted = [words(make.URL, NEW), status, *assured(CHOIR), *assured(other)]
    assert without_refused(wanted, {C2}, make.register(CHOIR, other)) == (status, *assured(other))
    assert without_refused(wanted, set(), make.register(CHOIR, other)) == tuple(wanted)


def test_each_change_is_logged_with_what_it_was() -> None:
    """One row a change, in Open Referral's words and ours: what, when, where, from what to what, by whom and why."""
    of = review(of=PLAIN)
    told = placed(changes(of), of.register, {"Service ID": 9})
    rows = log_rows(told, "2026-11-21")
    assert [len(row) for row in rows] == [len(LOG_COLUMNS)] * 2
    assert dict(zip(LOG_COLUMNS, rows[0], strict=True)) == {
        "resource_id": "svc-2", "resource_type": "service", "last_action_date": "2026-11-21",
        "last_action_type": "create", "field_name": "Service ID", "previous_value": "", "replacement_value": "svc-2",
        "updated_by": "offer review kit",
        "service": "Choir", "cell": "Services!I2", "reason": told[0].why, "evidence": ""}
    assert told[0].why


def test_a_change_of_something_and_one_about_no_service_are_logged_too() -> None:
    """A value that was replaced is an update, one taken out is deleted; a setting's change names no service."""
    cell = Cell("Settings", 3, 2)
    for new, action in (("New", "update"), ("", "delete")):
        row, = log_rows([Change(None, cell, "Council", "Old", new, "It was renamed.", "A lead")], "2026-11-21")
        told = dict(zip(LOG_COLUMNS, row, strict=True))
        assert (told["last_action_type"], told["resource_id"], told["cell"]) == (action, "", "Settings!B3")


def test_what_was_decided_is_logged_with_who_and_on_what_evidence() -> None:
    """The words that were replaced, not the whole cell, so that a reader sees what changed."""
    kept = decide(review(MOVED), "link-moved", Action.SUGGESTION, note="Rang them.")
    row, = log_rows(made(review(MOVED, decided=[kept])), "2026-11-21")
    told = dict(zip(LOG_COLUMNS, row, strict=True))
    assert (told["last_action_type"], told["previous_value"], told["replacement_value"], told["updated_by"]) == (
        "update", make.URL, NEW, TEAM)
    assert (told["field_name"], told["reason"]) == ("Provider", "Decided: use the suggestion. Rang them.")
    assert NEW in told["evidence"]
