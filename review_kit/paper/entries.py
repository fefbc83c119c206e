"""The offer as a young person reads it: services in plain words, each with the ways to reach it that can be used."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from review_kit.model import (
    Action,
    Contact,
    ContactKind,
    ContactVerdict,
    Link,
    Review,
    Service,
    Severity,
    State,
    Verdict,
)
from review_kit.reports.addresses import Dangers
from review_kit.reports.parts.calls import readable
from review_kit.reports.words import service_title, shortened
from review_kit.rows.text import squeezed

Ways = Sequence[Link | Contact]
Withheld = frozenset[tuple[str, Link | Contact]]
"""Links and contacts that nobody is sent to, each with its service's key."""

FACTS: Mapping[str, tuple[str, ...]] = {
    "When": ("Hours", "Frequency"),
    "Where": ("Where",),
    "Cost": ("Cost",),
    "Who it is for": ("Who it is for",),
    "How to get it": ("How to get it",),
}
"""What stands under each service, by the columns that say it; the first that is filled counts."""
BAD_LINKS = frozenset({Verdict.BROKEN, Verdict.CHANGED})
VOUCHED = frozenset({Action.FINE, Action.CONFIRMED, Action.NO_PROBLEM})
"""Decisions of somebody who has looked: what they are about is printed all the same."""
BEING_CHECKED = "(being checked)"
LONGEST_HEADING = 140
_LABEL = re.compile(r"(?:(?:^|(?<=[\s(]))(?:call|ring|text|tel|telephone|phone|e-?mail|web ?site|web|visit|see|or|on)"
                    r"[\s:.–-]*)+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One service, with the numbers and addresses that a person can use; `checking` says that some are withheld."""

    title: str
    words: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    links: tuple[str, ...]
    checking: bool

    @property
    def unreached(self) -> bool:
        """Whether it says in no way how to get it."""
        ways = (*self.phones, *self.emails, *self.links)
        return not ways and "How to get it" not in dict(self.facts)


def entries(review: Review, held: Withheld) -> Mapping[str, tuple[Entry, ...]]:
    """The services of each section, in the register's order, as far as young people can use them."""
    sections: dict[str, list[Entry]] = {}
    for service in filter(is_offered, review.register.services):
        sections.setdefault(service.section, []).append(_entry(service, _bad(service, held)))
    return {section: tuple(found) for section, found in sections.items()}


def is_offered(service: Service) -> bool:
    """Whether young people can use it: neither retired, nor decided on and still to come, nor for workers alone."""
    return not (service.retired or service.added or for_workers(service))


def for_workers(service: Service) -> bool:
    """Whether the register says that an entry is for workers."""
    return service.value("Audience").casefold().startswith("worker")


def heading(service: Service, held: Withheld = frozenset()) -> str:
    """What a service is called, on one line and without its numbers and links."""
    return _heading(service, _bad(service, held))


def withheld(review: Review, dangers: Dangers) -> Withheld:
    """The links and contacts that do harm, and those that do not work and that nobody vouched for."""
    return frozenset((*_links(review, dangers), *_contacts(review, dangers)))


def _links(review: Review, dangers: Dangers) -> Iterator[tuple[str, Link]]:
    vouched = _vouched(review)
    for told in review.links:
        key, link = told.service.key, told.link
        if dangers.concern(link.url) or (told.verdict in BAD_LINKS and (key, link) not in vouched):
            yield key, link


def _contacts(review: Review, dangers: Dangers) -> Iterator[tuple[str, Contact]]:
    vouched = _vouched(review)
    harmful = {(finding.service.key, finding.about) for finding in review.findings
               if finding.service is not None and finding.severity is Severity.DANGER}
    for told in review.contacts:
        way = told.service.key, told.contact
        harms = way in harmful or dangers.concern(told.contact.normalised)
        if harms or (told.verdict is ContactVerdict.BROKEN and way not in vouched):
            yield way


def _vouched(review: Review) -> frozenset[tuple[str, Link | Contact | None]]:
    return frozenset((o.key[0], o.finding.about) for o in review.outcomes
                     if o.state is State.DECIDED and o.decision and o.decision.action in VOUCHED)


def _bad(service: Service, held: Withheld) -> Ways:
    return [way for way in service.links_and_contacts if (service.key, way) in held]


def _entry(service: Service, bad: Ways) -> Entry:
    good = [way for way in service.links_and_contacts if way not in bad]
    title, *more = _lines(service, "Area of support", bad) or [""]
    whole = (title,) if _heading(service, bad).endswith("…") else ()
    plain = _said(service, "In plain words", bad)
    return Entry(
        _heading(service, bad), (plain,) if plain else (*whole, *more), tuple(_facts(service, bad)),
        tuple(_of(good, ContactKind.PHONE)), tuple(_of(good, ContactKind.EMAIL)),
        tuple(dict.fromkeys(way.url for way in good if isinstance(way, Link) and way.url)), bool(bad))


def _heading(service: Service, bad: Ways) -> str:
    title = next(iter(_lines(service, "Area of support", bad)), "") or service_title(service)
    return shortened(title.rstrip(" .–—-"), LONGEST_HEADING)


def _of(ways: Ways, kind: ContactKind) -> Iterator[str]:
    found = (way for way in ways if isinstance(way, Contact) and way.kind is kind and way.normalised)
    yield from dict.fromkeys(map(readable, found))


def _facts(service: Service, bad: Ways) -> Iterator[tuple[str, str]]:
    if provider := _lines(service, "Provider", bad):
        yield "Who runs it", "; ".join(provider)
    for label, columns in FACTS.items():
        column = next((each for each in columns if service.value(each)), "")
        if column:
            yield "How often" if column == "Frequency" else label, _said(service, column, bad)


def _said(service: Service, column: str, bad: Ways) -> str:
    """The words of a column on one line, with nothing in them that is withheld."""
    return squeezed(_hidden(service.value(column), bad))


def _lines(service: Service, column: str, bad: Ways) -> list[str]:
    """The lines of a column, each without the way to reach the service that it ends with: that stands by itself."""
    ways = sorted({way.as_written for way in service.links_and_contacts} - {""}, key=len, reverse=True)
    lines = (_hidden(_cut(squeezed(line), ways), bad) for line in service.value(column).splitlines())
    return [line for line in lines if line]


def _cut(line: str, ways: list[str]) -> str:
    for way in ways:
        for end in (line, line.rstrip(" .,;)")):
            if end.endswith(way):
                line = _LABEL.sub("", end.removesuffix(way).rstrip(" \t,;:–—-(")).rstrip(" ,;:–—-(")
                break
    return line


def _hidden(text: str, bad: Ways) -> str:
    for way in sorted({way.as_written for way in bad} - {""}, key=len, reverse=True):
        text = text.replace(way, BEING_CHECKED)
    return text
