"""Decisions written into real workbooks: the cells that were meant, and nothing an entry does not deserve."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from review_kit import steps
from review_kit.changes import LOG_COLUMNS
from review_kit.deciding import decision
from review_kit.errors import BusyError
from review_kit.model import (
    PUBLISHED_COLUMNS,
    Action,
    Candidate,
    Decided,
    Decision,
    Facts,
    Plan,
    Receipt,
    Register,
    Review,
    Service,
    Source,
    Visit,
)
from review_kit.store import STORE_FILE, Store

from .checks import facts as make
from .excel.packages import Made, inline, row

TEAM, DESK = "Leaving Care team", "Offer desk"
OLD, NEW = make.URL, "https://club.example/new"
CHOIR = ("Art", "Riverside Choir", OLD, "Weekly", "Joy")
BAND = ("Art", "Hillside Band", "https://other.example/band", "Daily", "Noise")
MOVED = make.visit(OLD, 200, (301, NEW), title="Riverside Choir")
PLAYS = make.visit(BAND[2], title="Hillside Band")
HEADER = (*PUBLISHED_COLUMNS, "Service ID", "Assured on", "Assured by", "Next review due", "Status")
ASSURED = ("2026-11-21", DESK, "2027-11-21")


def book(folder: Path, *rows: Sequence[str], header: Sequence[str] = HEADER,
         behind: Mapping[str, str] | None = None) -> Path:
    """A register of these rows; `behind` are the hyperlinks of cells."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Services"
    for each in (header, *rows):
        sheet.append([text or None for text in each])
    for place, target in (behind or {}).items():
        sheet[place].hyperlink = target
    path = folder / "offer.xlsx"
    made.save(path)
    return path


def review(register: Register | Path, *visits: Visit, decided: Sequence[Decision] = (), by: str = DESK,
           candidates: Sequence[Candidate] = (), today: date = make.TODAY) -> Review:
    """A review of a workbook with what was decided, the newest first."""
    if isinstance(register, Path):
        register = steps.open_register(register, candidates=candidates)
    facts = Facts(register, today, visits, make.STEADY, known={"guards": make.GUARDS})
    newest_first = tuple(sorted(decided, key=lambda one: -one.number))
    return steps.check(facts, decided=Decided(newest_first, tuple(candidates), by))


def decide(of: Review, check: str, action: Action, *, number: int = 1, about: str = "", name: str = "",
           **words: str) -> Decision:
    """A decision on the finding of a check, as the store would hold it."""
    outcome = next(o for o in of.outcomes if o.finding.check == check and about in o.key[2]
                   and (o.finding.service is None or name in o.finding.service.name))
    return replace(decision(outcome, action, who=TEAM, today=make.TODAY, **words), number=number, id=f"id-{number}")


def moved_to(of: Review, action: Action = Action.SUGGESTION, **words: str) -> Review:
    """The review with a decision on the link that moved."""
    kept = decide(of, "link-moved", action, name="Riverside", **words)
    return steps.decide(of, replace(of.decided, decisions=(kept,)))


def written(of: Review, folder: Path) -> tuple[Receipt, Register]:
    """The register as it was written and is read again."""
    receipt = steps.write_register(of, folder / "review")
    return receipt, steps.open_register(receipt.path)


def sheet_of(receipt: Receipt, name: str = "Services") -> Worksheet:
    """A sheet as openpyxl reads it."""
    return openpyxl.load_workbook(receipt.path)[name]


def log_of(receipt: Receipt) -> list[dict[str, str]]:
    """The change log, each row by its columns."""
    header, *rows = sheet_of(receipt, "Change log").iter_rows(values_only=True)
    return [dict(zip(header, (text or "" for text in each), strict=True)) for each in rows]


def assurance(service: Service) -> tuple[str, str, str]:
    """What an entry says of its assurance."""
    return service.value("Assured on"), service.value("Assured by"), service.value("Next review due")


