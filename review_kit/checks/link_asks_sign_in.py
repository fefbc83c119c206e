"""The page asks for a name and a password before it shows anything."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if a.visit.status == 401:
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-asks-sign-in", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.SIGN_IN,
    basis=("status", "final_url"),
    what_we_saw="The page asks for a sign-in, so young people may not get in.",
    what_to_do="Open the link in a private window: can you read the page without signing in?", find=_find)
