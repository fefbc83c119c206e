"""The tables of `known/`: facts that change, which people can read and edit."""

import csv
import io
from collections.abc import Mapping
from importlib.resources import files


def known_tables() -> dict[str, tuple[Mapping[str, str], ...]]:
    """The tables of `review_kit/known/` by name, each a tuple of rows: header -> text."""
    tables: dict[str, tuple[Mapping[str, str], ...]] = {}
    for entry in sorted(files("review_kit.known").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".csv"):
            # Excel puts a byte order mark before what it saves as “CSV UTF-8”, and a cell may hold a line break.
            rows = csv.DictReader(io.StringIO(entry.read_text(encoding="utf-8-sig"), newline=""))
            tables[entry.name.removesuffix(".csv")] = tuple(rows)
    return tables
