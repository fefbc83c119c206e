"""A contract that has ended, or will before the entry's next review: no link shows that somebody else took over."""

from collections.abc import Iterator
from datetime import date

from review_kit.assurance import cycle_months
from review_kit.checks import Check
from review_kit.checks._known_contracts import Contract, contracts_of
from review_kit.dates import months_after, prose_date, read_date
from review_kit.model import Cell, Facts, Finding, Service, Severity
from review_kit.published import place_of

COLUMN = "Contract ends"
WHO = "Ask who provides the service now, and write the provider and the new end in."
ASK = "Ask the commissioner what comes after that day, and write the new end in."


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        review = months_after(facts.today, cycle_months(service, facts.register.settings))
        if service.value(COLUMN):  # what the register says is newer than a table
            yield from _of_the_register(facts, service, review)
            continue
        for contract in contracts_of(facts, service):
            if contract.ends < review:
                yield _known(facts, service, contract)


def _of_the_register(facts: Facts, service: Service, review: date) -> Iterator[Finding]:
    written = service.value(COLUMN)
    ends = read_date(written)
    if ends is None or ends >= review:  # a day that cannot be read is told by date-not-readable
        return
    passed = ends < facts.today
    saw = (f"By “{COLUMN}”, the contract for this service ended on {prose_date(ends)}" if passed else
           f"The contract for this service ends on {prose_date(ends)}, before the entry's next review")
    do = WHO if passed else ASK
    yield _finding(service, place_of(facts.register.columns, service, COLUMN), saw, do, written, Severity.CAUTION,
                   f"“{COLUMN}” says “{written}”; the next review after this one falls due on {prose_date(review)}.")


def _known(facts: Facts, service: Service, contract: Contract) -> Finding:
    row, do = contract.row, WHO if contract.latest < facts.today else ASK
    sure = row["confidence"].casefold() != "low"
    return _finding(service, service.cell, _saw(contract, facts.today), do,
                    f"{row['service']}: {row['ends']} {row['extension_until']}".strip(),
                    Severity.CAUTION if sure else Severity.NOTE, contract.source)


def _saw(contract: Contract, today: date) -> str:
    service, first, latest = contract.row["service"], prose_date(contract.ends), prose_date(contract.latest)
    told = f"The contract that we know of for {service}"
    if contract.latest < today:
        return f"{told} ended on {latest}" + (" at the latest" if latest != first else "")
    if latest == first:
        return f"{told} ends on {first}, before the entry's next review"
    tense = "ended" if contract.ends < today else "ends"
    return f"{told} {tense} on {first}, or ends on {latest} if it was extended"


def _finding(service: Service, cell: Cell, saw: str, do: str, text: str, severity: Severity, evidence: str) -> Finding:
    return Finding(check=CHECK.name, severity=severity, cell=cell, service=service,
                   what_we_saw=CHECK.what_we_saw.format(saw=saw), what_to_do=CHECK.what_to_do.format(do=do),
                   basis=(("text", text), ("provider", service.provider)), answer_in=COLUMN, evidence=evidence)


CHECK = Check(
    name="contract-ends", severity=Severity.CAUTION, basis=("text", "provider"), answer_in=COLUMN,
    what_we_saw="{saw}.", what_to_do="{do}", find=_find)
