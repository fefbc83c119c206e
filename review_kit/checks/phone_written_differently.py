"""One phone number written in several ways: a reader cannot see that it is the same, and a later change misses one."""

from collections import defaultdict
from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.model import Contact, ContactKind, Facts, Finding, Service, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    numbers: dict[str, list[tuple[Service, Contact]]] = defaultdict(list)
    for service, contact in facts.register.contacts:
        if contact.kind is ContactKind.PHONE and contact.normalised and not service.retired:
            numbers[contact.normalised].append((service, contact))
    for number, places in numbers.items():
        forms = list(dict.fromkeys(" ".join(contact.as_written.split()) for _, contact in places))
        if len(forms) > 1:
            where = "; ".join(f"{contact.cell} says “{contact.as_written}”" for _, contact in places)
            yield CHECK.finding(places[0][0], places[0][1], count=str(len(forms)), basis={"forms": " | ".join(forms)},
                                evidence=f"{where}. All are {number}.")


CHECK = Check(
    name="phone-written-differently", severity=Severity.NOTE, basis=("forms",),
    what_we_saw="This number stands in the register in {count} different ways.",
    what_to_do="Write it the same way everywhere, in groups that can be read aloud.", find=_find)
