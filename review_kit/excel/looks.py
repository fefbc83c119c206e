"""How a new cell looks: as its neighbours do, so that nobody sees which cells the kit has made."""

from collections.abc import Collection
from dataclasses import dataclass, field

from review_kit.excel.places import Place
from review_kit.excel.spans import Layout, RowSpan
from review_kit.excel.styles import Styles


@dataclass(frozen=True, slots=True)
class Looks:
    """How new cells look. `filled` are the rows that are to hold something, `days` the places that are to hold days.

    Asked row by row, from the top: `given` are the looks of the new days so far.
    """

    layout: Layout
    styles: Styles
    header_row: int
    filled: Collection[int]
    days: Collection[Place] = ()
    given: dict[Place, str] = field(default_factory=dict)

    def of(self, row: int, column: int) -> str:
        """The `s` of a new cell; '' for the plain look.

        A day takes a look for days where the cell above it, its row or its column has one. All else takes the look of
        the left neighbour, in a row of new cells that of the cell above; but never one for dates or numbers.
        """
        if (row, column) in self.days and (style := self._of_day(row, column)):
            self.given[row, column] = style
            return style
        return self._plain(row, column)

    def _of_day(self, row: int, column: int) -> str:
        span = self.layout.rows.get(row)
        own = span.style if span else ""
        near = (self._style_above(row, column), own, self.layout.column_style(column))
        return next((style for style in near if self.styles.is_day(style)), "")

    def _style_above(self, row: int, column: int) -> str:
        """The look of the cell right above; a heading does not count."""
        above = (row - 1, column)
        cell = self.layout.cell(above) if row - 1 > self.header_row else None
        return cell.style if cell else self.given.get(above, "")

    def _plain(self, row: int, column: int) -> str:
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
