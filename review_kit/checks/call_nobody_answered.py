"""A number at which nobody answered so far. One silent afternoon proves nothing; several days do."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.dates import prose_day
from review_kit.heard import SILENT_DAYS, calls, in_words, said_last, silent_since
from review_kit.model import ContactVerdict, Facts, Finding, Says, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact in facts.register.contacts:
        last = said_last(facts, service, contact)
        if last is None or last.says is not Says.NOBODY:
            continue
        tries = calls(facts, service, contact)
        days = sorted({each.on for each in silent_since(tries)})
        enough = len(days) >= SILENT_DAYS
        yield CHECK.finding(
            service, contact, severity=Severity.CAUTION if enough else None,
            when=prose_day(days[0]) if len(days) == 1 else f"{len(days)} days, last on {prose_day(days[-1])}",
            do="Ask the provider in another way whether it is right." if enough else
            "Try again at another hour, on another day.",
            basis={"normalised": contact.normalised, "days": str(len(days))},
            evidence=f"The cell says “{contact.as_written}”. {' '.join(map(in_words, reversed(tries)))}")


CHECK = Check(
    name="call-nobody-answered", severity=Severity.NOTE, verdict=ContactVerdict.BY_HAND,
    basis=("normalised", "days"), find=_find, of_answers=True,
    what_we_saw="Somebody tried it on {when}, and nobody answered.", what_to_do="{do}")
