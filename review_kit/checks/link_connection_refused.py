"""A machine is there and refuses the connection: the site is switched off, or something on the way refuses us."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._days import down_for_days
from review_kit.checks._network import blamed
from review_kit.model import Facts, Failure, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in blamed(facts, Failure.REFUSED):
        if not down_for_days(a):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-connection-refused", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.TRANSPORT,
    basis=("failure",),
    what_we_saw="The site refused the connection.",
    what_to_do="Open the link yourself, and ask the provider if the page does not come up.", find=_find)
