"""The change log: one row a change, under headers that are found by name."""

from collections.abc import Sequence

from review_kit.excel.columns import headers_of, last_column
from review_kit.excel.plan import Plan
from review_kit.model.workbook import Sheet


def log_plan(sheet: Sheet, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Plan:
    """Where the new rows of a log go on a sheet that exists.

    Args:
        sheet: as read.
        header: the names of the columns, in the order of each row's texts.
        rows: one text for each column.

    Returns:
        A plan that adds the rows below the last one in use, and columns the sheet lacks at its right.
    """
    header_row = _header_row(sheet, header)
    plan = Plan(sheet, header_row)
    present = headers_of(sheet, header_row)
    columns = []
    following = last_column(sheet, header_row) + 1
    for name in header:
        column = present.get(name.strip().casefold(), 0)
        if not column:
            column, following = following, following + 1
            plan.texts[header_row, column] = plan.headers[column] = name
        columns.append(column)
    first = max(max(sheet.rows, default=0), header_row) + 1
    for row, texts in enumerate(rows, first):
        plan.texts.update({(row, column): text for column, text in zip(columns, texts, strict=True) if text})
    return plan


def _header_row(sheet: Sheet, header: Sequence[str]) -> int:
    """The row that holds the most of the names; the first row in use where none does."""
    wanted = {name.strip().casefold() for name in header}
    first = min(sheet.rows, default=1)
    return max(sheet.rows, key=lambda row: (len(wanted & headers_of(sheet, row).keys()), -row), default=first)
