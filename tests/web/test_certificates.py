"""What certificates say, good and bad, read from real handshakes and from hostile bytes."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtensionOID, NameOID

from review_kit.model import Certificate, Failure, Purpose
from review_kit.practice.authority import EXPIRED_ON
from review_kit.practice.server import LoopbackWeb
from review_kit.web.certificates import certificate_of, read_certificate

from . import looking

KINDS = ("good", "expired", "wrong-name", "self-signed", "incomplete")


@pytest.fixture(scope="module")
def web() -> LoopbackWeb:
    """A site with each kind of certificate, `good.example` and so on."""
    with looking.web_of({f"{kind}.example": {"certificate": kind, **looking.site()} for kind in KINDS}) as served:
        yield served


@pytest.mark.parametrize(("kind", "problem"), [
    ("expired", "expired"), ("wrong-name", "wrong name"), ("self-signed", "self-signed"),
    ("incomplete", "incomplete chain"),
])
def test_a_refused_certificate_says_why(web: LoopbackWeb, kind: str, problem: str) -> None:
    """The page is not read; what was wrong is told in our words, with the system's beside them."""
    visit = looking.look(f"https://{kind}.example/", looking.names_of(web.ports), authority=web.authority)
    assert (visit.failure, visit.status) == (Failure.CERTIFICATE, None)
    assert visit.certificate is not None
    assert visit.certificate.problem == problem
    assert visit.certificate.detail
    assert (f"{kind}.example", "/") not in web.requests


def test_an_issuer_whom_nobody_trusts_is_not_an_expired_certificate(web: LoopbackWeb) -> None:
    """A chain that ends at an authority which this machine does not have cannot be told from an incomplete one."""
    visit = looking.look("https://good.example/", looking.names_of(web.ports))
    assert visit.certificate is not None
    assert visit.certificate.problem in {"untrusted issuer", "incomplete chain"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_look_without_a_check_shows_the_certificate_and_the_page(web: LoopbackWeb, kind: str) -> None:
    """For diagnosis: names, dates and issuer of any certificate, and the page that stands behind it."""
    visit = looking.look(f"https://{kind}.example/", looking.names_of(web.ports), authority=web.authority,
                         purpose=Purpose.UNVERIFIED)
    assert (visit.status, visit.failure, visit.page.title) == (200, None, "Page")
    shown = visit.certificate
    assert shown is not None
    assert (shown.valid_until == EXPIRED_ON.date().isoformat()) is (kind == "expired")
    assert shown.self_signed is (kind == "self-signed")
    if kind != "self-signed":
        assert shown.names == (("somebody-else.example",) if kind == "wrong-name" else (f"{kind}.example",))
        assert shown.issuer == "Practice review"
    assert shown.chain_length == 1
    assert shown.problem == ""


def test_a_redirect_to_plain_http_does_not_hide_the_certificate() -> None:
    """The certificate of the registered address is kept where the redirect leads to a page without one."""
    with looking.web_of({"a.example": {"pages": {"/": [{"status": 301, "location": "http://b.example/"}]}},
                         "b.example": looking.site()}) as web:
        visit = looking.look("https://a.example/", looking.names_of(web.ports), authority=web.authority)
        assert (visit.status, visit.final_url) == (200, "http://b.example/")
        assert visit.certificate is not None
        assert visit.certificate.names == ("a.example",)


def test_plain_http_has_no_certificate() -> None:
    """Where there was no secure connection, nothing is said of one."""
    with looking.web_of({"a.example": looking.site()}) as web:
        assert looking.look("http://a.example/", looking.names_of(web.ports)).certificate is None
    assert certificate_of(None) is None


def made(*, name: str = "odd.example", extension: tuple[x509.ObjectIdentifier, bytes] | None = None) -> bytes:
    """A certificate in DER form, with an extension of these raw bytes."""
    key = ec.generate_private_key(ec.SECP256R1())
    whole = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, name)])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder().subject_name(whole).issuer_name(whole).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(start).not_valid_after(start + timedelta(days=90))
    if extension:
        builder = builder.add_extension(x509.UnrecognizedExtension(*extension), critical=False)
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


def test_a_certificate_without_names_or_common_name_is_read() -> None:
    """The organisation stands in for the name that is not there; the dates are ISO dates."""
    assert read_certificate(made(), chain_length=2) == Certificate(
        subject="odd.example", issuer="odd.example", valid_from="2026-01-01", valid_until="2026-04-01",
        self_signed=True, chain_length=2)


@pytest.mark.parametrize("raw", [
    b"\xa3\x00", b"0\x02\xa3\x00", b"0\x04\x87\x02\x01\x02", b"", b"\xff" * 40, b"0\x06\x82\x04\xff\xfe\xfd\xfc",
])
def test_a_hostile_list_of_names_is_no_crash(raw: bytes) -> None:
    """Names of kinds that nobody uses, half names and garbage: the certificate says that it could not be read."""
    read = read_certificate(made(extension=(ExtensionOID.SUBJECT_ALTERNATIVE_NAME, raw)))
    assert read.detail.startswith("not readable")


def test_garbage_in_place_of_a_certificate_is_no_crash() -> None:
    """Any bytes at all, and every certificate with one byte changed, give a record."""
    good = made()
    for garbage in (b"", b"\x00", b"garbage", good[:-10], *(_changed(good, at) for at in range(0, len(good), 3))):
        assert isinstance(read_certificate(garbage), Certificate)


def _changed(der: bytes, at: int) -> bytes:
    return der[:at] + bytes([der[at] ^ 0x55]) + der[at + 1:]
