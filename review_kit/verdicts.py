"""All checks on all facts, and the ladder: from all findings about a link to the one verdict it is told.

Each check stands on a rung (`model.Rung`, lowest first): what the cell itself shows, then our own network, then the
connection, guards, sign-ins, the answer, redirects, and last what the page says. The finding on the lowest rung that
argues for a verdict decides; among equals the more severe. A link with none of these works, if it answered.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from review_kit.checks import all_checks, findings
from review_kit.checks._asked import counting
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
from review_kit.own_pages import own_pages
from review_kit.vouched import vouched_by

CONTACT_ORDER = (ContactVerdict.BROKEN, ContactVerdict.NOT_CHECKED, ContactVerdict.CAUTION, ContactVerdict.BY_HAND)
"""The worst that is said of a contact is what it is told; with nothing said, whoever vouches for it makes it `ok`."""


def judge(facts: Facts) -> tuple[Finding, ...]:
    """Every finding of every check, with what the reading of the register found.

    Two passes: what contacts are told rests on pages whose links work, and on what people answered.
    """
    return hear_again(facts, (*facts.register.problems, *findings(facts, of_answers=False)))


def hear_again(facts: Facts, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with those that rest on answers judged anew; all others stay as they are, in their order."""
    anew = {check.name for check in all_checks() if check.of_answers}
    kept = tuple(finding for finding in found if finding.check not in anew)
    return (*kept, *findings(_with_pages(facts, kept), of_answers=True))


def _with_pages(facts: Facts, found: Iterable[Finding]) -> Facts:
    return replace(facts, own_pages=own_pages(facts, link_verdicts(facts, found)))


def link_verdicts(facts: Facts, findings: Iterable[Finding]) -> tuple[LinkVerdict, ...]:
    """One verdict for every link of the register, in its order; none is left out."""
    about = _by_subject(findings)
    return tuple(_link_verdict(facts, service, link, about[service.key, link])
                 for service, link in facts.register.links)


def contact_verdicts(facts: Facts, findings: Iterable[Finding]) -> tuple[ContactVerdictFor, ...]:
    """One verdict for every contact of the register, in its order."""
    findings = tuple(findings)
    about, facts = _by_subject(findings), _with_pages(facts, findings)
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
    vouched = vouched_by(facts, service, contact)
    return ContactVerdictFor(service, contact, ContactVerdict.OK if vouched else ContactVerdict.BY_HAND, None, vouched)
