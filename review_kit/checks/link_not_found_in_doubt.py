"""The site said “not found”, but its word is not enough: it says so to all, was asked once, or then said otherwise."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import Asked, answered, evidence_of_all
from review_kit.checks.link_not_found import GONE, confirmed, front_page, says_it_of_all
from review_kit.model import Facts, Finding, Purpose, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if a.visit.status in GONE and not confirmed(a):
            yield CHECK.finding(a.service, a.link, why=_why(a), basis=a.basis, evidence=evidence_of_all(
                a.visit, a.other(Purpose.BROWSER_LIKE), a.other(Purpose.FRONT_PAGE, front_page(a.link.url))))


def _why(a: Asked) -> str:
    if says_it_of_all(a):
        return "says so of its own front page too"
    return "answered otherwise the second time" if a.other(Purpose.BROWSER_LIKE) else "was asked only once"


CHECK = Check(
    name="link-not-found-in-doubt", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.STATUS,
    basis=("status", "final_url"),
    what_we_saw="The site told our checker that it has no such page, but it {why}.",
    what_to_do="Open the link yourself: does the page come up?", find=_find)
