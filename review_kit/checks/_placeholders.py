"""Pages that stand where nobody has put one, or for the time being: default pages, notices, holding pages.

Each phrase of `known/placeholders.csv` stands for a whole title, heading or a few words of text, on a page of at most
so many words: “coming soon” heads many a live page, and is all that a holding page says.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from review_kit.checks._asked import Asked
from review_kit.checks._pages import about_in_prose, code, rows
from review_kit.checks._shown import quote, segments, standing, whole
from review_kit.model import Page

NOBODYS = frozenset({"server", "directory"})
"""Kinds that no provider writes, whatever else the page says."""
PASSING = "maintenance"
HOLDING = "soon"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What shows that a page is no page yet, or none for now."""

    kind: str
    what: str
    shown: str
    owned: bool
    """Whether the page names the service, or gives a contact: then it serves a young person, if poorly."""

    @property
    def plain(self) -> bool:
        """Whether nothing of the service stands there."""
        return self.kind in NOBODYS or (self.kind != PASSING and not self.owned)

    @property
    def in_words(self) -> str:
        """The sign as evidence."""
        return f"It says “{self.shown}”: {self.what}."

_TO_COME = re.compile(r"\bwill be (?:\w+ ){0,3}for (?:\w+ ){0,3}(?:maintenance|an? upgrade|updates?)\b", re.IGNORECASE)
"""A notice of what is still to come says that the page is there today."""


def placeholder(a: Asked) -> Placeholder | None:
    """What shows that a link's page is a placeholder; None for a page of somebody's own."""
    page = replace(a.visit.page, text=_TO_COME.sub(" ", a.visit.page.text))
    for where, find in _PLACES.items():
        table = {row["phrase"]: row for row in rows(a.facts, "placeholders", where=where)
                 if page.words <= int(row["at_most_words"])}
        phrase, shown = next(find(page, tuple(table)), ("", ""))
        if phrase:
            kind = table[phrase]["kind"]
            return Placeholder(kind, table[phrase]["what"], shown, _owned(a, kind))
    return None


def _owned(a: Asked, kind: str) -> bool:
    page = a.visit.page
    reachable = kind == HOLDING and bool(page.phones or page.emails)
    return reachable or bool(about_in_prose(a).names)


def _title(page: Page, phrases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((said, page.title) for part in segments(page.title) if (said := whole(phrases, part)))


def _heading(page: Page, phrases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((said, heading) for heading in page.headings if (said := whole(phrases, heading)))


def _first_heading(page: Page, phrases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((said, heading) for heading in page.headings[:1] if (said := whole(phrases, heading)))


def _begins(page: Page, phrases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((phrase, text) for text in (page.title, *page.headings[:1]) for phrase in phrases
            if text.casefold().startswith(phrase))


def _text(page: Page, phrases: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((said, quote(said, text)) for text in (page.text, *code(page)) if (said := standing(phrases, text)))


_PLACES: dict[str, Callable[[Page, tuple[str, ...]], Iterator[tuple[str, str]]]] = {
    "begins": _begins, "title": _title, "heading": _heading, "first-heading": _first_heading, "text": _text,
}
