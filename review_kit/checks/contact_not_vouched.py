"""A contact that is well formed and that nobody has vouched for: form says nothing about who answers."""

from collections.abc import Iterator

from review_kit.assurance import assured_now
from review_kit.checks import Check
from review_kit.helplines import vouched_by
from review_kit.model import ContactKind, ContactVerdict, Facts, Finding, Severity

WORDS = {
    ContactKind.PHONE: ("This is a possible UK phone number; nobody has vouched for who answers it.",
                        "Ring it: does this service answer, and at the hours that the register gives?"),
    ContactKind.EMAIL: ("This is a possible e-mail address; nobody has vouched that this service reads it.",
                        "Write to it and wait for an answer from the service."),
    ContactKind.PERSON: ("The register names a person; nobody has vouched that they still do this work.",
                         "Ask the provider, and whether a role or a shared mailbox could stand here instead."),
}


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact in facts.register.contacts:
        told_already = contact.problem and contact.kind is not ContactKind.PERSON
        if told_already or assured_now(service, facts.register.settings, facts.today) or vouched_by(
                facts, service, contact):
            continue
        saw, do = WORDS[contact.kind]
        yield CHECK.finding(service, contact, saw=saw, do=do, basis={"normalised": contact.normalised},
                            evidence=f"The cell says “{contact.as_written}”.")


CHECK = Check(
    name="contact-not-vouched", severity=Severity.NOTE, verdict=ContactVerdict.BY_HAND, basis=("normalised",),
    what_we_saw="{saw}", what_to_do="{do}", find=_find)
