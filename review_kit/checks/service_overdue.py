"""An entry whose review is overdue, or that nobody has ever assured: a year is long, and for a crisis line too long."""

from collections.abc import Iterator

from review_kit.assurance import assured_on, cycle_months, due_on
from review_kit.checks import Check
from review_kit.model import Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    settings = facts.register.settings
    for service in facts.register.services:
        due = due_on(service, settings)
        if service.retired or (due is not None and due >= facts.today):
            continue
        months = cycle_months(service, settings)
        last = assured_on(service)
        saw = f"was last assured on {last.isoformat()}" if last else "has never been assured, by the register"
        yield CHECK.finding(
            service, saw=saw, severity=Severity.CAUTION if last else Severity.NOTE, months=str(months),
            basis={"assured_on": service.value("Assured on")},
            evidence=f"“Assured on” says “{service.value('Assured on')}”; the cycle in Settings is {months} months.")


CHECK = Check(
    name="service-overdue", severity=Severity.CAUTION, basis=("assured_on",),
    what_we_saw="This entry {saw}; entries like it are due every {months} months.",
    what_to_do="Check the whole entry with the provider, then write the day and your role beside it.", find=_find)
