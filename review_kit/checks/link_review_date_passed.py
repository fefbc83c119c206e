"""The page's own date for its next review is past: by the provider's own rule it is out of date."""

from collections.abc import Iterator
from datetime import date

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks.link_moved import works
from review_kit.dates import months_after, prose_date, read_date
from review_kit.model import Facts, Finding, Page, Rung, Severity, Verdict

NEXT_REVIEW = "next review due"
"""As the NHS writes it beside “page last reviewed”, which alone says nothing of today."""


def next_review(page: Page) -> date | None:
    """The last day on which the page's latest “next review due” is kept; a month counts to its end."""
    return max((day for what, written in page.dates if what == NEXT_REVIEW and (day := _last_day(written))),
               default=None)


def _last_day(written: str) -> date | None:
    if day := read_date(written):
        return day
    month = read_date(f"1 {written}")
    return date.fromordinal(months_after(month, 1).toordinal() - 1) if month else None


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        due = next_review(a.visit.page)
        if works(a.visit) and due is not None and due < facts.today:
            day = prose_date(due)
            yield CHECK.finding(a.service, a.link, basis={**a.basis, "text": f"{NEXT_REVIEW}: {day}"}, day=day,
                                evidence=f"The page says “{NEXT_REVIEW}: {day}”. {a.evidence}")


CHECK = Check(
    name="link-review-date-passed", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "text"),
    what_we_saw="The page was to be reviewed by its own provider by {day}, and shows no later date.",
    what_to_do="Read it: does it still hold, and does the provider have a newer page?", find=_find)
