"""The page has a new address for good: every redirect up to it says “moved permanently”."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._addresses import is_front_page, same_address
from review_kit.checks._asked import answered
from review_kit.model import Facts, Finding, Rung, Severity, Verdict, Visit


def end_of_permanent_run(visit: Visit) -> str:
    """The address to write: where the unbroken run of permanent redirects from the start ends."""
    for hop in visit.hops:
        if not (hop.permanent and hop.location):
            return hop.url
    return visit.final_url


def sent_to_front_page(visit: Visit) -> bool:
    """Whether a page was asked for and a front page came: no sign that the service is there."""
    return is_front_page(visit.final_url) and not is_front_page(visit.url)


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        new = end_of_permanent_run(a.visit)
        works = a.visit.status is not None and 200 <= a.visit.status < 300
        if works and not same_address(new, a.link.url) and not sent_to_front_page(a.visit):
            yield CHECK.finding(a.service, a.link, suggestion=new, basis=a.basis, evidence=a.evidence)


CHECK = Check(
    name="link-moved", severity=Severity.CAUTION, verdict=Verdict.MOVED, rung=Rung.MOVED, basis=("final_url", "title"),
    what_we_saw="The page has moved to a new address for good.",
    what_to_do="Put the new address in, after a look that it is still the right page.", find=_find)
