"""Days and hours out of the words of a text: `Mon-Fri`, `9am-5pm`, `Friday 5pm to Monday 9am`; and what is at fault."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from review_kit.hours.around import Around
from review_kit.hours.clock import AM, DAY, HALF_DAY, PM, Clock, is_overnight, span
from review_kit.hours.faults import Fault, Kind
from review_kit.hours.words import Vocabulary, Word, days_between
from review_kit.rows.text import squeezed

EARLY = 6
"""The last hour that is taken for one of the afternoon, where a time stands alone and nothing says am or pm."""
_SHAPES = re.compile(
    r"(?P<across>To[n(]*DT)|(?P<over>T[n(]*Do[n(]*T[n(]*D)|(?P<hours>T[n(]*on*T|bn*T&n*T)|"
    r"(?P<days>D[n(]*on*D|bD&D)|(?P<until>on*T)|(?P<one>.)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words that belong together: days (`D`), hours (`R`), or one word of another kind.

    `begins` and `ends` are minutes after midnight; `until` is the day on which hours end that run over days.
    """

    kind: str
    start: int
    end: int
    days: tuple[int, ...] = ()
    begins: int | None = None
    ends: int | None = None
    until: int | None = None


class Phrases:
    """The phrases of a text in their order, and the faults that are in one phrase alone."""

    def __init__(self, text: str, words: Sequence[Word], known: Vocabulary) -> None:
        self._text, self._words, self._around = text, words, Around(words, known)
        self._half = ""
        self.faults: list[Fault] = []
        for word in words:
            if word.misspelt:
                self._fault(Kind.MISSPELT, word, word)
        self.all = tuple(self._found())

    def _found(self) -> Iterator[Phrase]:
        make = {"across": self._across, "over": self._over, "hours": self._hours, "days": self._days,
                "until": self._until, "one": self._each}
        for shape in _SHAPES.finditer("".join(word.kind for word in self._words)):
            yield from make[shape.lastgroup or "one"](self._words[shape.start():shape.end()], shape.start())

    def _fault(self, kind: Kind, first: Word, last: Word) -> None:
        fault = Fault(kind, (squeezed(self._text[first.start:last.end]),))
        if fault not in self.faults:
            self.faults.append(fault)

    def _each(self, words: Sequence[Word], first: int) -> Iterator[Phrase]:
        """Words that stand for themselves: a number is an hour where it can be nothing else."""
        for number, word in enumerate(words, first):
            if word.clock is None:
                yield Phrase("D" if word.kind == "G" else word.kind, word.start, word.end, word.days)
            elif word.clock.sure or (word.clock.dotted and word.clock.is_on_a_clock
                                     and self._around.before(number) in ("D", "G")):
                yield from self._at(word, word, word.clock, ends=False)
            else:
                yield Phrase("w", word.start, word.end)

    def _until(self, words: Sequence[Word], first: int) -> Iterator[Phrase]:
        clock = words[-1].clock
        if clock is None or not clock.sure:
            yield from self._each(words, first)
        else:
            yield from self._at(words[0], words[-1], clock, ends=words[0].text[0].isalpha())

    def _at(self, first: Word, word: Word, clock: Clock, *, ends: bool) -> Iterator[Phrase]:
        if self._are_possible(word):
            minutes = clock.at(self._around.half(word) or (AM if clock.hour > EARLY else PM))
            yield Phrase("R", first.start, word.end, begins=None if ends else minutes, ends=minutes if ends else None)

    def _are_possible(self, *words: Word) -> bool:
        """Whether a clock shows these times; the first that no clock shows is told."""
        wrong = next((word for word in words if word.clock is not None and word.clock.impossible), None)
        if wrong is not None:
            self._fault(Kind.IMPOSSIBLE, wrong, wrong)
        return wrong is None

    def _days(self, words: Sequence[Word], _: int) -> Iterator[Phrase]:
        first, last = (word for word in words if word.kind == "D")
        if first.days[0] == last.days[0] and not first.misspelt and not last.misspelt:
            self._fault(Kind.NOWHERE, first, last)
        yield Phrase("D", words[0].start, words[-1].end, days_between(first.days[0], last.days[0]))

    def _across(self, words: Sequence[Word], _: int) -> Iterator[Phrase]:
        """`5pm to Monday 9am`, after its first day."""
        yield from self._over_days(words, words[0], words[-1], words[-2].days[0])

    def _over(self, words: Sequence[Word], _: int) -> Iterator[Phrase]:
        """`5pm Friday to 9am Monday`."""
        first, last = (word for word in words if word.kind == "D")
        begins, ends = (word for word in words if word.kind == "T")
        yield Phrase("D", words[0].start, words[0].start, first.days)
        yield from self._over_days(words, begins, ends, last.days[0])

    def _over_days(self, words: Sequence[Word], first: Word, last: Word, until: int) -> Iterator[Phrase]:
        if first.clock is not None and last.clock is not None and self._are_possible(first, last):
            begins = first.clock.at(AM if first.clock.hour > EARLY else PM)
            ends = last.clock.next_after(begins)
            yield Phrase("R", words[0].start, words[-1].end, begins=begins, ends=ends, until=until)

    def _hours(self, words: Sequence[Word], number: int) -> Iterator[Phrase]:
        first, last = (word for word in words if word.kind == "T")
        start, end = first.clock, last.clock
        if start is None or end is None or not self._around.are_hours(start, end, number, number + len(words)):
            yield from self._each(words, number)
        elif self._are_possible(first, last):
            told = span(start, end, self._around.half(first) or self._half)
            doubt = _doubt(start, end, *told, night=self._around.is_night(first)) if told else Kind.UNTOLD
            self._half = _half_of(*told) if told else self._half
            if doubt is not None:
                self._fault(doubt, first, last)
            elif told:
                yield Phrase("R", first.start, last.end, begins=told[0], ends=told[1])


def _doubt(start: Clock, end: Clock, begins: int, ends: int, *, night: bool) -> Kind | None:
    """Why hours are doubtful that can be read; None where they are not."""
    if begins == ends:
        return Kind.SAME
    if (end.is_twelve_am and begins < HALF_DAY and ends == DAY) or (
            start.is_twelve_am and HALF_DAY < ends <= HALF_DAY + EARLY * 60):
        return Kind.NOON
    return None if ends > begins or night or is_overnight(begins, ends) else Kind.BACKWARDS


def _half_of(begins: int, ends: int) -> str:
    """The half of the day that both ends are in; '' where it is not one. “6-8pm Mon and 7-9 Thurs” are two evenings."""
    if begins < ends <= HALF_DAY:
        return AM
    return PM if HALF_DAY <= begins < ends else ""
