"""The tables of `known/`: facts that change, which people can read and edit; and a council's own tables of the kind."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from review_kit.disk.own.files import UnreadableError
from review_kit.disk.own.rows import OwnTable, own_table, same
from review_kit.disk.own.tables import TABLES

Rows = tuple[Mapping[str, str], ...]

KEYS: Mapping[str, str] = {name: table.key for name, table in TABLES.items()}
"""The tables that a council can extend, each with the column that names what a row is about."""
COLUMNS: Mapping[str, tuple[str, ...]] = {name: table.columns for name, table in TABLES.items()}


def known_tables(extra: Sequence[Path] = ()) -> dict[str, Rows]:
    """The tables of `review_kit/known/` by name, each a tuple of rows: header -> text.

    Args:
        extra: a council's own tables. A row of theirs replaces ours that goes by the same name, or switches it off; a
            later file's row replaces an earlier one's. A file or a row that cannot be used is left out:
            `unreadable_tables` says why.
    """
    return _read(extra)[0]


def unreadable_tables(extra: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """What cannot be used of a council's own tables: each file or row, with the reason in a few words."""
    paths = tuple(extra)
    return _read(paths)[1] if paths else ()


def _read(extra: Sequence[Path]) -> tuple[dict[str, Rows], tuple[tuple[Path, str], ...]]:
    ours = {entry.name.removesuffix(".csv"): _rows(entry.read_text(encoding="utf-8-sig"))
            for entry in sorted(files("review_kit.known").iterdir(), key=lambda e: e.name)
            if entry.name.endswith(".csv")}
    tables, wrong = dict(ours), []
    for path in extra:
        try:
            own = own_table(path, ours)
        except UnreadableError as error:
            wrong.append((path, str(error)))
            continue
        nobody = _nobody(own, tables[own.name])
        tables[own.name] = _joined(tables[own.name], own)
        wrong += [(path, why) for why in (*own.told, *nobody)]
    return tables, tuple(wrong)


def _rows(text: str) -> Rows:
    # A cell may hold a line break; a row that people wrote may be too short or too long.
    read = csv.DictReader(io.StringIO(text, newline=""), restval="")
    return tuple({header: value for header, value in row.items() if header} for row in read)


def _joined(rows: Rows, own: OwnTable) -> Rows:
    """The rows without those that share a name with one of theirs, or that they switch off; then theirs."""
    key = KEYS[own.name]
    named = {name for row in own.rows for name in _names(own.name, row[key])}
    named |= {name for _, off in own.off for name in _names(own.name, off)}
    return (*(row for row in rows if not named & _names(own.name, row[key])), *own.rows)


def _nobody(own: OwnTable, rows: Rows) -> tuple[str, ...]:
    """Rows that switch off what no row is called: a slip of the hand would change nothing, and say nothing."""
    known = {name for row in rows for name in _names(own.name, row[KEYS[own.name]])}
    return tuple(f"row {number} of {own.file} switches off “{off[:60]}”, and we have no row of that name"
                 for number, off in own.off if not known & _names(own.name, off))


def _names(table: str, cell: str) -> set[str]:
    """Every name in a cell, without what stands behind it in square brackets; elsewhere, the cell is the name."""
    parts = [part.partition("[")[0] for part in cell.split("|")] if TABLES[table].several else [cell]
    return {name for part in parts if (name := same(part, table))}
