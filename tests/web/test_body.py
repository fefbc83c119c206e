"""Bodies on real sockets: large, endless, slow, packed, and packed to do harm."""

import gzip
import tracemalloc
import zlib

import pytest

from review_kit.model import Failure, Visit
from review_kit.web.body import BODY_CAP, OTHER_CAP

from . import looking
from .rawserver import HTML, OK, RawServer, Script, Visitor, answer, says

PAGE = b"<title>Packed</title><p>" + b"A page that compresses well. " * 2000


def seen(script: Script, **figures: float) -> Visit:
    """What one look at a server with this script shows."""
    with RawServer(script) as server:
        return looking.look("http://big.example/", looking.names_of(server.ports), pace=looking.quick(**figures))


def packed(body: bytes, coding: str = "gzip", kind: str = "text/html") -> Script:
    """A server that sends a body and says that it is packed."""
    return says(answer(body, headers={"content-encoding": coding, "content-type": kind}))


def flood(size: int, header: bytes = b"") -> tuple[Script, list[int]]:
    """A server that sends up to `size` bytes for as long as it can, and the number of those that it got rid of."""
    sent: list[int] = []

    def script(visitor: Visitor) -> None:
        visitor.send(OK, HTML, header, b"\r\n<title>Endless</title>")
        block, gone = b"x" * 65_536, 0
        try:
            while gone < size:
                visitor.send(block)
                gone += len(block)
        finally:
            sent.append(gone)
    return script, sent


@pytest.mark.parametrize("size", [250_000_000, 10**15], ids=["250 MB", "never-ending"])
def test_a_large_body_is_read_to_the_cap_and_no_further(size: int) -> None:
    """1.5 MB of it are kept, the connection is closed, and the server is left with the rest."""
    script, sent = flood(size)
    tracemalloc.start()
    visit = seen(script)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (visit.status, visit.failure, visit.page.title) == (200, None, "Endless")
    assert (visit.page.bytes_read, visit.page.truncated) == (BODY_CAP, True)
    assert sent[0] < 100_000_000
    assert peak < 50_000_000


def test_a_length_that_is_a_lie_costs_nothing() -> None:
    """A server may announce a terabyte: what is read is what is wanted."""
    visit = seen(flood(10**12, b"content-length: 1000000000000\r\n")[0])
    assert (visit.page.bytes_read, visit.page.truncated) == (BODY_CAP, True)


def test_a_body_that_drips_ends_with_the_longest_look() -> None:
    """A byte now and then keeps every read alive; the whole look has its own end, and keeps what it saw."""
    def drips(visitor: Visitor) -> None:
        visitor.send(OK, HTML, b"\r\n<title>Slow</title>")
        visitor.drip(b"x", 0.02)
    visit = seen(drips, longest_look=0.25)
    assert (visit.status, visit.failure, visit.page.title) == (200, Failure.TIMEOUT, "Slow")


def test_headers_that_drip_end_with_the_longest_look() -> None:
    """The same before the first line is whole, and for early hints without end."""
    def head(visitor: Visitor) -> None:
        visitor.send(OK)
        visitor.drip(b"x-header: a\r\n", 0.02)

    def hints(visitor: Visitor) -> None:
        visitor.drip(b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.02)
    for script in (head, hints):
        visit = seen(script, longest_look=0.2)
        assert (visit.status, visit.failure) == (None, Failure.TIMEOUT)


@pytest.mark.parametrize(("coding", "body"), [
    ("gzip", gzip.compress(PAGE)), ("x-gzip", gzip.compress(PAGE)), ("GZIP", gzip.compress(PAGE)),
    ("deflate", zlib.compress(PAGE)), ("deflate", zlib.compress(PAGE)[2:-4]), ("identity", PAGE), ("UTF-8", PAGE),
    ("", PAGE), ("gzip", gzip.compress(PAGE) + b"something after the end"),
])
def test_a_packed_page_is_unpacked(coding: str, body: bytes) -> None:
    """Gzip and deflate in the forms that servers send; a coding that nobody knows is passed over, as browsers do."""
    visit = seen(packed(body, coding))
    assert (visit.failure, visit.page.title, visit.page.body_hash) == (None, "Packed", looking.digest(PAGE))


