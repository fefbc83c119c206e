"""Where new columns go: to the right of everything, so that nothing moves."""

from collections.abc import Iterable, Mapping, Sequence

from review_kit.errors import WorkbookRefused
from review_kit.excel.places import MOST_COLUMNS
from review_kit.model.workbook import Sheet, Workbook


def place_columns(workbook: Workbook, sheet: str, header_row: int, names: Sequence[str]) -> Mapping[str, int]:
    """Say at which column each new header will stand.

    Args:
        workbook: as read.
        sheet: the sheet's name.
        header_row: the row of the headers.
        names: the new headers, in order. One that the header row holds already (whatever its case) keeps its column.

    Returns:
        The column number of each name. New ones lie right of every cell in use, and of every merge that reaches the
        header row or lies below it.

    Raises:
        WorkbookRefused: there is no such sheet, or no room to its right.
    """
    found = workbook.sheet(sheet)
    if found is None:
        raise WorkbookRefused(f"The workbook has no sheet {sheet} to add columns to. Check the sheet's name.")
    present = headers_of(found, header_row)
    placed: dict[str, int] = {}
    following = last_column(found, header_row) + 1
    for name in names:
        key = name.strip().casefold()
        if key not in present:
            present[key] = following
            following += 1
        placed[name] = present[key]
    if following - 1 > MOST_COLUMNS:
        raise WorkbookRefused(
            f"The sheet {sheet} has no free columns at its right. Empty its last columns, then try again.",
        )
    return placed


def headers_of(sheet: Sheet, header_row: int) -> dict[str, int]:
    """The column of each header, by its text without case; the first one where two are alike."""
    present: dict[str, int] = {}
    for column, cell in sheet.rows.get(header_row, {}).items():
        present.setdefault(cell.text.strip().casefold(), column)
    present.pop("", None)
    return present


def last_column(sheet: Sheet, header_row: int) -> int:
    """The last column in use."""
    used = (column for columns in sheet.rows.values() for column in columns)
    return max((*used, *_merged_to(sheet, header_row)), default=0)


def _merged_to(sheet: Sheet, header_row: int) -> Iterable[int]:
    """A title merged across the page stands above, and a row merged to the very edge would leave no room at all."""
    return (area.right for area in sheet.merged if area.bottom >= header_row and area.right < MOST_COLUMNS)
