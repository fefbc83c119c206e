"""CSV as every csv report writes it: UTF-8, a header row, and no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable

from review_kit.reports.clean import clean

_RUNS = ("=", "+", "-", "@", "\t", "\r")


def guard(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would take for a formula.

    `=`, `+`, `-`, `@`, tab and carriage return start one, after leading spaces too (OWASP, CSV injection). A phone
    number such as +443300083722 is such a cell: it stands in the file as '+443300083722. A program that reads
    the file drops one leading apostrophe; nothing else is changed.
    """
    return f"'{cell}" if cell.startswith(_RUNS) or cell.lstrip().startswith(_RUNS) else cell


def csv_bytes(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """The file: `columns`, then each row, cleaned and guarded. There is no byte order mark, and lines end in LF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guard(clean(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")
