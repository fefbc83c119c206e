"""The table of changes: bodies, services and numbers that are not what they were, each row with its day and source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from review_kit.dates import MONTHS, months_after, prose_date, read_date
from review_kit.helplines import contact_key
from review_kit.model import Facts
from review_kit.rows.text import squeezed
from review_kit.spellings import Spelling, names_in, spellings

KINDS: Mapping[str, tuple[str, str]] = {
    "renamed": ("became {new}", "become {new}"),
    "merged": ("became part of {new}", "become part of {new}"),
    "closed": ("closed", "close"),
    "number changed": ("gave way to {new}", "give way to {new}"),
    "re-let": ("passed to {new}", "pass to {new}"),
    "proposed": ("gave way to {new}", "give way to {new}"),
}
"""Each kind of change, as it is said of one that has come and of one that is still to come or in doubt."""
SOMEBODY = {"re-let": "another provider", "number changed": "another number", "merged": "another body",
            "renamed": "another name"}
"""Stands for a successor that the table does not name."""
NATIONAL = "national"
SURE = "sure"
_YEAR, _MONTH = re.compile(r"\d{4}"), re.compile(r"(\d{4})-(\d{1,2})")
_SENTENCE = re.compile(r"[.?!]$")


@dataclass(frozen=True, slots=True)
class KnownChange:
    """One row of `known/changes.csv`, ready to be looked for."""

    old_name: str
    old: tuple[Spelling, ...]
    new_name: str
    new: tuple[Spelling, ...]
    old_contacts: frozenset[str]
    new_contact: str
    since: str
    kind: str
    places: tuple[Spelling, ...]
    write: str
    source: str
    checked_on: str
    sure: bool

    @property
    def name(self) -> str:
        """The first spelling of the old name: by it decisions know the change, whatever spellings are added."""
        return self.old[0].words if self.old else self.old_name

    @property
    def of_a_number(self) -> bool:
        """Whether only a number changed: the name beside it still stands."""
        return self.kind == "number changed"

    def day(self) -> date | None:
        """The first day of the change; None where the table holds none."""
        if month := _MONTH.fullmatch(self.since):
            return read_date(f"{month[1]}-{month[2]}-1")
        return read_date(f"{self.since}-1-1" if _YEAR.fullmatch(self.since) else self.since)

    def is_near(self, facts: Facts) -> bool:
        """Whether it has come, or comes before the next review would ask again."""
        day = self.day()
        return day is None or day <= months_after(facts.today, facts.register.settings.review_cycle_months)

    def what(self, old: str, today: date, *, number: bool = False, sure: bool = True) -> str:
        """The change in one sentence, a question where it is not sure."""
        new = self.new_contact if number or self.of_a_number else next(iter(names_in(self.new_name)), "")
        said, asked = KINDS["number changed" if number else self.kind]
        if self.kind == "proposed" and not new:
            said, asked = KINDS["closed"]
        day, new = self.day(), new or SOMEBODY.get("number changed" if number else self.kind, "")
        come = day is None or day <= today
        if sure:
            happened = said.format(new=new) if come else f"will {asked.format(new=new)}"
            return f"{old[:1].upper()}{old[1:]} {happened}{self._when()}."
        announced = self.kind == "proposed" and come and day is not None
        opening = "Did" if come and self.kind != "proposed" else "Will"
        return f"{opening} {old} {asked.format(new=new)}{', as announced' if announced else ''}{self._when()}?"

    def _when(self) -> str:
        day = self.day()
        if day is None:
            return ""
        if _YEAR.fullmatch(self.since):
            return f" in {day.year}"
        return f" in {MONTHS[day.month - 1]} {day.year}" if _MONTH.fullmatch(self.since) else f" on {prose_date(day)}"

    def what_to_do(self, *, sure: bool = True) -> str:
        """What the table says to write or to ask, as a sentence; where only the place is in doubt, a question of it."""
        said = squeezed(self.write)
        if self.sure and not sure:
            return f"Is this the one in {' or '.join(place.words for place in self.places)}, or another of that name?"
        if said and said.casefold() != "ask":
            return said if _SENTENCE.search(said) else f"Write “{said}” instead." if sure else f"Should it be “{said}”?"
        return "Ask who it is now, and write that." if sure else "Is it still right here?"

    def where_from(self) -> str:
        """The source and the day on which it was looked at."""
        day = read_date(self.checked_on)
        return f"Source: {self.source}, checked on {prose_date(day) if day else self.checked_on}."


def known_changes(facts: Facts) -> Iterator[KnownChange]:
    """The rows of the table that are worth telling by now."""
    rows = tuple(tuple(sorted(row.items())) for row in facts.known.get("changes", ()))
    return (change for change in _read(rows) if change.is_near(facts))


@lru_cache(maxsize=8)
def _read(rows: tuple[tuple[tuple[str, str], ...], ...]) -> tuple[KnownChange, ...]:
    return tuple(_change(dict(row)) for row in rows)


def _change(row: Mapping[str, str]) -> KnownChange:
    kind = squeezed(row["kind"]).casefold()
    scope = row["scope"] if squeezed(row["scope"]).casefold() != NATIONAL else ""
    return KnownChange(
        row["old_name"], spellings(row["old_name"]), row["new_name"], spellings(row["new_name"]),
        frozenset(filter(None, map(contact_key, row["old_contact"].split("|")))), squeezed(row["new_contact"]),
        squeezed(row["since"]), kind if kind in KINDS else "renamed" if row["new_name"].strip() else "closed",
        spellings(scope), row["write"], squeezed(row["source"]), squeezed(row["checked_on"]),
        squeezed(row["confidence"]).casefold() == SURE and kind != "proposed")