def test_a_new_address_is_written_and_the_entry_is_assured(tmp_path: Path) -> None:
    """In its cell alone; the log says from what to what, by whom, why and on what evidence."""
    path = book(tmp_path, CHOIR, BAND)
    receipt, after = written(moved_to(review(path, MOVED, PLAYS), note="Rang them."), tmp_path)
    choir, band = after.services
    assert (receipt.refused, choir.provider, band.provider) == ((), NEW, BAND[2])
    assert (assurance(choir), assurance(band)) == (ASSURED, ASSURED)
    first = log_of(receipt)[0]
    assert tuple(first) == LOG_COLUMNS
    assert (first["field_name"], first["previous_value"], first["replacement_value"], first["updated_by"]) == (
        "Provider", OLD, NEW, TEAM)
    assert (first["cell"], first["reason"]) == ("Services!C2", "Decided: use the suggestion. Rang them.")
    assert "moved" in first["evidence"]
    assert len(log_of(receipt)) == receipt.cells_changed


def test_without_a_decision_every_published_cell_is_as_it_was(tmp_path: Path) -> None:
    """Whatever was found, and whatever was put off."""
    path = book(tmp_path, CHOIR, BAND, header=PUBLISHED_COLUMNS)
    for of in (review(path, MOVED, PLAYS), moved_to(review(path, MOVED, PLAYS), Action.LATER)):
        receipt, _ = written(of, tmp_path)
        before, after = openpyxl.load_workbook(path)["Services"], sheet_of(receipt)
        for place in (f"{column}{number}" for column in "ABCDE" for number in (1, 2, 3)):
            assert after[place].value == before[place].value


def test_the_plan_is_what_is_written(tmp_path: Path) -> None:
    """It names each cell with what stands there and what will; nothing is written for it."""
    path = book(tmp_path, CHOIR, BAND, header=PUBLISHED_COLUMNS)
    of = moved_to(review(path, MOVED, PLAYS))
    before = path.read_bytes()
    plan: Plan = steps.plan(of)
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["offer.xlsx"]
    receipt, _ = written(of, tmp_path)
    assert [(str(change.cell), change.old, change.new) for change in plan.changes] == [
        (each["cell"], each["previous_value"], each["replacement_value"]) for each in log_of(receipt)]


def test_what_was_written_once_is_not_written_again(tmp_path: Path) -> None:
    """The next review of the same day, with the same decisions, has nothing left to write."""
    path = book(tmp_path, CHOIR, BAND)
    of = moved_to(review(path, MOVED, PLAYS))
    _, after = written(of, tmp_path)
    arrived = make.visit(NEW, title="Riverside Choir")
    again = review(after, arrived, PLAYS, decided=of.decided.decisions)
    assert steps.plan(again) == Plan(())


def test_the_rest_of_a_cell_stays_to_the_last_sign(tmp_path: Path) -> None:
    """No-break spaces, signs that nobody sees, a longer address that begins alike, and the same link again."""
    text = "Club:\u00a0{0}\n\u200b• {0}/songs, {0}\nring\u00a003069 990123 🎶"
    path = book(tmp_path, (*CHOIR[:2], text.format(OLD), *CHOIR[3:]))
    of = review(path, MOVED, make.visit(f"{OLD}/songs", title="Riverside Choir"))
    receipt, _ = written(moved_to(of), tmp_path)
    assert sheet_of(receipt)["C2"].value == text.replace("{0}/songs", f"{OLD}/songs").replace("{0}", NEW)


def test_a_title_with_its_host_keeps_the_title(tmp_path: Path) -> None:
    """The new address takes the place of the host, and is read as the link from then on."""
    path = book(tmp_path, (*CHOIR[:2], "• Riverside Choir | Club (club.example.org)", *CHOIR[3:]))
    of = review(path, make.visit("https://club.example.org/", 200, title="Club"))
    kept = decide(of, "link-host-only", Action.OTHER, text=NEW)
    _, after = written(steps.decide(of, Decided((kept,), by=DESK)), tmp_path)
    assert after.services[0].provider == f"• Riverside Choir | Club ({NEW})"
    assert [link.url for link in after.services[0].links] == [NEW]


