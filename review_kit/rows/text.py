"""The text of a cell made fit for searching, with every place in it still known in the original."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

BLANK = "\x00"
"""Stands where something was already found. It cannot occur in a workbook, and is neither a word nor a space."""

# Signs with no width that pasting from web pages leaves behind (zero-width space and joiners, soft hyphen, marks
# of writing direction, byte order mark): they hide inside addresses and break them without anybody seeing it.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")

# Spaces of every other kind become the plain one, one for one, so that places stay as they were.
_SPACES = dict.fromkeys((0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_PLAIN = _SPACES | _BREAKS | {0: " "}


def squeezed(text: str) -> str:
    """The text on one line: invisible signs dropped, each run of spaces or line breaks made one space."""
    return " ".join(_INVISIBLE.sub("", text).split())


@dataclass(frozen=True, slots=True)
class Clean:
    """A cell's text with invisible signs dropped and plain spaces; `as_written` leads back to the original."""

    original: str
    text: str
    places: tuple[int, ...] | range

    def as_written(self, start: int, end: int) -> str:
        """The original's own signs between two places of the clean text."""
        return self.original[self.places[start]:self.places[end - 1] + 1] if end > start else ""


def clean(text: str) -> Clean:
    """Make a text fit for searching."""
    plain = text.translate(_PLAIN)
    if not _INVISIBLE.search(plain):
        return Clean(text, plain, range(len(plain)))
    places = tuple(place for place, sign in enumerate(plain) if sign not in INVISIBLE)
    return Clean(text, "".join(plain[place] for place in places), places)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans blanked out, so that nothing is found twice; its length stays."""
    pieces, done = [], 0
    for start, end in sorted(spans):
        if end > done:
            pieces += [text[done:start], BLANK * (end - max(start, done))]
            done = end
    return "".join((*pieces, text[done:]))


def line_around(text: str, place: int) -> tuple[int, int]:
    """Where the line that holds a place starts and ends."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end
