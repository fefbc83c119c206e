"""Words in `Confirm with` by which nobody can be written to: the provider would be asked by a page, and nobody knew."""

from collections.abc import Iterator

from review_kit.asking.providers import CONFIRM_WITH, mailboxes
from review_kit.checks import Check
from review_kit.model import Facts, Finding, Severity
from review_kit.published import place_of
from review_kit.rows.problems import short


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        text = service.value(CONFIRM_WITH)
        if text and not mailboxes(service):
            yield Finding(
                check=CHECK.name, severity=CHECK.severity, service=service, answer_in=CONFIRM_WITH,
                cell=place_of(facts.register.columns, service, CONFIRM_WITH),
                what_we_saw=CHECK.what_we_saw.format(text=short(text)), what_to_do=CHECK.what_to_do,
                basis=(("text", text),), evidence=f"“{CONFIRM_WITH}” says “{short(text)}”.")


CHECK = Check(
    name="confirm-with-unusable", severity=Severity.CAUTION, basis=("text",), answer_in=CONFIRM_WITH, find=_find,
    what_we_saw=f"“{CONFIRM_WITH}” says “{{text}}”, which holds no e-mail address that we can write to.",
    what_to_do="Write the provider's shared mailbox, such as office@example.org.")
