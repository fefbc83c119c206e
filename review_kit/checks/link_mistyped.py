"""An address with a typing error: nobody who follows it gets anywhere."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.model import Facts, Finding, Rung, Severity, Verdict, Written


def _find(facts: Facts) -> Iterator[Finding]:
    for service, link in facts.register.links:
        if link.written is Written.MISTYPED:
            yield CHECK.finding(service, link, suggestion=link.mended, basis={"as_written": link.as_written},
                                evidence=f"The cell says “{link.as_written}”.")


CHECK = Check(
    name="link-mistyped", severity=Severity.BROKEN, verdict=Verdict.BROKEN, rung=Rung.WORDS, basis=("as_written",),
    what_we_saw="This is not a web address as it is typed.",
    what_to_do="Try the suggested address and, if it is the right page, put it in.", find=_find)
