"""From an exception to its root cause: httpx calls an unknown name, a refusal and a bad certificate one thing."""

import errno
import os
import socket
import ssl
from collections.abc import Iterator

import httpx

from review_kit.model import Failure
from review_kit.web.names import NotPublicError

NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", -5), 11001, 11004}  # the last two: Windows
UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, 10051, 10065}
CERTIFICATE_PROBLEMS = {
    9: "not yet valid", 10: "expired", 18: "self-signed", 19: "untrusted issuer",
    20: "incomplete chain", 21: "incomplete chain", 62: "wrong name", 64: "wrong name",
}  # fmt: skip
"""OpenSSL's verify codes (x509_vfy.h) -> our words; 20 and 21 say only that the issuer's certificate is not at hand."""

CUT_OFF = ("disconnected", "peer closed connection")
"""The words of h11 and httpcore for a server that left before, or in the middle of, its answer."""

BY_KIND: tuple[tuple[type[BaseException], Failure], ...] = (
    (NotPublicError, Failure.NOT_PUBLIC),
    (ssl.SSLCertVerificationError, Failure.CERTIFICATE),
    (ssl.SSLError, Failure.TLS),
    (ConnectionRefusedError, Failure.REFUSED),
    (ConnectionError, Failure.RESET),
    (httpx.ProxyError, Failure.PROXY),
    (TimeoutError, Failure.TIMEOUT),
    (httpx.TimeoutException, Failure.TIMEOUT),
    (httpx.InvalidURL, Failure.NOT_ASKED),
    (httpx.UnsupportedProtocol, Failure.NOT_ASKED),
    (httpx.ProtocolError, Failure.BAD_ANSWER),
    (httpx.DecodingError, Failure.BAD_ANSWER),
)
"""The first kind that fits; a subclass stands before its base."""


def causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and everything behind it, nearest first."""
    seen: set[int] = set()
    queue = [error]
    while queue:
        found = queue.pop(0)
        if id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        queue += [e for e in (found.__cause__, found.__context__) if e is not None]
        queue += getattr(found, "exceptions", ())  # an ExceptionGroup of several connection attempts


def failure_of(error: BaseException) -> tuple[Failure, str]:
    """The root cause of a failed request and the words of the system for it."""
    chain = list(causes(error))
    for found in chain:
        failure = _told_by(found)
        if failure:
            return failure, _words_of(found)
    # A read or write that broke off with no cause of its own; asked last, because it may wrap a better reason.
    failure = Failure.RESET if isinstance(error, (httpx.ReadError, httpx.WriteError)) else Failure.OTHER
    return failure, f"{type(error).__name__}: {error}"


def _words_of(error: BaseException) -> str:
    """The system's own words for its error number, which are the same every time; else the exception's."""
    said = getattr(error, "verify_message", "")
    if isinstance(error, ssl.SSLCertVerificationError) and said:
        return str(said)  # the exception's own text names a line of Python's source
    if isinstance(error, ConnectionError) and error.errno:
        return os.strerror(error.errno)
    return str(error) or type(error).__name__


def certificate_problem(error: BaseException) -> tuple[str, str]:
    """What was wrong with the certificate, in our words and in the system's; empty words for another failure."""
    for found in causes(error):
        if isinstance(found, ssl.SSLCertVerificationError):
            code = getattr(found, "verify_code", 0)
            detail = str(getattr(found, "verify_message", "") or found)
            return CERTIFICATE_PROBLEMS.get(code, _problem_in_words(detail)), detail
    return "", ""


def _problem_in_words(detail: str) -> str:
    """Windows and macOS give words in place of codes."""
    said = detail.casefold()
    for sign, problem in (("expired", "expired"), ("not within its validity", "expired"), ("name", "wrong name"),
                          ("self", "self-signed"), ("trust", "untrusted issuer")):
        if sign in said:
            return problem
    return "other"


def _told_by(error: BaseException) -> Failure | None:
    """The failure that one link of the chain tells of by itself; None where the next must be asked."""
    if isinstance(error, socket.gaierror):
        return Failure.NO_SUCH_NAME if error.errno in NO_SUCH_NAME else Failure.RESOLVER_TROUBLE
    if isinstance(error, OSError) and error.errno in UNREACHABLE:
        return Failure.UNREACHABLE
    if isinstance(error, httpx.RemoteProtocolError) and any(sign in str(error) for sign in CUT_OFF):
        return Failure.RESET
    return next((failure for kind, failure in BY_KIND if isinstance(error, kind)), None)
