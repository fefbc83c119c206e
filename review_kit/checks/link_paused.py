"""The page says that the service is closed or takes nobody on for now."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._notices import Standing, notice, told
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        found = notice(a, "paused")
        if found and found.standing is Standing.SURE:
            yield CHECK.finding(a.service, a.link, basis={**a.basis, "text": found.sentence}, evidence=told(a, found))


CHECK = Check(
    name="link-paused", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "text"),
    what_we_saw="The page says that the service is paused or takes no new people for now.",
    what_to_do="Ask the provider until when, and say so in the entry or leave it out for that time.", find=_find)
