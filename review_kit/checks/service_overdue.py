"""An entry whose review is overdue, or that nobody has ever assured: a year is long, and for a crisis line too long."""

from collections.abc import Iterator
from datetime import date

from review_kit.assurance import assured_on, cycle_months, due_on
from review_kit.checks import Check
from review_kit.dates import prose_date
from review_kit.model import Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    settings = facts.register.settings
    for service in facts.register.services:
        due, last = due_on(service, settings), assured_on(service)
        assured = due is not None and last is not None and last <= facts.today <= due
        not_readable = last is None and service.value("Assured on")  # told by date-not-readable
        if service.retired or assured or not_readable:
            continue
        months = cycle_months(service, settings)
        yield CHECK.finding(
            service, saw=_saw(last, facts.today), severity=Severity.CAUTION if last else Severity.NOTE,
            cycle="month" if months == 1 else f"{months} months",
            basis={"assured_on": service.value("Assured on")},
            evidence=f"“Assured on” says “{service.value('Assured on')}”; the cycle in Settings is {months} months.")


def _saw(last: date | None, today: date) -> str:
    if last is None:
        return "Nobody is on record as having checked this entry"
    if last > today:
        return f"This entry is marked as assured on {prose_date(last)}, a day still to come"
    return f"This entry was last assured on {prose_date(last)}"


CHECK = Check(
    name="service-overdue", severity=Severity.CAUTION, basis=("assured_on",),
    what_we_saw="{saw}; entries like it are due every {cycle}.",
    what_to_do="Check the whole entry, best with its provider, and record who checked it and when.", find=_find)
