"""Opening hours as people in England type them: the days and hours that a text says, or why it cannot be read.

The words are those of `known/hours_words.csv`. What names neither a day nor an hour (“see website”) is not read, and
nothing in it is at fault.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations, takewhile

from review_kit.dates import MONTHS, read_date
from review_kit.hours.faults import Fault, Kind
from review_kit.hours.groups import Group, Spell, groups_of, joined, statements_of
from review_kit.hours.phrases import Phrase, Phrases
from review_kit.hours.words import Vocabulary, vocabulary, words_in
from review_kit.rows.text import clean, squeezed

LONGEST = 2_000
"""Characters that are read; opening hours are never longer, and a cell may hold fifteen times as many."""
NAMES_NOTHING = "names no day and no hour"
_TERMS = "NHE"
_SHORT_DAY = re.compile(rf"\d{{1,2}}-(?:{'|'.join(month[:3] for month in MONTHS)})", re.IGNORECASE)
_PLAIN = "DRWAOHn,&("
"""Kinds of phrases in a statement that speaks of nothing but days and hours."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: its days and hours, the terms on which they hold, and what is at fault.

    `is_plain` is whether it speaks of nothing but days and hours, and so of one thing only. `promises` are the words
    that say day and night, all week; '' where none do.
    """

    spells: tuple[Spell, ...]
    terms: tuple[str, ...]
    faults: tuple[Fault, ...]
    is_plain: bool = False
    promises: str = ""

    @property
    def is_read(self) -> bool:
        """Whether somebody could act on it."""
        return bool(self.spells or self.terms) and not self.faults

    @property
    def why(self) -> str:
        """Why it cannot be read, in a few words; '' where it can."""
        return "" if self.is_read else "; ".join(fault.why for fault in self.faults) or NAMES_NOTHING

    @property
    def is_limited(self) -> bool:
        """Whether it says nothing but days and hours, and these are fewer than all."""
        open_on = [spell for spell in self.spells if not spell.closed]
        return self.is_plain and not self.faults and bool(open_on) and not any(
            spell.is_all_day or (spell.is_all_week and spell.begins is None and spell.ends is None)
            for spell in open_on)


def hours_reader(words: Iterable[Mapping[str, str]]) -> Callable[[str], Reading]:
    """What reads the text of a cell, with the words of a table such as `known/hours_words.csv`."""
    return partial(_read, vocabulary(tuple((row["word"], row["kind"], row["means"]) for row in words)))


@lru_cache(maxsize=2_000)  # many entries have the same hours
def _read(known: Vocabulary, text: str) -> Reading:
    plain = clean(text[:LONGEST]).text
    if _is_day(squeezed(plain)):
        return Reading((), (), (Fault(Kind.DAY, (squeezed(plain),)),))
    found = Phrases(plain, words_in(plain, known), known)
    statements = statements_of(found.all)
    groups = joined(groups_of(statement) for statement in statements)
    faults = (*found.faults, *_contradictions(plain, statements, groups))
    terms = (squeezed(plain[phrase.start:phrase.end]).casefold() for phrase in found.all if phrase.kind in _TERMS)
    spells = tuple(spell for of_one in groups for group in of_one for spell in group.spells())
    return Reading(spells, tuple(dict.fromkeys(terms)), faults, all(map(_is_plain, statements)),
                   _promises(plain, [group for of_one in groups for group in of_one]))


def _is_day(text: str) -> bool:
    """Whether a text is a day and nothing else: Excel makes 9 May of “9-5”."""
    return read_date(text) is not None or _SHORT_DAY.fullmatch(text) is not None


def _is_plain(statement: Iterable[Phrase]) -> bool:
    return all(phrase.kind in _PLAIN for phrase in statement)


def _promises(text: str, groups: Iterable[Group]) -> str:
    """The words that say day and night, all week: “24/7”, “24 hours a day, 7 days a week”."""
    return next((group.words(text) for group in groups if _is_always(group)), "")


def _is_always(group: Group) -> bool:
    return any(spell.is_all_day and spell.is_all_week and not spell.closed for spell in group.spells())


def _contradictions(text: str, statements: Sequence[Sequence[Phrase]],
                    groups: Sequence[Sequence[Group]]) -> Iterator[Fault]:
    """The first two groups that cannot both hold, where nothing says that they are of two things, weeks or seasons."""
    plain = takewhile(lambda pair: _is_plain(pair[0]), zip(statements, groups, strict=True))
    told = [group for _, of_one in plain for group in of_one if not group.closed and group.hours]
    both = next((pair for pair in combinations(told, 2) if _differ(*pair)), ())
    if both:
        yield Fault(Kind.CONTRADICTS, tuple(group.words(text) for group in both))


def _differ(one: Group, other: Group) -> bool:
    if _is_always(one) != _is_always(other):
        return all(phrase.kind == "R" for phrase in (one if _is_always(other) else other).hours)
    ours, theirs = (
        {(spell.begins, spell.ends) for spell in group.spells()
         if spell.begins is not None and spell.ends is not None and spell.until is None} for group in (one, other))
    return bool(one.days) and one.days == other.days and any(
        mine[0] < yours[1] and yours[0] < mine[1] for mine in ours - theirs for yours in theirs)
