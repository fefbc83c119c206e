"""What each cell is to hold: a text, or a day as the number that stands for it, and the look it has."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from review_kit.excel.looks import Looks
from review_kit.excel.places import Place
from review_kit.excel.spans import Layout
from review_kit.excel.styles import Styles


@dataclass(frozen=True, slots=True)
class Content:
    """What one cell is to hold. `style` is its `s`; `serial` is the number of a day that stands as a date."""

    text: str
    style: str = ""
    serial: int | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sheet is to hold.

    `texts` says it for each place, and '' empties a cell. `serials` are the numbers of the days among them.
    `header_row` is the row of the headings, 0 where there is none.
    """

    texts: Mapping[Place, str]
    serials: Mapping[Place, int] = field(default_factory=dict)
    header_row: int = 0


def contents(layout: Layout, wanted: Wanted, styles: Styles) -> dict[int, dict[int, Content]]:
    """The content of each row's cells by column.

    A cell that is there keeps its look. A day is a number only where the cell's look shows numbers as days.
    """
    looks = Looks(layout, styles, wanted.header_row, {row for row, _ in wanted.texts}, wanted.serials.keys())
    rows: dict[int, dict[int, Content]] = {}
    for place, text in sorted(wanted.texts.items()):
        cell = layout.cell(place)
        style = cell.style if cell else looks.of(*place)
        serial = wanted.serials.get(place) if styles.is_day(style) else None
        rows.setdefault(place[0], {})[place[1]] = Content(text, style, serial)
    return rows
