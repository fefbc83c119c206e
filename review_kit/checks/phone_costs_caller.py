"""A phone number that costs whoever calls it: a young person with little credit does not call twice."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._ranges import in_ranges
from review_kit.model import ContactVerdict, Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact, row in in_ranges(facts, "costs"):
        yield CHECK.finding(service, contact, what=row["what"], basis={"normalised": contact.normalised},
                            evidence=f"The cell says “{contact.as_written}”. Source: {row['source']}.")


CHECK = Check(
    name="phone-costs-caller", severity=Severity.CAUTION, verdict=ContactVerdict.CAUTION, basis=("normalised",),
    what_we_saw="Calling this number costs {what}.",
    what_to_do="Ask the provider for a number that begins with 01, 02, 03 or 080.", find=_find)
