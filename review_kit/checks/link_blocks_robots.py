"""The site, or a guard before it, turned our checker away; people may well get in."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import Asked, answered, askable, evidence_of_all
from review_kit.checks._signatures import Cue, cues
from review_kit.checks.link_told_to_wait import told_to_wait
from review_kit.model import Facts, Finding, Look, Purpose, Rung, Severity, Verdict, Visit

REFUSALS = frozenset({403, 405, 406, 418, 429, 430, 444, 451, 498, 999})
"""Statuses by which sites turn programs away. 999 is LinkedIn's."""
BEHIND_THE_GUARD = frozenset(range(520, 531))
"""Cloudflare's own statuses for “the site behind me gave no answer”: a server that is ill, and no guard that acted."""


def guard_of(visit: Visit, facts: Facts) -> Cue | None:
    """The mark of a guard that acted, or None. A guard's mere presence means nothing."""
    if visit.status in BEHIND_THE_GUARD:
        return None
    return next(cues(facts.known.get("guards", ()), visit, "guard"), None)


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        guard = _guard(a)
        if (guard or a.visit.status in REFUSALS) and not told_to_wait(a.visit):
            said = (f" The answer carries the mark of {guard.product}'s check for robots: {guard.in_words}."
                    if guard else "")
            yield CHECK.finding(a.service, a.link, basis=a.basis,
                                evidence=evidence_of_all(a.visit, a.other(Purpose.BROWSER_LIKE)) + said)


def _guard(a: Asked) -> Cue | None:
    """The guard that acted, be it at the second look alone: then its “not found” is not the site's."""
    second = a.other(Purpose.BROWSER_LIKE)
    refused = second is not None and (a.visit.status or 0) >= 400 and (second.status or 0) >= 400
    return guard_of(a.visit, a.facts) or (guard_of(second, a.facts) if second and refused else None)


def _looks(facts: Facts) -> Iterator[Look]:
    for _, link in facts.register.links:
        visit = facts.visit(link.url) if askable(link) else None
        if visit is not None and visit.status in {403, 405, 406} and not _challenged(visit, facts):
            yield Look(link.url, Purpose.BROWSER_LIKE, "our checker was turned away; asked once as a browser asks")


def _challenged(visit: Visit, facts: Facts) -> bool:
    """Whether a guard put us to the test: it is not asked again, for slipping past it would prove it right."""
    guard = guard_of(visit, facts)
    return guard is not None and guard.row["does"] == "challenge"


CHECK = Check(
    name="link-blocks-robots", severity=Severity.NOTE, verdict=Verdict.BY_HAND, rung=Rung.CHALLENGE,
    basis=("status", "final_url"),
    what_we_saw="The site turned our checker away, as many sites do with programs.",
    what_to_do="Open the link yourself: is it the right page?", find=_find, looks=_looks)
