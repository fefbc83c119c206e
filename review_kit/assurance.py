"""When an entry was assured and how long that holds: for a crisis service, a year is too long."""

from datetime import date

from review_kit.dates import months_after, read_date
from review_kit.harm import harm
from review_kit.model import Service, Settings


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


def is_due(service: Service, settings: Settings, today: date) -> bool:
    """Whether a review is due: nobody assured the entry, or its cycle ends today or ended before."""
    due = due_on(service, settings)
    return not service.retired and (due is None or due <= today or not assured_now(service, settings, today))
