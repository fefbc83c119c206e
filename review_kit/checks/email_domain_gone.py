"""The domain of an e-mail address no longer exists, while names that must exist do: no message can arrive."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._mail import judged
from review_kit.mail import Mail
from review_kit.model import ContactVerdict, Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact, state, evidence in judged(facts, {Mail.GONE}):
        yield CHECK.finding(service, contact, basis={"normalised": contact.normalised, "mail": state},
                            evidence=f"{evidence} Source: RFC 5321, section 5.1.")


CHECK = Check(
    name="email-domain-gone", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN, basis=("normalised", "mail"),
    what_we_saw="What stands behind the @ no longer exists on the internet, so no message can arrive.",
    what_to_do="Ask the provider for the right address, best a shared mailbox.", find=_find)
