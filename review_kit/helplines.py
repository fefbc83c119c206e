"""The sourced helplines: whose number or address a contact is, and which of them therefore vouches for it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from review_kit.dates import months_after, prose_date, read_date
from review_kit.model import Contact, ContactKind, Facts, Service
from review_kit.published import texts
from review_kit.rows.phone_faults import possible
from review_kit.spellings import Spelling, places, spellings

EVERYBODYS = frozenset({"999", "112", "111", "119", "101", "105", "159", "18000", "18001", "18002"})
"""Numbers that any entry may give beside any name."""
_NUMBER = re.compile(r"\+?\d[\d ]*$")
"""A number that ends a cell, or is all that stands in it."""


@dataclass(frozen=True, slots=True)
class Known:
    """One number or address of a helpline: as it is printed, and what is known of it."""

    written: str
    is_text: bool
    sure: bool
    source: str
    checked_on: str

    def vouches(self, today: date, months: int) -> bool:
        """Whether somebody found it in its source within the cycle; what is only a question vouches for nothing."""
        day = read_date(self.checked_on)
        return self.sure and day is not None and day <= today <= months_after(day, months)


@dataclass(frozen=True, slots=True)
class Helpline:
    """A helpline by its first name, with all its spellings and all that reaches it, by its normalised form."""

    name: str
    spelled: tuple[Spelling, ...]
    reached: Mapping[str, Known] = field(default_factory=dict)
    keyword: str = ""

    @property
    def numbers(self) -> Mapping[str, Known]:
        """The telephone and text numbers among what reaches it."""
        return {key: known for key, known in self.reached.items() if "@" not in key}

    def right(self, *, text: bool) -> Known | None:
        """The number to print in the place of a wrong one: a telephone's for a telephone's, a text's for a text's."""
        return next((known for known in self.numbers.values() if known.sure and known.is_text is text), None)


def contact_key(written: str) -> str:
    """A number, e-mail address or host of a table as contacts are compared: E.164, bare digits, small letters."""
    written = written.strip()
    if not _NUMBER.match(written):
        return written.casefold().removeprefix("www.")
    return possible(written) or written.replace(" ", "")


def helplines(facts: Facts) -> tuple[Helpline, ...]:
    """The table's helplines; rows of one name are one helpline."""
    return _read(tuple(tuple(sorted(row.items())) for row in facts.known.get("helplines", ())))


@lru_cache(maxsize=8)
def _read(rows: tuple[tuple[tuple[str, str], ...], ...]) -> tuple[Helpline, ...]:
    by_name: dict[str, list[Mapping[str, str]]] = {}
    for row in map(dict, rows):
        if named := spellings(row["name"]):
            by_name.setdefault(named[0].words.casefold(), []).append(row)
    return tuple(_helpline(of_one) for of_one in by_name.values())


def _helpline(rows: list[Mapping[str, str]]) -> Helpline:
    spelled = tuple(dict.fromkeys(spelling for row in rows for spelling in spellings(row["name"])))
    reached: dict[str, Known] = {}
    keyword = ""
    for row in rows:
        texted = [(written.strip(), _NUMBER.search(written.strip())) for written in row["text"].split("|")]
        keyword = keyword or next((written[:number.start()].strip() for written, number in texted if number), "")
        ways = [*((written, False) for column in ("phone", "email") for written in row[column].split("|")),
                *((number[0], True) for _, number in texted if number)]
        for written, is_text in ways:
            if key := contact_key(written):
                reached.setdefault(key, Known(written.strip(), is_text, row["confidence"].strip().casefold() == "sure",
                                              row["source"].strip(), row["checked_on"].strip()))
    return Helpline(spelled[0].words, spelled, reached, keyword)


def is_named(helpline: Helpline, said: Iterable[str]) -> bool:
    """Whether one of these searchable texts names a helpline."""
    return any(True for text in said for spelling in helpline.spelled for _ in places(text, spelling))


def vouched_by(facts: Facts, service: Service, contact: Contact) -> str:
    """The sentence that says which row of the table vouches for a contact; '' where none does.

    The number must be the helpline's own, and the entry must name that helpline: the right number under a wrong name
    helps nobody. A row that was checked longer ago than the review cycle vouches for nothing any more.
    """
    if contact.kind is ContactKind.PERSON or contact.problem or not contact.normalised:
        return ""
    months = facts.register.settings.review_cycle_months
    for helpline in helplines(facts):
        known = helpline.reached.get(contact.normalised)
        if known is not None and known.vouches(facts.today, months) and is_named(
                helpline, (one.text for one in texts(facts.register, service))):
            return f"It stands in the list of helplines ({known.source}, checked on {_day(known.checked_on)})."
    return ""


def _day(checked_on: str) -> str:
    day = read_date(checked_on)
    return prose_date(day) if day else checked_on
