"""Where the rows and cells of a worksheet part stand in its bytes, for the few rows that are to change."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from review_kit.excel.book import MAIN
from review_kit.excel.markup import End, Listener, Start, XmlError, element_end, scan, tag_end
from review_kit.excel.places import Place, area_of, place_of, whole_number
from review_kit.excel.spans import CellSpan, ColumnSpan, Layout, RowSpan
from review_kit.model.workbook import Area

_RANGE = re.compile(r"\$?[A-Z]+\$?[0-9]+(?::\$?[A-Z]+\$?[0-9]+)?")


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
        elif tag.depth == 3 and tag.local == "col":
            self.layout.columns.append(_column(tag.attributes))
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
            self.cell.end = element_end(self.data, self.cell.start, tag.at)
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


def _place(reference: str) -> Place:
    try:
        return place_of(reference)
    except ValueError as error:
        raise XmlError(f"a cell's place is not one: {error}") from error


def _column(said: Mapping[str, str]) -> ColumnSpan:
    first, last = (whole_number(said.get(name, ""), 0) for name in ("min", "max"))
    return ColumnSpan(first, last, said.get("style", ""))


def _area(reference: str) -> Area:
    try:
        return area_of(reference)
    except ValueError as error:
        raise XmlError(f"a range is not one: {error}") from error
