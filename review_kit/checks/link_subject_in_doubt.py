"""The page shows nothing of the service, or little of what it showed last year; that alone proves nothing."""

from collections.abc import Iterator

from review_kit.about import likeness
from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._other_subject import Subject, judged
from review_kit.checks.link_cookie_wall import cookie_wall
from review_kit.checks.link_script_only import script_only
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if script_only(a.visit.page) or cookie_wall(a):  # told by checks that know why so little is shown
            continue
        told = judged(a)
        if told.subject is Subject.DOUBT:
            like = likeness(facts.register, a.service, a.link, a.visit.page, url=a.visit.final_url)
            yield CHECK.finding(a.service, a.link, basis=a.basis,
                                evidence=f"{told.why} The page shows {like.in_words}. {a.evidence}".strip())


CHECK = Check(
    name="link-subject-in-doubt", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "title"),
    what_we_saw="We cannot say that the page is about this service.",
    what_to_do="Open the link: does the page tell of this service?", find=_find)