@pytest.mark.parametrize("behind", [OLD, "HTTPS://Club.Example/choir", "https://club.example:443/choir"])
def test_a_link_behind_display_text_leads_elsewhere_and_its_words_stay(tmp_path: Path, behind: str) -> None:
    """However the address behind it is spelt."""
    path = book(tmp_path, (*CHOIR[:2], "Our choir", *CHOIR[3:]), behind={"C2": behind})
    receipt, after = written(moved_to(review(path, MOVED)), tmp_path)
    assert receipt.refused == ()
    assert (sheet_of(receipt)["C2"].value, sheet_of(receipt)["C2"].hyperlink.target) == ("Our choir", NEW)
    assert [link.url for link in after.services[0].links] == [NEW]


@pytest.mark.parametrize(("text", "behind"), [
    (OLD, OLD), (OLD, f"{OLD}/"), ("club.example/choir", OLD), (f"Choir\n{OLD}", OLD), (f"{OLD}, Mondays", OLD),
])
def test_an_address_that_also_stands_behind_its_cell_changes_in_both(tmp_path: Path, text: str, behind: str) -> None:
    """Excel lays a typed address behind its cell: a reader must not see the new one and land on the old one."""
    path = book(tmp_path, (*CHOIR[:2], text, *CHOIR[3:]), behind={"C2": behind})
    visits = [MOVED, make.visit("https://club.example/choir", 200, (301, NEW), title="Riverside Choir")]
    receipt, after = written(moved_to(review(path, *visits)), tmp_path)
    links = {link.url for link in after.services[0].links}
    assert links == {NEW} or (receipt.refused and assurance(after.services[0]) == ("", "", ""))


@pytest.mark.parametrize("text", [OLD, f"Choir, {OLD}", "Our choir"])
def test_a_link_that_was_taken_out_leads_nowhere_or_is_told(tmp_path: Path, text: str) -> None:
    """What stays behind the cell is told in a sentence, and the entry is not assured."""
    path = book(tmp_path, (*CHOIR[:2], text, *CHOIR[3:]), behind={"C2": OLD})
    of = review(path, MOVED)
    kept = [decide(of, "link-moved", Action.TAKE_OUT), decide(of, "service-overdue", Action.FINE, number=2)]
    receipt, after = written(steps.decide(of, Decided(tuple(reversed(kept)), by=DESK)), tmp_path)
    service, = after.services
    assert service.links == () or (receipt.refused and assurance(service) == ("", "", ""))


@pytest.mark.parametrize(("text", "behind"), [
    ("team@club.example", "mailto:team@club.example"), ("Choir\nteam@club.example", "mailto:team@club.example"),
    ("Write to the choir", "mailto:team@club.example"),
])
@pytest.mark.parametrize("action", [Action.OTHER, Action.TAKE_OUT])
def test_a_mailbox_is_mended_wherever_it_stands_or_is_told(tmp_path: Path, text: str, behind: str,
                                                           action: Action) -> None:
    """In the words, behind them, or both: none of it keeps the old one, or the entry is not assured."""
    path = book(tmp_path, (*CHOIR[:2], text, *CHOIR[3:]), behind={"C2": behind})
    of = review(path)
    kept = [decide(of, "contact-not-vouched", action, text="desk@club.example"),
            decide(of, "service-overdue", Action.FINE, number=2)]
    receipt, after = written(steps.decide(of, Decided(tuple(reversed(kept)), by=DESK)), tmp_path)
    service, = after.services
    mailboxes = {one.normalised for one in service.contacts}
    assert "team@club.example" not in mailboxes or (receipt.refused and assurance(service) == ("", "", ""))


