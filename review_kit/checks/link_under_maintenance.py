"""The page says that it is not ready, or that the site is being worked on; it may be back tomorrow."""

from collections.abc import Iterator

from review_kit.about import About
from review_kit.checks import Check
from review_kit.checks._asked import Asked
from review_kit.checks._pages import about_in_prose, pages
from review_kit.checks._placeholders import PASSING, Placeholder, placeholder
from review_kit.model import Facts, Finding, Rung, Severity, Verdict

OF_ITS_OWN = 100
"""Words of a page that says more than that it is away."""


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        seen = placeholder(a)
        if seen is not None and not seen.plain and not _is_a_notice(a, seen):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {seen.in_words}")


def _is_a_notice(a: Asked, seen: Placeholder) -> bool:
    """Whether a page of the service's own only announces that it will be worked on."""
    return seen.kind == PASSING and a.visit.page.words >= OF_ITS_OWN and about_in_prose(a).level is About.PLAINLY


CHECK = Check(
    name="link-under-maintenance", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page says that it is not ready, or that the site is being worked on.",
    what_to_do="Look again in a few days: if it still says so, ask the provider where to send young people.",
    find=_find)
