"""The site's server says that it cannot answer just now."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._days import down_for_days
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if a.visit.status is not None and 500 <= a.visit.status < 600 and not down_for_days(a):
            # 502 and 504 are said by whatever stands between (RFC 9110 section 15.6): a proxy of ours says them too.
            ours = a.visit.via_proxy and a.visit.status in {502, 504}
            whose = "The site's server, or our own network's proxy," if ours else "The site's server"
            yield CHECK.finding(a.service, a.link, whose=whose, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-server-ill", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.STATUS, basis=("status",),
    what_we_saw="{whose} had a fault when we asked.",
    what_to_do="Open the link yourself tomorrow; if the fault stays, tell the provider.", find=_find)
