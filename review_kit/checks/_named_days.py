"""Days that a sentence names: with their year, and as the whole month, season or year where no day is given.

`dateparser` finds days in “we”, “may” and “0800”; a pattern that needs the year finds what registers hold and no more.
"""

import re
from datetime import date, timedelta

from review_kit.dates import MONTHS, months_after, read_date

_YEAR = r"20[1-4]\d"
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if month != "September" else "sept?(?:ember)?" for month in MONTHS)
_SEASONS = {"spring": (3, 5), "easter": (3, 5), "summer": (6, 8), "autumn": (9, 11), "christmas": (12, 12),
            "winter": (12, 14), "half term": (2, 10)}  # fmt: skip
"""The first and last month; a winter ends in the next year."""
DATE = (rf"(?P<date>(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTH})\.?,? {_YEAR}"
        rf"|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}|\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR}|{_YEAR}-\d\d-\d\d"
        rf"|(?:{'|'.join(_SEASONS)}) (?:term )?(?:of )?{_YEAR}|{_YEAR} ?(?:/|–|-|to) ?(?:20)?[0-4]\d|{_YEAR}))"
        r"(?![\d/-])")
"""Stands for a date in a cue of a table; its words are the group `date`."""
_MONTH_AND_YEAR = re.compile(rf"({_MONTH})\.?,? ({_YEAR})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? ({_YEAR})", re.IGNORECASE)
_SEASON = re.compile(rf"({'|'.join(_SEASONS)}) (?:term )?(?:of )?({_YEAR})", re.IGNORECASE)
_YEARS = re.compile(rf"({_YEAR}) ?(?:/|–|-|to) ?(?:20)?([0-4]\d)")
SUMMER = 8
"""A year that is written as 2024/25 has ended in August for schools, and in March for money: the later one counts."""


def span(text: str) -> tuple[date, date] | None:
    """The first and the last day that a date's words stand for; None where no calendar has it."""
    text = " ".join(text.split())
    if day := read_date(text.replace(" of ", " ")):
        return day, day
    if (found := _MONTH_FIRST.fullmatch(text)) and (day := read_date(f"{found[2]} {found[1]} {found[3]}")):
        return day, day
    if found := _MONTH_AND_YEAR.fullmatch(text):
        month = next(n for n, name in enumerate(MONTHS, 1) if name[:3].casefold() == found[1][:3].casefold())
        return _months(int(found[2]), month, month)
    if found := _SEASON.fullmatch(text):
        return _months(int(found[2]), *_SEASONS[found[1].casefold()])
    if found := _YEARS.fullmatch(text):
        return date(int(found[1]), 1, 1), _months(2000 + int(found[2]), 1, SUMMER)[1]
    if re.fullmatch(_YEAR, text):
        return _months(int(text), 1, 12)
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    begins = date(year, first, 1)
    return begins, months_after(begins, last - first + 1) - timedelta(days=1)
