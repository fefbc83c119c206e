"""What people filled in, in a workbook made by `form_workbook`.

They sort it, filter it, add columns, delete rows, and save it by whatever program they have: so it is read back by the
words of its headings alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from review_kit.errors import DecisionError
from review_kit.excel.read import read_workbook
from review_kit.model.workbook import CellText, Sheet, Workbook


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row as it came back: its number on the sheet, and each heading's text as a person sees it, stripped."""

    number: int
    values: Mapping[str, str]

    def __repr__(self) -> str:
        return f"<FormRow {self.number}: {sum(map(bool, self.values.values()))} texts>"


def read_form(path: str | Path, *, sheet: str, needed: Sequence[str]) -> tuple[FormRow, ...]:
    """Read what people filled in.

    Args:
        path: the file, saved by any program.
        sheet: the table's sheet; where it is missing or has lost a heading, the first sheet that has them all.
        needed: the headings that must be there, whatever their case and spaces.

    Returns:
        The rows below the headings in the order of the sheet, hidden ones too, without those that are empty. Each
        needed heading is a key as it is spelt in `needed`; every other one is a key as it is spelt in the file.

    Raises:
        DecisionError: a heading is missing or there twice, or a cell under one cannot be read.
        RegisterError: the file cannot be read; BusyError: another program holds it.
    """
    book = read_workbook(path)
    found, header_row = _found(book, sheet, needed)
    headings = _headings(found, header_row, needed)
    known = set(needed)
    read = (
        FormRow(number, {name: _text(cells.get(column), name in known) for column, name in headings.items()})
        for number, cells in found.rows.items() if number > header_row
    )
    return tuple(row for row in read if any(row.values.values()))


def _found(book: Workbook, sheet: str, needed: Sequence[str]) -> tuple[Sheet, int]:
    """The sheet of the table and the row of its headings: people put titles above."""
    meant = book.sheet(sheet)
    wanted = {_key(name) for name in needed}
    for candidate in (*((meant,) if meant else ()), *book.sheets):
        for number, cells in candidate.rows.items():
            if wanted <= {_key(cell.text) for cell in cells.values()}:
                return candidate, number
    raise DecisionError(f"{Path(book.path).name} cannot be used: {_lack(meant, sheet, needed)}")


def _lack(meant: Sheet | None, sheet: str, needed: Sequence[str]) -> str:
    if meant is None:
        listed = ", ".join(needed)
        return (
            f"no sheet of it has all the headings {listed}. "
            "Choose the file that you filled in, or copy your answers into a new one."
        )
    rows = ({_key(cell.text) for cell in cells.values()} for cells in meant.rows.values())
    best = max(rows, key=lambda keys: sum(_key(name) in keys for name in needed), default=set[str]())
    missing = ", ".join(name for name in needed if _key(name) not in best)
    return f"its sheet {sheet} lacks the heading {missing}. Put it back above its column and save the file."


def _headings(sheet: Sheet, header_row: int, needed: Sequence[str]) -> dict[int, str]:
    """The name of each column that has one; where two are alike, the first."""
    spelt = {_key(name): name for name in needed}
    there = {column: _key(cell.text) for column, cell in sheet.rows[header_row].items() if cell.text.strip()}
    for key, times in Counter(there.values()).items():
        if times > 1 and key in spelt:
            raise DecisionError(
                f"Two columns of {sheet.name} have the heading {spelt[key]}, so it is not plain which one counts. "
                "Rename or delete the other one and save the file.",
            )
    first: dict[str, int] = {}
    for column, key in there.items():
        first.setdefault(key, column)
    return {column: spelt.get(key, _plain(sheet.at(header_row, column).text)) for key, column in first.items()}


def _text(cell: CellText | None, needed: bool) -> str:
    if cell is None:
        return ""
    if cell.problem and needed:
        raise DecisionError(f"{cell.cell} cannot be read: {cell.problem}. Type its text anew and save the file.")
    return cell.text.replace("\r\n", "\n").strip()


def _plain(heading: str) -> str:
    return " ".join(heading.split())


def _key(heading: str) -> str:
    return _plain(heading).casefold()
