"""Reads the sheet Settings: plain names and values."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from review_kit.model.finding import Finding
from review_kit.model.settings import KNOWN, Settings
from review_kit.model.workbook import CellText, Sheet
from review_kit.rows import problems
from review_kit.rows.grid import Grid
from review_kit.rows.headers import plain_name
from review_kit.rows.text import squeezed

SHEET = "Settings"
_LABELS = {plain_name(label): label for label in KNOWN}
_HEADERS = {"name", "setting", "settings", "what"}
_NUMBER = re.compile(r"(\d{1,9})(?:\.0+)?(?: ?(?:months?|minutes?|mins?))?")


def read_settings(sheet: Sheet | None) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a sheet, defaults where it says nothing, and what of it could not be used.

    Names stand in the first filled column, values in the next; names may differ in capitals and spaces. Several
    values in one cell have `;` or line breaks between them. A bad value is told, and its default stands.
    """
    values: dict[str, Any] = {}
    found: list[Finding] = []
    for name, value in _pairs(sheet) if sheet else ():
        label = _LABELS.get(plain_name(name.text), "")
        said = squeezed(value.text)
        if not label:
            found += [problems.setting_unknown(name.cell, name.text)] if said else []
        elif value.problem:
            found.append(_unreadable(value, label, value.problem))
        elif KNOWN[label].name in values:
            found.append(_unreadable(value, label, "it stands above with another row, and we used that one"))
        elif said:
            try:
                values[KNOWN[label].name] = _converted(label, value.text)
            except ValueError as error:
                found.append(_unreadable(value, label, str(error)))
    return Settings(**values), tuple(found)


def _pairs(sheet: Sheet) -> Iterator[tuple[CellText, CellText]]:
    """The names with their values; the header and titles above left out."""
    grid = Grid(sheet)
    column = min((min(grid.own(row)) for row in grid.rows), default=1)
    for row in grid.rows:
        name = grid.at(row, column)
        if squeezed(name.text) and plain_name(name.text) not in _HEADERS:
            yield name, sheet.at(row, column + 1)


def _converted(label: str, words: str) -> str | int | tuple[str, ...]:
    """A value as the field's default says what it should be; ValueError says in words why it cannot."""
    default = KNOWN[label].default
    if isinstance(default, tuple):
        return tuple(part for piece in re.split(r"[;\r\n\v\f\u2028]", words) if (part := squeezed(piece)))
    if isinstance(default, str):
        return squeezed(words)
    number = _NUMBER.fullmatch(squeezed(words).casefold())
    if number is None:
        raise ValueError(f"“{problems.short(words)}” is no whole number")
    least, most = KNOWN[label].metadata["least"], KNOWN[label].metadata["most"]
    if not least <= int(number[1]) <= most:
        raise ValueError(f"{number[1]} is not between {least} and {most}")
    return int(number[1])


def _unreadable(cell: CellText, label: str, saw: str) -> Finding:
    default = dataclasses.asdict(Settings())[KNOWN[label].name]
    said = "; ".join(default) if isinstance(default, tuple) else str(default)
    return problems.setting_unreadable(cell.cell, label, saw, said or "left blank")
