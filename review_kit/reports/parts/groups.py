"""The findings, service by service, in the order of harm; each finding has a number that other parts point to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from review_kit.model import Finding, Review, Service, Severity, Verdict
from review_kit.reports.order import place, places, stands, worst


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


def only_unchecked(finding: Finding) -> bool:
    """Whether a finding says no more than that a link could not be checked.

    With no network every link has one; the table of links holds them, and a list of them would bury the rest.
    """
    return finding.verdict is Verdict.NOT_CHECKED and finding.severity < Severity.BROKEN


def _by_service(review: Review) -> Iterator[list[Finding]]:
    def rank(finding: Finding) -> tuple[str, str]:
        service = finding.service
        return (str(place(service)), "1") if service else ("", "0")

    told = (finding for finding in review.findings if not only_unchecked(finding))
    for _, findings in groupby(sorted(told, key=rank), key=rank):
        yield sorted(findings, key=lambda f: (-f.severity, f.cell, f.check, f.what_we_saw))


def groups(review: Review) -> tuple[Group, ...]:
    """Every finding that tells something, once: the worst group first, then crisis services, then register order."""
    ranks = places(review.register)
    grouped = sorted(_by_service(review), key=lambda found: (-worst(found), stands(found[0].service, ranks)))
    made, number = [], 0
    for found in grouped:
        items = tuple(Numbered(number + i, finding) for i, finding in enumerate(found, start=1))
        service = found[0].service
        made.append(Group(service, items, crisis=stands(service, ranks)[0] < 0))
        number += len(items)
    return tuple(made)
