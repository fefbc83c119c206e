"""One spelling for each address."""

import pytest

from review_kit.rows import host_of, normalised, same_address
from review_kit.rows.addresses import known_ending, sound


@pytest.mark.parametrize(("url", "asked"), [
    ("example.org", "https://example.org/"),
    ("HTTP://Example.ORG:80/A", "http://example.org/A"),
    ("https://example.org:443?q=1", "https://example.org/?q=1"),
    ("https://example.org:8443/", "https://example.org:8443/"),
    ("https://example.org./a", "https://example.org/a"),
    ("https://bücher.example/ä b?ö=ü#é", "https://xn--bcher-kva.example/%C3%A4%20b?%C3%B6=%C3%BC#%C3%A9"),
    ("https://example.org/%C3%A4?a=b+c&d=%20", "https://example.org/%C3%A4?a=b+c&d=%20"),
    ("//example.org/a", "https://example.org/a"),
    ("mailto:jane@example.org", "mailto:jane@example.org"),
    ("#Sheet!A1", "#Sheet!A1"),
    ("", ""),
])
def test_normalised(url: str, asked: str) -> None:
    """An address is asked in small letters, with a scheme and a path, and other alphabets encoded."""
    assert normalised(url) == asked
    assert normalised(asked) == asked


@pytest.mark.parametrize(("url", "host"), [
    ("https://User@WWW.Example.org:80/a", "www.example.org"), ("example.org/a", "example.org"),
    ("https://[2001:db8::1]:80/", "2001:db8::1"), ("", "")])
def test_host_of(url: str, host: str) -> None:
    """The host is taken without user, port and path."""
    assert host_of(url) == host


def test_scheme_and_closing_slash_make_no_difference() -> None:
    """Two addresses are one where only these differ, and two where the host or path does."""
    assert same_address("http://example.org/a/", "https://EXAMPLE.org/a")
    assert not same_address("https://example.org/a", "https://www.example.org/a")


@pytest.mark.parametrize(("host", "known"), [
    ("derby.gov.uk", True), ("gov.uk", True), ("org.uk", False), ("example.scot", True), ("x.docx", False),
    ("uk", False)])
def test_known_ending(host: str, known: bool) -> None:
    """An ending alone is no host."""
    assert known_ending(host) is known


@pytest.mark.parametrize("url", ["https://example.org:99999/", "http://[a", "https://example.org:abc/"])
def test_what_cannot_be_taken_apart_is_unsound(url: str) -> None:
    """A bad port or bracket is known before anything is asked."""
    assert not sound(url)
