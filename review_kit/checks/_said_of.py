"""Whether words on a page are stated, and said of the service: not quoted, asked, or told of a shop or of last year.

A page that goes on is full of ends: of terms, grants, applications, other projects, colleagues who leave.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from review_kit.checks._asked import Asked
from review_kit.checks._context import context
from review_kit.checks._pages import headings
from review_kit.checks._subject import Own, Subject, begins_with_it, subject
from review_kit.model import MAIN_KEPT
from review_kit.stems import stem

OPENS_WITH, OPENING = 60, 300
"""Characters by which a page's own part is found in its text, and those in which a notice opens it."""
FEW = 60
"""Words of a page that is all of it the opening, where no part of it was told to be its own."""
CELL = 80
"""Characters of a table's row before a cell of it."""
OBJECT = 40
"""Characters after words within which they name what has ended: “the board has closed the Throughcare Flats”."""
CLAUSE = 70
"""Characters before words in which the beginning of their clause is looked for."""
SENTENCE, REST = 150, 60
"""Characters within which a sentence begins and ends, and those that are taken where it does not."""
_THEN = re.compile(
    r"\b(?:when|until|while) (?=(?:we|i|it|the|this|our)\b(?: \w+){0,6}? (?:was|were|had|did|sat|met|ran|came|went|"
    r"said|\w{3,}ed)\b)", re.IGNORECASE)
"""“When we sat down for the last time” tells of a day that was, and is no condition."""
_NUMBER = re.compile(r"\b(?:numbers?|leaflets?|e-?mails?)\b|\b0[\d ()-]{9,}", re.IGNORECASE)
"""A sentence about a number is for the checks of contacts: its line may end and the service go on."""
_QUOTED = re.compile(r"“[^“”]{1,300}”|(?<!\S)\"[^\"]{1,300}\"(?!\w)")
_OF_SOMETHING = (" the", " our", " its", " their", " this")
_BETWEEN_CLAUSES = re.compile(r"[,;:–—]\s")
_STOP = re.compile(r"[.!?](?:\s|$)")
_WAS = re.compile(r"\bwas (?:an?|our) (?!.{0,30}\b(?:idea|dream|joke|response)\b)")
WAS = 250
"""Characters of a page's own part in which it says what it is: “Horizons was a summer school”."""
_NAME = re.compile(r"[A-Z][^\W\d_]{3,}(?: [A-Z][^\W\d_]{3,})+")


