"""The cells, merges and hyperlinks of one worksheet part, in the order they stand and as the file keeps them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from review_kit.excel.book import MAIN, REFERENCES, is_true
from review_kit.excel.markup import End, Start, attribute
from review_kit.excel.places import MOST_COLUMNS, MOST_ROWS, Place, place_of, whole_number
from review_kit.excel.strings import RichText

_IN_CELL = 5


class RawCell(NamedTuple):
    """One cell as the file keeps it. `kind` is its `t`; `shared` numbers the group of a shared formula."""

    row: int
    column: int
    kind: str
    style: str
    value: str
    formula: str
    has_formula: bool
    shared: str
    misplaced: str


class Hyperlink(NamedTuple):
    """One `<hyperlink>`: the cells it lies on, its reference to an address, the place within that address."""

    on: str
    rel: str
    location: str


class SheetXml(RichText):
    """Hears a worksheet part; hands each cell with something in it to `on_cell`, so that blank ones cost nothing."""

    def __init__(self, on_cell: Callable[[RawCell], None]) -> None:
        super().__init__()
        self.on_cell = on_cell
        self.merged: list[str] = []
        self.hyperlinks: list[Hyperlink] = []
        self.protected = False
        self._in_cells = False
        self._row = self._column = 0
        self._cell: Mapping[str, str] | None = None
        self._formula: Mapping[str, str] | None = None
        self._misplaced = ""
        self._value = self._formula_text = ""

    def start(self, tag: Start) -> None:
        """A row, a cell, or one of the elements after the cells begins."""
        if tag.uri not in MAIN:
            return
        if self._in_cells:
            self._start_in_cells(tag)
        elif tag.local == "sheetData" and tag.depth == 2:
            self._in_cells = True
        elif tag.local == "mergeCell":
            self.merged.append(tag.attributes.get("ref", ""))
        elif tag.local == "hyperlink":
            said = tag.attributes
            rel = attribute(said, "id", REFERENCES)
            self.hyperlinks.append(Hyperlink(said.get("ref", ""), rel, said.get("location", "")))
        elif tag.local == "sheetProtection":
            self.protected = is_true(tag.attributes.get("sheet", ""))

    def _start_in_cells(self, tag: Start) -> None:
        if tag.local == "c" and tag.depth == 4:
            self._start_cell(tag.attributes)
        elif tag.local == "row" and tag.depth == 3:
            self._row, self._column = self._row_number(tag.attributes), 0
        elif tag.depth == _IN_CELL and tag.local in ("v", "f"):
            self.in_words = True
            if tag.local == "f":
                self._formula = tag.attributes
        else:
            super().start(tag)

    def _row_number(self, said: Mapping[str, str]) -> int:
        given = whole_number(said.get("r", ""), 0)
        return given if 1 <= given <= MOST_ROWS else self._row + 1

    def _start_cell(self, said: Mapping[str, str]) -> None:
        self._cell, self._formula = said, None
        self._value = self._formula_text = self._misplaced = ""
        (self._row, self._column), self._misplaced = self._place(said.get("r", ""))

    def _place(self, given: str) -> tuple[Place, str]:
        """Where the cell stands. Without `r` it follows the one before (ECMA-376 part 1, 18.3.1.4)."""
        following = (self._row, min(self._column + 1, MOST_COLUMNS))
        if not given:
            return following, ""
        try:
            return place_of(given), ""
        except ValueError:
            return following, f"its place is written as {given[:20]!r}"

    def end(self, tag: End) -> None:
        """A cell or a piece of one ends."""
        if self._cell is None:
            if tag.local == "sheetData" and tag.depth == 2:
                self._in_cells = False
        elif tag.depth == _IN_CELL:
            self._end_piece(tag.local)
        elif tag.local == "c" and tag.depth == 4:
            self._end_cell(self._cell)
        else:
            super().end(tag)

    def _end_piece(self, local: str) -> None:
        self.in_words = False
        if local == "f":
            self._formula_text = self.take()
        elif local in ("v", "is"):
            self._value = self.take()

    def _end_cell(self, said: Mapping[str, str]) -> None:
        formula = self._formula
        self._cell = None
        if formula is None and not self._misplaced and not self._value.strip():
            return
        self.on_cell(RawCell(
            row=self._row, column=self._column, kind=said.get("t", "n"), style=said.get("s", ""), value=self._value,
            formula=self._formula_text, has_formula=formula is not None,
            shared=formula.get("si", "") if formula is not None and formula.get("t") == "shared" else "",
            misplaced=self._misplaced,
        ))
