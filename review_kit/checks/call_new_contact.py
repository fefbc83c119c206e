"""A number or address in whose place another is right, as whoever answered said."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.heard import heard_of, in_words
from review_kit.model import ContactVerdict, Facts, Finding, Says, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact, answer in heard_of(facts, Says.CHANGED):
        yield CHECK.finding(service, contact, new=answer.text, suggestion=answer.text,
                            basis={"normalised": contact.normalised, "suggestion": answer.text},
                            evidence=f"The cell says “{contact.as_written}”. {in_words(answer)}")


CHECK = Check(
    name="call-new-contact", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN,
    basis=("normalised", "suggestion"), find=_find, of_answers=True,
    what_we_saw="Whoever answered said that “{new}” is right now.",
    what_to_do="Try the new one yourself, then put it in.")
