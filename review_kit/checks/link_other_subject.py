"""The page is about something else: by its title and all it shows, or compared with last year's page."""

from collections.abc import Iterator

from review_kit.about import likeness
from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._other_subject import Subject, judged
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        told = judged(a)
        if told.subject is Subject.OTHER:
            like = likeness(facts.register, a.service, a.link, a.visit.page, url=a.visit.final_url)
            yield CHECK.finding(a.service, a.link, basis=a.basis,
                                evidence=f"{told.why} The page shows {like.in_words}. {a.evidence}")


CHECK = Check(
    name="link-other-subject", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.SUBJECT,
    basis=("final_url", "title"),
    what_we_saw="The page is about something else now.",
    what_to_do="Find where the service's page is now, or ask the provider whether the service goes on.", find=_find)
