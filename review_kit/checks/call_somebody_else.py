"""A number at which somebody else answered: a young person would tell a stranger."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._heard import failing
from review_kit.model import ContactVerdict, Facts, Finding, Says, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    return failing(CHECK, facts, Says.OTHERS)


CHECK = Check(
    name="call-somebody-else", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN,
    basis=("normalised", "heard_on"), find=_find, of_answers=True,
    what_we_saw="Somebody tried it, and it was not this service that answered.",
    what_to_do="Take it out today, and ask the provider for the right one.")
