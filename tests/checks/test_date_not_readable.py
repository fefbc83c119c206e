"""date-not-readable: a date in a review column that cannot be read."""

import pytest

from review_kit.checks.date_not_readable import CHECK, DATE_COLUMNS
from review_kit.model import Cell

from . import facts as make


@pytest.mark.parametrize("column", DATE_COLUMNS)
@pytest.mark.parametrize("text", [
    "last spring", "31/02/2026", "11/21/2026", "21/11/26", "2026", "21 Nomber 2026", "46347",
])
def test_words_that_are_no_day_are_told_with_their_cell(column: str, text: str) -> None:
    """A day that no calendar has, or that could be read in two ways, is not guessed; the cell is named."""
    of = make.facts(services=[make.service(values={column: text}, row=7)], columns={column: 18})
    finding, = make.found(CHECK, of)
    assert finding.cell == Cell("Services", 7, 18)
    assert finding.what_we_saw == f"“{column}” says “{text}”, which is not a date that we can read."
    assert finding.evidence == f"The cell Services!R7 says “{text}”."
    assert finding.basis == (("text", text),)


@pytest.mark.parametrize("text", ["", "  ", "2026-11-21", "21/11/2026", "1.2.2026", "21st November 2026",
                                  "2026-11-21 00:00:00", "29/02/2024"])
def test_days_that_can_be_read_and_empty_cells_are_fine(text: str) -> None:
    """British ways of writing a day, and Excel's own, are read."""
    of = make.facts(services=[make.service(values=dict.fromkeys(DATE_COLUMNS, text))])
    assert make.found(CHECK, of) == []


def test_other_columns_hold_no_dates() -> None:
    """What stands in `Hours` need not be a day."""
    assert make.found(CHECK, make.facts(services=[make.service(values={"Hours": "last spring"})])) == []


def test_without_the_columns_place_the_services_cell_is_named() -> None:
    """A register that does not say where the column stands still gets the row."""
    finding, = make.found(CHECK, make.facts(services=[make.service(values={"Assured on": "?"}, row=4)]))
    assert finding.cell.row == 4
