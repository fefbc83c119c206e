"""From bytes to text: as browsers read them, whatever a page says of itself."""

import encodings.aliases

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit.web.charset import decoded

QUOTED = "Children\u2019s \u201ccafé\u201d"
ODD = ("hex", "zlib", "bz2", "base64", "uu", "rot13", "quopri", "unicode_escape", "raw_unicode_escape", "utf-7", "idna",
       "punycode", "undefined", "mbcs", "oem", "no-such-set", "..", "::", "é", "x" * 200, "os.path", "aliases")


@pytest.mark.parametrize(("body", "content_type", "text"), [
    (QUOTED.encode(), "text/html", QUOTED),
    (QUOTED.encode("cp1252"), "text/html", QUOTED),
    (QUOTED.encode("cp1252"), "text/html; charset=ISO-8859-1", QUOTED),
    ("cafés".encode("latin-1"), "text/html", "cafés"),
    (QUOTED.encode("utf-16"), "text/html", QUOTED),
    (QUOTED.encode("utf-16-le"), "text/html; charset=utf-16le", QUOTED),
    (b"\xfe\xff" + QUOTED.encode("utf-16-be"), "text/html; charset=utf-8", QUOTED),
    (b"\xef\xbb\xbf" + QUOTED.encode(), "text/html; charset=iso-8859-1", QUOTED),
    ("привет".encode("koi8-r"), "text/html; charset='KOI8-R'", "привет"),
    (QUOTED.encode(), "text/html; charset=utf8", QUOTED),
    (b"", "", ""),
])
def test_text_is_read_as_browsers_read_it(body: bytes, content_type: str, text: str) -> None:
    """A byte order mark beats the header, the header beats the page, and Latin-1 is taken for Windows-1252."""
    assert decoded(body, content_type)[0] == text


@pytest.mark.parametrize("mark", ['<meta charset="windows-1251">', "<META CHARSET = 'windows-1251'>",
                                  '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'])
def test_a_page_may_say_its_own_set(mark: str) -> None:
    """Where the header says nothing, the page's own word counts, in either form."""
    assert "привет" in decoded((mark + "привет").encode("cp1251"), "text/html")[0]


def test_a_page_that_calls_itself_utf_16_and_is_not_is_still_read() -> None:
    """Its own word was read byte by byte, so it cannot be true; browsers take UTF-8."""
    body = '<meta charset="utf-16"><title>Café</title>'.encode()
    assert "<title>Café</title>" in decoded(body, "text/html")[0]


@pytest.mark.parametrize("body", [b"<title>caf\xe9 \\d \\ud800</title>", b"", b"789c", b"+2AA-"])
def test_no_name_of_a_set_can_crash_the_reader(body: bytes) -> None:
    """Every codec that Python has, and names of none: the text can be written to a file."""
    for name in (*ODD, *sorted(set(encodings.aliases.aliases.values()))):
        text, used = decoded(body, f"text/html; charset={name}")
        text.encode("utf-8")
        assert used
        decoded(f'<meta charset="{name}">'.encode() + body, "")[0].encode("utf-8")


def test_a_body_cut_off_inside_a_character_keeps_its_set() -> None:
    """The cap of the reader may fall between the bytes of one letter."""
    assert decoded("café".encode()[:-1], "text/html; charset=utf-8") == ("caf", "utf-8")


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.binary(max_size=200), st.text(max_size=60))
def test_any_bytes_and_any_header_give_text(body: bytes, content_type: str) -> None:
    """No body and no Content-Type at all can crash the reader."""
    decoded(body, content_type)[0].encode("utf-8")
