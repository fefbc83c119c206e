"""Which cells must not be written, and why: something would be lost, hidden or broken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from review_kit.errors import WorkbookRefused
from review_kit.excel.places import MOST_ROWS, Place
from review_kit.excel.spans import Layout
from review_kit.excel.tables import Table
from review_kit.excel.texts import LONGEST, stored
from review_kit.model.workbook import Area, Cell

_BY_HAND = "Change it by hand in Excel"


@dataclass(frozen=True, slots=True)
class Guard:
    """All that may stand in the way on one sheet."""

    sheet: str
    layout: Layout
    tables: tuple[Table, ...] = ()
    pivots: tuple[Area, ...] = ()

    def refused(self, texts: Mapping[Place, str]) -> dict[Cell, str]:
        """The cells that cannot take their text, each with one plain sentence of why and what to do."""
        found = {}
        for place, text in texts.items():
            cell = Cell(self.sheet, *place)
            if why := self._why(cell, place, text):
                found[cell] = why
        return found

    def _why(self, cell: Cell, place: Place, text: str) -> str:
        if len(stored(text)) > LONGEST:
            return f"The new text for {cell} has more than the {LONGEST:,} characters that a cell can hold. Shorten it."
        span = self.layout.cell(place)
        if span is not None and span.has_formula:
            return f"{cell} holds a formula, which a new text would wipe out. {_BY_HAND}."
        if span is not None and span.rich:
            return f"{cell} holds a picture or a linked data type, which a new text would wipe out. {_BY_HAND}."
        return self._where(cell, place)

    def _where(self, cell: Cell, place: Place) -> str:
        if cell.row > MOST_ROWS:
            return f"{cell} lies below the last row a sheet can have. Clear what stands in its last rows in Excel."
        for area in self.layout.merged:
            if area.holds(*place) and place != (area.top, area.left):
                first = Cell(cell.sheet, area.top, area.left)
                return f"{cell} lies under a merged cell, where no one would see the text. Unmerge {first} in Excel."
        if _in_any(self.layout.arrays, place):
            return f"{cell} is filled by a formula that covers several cells. {_BY_HAND}."
        if any(table.sums(*place) for table in self.tables):
            return f"{cell} is in the totals row of a table, which a new text would break. Add a row above it in Excel."
        if any(table.heads(*place) for table in self.tables):
            return f"{cell} is the heading of a table's column, which formulas may name. {_BY_HAND}."
        if _in_any(self.pivots, place):
            return f"{cell} is filled by a pivot table, whose next refresh would undo the change. Change its source."
        return ""


def _in_any(areas: Iterable[Area], place: Place) -> bool:
    return any(area.holds(*place) for area in areas)


def unproven(name: str, what: str) -> WorkbookRefused:
    """The refusal of a file as written, when the proof finds it wanting."""
    return WorkbookRefused(
        f"{name} was left as it was: checking the new file showed that {what}. "
        "Nothing was saved. Make the changes by hand in Excel, and tell the kit's makers.",
    )
