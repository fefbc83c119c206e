"""Promises of `known/promises.csv`, and what in an entry keeps each of them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from review_kit.checks._asked import askable
from review_kit.checks._sentences import Words
from review_kit.model import ContactKind, Facts, Service

TABLE = "promises"
_WORDS = """
    a all and any anyone are be by can care everyone experienced for from have in including is leaver leavers may meet
    meeting meets might need needs not of on or our people person service services some such support that the them they
    this those to under up use where who with young you yp your
"""
_GENERIC = frozenset(_WORDS.split())
"""Words that say nothing of who may come: “young people who meet the criteria” are just that."""
_WAY = re.compile(
    r"\b(?:through|via|by|from|at|with|ask|contact|call|e-?mail|ring|text|website|form|speak|talk|online)\b",
    re.IGNORECASE)
_STATED = re.compile(
    r"criteria (?:are|is|include)\b|criteria:|eligible if|(?:aged|ages?|over|under) \d\d|\d\d ?(?:-|–|to|and) ?\d\d|"
    r"\d\d ?\+|\d\d (?:years )?(?:of age )?(?:or|and) (?:above|over|under|older|younger)|"
    r"(?:registered|living|lives?|residents?) (?:with|in|of) [A-Z]|(?:diagnos|disabilit|autis|pregnan|unemploy)\w*")


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise that stands in a cell."""

    row: Mapping[str, str]
    words: Words
    sentence: str
    start: int
    end: int
    kept: bool


def promises(facts: Facts, cell: Words) -> Iterator[Promise]:
    """Every promise that a cell makes, kept or not; the words of a `stop` promise nothing."""
    cues, stops = _table(tuple((r["kind"], r["cue"]) for r in facts.known.get(TABLE, ())))
    rows = facts.rows(TABLE, kind="cue") if cues else ()
    for sentence in cell.sentences:
        stopped = [m.span() for stop in stops for m in stop.finditer(sentence)]
        for row, cue in zip(rows, cues, strict=True):
            found = cue.search(sentence)
            if found and not any(a < found.end() and found.start() < b for a, b in stopped):
                kept = any(KEEPS[way](cell, sentence, found) for way in row["kept_by"].split() if way in KEEPS)
                yield Promise(row, cell, sentence, *found.span(), kept)


@lru_cache(maxsize=4)
def _table(table: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    made = [(kind, _pattern(cue)) for kind, cue in table]
    return tuple(p for kind, p in made if kind == "cue"), tuple(p for kind, p in made if kind == "stop")


def _pattern(cue: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<!\w)(?:{cue})(?!\w)", re.IGNORECASE)
    except re.error:  # a slip of the person who edits the table is read as plain words
        return re.compile(re.escape(cue), re.IGNORECASE)


def _has_link(service: Service) -> bool:
    return any(askable(link) or link.mended for link in service.links)


def _has_contact(service: Service) -> bool:
    return any(c.kind is not ContactKind.PERSON for c in service.contacts)


def _criteria(cell: Words, _: str, __: re.Match[str]) -> bool:
    """Whether the entry says who may come: an age, a criterion, or words of “Who it is for” that say something."""
    service = cell.service
    if any(service.value(column) for column in ("Age from", "Age to", "Who it is not for")):
        return True
    published = " ".join((service.name, service.provider, service.frequency, service.impact,
                          *(service.value(column) for column in ("How to get it", "In plain words"))))
    clauses = re.split(r"[;,.\n]", service.value("Who it is for"))
    return bool(_STATED.search(published)) or any(_says_who(clause) for clause in clauses)


def _says_who(clause: str) -> bool:
    words = re.findall(r"[a-z’'-]+|\d+", clause.casefold())
    if any(word.startswith(("criteri", "eligib")) for word in words):
        return False
    return any(word.isdigit() for word in words) or sum(word not in _GENERIC for word in words) >= 1


def _label(cell: Words, sentence: str, _: re.Match[str]) -> bool:
    """Whether something follows a label: in its own line a link or number that was taken out, or the next line."""
    lines = [line.strip() for line in cell.whole.split("\n")]
    at = next((n for n, line in enumerate(lines) if line.rstrip(" ") == sentence), -1)
    return at < 0 or any(lines[at + 1:])


def _way(cell: Words, _: str, __: re.Match[str]) -> bool:
    """Whether “How to get it” names a way, and not only that there is one."""
    return bool(_WAY.search(cell.service.value("How to get it")))


KEEPS: Mapping[str, Callable[[Words, str, re.Match[str]], bool]] = {
    "link": lambda cell, _, __: _has_link(cell.service),
    "contact": lambda cell, _, __: _has_contact(cell.service),
    "way": _way,
    "criteria": _criteria,
    "label": _label,
    "around": lambda cell, _, __: len(cell.sentences) > 1 or _has_link(cell.service) or _has_contact(cell.service),
    "nothing": lambda cell, _, __: any(link.cell == cell.cell for link in cell.service.links),
}
"""What keeps a promise: a link or a contact anywhere in the row, criteria, or words beside it in the cell."""
