"""The score of a page that says “not found” and came all the same: what says so, where, and how much it weighs.

Weights stand in `known/not_found_phrases.csv`; each place counts once, and a short page adds one. Measured on 34
published not-found pages and 2,017 ordinary ones: from four on, every page in English was found and none of the
1,666 live pages of the web was taken for one (docs/assumptions.md).

A number or a bare “not found” is `bare`: a helpline may be called 404 and a parent may not be found, so such words
alone never decide. A provider's own not-found page bears its name like every page of its site; what says “not
found” in two places is therefore believed beside any name, and what says it in one only where no name stands.
"""

from dataclasses import dataclass
from functools import cached_property

from review_kit.about import About
from review_kit.checks._asked import Asked
from review_kit.checks._not_found_cues import Cue, cues, is_short
from review_kit.checks._pages import about
from review_kit.checks._shown import words

ENOUGH, DOUBT = 4, 2


@dataclass(frozen=True)
class Signs:
    """All that says “not found” at a link, weighed against how plainly the page is about the service."""

    cues: tuple[Cue, ...]
    short: bool
    level: About

    @cached_property
    def score(self) -> int:
        """The weights of all places, and one for a short page."""
        return sum(cue.weight for cue in self.cues) + self.short

    @cached_property
    def _told_in(self) -> int:
        """In how many places words tell it that mean nothing else.

        Bare words in title and headings count as one place beside clear words, and alone only where a number and words
        stand together.
        """
        heads = [cue.shown for cue in self.cues if cue.bare and cue.place in {"title", "heading"}]
        both = any(map(_is_number, heads)) and not all(map(_is_number, heads))
        return self._clear + (bool(heads) if self._clear else both)

    @cached_property
    def _clear(self) -> int:
        return sum(not cue.bare for cue in self.cues)

    @cached_property
    def plain(self) -> bool:
        """Whether the page is a not-found page."""
        return self.score >= ENOUGH and self._told_in >= (2 if self.level is About.PLAINLY else 1)

    @cached_property
    def doubtful(self) -> bool:
        """Whether a person should look: some signs, and too few to say so. Bare ones alone count on a short page."""
        if self.plain or self.score < DOUBT or not (self._told_in or (self.cues and self.short)):
            return False
        return self.level is not About.PLAINLY or self.headed or self.short_and_clear

    @property
    def short_and_clear(self) -> bool:
        """Whether a page of few words says it in words that mean nothing else."""
        return self.short and self._clear > 0

    @cached_property
    def headed(self) -> bool:
        """Whether title, heading, mark or address tell it plainly, and not the text alone."""
        return any(not cue.bare and cue.place != "body" and cue.weight > 1 for cue in self.cues)

    @cached_property
    def only_in_text(self) -> bool:
        """Whether nothing but the text tells it."""
        return all(cue.place in {"body", "opening"} for cue in self.cues)

    @property
    def in_words(self) -> str:
        """The signs as evidence, each with what it quotes."""
        length = " The page is short." if self.short else ""
        told = "; ".join(map(str, self.cues))
        return f"{told[:1].upper()}{told[1:]}.{length} Signs of a not-found page: {self.score}, enough is {ENOUGH}."


def signs(a: Asked) -> Signs:
    """What says “not found” at a link's page, and how plainly the page is about the service."""
    return a.facts.once(("signs", a.service.place, a.link, a.visit.url, a.visit.purpose), lambda: _signs(a))


def _signs(a: Asked) -> Signs:
    found = cues(a)
    return Signs(found, is_short(a), about(a).level if found else About.NOTHING)


def _is_number(shown: str) -> bool:
    return any(word.isdigit() for word in words(shown).split())
