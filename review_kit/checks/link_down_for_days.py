"""No page came on two different days, with a network that could be believed: this is no passing fault."""

from collections.abc import Iterator
from datetime import date

from review_kit.checks import Check
from review_kit.checks._asked import asked
from review_kit.checks._days import days_down, down_for_days
from review_kit.dates import prose_date
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in asked(facts):
        if down_for_days(a):
            days = [prose_date(date.fromisoformat(day)) for day in days_down(a)]
            yield CHECK.finding(a.service, a.link, number=str(len(days)), basis=a.basis,
                                evidence=f"{a.evidence} No page came on {', '.join(days)}.")


CHECK = Check(
    name="link-down-for-days", severity=Severity.BROKEN, verdict=Verdict.BROKEN, rung=Rung.TRANSPORT,
    basis=("failure", "status"),
    what_we_saw="No page came on any of {number} different days.",
    what_to_do="Ask the provider whether the site is still theirs, and take the link out until it is back.", find=_find)
