"""A phone number that is kept for films and books: it was copied from an example, and nobody answers it."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._ranges import in_ranges
from review_kit.model import ContactVerdict, Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    if facts.practice:  # all its numbers are of this kind, so that nobody can be rung by mistake
        return
    for service, contact, row in in_ranges(facts, "drama"):
        yield CHECK.finding(service, contact, basis={"normalised": contact.normalised},
                            evidence=f"The cell says “{contact.as_written}”. Source: {row['source']}.")


CHECK = Check(
    name="phone-for-drama", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN, basis=("normalised",),
    what_we_saw="This number is kept for films and books, so nobody answers it.",
    what_to_do="Ask the provider for the right number.", find=_find)
