"""Which helpline's name each number of a cell stands beside, and how close."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from review_kit.checks._known_changes import KnownChange, known_changes
from review_kit.helplines import Helpline, helplines
from review_kit.model import Contact, ContactKind, Facts, Service
from review_kit.published import Text
from review_kit.rows.text import clean
from review_kit.spellings import Spelling, holds, places

_BETWEEN = re.compile(
    r"(?:[\s:,.–—()/|•\x00-]|\b(?:on|at|by|via|to|for|is|the|a|any|call|calls|calling|ring|phone|telephone|tel|dial|"
    r"text|texting|txt|sms|email|free|freephone|helpline|line|number|no|national|uk|confidential|support|advice|open|"
    r"every|each|daily|from|until|midnight|noon|weekdays?|weekends?|hours?|hrs?|days?|nights?|week|year|time|round|"
    r"around|clock|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)|24|7|365)\b)*",
    re.IGNORECASE)
"""What may stand between a name and its own number."""
_ANOTHER = re.compile(
    r"\b(?:team|service|line|helpline|hub|haven|surgery|gp|doctor|nurse|council|advis[eo]r|worker|pas?|duty|office|"
    r"centre|clinic|hospital|trust|us|our|local|branch|or|else|another|other|instead|if|unless)\b|(?<=[a-z,] )[A-Z]")
"""Between a name and a number further off, these make it somebody else's."""
_MENTIONED = re.compile(r"\b(?:with|by|like|than|as)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a name: another service only speaks of it."""
_ONE_OF_TWO = re.compile(r"(?:\b[a-z]+\s+(?:and|or)\s+(?:the\s+)?|[a-z]\s*[/&+]\s*)$", re.IGNORECASE)
_TITLED = re.compile(r"(?:^|\s)(?P<word>[A-Z][\w&]*) $")
_NO_TITLE = frozenset({
    "the", "call", "ring", "phone", "contact", "text", "try", "national", "ask", "use", "charity", "helpline", "tel",
    "dial", "or", "and", "uk", "telephone", "crisis", "to", "for",
})  # fmt: skip
"""Words with a capital before a name that do not make it another body's (“NSPCC Childline”)."""
_NAMED_AFTER = re.compile(
    r"[^\S\n]*[(\[–—:-]\s*(?:the\s+)?|[^\S\n]+(?:(?:for|is|to (?:call|reach|speak to|talk to))\s+(?:the\s+)?)?",
    re.IGNORECASE)
"""Between a number and the name after it, on one line."""
_TEXTING = re.compile(r"\b(?:text|texting|txt|sms)\b[^\n]{0,25}$", re.IGNORECASE)
_CODE = re.compile(r"(?<![\w.,/\x00-])(?:116[ -]?\d{3}|[68]\d{4})(?!\w|[,.]\d)")
"""A short code that the reading may not have taken for one: `116 132` is nobody's, and that is what is wrong."""
FAR, SHORT = 160, 6


class Listed:
    """The lists of helplines and changes, read once for all entries."""

    def __init__(self, facts: Facts) -> None:
        self.known = helplines(facts)
        self.changes = tuple(known_changes(facts))
        self.named = tuple((one, tuple(self._spelled(one))) for one in self.known)
        self.shared = frozenset(key for one in self.known for key, known in one.numbers.items() if known.is_text)
        """Text numbers, which many charities share by keyword: they are right beside any name."""

    def _spelled(self, helpline: Helpline) -> Iterator[Spelling]:
        """Its proper names, those it had before among them; “111” is no name that a number could be wrong beside."""
        numbers = {known.written.replace(" ", "") for known in helpline.numbers.values()}
        yield from (one for one in helpline.spelled if one.is_proper and not numbers & set(one.words.split()))
        for change in self.changes:
            if change.kind == "renamed" and is_about(change, helpline):
                yield from (one for one in change.old if one.is_proper)

    def holds(self, code: str) -> bool:
        """Whether a number is any helpline's."""
        return any(code in one.numbers for one in self.known)


def is_about(change: KnownChange, helpline: Helpline) -> bool:
    """Whether a change is one of this helpline's name or number."""
    return any(holds(f"{change.old_name} {change.new_name}", spelling.words) for spelling in helpline.spelled)


@dataclass(frozen=True, slots=True)
class Name:
    """Where a cell names a helpline."""

    start: int
    end: int
    helpline: Helpline


@dataclass(frozen=True, slots=True)
class Number:
    """Where a cell gives a number. `read` is whether the register's reading knows it too."""

    start: int
    end: int
    contact: Contact
    read: bool = True

    @property
    def code(self) -> str:
        """As numbers are compared."""
        return self.contact.normalised


class Owners:
    """The names and numbers of one cell, in their order."""

    def __init__(self, service: Service, text: Text, listed: Listed) -> None:
        self._text = text
        self.numbers = tuple(sorted(self._find_numbers(service), key=lambda number: number.start))
        self.names = tuple(self._find_names(listed)) if self.numbers else ()
        self._number_first = bool(self.names) and self.numbers[0].start < self.names[0].start

    def _find_numbers(self, service: Service) -> Iterator[Number]:
        end, taken = 0, set[int]()
        for contact in service.contacts:
            words = clean(contact.as_written).text
            here = contact.kind is ContactKind.PHONE and contact.cell == self._text.cell
            start = self._text.whole.find(words, end) if here else -1
            if start >= 0:
                end = start + len(words)
                taken |= set(range(start, end))
                yield Number(start, end, contact)
        for code in _CODE.finditer(self._text.text):
            if code.start() not in taken:
                unread = Contact(self._text.cell, ContactKind.PHONE, code[0], re.sub(r"\D", "", code[0]))
                yield Number(*code.span(), unread, read=False)

    def _find_names(self, listed: Listed) -> Iterator[Name]:
        found = [Name(start, end, one) for one, spelled in listed.named for spelling in spelled
                 for start, end in places(self._text.text, spelling)]
        end = 0
        for name in sorted(found, key=lambda name: (name.start, -name.end)):
            if name.start >= end:
                end = name.end
                yield name

    def is_text(self, number: Number) -> bool:
        """Whether texts are sent to it: a short code, or the word before it."""
        texted = len(number.code) in {SHORT - 1, SHORT} and not number.code.startswith("116")
        return texted or bool(_TEXTING.search(self._text.whole[:number.start]))

    def owner(self, number: Number) -> tuple[Name | None, bool]:
        """The name that a number stands beside, and whether it stands so close that no other can be meant."""
        after, joined = self._named_after(number)
        if after is not None and (self._number_first or number.code in after.helpline.numbers):
            return after, joined
        before = next((name for name in reversed(self.names) if name.end <= number.start), None)
        if before is not None and not any(before.end <= other.start < number.start for other in self.numbers):
            between = self._text.text[before.end:number.start]
            if _BETWEEN.fullmatch(between):
                return before, True
            if len(self.names) == 1 and len(between) <= FAR and not _ANOTHER.search(between):
                return before, False
        return after, joined

    def _named_after(self, number: Number) -> tuple[Name | None, bool]:
        """`0808 157 0123 (Helpline)`: a name that follows its number, where nothing before claims the number.

        With only a space between, the name may as well begin the next sentence: then the two are not sure to belong
        together.
        """
        text = self._text.text
        ends = [*(name.end for name in self.names), *(one.end for one in self.numbers)]
        opening = max((end for end in ends if end <= number.start), default=0)
        before = re.split(r"[\n.;,]", text[opening:number.start])[-1]
        joint = _NAMED_AFTER.match(text, number.end)
        if joint is None or not _BETWEEN.fullmatch(before):
            return None, False
        name = next((one for one in self.names if one.start == joint.end()), None)
        return (None, False) if name is None or self._has_its_own(name) else (name, bool(joint[0].strip()))

    def _has_its_own(self, name: Name) -> bool:
        """Whether another number follows a name closely and is its own, as all are in a list that begins with names."""
        following = next((one for one in self.numbers if one.start >= name.end), None)
        if following is None or not _BETWEEN.fullmatch(self._text.text[name.end:following.start]):
            return False
        return not self._number_first or following.code in name.helpline.numbers

    def is_mentioned(self, name: Name) -> bool:
        """Whether another service only speaks of it: “run with Samaritans”."""
        return _MENTIONED.search(self._text.text[:name.start]) is not None

    def is_in_a_tail(self, name: Name) -> bool:
        """Whether the name stands in the tail of another's: “NSPCC/Childline”, “Mind or Samaritans”."""
        before = self._text.text[:name.start]
        titled = _TITLED.search(before)
        return bool(_ONE_OF_TWO.search(before)) or (
            titled is not None and titled["word"].casefold() not in _NO_TITLE)
