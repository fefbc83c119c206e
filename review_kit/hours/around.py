"""What stands around a number in a text of opening hours: whether it is an hour, and in which half of the day."""

from collections.abc import Sequence

from review_kit.hours.clock import Clock
from review_kit.hours.words import Vocabulary, Word

_LED_BY = "DGRTOHNEbCX"
"""Kinds of words after which two bare numbers with a dash between are hours."""
_PASSED_OVER = "n(,&"


class Around:
    """The words of a text, with what is asked about those around one of them."""

    def __init__(self, words: Sequence[Word], known: Vocabulary) -> None:
        self._words, self._known = words, known
        self._statements: list[list[Word]] = [[]]
        for word in words:
            if word.kind == "|":
                self._statements.append([])
            else:
                self._statements[-1].append(word)

    def are_hours(self, start: Clock, end: Clock, first: int, last: int) -> bool:
        """Whether two numbers with a dash between are hours, and not ages, prices, weeks or how many."""
        if start.sure or end.sure:
            return True
        if self._are_counted(first, last) or not (start.is_on_a_clock and end.is_on_a_clock):
            return False
        if start.dotted or end.dotted:
            return True
        before = self.before(first) or "O"
        if max(start.hour, end.hour) > 12:  # ages go beyond 12 too
            return before in "DG" or (start.of_24 and end.of_24)
        return before in _LED_BY or start.hour > end.hour

    def _are_counted(self, first: int, last: int) -> bool:
        before, after = self._beside(first, -1), self._beside(last - 1, 1)
        counted = before is not None and self._known.holds("counted", before.text)
        return counted or (after is not None and self._known.holds("unit", after.text))

    def before(self, number: int) -> str:
        """The kind of the word before one; '' at the beginning of a statement."""
        word = self._beside(number, -1)
        return word.kind if word is not None else ""

    def _beside(self, number: int, step: int) -> Word | None:
        """The next word that says something; None at the end of a statement."""
        number += step
        while 0 <= number < len(self._words) and self._words[number].kind in _PASSED_OVER:
            number += step
        there = 0 <= number < len(self._words) and self._words[number].kind != "|"
        return self._words[number] if there else None

    def _statement(self, of: Word) -> int:
        return next((n for n, words in enumerate(self._statements) if words and words[-1].start >= of.start), 0)

    def half(self, word: Word) -> str:
        """`am` or `pm`, where words of the statement say which half of the day: the last before it, else the first."""
        labels = [label for label in self._statements[self._statement(word)] if label.half]
        before = [label for label in labels if label.start < word.start]
        return before[-1].half if before else labels[0].half if labels else ""

    def is_night(self, word: Word) -> bool:
        """Whether its statement speaks of a night, or a heading above it that names no time."""
        number = self._statement(word)
        heading = self._statements[number - 1] if number else []
        if any(label.kind == "T" for label in heading):
            heading = []
        return any(label.kind == "N" for label in (*heading, *self._statements[number]))
