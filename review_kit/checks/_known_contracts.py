"""Contracts of `known/contract_ends.csv` that an entry speaks of: by a name of the service, and in its own place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from review_kit.dates import read_date
from review_kit.model import Facts, Service

TABLE = "contract_ends"
SPEAKS_OF = 2
"""Entries that must name a place before a register with no council's name is taken to speak of it."""


@dataclass(frozen=True, slots=True)
class Contract:
    """One row of the table, with its days read; `latest` is the end of the longest extension."""

    row: Mapping[str, str]
    ends: date
    latest: date

    @property
    def source(self) -> str:
        """Where it can be looked up, and how sure it is."""
        row = self.row
        known = f"{row['notice']}, {row['source']}, looked at on {row['checked_on']}; confidence {row['confidence']}"
        return f"Contract of {row['provider'] or 'a provider not named'}: {row['note']} Source: {known}."


def contracts_of(facts: Facts, service: Service) -> Iterator[Contract]:
    """The contracts that an entry names, where the register speaks of their place; rows without a day are passed."""
    entry = _entry(service)
    for row in facts.known.get(TABLE, ()):
        ends = read_date(row["ends"])
        if ends and _names(row["names"], entry) and _names_or_none(row["needs"], _all(service)) and (
                _speaks_of(facts, row["area"], service)):
            yield Contract(row, ends, read_date(row["extension_until"]) or ends)


def _entry(service: Service) -> str:
    links = " ".join(f"{link.as_written} {link.url}" for link in service.links)
    return f"{service.name} {service.provider} {links}"


def _all(service: Service) -> str:
    return " ".join((service.section, _entry(service), service.frequency, service.impact, *(
        service.value(column) for column in ("Who it is for", "How to get it", "In plain words"))))


def _names(names: str, text: str) -> bool:
    return any(_whole(name.strip()).search(text) for name in names.split(";") if name.strip())


def _names_or_none(words: str, text: str) -> bool:
    """Whether the text holds one of the words, by its beginning; no words ask for nothing."""
    return not words.strip() or any(word.strip().casefold() in text.casefold() for word in words.split(";"))


@lru_cache(maxsize=500)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)


def _speaks_of(facts: Facts, places: str, service: Service) -> bool:
    """Whether a place-bound contract can be this entry's: the council has the place's name, or the entry names it."""
    if not places.strip():
        return True
    register = facts.register
    if _names(places, f"{register.settings.council} {_all(service)} {service.value('Area')} {service.value('Where')}"):
        return True
    if register.settings.council:
        return False
    return sum(_names(places, f"{_all(other)} {other.value('Area')}") for other in register.services) >= SPEAKS_OF
