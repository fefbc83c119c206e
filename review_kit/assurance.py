"""When an entry was assured and how long that holds: for a crisis service, a year is too long."""

import re
from calendar import monthrange
from datetime import date

from review_kit.harm import harm
from review_kit.model import Service, Settings

_FORMS = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})"), (3, 2, 1)),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """A date as British registers hold it: 2026-11-21, 21/11/2026, 21.11.2026, 21 November 2026; else None."""
    text = text.strip()
    try:
        for form, (year, month, day) in _FORMS:
            if found := form.fullmatch(text):
                return date(int(found[year]), int(found[month]), int(found[day]))
        if (found := _IN_WORDS.fullmatch(text)) and found[2].casefold() in _MONTHS:
            return date(int(found[3]), _MONTHS.index(found[2].casefold()) + 1, int(found[1]))
    except ValueError:  # the 31st of a month with 30 days
        return None
    return None


def cycle_months(service: Service, settings: Settings) -> int:
    """How many months an assurance of this service holds: fewer where harm hangs on it."""
    return settings.crisis_cycle_months if harm(service) else settings.review_cycle_months


def assured_on(service: Service) -> date | None:
    """The day on which somebody assured the entry, if it is there and can be read."""
    return read_date(service.value("Assured on"))


def due_on(service: Service, settings: Settings) -> date | None:
    """The day on which the next review falls due; None where nobody has assured the entry.

    A `Next review due` that a person wrote counts where it is earlier than the cycle's end: it cannot make the cycle
    longer than Settings say.
    """
    last, written = assured_on(service), read_date(service.value("Next review due"))
    if last is None:
        return None
    by_cycle = months_after(last, cycle_months(service, settings))
    return min(by_cycle, written) if written else by_cycle


def assured_now(service: Service, settings: Settings, today: date) -> bool:
    """Whether a named role assured the entry within its cycle, and not on a day still to come."""
    due, last = due_on(service, settings), assured_on(service)
    return bool(due and last and service.value("Assured by") and last <= today <= due)


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last of the month where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    if year > date.max.year:  # a slip of the hand in a year is no reason to stop a review
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))
