"""The council's own proxy refused to pass our question on: nothing is known of the site."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import asked
from review_kit.model import Facts, Failure, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in asked(facts):
        if a.visit.failure is Failure.PROXY or a.visit.status == 407:
            yield CHECK.finding(a.service, a.link, evidence=a.evidence)


CHECK = Check(
    name="own-proxy-refused", severity=Severity.CAUTION, verdict=Verdict.NOT_CHECKED, rung=Rung.OWN_FILTER,
    what_we_saw="Our own network's proxy did not let us ask this site.",
    what_to_do="Open the link yourself, or ask your IT team to let the checker through; `review-kit doctor` says how.",
    find=_find)
