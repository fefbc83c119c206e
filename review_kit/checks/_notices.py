"""What a page says of its own service's end: the sentence, how plainly it is about this service, and from when.

A cue counts in the page's title or first heading, among the first words of the page or of its main text, or near the
service's or provider's name; never in a list of news, of past projects, or of another's closure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import islice

from review_kit.about import COMMON, likeness, names, provider_words
from review_kit.checks._asked import Asked
from review_kit.checks._context import NEVER, context
from review_kit.checks._cues import Cue, cues
from review_kit.checks._endings import ending
from review_kit.checks._pages import first_heading
from review_kit.checks._subject import Own, Subject, own, subject
from review_kit.checks.link_moved import works
from review_kit.dates import read_date

NEAR, FIRST_WORDS, TOP, QUOTED = 300, 60, 3_000, 250
"""Characters from a name, words of an opening, characters in which a banner may stand, and of a quotation."""
TOLD = ("closed", "perhaps", "passed-on", "paused", "withdrawn", "replaced")
"""Kinds of cues that tell of an end; the others say what takes that back."""
DOUBTED = frozenset({"closed", "perhaps", "passed-on"})
"""Those of which a doubt is told too."""
_WORDS = re.compile(rf"(?:\S+\s*){{0,{FIRST_WORDS}}}")
_END = re.compile(r"[.!?](?=\s)|(?<=\s)[|•»](?=\s)")
_SECTIONS = re.compile(
    r"\b(?:news|blog|(?:past|previous|completed|former) (?:projects?|services|work)|archived?|case stud(?:y|ies)|"
    r"posted|read more|timeline|our (?:story|history)|other (?:services|organisations|projects))\b", re.IGNORECASE)


class Standing(IntEnum):
    """How plainly a sentence tells of this service."""

    SURE = 0
    ANNOUNCED = 1
    """Sure, and the day is still to come."""
    DOUBT = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence of the page that tells of an end, and how it stands."""

    kind: str
    standing: Standing
    sentence: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    text: str
    top: tuple[tuple[int, int], ...]
    """The stretches that open the page."""
    headings: tuple[tuple[int, str], ...] = ()
    """Where headings end, beyond which no sentence goes, and what they say; by their order on the page."""
    elsewhere: re.Pattern[str] = NEVER
    """What finds that a heading is about something else: news, the past."""
    whole: bool = False
    """The title or a heading: all of it is the page's own word."""


def notice(a: Asked, *kinds: str) -> Notice | None:
    """The plainest notice of these kinds on a link's page, or None."""
    if not works(a.visit):
        return None
    # Several checks ask of each page, and looking for all the cues in it is the dearest part of a judgement.
    found = a.facts.once(("notices", a.service.place, a.link), lambda: tuple(_notices(a, own(a))))
    return min((each for each in found if each.kind in kinds), key=lambda each: each.standing, default=None)


def _notices(a: Asked, known: Own) -> Iterator[Notice]:
    """What the cues tell; where they tell nothing that a check reports, what the words of an end do."""
    told = [found for place in _places(a) for cue in cues(a.facts, *TOLD) for match in cue.pattern.finditer(place.text)
            if (found := _judged(a, place, cue, match, known))]
    yield from told
    if not any(each.standing is not Standing.DOUBT or each.kind in DOUBTED for each in told):
        yield from _in_words(a, known)


def _in_words(a: Asked, known: Own) -> Iterator[Notice]:
    """What no single cue tells, and several words close together do."""
    found = ending(a, known)
    if found is None:
        return
    named = known.named is not None and known.named.search(found.stretch) is not None
    if named or found.of_itself or found.with_regret:
        yield Notice("in-words", Standing.DOUBT, _quoted(found.stretch))


def _places(a: Asked) -> Iterator[_Place]:
    page = a.visit.page
    heading = first_heading(page)
    for said in (page.title, heading):
        yield _Place(said, ((0, len(said)),), whole=True)
    starts = [0, *(m.start() for m in re.finditer(re.escape(heading), page.text))][:6] if heading else [0]
    ends = ((m.end(), h) for h in page.headings
            for m in islice(re.finditer(rf"{re.escape(h)}(?= [^a-z])", page.text), 5))
    opening = tuple((start, _end_of_opening(page.text, start)) for start in starts)
    yield _Place(page.text, opening, tuple(sorted(ends)), context(a.facts, "elsewhere"))


def _end_of_opening(text: str, start: int) -> int:
    found = _WORDS.match(text, start)
    return found.end() if found else start


def _judged(a: Asked, place: _Place, cue: Cue, match: re.Match[str], known: Own) -> Notice | None:
    first, last = _sentence(place, match.start(), match.end())
    around = place.text[max(first, match.start() - 100):last + 1]
    before = place.text[first:match.end()]  # “ceased when its contract ended” has ceased; “when it has ceased” has not
    of_another_time = ("unless-before",) if cue.kind == "paused" else ("unless-before", "unless-then")
    if any(word.pattern.search(around) for word in cues(a.facts, "unless")) or any(
            word.pattern.search(before) for word in cues(a.facts, *of_another_time)):
        return None
    day = _day(match)
    standing = _standing(place, cue, match, known, first)
    if standing is None or (cue.kind == "passed-on" and _to_the_provider(a, place.text[match.start():last])):
        return None
    if standing is Standing.SURE:
        standing = _by_day(a, cue, match, day)
    after = place.text[match.start():last + 150]
    if standing is Standing.SURE and cue.kind == "closed" and any(
            word.pattern.search(after) for word in cues(a.facts, "in-doubt")):
        standing = Standing.DOUBT
    return Notice(cue.kind, standing, _quoted(place.text[first:last]), day)


