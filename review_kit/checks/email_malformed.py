"""An e-mail address that no message can be sent to as it is written."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.model import ContactKind, ContactVerdict, Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact in facts.register.contacts:
        if contact.kind is ContactKind.EMAIL and contact.problem:
            yield CHECK.finding(service, contact, problem=contact.problem, suggestion=contact.mended,
                                basis={"as_written": contact.as_written},
                                evidence=f"The cell says “{contact.as_written}”. Source: RFC 5321 and 5322.")


CHECK = Check(
    name="email-malformed", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN, basis=("as_written",),
    what_we_saw="No message can be sent to this address as it is written: {problem}.",
    what_to_do="Ask the provider for the right address, best a shared mailbox.", find=_find)
