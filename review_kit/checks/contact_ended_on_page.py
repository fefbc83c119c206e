"""A number or address of which the service's own page says that it has ended."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.dates import prose_day
from review_kit.ended_contacts import said_to_have_ended
from review_kit.harm import harm
from review_kit.model import Contact, ContactVerdict, Facts, Finding, Service, Severity


def ended_on(facts: Facts, service: Service, contact: Contact) -> tuple[str, str] | None:
    """The page's words by which a contact has ended, and where they stand; None where no page says so."""
    for visit in facts.own_pages.get(service.place, ()):
        if quote := said_to_have_ended(facts, visit.page, contact.kind, contact.normalised):
            return quote, f"{visit.final_url}, seen on {prose_day(visit.at)}"
    return None


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact in facts.register.contacts:
        if ended := ended_on(facts, service, contact):
            quote, where = ended
            yield CHECK.finding(
                service, contact, quote=quote.rstrip("."), basis={"normalised": contact.normalised, "quote": quote},
                severity=Severity.DANGER if harm(service) else None,
                evidence=f"The cell says “{contact.as_written}”. The words stand on {where}.")


CHECK = Check(
    name="contact-ended-on-page", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN,
    basis=("normalised", "quote"), find=_find, of_answers=True,
    what_we_saw="The service's own page says of it: “{quote}”.",
    what_to_do="Put in what the page gives instead, or ask the provider.")
