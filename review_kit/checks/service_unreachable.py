"""An entry with no way to reach the service: no link, no phone, no e-mail, no place, no word on how to get it."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import askable
from review_kit.model import ContactKind, Facts, Finding, Service, Severity

WAYS_IN_WORDS = ("How to get it", "Where")


def reachable(service: Service) -> bool:
    """Whether the entry holds anything that a young person could use to reach the service."""
    links = any(askable(link) for link in service.links)
    contacts = any(c.kind is not ContactKind.PERSON and not c.problem for c in service.contacts)
    return links or contacts or any(service.value(column) for column in WAYS_IN_WORDS)


def for_workers_only(service: Service) -> bool:
    """Whether the entry says of itself that it is for workers: they know their own ways."""
    audience = service.value("Audience").casefold()
    return "worker" in audience and not any(word in audience for word in ("young", "both", "everyone", "all"))


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        if not (service.retired or for_workers_only(service) or reachable(service)):
            yield CHECK.finding(service, basis={"provider": service.provider},
                                evidence=f"Provider as published: “{service.provider}”.")


CHECK = Check(
    name="service-unreachable", severity=Severity.CAUTION, basis=("provider",), answer_in="How to get it",
    what_we_saw="This entry gives no link, phone number, e-mail address or place to reach the service by.",
    what_to_do="Ask the provider how young people reach it, and put that in “How to get it”.", find=_find)
