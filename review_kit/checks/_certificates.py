"""What is wrong with a certificate: told by the certificate itself first, by the system's word second."""

from review_kit.model import Facts, Failure, Purpose, Visit

INCOMPLETE = "incomplete chain"
WORDS = {
    "expired": "ran out on {until}",
    "not yet valid": "is not valid before {start}",
    "wrong name": "is for another site ({names})",
    "self-signed": "was made by the site itself, so nobody vouches for it",
    "untrusted issuer": "comes from an issuer that browsers do not trust ({issuer})",
    "other": "was not accepted",
}
"""The kinds that browsers warn about, in words."""


def certificate_kind(facts: Facts, visit: Visit) -> str:
    """The kind of trouble, or '' where the certificate was not the reason of a failure.

    The system says only the first trouble it met, and Windows says it in words; the certificate itself, read
    without verification, says the rest. An incomplete chain is one where nothing else is wrong with it.
    """
    if visit.failure is not Failure.CERTIFICATE or visit.certificate is None:
        return ""
    told = visit.certificate.problem
    second = facts.visit(visit.url, Purpose.UNVERIFIED)
    shown = second.certificate if second else None
    if shown is None or not shown.valid_until:
        return "other" if told == INCOMPLETE else told
    if shown.valid_until < visit.at[:10]:
        return "expired"
    if shown.valid_from > visit.at[:10]:
        return "not yet valid"
    return "self-signed" if shown.self_signed else told


def certificate_words(facts: Facts, visit: Visit, kind: str) -> str:
    """The trouble as the end of a sentence: “ran out on 2026-03-01”."""
    second = facts.visit(visit.url, Purpose.UNVERIFIED)
    shown = (second.certificate if second else None) or visit.certificate
    names = ", ".join(shown.names[:3]) if shown else ""
    return WORDS.get(kind, WORDS["other"]).format(
        until=shown.valid_until if shown else "", start=shown.valid_from if shown else "",
        names=names or "no name given", issuer=shown.issuer if shown else "")
