"""How much depends on an entry being right: the crisis line before the leaflet."""

import re
from collections.abc import Iterable

from review_kit.model import Service

NEED_WORDS = (
    "crisis", "crises", "suicide", "suicidal", "self harm", "harm", "harming", "overdose", "emergency", "emergencies",
    "immediate", "urgent", "safe haven", "helpline", "crisis line", "risk support", "sanctuary",
)  # fmt: skip
"""Somebody who may not be safe turns to such a service. A space also stands for a hyphen; plurals count."""

HOURS_WORDS = (
    "24 hours", "24 hour", "24hr", "24 hrs", "24/7", "24 7", "twenty four hours", "round the clock", "day or night",
    "out of hours", "all night",
)  # fmt: skip
"""It promises to be there when nothing else is open."""

NOT_IN_NEED = ("non", "not", "not an", "not a")
NOT_ALL_HOURS = ("non", "not", "within", "in")
"""Words before that turn the meaning: `non-urgent`, `not an emergency service`; `we answer within 24 hours`."""

COLUMNS = ("Hours", "THRIVE groups", "In plain words", "How to get it")
"""Review columns whose words count beside the published ones. Impact does not: it says what a service prevents."""


_BETWEEN = r"[\s‐‑–-]"
"""What stands between two words: spaces of any kind and the hyphens and dashes that word processors put in."""


def _pattern(words: Iterable[str], turning: Iterable[str]) -> re.Pattern[str]:
    meant = "".join(rf"(?<!\b{word.replace(' ', _BETWEEN)}{_BETWEEN})" for word in turning)
    any_word = "|".join(_between_digits.sub(lambda _: _BETWEEN, word).replace(" ", f"{_BETWEEN}?") for word in words)
    return re.compile(rf"{meant}\b(?:{any_word})(?:s|ly)?\b", re.IGNORECASE)


# “24 7” is an opening time and “247” the end of a telephone number, so between digits the space is needed.
_between_digits = re.compile(r"(?<=\d) (?=\d)")
_NEED = _pattern(NEED_WORDS, NOT_IN_NEED)
_HOURS = _pattern(HOURS_WORDS, NOT_ALL_HOURS)


def _text(service: Service) -> str:
    published = (service.section, service.name, service.provider, service.frequency)
    return " ".join((*published, *(service.value(column) for column in COLUMNS)))


def harm(service: Service) -> int:
    """How much depends on this entry being right: one point for people in need, one for being open at all hours.

    The rule reads the entry's own words, so it holds for any council; a service that it misses still stands in
    the register's order.
    """
    text = _text(service)
    return bool(_NEED.search(text)) + bool(_HOURS.search(text))
