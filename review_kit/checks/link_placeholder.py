"""Nobody has put a page there: a server's or builder's default page, a notice of suspension, a file list."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._pages import pages
from review_kit.checks._placeholders import placeholder
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        seen = placeholder(a)
        if seen is not None and seen.plain:
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {seen.in_words}")


CHECK = Check(
    name="link-placeholder", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.PARKED,
    basis=("status", "final_url", "title"),
    what_we_saw="A placeholder stands where the service's page should be.",
    what_to_do="Ask the provider for the right address, or whether the service has ended.", find=_find)