def test_what_is_refused_is_neither_written_nor_logged(tmp_path: Path) -> None:
    """The log and the workbook say the same: as many rows as cells that were changed."""
    path = book(tmp_path, (*CHOIR[:2], "Write to the choir", *CHOIR[3:]), BAND,
                behind={"C2": "mailto:team@club.example"})
    of = review(path, PLAYS)
    kept = [decide(of, "contact-not-vouched", Action.OTHER, text="desk@club.example"),
            decide(of, "service-overdue", Action.FINE, number=2, name="Riverside")]
    receipt, after = written(steps.decide(of, Decided(tuple(reversed(kept)), by=DESK)), tmp_path)
    assert len(log_of(receipt)) == receipt.cells_changed
    assert assurance(after.services[1]) == ASSURED


JOINED = ('"https://club.example/"&amp;"choir"', OLD)
LINKED = (f'HYPERLINK("{OLD}","Our choir")', "Our choir")


def formulas(folder: Path, formula: str = JOINED[0], result: str = OLD) -> Path:
    """A register whose first service has its provider by a formula, as the file keeps it with its result."""
    cell = f'<c r="C2" t="str"><f>{formula}</f><v>{result}</v></c>'
    choir = inline("A2", CHOIR[0]) + inline("B2", CHOIR[1]) + cell + inline("D2", CHOIR[3]) + inline("E2", CHOIR[4])
    return Made(row(1, *HEADER) + f'<row r="2">{choir}</row>' + row(3, *BAND)).save(folder)


@pytest.mark.parametrize(("formula", "result"), [JOINED, LINKED])
def test_a_formula_is_left_alone_and_everything_else_is_written(tmp_path: Path, formula: str, result: str) -> None:
    """A sentence names the cell; its entry is not assured, for it holds the old link still; the other one is."""
    receipt, after = written(moved_to(review(formulas(tmp_path, formula, result), MOVED, PLAYS)), tmp_path)
    told, = receipt.refused
    assert "Services!C2" in told
    choir, band = after.services
    assert (choir.provider, choir.value("Service ID")) == (result, choir.key)
    assert (assurance(choir), assurance(band)) == (("", "", ""), ASSURED)
    assert sheet_of(receipt)["C2"].value == "=" + formula.replace("&amp;", "&")
    assert not [each for each in log_of(receipt) if each["cell"] == "Services!C2"]


def test_the_plan_says_what_will_be_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    of = moved_to(review(formulas(tmp_path), MOVED, PLAYS))
    plan = steps.plan(of)
    assert "Services!C2" in plan.refused[0]
    assert "Services!C2" not in [str(change.cell) for change in plan.changes]
    assert not [change for change in plan.changes if change.column.startswith("Assured") and change.cell.row == 2]


def test_a_cell_that_two_services_share_assures_neither_where_it_is_refused(tmp_path: Path) -> None:
    """A provider merged over two rows, by a formula: neither entry has its new link."""
    cell = f'<c r="C2" t="str"><f>"https://club.example/"&amp;"choir"</f><v>{OLD}</v></c>'
    rows = [inline(f"A{n}", "Art") + inline(f"B{n}", f"Riverside {name}") + shared + inline(f"D{n}", "Weekly")
            + inline(f"E{n}", "Joy") for n, name, shared in ((2, "Choir", cell), (3, "Band", ""))]
    made = Made(row(1, *HEADER) + "".join(f'<row r="{n}">{each}</row>' for n, each in enumerate(rows, 2)),
                after='<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>')
    of = review(made.save(tmp_path), make.visit(OLD, 200, (301, NEW), title="Riverside Choir and Riverside Band"))
    kept = [decide(of, "link-moved", Action.SUGGESTION, name="Choir"),
            decide(of, "link-moved", Action.SUGGESTION, name="Band", number=2)]
    receipt, after = written(steps.decide(of, Decided(tuple(reversed(kept)), by=DESK)), tmp_path)
    assert receipt.refused
    assert [assurance(service) for service in after.services] == [("", "", "")] * 2


