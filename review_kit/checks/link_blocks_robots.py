"""The site turned our checker away; people may well get in."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered, askable, evidence_of_all
from review_kit.checks.link_told_to_wait import told_to_wait
from review_kit.model import Facts, Finding, Look, Purpose, Rung, Severity, Verdict, Visit

REFUSALS = frozenset({403, 405, 406, 418, 429, 430, 444, 451, 498, 999})
"""Statuses by which sites turn programs away. 999 is LinkedIn's."""


def guard_of(visit: Visit, facts: Facts) -> str:
    """The guard that says by its header that it acted, or ''. A guard's mere presence means nothing."""
    for row in facts.known.get("guards", ()):
        if visit.headers.get(row["header"], "").casefold().startswith(row["begins_with"]):
            return row["guard"]
    return ""


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        guard = guard_of(a.visit, facts)
        if (guard or a.visit.status in REFUSALS) and not told_to_wait(a.visit):
            said = f" The answer carries the mark of {guard}'s check for robots." if guard else ""
            yield CHECK.finding(a.service, a.link, basis=a.basis,
                                evidence=evidence_of_all(a.visit, a.other(Purpose.BROWSER_LIKE)) + said)


def _looks(facts: Facts) -> Iterator[Look]:
    for _, link in facts.register.links:
        visit = facts.visit(link.url) if askable(link) else None
        # A guard that challenged us is not asked again: trying to slip past it would prove it right.
        if visit is not None and visit.status in {403, 405, 406} and not guard_of(visit, facts):
            yield Look(link.url, Purpose.BROWSER_LIKE, "our checker was turned away; asked once as a browser asks")


CHECK = Check(
    name="link-blocks-robots", severity=Severity.NOTE, verdict=Verdict.BY_HAND, rung=Rung.CHALLENGE,
    basis=("status", "final_url"),
    what_we_saw="The site turned our checker away, as many sites do with programs.",
    what_to_do="Open the link yourself: is it the right page?", find=_find, looks=_looks)
