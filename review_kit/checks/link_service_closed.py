"""The page itself says that the service has ended."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._notices import Standing, notice, told
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        found = notice(a, "closed", "perhaps")
        if found and found.standing is Standing.SURE:
            yield CHECK.finding(a.service, a.link, basis={**a.basis, "text": found.sentence}, evidence=told(a, found))


CHECK = Check(
    name="link-service-closed", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.SUBJECT,
    basis=("final_url", "text"),
    what_we_saw="The page says that the service has closed.",
    what_to_do="Ask the provider, then take the entry out or name what has come in its place.", find=_find)
