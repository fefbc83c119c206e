"""How a new cell looks: as its neighbours do, so that nobody sees which cells the kit has made."""

from collections.abc import Collection
from dataclasses import dataclass

from review_kit.excel.layout import Layout, RowSpan
from review_kit.excel.styles import Styles


@dataclass(frozen=True, slots=True)
class Looks:
    """How new cells look. `filled` are the rows that are to hold a text."""

    layout: Layout
    styles: Styles
    header_row: int
    filled: Collection[int]

    def of(self, row: int, column: int) -> str:
        """The `s` of a new cell; '' for the plain look."""
        span = self.layout.rows.get(row)
        if span and span.cells:
            near = [span.left_of(column)]
        else:
            above = self._above(row)
            near = [above.cell(column), above.left_of(column)] if above else []
        return next((cell.style for cell in near if cell and self.styles.is_plain(cell.style)), "")

    def _above(self, row: int) -> RowSpan | None:
        """The nearest row above that has cells, over others that are new; not the one of the headings."""
        rows = self.layout.rows
        while row in self.filled and not (row in rows and rows[row].cells):
            row -= 1
        return rows.get(row) if row > self.header_row else None
