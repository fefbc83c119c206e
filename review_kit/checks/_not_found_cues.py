"""Where a page says “not found”: in its title, headings, text, marks, or the address at which a redirect ended."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from review_kit.checks._addresses import same_address
from review_kit.checks._asked import Asked
from review_kit.checks._pages import Row, rows
from review_kit.checks._shown import quote, segments, standing, whole, words

SHORT = 180
"""Words of a page that is shorter than most pages about a service."""
READ, OPENING = 4_000, 600
PLACES = {"title": "the title says", "heading": "a heading says", "body": "the text says", "opening": "it opens with",
          "mark": "the page is marked", "address": "the address it ended at holds"}
_IF = re.compile(r"\b(?:if|when|should|not) (?:the|this|that|a|your) page\b")
_BEFORE = ("oops", "ooops", "whoops", "sorry", "hmm", "uh oh", "oh no", "error", "http", "404", "we are sorry")


@dataclass(frozen=True, slots=True)
class Cue:
    """One place of a page that says “not found”."""

    place: str
    weight: int
    bare: bool
    shown: str

    def __str__(self) -> str:
        return f"{PLACES[self.place]} “{self.shown}”"


def is_short(a: Asked) -> bool:
    """Whether a link's page holds few words, and some."""
    return 0 < a.visit.page.words < SHORT


def cues(a: Asked) -> tuple[Cue, ...]:
    """What says “not found” at a link's page, one cue for each place. What it opens with counts on a short page."""
    own = f" {words(f'{a.service.name} {a.service.provider}')} "
    found = (_heaviest(place, find(a, tuple(row for row in rows(a.facts, "not_found_phrases", where=place)
                                            if f" {row['phrase']} " not in own)))  # a play may be called “Not found”
             for place, find in _FIND.items() if place != "opening" or is_short(a))
    return tuple(cue for cue in found if cue)


def _heaviest(place: str, found: Iterator[tuple[Row, str]]) -> Cue | None:
    """Of all that one place says, words rather than a bare number, then the weightiest."""
    cues = [Cue(place, int(row["weight"]), row["bare"] == "yes" or _conditional(shown), shown) for row, shown in found]
    return max(cues, key=lambda cue: (not cue.bare, cue.weight), default=None)


def _conditional(shown: str) -> bool:
    """Whether the words speak of a page that might not be found, and not of this one."""
    return _IF.search(words(shown)) is not None


def _in_title(a: Asked, table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    return _said_by(segments(a.visit.page.title), table)


def _in_headings(a: Asked, table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    return _said_by(a.visit.page.headings, table)


def _said_by(texts: Iterable[str], table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    """The rows whose phrase is all that a text says, or all after “Oops”, “Sorry” and the like."""
    by_phrase = {row["phrase"]: row for row in table}
    for text in texts:
        for said in (text, _without_sighs(text)):
            if phrase := whole(tuple(by_phrase), said):
                yield by_phrase[phrase], text


def _without_sighs(text: str) -> str:
    spoken = words(text)
    while sigh := next((sigh for sigh in _BEFORE if spoken.startswith(f"{sigh} ")), ""):
        spoken = spoken.removeprefix(f"{sigh} ")
    return spoken.removesuffix(" 404")


def _in_body(a: Asked, table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    return _standing_in(a.visit.page.text[:READ], table)


def _in_opening(a: Asked, table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    return _standing_in(a.visit.page.text[:OPENING], table)


def _standing_in(text: str, table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    by_phrase = {row["phrase"]: row for row in table}
    if phrase := standing(tuple(by_phrase), text):
        yield by_phrase[phrase], quote(phrase, text)


def _in_marks(a: Asked, table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    page = a.visit.page
    marks = {mark.casefold() for mark in (*page.marks, *(f"{name}={value}" for name, value in page.meta.items()))}
    return ((row, row["phrase"]) for row in table if row["phrase"] in marks)


def _in_address(a: Asked, table: tuple[Row, ...]) -> Iterator[tuple[Row, str]]:
    """Only where a redirect ended: a page may stand at /services/404 of its own right."""
    parts = urlsplit(a.visit.final_url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    names = {name.casefold() for name in (last, *dict(parse_qsl(parts.query)))}
    led = not same_address(a.link.url, a.visit.final_url)
    return ((row, row["phrase"]) for row in table if led and row["phrase"] in names)


_FIND = {"title": _in_title, "heading": _in_headings, "body": _in_body, "opening": _in_opening, "mark": _in_marks,
         "address": _in_address}
