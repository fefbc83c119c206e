"""A phone number that nobody in the United Kingdom can ring as it is written."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.model import ContactKind, ContactVerdict, Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact in facts.register.contacts:
        if contact.kind is ContactKind.PHONE and contact.problem:
            yield CHECK.finding(service, contact, problem=contact.problem, suggestion=contact.mended,
                                basis={"as_written": contact.as_written},
                                evidence=f"The cell says “{contact.as_written}”. Source: Ofcom's number plan.")


CHECK = Check(
    name="phone-not-uk", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN, basis=("as_written",),
    what_we_saw="This is not a UK phone number as it is written: {problem}.",
    what_to_do="Ask the provider for the right number; until then nobody can ring this one.", find=_find)
