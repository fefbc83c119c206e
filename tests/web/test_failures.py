"""Why nothing came back: the root cause, whatever wraps it, on real sockets."""

import errno
import os
import socket
import ssl

import httpcore
import httpx
import pytest

from review_kit.model import Failure
from review_kit.web import NotPublicError, SystemNames
from review_kit.web.failures import causes, certificate_problem, failure_of

from . import looking
from .rawserver import HTML, OK, RawServer, Script, Visitor, answer, says


def wrapped(inner: BaseException, *outer: BaseException) -> BaseException:
    """The inner exception as libraries hand it on: each layer raised from the one below."""
    for layer in outer:
        layer.__cause__ = inner
        inner = layer
    return inner


@pytest.mark.parametrize(("inner", "failure"), [
    (socket.gaierror(socket.EAI_NONAME, "not known"), Failure.NO_SUCH_NAME),
    (socket.gaierror(11001, "host not found"), Failure.NO_SUCH_NAME),
    (socket.gaierror(11004, "no data"), Failure.NO_SUCH_NAME),
    (socket.gaierror(socket.EAI_AGAIN, "try again"), Failure.RESOLVER_TROUBLE),
    (socket.gaierror(11002, "try again"), Failure.RESOLVER_TROUBLE),
    (ConnectionRefusedError(errno.ECONNREFUSED, "refused"), Failure.REFUSED),
    (OSError(errno.ENETUNREACH, "unreachable"), Failure.UNREACHABLE),
    (OSError(errno.EHOSTUNREACH, "no route"), Failure.UNREACHABLE),
    (OSError(10065, "no route"), Failure.UNREACHABLE),
    (ConnectionResetError(errno.ECONNRESET, "reset"), Failure.RESET),
    (BrokenPipeError(errno.EPIPE, "broken"), Failure.RESET),
    (TimeoutError(), Failure.TIMEOUT),
    (NotPublicError("inside"), Failure.NOT_PUBLIC),
    (ssl.SSLCertVerificationError("bad"), Failure.CERTIFICATE),
    (ssl.SSLError("handshake failure"), Failure.TLS),
    (OSError(errno.EIO, "odd"), Failure.OTHER),
])
def test_the_root_cause_is_found_behind_what_wraps_it(inner: BaseException, failure: Failure) -> None:
    """The library calls all of these one thing; two layers down stands what the system said."""
    error = wrapped(inner, httpcore.ConnectError("one thing"), httpx.ConnectError("one thing"))
    assert failure_of(error)[0] is failure


def test_a_cause_in_a_group_is_found() -> None:
    """Several attempts at a connection come as a group; the first that tells something decides."""
    group = ExceptionGroup("attempts", [OSError("nothing said"), ConnectionRefusedError(errno.ECONNREFUSED, "no")])
    assert failure_of(wrapped(group, httpx.ConnectError("all failed")))[0] is Failure.REFUSED


def test_a_circle_of_causes_ends() -> None:
    """Exceptions that name each other as cause are each looked at once."""
    one, two = ValueError("one"), ValueError("two")
    one.__cause__, two.__cause__ = two, one
    assert list(causes(one)) == [one, two]
    assert failure_of(one)[0] is Failure.OTHER


def test_the_words_are_the_systems() -> None:
    """The cause is kept in the system's own words, the same every time; an exception without words gives its name."""
    assert failure_of(ConnectionRefusedError(errno.ECONNREFUSED, "[Errno 111] on 127.0.0.1:35123"))[1] == \
        os.strerror(errno.ECONNREFUSED)
    assert failure_of(TimeoutError())[1] == "TimeoutError"


@pytest.mark.parametrize(("words", "problem"), [
    ("A required certificate is not within its validity period", "expired"),
    ("“x.example” certificate is expired", "expired"),
    ("The certificate's CN name does not match the passed value.", "wrong name"),
    ("self signed certificate", "self-signed"),
    ("A certificate chain could not be built to a trusted root authority.", "untrusted issuer"),
    ("something that nobody has written a word for", "other"),
])
def test_a_system_that_gives_words_for_codes_is_understood(words: str, problem: str) -> None:
    """Windows and macOS say in words what OpenSSL says in a number."""
    error = ssl.SSLCertVerificationError(words)
    error.verify_message = words
    assert certificate_problem(wrapped(error, httpx.ConnectError("no")))[0] == problem


def test_another_failure_is_no_certificate_problem() -> None:
    """Nothing is said of a certificate that was never shown."""
    assert certificate_problem(TimeoutError()) == ("", "")


def reset(visitor: Visitor) -> None:
    """Break off before a word is said."""
    visitor.reset()


def reset_in_header(visitor: Visitor) -> None:
    """Break off in the middle of the headers."""
    visitor.send(OK, b"content-type: text/")
    visitor.reset()