@dataclass(frozen=True)
class Reading:
    """The text of a link's page, read for what it says of the service whose names are `known`."""

    a: Asked
    known: Own
    shown: str

    @cached_property
    def text(self) -> str:
        """The text with blanks in the place of what it quotes: that, the page does not say of itself."""
        return _QUOTED.sub(lambda match: " " * len(match[0]), self.shown)

    def states(self, start: int, end: int) -> bool:
        """Whether words are the page's own statement: in its own part, unconditional, of nothing beside the service."""
        return (start < self._end_of_own_part() and self._is_said(start, end) and not self._under_another(start, end)
                and not self._of_a_thing_beside(start, end))

    def of_the_service(self, start: int, end: int) -> bool:
        """Whether words stand in the opening of the page's own part, or in a sentence about the service."""
        first, last = self.sentences(start, end)
        before, main = self.text[first:start], self.a.visit.page.main[:OPENS_WITH]
        opening = self.shown.find(main)
        told_first = bool(main) or self.a.visit.page.words <= FEW
        if told_first and 0 <= opening <= start < opening + OPENING and not self._names_another(before):
            return True
        said_to_it = self._named(end, min(last, end + OBJECT))
        if said_to_it or self.text[start:end].endswith(_OF_SOMETHING):
            return said_to_it  # “has closed its shop” speaks of the shop
        cell = self.text[max(0, start - CELL):start]
        if self.text[start].isupper() and (self._named(max(0, start - CELL), start) or self.known.akin(cell)):
            return True  # the row of a table: “Girls’ group, Wednesdays, Ended Dec 2024”
        return begins_with_it(before, self.known) or subject(before, self.known) in {Subject.NAMED, Subject.SELF}

    def was(self) -> str:
        """The opening sentence that says what the service was; '' where none does."""
        main = self.a.visit.page.main[:WAS]
        found = _WAS.search(main)
        sentence = _STOP.split(main[:found.start()])[-1] if found else ""
        named = self.known.named is not None and self.known.named.search(sentence) is not None
        return main[:found.end() + REST] if found and named else ""

    def names_it(self, start: int, end: int) -> bool:
        """Whether the sentence of words names the service, or calls it by words of its own."""
        first, last = self.sentences(start, end)
        return self._named(first, last) or self.known.akin(self.text[first:last])

    def sentences(self, start: int, end: int) -> tuple[int, int]:
        """From the beginning of the first sentence to the end of the last, as far as they are at hand."""
        text = self.text
        near = (text.find(" ", start - REST, start) + 1 or start) if start > REST else 0
        first = max((match.end() for match in _STOP.finditer(text, max(0, start - SENTENCE), start)), default=near)
        stop = _STOP.search(text, end, end + SENTENCE)
        return first, stop.start() + 1 if stop else min(len(text), end + REST)

    def _of(self, kind: str) -> re.Pattern[str]:
        return context(self.a.facts, kind)

    def _named(self, start: int, end: int) -> bool:
        return self.known.named is not None and self.known.named.search(self.text, start, end) is not None

    def _end_of_own_part(self) -> int:
        """Behind it stand news, thanks and adverts. What stands before it is read: a notice may be put above all."""
        main = self.a.visit.page.main
        last = main[-OPENS_WITH:]
        at = self.shown.rfind(last) if last and len(main) < MAIN_KEPT else -1
        return at + len(last) if at >= 0 else len(self.shown)

    def _is_said(self, start: int, end: int) -> bool:
        """Whether a sentence says that it is so: no question, no condition, no other time, nobody else."""
        first, last = self.sentences(start, end)
        clause = _BETWEEN_CLAUSES.split(self.text[max(first, start - CLAUSE):start])[-1]
        if (self._of("for-today").search(self.text, first, last) or self._of("people").search(self.text, first, start)
                or self._of("one-place").match(self.text, end)
                or self._of("goes-on").search(self.text, end, last + SENTENCE)):
            return False
        told = _THEN.sub("", clause + self.text[start:end]).removesuffix(self.text[start:end])
        return not (self._of("not-stated").search(told) or self.text[first:last].rstrip().endswith("?"))

    def _under_another(self, start: int, end: int) -> bool:
        """Whether words stand in or under a heading about something else: news, the past, another project."""
        others = [heading for heading in headings(self.a.visit.page) if heading][1:]  # the first is the page's own
        above = max(((at, heading) for heading in others if (at := self.shown.rfind(heading, 0, start)) >= 0),
                    default=(0, ""))[1]
        inside = next((heading for heading in others if self._covers(heading, start, end)), "")
        elsewhere = self._of("elsewhere")
        if elsewhere.search(above) or elsewhere.search(inside):
            return True
        named = self.known.named
        has_its_own = named is not None and any(named.search(heading) for heading in others)
        return bool(above) and has_its_own and self.known.another(above)

    def _covers(self, heading: str, start: int, end: int) -> bool:
        at = self.shown.find(heading, max(0, start - len(heading)), end + len(heading))
        return 0 <= at <= start < at + len(heading)

    def _of_a_thing_beside(self, start: int, end: int) -> bool:
        """Applications, a shop, an old number; not where the entry itself is one."""
        first, last = self.sentences(start, end)
        if _NUMBER.search(self.text, first, last):
            return True
        found = self._of("beside").search(self.text, max(0, start - REST), start)
        return found is not None and stem(found[1].casefold()) not in self.known.words

    def _names_another(self, before: str) -> bool:
        """Whether two words that follow each other are a name of somebody else."""
        foreign = self.known.foreign
        return any(foreign(one) and foreign(other) for name in _NAME.findall(before)
                   for one, other in pairwise(name.split()))
