"""The page itself says that another body runs the service now."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._notices import Standing, notice, told
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        found = notice(a, "passed-on")
        if found and found.standing is Standing.SURE:
            yield CHECK.finding(a.service, a.link, basis={**a.basis, "text": found.sentence}, evidence=told(a, found))


CHECK = Check(
    name="link-passed-on", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.SUBJECT,
    basis=("final_url", "text"),
    what_we_saw="The page says that another provider runs the service now.",
    what_to_do="Find the new provider's page, and put its name and contacts in.", find=_find)
