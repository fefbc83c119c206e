"""The page says that the service will end or pass to another body on a day still to come.

The link is right until then, so this is no verdict: it is a day for the diary.
"""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._notices import Standing, notice, told
from review_kit.dates import prose_date
from review_kit.model import Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        found = notice(a, "closed", "perhaps", "passed-on")
        if found and found.day and found.standing is Standing.ANNOUNCED:
            yield CHECK.finding(a.service, a.link, basis={**a.basis, "text": found.sentence}, evidence=told(a, found),
                                day=prose_date(found.day))


CHECK = Check(
    name="link-change-announced", severity=Severity.CAUTION, basis=("final_url", "text"),
    what_we_saw="The page says that the service will end or change hands on {day}.",
    what_to_do="Ask the provider what comes then, and look at the entry again on that day.", find=_find)
