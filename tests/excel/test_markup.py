"""XML read with the place of each tag."""

import pytest

from review_kit.excel.markup import (
    Cut,
    Listener,
    Start,
    XmlError,
    as_utf8,
    attribute,
    drop_attribute,
    name_end,
    scan,
    set_attribute,
    spliced,
    tag_end,
)


class Tags(Listener):
    """Keeps every start tag."""

    def __init__(self) -> None:
        self.found: list[Start] = []

    def start(self, tag: Start) -> None:
        """Keep it."""
        self.found.append(tag)


def test_every_tag_knows_where_it_stands() -> None:
    """The byte counts from the start of the part, whatever characters come before."""
    data = '<a xmlns="u" xmlns:p="v">é<p:b p:id="7"/></a>'.encode()
    tags = Tags()
    scan(data, tags)
    assert [(t.uri, t.local, t.prefix, t.depth) for t in tags.found] == [("u", "a", "", 1), ("v", "b", "p", 2)]
    assert data[tags.found[1].at:].startswith(b"<p:b")
    assert attribute(tags.found[1].attributes, "id", ["v"]) == "7"


@pytest.mark.parametrize("data", [
    b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
    b"<a><b></a>", b"", b"<a",
])
def test_a_document_type_and_broken_markup_are_refused(data: bytes) -> None:
    """Entity bombs and outside entities need a DOCTYPE, and no workbook has one."""
    with pytest.raises(XmlError):
        scan(data, Listener())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "latin-1", "utf-8", "utf-8-sig"])
def test_a_part_in_another_encoding_is_read(encoding: str) -> None:
    """UTF-16 occurs with and without its mark."""
    name = "UTF-16" if "16" in encoding else "ISO-8859-1" if encoding == "latin-1" else "UTF-8"
    xml = f'<?xml version="1.0" encoding="{name}"?><a>é</a>'
    utf8 = as_utf8(xml.encode(encoding))
    assert utf8.removeprefix(b"\xef\xbb\xbf").decode() == '<?xml version="1.0" encoding="UTF-8"?><a>é</a>'


@pytest.mark.parametrize("data", [b'<?xml version="1.0" encoding="no-such"?><a/>', b"\xff\xfe<\x00\x00\xd8"])
def test_an_unknown_encoding_is_refused(data: bytes) -> None:
    """An encoding that does not exist, and bytes that are not in the encoding they claim."""
    with pytest.raises(XmlError, match="characters"):
        as_utf8(data)


def test_a_bracket_inside_quotes_does_not_end_a_tag() -> None:
    """Formulas and names may hold `>`."""
    data = b"<a b='x>y' c=\">\">text"
    assert data[tag_end(data, 0):] == b"text"
    assert name_end(data, 0) == 2
    with pytest.raises(XmlError):
        tag_end(b"<a", 0)


def test_attributes_are_replaced_in_place() -> None:
    """Only whole names count: `ref` is not part of `xref`."""
    assert set_attribute(b"<a xref='1' ref='2'/>", "ref", "3") == b"<a xref='1' ref=\"3\"/>"
    assert drop_attribute(b'<a b="1" c="2"/>', "b") == b'<a c="2"/>'


def test_cuts_leave_all_other_bytes() -> None:
    """Cuts may come in any order; insertions at one place keep theirs."""
    cuts = [Cut(3, 4, b"D"), Cut(1, 1, b"x"), Cut(1, 1, b"y"), Cut(1, 2, b"")]
    assert spliced(b"abcde", cuts) == b"axycDe"
