"""The body of an answer, as far as it is wanted: unpacked in small bites, so that no server can fill the memory."""

import zlib
from collections.abc import Iterator

import httpx

BODY_CAP = 1_500_000
"""Bytes of a page that are read: beyond any page a person would read (docs/assumptions.md)."""
OTHER_CAP = 16_384
"""Bytes of a PDF, picture or other file: enough for its first words and a hash."""
BITE = 65_536
"""Bytes unpacked at once: a thousandfold packed body costs no more memory than a plain one."""
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_NOT_ASKED_FOR = frozenset({"br", "zstd", "compress", "x-compress"})


async def read_body(answer: httpx.Response, into: bytearray) -> bool:
    """Read the body into `into`, up to the cap. What had come is there even when the rest does not come.

    Returns:
        Whether there was more.

    Raises:
        httpx.HTTPError: it broke off, or was packed in a way that cannot be unpacked.
    """
    kind = answer.headers.get("content-type", "").casefold()
    # An Office file's type speaks of “openxml” and is none: only a whole word xml is.
    readable = not kind or any(word in kind for word in ("html", "text/", "/xml", "+xml"))
    cap = BODY_CAP if readable else OTHER_CAP
    unpacking = _unpacking(answer)
    async for raw in answer.aiter_raw():
        for bite in unpacking.bites(raw) if unpacking else (raw,):
            into += bite
            if len(into) > cap:
                del into[cap:]
                return True
        if unpacking and unpacking.ended:
            return False
    return False


def _unpacking(answer: httpx.Response) -> "_Unpacking | None":
    """What unpacks the body; None where it is plain. A coding that nobody knows is a slip that browsers pass over."""
    said = [coding.strip().casefold() for coding in answer.headers.get("content-encoding", "").split(",")]
    if len([coding for coding in said if coding in _PACKED]) > 1 or _NOT_ASKED_FOR & set(said):
        raise httpx.DecodingError(f"packed as {', '.join(said)}, which was not asked for", request=answer.request)
    return _Unpacking(answer.request) if _PACKED & set(said) else None


class _Unpacking:
    """Unpacks gzip and deflate, the latter with or without the header that it should have (RFC 9110 section 8.4.1)."""

    def __init__(self, request: httpx.Request) -> None:
        self._request = request
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: by its own header, gzip or zlib
        self._begun = False

    @property
    def ended(self) -> bool:
        """Whether the packed body said that it is over; what a server sends after that is not kept."""
        return self._inner.eof

    def bites(self, raw: bytes) -> Iterator[bytes]:
        """What these bytes unpack to, a bite at a time."""
        more = True
        while more and not self._inner.eof:
            bite = self._unpacked(raw)
            self._begun = True
            yield bite
            raw = self._inner.unconsumed_tail
            more = bool(raw) or len(bite) == BITE  # a full bite may have left the end of its last match behind

    def _unpacked(self, raw: bytes) -> bytes:
        try:
            return self._inner.decompress(raw, BITE)
        except zlib.error as error:
            if self._begun:
                raise httpx.DecodingError(str(error), request=self._request) from error
        self._inner, self._begun = zlib.decompressobj(-zlib.MAX_WBITS), True
        return self._unpacked(raw)
