"""How people tell of an end in their own words: “our doors closed for the last time”, thanks, regret.

No one of these words proves anything; several close together seldom speak of something that goes on. The words of
`known/ending_words.csv` are regular expressions: `weak` ones (worth 1), `strong` ones (worth 3), and strong ones that
are told `alone` where the page says them of the service itself: none of those was met like that on 1,877 ordinary
pages, 1,482 of them real ones (docs/score.md). What is told in a `heading` alone is worth nothing in a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from review_kit.checks._asked import Asked
from review_kit.checks._context import context
from review_kit.checks._cues import expression
from review_kit.checks._pages import first_heading, headings, rows
from review_kit.checks._said_of import Reading
from review_kit.checks._subject import Own, Subject, subject
from review_kit.model import Page

READ = 6_000
CLOSE = 500
"""Characters within which words are counted together: three or four sentences."""
STRONG, WEAK = 3, 1
WORTH = {"alone": STRONG, "strong": STRONG, "weak": WEAK, "heading": 0}
DOUBT = 5
"""What the different words within that reach are worth together; on a page told in the past, a strong one is enough."""
IN_THE_PAST = 0.35
"""Share of past among the verbs of the page's first words: measured, one in a hundred ordinary pages has as many."""
LEAST = 3
"""Verbs in the past that a page has at least, to be told in it."""
FIRST = 1_200
"""Characters of a page's main text in which its verbs are counted."""
_PAST = re.compile(
    r"\b(?:was|were|had|did|ran|went|came|took|gave|met|left|began|saw|found|made|became|used to|\w{3,}ed)\b",
    re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:is|are|can|will|we|offers?|provides?|helps?|runs?|meet|call|ring|text|email|book|refer|join|come|open|find|"
    r"contact|visit|ask|need|want|get|use|check|tell|talk|bring|choose|\w+['’](?:re|ll))\b", re.IGNORECASE)
"""What pages of help say to those who read them: they offer, and ask people to come."""
_SELF = re.compile(r"\b(?:we|we['’](?:ve|re|ll|d)|our|us|i|my|this (?:service|project|page|group|scheme|post|site|"
                   r"programme|charity|website|club|team|pilot))\b", re.IGNORECASE)


_Cues = tuple[tuple[re.Pattern[str], str], ...]
"""Each row of the table: its expression and its weight."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A stretch of a page that tells of an end."""

    stretch: str
    with_regret: bool
    """Whether weak words stand beside the strong ones: thanks, regret, where to turn instead."""
    of_itself: bool
    """Whether it speaks of “we”, “our” or “this service”."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    row: int
    worth: int
    alone: bool = False


def ending(a: Asked, known: Own) -> Ending | None:
    """The stretch of a link's page that tells most plainly of an end; None where none does.

    Several words close together tell it, or one strong word on a page told in the past; or one strong word that the
    page says of the service itself, or opens with. `known` are the names of the service.
    """
    cues = _compiled(tuple((row["words"], row["weight"]) for row in rows(a.facts, "ending_words")))
    if told := _headed(a, cues, known):
        return Ending(told, with_regret=False, of_itself=True)
    page = Reading(a, known, a.visit.page.text[:READ])
    if told := page.was():
        return Ending(told, with_regret=False, of_itself=True)
    strong = [hit for hit in _hits(page.text, cues, STRONG) if page.states(hit.start, hit.end)]
    if not strong:
        return None
    around = [hit for hit in _hits(page.text, cues, WEAK)
              if any(abs(hit.start - each.start) <= CLOSE for each in strong)]
    found = max((_together(first, (*strong, *around)) for first in (*strong, *around)),
                key=lambda each: sum(hit.worth for hit in each))
    mine = [hit for hit in found if hit.worth == STRONG]
    plain = len(mine) > 1 or any(page.names_it(hit.start, hit.end) or page.of_the_service(hit.start, hit.end)
                                 for hit in mine)
    together = bool(mine) and ((plain and sum(hit.worth for hit in found) >= DOUBT) or _in_the_past(a.visit.page))
    if not together:
        alone = next((hit for hit in strong if hit.alone and page.of_the_service(hit.start, hit.end)), None)
        if alone is None:
            return None
        found = mine = [alone]
    start, end = page.sentences(min(hit.start for hit in found), max(hit.end for hit in found))
    stretch = page.text[start:end]
    return Ending(stretch, with_regret=any(hit.worth == WEAK for hit in found),
                  of_itself=_SELF.search(stretch) is not None or any(
                      page.of_the_service(hit.start, hit.end) for hit in mine))


def _headed(a: Asked, cues: _Cues, known: Own) -> str:
    """The title or heading that tells of an end: the page's own, or one about the service; '' where none does."""
    own = {a.visit.page.title, first_heading(a.visit.page)}
    for told in dict.fromkeys((a.visit.page.title, *headings(a.visit.page))):
        found = next((match for cue, weight in cues if weight == "heading" and (match := cue.search(told))), None)
        before = told[:found.start()] if found else ""
        apart = told not in own and (context(a.facts, "elsewhere").search(told) is not None
                                     or subject(before, known) not in {Subject.NAMED, Subject.SELF})
        if found and not apart and not context(a.facts, "not-stated").search(before):
            return told
    return ""


def _in_the_past(page: Page) -> bool:
    begin = max(0, page.text.find(first_heading(page)))
    main = page.text[begin:begin + FIRST]
    past, present = len(_PAST.findall(main)), len(_PRESENT.findall(main))
    return past >= max(LEAST, IN_THE_PAST * (past + present + 1))


def _hits(text: str, cues: _Cues, worth: int) -> Iterator[_Hit]:
    return (_Hit(match.start(), match.end(), row, worth, weight == "alone")
            for row, (cue, weight) in enumerate(cues) if WORTH[weight] == worth for match in cue.finditer(text))


def _together(first: _Hit, hits: tuple[_Hit, ...]) -> list[_Hit]:
    """The different words from one on that stand close together, none of them inside another."""
    taken: list[_Hit] = []
    for hit in sorted(hits, key=lambda each: (-each.worth, each.start)):
        apart = all(hit.row != other.row and (hit.end <= other.start or other.end <= hit.start) for other in taken)
        if first.start <= hit.start < first.start + CLOSE and apart:
            taken.append(hit)
    return sorted(taken, key=lambda each: each.start)


@lru_cache(maxsize=4)
def _compiled(table: tuple[tuple[str, str], ...]) -> _Cues:
    return tuple((expression(rf"\b(?:{words})", words), weight) for words, weight in table if weight in WORTH)
