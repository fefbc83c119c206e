"""The log grows downwards, under headers found by name."""

from dataclasses import replace
from pathlib import Path

import pytest

from review_kit.errors import WorkbookRefused

from .kinds import KINDS, SIMPLE_ROWS
from .packages import Made, by_calamine, row, unzipped
from .writing import changed_parts, write

LOG = "Change log"


def with_log(rows: str) -> Made:
    """The simple workbook with a log sheet."""
    return Made(SIMPLE_ROWS, others={LOG: rows})


def test_a_log_that_is_missing_is_made(tmp_path: Path) -> None:
    """A sheet of its own, last, in the three lists that name sheets, and nothing else changes."""
    made = replace(KINDS["simple"], book_before='<bookViews><workbookView/></bookViews>')
    receipt, data = write(made, tmp_path, rows=[["2026-11-21", "a & b"], ["", "c"]])
    lists = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
    assert changed_parts(made, data) == {"xl/worksheets/review1.xml", *lists}
    assert receipt.cells_changed == 0
    assert by_calamine(data, LOG) == {
        (1, 1): "When", (1, 2): "What", (2, 1): "2026-11-21", (2, 2): "a & b", (3, 2): "c",
    }
    assert b'state="frozen"' in unzipped(data)["xl/worksheets/review1.xml"]


def test_rows_go_below_the_last_under_their_own_headers(tmp_path: Path) -> None:
    """Whatever the order and the case of the headers."""
    _, data = write(with_log(row(1, "WHAT", "Note", "When") + row(2, "old", "n", "2025-01-01")), tmp_path,
                    rows=[["2026-11-21", "=new"]])
    log = by_calamine(data, LOG)
    assert (log[3, 1], log[3, 3], log[2, 1]) == ("=new", "2026-11-21", "old")


def test_a_column_that_the_log_lacks_is_added_at_its_right(tmp_path: Path) -> None:
    """An older kit wrote fewer."""
    _, data = write(with_log(row(1, "Our log") + row(2, "When", "", "x") + row(5, "2025-01-01")), tmp_path,
                    rows=[["2026-11-21", "new"]])
    log = by_calamine(data, LOG)
    assert (log[2, 4], log[6, 1], log[6, 4]) == ("What", "2026-11-21", "new")


def test_an_empty_log_sheet_gets_its_header(tmp_path: Path) -> None:
    """It begins in the first row."""
    _, data = write(with_log(""), tmp_path, rows=[["2026-11-21", "new"]])
    assert by_calamine(data, LOG) == {(1, 1): "When", (1, 2): "What", (2, 1): "2026-11-21", (2, 2): "new"}


def test_a_log_is_found_whatever_its_case(tmp_path: Path) -> None:
    """A second one of the same name could not be."""
    _, data = write(with_log(row(1, "When", "What")), tmp_path, rows=[["a", "b"]], log_sheet="CHANGE LOG")
    assert by_calamine(data, LOG)[2, 2] == "b"


@pytest.mark.parametrize("name", ["", "a/b", "x" * 32, "'quoted'"])
def test_a_name_that_no_sheet_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """Excel would repair the file."""
    with pytest.raises(WorkbookRefused, match="cannot have a new sheet"):
        write(KINDS["simple"], tmp_path, rows=[["a", "b"]], log_sheet=name)


def test_a_sheet_name_may_hold_markup(tmp_path: Path) -> None:
    """It is escaped."""
    _, data = write(KINDS["simple"], tmp_path, rows=[["a", "b"]], log_sheet='Log {p} <&> "x"')
    assert by_calamine(data, 'Log {p} <&> "x"')[2, 1] == "a"
