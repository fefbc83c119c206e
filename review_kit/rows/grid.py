"""A sheet as a table: merged cells given to each row they cover, empty rows gone."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from review_kit.model.workbook import Area, CellText, Sheet
from review_kit.rows.text import squeezed


@dataclass(frozen=True)
class Grid:
    """A sheet with its merged cells resolved.

    A value merged down belongs to each row; one merged across is one value, in the leftmost of its columns.
    """

    sheet: Sheet

    @cached_property
    def _areas(self) -> dict[int, tuple[Area, ...]]:
        """The merged areas by row, so that a long sheet is not searched again for each cell."""
        filled = sorted(self.sheet.rows)
        areas: dict[int, list[Area]] = {}
        for area in self.sheet.merged:
            for row in filled[bisect_left(filled, area.top):bisect_right(filled, area.bottom)]:
                areas.setdefault(row, []).append(area)
        return {row: tuple(found) for row, found in areas.items()}

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The numbers of the rows that hold something of their own, in order."""
        return tuple(sorted(row for row in self.sheet.rows if self.own(row)))

    def own(self, row: int) -> Mapping[int, CellText]:
        """The cells of a row that hold text or could not be read, without what merged cells hide or lend."""
        return {number: cell for number, cell in sorted(self.sheet.rows.get(row, {}).items())
                if (squeezed(cell.text) or cell.problem or cell.targets) and not self._covered(row, number)}

    def at(self, row: int, column: int) -> CellText:
        """What a place says: its own cell, or the one merged over it from above."""
        area = self._area(row, column)
        if area is None:
            return self.sheet.at(row, column)
        if column == area.left:
            return self.sheet.at(area.top, area.left)
        return CellText(self.sheet.at(row, column).cell, "")

    def across(self, row: int, column: int) -> bool:
        """Whether the cell is merged over several columns of one row, as headings are."""
        area = self._area(row, column)
        return area is not None and area.right > area.left and area.top == area.bottom

    def _area(self, row: int, column: int) -> Area | None:
        return next((area for area in self._areas.get(row, ()) if area.holds(row, column)), None)

    def _covered(self, row: int, column: int) -> bool:
        area = self._area(row, column)
        return area is not None and (area.top, area.left) != (row, column)
