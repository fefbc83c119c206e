"""A number or address that is not in use, as somebody who tried it found."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._heard import failing
from review_kit.model import ContactVerdict, Facts, Finding, Says, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    return failing(CHECK, facts, Says.DEAD)


CHECK = Check(
    name="call-not-in-use", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN,
    basis=("normalised", "heard_on"), find=_find, of_answers=True,
    what_we_saw="Somebody tried it, and it is not in use any more.",
    what_to_do="Ask the provider for the right one, and put that in.")
