"""The tables of `known/`: facts that change, which people can read and edit; and a council's own tables of the kind."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

Rows = tuple[Mapping[str, str], ...]

KEYS: Mapping[str, str] = {"changes": "old_name", "helplines": "name"}
"""The tables that a council can extend, each with the column that names what a row is about."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "changes": ("old_name", "old_contact", "new_name", "new_contact", "since", "kind", "scope", "write", "source",
                "checked_on", "confidence"),
    "helplines": ("name", "phone", "text", "email", "hours", "ages", "free", "source", "checked_on", "confidence"),
}  # fmt: skip
LARGEST = 5_000_000
"""Bytes; a table that people keep by hand is a thousandth of it."""


class _UnreadableError(Exception):
    """A council's table cannot be used; `str()` says why in a few words."""


def known_tables(extra: Sequence[Path] = ()) -> dict[str, Rows]:
    """The tables of `review_kit/known/` by name, each a tuple of rows: header -> text.

    Args:
        extra: a council's own tables. A row of theirs replaces ours that goes by the same name; a later file's row
            replaces an earlier one's. A file that cannot be used is left out: `unreadable_tables` says why.
    """
    tables = {entry.name.removesuffix(".csv"): _rows(entry.read_text(encoding="utf-8-sig"))
              for entry in sorted(files("review_kit.known").iterdir(), key=lambda e: e.name)
              if entry.name.endswith(".csv")}
    for path in extra:
        try:
            name, rows = _theirs(path)
        except _UnreadableError:
            continue
        tables[name] = _joined(tables.get(name, ()), rows, KEYS[name])
    return tables


def unreadable_tables(extra: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """Those of a council's own tables that cannot be used, each with the reason in a few words."""
    found = []
    for path in extra:
        try:
            _theirs(path)
        except _UnreadableError as error:
            found.append((path, str(error)))
    return tuple(found)


def _rows(text: str, delimiter: str = ",") -> Rows:
    # A cell may hold a line break; a row that people wrote may be too short or too long.
    read = csv.DictReader(io.StringIO(text, newline=""), restval="", delimiter=delimiter)
    return tuple({header: value for header, value in row.items() if header} for row in read)


def _theirs(path: Path) -> tuple[str, Rows]:
    """Which table a council's file extends, and its rows with our columns."""
    text = _text_of(path)
    first = text.partition("\n")[0]
    try:
        rows = _rows(text, max(",;\t", key=first.count))
    except csv.Error as error:
        raise _UnreadableError(f"{path.name} is not a table that we can read") from error
    headers = [_plain(header) for header in (rows[0] if rows else next(csv.reader([first]), []))]
    name = next((name for name, key in KEYS.items() if key in headers), "")
    if not name:
        raise _UnreadableError(f"{path.name} has neither a column old_name nor a column name")
    missing = [column for column in COLUMNS[name] if column not in headers]
    if missing:
        raise _UnreadableError(f"{path.name} lacks the column {', '.join(missing)}")
    kept = ({_plain(header): value for header, value in row.items()} for row in rows)
    return name, tuple({column: row[column] for column in COLUMNS[name]} for row in kept if row[KEYS[name]].strip())


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise _UnreadableError(f"{path.name} is too large for a table")
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # a name that no system takes is a ValueError
        raise _UnreadableError(f"we found no file {path.name} that we can open beside the register") from error
    for encoding in ("utf-8-sig", "cp1252"):  # Excel's plain “CSV” is in Windows' own letters
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _UnreadableError(f"{path.name} is not a table that we can read")


def _plain(header: str) -> str:
    return "_".join(header.strip().casefold().split())


def _joined(ours: Rows, theirs: Rows, key: str) -> Rows:
    """Our rows without those that share a name with one of theirs, then theirs."""
    named = {name for row in theirs for name in _names(row[key])}
    return (*(row for row in ours if not named & set(_names(row[key]))), *theirs)


def _names(cell: str) -> tuple[str, ...]:
    """Every spelling in a cell, without what stands behind it in square brackets."""
    return tuple(name for part in cell.split("|") if (name := " ".join(part.partition("[")[0].casefold().split())))