def closed_in_header(visitor: Visitor) -> None:
    """Hang up in the middle of the headers."""
    visitor.send(OK, b"content-type: text/")


def nothing_said(_: Visitor) -> None:
    """Hang up without a word."""


@pytest.mark.parametrize("script", [reset, reset_in_header, closed_in_header, nothing_said])
def test_a_server_that_leaves_before_the_end_of_its_headers_broke_off(script: Script) -> None:
    """Whether it resets the connection or hangs up, there is no answer, and the connection broke off."""
    with RawServer(script) as server:
        visit = looking.look("http://rude.example/", looking.names_of(server.ports))
        assert (visit.failure, visit.status, visit.hops) == (Failure.RESET, None, ())


def body_reset(visitor: Visitor) -> None:
    """Break off in the middle of the body."""
    visitor.send(OK, HTML, b"content-length: 500\r\n\r\n<title>Half a page</title>")
    visitor.hold(0.1)
    visitor.reset()


def body_cut(visitor: Visitor) -> None:
    """Hang up in the middle of the body."""
    visitor.send(OK, HTML, b"content-length: 500\r\n\r\n<title>Half a page</title>")


def chunk_cut(visitor: Visitor) -> None:
    """Hang up in the middle of a chunk."""
    visitor.send(OK, HTML, b"transfer-encoding: chunked\r\n\r\n", b"ff\r\n<title>Half a page</title>")


@pytest.mark.parametrize("script", [body_reset, body_cut, chunk_cut])
def test_a_body_that_breaks_off_leaves_status_and_failure(script: Script) -> None:
    """Both are facts: the server answered 200, and the answer broke off; what had come is kept."""
    with RawServer(script) as server:
        visit = looking.look("http://rude.example/", looking.names_of(server.ports))
        assert (visit.status, visit.failure, visit.page.title) == (200, Failure.RESET, "Half a page")
        assert (visit.final_url, visit.failed_at) == ("http://rude.example/", "http://rude.example/")


GARBAGE = (
    b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    b"\x00\x01\x02\x03" * 100,
    b"HTTP/1.1 banana OK\r\n\r\n",
    b"<html><title>No headers at all</title></html>\r\n\r\n",
    OK + b"no colon here\r\n\r\n",
    OK + b"content-length: minus one\r\n\r\n",
    OK + b"content-length: 5\r\ncontent-length: 6\r\n\r\nhello",
    OK + b"transfer-encoding: chunked\r\n\r\nnot a chunk\r\n",
    OK + b"x-bomb: " + b"a" * 2_000_000,
    OK + b"".join(b"x-%d: a\r\n" % n for n in range(200_000)),
)


@pytest.mark.parametrize("said", GARBAGE, ids=range(len(GARBAGE)))
def test_what_is_not_http_is_an_answer_not_understood(said: bytes) -> None:
    """Garbage, headers without an end and contradictions are the server's fault, and no crash of ours."""
    with RawServer(says(said)) as server:
        visit = looking.look("http://odd.example/", looking.names_of(server.ports))
        assert visit.failure is Failure.BAD_ANSWER


def test_garbage_in_place_of_tls_is_no_secure_connection() -> None:
    """A server that speaks plain HTTP where TLS belongs, or hangs up, is told apart from one with a bad certificate."""
    with RawServer(says(answer(b"plain")), talks=False) as server:
        visit = looking.look("https://plain.example/", looking.names_of(server.ports))
        assert visit.failure is Failure.TLS
    with RawServer(reset, talks=False) as server:
        visit = looking.look("https://rude.example/", looking.names_of(server.ports))
        assert visit.failure in {Failure.RESET, Failure.TLS}


def test_a_refusal_a_silence_and_an_unknown_name_are_three_things() -> None:
    """On the practice web's sockets: nobody listens, nobody speaks, nobody has the name."""
    sites = {"shut.example": {"behaviour": "refuses"}, "mute.example": {"behaviour": "silent"}}
    with looking.web_of(sites) as web:
        names, pace = looking.names_of(web.ports), looking.quick(connect=0.15, read=0.15)
        for scheme in ("http", "https"):
            assert looking.look(f"{scheme}://shut.example/", names, pace=pace).failure is Failure.REFUSED
            assert looking.look(f"{scheme}://mute.example/", names, pace=pace).failure is Failure.TIMEOUT
            assert looking.look(f"{scheme}://none.example/", names, pace=pace).failure is Failure.NO_SUCH_NAME


def test_a_resolver_that_asks_to_try_again_is_in_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    """EAI_AGAIN says nothing of the name: it is kept apart from “no such name”."""
    trouble = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    looking.resolving(monkeypatch, trouble)
    visit = looking.look("http://some.example/", SystemNames())
    assert (visit.failure, visit.cause) == (Failure.RESOLVER_TROUBLE, str(trouble))
