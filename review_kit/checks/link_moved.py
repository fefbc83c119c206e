"""The page has a new address for good: every redirect up to it says “moved permanently”."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._addresses import is_front_page, same_address
from review_kit.checks._asked import answered, asked
from review_kit.checks._refresh import refresh_target
from review_kit.model import Facts, Finding, Look, Purpose, Rung, Severity, Verdict, Visit


def works(visit: Visit) -> bool:
    """Whether the last answer says that it is the page."""
    return visit.status is not None and 200 <= visit.status < 300


def end_of_permanent_run(visit: Visit) -> str:
    """The address to write: where the unbroken run of permanent redirects from the start ends."""
    for hop in visit.hops:
        if not (hop.permanent and hop.location):
            return hop.url
    return visit.final_url


def front_page_instead(visit: Visit) -> str:
    """The front page that came, or is to come for good, where a page was asked for: no sign of the service; else ''.

    A front page may send its visitors on, by their language for example: what was asked for is gone all the same.
    """
    if is_front_page(visit.url):
        return ""
    return next((end for end in (visit.final_url, end_of_permanent_run(visit)) if is_front_page(end)), "")


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        new = end_of_permanent_run(a.visit)
        if works(a.visit) and not same_address(new, a.link.url) and not front_page_instead(a.visit):
            yield CHECK.finding(a.service, a.link, suggestion=new, basis=a.basis, evidence=a.evidence)


def _looks(facts: Facts) -> Iterator[Look]:
    for a in asked(facts):
        first = facts.visit(a.link.url)
        target = refresh_target(a.visit) or (refresh_target(first) if first else "")
        if target:
            yield Look(target, Purpose.REFRESH, "the page sends its visitors on to this address by itself")


CHECK = Check(
    name="link-moved", severity=Severity.CAUTION, verdict=Verdict.MOVED, rung=Rung.MOVED, basis=("final_url", "title"),
    what_we_saw="The page has moved to a new address for good.",
    what_to_do="Put the new address in, after a look that it is still the right page.",
    find=_find, looks=_looks)
