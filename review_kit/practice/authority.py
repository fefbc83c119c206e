"""The practice web's own certificate authority: real certificates, good and bad, that nobody else trusts."""

import ssl
from datetime import UTC, datetime

import trustme

EXPIRED_ON = datetime(2026, 2, 14, tzinfo=UTC)
"""A fortnight before the practice review's day, and past on every day on which it will be run."""
KINDS = ("good", "expired", "wrong-name", "self-signed", "incomplete")


class Authority:
    """Issues certificates of every kind that a review tells apart."""

    def __init__(self) -> None:
        self._root = trustme.CA(organization_name="Practice review", organization_unit_name="Invented authority")
        self._branch = trustme.CA(
            self._root, organization_name="Practice review", organization_unit_name="Invented branch")

    def trusting(self) -> ssl.SSLContext:
        """A context that trusts this authority and no other."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._root.configure_trust(context)
        return context

    def serving(self, host: str, kind: str) -> ssl.SSLContext:
        """A server's context with a certificate of the kind for a host."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if kind == "self-signed":
            # A certificate that vouches for itself: an authority of one, used as its own server certificate.
            self._alone(host).configure_cert(context)
            return context
        self._certificate(host, kind).configure_cert(context)
        return context

    def _certificate(self, host: str, kind: str) -> trustme.LeafCert:
        if kind == "expired":
            return self._root.issue_cert(host, common_name=host, not_after=EXPIRED_ON)
        if kind == "wrong-name":
            return self._root.issue_cert("somebody-else.example", common_name="somebody-else.example")
        if kind == "incomplete":
            whole = self._branch.issue_cert(host, common_name=host)
            return trustme.LeafCert(whole.private_key_pem.bytes(), whole.cert_chain_pems[0].bytes(), [])
        return self._root.issue_cert(host, common_name=host)

    def _alone(self, host: str) -> trustme.LeafCert:
        own = trustme.CA(organization_name=host, organization_unit_name="Made by the site itself")
        return trustme.LeafCert(own.private_key_pem.bytes(), own.cert_pem.bytes(), [])
