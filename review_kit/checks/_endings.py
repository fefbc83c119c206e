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
from itertools import pairwise

from review_kit.checks._asked import Asked
from review_kit.checks._cues import expression
from review_kit.checks._pages import first_heading, headings, rows
from review_kit.checks._subject import Own, Subject, subject
from review_kit.model import MAIN_KEPT, Page
from review_kit.stems import stem

READ = 6_000
CLOSE = 500
"""Characters within which words are counted together: three or four sentences."""
STRONG, WEAK = 3, 1
WORTH = {"alone": STRONG, "strong": STRONG, "weak": WEAK, "heading": 0}
DOUBT = 5
"""What the different words within that reach are worth together; on a page told in the past, a strong one is enough."""
IN_THE_PAST = 0.35
"""Share of past among the verbs of the page's first words: measured, one in a hundred ordinary pages has as many."""
OPENS_WITH, OPENING = 60, 300
"""Characters by which a page's own part is found in its text, and those in which a notice opens it."""
OBJECT = 40
"""Characters after a word within which it names what has ended: “the board has closed the Throughcare Flats”."""
CLAUSE = 70
"""Characters before a word in which the beginning of its clause is looked for."""
_CLAUSE = re.compile(r"[,;:–—]\s")
_OF_SOMETHING = (" the", " our", " its", " their", " this")
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
_ELSEWHERE = re.compile(
    r"\b(?:news|what['’]s (?:on|new)|thanks?|thank you|funders|supporters|our (?:people|team)|(?:the|meet the) team|"
    r"blog|past|previous|completed|former|archived?|case stud(?:y|ies)|history|timeline|"
    r"other (?:services|organisations|projects)|services that|no longer|vacanc(?:y|ies)|minutes|stories)\b",
    re.IGNORECASE)
"""Headings under which other things end than the service."""
_NOT_STATED = re.compile(
    r"\b(?:if|when|whenever|while|may|might|can|could|would|should|sometimes|means?|your|yours|someone|somebody|"
    r"after (?:your?|the|each|every|any|an?|his|her|their|these|those|it|this|that)|before|until|unless|whether|they|"
    r"he|she|stor(?:y|ies)|says?|feels?|what|old|former|previous)\b", re.IGNORECASE)
"""Words before it by which a sentence speaks of what may be, of another time, or of somebody else."""
_GOES_ON = re.compile(
    r"\b(applications?|entries|survey|consultation|competition|vacancy|vacancies|bookings|tickets?|sales|comments|"
    r"nominations|cases?|claims?|tenanc(?:y|ies)|accounts?|inquest|roads?|shops?|stores?|offices?|car park|lease|lift|"
    r"entrance)\b[^.!?]{0,30}$", re.IGNORECASE)
"""What closes while a service goes on."""
_NAME = re.compile(r"[A-Z][^\W\d_]{3,}(?: [A-Z][^\W\d_]{3,})+")
_QUOTED = re.compile(r"“[^“”]{1,300}”|(?<!\S)\"[^\"]{1,300}\"(?!\w)")
"""What a page quotes, it does not say of itself."""
_STOP = re.compile(r"[.!?](?:\s|$)")
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
    text = _QUOTED.sub(lambda match: " " * len(match[0]), a.visit.page.text[:READ])
    table = tuple((row["words"], row["weight"]) for row in rows(a.facts, "ending_words"))
    cues = _compiled(table)
    if told := _headed(a, cues, known):
        return Ending(told, with_regret=False, of_itself=True)
    beyond = _end_of_own_part(a.visit.page, text)
    strong = [hit for hit in _hits(text, cues, STRONG) if hit.start < beyond and _is_stated(text, hit)
              and not _under_another(a, hit, known) and not _goes_on(text, hit, known)]
    if not strong:
        return None
    around = [hit for hit in _hits(text, cues, WEAK) if any(abs(hit.start - each.start) <= CLOSE for each in strong)]
    found = max((_together(first, (*strong, *around)) for first in (*strong, *around)), key=lambda each: sum(
        hit.worth for hit in each))
    mine = [hit for hit in found if hit.worth == STRONG]
    plain = len(mine) > 1 or any(_in_its_sentence(text, hit, known) or _of_the_service(a, text, hit, known)
                                 for hit in mine)
    together = bool(mine) and ((plain and sum(hit.worth for hit in found) >= DOUBT) or _in_the_past(a.visit.page))
    if not together:
        alone = next((hit for hit in strong if hit.alone and _of_the_service(a, text, hit, known)), None)
        if alone is None:
            return None
        found = (alone,)
    start, end = _sentences(text, min(hit.start for hit in found), max(hit.end for hit in found))
    stretch = text[start:end]
    return Ending(stretch, with_regret=any(hit.worth == WEAK for hit in found),
                  of_itself=_SELF.search(stretch) is not None or any(
                      _of_the_service(a, text, hit, known) for hit in found if hit.worth == STRONG))


def _goes_on(text: str, hit: _Hit, known: Own) -> bool:
    """Whether what ended is a thing beside the service: applications, a shop, an account; not where it is the entry."""
    found = _GOES_ON.search(text, max(0, hit.start - 60), hit.start)
    return found is not None and stem(found[1].casefold()) not in known.words


