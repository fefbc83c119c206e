"""What a certificate says, accepted or not: names, dates, issuer. `cryptography` reads the bad ones too."""

import ssl
from typing import Any

from cryptography import x509
from cryptography.x509.oid import NameOID

from review_kit.model import Certificate

_NOT_READABLE = (ValueError, x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType)


def certificate_of(ssl_object: Any) -> Certificate | None:
    """The certificate of an open connection, as facts; None where the connection has none to show."""
    der = ssl_object.getpeercert(binary_form=True) if ssl_object is not None else None
    return read_certificate(der, chain_length=_chain_length(ssl_object)) if der else None


def read_certificate(der: bytes, *, chain_length: int = 0) -> Certificate:
    """Facts of a certificate in DER form; one that cannot be read at all says so in `detail`."""
    try:
        found = x509.load_der_x509_certificate(der)
        return Certificate(
            subject=_common_name(found.subject), issuer=_common_name(found.issuer), names=_names(found),
            valid_from=found.not_valid_before_utc.date().isoformat(),
            valid_until=found.not_valid_after_utc.date().isoformat(),
            self_signed=found.subject == found.issuer, chain_length=chain_length)
    except _NOT_READABLE as error:
        return Certificate(detail=f"not readable: {error}", chain_length=chain_length)


def _common_name(name: x509.Name) -> str:
    for wanted in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        if found := name.get_attributes_for_oid(wanted):
            return str(found[0].value)
    return name.rfc4514_string()


def _names(certificate: x509.Certificate) -> tuple[str, ...]:
    """The host names and addresses that the certificate is for (RFC 6125: the subject's own name no longer counts)."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    dns = [str(name) for name in names.get_values_for_type(x509.DNSName)]
    return tuple(dns + [str(ip) for ip in names.get_values_for_type(x509.IPAddress)])[:50]


def _chain_length(ssl_object: Any) -> int:
    """How many certificates the server sent: public from Python 3.13 on, a private method before."""
    for holder in (ssl_object, getattr(ssl_object, "_sslobj", None)):
        ask = getattr(holder, "get_unverified_chain", None)
        if ask is None:
            continue
        try:
            return len(ask() or ())
        except ssl.SSLError:
            return 0
    return 0
