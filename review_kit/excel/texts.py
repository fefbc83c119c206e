"""Texts between a workbook's XML and a person: the `_xHHHH_` escapes of ECMA-376 part 1, 22.9.2.19 (ST_Xstring)."""

import re
from xml.sax.saxutils import escape, quoteattr

LONGEST = 32_767
"""Characters that Excel lets one cell hold."""

_ESCAPED = re.compile(r"(?:_x[0-9A-Fa-f]{4}_)+")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# XML 1.0 has no way to write these; a carriage return would come back as a line feed.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def shown(stored: str) -> str:
    """The text a person sees: `_x000D_` back to a carriage return, `_x005F_` back to a line."""
    return _ESCAPED.sub(_unescaped, stored) if "_x" in stored else stored


def _unescaped(found: re.Match[str]) -> str:
    # Two halves of one emoji may be escaped side by side, so a run is decoded as one.
    units = bytes.fromhex("".join(found[0][at + 2:at + 6] for at in range(0, len(found[0]), 7)))
    return units.decode("utf-16-be", errors="replace")


def stored(text: str) -> str:
    """The text as a workbook keeps it, so that `shown` gives it back. Half an emoji becomes the replacement mark."""
    whole = _HALF_PAIR.sub("\ufffd", text)
    marked = _LOOKS_ESCAPED.sub("_x005F_", whole)
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", marked)


def as_content(text: str) -> str:
    """A text ready to stand between two tags."""
    return escape(stored(text))


def as_attribute(text: str) -> str:
    """A text in quotes, ready to stand as an attribute's value."""
    return quoteattr(stored(text))
