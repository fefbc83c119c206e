"""A page that is lost may stand elsewhere on its site: an address to propose, looked at and about the service."""

from collections.abc import Iterator

from review_kit.about import About, likeness
from review_kit.checks import Check
from review_kit.checks._asked import Asked, answered, evidence_of
from review_kit.checks._candidates import Candidate, candidates, lost, moves_of, parent, sitemap
from review_kit.checks.link_moved import front_page_instead, works
from review_kit.checks.link_not_found import front_page
from review_kit.model import Facts, Finding, Look, Purpose, Rung, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    moves = moves_of(facts)
    for a in answered(facts):
        proposed = [told for c in candidates(a, moves) if (told := _proof(a, c))] if lost(a) else []
        if proposed:
            address, why = proposed[0]
            others = "".join(f" Or: {other}." for other, _ in proposed[1:])
            yield CHECK.finding(a.service, a.link, suggestion=address, basis={"suggestion": address},
                                evidence=f"{why}{others}")


def _proof(a: Asked, candidate: Candidate) -> tuple[str, str] | None:
    """The address and why it is proposed, if a look showed a page there that is plainly about the service."""
    visit = a.other(Purpose.CANDIDATE, candidate.address)
    if visit is None or not works(visit) or front_page_instead(visit):
        return None
    like = likeness(a.facts.register, a.service, a.link, visit.page)
    if like.level is not About.PLAINLY:
        return None
    return visit.final_url, f"Proposed because {candidate.why}; it shows {like.in_words}. {evidence_of(visit)}"


def _looks(facts: Facts) -> Iterator[Look]:
    moves = moves_of(facts)
    for a in filter(lost, answered(facts)):
        yield Look(front_page(a.link.url), Purpose.FRONT_PAGE, "to look for where the page is now")
        if parent(a.link.url):
            yield Look(parent(a.link.url), Purpose.PARENT, "to look for where the page is now")
        yield Look(sitemap(a.link.url), Purpose.SITEMAP, "to look for where the page is now")
        for candidate in candidates(a, moves):
            yield Look(candidate.address, Purpose.CANDIDATE, candidate.why)


CHECK = Check(
    name="link-new-address", severity=Severity.NOTE, rung=Rung.NOTE, basis=("suggestion",),
    what_we_saw="We found a page on the same site that may be this one at a new address.",
    what_to_do="Open the suggested address and, if it is the right page, put it in.", find=_find, looks=_looks)
