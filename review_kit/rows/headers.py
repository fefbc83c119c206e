"""Knows a register's header row: columns by name, in any order, under any of the names that councils give them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from review_kit.model.register import PUBLISHED_COLUMNS, REVIEW_COLUMNS
from review_kit.model.workbook import CellText, Sheet
from review_kit.rows.text import squeezed

SEARCHED_ROWS = 30
"""How many rows with something in them are looked at for the header; titles and notes may stand above it."""

# Other names for the published columns, from the tables of local offers that councils publish. A synonym only
# counts where the sheet has no column of the published name.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "Section": ("sections", "theme", "category", "heading", "area of need", "health area"),
    "Area of support": ("areas of support", "support area", "area of service", "support", "type of support",
                        "support offered", "what support", "what support is available", "service", "service name",
                        "name of service", "services", "what is on offer", "offer"),
    "Provider": ("providers", "service provider", "provider name", "provided by", "who provides it",
                 "who provides this", "who provides the support", "delivered by", "organisation", "who"),
    "Frequency": ("how often", "frequency of support", "how often is it available", "when", "availability"),
    "Impact": ("impacts", "outcome", "intended impact", "impact on young people", "what difference it makes",
               "what difference does it make", "difference it makes", "benefit", "benefits"),
}

# Only where nothing better is there: `Area` is a review column of its own (where the service is to be had).
LAST_RESORT = {"Area of support": "area"}

NEEDED = ("Area of support", "Provider", "Frequency", "Impact")
"""The columns without which a sheet is no register; `Section` may also stand as heading rows."""


def plain_name(words: str) -> str:
    """A header for comparing: one line, no closing colon or asterisk, no numbering of footnotes, small letters."""
    plain = squeezed(unicodedata.normalize("NFKC", words)).casefold()
    return re.sub(r"[\s:*?.†]+$", "", plain.replace("’", "'"))


_OWN_NAMES = {plain_name(name): name for name in (*PUBLISHED_COLUMNS, *REVIEW_COLUMNS)}
_OTHER_NAMES = {plain_name(other): name for name, others in SYNONYMS.items() for other in others}


@dataclass(frozen=True, slots=True)
class Header:
    """A header row as read: the columns by name, and which columns say a name that was already taken."""

    row: int
    columns: Mapping[str, int]
    repeated: tuple[CellText, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The needed columns that are not there."""
        return tuple(name for name in NEEDED if name not in self.columns)

    @property
    def score(self) -> int:
        """How many of the published columns are there."""
        return sum(name in self.columns for name in PUBLISHED_COLUMNS)

    def name_of(self, column: int) -> str:
        """The name of a column, or nothing where it has no header."""
        return next((name for name, number in self.columns.items() if number == column), "")


def best_header(sheet: Sheet) -> Header | None:
    """The row that looks most like a register's header; None where no row has two of the published columns."""
    filled = [row for row in sorted(sheet.rows) if any(cell.text.strip() for cell in sheet.rows[row].values())]
    headers = [read_header(sheet, row) for row in filled[:SEARCHED_ROWS]]
    best = max(headers, key=lambda header: header.score, default=None)  # the first of equals
    return best if best is not None and best.score >= 2 else None


def read_header(sheet: Sheet, row: int) -> Header:
    """A row read as if it were the header."""
    cells = {number: cell for number, cell in sorted(sheet.rows.get(row, {}).items()) if plain_name(cell.text)}
    names = {number: plain_name(cell.text) for number, cell in cells.items()}
    columns = _first_of(names, _OWN_NAMES)
    columns |= {name: number for name, number in _first_of(names, _OTHER_NAMES).items() if name not in columns}
    for name, resort in LAST_RESORT.items():
        if name not in columns and resort in names.values():
            columns[name] = columns.pop(_OWN_NAMES[resort])
    taken = set(columns.values())
    repeated = [cells[number] for number, name in names.items() if number not in taken and name in _OWN_NAMES]
    for number, cell in cells.items():
        if number not in taken:
            columns[_free(squeezed(cell.text), columns)] = number
    return Header(row, dict(sorted(columns.items(), key=lambda pair: pair[1])), tuple(repeated))


def _first_of(names: Mapping[int, str], known: Mapping[str, str]) -> dict[str, int]:
    """The known columns among the names, each at its first place."""
    found: dict[str, int] = {}
    for number, name in names.items():
        if name in known:
            found.setdefault(known[name], number)
    return found


def _free(name: str, taken: Mapping[str, int]) -> str:
    """A name that no column has yet: a second `Provider` becomes `Provider (2)`."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def repeats_header(sheet: Sheet, row: int, header: Header) -> bool:
    """Whether a row only says the header again, as tables do under each section heading, perhaps in other words."""
    cells = {number: plain_name(cell.text) for number, cell in sheet.rows[row].items() if plain_name(cell.text)}
    known = _OWN_NAMES | _OTHER_NAMES
    return len(cells) >= 2 and all(
        name == plain_name(sheet.at(header.row, number).text) or known.get(name, "?") == header.name_of(number)
        for number, name in cells.items())
