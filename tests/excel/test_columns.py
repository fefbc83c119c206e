"""Where new columns go."""

import pytest

from review_kit.errors import WorkbookRefused
from review_kit.excel import place_columns
from review_kit.model.workbook import Area, Cell, CellText, Sheet, Workbook


def book(*rows: tuple[int, int, str], merged: tuple[Area, ...] = ()) -> Workbook:
    """A workbook of one sheet with these cells."""
    cells: dict[int, dict[int, CellText]] = {}
    for row, column, text in rows:
        cells.setdefault(row, {})[column] = CellText(Cell("Services", row, column), text)
    return Workbook("r.xlsx", "", (Sheet("Services", cells, merged=merged),))


def test_a_new_column_goes_right_of_everything_in_use() -> None:
    """A note far to the right of the table counts too."""
    placed = place_columns(book((1, 1, "Section"), (9, 7, "note")), "services", 1, ["Status", "Service ID"])
    assert placed == {"Status": 8, "Service ID": 9}


def test_a_header_that_is_there_keeps_its_column() -> None:
    """Whatever its case, and a name asked for twice is placed once."""
    placed = place_columns(book((1, 1, "Section"), (1, 3, " STATUS ")), "Services", 1, ["Status", "Cost", "cost"])
    assert placed == {"Status": 3, "Cost": 4, "cost": 4}


def test_a_new_column_goes_right_of_merges_that_it_would_meet() -> None:
    """A title merged above does not count, nor a row merged to the very edge, which would leave no room."""
    merged = (Area(1, 1, 1, 30), Area(5, 1, 5, 9), Area(6, 1, 6, 16_384))
    assert place_columns(book((3, 1, "Section"), merged=merged), "Services", 3, ["Status"]) == {"Status": 10}


def test_an_empty_sheet_takes_columns_from_the_first() -> None:
    """Nothing is in use."""
    assert place_columns(book(), "Services", 1, ["Status"]) == {"Status": 1}


def test_a_sheet_without_room_or_without_existence_is_refused() -> None:
    """The sentence says what to do."""
    with pytest.raises(WorkbookRefused, match="no sheet Elsewhere"):
        place_columns(book(), "Elsewhere", 1, ["Status"])
    with pytest.raises(WorkbookRefused, match="no free columns"):
        place_columns(book((1, 16_384, "x")), "Services", 1, ["Status"])
