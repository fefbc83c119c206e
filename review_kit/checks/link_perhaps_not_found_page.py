"""The page has some words of a not-found page, and too few to say so."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import Asked
from review_kit.checks._not_found import Signs, signs
from review_kit.checks._pages import pages
from review_kit.checks._probe import honest
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def in_doubt(a: Asked, told: Signs) -> bool:
    """Whether a person should look.

    A site that owns up to missing pages is believed against a few words of a long text; a short page that says it in
    clear words may be one that the site took down by itself.
    """
    return told.doubtful and not (told.only_in_text and honest(a) and not told.short_and_clear)


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        told = signs(a)
        if in_doubt(a, told):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {told.in_words}")


CHECK = Check(
    name="link-perhaps-not-found-page", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page has words that not-found pages have.",
    what_to_do="Open the link yourself: does it show the service, or only say that the page is gone?", find=_find)
