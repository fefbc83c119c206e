"""From bytes to text, as browsers read them (WHATWG Encoding Standard), whatever a page says of itself."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_IN_PAGE = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_NO_CHARSETS = frozenset({"unicode-escape", "raw-unicode-escape", "utf-7", "idna", "punycode", "undefined"})
"""Python's own names for what is no character set of the web; some would hand over half characters."""
_SMALLER = frozenset({"ascii", "iso8859-1"})
"""Browsers take these for Windows-1252, which holds them and has quotation marks besides."""


def decoded(body: bytes, content_type: str) -> tuple[str, str]:
    """Text and the character set used: a byte order mark's, the header's, the page's own, UTF-8, then Windows-1252."""
    for name in (_marked(body), _said_in_header(content_type), _said_in_page(body), "utf-8"):
        codec = _codec(name)
        if codec is None:
            continue
        try:
            # A body cut off in the middle of a character is still of its character set.
            return codec.incrementaldecoder().decode(body), codec.name
        except UnicodeError:
            continue
    return body.decode("cp1252", "replace"), "cp1252"


def _marked(body: bytes) -> str:
    return next((name for mark, name in _MARKS if body.startswith(mark)), "")


def _said_in_header(content_type: str) -> str:
    said = _IN_HEADER.search(content_type)
    return said[1] if said else ""


def _said_in_page(body: bytes) -> str:
    """A page that could be read far enough to find its own word for it cannot be of two bytes a character."""
    said = _IN_PAGE.search(body[:4096])
    name = said[1].decode("ascii", "replace").casefold() if said else ""
    return "utf-8" if name.startswith("utf-16") else name


def _codec(name: str) -> codecs.CodecInfo | None:
    """The codec of a character set; None for a name that stands for none, such as `zip` or `rot13`."""
    try:
        b" ".decode(name, "replace")  # refuses what does not turn bytes into text
        codec = codecs.lookup(name)
    except (LookupError, UnicodeError):
        return None
    if codec.name in _SMALLER:
        return codecs.lookup("cp1252")
    return None if codec.name in _NO_CHARSETS else codec
