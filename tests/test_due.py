"""Looking only at what is due, and speaking only when something new is wrong."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from review_kit import steps
from review_kit.__main__ import main
from review_kit.assurance import is_due
from review_kit.model import Purpose, Verdict
from review_kit.practice import practice_review

from .checks import facts as make

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(("values", "due"), [
    ({}, True),
    ({"Assured on": "2026-06-01", "Assured by": "Leaving Care team"}, False),
    ({"Assured on": "2026-06-01"}, True),
    ({"Assured on": "2025-11-21", "Assured by": "Leaving Care team"}, True),
    ({"Assured on": "2025-11-22", "Assured by": "Leaving Care team"}, False),
    ({"Assured on": "2026-06-01", "Assured by": "Leaving Care team", "Next review due": "2026-11-01"}, True),
    ({"Assured on": "2027-06-01", "Assured by": "Leaving Care team"}, True),
    ({"Status": "retired"}, False),
])
def test_an_entry_is_due_when_nobody_assures_it_today(values: dict[str, str], due: bool) -> None:
    """Nobody did, or without a role, or its cycle has ended, or on a day still to come; never a retired one."""
    assert is_due(make.service(name="Choir", values=values), make.SETTINGS, DAY) is due


def test_a_crisis_line_is_due_sooner() -> None:
    """Its cycle in Settings is three months."""
    values = {"Assured on": "2026-08-20", "Assured by": "Leaving Care team"}
    assert is_due(make.service(name="Crisis line", values=values), make.SETTINGS, DAY)
    assert not is_due(make.service(name="Choir", values=values), make.SETTINGS, DAY)


def assured(path: Path, *rows: int) -> None:
    """Write an assurance of the practice review's day into all rows but these."""
    book = openpyxl.load_workbook(path)
    sheet = book["Services"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        if row not in rows:
            sheet.cell(row, columns["Assured on"], "2026-03-01")
            sheet.cell(row, columns["Assured by"], "Leaving Care team")
    book.save(path)


def test_only_the_links_of_entries_that_are_due_are_asked(tmp_path: Path) -> None:
    """The others are told as not checked, with the day until which they are assured; nothing of them is written."""
    with practice_review() as practice:
        assured(practice.register, 5, 7)
        register = steps.open_register(practice.register)
        out = tmp_path / "2026-03-02"
        facts = steps.visit(register, out, today=practice.today, network=practice.network, due=True)
        review = steps.check(facts, practice=True)
        asked = {visit.url for visit in facts.visits if visit.purpose is Purpose.REGISTERED}
        due = {link.url for service, link in register.links if service.cell.row in {5, 7}}
        assert asked == due
        left = [told for told in review.links if told.link.url and told.link.url not in due]
        assert {told.verdict for told in left} == {Verdict.NOT_CHECKED}
        assert all(told.finding and "its entry is assured until" in told.finding.what_we_saw for told in left)


def quiet(out: Path, day: str, *more: str) -> int:
    """One quiet practice review, as a scheduler would run it."""
    return main(["review", "--practice", "--today", day, "--out", str(out / day), "--quiet", "--fail-on", "new", *more])


def test_a_quiet_review_speaks_of_what_is_new_and_of_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    """At first all that is wrong is new, and the exit code is 1; a week later it is known, and nothing is said."""
    assert quiet(tmp_path, "2026-03-02") == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Worry Line – text someone when you cannot talk, at any hour (Services!C27): The page")
    assert len(said) == 8
    assert said[-1].startswith("Report: ")
    assert quiet(tmp_path, "2026-03-09") == 0
    assert capsys.readouterr().out == ""
