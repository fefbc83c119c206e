"""A workbook as it was read: sheets of cells, each cell with what a person sees and what stands behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


def column_letters(number: int) -> str:
    """Column 1 is A, 27 is AA, 16384 is XFD."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One cell's place; rows and columns count from 1. Prints as `Services!F12`."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell holds.

    `text` is what a person sees, with no-break spaces and line breaks as they stand; a date is ISO text.
    `targets` are the addresses behind it: the cell's hyperlinks and those of HYPERLINK() formulas.
    `problem` says in a few words why the cell could not be read; `text` is then what could be had of it.
    """

    cell: Cell
    text: str
    targets: tuple[str, ...] = ()
    formula: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both corners in it: a merged range."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether the place lies inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet. `rows` holds only rows with something in them, in order; a row maps column to cell."""

    name: str
    rows: Mapping[int, Mapping[int, CellText]]
    hidden: bool = False
    merged: tuple[Area, ...] = ()

    def at(self, row: int, column: int) -> CellText:
        """The cell at a place; an empty one where the sheet holds nothing."""
        found = self.rows.get(row, {}).get(column)
        return found or CellText(Cell(self.name, row, column), "")

    def __repr__(self) -> str:
        return f"<Sheet {self.name}: {len(self.rows)} rows>"


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook file as read: `sha256` names the very bytes, so that a later change by others is noticed."""

    path: str
    sha256: str
    sheets: tuple[Sheet, ...]
    notices: tuple[str, ...] = field(default=())
    """What a person should know of the file before it is written: a digital signature, links to other files."""

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, whatever its case."""
        return next((s for s in self.sheets if s.name.strip().casefold() == name.strip().casefold()), None)

    def cells(self) -> Iterator[CellText]:
        """Every cell that holds something, sheet by sheet, row by row."""
        for sheet in self.sheets:
            for row in sheet.rows.values():
                yield from row.values()
