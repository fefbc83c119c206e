"""The register holds a short link: where it leads is what is judged, and both addresses are told.

A short link that redirects for good is also told as moved: the register should hold the address itself, for a short
link hides where it leads, and dies with the company that made it.
"""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._addresses import site
from review_kit.checks._asked import answered
from review_kit.checks.link_moved import works
from review_kit.model import Facts, Finding, Severity


def shortener_of(url: str, facts: Facts) -> str:
    """Whose short link an address is, or ''."""
    host = site(url)
    return next((row["name"] for row in facts.known.get("shorteners", ()) if row["host"] == host), "")


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        maker = shortener_of(a.link.url, facts)
        if maker and works(a.visit) and site(a.visit.final_url) != site(a.link.url):
            yield CHECK.finding(a.service, a.link, suggestion=a.visit.final_url, basis=a.basis, maker=maker,
                                host=site(a.visit.final_url),
                                evidence=f"{a.link.url} leads to {a.visit.final_url}. {a.evidence}")


CHECK = Check(
    name="link-short", severity=Severity.NOTE, basis=("final_url",),
    what_we_saw="The register holds a short link of {maker}, which leads to {host}.",
    what_to_do="Put the full address in, so that people can see where it leads.", find=_find)
