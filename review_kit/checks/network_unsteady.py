"""So many sites failed at once that our own network is the likelier cause: none of them is blamed."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._addresses import site
from review_kit.checks._asked import asked
from review_kit.checks._network import IN_TRANSPORT, failing_sites
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    failing = failing_sites(facts)
    for a in asked(facts):
        if site(a.link.url) in failing and a.visit.failure in IN_TRANSPORT:
            yield CHECK.finding(a.service, a.link, evidence=a.evidence, number=str(len(failing)))


CHECK = Check(
    name="network-unsteady", severity=Severity.CAUTION, verdict=Verdict.NOT_CHECKED, rung=Rung.NETWORK,
    what_we_saw="{number} sites gave no answer in one run, which points to our own network and not to them.",
    what_to_do="Run the review again on another day or from another network.", find=_find)
