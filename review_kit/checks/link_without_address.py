"""The words of a link whose address was lost, such as a page title that was pasted with nothing behind it."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.model import Facts, Finding, Rung, Severity, Verdict, Written


def _find(facts: Facts) -> Iterator[Finding]:
    for service, link in facts.register.links:
        if not link.url and link.written is not Written.MISTYPED:
            yield CHECK.finding(service, link, basis={"as_written": link.as_written},
                                evidence=f"The cell says “{link.as_written}” and has no hyperlink.")


CHECK = Check(
    name="link-without-address", severity=Severity.CAUTION, verdict=Verdict.NOT_CHECKED, rung=Rung.WORDS,
    basis=("as_written",),
    what_we_saw="This is the title of a web page with no address behind it, so nobody can follow it or check it.",
    what_to_do="Find the page and put its address in.", find=_find)
