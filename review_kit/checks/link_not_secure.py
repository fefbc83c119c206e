"""A certificate that browsers warn about: they show a frightening page before they show the site."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import askable, asked, evidence_of_all
from review_kit.checks._certificates import INCOMPLETE, certificate_kind, certificate_words
from review_kit.model import Facts, Failure, Finding, Look, Purpose, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in asked(facts):
        kind = certificate_kind(facts, a.visit)
        if kind and kind != INCOMPLETE:
            second = a.other(Purpose.UNVERIFIED)
            yield CHECK.finding(a.service, a.link, trouble=certificate_words(facts, a.visit, kind), basis=a.basis,
                                evidence=f"Kind: {kind}. {evidence_of_all(a.visit, second)}")


def _looks(facts: Facts) -> Iterator[Look]:
    for _, link in facts.register.links:
        visit = facts.visit(link.url) if askable(link) else None
        if visit is not None and visit.failure is Failure.CERTIFICATE:
            yield Look(link.url, Purpose.UNVERIFIED, "the certificate was not accepted; read once for diagnosis only")


CHECK = Check(
    name="link-not-secure", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.TRANSPORT,
    basis=("failure", "certificate"),
    what_we_saw="Browsers warn before they open this site: its security certificate {trouble}.",
    what_to_do="Tell the provider about the certificate, and open the link yourself: would a young person get in?",
    find=_find, looks=_looks)
