"""Where the rows and cells of a worksheet part stand in its bytes, for the few rows that are to change."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from review_kit.excel.book import MAIN
from review_kit.excel.markup import End, Listener, Start, XmlError, scan, tag_end
from review_kit.excel.places import Place, area_of, place_of, whole_number
from review_kit.model.workbook import Area

_RANGE = re.compile(r"\$?[A-Z]+\$?[0-9]+(?::\$?[A-Z]+\$?[0-9]+)?")


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

    def cell(self, column: int) -> CellSpan | None:
        """The cell in a column."""
        return next((cell for cell in self.cells if cell.column == column), None)

    def left_of(self, column: int) -> CellSpan | None:
        """The nearest cell to the left of a column."""
        return next((cell for cell in reversed(self.cells) if cell.column < column), None)


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

    def cell(self, place: Place) -> CellSpan | None:
        """The cell at a place, if its row was asked for and it exists."""
        row = self.rows.get(place[0])
        return row.cell(place[1]) if row else None


def layout_of(data: bytes, rows: Iterable[int]) -> Layout:
    """Find the bytes of some rows.

    Args:
        data: a worksheet part in UTF-8.
        rows: the rows that are to change.

    Raises:
        XmlError: not a worksheet, or one whose rows or cells are out of order, which Excel would repair.
    """
    finder = _Finder(data, sorted(set(rows)))
    scan(data, finder)
    if finder.layout.data_start < 0:
        raise XmlError("it has no cells' section")
    return finder.layout


class _Finder(Listener):
    def __init__(self, data: bytes, wanted: list[int]) -> None:
        self.data = data
        self.wanted = wanted
        self.layout = Layout()
        self.in_cells = False
        self.row_number = self.column = 0
        self.next_wanted = 0
        self.row: RowSpan | None = None
        self.cell: CellSpan | None = None

    def start(self, tag: Start) -> None:
        if tag.uri not in MAIN:
            return
        if self.in_cells:
            self._start_in_cells(tag)
        elif tag.depth == 2 and tag.local == "sheetData":
            self._start_data(tag)
        elif tag.depth == 2 and tag.local == "dimension":
            reference = tag.attributes.get("ref", "")
            if _RANGE.fullmatch(reference):
                self.layout.dimension = (tag.at, area_of(reference))
        elif tag.local == "mergeCell":
            self.layout.merged.append(_area(tag.attributes.get("ref", "")))

    def _start_data(self, tag: Start) -> None:
        if self.layout.data_start >= 0:
            raise XmlError("it has two sections of cells")
        layout, after = self.layout, tag_end(self.data, tag.at)
        layout.prefix, layout.data_start, layout.data_tag_end = tag.prefix, tag.at, after
        layout.data_closed = self.data[after - 2:after] == b"/>"
        self.in_cells = True

    def _start_in_cells(self, tag: Start) -> None:
        if tag.local == "row" and tag.depth == 3:
            self._start_row(tag)
        elif tag.local == "c" and tag.depth == 4:
            self._start_cell(tag)
        elif tag.local == "f" and tag.depth == 5:
            self._note_formula(tag.attributes)

    def _start_row(self, tag: Start) -> None:
        number = whole_number(tag.attributes["r"], 0) if "r" in tag.attributes else self.row_number + 1
        if number <= self.row_number:
            raise XmlError(f"its rows are out of order at row {number}")
        self.row_number, self.column = number, 0
        self._pass_wanted(number, tag.at)
        if self.next_wanted < len(self.wanted) and self.wanted[self.next_wanted] == number:
            self.next_wanted += 1
            after = tag_end(self.data, tag.at)
            closed = self.data[after - 2:after] == b"/>"
            self.row = RowSpan(number, tag.at, after, tag.prefix, tag.attributes, closed, after)
            self.layout.rows[number] = self.row

    def _pass_wanted(self, number: int, at: int) -> None:
        """Wanted rows below this number do not exist: they will go in here."""
        stop = bisect_left(self.wanted, number, self.next_wanted)
        for missing in self.wanted[self.next_wanted:stop]:
            self.layout.row_before[missing] = at
        self.next_wanted = stop

    def _start_cell(self, tag: Start) -> None:
        said = tag.attributes
        row, column = _place(said["r"]) if "r" in said else (self.row_number, self.column + 1)
        if row != self.row_number or column <= self.column:
            raise XmlError(f"its cells are out of order in row {self.row_number}")
        self.column = column
        if self.row is not None:
            self.cell = CellSpan(column, tag.at, tag.at, said.get("s", ""), "r" in said, "vm" in said)
            self.row.cells.append(self.cell)

    def _note_formula(self, said: Mapping[str, str]) -> None:
        if said.get("t") in ("array", "dataTable") and said.get("ref"):
            self.layout.arrays.append(_area(said["ref"]))
        if self.cell is not None:
            self.cell.has_formula = True

    def end(self, tag: End) -> None:
        if not self.in_cells:
            return
        if tag.local == "c" and tag.depth == 4 and self.cell is not None:
            self.cell.end = self._after(self.cell.start, tag.at)
            self.cell = None
        elif tag.local == "row" and tag.depth == 3 and self.row is not None:
            self.row.end = self.row.tag_end if self.row.closed else tag.at
            self.row = None
        elif tag.local == "sheetData" and tag.depth == 2:
            self._end_data(tag.at)

    def _end_data(self, at: int) -> None:
        layout = self.layout
        layout.data_end = layout.data_tag_end if layout.data_closed else at
        for missing in self.wanted[self.next_wanted:]:
            layout.row_before[missing] = layout.data_end
        self.next_wanted = len(self.wanted)
        self.in_cells = False

    def _after(self, start: int, end_tag: int) -> int:
        """The byte after an element; for `<c/>` its start tag is all there is."""
        after = tag_end(self.data, start)
        return after if self.data[after - 2:after] == b"/>" else tag_end(self.data, end_tag)


def _place(reference: str) -> Place:
    try:
        return place_of(reference)
    except ValueError as error:
        raise XmlError(f"a cell's place is not one: {error}") from error


def _area(reference: str) -> Area:
    try:
        return area_of(reference)
    except ValueError as error:
        raise XmlError(f"a range is not one: {error}") from error
