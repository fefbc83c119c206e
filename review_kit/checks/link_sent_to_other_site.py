"""A page was asked for, and the front page of another site came: a new home, or no longer this service."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._addresses import site
from review_kit.checks._asked import answered
from review_kit.checks.link_moved import front_page_instead, works
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        front = front_page_instead(a.visit)
        if works(a.visit) and front and site(front) != site(a.link.url):
            yield CHECK.finding(a.service, a.link, host=site(front), basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-sent-to-other-site", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "title"),
    what_we_saw="The link is sent to the front page of another site, {host}.",
    what_to_do="Open it: is this the provider's new site, and does it still tell of this service?", find=_find)
