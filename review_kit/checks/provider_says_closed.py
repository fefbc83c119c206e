"""A service that has closed, as its provider or whoever answered says."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.harm import harm
from review_kit.heard import heard_of, in_words, replied
from review_kit.model import Answer, Contact, ContactVerdict, Facts, Finding, Says, Service, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, answer in replied(facts, Says.CLOSED):
        yield _finding(service, None, answer, "The provider answered")
    for service, contact, answer in heard_of(facts, Says.CLOSED):
        yield _finding(service, contact, answer, "Whoever answered said")


def _finding(service: Service, contact: Contact | None, answer: Answer, who: str) -> Finding:
    return CHECK.finding(service, contact, who=who, severity=Severity.DANGER if harm(service) else None,
                         basis={"reply": answer.text, "replied_on": answer.on}, evidence=in_words(answer))


CHECK = Check(
    name="provider-says-closed", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN,
    basis=("reply", "replied_on"), find=_find, of_answers=True,
    what_we_saw="{who} that this service has closed.",
    what_to_do="Retire the entry, and put in where young people can go instead.")
