"""So many sites failed at once that our own network is the likelier cause: none of them is blamed."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._network import failing_sites, held
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    number = str(len(failing_sites(facts)))
    for a in held(facts):
        yield CHECK.finding(a.service, a.link, evidence=a.evidence, number=number)


CHECK = Check(
    name="network-unsteady", severity=Severity.CAUTION, verdict=Verdict.NOT_CHECKED, rung=Rung.NETWORK,
    what_we_saw="{number} of the sites gave no answer, which points to our own network and not to them.",
    what_to_do="Run the review again on another day or from another network.", find=_find)
