"""The page says of itself that it was withdrawn, archived or replaced."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._notices import Standing, notice, told
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        found = notice(a, "withdrawn", "replaced")
        if found and found.standing is Standing.SURE:
            yield CHECK.finding(a.service, a.link, basis={**a.basis, "text": found.sentence}, evidence=told(a, found))


CHECK = Check(
    name="link-withdrawn", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.SUBJECT,
    basis=("final_url", "text"),
    what_we_saw="The page says that it was withdrawn, replaced or is no longer kept up to date.",
    what_to_do="Find the page that holds today, or ask the provider for it.", find=_find)
