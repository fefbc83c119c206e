"""What was found in a text, with its place: the step between searching and the register's nouns."""

from collections.abc import Iterable
from dataclasses import dataclass

from review_kit.model.register import Contact, ContactKind, Link, Written
from review_kit.model.workbook import Cell
from review_kit.rows.text import Clean


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link between two places of a clean text."""

    start: int
    end: int
    url: str
    written: Written = Written.IN_FULL
    title: str = ""
    mended: str = ""

    def link(self, cell: Cell, text: Clean) -> Link:
        """The link as the register holds it."""
        return Link(cell, text.as_written(self.start, self.end), self.url, self.written, self.title, self.mended)


@dataclass(frozen=True, slots=True)
class FoundContact:
    """A phone number, e-mail address or person between two places of a clean text."""

    start: int
    end: int
    kind: ContactKind
    normalised: str = ""
    problem: str = ""
    mended: str = ""

    def contact(self, cell: Cell, text: Clean) -> Contact:
        """The contact as the register holds it."""
        words = text.as_written(self.start, self.end)
        return Contact(cell, self.kind, words, self.normalised, self.problem, self.mended)


def spans(found: Iterable[FoundLink | FoundContact]) -> list[tuple[int, int]]:
    """The places that finds take up, to be blanked before the next search."""
    return [(one.start, one.end) for one in found]
