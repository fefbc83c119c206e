"""A page was asked for, and the site's front page came: the page itself is gone."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._addresses import site
from review_kit.checks._asked import answered
from review_kit.checks.link_moved import front_page_instead, works
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        front = front_page_instead(a.visit)
        if works(a.visit) and front and site(front) == site(a.link.url):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-sent-to-front-page", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.REDIRECT,
    basis=("final_url", "title"),
    what_we_saw="The link is sent to the site's front page, so the page itself is no longer there.",
    what_to_do="Find where the service's page is now, or ask the provider whether the service has ended.", find=_find)