def test_a_cell_that_two_services_share_is_not_changed_against_the_other(tmp_path: Path) -> None:
    """One of them found the link fine, the other takes it out: neither is assured as if it had its way."""
    path = book(tmp_path, CHOIR, ("Art", "Riverside Band", "", "Daily", "Noise"))
    made = openpyxl.load_workbook(path)
    made["Services"].merge_cells("C2:C3")
    made.save(path)
    of = review(path, make.visit(OLD, 200, (301, NEW), title="Riverside Choir and Riverside Band"))
    kept = [decide(of, "link-moved", Action.FINE, name="Choir"),
            decide(of, "link-moved", Action.TAKE_OUT, name="Band", number=2)]
    _, after = written(steps.decide(of, Decided(tuple(reversed(kept)), by=DESK)), tmp_path)
    choir, band = after.services
    assert not (choir.links == () and assurance(choir)[0])
    assert not (band.links and assurance(band)[0])


def test_a_day_that_was_mended_does_not_stop_the_writing(tmp_path: Path) -> None:
    """“Assured on” said “soon”, the lead wrote a day, and a page vouches besides: all else is written."""
    path = book(tmp_path, (*CHOIR, "", "soon", TEAM), BAND)
    of = review(path, make.visit(OLD, title="Riverside Choir"), PLAYS)
    kept = decide(of, "date-not-readable", Action.OTHER, text="20/11/2026")
    _, after = written(steps.decide(of, Decided((kept,), by=DESK)), tmp_path)
    assert assurance(after.services[1]) == ASSURED
    assert assurance(after.services[0])[0] != "soon"


def test_a_number_is_replaced_and_words_are_taken_out(tmp_path: Path) -> None:
    """Two decisions in one cell are one new text, and a row of the log each."""
    text = f"Ring 03069 990123, or see {OLD}\nOn Mondays"
    path = book(tmp_path, (*CHOIR[:2], text, *CHOIR[3:]))
    of = review(path, MOVED)
    kept = [decide(of, "link-moved", Action.TAKE_OUT),
            decide(of, "contact-not-vouched", Action.OTHER, number=2, text="03069 990124")]
    receipt, after = written(steps.decide(of, Decided(tuple(reversed(kept)), by=DESK)), tmp_path)
    assert after.services[0].provider == "Ring 03069 990124, or see\nOn Mondays"
    assert {(each["previous_value"], each["replacement_value"], each["last_action_type"])
            for each in log_of(receipt) if each["cell"] == "Services!C2"} == {
        (OLD, "", "delete"), ("03069 990123", "03069 990124", "update")}


def test_a_service_is_retired_and_its_row_stays(tmp_path: Path) -> None:
    """All its words are there; undone before it was written, nothing is."""
    path = book(tmp_path, CHOIR, BAND)
    of = review(path, MOVED, PLAYS)
    kept = decide(of, "link-moved", Action.RETIRE)
    receipt, after = written(steps.decide(of, Decided((kept,), by=DESK)), tmp_path)
    assert [service.name for service in after.services] == ["Riverside Choir", "Hillside Band"]
    assert [service.retired for service in after.services] == [True, False]
    assert (after.services[0].provider, assurance(after.services[0])) == (OLD, ("", "", ""))
    assert [each["replacement_value"] for each in log_of(receipt) if each["field_name"] == "Status"] == ["retired"]
    undone = replace(kept, undone_on="2026-11-21")
    _, before = written(steps.decide(of, Decided((undone,), by=DESK)), tmp_path)
    assert not any(service.retired for service in before.services)


@pytest.mark.parametrize("answer", [
    "=HYPERLINK(\"https://evil.example\",\"Ring us\")", "+44 3069 990124", "-1", "@SUM(A1)", "\t=1+1",
    "🦆 ‘quoted’\nat the door", "a\u200bb\u00a0c", "_x0041_"])
