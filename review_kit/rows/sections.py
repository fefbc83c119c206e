"""Tells services from section headings, repeated headers and notes, for tables that hold them all in one."""

import re
from dataclasses import dataclass
from enum import Enum

from review_kit.model.workbook import CellText
from review_kit.rows.grid import Grid
from review_kit.rows.headers import Header, repeats_header
from review_kit.rows.text import squeezed

LONGEST_HEADING = 80
"""Signs; the longest section heading of the published offers that the kit was made from has 33."""

_NOTE = re.compile(
    r"(?i)(?:last |date )?(?:updated|reviewed|amended|modified)\b|notes?\b|source\b|version\b|prepared by|produced by|published\b|"
    r"for (?:more|further) information|please (?:note|contact)|key\b ?:|[*†©(]|page \d"
)


class Kind(Enum):
    """What a row of the table is."""

    SERVICE = "service"
    UNCLEAR = "a service, in doubt"
    HEADING = "heading"
    HEADER = "header again"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the header with what it is, and the section it stands under."""

    number: int
    kind: Kind
    section: str
    words: CellText | None = None
    """The one cell of a heading, a note or a row in doubt."""


def classified(grid: Grid, header: Header) -> tuple[Row, ...]:
    """Every row below the header with what it is.

    A row with a single filled cell is a heading where the cell is merged across or the header follows again. Where
    the table shows neither form and has no column Section, a short one that services follow is a heading too. Text
    below the last service is a note where it looks like one. In doubt a row is a service: so nothing is lost.
    """
    numbers = [row for row in grid.rows if row > header.row]
    single = {row: cell for row in numbers if (cell := _single(grid, header, row))}
    again = {row for row in numbers if repeats_header(grid.sheet, row, header)}
    plain = {row: Kind.HEADER if row in again else Kind.SERVICE for row in numbers if row not in single}
    full = [row for row, kind in plain.items() if kind is Kind.SERVICE]
    last = full[-1] if full else 0
    sure = {row for row, cell in single.items() if _surely_heading(grid, row, cell, numbers, again, last)}
    kinds = plain | {row: _kind(grid, header, row, cell, sure, last, numbers) for row, cell in single.items()}
    return _under_sections(grid, header, [(row, kinds[row], single.get(row)) for row in numbers])


def _single(grid: Grid, header: Header, row: int) -> CellText | None:
    """The only cell that a row fills, counting what is merged down over it; None where it fills several."""
    own = grid.own(row)
    lent = {number for number in header.columns.values() if squeezed(grid.at(row, number).text)}
    cells = list(own.values())
    return cells[0] if len(cells) == 1 and len(lent | set(own)) == 1 else None


def _surely_heading(grid: Grid, row: int, cell: CellText, numbers: list[int], again: set[int], last: int) -> bool:
    following = next((number for number in numbers if number > row), 0)
    form = following in again or grid.across(row, cell.cell.column)
    return form and row < last and len(squeezed(cell.text)) <= LONGEST_HEADING


def _kind(grid: Grid, header: Header, row: int, cell: CellText, sure: set[int], last: int, numbers: list[int]) -> Kind:
    if row in sure:
        return Kind.HEADING
    words = squeezed(cell.text)
    named = cell.cell.column == header.columns.get("Area of support")
    if row > last:
        gap = row - max((number for number in numbers if number < row), default=header.row) > 1
        noted = bool(_NOTE.match(words)) or len(words) > 120 or words.endswith((".", "!")) or grid.across(row, cell.cell.column)
        return Kind.NOTE if gap or noted or not named else Kind.UNCLEAR
    if cell.cell.column == header.columns.get("Section"):
        return Kind.HEADING
    looks = len(words) <= LONGEST_HEADING and len(words.split()) <= 10 and not words.endswith((".", ":", ";", ",", "?"))
    heads_services = _next_is_service(grid, header, row, numbers)
    leftmost = cell.cell.column <= min(header.columns.values())
    if "Section" not in header.columns and not sure and looks and heads_services and (named or leftmost):
        return Kind.HEADING
    return Kind.UNCLEAR


def _next_is_service(grid: Grid, header: Header, row: int, numbers: list[int]) -> bool:
    following = next((number for number in numbers if number > row), 0)
    return bool(following) and _single(grid, header, following) is None


def _under_sections(grid: Grid, header: Header, rows: list[tuple[int, Kind, CellText | None]]) -> tuple[Row, ...]:
    """Give each row its section: its own cell's, else the last one above it."""
    section, done = "" if "Section" in header.columns else heading_above(grid, header), []
    for number, kind, cell in rows:
        own = squeezed(grid.at(number, header.columns["Section"]).text) if "Section" in header.columns else ""
        if kind is Kind.HEADING and cell is not None:
            section = squeezed(cell.text)
        elif kind in {Kind.SERVICE, Kind.UNCLEAR}:
            section = own or section
        done.append(Row(number, kind, section, cell))
    return tuple(done)


def heading_above(grid: Grid, header: Header) -> str:
    """The heading that stands right above the header, as it does above each header that is repeated."""
    above = [row for row in grid.rows if row < header.row][-1:]
    for row in above:
        cells = list(grid.own(row).values())
        if len(cells) == 1 and len(squeezed(cells[0].text)) <= LONGEST_HEADING:
            return squeezed(cells[0].text)
    return ""
