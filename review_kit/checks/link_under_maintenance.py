"""The page says that it is not ready, or that the site is being worked on; it may be back tomorrow."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._pages import pages
from review_kit.checks._placeholders import placeholder
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        seen = placeholder(a)
        if seen is not None and not seen.plain:
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {seen.in_words}")


CHECK = Check(
    name="link-under-maintenance", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page says that it is not ready, or that the site is being worked on.",
    what_to_do="Look again in a few days: if it still says so, ask the provider where to send young people.",
    find=_find)
