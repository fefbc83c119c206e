"""The ladder: from all findings about a link to the one verdict it is told.

Each check stands on a rung (`model.Rung`, lowest first): what the cell itself shows, then our own network, then the
connection, guards, sign-ins, the answer, redirects, and last what the page says. The finding on the lowest rung that
argues for a verdict decides; among equals the more severe. A link with none of these works, if it answered.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from review_kit.assurance import assured_now
from review_kit.checks._asked import counting
from review_kit.helplines import vouched_by
from review_kit.model import (
    Contact,
    ContactVerdict,
    ContactVerdictFor,
    Facts,
    Finding,
    Link,
    LinkVerdict,
    Service,
    Verdict,
    Visit,
)

CONTACT_ORDER = (ContactVerdict.BROKEN, ContactVerdict.NOT_CHECKED, ContactVerdict.CAUTION, ContactVerdict.BY_HAND)
"""The worst that is said of a contact is what it is told; with nothing said, whoever vouches for it makes it `ok`."""


def link_verdicts(facts: Facts, findings: Iterable[Finding]) -> tuple[LinkVerdict, ...]:
    """One verdict for every link of the register, in its order; none is left out."""
    about = _by_subject(findings)
    return tuple(_link_verdict(facts, service, link, about[service.key, link])
                 for service, link in facts.register.links)


def contact_verdicts(facts: Facts, findings: Iterable[Finding]) -> tuple[ContactVerdictFor, ...]:
    """One verdict for every contact of the register, in its order."""
    about = _by_subject(findings)
    return tuple(_contact_verdict(facts, service, contact, about[service.key, contact])
                 for service, contact in facts.register.contacts)


def _by_subject(findings: Iterable[Finding]) -> dict[tuple[str, Link | Contact], list[Finding]]:
    about: dict[tuple[str, Link | Contact], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.service is not None and finding.about is not None:
            about[finding.service.key, finding.about].append(finding)
    return about


def _link_verdict(facts: Facts, service: Service, link: Link, findings: Sequence[Finding]) -> LinkVerdict:
    visit = _visit(facts, link)
    deciding = [f for f in findings if isinstance(f.verdict, Verdict) and f.rung is not None]
    if not deciding:
        # No check speaks against it; but only a page that came whole can work.
        came = visit is not None and visit.failure is None and visit.status in range(200, 300)
        return LinkVerdict(service, link, Verdict.WORKING if came else Verdict.BY_HAND, _note(findings), visit)
    first = min(deciding, key=lambda f: (f.rung or 0, -f.severity, f.check))
    return LinkVerdict(service, link, Verdict(str(first.verdict)), _with_proposal(first, findings), visit)


def _with_proposal(first: Finding, findings: Sequence[Finding]) -> Finding:
    """The deciding finding; where it has no address to suggest and another finding of the link has, with that one."""
    proposed = next((f.suggestion for f in findings if f.suggestion), "")
    return first if first.suggestion or not proposed else replace(first, suggestion=proposed)


def _visit(facts: Facts, link: Link) -> Visit | None:
    visit = facts.visit(link.url) if link.url else None
    return counting(facts, link, visit) if visit else None


def _note(findings: Sequence[Finding]) -> Finding | None:
    """What there is to know of a link that works."""
    return max(findings, key=lambda f: (f.severity, f.check), default=None)


def _contact_verdict(facts: Facts, service: Service, contact: Contact,
                     findings: Sequence[Finding]) -> ContactVerdictFor:
    if service.retired:
        return ContactVerdictFor(service, contact, ContactVerdict.NOT_CHECKED, None, "This entry is retired.")
    for verdict in CONTACT_ORDER:
        for finding in findings:
            if finding.verdict is verdict:
                return ContactVerdictFor(service, contact, verdict, finding)
    vouched = _vouched_by(facts, service, contact)
    return ContactVerdictFor(service, contact, ContactVerdict.OK if vouched else ContactVerdict.BY_HAND, None, vouched)


def _vouched_by(facts: Facts, service: Service, contact: Contact) -> str:
    """Who or what vouches for a contact, in a sentence; '' where nobody does, for silence is nobody's word."""
    if assured_now(service, facts.register.settings, facts.today):
        return f"Assured on {service.value('Assured on')} by {service.value('Assured by')}."
    return vouched_by(facts, service, contact)
