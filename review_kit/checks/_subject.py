"""Of whom a sentence speaks: of this service, of somebody else, or of nobody that can be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from review_kit.about import COMMON, names
from review_kit.checks._asked import Asked
from review_kit.checks._pages import first_heading
from review_kit.model import Page
from review_kit.stems import stem

_NOUN = (r"(?:services?|projects?|charity|centres?|helplines?|lines?|groups?|organisations?|clubs?|programmes?|"
         r"schemes?|clinics?|hubs?|teams?|drop-?ins?|forums?|trust|hospice|refuge|hostel|shelter|initiative|pilot|"
         r"provision|fund|company|practice|surgery|caf[eé]|sessions|course|class(?:es)?|camp|foyer|bus|app|kitchen|gym|"
         r"network|bursary|workshops?|choir|band|appointments|activities)")
_THIS = re.compile(
    rf".*\b(this|our|the)((?: [^\s.!?:;,]+){{0,5}}) {_NOUN}(,?(?: (?:in|for|at|of|to|that|which|we|run|known|on|from)\b"
    r"(?: [^\s.!?:;]+){0,7})?),?$", re.IGNORECASE)
_WE = re.compile(r"\bwe$", re.IGNORECASE)
_OTHERS = frozenset({"following", "other", "some", "many", "most", "several", "previous", "former", "old", "last",
                     "second", "first", "these", "those", "past", "sister", "neighbouring", "nearby", "another"})
_SAYS_NOTHING = frozenset("""
amazing award beloved brilliant charitable dedicated entire existing fantastic full great incredible little long loved
lovely main much outstanding popular precious running small standing thriving valued very vital volunteer volunteers
whole winning wonderful
""".split())  # noqa: SIM905 - easier to read
"""Words of praise and size: they tell of no part of a service."""
_OPENS = re.compile(rf"\W*(this|our)((?: [^\s.!?:;,]+){{0,3}}) {_NOUN}\b", re.IGNORECASE)
"""How a sentence begins that is about the service to its end: “This drop-in has finished and will not …”."""
_ANY_HEADING = frozenset("""
access accessibility adviser aims apply answers asked asking before book booking bring call chat check choose cited come
coming contents cost costs could course dates delivers details does during email ever everyone expect fees find form
frequently from getting give goes good happens hello here hours important included into join joining keep know known
latest like living long looking matters might month moving much name next note notice other outcomes over overview paid
part parking pays people phone please policy private question questions quick read really referred refer related rent
ring right room rules safe session should some someone something staff stand stands start status step steps still
studied study take talk tell term text their there thing things those three times today told touch under update updates
useful volunteer wait waiting want ways week welcome were what when where which while who whom why work worked works
year yourself
""".split())  # noqa: SIM905 - easier to read
"""Words of headings that stand over parts of any page: they tell of no other project."""
_ANYBODYS = frozenset(map(stem, _ANY_HEADING))
_AUXILIARIES = re.compile(
    r"(?:\s+(?:was|were|has|have|had|been|is|are|be|being|will|now|sadly|since|finally|formally|officially|permanently|"
    r"recently|unfortunately|reluctantly))+\s*$", re.IGNORECASE)
"""What stands between a subject and its verb."""
_PREPOSITIONS = frozenset({"in", "of", "for", "at", "to", "with", "on", "by", "from", "about", "near", "than", "and"})
_REACH = 200


class Subject(Enum):
    """Who it is said of."""

    NAMED = "the service or its provider by name"
    SELF = "this service, we"
    AKIN = "what is called by a word of the service's name: tutoring, our mentoring"
    PART = "a part of this service, perhaps: our text service, our 2024 pilot"
    OTHER = "somebody else, or nobody that can be told"


@dataclass(frozen=True, slots=True)
class Own:
    """The names of a service, and the words that may stand in a sentence about it."""

    named: re.Pattern[str] | None
    words: frozenset[str]
    rare: frozenset[str] = frozenset()
    """Of the words of the entry's own name, those that are its own: drug, alcohol, bursary."""

    def foreign(self, text: str) -> bool:
        """Whether a name stands in a text that is not the service's, its provider's or the council's."""
        return any(word[0].isupper() and stem(word.casefold()) not in self.words and word.casefold() not in COMMON
                   and not re.fullmatch(_NOUN, word, re.IGNORECASE) for word in re.findall(r"[^\W\d_]{2,}", text))

    def akin(self, text: str) -> bool:
        """Whether a text calls the service by other words: two of its own stand in it, or the only one it has."""
        said = {stem(word) for word in re.findall(r"[^\W\d_]{2,}", text.casefold())}
        return bool(self.rare) and len(said & self.rare) >= min(2, len(self.rare))

    def another(self, heading: str) -> bool:
        """Whether a heading is that of something else: it has a word that is no page's and not the service's."""
        if self.named is not None and self.named.search(heading):
            return False
        said = re.findall(r"[^\W\d_]{4,}", heading.casefold())
        return any(stem(word) not in self.words | _ANYBODYS and word not in COMMON and not re.fullmatch(_NOUN, word)
                   for word in said)

    def only_a_part(self, words: str) -> bool:
        """Whether words before "service" narrow it down to less than the entry: a way of giving it, a year, a day."""
        said = re.findall(r"[^\W_]{2,}", words.casefold())
        return any(stem(word) not in self.words and word not in COMMON and word not in _SAYS_NOTHING
                   and not re.fullmatch(_NOUN, word) for word in said)


