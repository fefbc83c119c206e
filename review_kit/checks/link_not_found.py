"""The site says that it has no such page: asked twice, the second time as a browser asks."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from review_kit.checks import Check
from review_kit.checks._addresses import is_front_page
from review_kit.checks._asked import Asked, answered, askable, evidence_of_all
from review_kit.model import Facts, Finding, Look, Purpose, Rung, Severity, Verdict, Visit

GONE = frozenset({404, 410})


def front_page(url: str) -> str:
    """The front page of an address's site."""
    return urlsplit(url)._replace(path="/", query="", fragment="").geturl()


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if a.visit.status in GONE and confirmed(a):
            yield CHECK.finding(a.service, a.link, basis=a.basis,
                                evidence=evidence_of_all(a.visit, a.other(Purpose.BROWSER_LIKE), _front(a)))


def confirmed(a: Asked) -> bool:
    """Whether a browser-like question got the same answer, from a site that does not say it of its front page too."""
    second = a.other(Purpose.BROWSER_LIKE)
    return second is not None and second.status in GONE and not says_it_of_all(a)


def says_it_of_all(a: Asked) -> bool:
    """Whether the site tells our checker that even its front page is not there: then its word means nothing."""
    front = _front(a)
    return front is not None and front.status in {*GONE, 401, 403}


def _front(a: Asked) -> Visit | None:
    return None if is_front_page(a.link.url) else a.other(Purpose.FRONT_PAGE, front_page(a.link.url))


def _looks(facts: Facts) -> Iterator[Look]:
    for _, link in facts.register.links:
        visit = facts.visit(link.url) if askable(link) else None
        if visit is None or visit.status not in GONE:
            continue
        yield Look(link.url, Purpose.BROWSER_LIKE, "the page was not found; asked again as a browser asks")
        if not is_front_page(link.url):
            yield Look(front_page(link.url), Purpose.FRONT_PAGE, "to learn whether the site says “not found” to all")


CHECK = Check(
    name="link-not-found", severity=Severity.BROKEN, verdict=Verdict.BROKEN, rung=Rung.STATUS,
    basis=("status", "final_url"),
    what_we_saw="The site answered that it has no such page.",
    what_to_do="Find where the page is now and put that address in, or ask the provider whether the service has ended.",
    find=_find, looks=_looks)