def _standing(place: _Place, cue: Cue, match: re.Match[str], known: Own, first: int) -> Standing | None:
    start = match.start()
    top = place.whole or any(begin <= start < end for begin, end in place.top)
    if not cue.said_of:
        banner = start < TOP and cue.kind in {"withdrawn", "replaced"}
        here = cue.kind == "paused" or _near(place.text, start, known)  # a pause is for a person, whoever pauses
        apart = _in_a_section(place, start) or _under_another(place, start, known)
        if top or banner or (here and not apart):
            return Standing.SURE
        return Standing.DOUBT if cue.kind == "closed" and not apart else None
    before = match["subject"] if cue.said_of == "inside" else place.text[first:start]
    titled = all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", match[0]))
    who = subject(before, known, titled=titled)
    if who is Subject.NAMED or (who is Subject.SELF and top):
        return Standing.SURE
    if who is Subject.PART:
        return Standing.DOUBT if top else None
    if who in {Subject.SELF, Subject.AKIN}:
        listed = _listed(place.text[:start], known) if who is Subject.SELF else _in_a_section(place, start)
        if listed or _under_another(place, start, known):
            return None
        sure = cue.kind == "paused" or (who is Subject.SELF and _near(place.text, start, known))
        return Standing.SURE if sure else Standing.DOUBT
    named = known.named and known.named.search(place.text, first, start)
    return Standing.DOUBT if named or known.akin(before) else None


def _in_a_section(place: _Place, start: int) -> bool:
    """Whether news, the past or other services are spoken of shortly before."""
    return _SECTIONS.search(place.text, max(0, start - NEAR), start) is not None


def _near(text: str, start: int, known: Own) -> bool:
    return known.named is not None and known.named.search(text, max(0, start - NEAR), start + NEAR) is not None


def _under_another(place: _Place, start: int, known: Own) -> bool:
    """Whether words stand under the heading of something else, where the service has a heading of its own."""
    above = max((each for each in place.headings if each[0] <= start), default=None)
    if above is not None and above != place.headings[0] and place.elsewhere.search(above[1]):
        return True
    if known.named is None or above is None or not known.another(above[1]):
        return False
    return any(known.named.search(heading) for _, heading in place.headings[1:])


def _listed(before: str, known: Own) -> bool:
    """Whether the words before stand in a list of news or past projects, or under another's name."""
    sentence = before[-NEAR:]
    heading = _END.split(sentence)[-1]
    opening = re.split(r"\b(?:This|Our|The|We)\b", heading)[0]
    return _SECTIONS.search(sentence) is not None or known.foreign(" ".join(opening.split()[-6:]))


def _by_day(a: Asked, cue: Cue, match: re.Match[str], day: date | None) -> Standing:
    if day is not None and day > a.facts.today:
        return Standing.ANNOUNCED
    unread = "date" in match.re.groupindex and day is None
    from_nobody = cue.kind == "passed-on" and not names(a.service)  # the register names nobody who could have passed it
    to_come = cue.kind == "perhaps" and day is None
    return Standing.DOUBT if to_come or unread or from_nobody else Standing.SURE


def _to_the_provider(a: Asked, told: str) -> bool:
    """Whether the register already names the body that the service is said to have passed to."""
    council = a.facts.register.settings.council.casefold().split()
    named = set(re.findall(r"[^\W\d_]{4,}", provider_words(a.service).casefold())) - COMMON
    words = named - set(council) or named
    taker = re.split(r"\b(?:by|to)\b", told, maxsplit=1)[-1]
    taken = {word.casefold() for word in re.findall(r"\b[A-Z][^\W\d_]{3,}", taker)}
    return bool(taken & words) or re.match(r"\s*(?:us|our)\b", taker) is not None


def _sentence(place: _Place, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a match begins and ends, at most so many characters away."""
    text = place.text
    floor = max([0, start - QUOTED, *(end for end, _ in place.headings if end < start)])
    first = max([floor, *(m.end() for m in _END.finditer(text, floor, start))])
    stop = _END.search(text, end, end + QUOTED)
    return first, stop.end() if stop else min(len(text), end + QUOTED)


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 2 * QUOTED else words[:2 * QUOTED].rsplit(" ", 1)[0] + "…"


def _day(match: re.Match[str]) -> date | None:
    """The date a cue names; its first day where only a month or a year is named."""
    said = match.groupdict().get("date")
    if said is None:
        return None
    plain = re.sub(r"^(?:[a-z]{3,6}day,? )?(?:the )?|\bof ", "", said, flags=re.IGNORECASE)
    return next((day for form in (plain, f"1 {plain}", f"1 January {plain}") if (day := read_date(form))), None)


def told(a: Asked, found: Notice) -> str:
    """The evidence: the sentence, what of the service stands on the page, and the look."""
    like = likeness(a.facts.register, a.service, a.link, a.visit.page, url=a.visit.final_url)
    return f"The page says: “{found.sentence}” It shows {like.in_words}. {a.evidence}"
