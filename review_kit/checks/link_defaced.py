"""Somebody broke into the site and left a message in the place of its page."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._cues import first_said
from review_kit.checks._pages import headings, pages, rows
from review_kit.model import Facts, Finding, Page, Rung, Severity, Verdict

LONGEST = 150
"""Words of such a page: they leave a name, a boast, and whom to write to."""
OPENING = 200
"""Characters of its text in which they do."""


def boast(page: Page, facts: Facts) -> str:
    """What whoever broke in left on a page, or ''."""
    if page.words > LONGEST:
        return ""
    table = tuple(row["words"] for row in rows(facts, "defaced_words"))
    return first_said((page.title, *headings(page), page.text[:OPENING]), table, begin=r"(?<!\w)")


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        if said := boast(a.visit.page, facts):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} The page says: “{said}”.")


CHECK = Check(
    name="link-defaced", severity=Severity.DANGER, verdict=Verdict.CHANGED, rung=Rung.PARKED,
    basis=("status", "final_url", "title"),
    what_we_saw="Somebody has broken into the site and left a message in the place of the page.",
    what_to_do="Take the link out for now, and tell the provider by phone: their web people must look at it.",
    find=_find)