def _under_another(a: Asked, hit: _Hit, known: Own) -> bool:
    """Whether a word stands in or under a heading about something else: news, the past, another of the projects."""
    others = list(headings(a.visit.page))[1:]
    above = _heading(a, hit.start)
    inside = next((heading for heading in others if _covers(a.visit.page.text, heading, hit)), "")
    if _ELSEWHERE.search(above) or _ELSEWHERE.search(inside):
        return True
    has_its_own = known.named is not None and any(known.named.search(heading) for heading in others)
    return bool(above) and has_its_own and not (known.named and known.named.search(above))


def _covers(text: str, heading: str, hit: _Hit) -> bool:
    at = text.find(heading, max(0, hit.start - len(heading)), hit.end + len(heading))
    return 0 <= at <= hit.start < at + len(heading)


def _headed(a: Asked, cues: _Cues, known: Own) -> str:
    """The title or heading that tells of an end: the page's own, or one about the service; '' where none does."""
    own = {a.visit.page.title, first_heading(a.visit.page)}
    for told in dict.fromkeys((a.visit.page.title, *headings(a.visit.page))):
        found = next((match for cue, weight in cues if weight == "heading" and (match := cue.search(told))), None)
        if found and not _NOT_STATED.search(told, 0, found.start()) and (told in own or (
                not _ELSEWHERE.search(told) and subject(told[:found.start()], known) in {Subject.NAMED, Subject.SELF})):
            return told
    return ""


def _is_stated(text: str, hit: _Hit) -> bool:
    """Whether a word's sentence says that it is so: no question, no condition, no other time, nobody else."""
    first, last = _sentences(text, hit.start, hit.end)
    clause = _CLAUSE.split(text[max(first, hit.start - CLAUSE):hit.start])[-1]
    return not (_NOT_STATED.search(clause) or text[first:last].rstrip().endswith("?"))


def _in_its_sentence(text: str, hit: _Hit, known: Own) -> bool:
    """Whether the sentence of a word names the service, or calls it by words of its own."""
    first, last = _sentences(text, hit.start, hit.end)
    named = known.named is not None and known.named.search(text, first, last) is not None
    return named or known.akin(text[first:last])


def _end_of_own_part(page: Page, text: str) -> int:
    """Where the page's own part ends in its text, behind which stand news, thanks and adverts.

    What stands before it is read, for a notice may be put above all.
    """
    last = page.main[-OPENS_WITH:]
    at = text.rfind(last) if len(page.main) < MAIN_KEPT and last else -1
    return at + len(last) if at >= 0 else len(text)


def _of_the_service(a: Asked, text: str, hit: _Hit, known: Own) -> bool:
    """Whether a word stands in the opening of the page's own part, or in a sentence about the service."""
    first, last = _sentences(text, hit.start, hit.end)
    opening = text.find(a.visit.page.main[:OPENS_WITH]) if a.visit.page.main else -1
    before = text[first:hit.start]
    if 0 <= opening <= hit.start < opening + OPENING and not _names_another(before, known):
        return True
    said_to_it = known.named is not None and known.named.search(text, hit.end, min(last, hit.end + OBJECT)) is not None
    if said_to_it or text[hit.start:hit.end].endswith(_OF_SOMETHING):
        return said_to_it  # “has closed its shop” speaks of the shop
    return subject(before, known) in {Subject.NAMED, Subject.SELF}


def _names_another(before: str, known: Own) -> bool:
    """Whether two words that follow each other are a name of somebody else."""
    return any(known.foreign(one) and known.foreign(other)
               for name in _NAME.findall(before) for one, other in pairwise(name.split()))


def _sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the first sentence to the end of the last, as far as they are at hand."""
    near = (text.find(" ", start - 60, start) + 1 or start) if start > 60 else 0
    first = max((match.end() for match in _STOP.finditer(text, max(0, start - 150), start)), default=near)
    stop = _STOP.search(text, end, end + 150)
    return first, stop.start() + 1 if stop else min(len(text), end + 60)


def _in_the_past(page: Page) -> bool:
    begin = max(0, page.text.find(first_heading(page)))
    main = page.text[begin:begin + FIRST]
    past, present = len(_PAST.findall(main)), len(_PRESENT.findall(main))
    return past >= max(LEAST, IN_THE_PAST * (past + present + 1))


def _hits(text: str, cues: _Cues, worth: int) -> Iterator[_Hit]:
    return (_Hit(match.start(), match.end(), row, worth, weight == "alone")
            for row, (cue, weight) in enumerate(cues) if WORTH[weight] == worth for match in cue.finditer(text))


def _together(first: _Hit, hits: tuple[_Hit, ...]) -> tuple[_Hit, ...]:
    """The different words from one on that stand close together, none of them inside another."""
    taken: list[_Hit] = []
    for hit in sorted(hits, key=lambda each: (-each.worth, each.start)):
        apart = all(hit.row != other.row and (hit.end <= other.start or other.end <= hit.start) for other in taken)
        if first.start <= hit.start < first.start + CLOSE and apart:
            taken.append(hit)
    return tuple(sorted(taken, key=lambda each: each.start))


def _heading(a: Asked, at: int) -> str:
    """The heading under which a place of the text stands; '' before the second, for the first is the page's own."""
    text = a.visit.page.text
    others = [heading for heading in headings(a.visit.page) if heading][1:]
    places = [(text.rfind(heading, 0, at), heading) for heading in others]
    return max((each for each in places if each[0] >= 0), default=(0, ""))[1]


@lru_cache(maxsize=4)
def _compiled(table: tuple[tuple[str, str], ...]) -> _Cues:
    return tuple((expression(rf"\b(?:{words})", words), weight) for words, weight in table if weight in WORTH)