def test_a_page_of_the_size_of_a_bite_is_whole() -> None:
    """Nothing is lost where the end of a bite and the end of the page fall together."""
    for size in (65_535, 65_536, 65_537, 131_072):
        page = b"<title>Bites</title>".ljust(size, b"x")
        assert seen(packed(gzip.compress(page))).page.body_hash == looking.digest(page)


def test_a_packed_bomb_goes_off_in_small_bites() -> None:
    """What unpacks to a thousand times its size is read to the cap, and the memory never holds more than some bites."""
    body = gzip.compress(b"<title>Bomb</title>" + bytes(60_000_000))
    tracemalloc.start()
    visit = seen(packed(body))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (visit.page.bytes_read, visit.page.truncated, visit.page.title) == (BODY_CAP, True, "Bomb")
    assert peak < 50_000_000  # the whole bomb would be 60


@pytest.mark.parametrize("coding", ["gzip, gzip", "deflate, gzip", "gzip,gzip,gzip", "br", "zstd", "gzip, br"])
def test_what_is_packed_twice_or_otherwise_is_not_unpacked(coding: str) -> None:
    """We asked for gzip or deflate, once: a bomb in a bomb is not opened, and what we cannot read is no page."""
    visit = seen(packed(gzip.compress(gzip.compress(PAGE)), coding))
    assert (visit.status, visit.failure, visit.page.bytes_read) == (200, Failure.BAD_ANSWER, 0)


def test_a_packed_page_that_is_damaged_keeps_its_beginning() -> None:
    """Status and failure both stand; what could be unpacked before the fault is kept."""
    packing = zlib.compressobj(wbits=31)
    first = packing.compress(b"<title>Half</title>") + packing.flush(zlib.Z_FULL_FLUSH)

    def damaged(visitor: Visitor) -> None:
        visitor.send(OK, HTML, b"content-encoding: gzip\r\n\r\n", first)
        visitor.hold(0.1)
        visitor.send(b"\xff" * 200)
    visit = seen(damaged)
    assert (visit.status, visit.failure, visit.page.title) == (200, Failure.BAD_ANSWER, "Half")


def test_a_page_that_was_never_packed_is_an_answer_not_understood() -> None:
    """The header says gzip and the body is plain: no browser shows that page either."""
    visit = seen(packed(b"this was never packed"))
    assert (visit.status, visit.failure) == (200, Failure.BAD_ANSWER)


def test_of_a_file_only_its_beginning_is_read() -> None:
    """A PDF gives its kind, size read and hash, and no text; pages in capitals are pages."""
    pdf = b"%PDF-1.7\n" + bytes(1_000_000)
    visit = seen(says(answer(pdf, headers={"content-type": "application/pdf"})))
    assert (visit.status, visit.failure) == (200, None)
    read = visit.page
    assert (read.content_type, read.bytes_read, read.truncated) == ("application/pdf", OTHER_CAP, True)
    assert (read.text, read.title) == ("", "")
    page = b"<title>Loud</title>".ljust(100_000)
    loud = seen(says(answer(page, headers={"content-type": "TEXT/HTML"})))
    assert (loud.page.bytes_read, loud.page.title) == (100_000, "Loud")


def test_a_body_without_an_end_mark_is_read_until_the_server_hangs_up() -> None:
    """HTTP/1.0, and answers without a length: the end of the connection is the end of the page."""
    visit = seen(says(b"HTTP/1.0 200 OK\r\n\r\n<title>Old</title>"))
    assert (visit.status, visit.failure, visit.page.title) == (200, None, "Old")


def test_an_answer_without_a_body_is_an_answer() -> None:
    """204 and an empty 200 are facts like any other."""
    assert seen(says(b"HTTP/1.1 204 No Content\r\n\r\n")).status == 204
    assert seen(says(answer(b""))).page.bytes_read == 0
