"""The site leaves out the certificate of its issuer. Browsers mend this by themselves, so the link works."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import asked, evidence_of_all
from review_kit.checks._certificates import INCOMPLETE, certificate_kind
from review_kit.model import Facts, Finding, Purpose, Rung, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for a in asked(facts):
        first = facts.visit(a.link.url)
        if first is not None and certificate_kind(facts, first) == INCOMPLETE:
            second = facts.visit(a.link.url, Purpose.UNVERIFIED)
            issuer = second.certificate.issuer if second and second.certificate else ""
            yield CHECK.finding(a.service, a.link, basis=a.basis,
                                evidence=f"{evidence_of_all(first, second)} The certificate's issuer is {issuer}.")


CHECK = Check(
    name="certificate-chain-incomplete", severity=Severity.NOTE, rung=Rung.NOTE, basis=("certificate",),
    what_we_saw="The site leaves out part of its security certificate; most browsers mend this by themselves.",
    what_to_do="Mention it to the provider: their web team can mend it in minutes.", find=_find)
