"""What is wrong with a certificate: told by the certificate itself first, by the system's word second."""

from datetime import date
from urllib.parse import urlsplit

from review_kit.dates import prose_date
from review_kit.model import Certificate, Facts, Failure, Purpose, Visit

INCOMPLETE = "incomplete chain"
UNTRUSTED = "untrusted issuer"
WORDS = {
    "expired": "ran out on {until}",
    "not yet valid": "is not valid before {start}",
    "wrong name": "is for another site ({names})",
    "self-signed": "was made by the site itself, so nobody vouches for it",
    UNTRUSTED: "comes from an issuer that browsers do not trust ({issuer})",
    "other": "was not accepted",
}
"""The kinds that browsers warn about, in words."""
UNREAD = {
    **WORDS,
    "expired": "has run out",
    "not yet valid": "is not valid yet",
    "wrong name": "is for another site",
    UNTRUSTED: "comes from an issuer that browsers do not trust",
}
"""The same where the certificate itself could not be read: then nothing is known but the system's word."""
NAMES_KEPT = 50
"""A visit keeps so many names of a certificate; where there are more, one that is missing proves nothing."""


def certificate_kind(facts: Facts, visit: Visit) -> str:
    """The kind of trouble, or '' where the certificate was not the reason of a failure.

    The system says only the first trouble it met, and Windows says it in words; the certificate itself, read
    without verification, says the rest. An incomplete chain is one where nothing else is wrong with it.
    """
    if visit.failure is not Failure.CERTIFICATE:
        return ""
    told = (visit.certificate.problem if visit.certificate else "") or "other"
    shown = _shown(facts, visit)
    if shown is None:
        return "other" if told == INCOMPLETE else told
    # What the system says of dates, names and makers can be seen in the certificate: there it is not so.
    return _seen(facts, visit, shown, told) or _of_issuer(shown, told)


def certificate_words(facts: Facts, visit: Visit, kind: str) -> str:
    """The trouble as the end of a sentence: “ran out on 1 March 2026”."""
    shown = _shown(facts, visit)
    if shown is None:
        return UNREAD.get(kind, UNREAD["other"])
    names = ", ".join(shown.names[:3]) or "no name given"
    return WORDS.get(kind, WORDS["other"]).format(
        until=_prose(shown.valid_until), start=_prose(shown.valid_from), names=names, issuer=shown.issuer)


def _prose(day: str) -> str:
    return prose_date(date.fromisoformat(day)) if day else ""


def _seen(facts: Facts, visit: Visit, shown: Certificate, told: str) -> str:
    """The trouble that the certificate itself shows, or ''. On its first and last day, the system knows the hour."""
    day = visit.at[:10]
    if shown.valid_until < day or (shown.valid_until == day and told == "expired"):
        return "expired"
    if shown.valid_from > day or (shown.valid_from == day and told == "not yet valid"):
        return "not yet valid"
    if shown.self_signed:
        return "self-signed"
    return "" if all(_names(shown, host) for host in (_failed_host(visit), _read_host(facts, visit))) else "wrong name"


def _of_issuer(shown: Certificate, told: str) -> str:
    """Whether the issuer's certificate was left out, or was sent along and is not trusted."""
    if told == INCOMPLETE and shown.chain_length > 1:
        return UNTRUSTED
    return told if told in {INCOMPLETE, UNTRUSTED} else "other"


def _shown(facts: Facts, visit: Visit) -> Certificate | None:
    """The certificate that was refused, as it was read without verification; None where it was not had.

    A look that was sent on to another site shows that site's certificate: it is the refused one only if it is for
    both (`example.org` that leads to `www.example.org`).
    """
    second = facts.believed(visit.url, Purpose.UNVERIFIED)
    shown = second.certificate if second else None
    if shown is None or not shown.valid_until:
        return None
    same = _read_host(facts, visit) == _failed_host(visit)
    return shown if same or _names(shown, _failed_host(visit)) else None


def _failed_host(visit: Visit) -> str:
    return urlsplit(visit.failed_at or visit.url).hostname or ""


def _read_host(facts: Facts, visit: Visit) -> str:
    """The host whose certificate the look without verification kept: the last one on its way that has one."""
    second = facts.believed(visit.url, Purpose.UNVERIFIED)
    secure = [hop.url for hop in second.hops if hop.url.startswith("https:")] if second else []
    return (urlsplit(secure[-1]).hostname or "") if secure else _failed_host(visit)


def _names(certificate: Certificate, host: str) -> bool:
    """Whether a certificate is for a host: `*` stands for one label (RFC 6125, section 6.4.3)."""
    if len(certificate.names) >= NAMES_KEPT:
        return True
    wanted = {host, f"*.{host.partition('.')[2]}"}
    return any(name.casefold().rstrip(".") in wanted for name in certificate.names)
