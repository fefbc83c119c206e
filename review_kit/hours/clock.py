"""Times of the day as people write them, and which half of the day is meant where nobody says am or pm."""

import re
from dataclasses import dataclass

HALF_DAY, DAY = 12 * 60, 24 * 60
AM, PM = "am", "pm"
EVENING, MORNING_OVER = 16 * 60, 16 * 60 + 30
"""From when hours may run into the next day, and for how long: from 5pm to 9am is a night, from 9am to 5am is not."""
TIME = (r"(?:(?P<past>half past|half|quarter past|quarter to)\s+)?(?P<hour>\d{1,4})"
        r"(?P<minutes>[:.]\d{1,2})?(?::00(?!\d))?(?![\d%])(?:\s?(?P<half>[ap](?:m\b|\.\s?m\b)\.?)|\s?(?P<sharp>o['’]?\s?clock)\b|"
        r"\s?(?P<hours>h(?:ou)?rs?\b|h\b))?(?!\w|[:.]\d)")
"""A pattern for a time, or for a number that may be one; its groups are read by `clock_of`."""
_PAST = {"half past": 30, "half": 30, "quarter past": 15, "quarter to": -15}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as it is written: `half` is am, pm or ''; `sure` is whether it can be nothing but a time of the day."""

    hour: int
    minute: int
    half: str = ""
    of_24: bool = False
    sure: bool = True
    dotted: bool = False

    @property
    def impossible(self) -> bool:
        """Whether no clock shows it: 25:00, 9.75am, 13am. “17:00pm” says the same twice, and is meant."""
        if self.minute > 59 or self.hour > 24 or (self.hour == 24 and self.minute):
            return True
        if not self.half or (self.half == PM and 13 <= self.hour < 24 and self.of_24):
            return False
        return self.hour > 12 or (self.hour == 0 and not (self.half == AM and self.of_24))

    @property
    def is_on_a_clock(self) -> bool:
        """Whether a clock of 24 hours has such an hour and minute."""
        return self.hour <= 24 and self.minute <= 59

    @property
    def is_twelve_am(self) -> bool:
        """Whether it is midnight as it is written, and often noon as it is meant."""
        return self.hour == 12 and self.half == AM

    @property
    def told(self) -> int | None:
        """Minutes after midnight; None where it may be either half of the day."""
        if self.half:
            return self.hour % 12 * 60 + self.minute + HALF_DAY * (self.half == PM)
        return self.hour * 60 + self.minute if self.of_24 or self.hour > 12 or self.hour == 0 else None

    def at(self, half: str) -> int:
        """Minutes after midnight, in a half of the day where none is told."""
        known = self.told
        return known if known is not None else self.hour % 12 * 60 + self.minute + HALF_DAY * (half == PM)

    def next_after(self, start: int) -> int:
        """The first time after another at which a clock shows it."""
        known = self.told
        return known if known is not None else min(self.at(AM), self.at(PM), key=lambda at: (at - start - 1) % DAY)


def clock_of(found: re.Match[str]) -> Clock:
    """The time that `TIME` found."""
    digits, minutes = found["hour"], (found["minutes"] or "")[1:]
    compact = len(digits) > 2 and not minutes
    hour, minute = (int(digits[:-2]), int(digits[-2:])) if compact else (int(digits), int(minutes or 0))
    if len(minutes) == 1:  # “9.5am”: nobody can say whether it is five past or half past
        minute = 60 + minute
    if found["past"]:
        minute = _PAST[found["past"].casefold()]
        hour, minute = (hour - 1, 60 + minute) if minute < 0 else (hour, minute)
    half = (found["half"] or "")[:1].casefold()
    colon = (found["minutes"] or "").startswith(":")
    sure = bool(half or found["sharp"] or found["past"] or (len(minutes) == 2 and (colon or found["hours"])) or (
        compact and len(digits) == 4 and (found["hours"] or digits[0] == "0")))
    of_24 = len(digits) == 4 or (bool(minutes) and len(digits) == 2 and (digits[0] == "0" or hour > 12))
    return Clock(hour, minute, {"a": AM, "p": PM}.get(half, ""), of_24, sure, bool(minutes))


def span(start: Clock, end: Clock, half: str = "") -> tuple[int, int] | None:
    """When something begins and ends; None where it may be either half of the day. An end at midnight is 24:00.

    `half` is what the words around them say: “evenings 6-8”.
    """
    begins = start.told if start.told is not None else _begins(start, end, half)
    if begins is None:
        return None
    return begins, end.next_after(begins) or DAY


def _begins(start: Clock, end: Clock, half: str) -> int | None:
    ends = end.told
    if ends is not None and (end.half or end.of_24 or not half):
        ends = ends or DAY
        noon = start.hour == HALF_DAY // 60
        order = (PM, AM) if noon or end.half == PM or (ends == DAY and not end.half) else (AM, PM)
        return next((at for which in order if (at := start.at(which)) < ends), start.at(AM))
    return start.at(half) if half else _unsaid(start, end)


def _unsaid(start: Clock, end: Clock) -> int | None:
    """Where neither says am or pm: 9-5 is a working day, 2-4 an afternoon, and 5-9 may be before or after work."""
    first, last = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    if first == last:
        return None if start.hour == 12 else start.at(AM)
    if start.hour == 12 or (start.hour < 5 and first < last):
        return start.at(PM)
    plain = first > last or start.hour > 8 or (start.hour == 8 and end.hour == 12)
    return start.at(AM) if plain else None


def is_overnight(begins: int, ends: int) -> bool:
    """Whether hours that end before they begin are plainly those of a night."""
    return begins >= EVENING and (ends - begins) % DAY <= MORNING_OVER


def shown(minutes: int) -> str:
    """`09:30`, as a 24-hour clock shows it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
