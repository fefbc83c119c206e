"""The findings, service by service, in the order of harm; each finding has a number that other parts point to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from review_kit.model import Finding, Review, Service, Severity, Verdict
from review_kit.reports.order import places, stands, worst

MANY = 5
"""From so many services on, a note that is the same for all of them is said once."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number in this report."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Group:
    """What was found for one service; `service` is None for what concerns the register as a whole."""

    service: Service | None
    found: tuple[Numbered, ...]
    crisis: bool = False

    @property
    def worst(self) -> Severity:
        """The severity that gives the group its place."""
        return worst(item.finding for item in self.found)


@dataclass(frozen=True, slots=True)
class Shared:
    """A note that is the same for many services: said once, with the services it is true of."""

    what_we_saw: str
    what_to_do: str
    findings: tuple[Finding, ...]


def only_unchecked(finding: Finding) -> bool:
    """Whether a finding says no more than that a link could not be checked.

    With no network every link has one; the table of links holds them, and a list of them would bury the rest.
    """
    return finding.verdict is Verdict.NOT_CHECKED and finding.severity < Severity.BROKEN


def shared(review: Review) -> tuple[Shared, ...]:
    """Notes about whole entries that are the same for at least `MANY` services.

    Printed with each service they would bury what is that service's own.
    """
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in review.findings:
        if finding.severity is Severity.NOTE and finding.about is None and finding.service is not None:
            alike.setdefault((finding.what_we_saw, finding.what_to_do), []).append(finding)
    return tuple(Shared(*words, tuple(findings)) for words, findings in sorted(alike.items()) if len(findings) >= MANY)


def _told(review: Review) -> Iterator[Finding]:
    """What a report tells service by service: all that is not said elsewhere, once."""
    said_once = {id(finding) for item in shared(review) for finding in item.findings}
    return (f for f in review.findings if not only_unchecked(f) and id(f) not in said_once)


def _by_service(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    def rank(finding: Finding) -> tuple[str, str]:
        service = finding.service
        return (str(service.place), "1") if service else ("", "0")

    for _, alike in groupby(sorted(findings, key=rank), key=rank):
        yield sorted(alike, key=lambda f: (-f.severity, f.cell, f.check, f.what_we_saw))


def groups(review: Review, findings: Iterable[Finding] | None = None) -> tuple[Group, ...]:
    """Findings in groups: the worst group first, then crisis services, then register order.

    Args:
        review: as judged.
        findings: those to be grouped; by default all that tell something, once.
    """
    ranks = places(review.register)
    grouped = sorted(_by_service(_told(review) if findings is None else findings),
                     key=lambda found: (-worst(found), stands(found[0].service, ranks)))
    made, number = [], 0
    for found in grouped:
        items = tuple(Numbered(number + i, finding) for i, finding in enumerate(found, start=1))
        service = found[0].service
        made.append(Group(service, items, crisis=stands(service, ranks)[0] < 0))
        number += len(items)
    return tuple(made)
