"""The order of harm: what could hurt a young person soonest stands first in every report."""

from collections.abc import Iterable, Mapping

from review_kit.harm import harm
from review_kit.model import Finding, Place, Register, Review, Service, Severity


def places(register: Register) -> Mapping[Place, tuple[int, int]]:
    """Where each service stands: the most harm first, then the register's order."""
    return {service.place: (-harm(service), number) for number, service in enumerate(register.services)}


def stands(service: Service | None, ranks: Mapping[Place, tuple[int, int]]) -> tuple[int, int]:
    """A service's rank among `places`; what is about no service stands after all services."""
    after_all = (0, len(ranks))
    return after_all if service is None else ranks.get(service.place, after_all)


def findings_by_harm(review: Review) -> list[Finding]:
    """Every finding: the worst severity first, then crisis and 24-hour services, then the register's order."""
    ranks = places(review.register)

    def rank(finding: Finding) -> tuple[object, ...]:
        return -finding.severity, stands(finding.service, ranks), finding.cell, finding.check, finding.what_we_saw

    return sorted(review.findings, key=rank)


def worst(findings: Iterable[Finding]) -> Severity:
    """The worst severity among findings; a note where there are none."""
    return max((finding.severity for finding in findings), default=Severity.NOTE)
