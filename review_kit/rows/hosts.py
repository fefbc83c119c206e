"""Finds addresses that show no scheme: `www.example.org`, and bare hosts such as `example.org/path`."""

import re
from collections.abc import Iterator

from review_kit.model.register import Written
from review_kit.rows.addresses import (
    ENDINGS_WITH_PATH,
    FILE_ENDINGS,
    MAIL_DOMAINS,
    SITES_TOO,
    WORDS_TOO,
    host_of,
    known_ending,
    proper_host,
)
from review_kit.rows.found import FoundLink, spans
from review_kit.rows.reading import Reading, reading
from review_kit.rows.text import blanked

# www as hands type it: `www.`, `wwww.`, `ww.`, `www,`, `www..`, `www. `, `www ` and, stuck to a word, `www.` alone.
_WWW = re.compile(
    r"(?i)(?<![\w@./\-\x00])(?:w{2,6}\.[.,;:]{0,2} {0,2}(?=\w)|www (?=\w)"
    r"|w{2,6}[,;:][.,;:]{0,2} {0,2}(?=\w)(?!w{2,6}[.,;:]))"  # not again and again in `www,www,www,…`
    r"|(?<=[a-z])www\.(?=\w)"
)

# Labels with stops between, the last of letters alone; not inside a word, a path, a file name or an e-mail address.
_BARE = re.compile(r"(?<![\w@./\\\-])(?:[^\W_][\w\-]{0,62}\.){1,7}[a-zA-Z]{2,12}(?![\w@\-])")


def scan(text: str) -> tuple[FoundLink, ...]:
    """Every address without a scheme in a clean text whose other addresses and e-mails are blanked."""
    found = tuple(_www(text))
    return tuple(sorted((*found, *_bare(blanked(text, spans(found)))), key=lambda one: one.start))


def _www(text: str) -> Iterator[FoundLink]:
    place = 0
    while start := _WWW.search(text, place):
        found = _www_at(text, start)
        if found is not None:
            yield found
        place = found.end if found is not None else start.end()


def _www_at(text: str, start: re.Match[str]) -> FoundLink | None:
    read = reading(text, start.start())
    if read is None or not read.address:
        return None
    host = host_of(read.address)
    glued = start.start() > 0 and text[start.start() - 1].isalpha()
    proper = start[0].lower() == "www." and not glued
    if "." not in host or not (proper or known_ending(host)):
        return None
    return _found(start.start(), read)


def _found(start: int, read: Reading) -> FoundLink:
    if read.faulty:
        return FoundLink(start, start + read.length, "", Written.MISTYPED, mended=read.address)
    return FoundLink(start, start + read.length, read.address, Written.NO_SCHEME)


def _bare(text: str) -> Iterator[FoundLink]:
    for start in _BARE.finditer(text):
        host = start[0] if _in_brackets(text, start) else _shown_host(start[0])
        whole = host == start[0]
        read = reading(text, start.start()) if whole else reading(host, 0)
        counts = whole and _in_brackets(text, start)
        if host and read is not None and read.address and (counts or _counts(host, read.address)):
            yield _found(start.start(), read)


def _in_brackets(text: str, start: re.Match[str]) -> bool:
    """Whether a host stands alone in brackets that end its line, as a browser pastes it after a page's title."""
    before, after = text[:start.start()].rpartition("\n")[2], text[start.end():].partition("\n")[0]
    ending = start[0].rpartition(".")[2]
    pasted = before.endswith("(") and bool(before[:-1].strip()) and after.strip() == ")"
    return pasted and start[0].islower() and ending not in FILE_ENDINGS


def _shown_host(words: str) -> str:
    """The host in words with stops between: the next sentence may follow without a space (`nhs.uk.Call us`)."""
    while words and not _ending_counts(words):
        words, _, last = words.rpartition(".")
        if not last[:1].isupper():
            return ""
    return words


def _ending_counts(host: str) -> bool:
    ending = host.rpartition(".")[2]
    if ending.casefold() in ENDINGS_WITH_PATH:
        return ending.islower()
    if ending.casefold() in WORDS_TOO and not (ending.islower() or host.isupper()):
        return False
    return known_ending(host)


def _counts(host: str, address: str) -> bool:
    """Whether a bare host is a link: no mail system's or body's name, and a short ending only with a path behind it."""
    path = address.partition("://")[2].partition("/")[2]
    named_only = host.casefold() in MAIL_DOMAINS or (host.casefold() in SITES_TOO and not host.islower())
    if named_only or (host.rpartition(".")[2] in ENDINGS_WITH_PATH and "xn--" not in host):
        return bool(path)
    return proper_host(host)