def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path, answer: str) -> None:
    """In its cell and in the log; readers that share no code with ours see a text."""
    path = book(tmp_path, ("Art", "Riverside Choir", "The club", "Weekly", "Joy"))
    of = review(path)
    kept = decide(of, "service-unreachable", Action.OTHER, text=answer)
    receipt, after = written(steps.decide(of, Decided((kept,), by=DESK)), tmp_path)
    assert after.services[0].values["How to get it"] == answer.strip()
    for name in ("Services", "Change log"):
        cells = [cell for cells in sheet_of(receipt, name).iter_rows() for cell in cells]
        assert "f" not in {cell.data_type for cell in cells}
        assert answer.strip() in {cell.value for cell in cells} or "_x0041_" in answer


def test_a_decision_is_written_into_the_row_where_its_service_stands_now(tmp_path: Path) -> None:
    """The rows were sorted since it was decided."""
    kept = decide(review(book(tmp_path, CHOIR, BAND), MOVED, PLAYS), "link-moved", Action.SUGGESTION)
    sorted_now = book(tmp_path, BAND, CHOIR)
    _, after = written(review(sorted_now, MOVED, PLAYS, decided=[kept]), tmp_path)
    assert [service.provider for service in after.services] == [BAND[2], NEW]


def test_a_link_that_two_services_share_changes_where_it_was_decided(tmp_path: Path) -> None:
    """The other keeps it, and is not assured by it."""
    path = book(tmp_path, CHOIR, ("Art", "Hillside Band", OLD, "Daily", "Noise"))
    _, after = written(moved_to(review(path, MOVED)), tmp_path)
    assert [service.provider for service in after.services] == [NEW, OLD]
    assert [assurance(service)[0] for service in after.services] == ["2026-11-21", ""]


def test_columns_that_are_missing_are_made(tmp_path: Path) -> None:
    """In the order of the design, right of all others, with Service IDs for all."""
    path = book(tmp_path, CHOIR, BAND, header=PUBLISHED_COLUMNS)
    receipt, after = written(moved_to(review(path, MOVED, PLAYS)), tmp_path)
    assert [cell.value for cell in sheet_of(receipt)[1]] == [
        *PUBLISHED_COLUMNS, "Service ID", "Assured on", "Assured by", "Next review due"]
    assert [(service.value("Service ID"), assurance(service)) for service in after.services] == [
        (service.key, ASSURED) for service in after.services]


def candidate(*texts: str, number: int = 1, wanted: bool = True) -> Candidate:
    """A service that somebody missed."""
    values = dict(zip(PUBLISHED_COLUMNS, texts, strict=True))
    return Candidate(number, f"id-{number}", Source.WORKER, values, "2026-11-01", TEAM, wanted)


DRUMS = ("Sport", "Drums", "Club\nhttps://drums.example/", "=NOW()", "+1 for 'all' 🥁")


@pytest.mark.parametrize("below", [(), ((), ("", "For more information ring us")), ((), (), ("", "", "Last updated"))])
def test_a_service_that_was_missed_stands_below_all_others(tmp_path: Path, below: Sequence[Sequence[str]]) -> None:
    """With its words as texts, its Service ID, and a row of the log for each cell; notes below the table stay."""
    path = book(tmp_path, CHOIR, BAND, *below, header=PUBLISHED_COLUMNS)
    receipt, after = written(review(path, candidates=[candidate(*DRUMS), candidate(*BAND, number=2)]), tmp_path)
    assert [service.name for service in after.services] == ["Riverside Choir", "Hillside Band", "Drums"]
    drums = after.services[2]
    assert [drums.values[column] for column in PUBLISHED_COLUMNS] == list(DRUMS)
    assert (drums.value("Service ID"), drums.section) == (drums.key, "Sport")
    assert [link.url for link in drums.links] == ["https://drums.example/"]
    assert "f" not in {cell.data_type for cells in sheet_of(receipt).iter_rows() for cell in cells}
    assert [each["field_name"] for each in log_of(receipt) if each["service"] == "Drums"] == [
        *PUBLISHED_COLUMNS, "Service ID"]


def test_a_service_that_was_added_once_is_not_added_again(tmp_path: Path) -> None:
    """The next review finds it in the register, whatever order its rows are in then."""
    missed = [candidate(*DRUMS)]
    _, after = written(review(book(tmp_path, CHOIR, BAND), candidates=missed), tmp_path)
    again = steps.open_register(after.path, candidates=missed)
    assert again.services == after.services


