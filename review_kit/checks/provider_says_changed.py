"""An entry of which its provider says that it has changed."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.heard import QUOTED, in_words, replied
from review_kit.model import Facts, Finding, Says, Severity
from review_kit.rows.text import squeezed


def _find(facts: Facts) -> Iterator[Finding]:
    for service, answer in replied(facts, Says.CHANGED):
        said = squeezed(answer.text)[:QUOTED]
        yield CHECK.finding(service, said=f": “{said}”" if said else ", and not how",
                            basis={"reply": answer.text, "replied_on": answer.on}, evidence=in_words(answer))


CHECK = Check(
    name="provider-says-changed", severity=Severity.CAUTION, basis=("reply", "replied_on"), find=_find,
    of_answers=True, what_we_saw="The provider answered that this entry has changed{said}.",
    what_to_do="Mend the entry in your workbook, then run the review again.")
