"""The page tells of an end, and it cannot be told whether it is this service's, or whether it has come."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._notices import Standing, notice, told
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        found = notice(a, "closed", "perhaps", "passed-on", "in-words")
        if found and found.standing is Standing.DOUBT:
            yield CHECK.finding(a.service, a.link, basis={**a.basis, "text": found.sentence}, evidence=told(a, found))


CHECK = Check(
    name="link-closure-in-doubt", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "text"),
    what_we_saw="The page tells of something that has closed or changed hands.",
    what_to_do="Read the sentence: is it this service that has ended?", find=_find)
