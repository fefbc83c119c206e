"""A finding about a number or address that fails whoever tries it: two checks tell one by what was heard."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.harm import harm
from review_kit.heard import heard_of, in_words
from review_kit.model import Facts, Finding, Says, Severity


def failing(check: Check, facts: Facts, says: Says) -> Iterator[Finding]:
    """One finding for each contact of which the newest call that told something says this."""
    for service, contact, answer in heard_of(facts, says):
        yield check.finding(service, contact, basis={"normalised": contact.normalised, "heard_on": answer.on},
                            severity=Severity.DANGER if harm(service) else None, suggestion=answer.text,
                            evidence=f"The cell says “{contact.as_written}”. {in_words(answer)}")