def own(a: Asked) -> Own:
    """What is a service's own in a text about it; what the page is called, by its title and first heading, is too."""
    known = (*names(a.service), *_called(a.visit.page))
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE) if known else None
    said = " ".join((*known, a.service.name, a.facts.register.settings.council)).casefold()
    name = re.findall(r"[^\W\d_]{4,}", a.service.name.casefold())
    return Own(pattern, frozenset(stem(word) for word in re.findall(r"[^\W\d_]{2,}", said)),
               frozenset(stem(word) for word in name if word not in COMMON | {"after", "before"}))


def _called(page: Page) -> Iterator[str]:
    for text in (*re.split(r" [|–—:-] | ?[|(] ?|: ", page.title), first_heading(page)):
        words = re.findall(r"[^\W\d_]{2,}", text)
        says_more = any(word[0].isupper() and word.casefold() not in COMMON for word in words)
        if says_more and len(text.split()) <= 6:
            yield text.strip()


def subject(before: str, own: Own, *, titled: bool = False) -> Subject:
    """Who the words before a cue speak of; `titled` where every word has a capital, so that capitals say nothing."""
    before = _AUXILIARIES.sub("", before[-_REACH:].rstrip())
    if _ends_with_name(before, own):
        return Subject.NAMED
    if _WE.search(before):
        return Subject.SELF
    found = _THIS.match(before)
    if found is None:
        return Subject.AKIN if _ends_with_own_word(before, own) else Subject.OTHER
    around = found[2] + found[3]
    if _OTHERS & set(around.casefold().split()) or (not titled and own.foreign(around)):
        return Subject.OTHER
    return Subject.PART if found[1].casefold() != "this" and own.only_a_part(found[2]) else Subject.SELF


def begins_with_it(sentence: str, own: Own) -> bool:
    """Whether a sentence begins with the service: its name, “this drop-in”, “our service”."""
    if own.named is not None and own.named.match(sentence.lstrip()):
        return True
    found = _OPENS.match(sentence)
    return found is not None and not own.foreign(found[2]) and not own.only_a_part(found[2])


def _ends_with_own_word(before: str, own: Own) -> bool:
    """Whether the last word is one of the entry's own: “tutoring” in “so tutoring”, not in “Quarry Bank tutoring”."""
    *others, last = before.split()[-4:] or [""]
    said_of = not others or others[-1].casefold() not in _PREPOSITIONS
    names = " ".join(word for word in others if len(word) > 3)
    return said_of and stem(last.casefold()) in own.rare and not own.foreign(names)


def _ends_with_name(before: str, own: Own) -> bool:
    found = list(own.named.finditer(before)) if own.named else []
    if not found:
        return False
    rest = before[found[-1].end():].split()
    plain = all(word.casefold().strip("(),:–-|") in COMMON | {""} or re.fullmatch(_NOUN, word, re.IGNORECASE)
                for word in rest)
    return len(rest) <= 3 and plain
