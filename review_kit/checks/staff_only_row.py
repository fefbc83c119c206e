"""An entry that is for workers, in an offer to young people: they cannot use it, and nothing in it says so."""

import re
from collections.abc import Iterator
from functools import lru_cache

from review_kit.checks import Check
from review_kit.checks._sentences import quoted, words_of
from review_kit.model import Facts, Finding, Service, Severity

TABLE = "staff_words"
WORKERS = (r"(?:PAs|personal advis[eo]rs|professionals|practitioners|staff|(?:social |key ?|support |youth |"
           r"residential )?workers|social care professionals|managers|foster carers|colleagues|supervisors|"
           r"clinicians)")
"""Stands for WORKERS in a cue."""
COLUMNS = ("Section", "Area of support", "Frequency", "Impact", "How to get it")
WHERE = {"section": "Section", "name": "Area of support"}
"""Where the words of a cue are sought; any other word of the table means in all of `COLUMNS`."""


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        if service.value("Audience"):
            continue  # somebody has said whom it is for
        if told := _for_workers(facts, service):
            sentence, start, end, source = told
            yield CHECK.finding(service, quote=quoted(sentence, start, end), basis={"text": sentence},
                                evidence=f"The entry says “{sentence}”, and “Audience” is blank. Source: {source}.")


def _for_workers(facts: Facts, service: Service) -> tuple[str, int, int, str] | None:
    """The sentence that says so, where in it, and whence the cue comes; None where none does."""
    table = tuple((row["kind"], row["where"], row["cue"], row["source"]) for row in facts.known.get(TABLE, ()))
    cues = _compiled(table)
    for cell in words_of(facts, service, *COLUMNS):
        for sentence in cell.sentences:
            if any(kind == "stop" and cue.search(sentence) for kind, _, cue, _ in cues):
                continue
            for kind, where, cue, source in cues:
                sought = kind == "cue" and WHERE.get(where, cell.column) == cell.column
                if sought and (found := cue.search(sentence)):
                    return sentence, *found.span(), source
    return None


@lru_cache(maxsize=4)
def _compiled(table: tuple[tuple[str, str, str, str], ...]) -> tuple[tuple[str, str, re.Pattern[str], str], ...]:
    return tuple((kind, where, _pattern(cue), source) for kind, where, cue, source in table)


def _pattern(cue: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<!\w)(?:{cue.replace('WORKERS', WORKERS)})(?!\w)", re.IGNORECASE)
    except re.error:  # a slip of the person who edits the table is read as plain words
        return re.compile(re.escape(cue), re.IGNORECASE)


CHECK = Check(
    name="staff-only-row", severity=Severity.CAUTION, basis=("text",), answer_in="Audience",
    what_we_saw="By its words, “{quote}”, this entry is for workers and not for young people.",
    what_to_do="Write “worker” under “Audience”, or move the entry to the workers' own list.", find=_find)
