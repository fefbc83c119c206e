"""A number or address that the service's own pages do not give, while they give another."""

from collections.abc import Iterator

from review_kit import heard
from review_kit.checks import Check
from review_kit.checks._asked import askable
from review_kit.checks._elsewhere import instead
from review_kit.checks.contact_ended_on_page import ended_on
from review_kit.model import Contact, ContactKind, ContactVerdict, Facts, Finding, Look, Purpose, Service, Severity
from review_kit.own_pages import came_whole, contact_links, gives
from review_kit.rows.phone_faults import national
from review_kit.vouched import vouched_by

BECAUSE = "the entry holds a number or address that is not on the page it links to"
WHAT = {ContactKind.PHONE: "number", ContactKind.EMAIL: "address"}


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact in facts.register.contacts:
        if contact.problem or vouched_by(facts, service, contact) or _told(facts, service, contact):
            continue
        found = instead(facts, service, contact)
        if found is not None:
            given = [_printed(key) for key in found.given]
            yield CHECK.finding(
                service, contact, what=WHAT[contact.kind], given=_listed(given),
                suggestion=given[0] if len(given) == 1 else "",
                basis={"normalised": contact.normalised, "given": " ".join(found.given)},
                evidence=f"The cell says “{contact.as_written}”. We read {found.where}: {', '.join(given)}.")


def _told(facts: Facts, service: Service, contact: Contact) -> bool:
    return heard.said_last(facts, service, contact) is not None or bool(ended_on(facts, service, contact))


def _printed(key: str) -> str:
    """A number as people at home write it."""
    return national(key) or key


def _listed(given: list[str]) -> str:
    return given[0] if len(given) == 1 else f"{', '.join(given[:-1])} and {given[-1]}"


def _looks(facts: Facts) -> Iterator[Look]:
    """Up to two pages about contact of each site that an entry links to, where its page lacks what the entry holds."""
    for service, contact in facts.register.contacts:
        if service.retired or contact.problem or contact.kind is ContactKind.PERSON or vouched_by(
                facts, service, contact):
            continue
        pages = [visit for visit in map(facts.believed, (link.url for link in service.links if askable(link)))
                 if came_whole(visit)]
        if not any(gives(facts, service, visit, contact) for visit in pages):
            for visit in pages:
                for url in contact_links(facts, visit):
                    yield Look(url, Purpose.CONTACT_PAGE, BECAUSE)


CHECK = Check(
    name="contact-not-on-page", severity=Severity.CAUTION, verdict=ContactVerdict.CAUTION,
    basis=("normalised", "given"), find=_find, looks=_looks, of_answers=True,
    what_we_saw="The service's own page does not give this {what}; it gives {given}.",
    what_to_do="Try both, and keep the one at which this service answers.")