def test_a_service_is_not_added_under_a_heading_that_nobody_chose(tmp_path: Path) -> None:
    """Where sections are rows, a row at the end stands under the last of them; for another the lead is told."""
    path = book(tmp_path, ("Sport",), CHOIR[1:], ("Health",), BAND[1:], header=PUBLISHED_COLUMNS[1:])
    receipt, after = written(review(path, candidates=[candidate(*DRUMS)]), tmp_path)
    assert [service.name for service in after.services] == ["Riverside Choir", "Hillside Band"]
    told, = receipt.refused
    assert told == ("“Drums” was not added: a row at the end would stand under “Health”, not under “Sport”. "
                    "Add it by hand under its heading.")
    _, after = written(review(path, candidates=[candidate("Health", *DRUMS[1:])]), tmp_path)
    assert [(service.name, service.section) for service in after.services][2:] == [("Drums", "Health")]


def test_a_service_is_not_added_over_what_stands_below(tmp_path: Path) -> None:
    """A note right under the last service stays; nothing of the new row is written, and a sentence says what to do."""
    path = book(tmp_path, CHOIR, BAND, ("", "", "Last updated in May"), header=PUBLISHED_COLUMNS)
    receipt, after = written(review(path, candidates=[candidate(*DRUMS)]), tmp_path)
    assert [service.name for service in after.services] == ["Riverside Choir", "Hillside Band"]
    assert "row 4, below the last service, is not empty" in receipt.refused[0]
    assert not [each for each in log_of(receipt) if each["service"] == "Drums"]


@pytest.mark.parametrize(("visits", "on"), [
    ((), ""), ((make.visit("https://drums.example/", title="Timetables"),), ""),
    ((make.visit("https://drums.example/", title="Drums Club"),), "2026-11-21"),
])
def test_a_service_that_was_missed_is_looked_at_like_all_others(
    tmp_path: Path, visits: Sequence[Visit], on: str,
) -> None:
    """It is assured only when its link works and the page describes it."""
    _, after = written(review(book(tmp_path, CHOIR), MOVED, *visits, candidates=[candidate(*DRUMS)]), tmp_path)
    assert assurance(after.services[1])[0] == on


def test_from_the_store_to_the_workbook(tmp_path: Path) -> None:
    """What was kept is what is written, after the file was opened anew; undone there, it is written no more."""
    path, store = book(tmp_path, CHOIR), Store(tmp_path / STORE_FILE)
    store.remember_role(TEAM)
    of = review(path, MOVED)
    kept, = store.decisions.add([decide(of, "link-moved", Action.SUGGESTION)])
    told = steps.decide(of, Store(store.path).decided(by=DESK))
    assert written(told, tmp_path)[1].services[0].provider == NEW
    store.decisions.undo([kept.id], today=make.TODAY)
    assert written(steps.decide(of, store.decided()), tmp_path)[1].services[0].provider == OLD


def test_deciding_does_not_judge_the_facts_again(tmp_path: Path) -> None:
    """Verdicts and findings are the very same; the role of Settings stands in where nobody said one."""
    of = review(book(tmp_path, CHOIR), MOVED, by="")
    told = moved_to(of)
    assert told.findings is of.findings
    assert told.links is of.links
    named = replace(of, facts=replace(of.facts, register=replace(
        of.register, settings=replace(of.register.settings, assured_by="Duty desk"))))
    assert steps.decide(named, Decided()).decided.by == "Duty desk"
    assert steps.decide(named, Decided(by=TEAM)).decided.by == TEAM


def test_a_register_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    """Somebody else's words are not written over."""
    of = moved_to(review(book(tmp_path, CHOIR), MOVED))
    book(tmp_path, BAND)
    with pytest.raises(BusyError):
        steps.write_register(of, tmp_path / "review")
    assert not (tmp_path / "review" / "offer_register.xlsx").exists()
