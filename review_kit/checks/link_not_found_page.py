"""The site shows a page that says “not found”, and says to programs that all is well."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._not_found import signs
from review_kit.checks._pages import pages
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        told = signs(a)
        if told.plain:
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {told.in_words}")


CHECK = Check(
    name="link-not-found-page", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.NOT_FOUND_PAGE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page says that it was not found.",
    what_to_do="Find where the page is now and put that address in, or ask the provider whether the service has ended.",
    find=_find)
