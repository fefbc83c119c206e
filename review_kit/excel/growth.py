"""How an Excel table takes in what is written right beside or right below it, as it does when a person types there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from review_kit.errors import WorkbookRefused
from review_kit.excel.draft import Draft
from review_kit.excel.places import Place, overlap
from review_kit.excel.tables import Table, put_larger
from review_kit.model.workbook import Area, Sheet


@dataclass(frozen=True, slots=True)
class Written:
    """What was written on one sheet: the sheet as it was read, the new texts, and which of them are new headers."""

    sheet: Sheet
    texts: Mapping[Place, str]
    header_row: int
    headers: Mapping[int, str]


def grow(draft: Draft, tables: Sequence[Table], written: Written) -> tuple[Table, ...]:
    """Take new columns right beside a table, and new rows right below it, into that table.

    Where it cannot grow (no header in that row, a row of totals, filled cells in the way, a query behind it), what was
    written simply stands beside or below it.

    Args:
        draft: the workbook, with the texts in it.
        tables: all tables of the sheet.
        written: what is new.

    Returns:
        The tables that have changed, as they are now.

    Raises:
        WorkbookRefused: the table has a column of that name already.
    """
    now = {table.part: table for table in tables}
    for table in tables:
        others = [other.area for part, other in now.items() if part != table.part]
        larger = _larger(table, written, (*others, *written.sheet.merged)) if table.plain else table
        if larger != table:
            _check_names(draft.name, table, larger.names[len(table.names):])
            put_larger(draft, table, larger)
            now[table.part] = larger
    return tuple(now[table.part] for table in tables if now[table.part] != table)


def _larger(table: Table, written: Written, others: Sequence[Area]) -> Table:
    """The table with what it can take in; first the columns, so that a new row counts for them too."""
    names = _beside(table, written)
    beside = replace(table.area, left=table.area.right + 1, right=table.area.right + len(names))
    if names and not _is_free(written.sheet, beside, others):
        names = []
    rows = 0 if table.has_totals else _below(_stretched(table.area, 0, len(names)), written, others)
    started = any(text and table.area.holds(*place) for place, text in written.texts.items())
    return replace(
        table, area=_stretched(table.area, rows, len(names)), names=(*table.names, *names),
        filtered=table.filtered and _stretched(table.filtered, rows, len(names)), waits=table.waits and not started,
    )


def _stretched(area: Area, rows: int, columns: int) -> Area:
    return replace(area, bottom=area.bottom + rows, right=area.right + columns)


def _beside(table: Table, written: Written) -> list[str]:
    """The new headers that follow a table's last column without a gap."""
    names: list[str] = []
    if table.has_header and table.area.top == written.header_row:
        while (column := table.area.right + len(names) + 1) in written.headers:
            names.append(written.headers[column])
    return names


def _below(area: Area, written: Written, others: Sequence[Area]) -> int:
    """How many new rows follow a table's last one without a gap, with nothing else in them."""
    new = {row for (row, column), text in written.texts.items() if text and area.left <= column <= area.right}
    rows = 0
    while (row := area.bottom + rows + 1) in new and _is_free(
            written.sheet, replace(area, top=row, bottom=row), others):
        rows += 1
    return rows


def _is_free(sheet: Sheet, area: Area, others: Iterable[Area]) -> bool:
    rows = (sheet.rows.get(row, {}) for row in range(area.top, area.bottom + 1))
    filled = any(area.left <= column <= area.right for columns in rows for column in columns)
    return not filled and not any(overlap(area, other) for other in others)


def _check_names(file: str, table: Table, names: Iterable[str]) -> None:
    taken = {name.casefold() for name in table.names}
    for name in names:
        if name.casefold() in taken:
            raise WorkbookRefused(
                f"{file} has a table with a column {name} already, so no second one was added. "
                "Rename one of them in Excel, then run this step again.",
            )
        taken.add(name.casefold())
