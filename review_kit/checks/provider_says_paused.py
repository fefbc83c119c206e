"""A service of which its provider says that it is closed for a time."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.harm import harm
from review_kit.heard import in_words, replied
from review_kit.model import Facts, Finding, Says, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, answer in replied(facts, Says.PAUSED):
        yield CHECK.finding(service, severity=Severity.DANGER if harm(service) else None,
                            basis={"reply": answer.text, "replied_on": answer.on}, evidence=in_words(answer))


CHECK = Check(
    name="provider-says-paused", severity=Severity.CAUTION, basis=("reply", "replied_on"), find=_find,
    of_answers=True,
    what_we_saw="The provider answered that this service is closed for a time.",
    what_to_do="Say so in the entry, and where young people can go meanwhile.")
