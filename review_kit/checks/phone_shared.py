"""One phone number for two providers: one of them may have it by mistake."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from review_kit.about import names
from review_kit.checks import Check
from review_kit.model import Contact, ContactKind, Facts, Finding, Service, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    numbers: dict[str, list[tuple[Service, Contact]]] = defaultdict(list)
    for service, contact in facts.register.contacts:
        if contact.kind is ContactKind.PHONE and contact.normalised and not service.retired:
            numbers[contact.normalised].append((service, contact))
    for places in numbers.values():
        first, contact = places[0]
        other = next(((s, c) for s, c in places[1:] if _strangers(first, s)), None)
        if other is not None:
            yield CHECK.finding(first, contact, other=other[0].name.splitlines()[0][:60],
                                basis={"normalised": contact.normalised, "where": str(len(places))},
                                evidence=f"{contact.cell} and {other[1].cell} both give {contact.normalised}.")


def _strangers(one: Service, other: Service) -> bool:
    """Whether two entries name their providers, and none alike."""
    here, there = ({name.casefold() for name in names(replace(service, name=""))} for service in (one, other))
    return bool(here and there) and not any(a in b or b in a for a in here for b in there)


CHECK = Check(
    name="phone-shared", severity=Severity.NOTE, basis=("normalised", "where"),
    what_we_saw="This number is also given for another provider's entry, “{other}”.",
    what_to_do="Ring it and ask whose it is; if it is a shared line, all is well.", find=_find)
