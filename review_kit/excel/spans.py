"""What a writer knows of a worksheet part: where its rows and cells stand, and which looks it has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from review_kit.excel.book import is_true
from review_kit.excel.places import Place
from review_kit.model.workbook import Area


@dataclass(slots=True)
class CellSpan:
    """One cell's bytes. `named` tells whether it says its own place; `rich` that it shows a picture or a data type."""

    column: int
    start: int
    end: int
    style: str
    named: bool
    rich: bool
    has_formula: bool = False


@dataclass(slots=True)
class RowSpan:
    """One row's bytes: its start tag, and the byte where its end tag stands (`closed` for `<row/>`, which has none)."""

    number: int
    start: int
    tag_end: int
    prefix: str
    attributes: Mapping[str, str]
    closed: bool
    end: int = 0
    cells: list[CellSpan] = field(default_factory=list)

    @property
    def style(self) -> str:
        """The look that a row has of its own, which new cells in it get in Excel; '' where it has none."""
        return self.attributes.get("s", "") if is_true(self.attributes.get("customFormat", "")) else ""

    def cell(self, column: int) -> CellSpan | None:
        """The cell in a column."""
        return next((cell for cell in self.cells if cell.column == column), None)

    def left_of(self, column: int) -> CellSpan | None:
        """The nearest cell to the left of a column."""
        return next((cell for cell in reversed(self.cells) if cell.column < column), None)

    def right_of(self, column: int) -> CellSpan | None:
        """The nearest cell to the right of a column."""
        return next((cell for cell in self.cells if cell.column > column), None)


class ColumnSpan(NamedTuple):
    """Columns from the first to the last that have one look."""

    first: int
    last: int
    style: str


@dataclass(slots=True)
class Layout:
    """A worksheet part as far as a writer must know it."""

    prefix: str = ""
    data_start: int = -1
    data_tag_end: int = -1
    data_end: int = -1
    data_closed: bool = False
    dimension: tuple[int, Area] | None = None
    rows: dict[int, RowSpan] = field(default_factory=dict)
    row_before: dict[int, int] = field(default_factory=dict)
    """For each wanted row that is not there: the byte of the next row that is."""
    merged: list[Area] = field(default_factory=list)
    arrays: list[Area] = field(default_factory=list)
    columns: list[ColumnSpan] = field(default_factory=list)

    def cell(self, place: Place) -> CellSpan | None:
        """The cell at a place, if its row was asked for and it exists."""
        row = self.rows.get(place[0])
        return row.cell(place[1]) if row else None

    def column_style(self, column: int) -> str:
        """The look of a column as a whole, which new cells in it get in Excel; '' where it has none."""
        return next((span.style for span in self.columns if span.first <= column <= span.last), "")
