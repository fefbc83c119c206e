"""What a review's folder tells without asking anybody: the facts, how the run ended, and what writing would write."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from review_kit import steps
from review_kit.disk import FACTS_FILE, FactFile
from review_kit.looks import how_it_ended, next_looks
from review_kit.model import CanaryRound, Facts, Register, Visit
from review_kit.practice import PRACTICE_DAY, Practice, practice_review
from review_kit.practice.names import TableOfNames
from review_kit.web import PRACTICE, Network, StoppedClock

MOMENT = "2026-03-02T10:00:00.000Z"
Done = tuple[Practice, Path, Facts, list[Visit | CanaryRound]]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Done]:
    """One whole practice run, what it returned, and what it told as it went."""
    folder = tmp_path_factory.mktemp("reviews") / PRACTICE_DAY.isoformat()
    told: list[Visit | CanaryRound] = []
    with practice_review() as practice:
        register = steps.open_register(practice.register)
        facts = steps.visit(register, folder, today=practice.today, network=practice.network, on_fact=told.append)
        yield practice, folder, facts, told


@pytest.fixture
def copied(done: Done, tmp_path: Path) -> Path:
    """The folder of the whole run, to be changed at will."""
    folder = tmp_path / "reviews" / PRACTICE_DAY.isoformat()
    shutil.copytree(done[1], folder)
    return folder


def without_network() -> Network:
    """A machine on which no name is found."""
    return Network(names=TableOfNames(lambda _: None), pace=PRACTICE, clock=StoppedClock(MOMENT), use_proxies=False)


def rewritten(folder: Path, *facts: Visit | CanaryRound) -> Path:
    """A folder that holds these facts and no others."""
    with FactFile(folder, afresh=True) as file:
        for fact in facts:
            file.add(fact)
    return folder


def test_a_whole_run_reads_as_it_was_returned(done: Done) -> None:
    """Every fact, the tables, the earlier review and how it ended; and again, and again."""
    _, folder, facts, _ = done
    assert facts.ended == "done"
    assert steps.facts_of(facts.register, folder, today=PRACTICE_DAY) == facts
    assert steps.check(steps.facts_of(facts.register, folder, today=PRACTICE_DAY)) == steps.check(facts)


def test_each_fact_is_told_once_it_is_on_the_disk(done: Done) -> None:
    """In the order in which they stand in the file, none twice and none left out."""
    _, _, facts, told = done
    assert tuple(fact for fact in told if isinstance(fact, Visit)) == facts.visits
    assert tuple(fact for fact in told if isinstance(fact, CanaryRound)) == facts.canaries


def test_who_is_told_of_a_fact_finds_it_in_the_folder(done: Done, tmp_path: Path) -> None:
    """Whoever draws a page at that moment and reads the folder sees no less than was told."""
    practice, _, facts, _ = done
    behind: list[int] = []

    def look(fact: Visit | CanaryRound) -> None:
        there = steps.facts_of(facts.register, tmp_path, today=PRACTICE_DAY)
        behind.append(fact not in (*there.visits, *there.canaries))
    steps.visit(facts.register, tmp_path, today=PRACTICE_DAY, network=practice.network, on_fact=look,
                should_stop=lambda: len(behind) > 3)
    assert len(behind) > 3
    assert not any(behind)


def test_a_stopped_run_reads_as_it_was_returned(done: Done, tmp_path: Path) -> None:
    """Although the practice review's clock stands still, and both of its rounds have the same moment."""
    practice, _, facts, _ = done
    told: list[Visit | CanaryRound] = []
    stopped = steps.visit(facts.register, tmp_path, today=PRACTICE_DAY, on_fact=told.append,
                          network=practice.network, should_stop=lambda: len(told) > 3)
    assert stopped.ended == "stopped"
    assert steps.facts_of(facts.register, tmp_path, today=PRACTICE_DAY) == stopped


def test_a_run_without_a_network_reads_as_it_was_returned(done: Done, tmp_path: Path) -> None:
    """No network is told from a run that was stopped."""
    facts = steps.visit(done[2].register, tmp_path, today=PRACTICE_DAY, network=without_network())
    assert facts.ended == "no network"
    assert facts.visits == ()
    assert steps.facts_of(done[2].register, tmp_path, today=PRACTICE_DAY) == facts


