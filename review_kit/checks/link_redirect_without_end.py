"""Redirects that never arrive, or that lead out of the web."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import failed
from review_kit.model import Facts, Failure, Finding, Rung, Severity, Verdict

SAW = {
    Failure.REDIRECT_LOOP: "sends visitors round in a circle",
    Failure.TOO_MANY_REDIRECTS: "sends visitors on and on without arriving",
    Failure.NOT_ASKED: "sends visitors to something that is not a web page",
}
ALONE = "leads to something that is not a web page"


def _find(facts: Facts) -> Iterator[Finding]:
    for a in failed(facts, *SAW):
        if a.visit.failure is not None:
            saw = SAW[a.visit.failure] if a.visit.hops else ALONE
            yield CHECK.finding(a.service, a.link, saw=saw, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-redirect-without-end", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.TRANSPORT,
    basis=("failure", "final_url"),
    what_we_saw="This link {saw}.",
    what_to_do="Open the link yourself: where do you arrive?", find=_find)
