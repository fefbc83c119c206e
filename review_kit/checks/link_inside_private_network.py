"""The link, or a redirect on its way, leads to a private address: we do not ask those, and the public cannot."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import failed
from review_kit.model import Facts, Failure, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in failed(facts, Failure.NOT_PUBLIC):
        saw = "sends visitors to" if a.visit.hops else "leads to"
        yield CHECK.finding(a.service, a.link, saw=saw, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-inside-private-network", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.TRANSPORT,
    basis=("failure", "final_url"),
    what_we_saw="This link {saw} an address inside a private network, which our checker does not open.",
    what_to_do=("Open the link on a phone that is not on the council's network; if it is the council's own site, "
                "name its host in the sheet Settings."), find=_find)
