"""The table of cues: how pages say that a service has ended, passed to another, or was withdrawn.

A cue of `known/closed_cues.csv` is a regular expression in lower case, matched whatever the case of the page, with
words in capitals: SERVICE stands for whoever it is said of, HAVE and NOW for “has”, “'ve” and “now sadly”, DATE for a
date with its year, and END says that nothing follows which would change the sense (“closed for lunch”). A cue that says
(is|are) finds “we're” too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from review_kit.dates import MONTHS
from review_kit.model import Facts

_SHORT_MONTHS = "|".join(month[:3].casefold() for month in MONTHS)
_STANDS_FOR = {
    "(is|are)": r"(?:is|are|(?<=\bwe)['’]re|(?<=\bit)['’]s)",
    "HAVE": r"(?:has|have|(?<=we)['’]ve)",
    "NOW ": r"(?:(?:now|sadly|also|since|recently|finally|officially|formally|permanently|unfortunately) ){0,3}",
    "DATE": r"(?P<date>(?:[a-z]{3,6}day,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?"
            rf"(?:{_SHORT_MONTHS})[a-z]{{0,6}},? \d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|\d{{4}})\b",
    " END": r"\b(?! (?:to|its|the|our|a|an|their|for|from|by|via|until|till|while|when|where|early|today|without|"
            r"unless|over|under|who|if|through|outside|of|aged|temporarily|on(?! \d)|at(?! the end)|"
            r"with(?! immediate| effect)|in(?! (?:\d|[a-z]+ \d{4}))|due(?! to (?:a )?(?:lack|loss|end|"
            r"the (?:end|loss|lack)|funding|cuts|insufficient|withdrawal|financial|reduced)))\b)",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue, ready to be looked for. `said_of` tells where its subject stands: before it, inside it, or nowhere."""

    kind: str
    pattern: re.Pattern[str]
    said_of: str = ""


def cues(facts: Facts, *kinds: str) -> Iterator[Cue]:
    """The cues of these kinds."""
    table = tuple((row["cue"], row["kind"]) for row in facts.known.get("closed_cues", ()))
    return (cue for cue in _compiled(table) if cue.kind in kinds)


@lru_cache(maxsize=4)
def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[Cue, ...]:
    return tuple(_cue(written, kind) for written, kind in table)


def _cue(written: str, kind: str) -> Cue:
    said_of = "before" if written.startswith("SERVICE ") else "inside" if "SERVICE" in written else ""
    form = written.removeprefix("SERVICE ").replace("SERVICE", r"(?P<subject>[^.!?;]{1,80}?)")
    for word, stands_for in _STANDS_FOR.items():
        form = form.replace(word, stands_for)
    return Cue(kind, expression(rf"\b{form}" if form[0].isalpha() or form[0] == "(" else form, written), said_of)


def first_said(texts: Iterable[str], words: tuple[str, ...], *, begin: str = r"\b", end: str = "") -> str:
    """What the first of the texts to hold one says, by expressions of a table, each between `begin` and `end`."""
    found = (match for text in texts for cue in _between(words, begin, end) if (match := cue.search(text)))
    return next((match[0] for match in found), "")


@lru_cache(maxsize=1024)
def _between(words: tuple[str, ...], begin: str, end: str) -> tuple[re.Pattern[str], ...]:
    return tuple(expression(rf"{begin}(?:{each}){end}", each) for each in words)


def expression(form: str, written: str) -> re.Pattern[str]:
    """A row of a table as an expression; `written` is what stands in the table.

    A person edits the tables: a slip in one row is read as plain words, and a test points at it.
    """
    try:
        return re.compile(form, re.IGNORECASE)
    except re.error:
        return re.compile(re.escape(written), re.IGNORECASE)
