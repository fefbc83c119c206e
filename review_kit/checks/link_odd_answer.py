"""An answer that neither shows a page nor says what is wrong with it."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks.link_blocks_robots import REFUSALS
from review_kit.model import Facts, Finding, Rung, Severity, Verdict

KNOWN = frozenset({200, 203, 206, 401, 404, 407, 410}) | REFUSALS


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        status = a.visit.status or 0
        if status not in KNOWN and not 500 <= status < 600:
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-odd-answer", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.STATUS,
    basis=("status", "final_url"),
    what_we_saw="The site answered our checker without showing a page.",
    what_to_do="Open the link yourself: does the page come up?", find=_find)