def test_without_a_folder_there_are_no_facts_and_none_is_made(done: Done, tmp_path: Path) -> None:
    """To read is not to write."""
    facts = steps.facts_of(done[2].register, tmp_path / "none" / "2026-03-02", today=PRACTICE_DAY)
    assert (facts.visits, facts.canaries, facts.ended, facts.unread) == ((), (), "done", 0)
    assert facts.network_state == "not asked"
    assert facts.known == done[2].known
    assert list(tmp_path.iterdir()) == []


def test_reading_changes_nothing(copied: Path, done: Done) -> None:
    """Not one byte, and no file more, be the last line cut off or not."""
    file = copied / FACTS_FILE
    file.write_bytes(file.read_bytes()[:-40])
    before = file.read_bytes()
    facts = steps.facts_of(done[2].register, copied, today=PRACTICE_DAY)
    assert facts.unread == 1
    assert file.read_bytes() == before
    assert [path.name for path in copied.iterdir()] == [FACTS_FILE]


def before_and_after(facts: Facts) -> tuple[CanaryRound, CanaryRound]:
    """The two rounds of a whole run, each with a moment of its own."""
    before, *_, after = facts.canaries
    assert (before.when, after.when) == ("before", "after")
    return replace(before, at="2026-03-02T09:59:59.000Z"), replace(after, at="2026-03-02T10:00:01.000Z")


@pytest.mark.parametrize("many", [0, 5, 20])
def test_without_a_round_after_a_run_has_not_come_to_its_end(done: Done, tmp_path: Path, many: int) -> None:
    """It goes on still, or the machine was switched off: `unfinished`; with a round after, somebody stopped it."""
    before, after = before_and_after(done[2])
    some = done[2].visits[:many]
    folder = rewritten(tmp_path, before, *some)
    assert steps.facts_of(done[2].register, folder, today=PRACTICE_DAY).ended == "unfinished"
    folder = rewritten(tmp_path, before, *some, after)
    assert steps.facts_of(done[2].register, folder, today=PRACTICE_DAY).ended == "stopped"


def test_a_run_that_is_broken_off_at_its_very_last_is_unfinished(done: Done) -> None:
    """Every link was asked, but failures are believed only between two good rounds, so something is left to ask."""
    before, after = before_and_after(done[2])
    assert next_looks(replace(done[2], canaries=(before,)))
    assert how_it_ended(replace(done[2], canaries=(before,))) == "unfinished"
    assert how_it_ended(replace(done[2], canaries=(before, after))) == "done"


def test_the_newest_run_counts(done: Done, tmp_path: Path) -> None:
    """A run that was broken off, then one that was stopped, then one without a network: each time the last is said."""
    before, after = before_and_after(done[2])
    first: tuple[Visit | CanaryRound, ...] = (before, *done[2].visits[:3])
    second = (replace(before, run="second", at="2026-03-03T10:00:00.000Z"),
              replace(after, run="second", at="2026-03-03T10:00:01.000Z"))
    third = CanaryRound("third", "2026-03-04T10:00:00.000Z", "before", silent=("https://always-there.example/",))
    endings = [steps.facts_of(done[2].register, rewritten(tmp_path, *facts), today=PRACTICE_DAY).ended
               for facts in (first, (*first, *second), (*first, *second, third))]
    assert endings == ["unfinished", "stopped", "no network"]


def test_what_an_unfinished_run_says_to_the_reader(done: Done, tmp_path: Path) -> None:
    """One notice, first of all, that more is to come; the verdicts of what was not asked are `not checked`."""
    before, _ = before_and_after(done[2])
    folder = rewritten(tmp_path, before, *done[2].visits[:5])
    review = steps.check(steps.facts_of(done[2].register, folder, today=PRACTICE_DAY))
    assert review.notices[0].startswith("This run has not come to its end")
    assert len([told for told in review.links if told.visit is None]) > 10


