"""The one way out: pinned addresses, several of them, and whom we trust."""

import socket
import ssl
from pathlib import Path

import pytest
import trustme

from review_kit.model import Failure
from review_kit.web import SystemNames
from review_kit.web.connector import trusting_context

from . import looking
from .rawserver import RawServer, Visitor, answer, says


class Fixed:
    """Names that all lead to the same addresses."""

    def __init__(self, *addresses: tuple[str, int]) -> None:
        self._addresses = addresses

    async def addresses(self, host: str, port: int) -> tuple[tuple[str, int], ...]:
        """See `review_kit.web.names.Names`."""
        del host, port
        return self._addresses

    def close(self) -> None:
        """Nothing was opened."""


def closed_port() -> int:
    """A port of this machine at which nobody listens."""
    with socket.socket() as kept:
        kept.bind(("127.0.0.1", 0))
        return int(kept.getsockname()[1])


def test_the_next_address_is_tried_where_one_takes_no_connection() -> None:
    """Of several addresses the first that takes the connection is used, and written down."""
    with RawServer(says(answer(b"here"))) as server:
        visit = looking.look("http://two.example/", Fixed(("127.0.0.1", closed_port()), ("127.0.0.1", server.port)))
        assert (visit.status, visit.server_address) == (200, "127.0.0.1")


def test_three_addresses_are_tried_and_no_more() -> None:
    """A host with many dead addresses costs a bounded time; the last reason is told."""
    with RawServer(says(answer(b"fourth"))) as server:
        dead = [("127.0.0.1", closed_port()) for _ in range(3)]
        visit = looking.look("http://many.example/", Fixed(*dead, ("127.0.0.1", server.port)))
        assert visit.failure is Failure.REFUSED
        assert server.connections == 0


def test_a_name_without_an_address_is_a_failure_and_no_crash() -> None:
    """A table of names that gives an empty list has said nothing."""
    assert looking.look("http://none.example/", Fixed()).failure is not None


def test_the_name_is_what_the_server_is_asked_for() -> None:
    """The connection goes to the checked address; the Host header and the certificate's name stay the link's own."""
    with looking.web_of({"named.example": looking.site()}) as web:
        visit = looking.look("https://named.example/", looking.names_of(web.ports), authority=web.authority)
        assert visit.status == 200
        assert visit.certificate is not None
        assert visit.certificate.names == ("named.example",)
        assert web.requests == [("named.example", "/")]


def test_a_connection_is_used_again_within_a_run() -> None:
    """Two pages of one host cost one connection: polite, and quicker."""
    def twice(visitor: Visitor) -> None:
        visitor.send(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")
        if visitor.read():
            visitor.send(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")
    with RawServer(twice) as server:
        urls = ["http://kept.example/a", "http://kept.example/b"]
        visits = looking.looks([looking.Look(url) for url in urls], looking.names_of(server.ports))
        assert [visit.status for visit in visits] == [200, 200]
        assert (server.connections, server.paths) == (1, ["/a", "/b"])


def test_a_handshake_given_up_is_hung_up() -> None:
    """A server that says nothing to the greeting of TLS is left with a closed connection, not with one that lingers."""
    left: list[bool] = []
    with RawServer(lambda visitor: left.append(not visitor.hold()), talks=False) as server:
        visit = looking.look("https://mute.example/", looking.names_of(server.ports),
                             pace=looking.quick(connect=0.2, read=0.2))
        assert visit.failure is Failure.TIMEOUT
    assert left == [True]


@pytest.fixture
def authority() -> trustme.CA:
    """An authority that nobody has heard of."""
    return trustme.CA(organization_name="A council's own")


def served(authority: trustme.CA, host: str) -> RawServer:
    """An https server with a certificate of the authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host).configure_cert(context)
    return RawServer(says(answer(b"inside")), tls=context)


def test_ssl_cert_file_is_honoured(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With the council's certificate file named in SSL_CERT_FILE its sites are trusted; without it they are not."""
    file = tmp_path / "council.pem"
    authority.cert_pem.write_to_path(file)
    with served(authority, "council.example") as server:
        names = looking.names_of(server.ports)
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        assert looking.look("https://council.example/", names, authority=None).failure is Failure.CERTIFICATE
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        assert looking.look("https://council.example/", names, authority=None).status == 200


@pytest.mark.parametrize("what", ["", "not a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_bad_ssl_cert_file_is_no_crash(what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file with no certificate in it, or none at all, changes nothing; the doctor tells of it."""
    file = tmp_path / "council.pem"
    if what:
        file.write_text(what, encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    assert isinstance(trusting_context(), ssl.SSLContext)


def test_nothing_is_trusted_by_default_that_the_system_does_not_trust(authority: trustme.CA) -> None:
    """An invented authority's certificate is refused; looked at without a check, for diagnosis, the page is read."""
    with served(authority, "council.example") as server:
        names = looking.names_of(server.ports)
        assert looking.look("https://council.example/", names, authority=None).failure is Failure.CERTIFICATE
        unverified = looking.look("https://council.example/", names, purpose=looking.Purpose.UNVERIFIED)
        assert (unverified.status, unverified.failure) == (200, None)


def test_an_own_host_with_a_private_address_can_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings name `intranet.example`: it is asked on its private address; `intranet2.example`, as private, is not."""
    with RawServer(says(answer(b"inside"))) as server:
        looking.resolving(monkeypatch, ["127.0.0.1"])
        own = ("intranet.example",)
        asked = looking.look(f"http://intranet.example:{server.port}/", SystemNames(own), own_hosts=own)
        assert asked.status == 200
        refused = looking.look(f"http://intranet2.example:{server.port}/", SystemNames(own), own_hosts=own)
        assert refused.failure is Failure.NOT_PUBLIC
        assert server.connections == 1


def test_an_own_address_can_be_asked_by_its_number() -> None:
    """Settings may name an address itself, in both families."""
    for address, host in (("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")):
        try:
            server = RawServer(says(answer(b"inside")), address=address)
        except OSError:
            pytest.skip("this machine has no IPv6")
        with server:
            own = (address,)
            visit = looking.look(f"http://{host}:{server.port}/", SystemNames(own), own_hosts=own)
            assert (visit.status, visit.server_address) == (200, address)
