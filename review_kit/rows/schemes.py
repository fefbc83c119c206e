"""Finds addresses that show a scheme, written rightly or wrongly."""

import re
from collections.abc import Iterator

from review_kit.model.register import Written
from review_kit.rows.addresses import host_of, known_ending, sound
from review_kit.rows.found import FoundLink
from review_kit.rows.reading import Reading, reading, run_at
from review_kit.rows.text import line_around

# A scheme as hands type it: a word of h, t, p and s (`https`, `htps`, `hhtps`, `ttps`), then marks that hold a
# slash (`://`, `//`, `:/`, `;//`, `//:`, `:\\`) or just a colon before a host. Also a right one stuck to a word
# before it, and the schemes of files and file servers, which are no addresses for the public.
_SCHEME = re.compile(
    r"(?i)(?P<near>(?<![a-z0-9])(?:h[htps]{2,6}|ttps?))"
    r"(?P<marks> ?[:;.,]{0,2} ?[/\\]{1,4}[:;]?[/\\]{0,3} ?|[:;]{1,2} ?(?=[a-z0-9-]{1,63}[.,]))"
    r"|(?P<glued>https?)://"
    r"|(?P<other>(?:ftp|ftps|sftp|file)://?/?|(?<![\w\\])\\\\(?=\w)|(?<!\w)[a-z]:\\(?=\w))"
)
_TWICE = re.compile(r"(?i)https?:?//")
_FILE_RUN = re.compile(r"[^\s<>\"“”|]{1,1024}")


def scan(text: str) -> tuple[FoundLink, ...]:
    """Every address with a scheme in a clean text, in order; mistyped ones are marked so, with their mending."""
    return tuple(_each(text))


def _each(text: str) -> Iterator[FoundLink]:
    place = 0
    while start := _SCHEME.search(text, place):
        found = _file(text, start) if start["other"] else _address(text, start)
        if found is not None:
            yield found
        place = found.end if found is not None else start.end()


def _file(text: str, start: re.Match[str]) -> FoundLink | None:
    rest = _FILE_RUN.match(text, start.end())
    if rest is None:
        return None
    url = (start[0] + rest[0]).rstrip(".,;)'")
    if not sound(url):
        return FoundLink(start.start(), start.start() + len(url), "", Written.MISTYPED)
    return FoundLink(start.start(), start.start() + len(url), url)


def _address(text: str, start: re.Match[str]) -> FoundLink | None:
    word, marks = (start["near"] or start["glued"]).lower(), "://" if start["glued"] else start["marks"]
    right = word in {"http", "https"} and marks == "://"
    inner = _TWICE.match(text, start.end()) if right else None
    if inner:
        return _twice(text, start, inner)
    read = reading(text, start.end(), "http" if "s" not in word else "https")
    if read is None and right:
        return _unread(text, start)
    if read is None or (not right and not _meant(text, start, read)):
        return None
    end = start.end() + read.length
    if right and not read.faulty and read.address:
        return FoundLink(start.start(), end, read.address)
    mended = read.address if "." in host_of(read.address) else ""
    return FoundLink(start.start(), end, "", Written.MISTYPED, mended=mended)


def _twice(text: str, start: re.Match[str], inner: re.Match[str]) -> FoundLink | None:
    """`http://https://example.org`: a scheme was pasted before a whole address."""
    read = reading(text, inner.end(), "http" if "s" not in inner[0].lower() else "https")
    if read is None:
        return None
    return FoundLink(start.start(), inner.end() + read.length, "", Written.MISTYPED, mended=read.address)


def _unread(text: str, start: re.Match[str]) -> FoundLink | None:
    """A right scheme before what is no host, or alone in its line: the address behind it was lost."""
    first, last = line_around(text, start.start())
    run = run_at(text, start.end())
    if not run and text[first:last].strip() != start[0]:
        return None
    return FoundLink(start.start(), start.end() + len(run), "", Written.MISTYPED)


def _meant(text: str, start: re.Match[str], read: Reading) -> bool:
    """Whether a wrong scheme was meant as one: "http/2" and "htt / tps" are prose, "https//example.org" is not."""
    marks = start["marks"]
    strong = any(sign in marks for sign in ":;") and any(sign in marks for sign in "/\\") and " " not in marks
    host = host_of(read.address)
    # Nobody writes https//example.de but for an address, whatever it ends in.
    spelt = (start["near"] or "").lower() in {"http", "https"} and marks == "//" and "." in host
    return known_ending(host) or host.startswith("www.") or spelt or (strong and bool(run_at(text, start.end())))
