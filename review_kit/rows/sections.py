"""Tells services from section headings, repeated headers and notes, for tables that hold them all in one."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from review_kit.model.workbook import CellText
from review_kit.rows.grid import Grid
from review_kit.rows.headers import Header, repeats_header
from review_kit.rows.text import squeezed

LONGEST_HEADING = 80
"""Signs; the longest section heading of the published offers that the kit was made from has 33."""

LONGEST_NAME = 120
"""Signs; a lone text below the table that is longer is a note."""

_NOTE = re.compile(
    r"(?i)(?:last |date )?(?:updated|reviewed|amended|modified)\b|notes?\b|source\b|version\b|prepared by|produced by|"
    r"published\b|for (?:more|further) information|please (?:note|contact)|key\b ?:|[*†©(]|page \d"
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
    again = frozenset(row for row in numbers if repeats_header(grid.sheet, row, header))
    full = [row for row in numbers if row not in single and row not in again]
    table = _Table(grid, header, dict(itertools.pairwise(numbers)), single, again, full[-1] if full else 0)
    sure = {row for row, cell in single.items() if _surely_heading(table, row, cell)}
    kinds = dict.fromkeys(again, Kind.HEADER) | dict.fromkeys(full, Kind.SERVICE)
    kinds |= {row: Kind.HEADING if row in sure else _kind(table, row, cell, plain_headings=not sure)
              for row, cell in single.items()}
    return _under_sections(grid, header, [(row, kinds[row], single.get(row)) for row in numbers])


@dataclass(frozen=True, slots=True)
class _Table:
    """What a row is told by: its neighbours, the rows with one filled cell, the last row with several."""

    grid: Grid
    header: Header
    following: Mapping[int, int]
    single: Mapping[int, CellText]
    again: frozenset[int]
    last: int


def _single(grid: Grid, header: Header, row: int) -> CellText | None:
    """The only cell that a row fills, counting what is merged down over it; None where it fills several."""
    own = grid.own(row)
    lent = {number for number in header.columns.values() if squeezed(grid.at(row, number).text)}
    cells = list(own.values())
    return cells[0] if len(cells) == 1 and len(lent | set(own)) == 1 else None


def _surely_heading(table: _Table, row: int, cell: CellText) -> bool:
    form = table.following.get(row) in table.again or table.grid.across(row, cell.cell.column)
    return form and row < table.last and len(squeezed(cell.text)) <= LONGEST_HEADING


def _kind(table: _Table, row: int, cell: CellText, *, plain_headings: bool) -> Kind:
    """What a row with one filled cell is, where its form does not say; `plain_headings` where no other row's does."""
    columns = table.header.columns
    if row > table.last:
        return Kind.NOTE if _is_note(table, row, cell) else Kind.UNCLEAR
    if cell.cell.column == columns.get("Section"):
        return Kind.HEADING
    words = squeezed(cell.text)
    looks = len(words) <= LONGEST_HEADING and len(words.split()) <= 10 and not words.endswith((".", ":", ";", ",", "?"))
    leads = table.following[row] not in table.single
    named = cell.cell.column in {columns["Area of support"], min(columns.values())}
    return Kind.HEADING if "Section" not in columns and plain_headings and looks and leads and named else Kind.UNCLEAR


def _is_note(table: _Table, row: int, cell: CellText) -> bool:
    """Whether text below the last service is no service: set apart, merged across, or worded as notes are."""
    words = squeezed(cell.text)
    apart = row - 1 not in table.following and row - 1 != table.header.row
    elsewhere = cell.cell.column != table.header.columns["Area of support"]
    worded = bool(_NOTE.match(words)) or len(words) > LONGEST_NAME or words.endswith((".", "!"))
    return apart or elsewhere or worded or table.grid.across(row, cell.cell.column)


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
