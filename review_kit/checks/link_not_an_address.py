"""A link that only works on somebody's own computer or network: a file, a shared drive, a page inside a program."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import askable
from review_kit.model import Facts, Finding, Rung, Severity, Verdict, Written


def _find(facts: Facts) -> Iterator[Finding]:
    for service, link in facts.register.links:
        if link.url and not askable(link) and link.written is not Written.MISTYPED:
            yield CHECK.finding(service, link, basis={"as_written": link.as_written},
                                evidence=f"The link leads to “{link.url}”.")


CHECK = Check(
    name="link-not-an-address", severity=Severity.BROKEN, verdict=Verdict.BROKEN, rung=Rung.WORDS,
    basis=("as_written",),
    what_we_saw="This link is not a public web address, so young people cannot open it.",
    what_to_do="Find the page's public web address, or take the link out.", find=_find)
