"""XML read with the place of every tag in the bytes, so that a writer can change a few bytes and keep all others.

Python's expat alone is used: it knows the byte where each tag starts, which no tree of elements keeps.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

_QUOTE_OR_END = re.compile(rb"[\"'>]")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_DECLARATION = re.compile(r"(encoding\s*=\s*)([\"'])[^\"']*\2")
_AFTER_NAME = re.compile(rb"[\s/>]")


class XmlError(Exception):
    """A part cannot be read as XML, or holds what we refuse to read."""


class Start(NamedTuple):
    """A start tag: namespace, local name, prefix as written, the byte where it stands; depth 1 is the root."""

    uri: str
    local: str
    prefix: str
    attributes: Mapping[str, str]
    at: int
    depth: int


class End(NamedTuple):
    """An element's end; for `<a/>`, `at` is the byte where it started."""

    local: str
    at: int
    depth: int


class Cut(NamedTuple):
    """Bytes from `start` up to `end` to be replaced by `new`."""

    start: int
    end: int
    new: bytes


class Listener:
    """Hears the tags and texts of a part in order."""

    def start(self, tag: Start) -> None:
        """An element begins."""

    def end(self, tag: End) -> None:
        """An element ends."""

    def text(self, words: str) -> None:
        """Text stands between two tags."""


@lru_cache(maxsize=4096)
def _names(name: str) -> tuple[str, str, str]:
    match name.split("\n"):
        case [uri, local, prefix]:
            return uri, local, prefix
        case [uri, local]:
            return uri, local, ""
    return "", name, ""


def scan(data: bytes, listener: Listener) -> None:
    """Read a part from end to end.

    Args:
        data: the part in UTF-8, as `as_utf8` gives it.
        listener: told of every tag.

    Raises:
        XmlError: not well formed, or with a DOCTYPE (no workbook has one; entity bombs and outside entities need it).
    """
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.namespace_prefixes = True
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        listener.start(Start(*_names(name), attributes, parser.CurrentByteIndex, depth))

    def end(name: str) -> None:
        nonlocal depth
        listener.end(End(_names(name)[1], parser.CurrentByteIndex, depth))
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise XmlError(f"it is not well formed ({error})") from error


def _refuse_doctype(*_: object) -> None:
    raise XmlError("it declares a document type, which no workbook does and which can hide an attack")


def attribute(attributes: Mapping[str, str], local: str, uris: Iterable[str]) -> str:
    """The value of a namespaced attribute, '' where there is none. Plain ones are found under their own name."""
    for uri in uris:
        for name, value in attributes.items():
            if name == f"{uri}\n{local}" or name.startswith(f"{uri}\n{local}\n"):
                return value
    return ""


def as_utf8(data: bytes) -> bytes:
    """A part in UTF-8, with its declaration set right: byte offsets and splices need one known encoding.

    Raises:
        XmlError: in an encoding that cannot be read.
    """
    encoding = _encoding(data)
    if not encoding:
        return data
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError) as error:
        raise XmlError(f"its characters cannot be read ({error})") from error
    return _DECLARATION.sub(r"\1\2UTF-8\2", text.removeprefix("\ufeff"), count=1).encode()


def _encoding(data: bytes) -> str:
    """How a part is written, '' when it is UTF-8 already."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if data[:4] == b"\x00<\x00?":
        return "utf-16-be"
    if data[:4] == b"<\x00?\x00":
        return "utf-16-le"
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    name = declared[1].decode().lower() if declared else ""
    return "" if name in ("", "utf-8", "utf8", "us-ascii", "ascii") else name


def tag_end(data: bytes, at: int) -> int:
    """The byte after the tag that starts at `at`; a `>` inside quotes does not end it."""
    while True:
        found = _QUOTE_OR_END.search(data, at)
        if found is None:
            raise XmlError("a tag does not end")
        if found[0] == b">":
            return found.end()
        at = data.index(found[0], found.end()) + 1


def element_end(data: bytes, start: int, end_tag: int) -> int:
    """The byte after an element, from where its two tags start; for `<a/>` its start tag is all there is."""
    after = tag_end(data, start)
    return after if data[after - 2:after] == b"/>" else tag_end(data, end_tag)


def name_end(data: bytes, at: int) -> int:
    """The byte after the name of the tag that starts at `at`: where a new attribute may go in."""
    found = _AFTER_NAME.search(data, at)
    return found.start() if found else len(data)


def set_attribute(tag: bytes, name: str, value: str) -> bytes:
    """A start tag with one attribute's value replaced (it must be there). `value` is ready for double quotes."""
    pattern = re.compile(rb"(\s" + re.escape(name).encode() + rb"\s*=\s*)(?:\"[^\"]*\"|'[^']*')")
    return pattern.sub(lambda found: found[1] + b'"' + value.encode() + b'"', tag, count=1)


def drop_attribute(tag: bytes, name: str) -> bytes:
    """A start tag without one attribute."""
    return re.sub(rb"\s" + re.escape(name).encode() + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag, count=1)


def spliced(data: bytes, cuts: Iterable[Cut]) -> bytes:
    """The bytes with every cut made; all else stays as it was. Cuts at one place keep the order they came in."""
    pieces, at = [], 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        pieces += [data[at:cut.start], cut.new]
        at = cut.end
    return b"".join([*pieces, data[at:]])


def prefixed(prefix: str) -> str:
    """The prefix as it stands before a name: `x:`, or nothing."""
    return f"{prefix}:" if prefix else ""