@pytest.mark.parametrize("days", [0, 1, 400])
def test_a_folder_is_no_earlier_review_of_itself(done: Done, copied: Path, days: int) -> None:
    """It is gone on with on a later day: neither reading nor visiting compares it with what it says itself."""
    steps.write_reports(steps.check(done[2]), copied)
    later = PRACTICE_DAY + timedelta(days=days)
    read = steps.facts_of(done[2].register, copied, today=later)
    assert (read.earlier.on, read.earlier.baseline) == ("", {})
    visited = steps.visit(done[2].register, copied, today=later, network=without_network())
    assert (visited.earlier.on, visited.earlier.baseline) == ("", {})
    assert read.visits == visited.visits == done[2].visits


def test_a_folder_between_two_reviews_has_the_one_before(done: Done, copied: Path) -> None:
    """On whatever day it is gone on with: what is older is earlier, what is newer is not."""
    review = steps.check(done[2])
    for day in ("2025-03-02", "2026-03-20"):
        shutil.copytree(copied, copied.parent / day)
        steps.write_reports(review, copied.parent / day)
    for today in (PRACTICE_DAY, date(2026, 12, 24)):
        assert steps.facts_of(done[2].register, copied, today=today).earlier.on == "2025-03-02"
    assert steps.facts_of(done[2].register, copied.parent / "2026-12-24", today=date(2026, 12, 24)).earlier.on == (
        "2026-03-20")


def test_a_folder_without_a_day_in_its_name_counts_from_today(done: Done, copied: Path) -> None:
    """A review that was put elsewhere has all dated folders beside it before it that are older than today."""
    steps.write_reports(steps.check(done[2]), copied)
    other = copied.parent / "second look"
    assert steps.facts_of(done[2].register, other, today=PRACTICE_DAY).earlier.on == ""
    assert steps.facts_of(done[2].register, other, today=PRACTICE_DAY + timedelta(days=1)).earlier.on == "2026-03-02"


# The plan


def texts(path: Path, sheet: str) -> dict[tuple[int, int], object]:
    """Place -> value, for cells that hold something."""
    cells = [cell for row in openpyxl.load_workbook(path)[sheet].iter_rows() for cell in row]
    return {(cell.row, cell.column): cell.value for cell in cells if cell.value is not None}


def spoilt(source: Path, path: Path) -> Register:
    """The practice register with Service IDs of its own: one known, one a formula, two in a merged cell, none else."""
    book = openpyxl.load_workbook(source)
    sheet = book["Services"]
    column = sheet.max_column + 1
    for row, text in ((1, "Service ID"), (2, "moonrise"), (3, '=""')):
        sheet.cell(row, column, text)
    sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    book.save(path)
    return steps.open_register(path)


@pytest.mark.parametrize("as_shipped", [True, False])
def test_the_plan_is_what_is_then_written(done: Done, tmp_path: Path, as_shipped: bool) -> None:
    """Cell for cell, and what will be left as it is, in the same words; to plan changes no file."""
    source = tmp_path / "register.xlsx"
    shutil.copyfile(done[0].register, source)
    register = steps.open_register(source) if as_shipped else spoilt(source, source)
    review = steps.check(replace(done[2], register=register))
    before = source.read_bytes()
    plan = steps.plan(review)
    assert [path.name for path in tmp_path.iterdir()] == ["register.xlsx"]
    assert source.read_bytes() == before
    assert steps.plan(review) == plan

    receipt = steps.write_register(review, tmp_path / "out")
    old, new = texts(source, "Services"), texts(Path(receipt.path), "Services")
    changed = {place: value for place, value in new.items() if old.get(place) != value}
    heading = {} if not as_shipped else {(1, max(column for _, column in old) + 1): "Service ID"}
    assert changed == heading | {(change.cell.row, change.cell.column): change.new for change in plan.changes}
    assert [old.get((c.cell.row, c.cell.column)) or "" for c in plan.changes] == [c.old for c in plan.changes]
    assert old.keys() <= new.keys()
    assert receipt.refused == plan.refused
    log = list(openpyxl.load_workbook(receipt.path)["Change log"].iter_rows(min_row=2, values_only=True))
    assert [row[9] for row in log] == [str(change.cell) for change in plan.changes]
    assert len(plan.changes) == len(register.services) - (0 if as_shipped else 1 + len(plan.refused))
    assert bool(plan.refused) != as_shipped
