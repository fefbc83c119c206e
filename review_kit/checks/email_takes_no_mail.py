"""The domain of an e-mail address is there, and no message can be delivered to it."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._mail import judged
from review_kit.mail import TAKES_NONE, Mail
from review_kit.model import ContactVerdict, Facts, Finding, Severity

SAW = {
    Mail.REFUSES: ("says itself that it takes no mail", "RFC 7505, section 3"),
    Mail.NOWHERE: ("names no mail server, and has no address that mail could go to", "RFC 5321, section 5.1"),
    Mail.LOST: ("names mail servers that are not there", "RFC 5321, section 5.1"),
}
"""What the domain came to -> what we saw of it, and the rule."""


def _find(facts: Facts) -> Iterator[Finding]:
    for service, contact, state, evidence in judged(facts, TAKES_NONE):
        saw, source = SAW[state]
        yield CHECK.finding(service, contact, saw=saw, basis={"normalised": contact.normalised, "mail": state},
                            evidence=f"{evidence} Source: {source}.")


CHECK = Check(
    name="email-takes-no-mail", severity=Severity.BROKEN, verdict=ContactVerdict.BROKEN, basis=("normalised", "mail"),
    what_we_saw="What stands behind the @ {saw}.",
    what_to_do="Ask the provider for an address that it reads, best a shared mailbox.", find=_find)
