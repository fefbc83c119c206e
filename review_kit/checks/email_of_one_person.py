"""A mailbox that is named for one person: when they leave, nobody reads it, and nothing says so."""

import re
from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.model import Contact, ContactKind, Facts, Finding, Service, Severity

_PARTS = re.compile(r"[a-z]+(?:'[a-z]+)?")
_TWO_NAMES = re.compile(r"[a-z][a-z'’-]*[._](?:[a-z][._])?[a-z'’-]{2,}\d*")
_CAPITALS = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+\d*")
OFTEN_PERSONAL = ("nhs.net",)
"""Domains whose mailboxes are mostly named for people, whatever they look like."""


def _find(facts: Facts) -> Iterator[Finding]:
    shared = {row["name"] for row in facts.rows("shared_mailboxes")}
    for service, contact in facts.register.contacts:
        if contact.kind is ContactKind.EMAIL and contact.normalised and (why := _personal(service, contact, shared)):
            yield CHECK.finding(service, contact, basis={"normalised": contact.normalised},
                                evidence=f"The cell says “{contact.as_written}”: {why}.")


def _personal(service: Service, contact: Contact, shared: set[str]) -> str:
    """Why a mailbox seems to be one person's; '' where nothing says so."""
    local, _, domain = contact.normalised.partition("@")
    written = contact.as_written.strip().rpartition("@")[0].rpartition(":")[2]
    people = (word.casefold() for other in service.contacts if other.kind is ContactKind.PERSON
              for word in other.normalised.split() or other.as_written.split())
    named = next((word for word in people if len(word) > 2 and word in local), "")
    if named:
        return f"the entry names a person, “{named.capitalize()}”, whose mailbox it seems to be"
    if _is_shared(local, domain, shared) or _names_the_service(local, service):
        return ""
    if _TWO_NAMES.fullmatch(local) or _CAPITALS.fullmatch(written):
        return "it is built like a first and a last name"
    return f"mailboxes at {domain} are mostly one person's" if domain in OFTEN_PERSONAL else ""


def plainly_shared(facts: Facts, address: str) -> bool:
    """Whether a mailbox is surely a team's: by a word or its organisation's name, and not built like two names."""
    local, _, domain = address.partition("@")
    shared = {row["name"] for row in facts.rows("shared_mailboxes")}
    return _is_shared(local, domain, shared) and not _TWO_NAMES.fullmatch(local)


def _names_the_service(local: str, service: Service) -> bool:
    """Whether it is made of words of the entry: key.workers@ for “Key workers for young people”."""
    text = f"{service.name} {service.section} {service.provider}".casefold()
    said = set(_PARTS.findall(re.sub(r"\S+@\S+", " ", text)))
    return all(part in said or f"{part}s" in said for part in _PARTS.findall(local) if len(part) > 1)


def _is_shared(local: str, domain: str, shared: set[str]) -> bool:
    """Whether a word of it is one that teams' mailboxes have, or its own organisation's name."""
    words = _PARTS.findall(local)
    organisation = domain.partition(".")[0]
    return any(word in shared or word.rstrip("s") in shared for word in (*words, local)) or any(
        len(word) > 3 and word in organisation for word in words)


CHECK = Check(
    name="email-of-one-person", severity=Severity.CAUTION, basis=("normalised",),
    what_we_saw="This mailbox seems to be one person's, so it is lost when they leave.",
    what_to_do="Ask the provider for a shared mailbox, and put that in.", find=_find)
