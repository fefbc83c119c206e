"""The day on which a contract ends, as the provider says, where the register holds another or none."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks.contract_ends import COLUMN
from review_kit.dates import prose_date, read_date
from review_kit.heard import in_words, newest_contract_end
from review_kit.model import Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        answer = newest_contract_end(facts, service)
        ends = read_date(answer.contract_ends) if answer is not None else None
        if answer is not None and ends is not None and read_date(service.value(COLUMN)) != ends:
            yield CHECK.finding(service, day=prose_date(ends), suggestion=ends.isoformat(),
                                basis={"suggestion": ends.isoformat(), "text": service.value(COLUMN)},
                                evidence=f"“{COLUMN}” says “{service.value(COLUMN)}”. {in_words(answer)}")


CHECK = Check(
    name="provider-names-contract-end", severity=Severity.CAUTION, basis=("suggestion", "text"), answer_in=COLUMN,
    find=_find, of_answers=True,
    what_we_saw="The provider says that its contract ends on {day}, and the register does not say so.",
    what_to_do="Put the day in, so that the next review asks in time.")
