"""Places in a sheet: `F12` and `A1:C9` to numbers and back. Rows and columns count from 1."""

import re

from review_kit.model.workbook import Area, column_letters

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384

Place = tuple[int, int]
"""A row and a column."""

_MOST_DIGITS = 10
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?([0-9]{1,7}):\$?([0-9]{1,7})")


def whole_number(text: str, otherwise: int) -> int:
    """A count as XML writes it; `otherwise` for anything else, or for more digits than any count has."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else otherwise


def column_number(letters: str) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def name_of(row: int, column: int) -> str:
    """Row 12, column 6 is `F12`."""
    return f"{column_letters(column)}{row}"


def place_of(reference: str) -> Place:
    """Row and column of a reference such as `F12` or `$F$12`.

    Raises:
        ValueError: it names no cell that a sheet can have.
    """
    found = _CELL.fullmatch(reference.strip())
    if not found:
        raise ValueError(f"{reference!r} names no cell")
    row, column = int(found[2]), column_number(found[1])
    if not (1 <= row <= MOST_ROWS and column <= MOST_COLUMNS):
        raise ValueError(f"{reference!r} lies outside a sheet")
    return row, column


def area_of(reference: str) -> Area:
    """The rectangle of `A1:C9`, `B2`, whole columns `A:C` (merges of these occur in real files) or rows `3:5`.

    Raises:
        ValueError: it names no rectangle.
    """
    if columns := _COLUMNS.fullmatch(reference):
        left, right = sorted(map(column_number, columns.groups()))
        return Area(1, left, MOST_ROWS, min(right, MOST_COLUMNS))
    if rows := _ROWS.fullmatch(reference):
        top, bottom = sorted(map(int, rows.groups()))
        return Area(max(top, 1), 1, min(bottom, MOST_ROWS), MOST_COLUMNS)
    first, _, last = reference.partition(":")
    (row, column), (other_row, other_column) = place_of(first), place_of(last or first)
    return Area(min(row, other_row), min(column, other_column), max(row, other_row), max(column, other_column))


def reference_of(area: Area) -> str:
    """An area as a workbook writes it: `A1:C9`."""
    return f"{name_of(area.top, area.left)}:{name_of(area.bottom, area.right)}"


def size_of(area: Area) -> int:
    """How many cells an area covers."""
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)


def overlap(one: Area, other: Area) -> bool:
    """Whether two areas share a cell."""
    return (
        one.top <= other.bottom and other.top <= one.bottom and one.left <= other.right and other.left <= one.right
    )
