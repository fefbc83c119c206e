"""The site asked us to come back later than this run can wait."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.model import Facts, Finding, Rung, Severity, Verdict, Visit


def told_to_wait(visit: Visit) -> bool:
    """Whether the last answer was “later”, with a time: only then is it no refusal (RFC 9110 section 10.2.3)."""
    return visit.retry_after is not None and visit.status in {429, 503}


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if told_to_wait(a.visit):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=(
                f"{a.evidence} The last answer asked for a wait of {a.visit.retry_after:.0f} seconds."))


CHECK = Check(
    name="link-told-to-wait", severity=Severity.NOTE, verdict=Verdict.NOT_CHECKED, rung=Rung.CHALLENGE,
    basis=("status",),
    what_we_saw="The site asked our checker to come back later.",
    what_to_do="Run the review again later with --recheck, or open the link yourself.", find=_find)
