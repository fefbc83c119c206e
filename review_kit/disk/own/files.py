"""A council's own CSV file, as spreadsheets and people save it: its header, and its rows by their numbers in Excel."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

LARGEST = 5_000_000
"""Bytes; a table that people keep by hand is a thousandth of it."""
_SEPARATOR = re.compile(r"sep=(.)[\r\n]+", re.IGNORECASE)
_UNSEEN = re.compile(r"[^\S\n]|[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Odd spaces, and signs that nobody sees."""


class UnreadableError(Exception):
    """A council's table cannot be used; `str()` says why in a few words."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds. Each row has the number that Excel shows beside it; headers are in small letters."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_sheet(path: Path) -> Sheet:
    """Read a file.

    Raises:
        UnreadableError: it is not there, too large, or no table.
    """
    text = _text_of(path)
    if "\0" in text:
        raise UnreadableError(f"{path.name} is not a table that we can read")
    separator = _SEPARATOR.match(text)
    body = text[separator.end():] if separator else text
    first = next((line for line in re.split(r"[\r\n]", body) if line.strip()), "")
    delimiter = separator[1] if separator else max(",;\t", key=first.count)
    try:
        records = list(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter))
    except (csv.Error, TypeError) as error:
        raise UnreadableError(f"{path.name} is not a table that we can read") from error
    number = next((number for number, record in enumerate(records) if any(map(str.strip, record))), 0)
    headers = tuple(plain_header(header) for header in records[number]) if records else ()
    above = number + (2 if separator else 1)
    rows = ((above + at, dict(zip(headers, map(_seen, record), strict=False)))
            for at, record in enumerate(records[number + 1:], 1))
    return Sheet(path.name, headers, tuple((at, row) for at, row in rows if any(row.values())))


def plain_header(header: str) -> str:
    """`Old name ` as `old_name`."""
    return "_".join(re.sub(r"[-_]", " ", _seen(header)).casefold().split())


def _seen(value: str) -> str:
    return _UNSEEN.sub(" ", value).strip()


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableError(f"{path.name} is too large for a table")
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # a name that no system takes is a ValueError
        raise UnreadableError(f"we found no file {path.name} that we can open beside the register") from error
    # Excel's plain “CSV” is in Windows' own letters, and its “Unicode text” is the first of these.
    utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(f"{path.name} is not a table that we can read")
