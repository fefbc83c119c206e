"""Days as people write and read them: registers hold many forms, reports print one."""

import re
from calendar import monthrange
from datetime import date, datetime

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
_FORMS = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})"), (3, 2, 1)),
)
_SHORT = tuple(month[:3].casefold() for month in MONTHS)
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """A date as British registers hold it: 2026-11-21, 21/11/2026, 21.11.2026, 21 November 2026; else None."""
    text = text.strip()
    try:
        for form, (year, month, day) in _FORMS:
            if found := form.fullmatch(text):
                return date(int(found[year]), int(found[month]), int(found[day]))
        if (found := _IN_WORDS.fullmatch(text)) and found[2].casefold() in _SHORT:
            return date(int(found[3]), _SHORT.index(found[2].casefold()) + 1, int(found[1]))
    except ValueError:  # the 31st of a month with 30 days
        return None
    return None


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last of the month where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > date.max.year:  # a slip of the hand in a year is no reason to stop a review
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def typed(day: str) -> str:
    """An ISO day as people type it: `21/11/2026`."""
    return "/".join(reversed(day.split("-")))


def prose_date(day: date) -> str:
    """`21 November 2026`, whatever language the computer speaks."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def prose_day(at: str) -> str:
    """The day of an ISO date and time, in prose: 21 November 2026."""
    return prose_date(datetime.fromisoformat(at).date())


def prose_moment(at: str) -> str:
    """An ISO time as a person reads it: 21 November 2026 at 14:05 UTC."""
    then = datetime.fromisoformat(at)
    return f"{prose_date(then.date())} at {then:%H:%M} UTC"
