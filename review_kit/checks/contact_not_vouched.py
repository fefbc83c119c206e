"""A contact that is well formed and that nobody has vouched for: form says nothing about who answers."""

from collections.abc import Iterator

from review_kit import heard
from review_kit.checks import Check
from review_kit.checks._elsewhere import instead
from review_kit.checks.contact_ended_on_page import ended_on
from review_kit.dates import prose_day
from review_kit.mail import is_dead, said_of
from review_kit.model import TEXT_KEPT, Contact, ContactKind, ContactVerdict, Facts, Finding, Service, Severity
from review_kit.own_pages import but_as, read_whole, stands_on
from review_kit.vouched import vouched_by

WORDS = {
    ContactKind.PHONE: ("This is a possible UK phone number; nobody has vouched for who answers it.",
                        "Ring it: does this service answer, and at the hours that the register gives?"),
    ContactKind.EMAIL: ("This is a possible e-mail address; nobody has vouched that this service reads it.",
                        "Write to it and wait for an answer from the service."),
    ContactKind.PERSON: ("The register names a person; nobody has vouched that they still do this work.",
                         "Ask the provider, and whether a role or a shared mailbox could stand here instead."),
}
KINDS = {ContactKind.PHONE: "number", ContactKind.EMAIL: "address", ContactKind.PERSON: "name"}


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact in facts.register.contacts:
        told_already = contact.problem and contact.kind is not ContactKind.PERSON
        if told_already or vouched_by(facts, service, contact) or _told_otherwise(facts, service, contact):
            continue
        saw, do = WORDS[contact.kind]
        said = (f"The cell says “{contact.as_written}”.", *_looked(facts, service, contact))
        yield CHECK.finding(service, contact, saw=saw, do=do, basis={"normalised": contact.normalised},
                            evidence=" ".join(said))


def _told_otherwise(facts: Facts, service: Service, contact: Contact) -> bool:
    """Whether another check has more to say: of its domain, what a call came to, what the provider's page says."""
    return (is_dead(facts, contact) or heard.said_last(facts, service, contact) is not None
            or ended_on(facts, service, contact) is not None or instead(facts, service, contact) is not None)


def _looked(facts: Facts, service: Service, contact: Contact) -> Iterator[str]:
    """What is known of its domain, and where it does not stand, page by page: nobody need look there again."""
    if contact.kind is ContactKind.EMAIL and (said := said_of(facts, contact.normalised)):
        yield said
    for visit in facts.own_pages.get(service.place, ()):
        kept_whole = contact.kind is not ContactKind.PERSON or len(visit.page.text) < TEXT_KEPT
        if stands_on(visit.page, contact):
            if said := but_as(facts, service, visit, contact):
                yield f"It stands on {visit.final_url} {said}, seen on {prose_day(visit.at)}."
        elif kept_whole and read_whole(visit.page):
            yield f"This {KINDS[contact.kind]} does not stand on {visit.final_url}, seen on {prose_day(visit.at)}."


CHECK = Check(
    name="contact-not-vouched", severity=Severity.NOTE, verdict=ContactVerdict.BY_HAND, basis=("normalised",),
    what_we_saw="{saw}", what_to_do="{do}", find=_find, of_answers=True)
