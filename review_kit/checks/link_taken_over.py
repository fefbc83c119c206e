"""The address sells gambling, adult pages, pills or the like: somebody else has the name now."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._pages import pages
from review_kit.checks._takeover import is_sure, lure
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        seen = lure(a)
        if is_sure(a, seen):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {seen.in_words}")


CHECK = Check(
    name="link-taken-over", severity=Severity.DANGER, verdict=Verdict.CHANGED, rung=Rung.PARKED,
    basis=("status", "final_url", "title"),
    what_we_saw="The page sells something that no young person should be sent to, and shows nothing of the service.",
    what_to_do="Take the link out now, and ask the provider for its new address by another way.", find=_find)
