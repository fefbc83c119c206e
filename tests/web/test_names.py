"""Host names to addresses: which may be asked, and that a checked address is the one that is connected to."""

import asyncio
import socket

import pytest

from review_kit.model import Failure
from review_kit.model.settings import named
from review_kit.web import NotPublicError, SystemNames
from review_kit.web import names as names_module
from review_kit.web.names import in_turn, is_public, literal

from . import looking
from .rawserver import RawServer, answer, says

PRIVATE = (
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
    "255.255.255.255", "224.0.0.1", "198.18.0.1", "192.0.2.7", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
    "fd12:3456::1", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1", "100::1",
)  # fmt: skip
WRAPPED = (
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1", "64:ff9b::10.1.2.3", "64:ff9b:1::10.1.2.3", "2002:7f00:1::", "2002:a00:1::1",
    "2002:a9fe:a9fe::", "2001:0:4136:e378:8000:63bf:80ff:fffe",
)  # fmt: skip
PUBLIC = ("8.8.8.8", "151.101.0.144", "2606:4700::1111", "2a04:4e42::144", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
          "2002:808:808::1")


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_inside_a_network_is_not_public(address: str) -> None:
    """Loopback, private, shared, link-local, site-local, multicast, documentation: none of them is the web."""
    assert not is_public(address)


@pytest.mark.parametrize("address", WRAPPED)
def test_a_private_address_cannot_hide_in_an_ipv6_one(address: str) -> None:
    """Mapped, compatible, translated, NAT64 and 6to4 forms of a private IPv4 address are as private as it is."""
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_web_is_public(address: str) -> None:
    """The rule refuses no address that a real site has, in either family, wrapped or not."""
    assert is_public(address)


def test_own_hosts_are_exactly_those_that_settings_name() -> None:
    """A name allows itself; only `*.` allows those below; case and a closing dot make no difference."""
    assert named("intranet.example", ("intranet.example",))
    assert named("INTRANET.example.", (" Intranet.Example ",))
    assert named("a.b.council.example", ("*.council.example",))
    assert not named("council.example", ("*.council.example",))
    assert not named("evil-intranet.example", ("intranet.example",))
    assert not named("x.intranet.example", ("intranet.example",))
    assert not named("evilcouncil.example", ("*.council.example",))
    assert not named("anything.example", ("", " "))


def test_an_address_written_out_is_known_as_one() -> None:
    """Literals are seen with brackets and zones; names are not taken for them."""
    assert literal("127.0.0.1")
    assert literal("[::1]")
    assert literal("fe80::1%eth0")
    assert not literal("example.org")


def test_the_families_take_turns() -> None:
    """Where IPv6 leads nowhere, IPv4 is second and not fifth; the system's first choice stays first."""
    six, four = [(f"2a04::{n}", 443) for n in range(1, 5)], [(f"151.101.0.{n}", 443) for n in (1, 2)]
    assert in_turn([*six, *four]) == [six[0], four[0], six[1], four[1], six[2], six[3]]
    assert in_turn(four) == four
    assert in_turn([]) == []


def resolved(host: str, *own: str) -> tuple[tuple[str, int], ...]:
    """What the system's names give for a host."""
    names = SystemNames(own)
    try:
        return asyncio.run(names.addresses(host, 443))
    finally:
        names.close()


def test_a_name_with_a_public_and_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One private address among public ones is enough: which of them is asked would be the page's choice."""
    looking.resolving(monkeypatch, ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(NotPublicError, match=r"both\.example leads to 10\.0\.0\.1"):
        resolved("both.example")


def test_a_councils_own_name_may_be_private(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings name the host: then, and only then, its private address is given."""
    looking.resolving(monkeypatch, ["10.0.0.1"])
    assert resolved("intranet.example", "intranet.example") == (("10.0.0.1", 443),)
    with pytest.raises(NotPublicError):
        resolved("other.example", "intranet.example")


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "::1"])
def test_every_way_to_write_this_machine_is_refused(host: str) -> None:
    """What the system's resolver takes for this machine is checked after it has been resolved, not before."""
    with pytest.raises(NotPublicError):
        resolved(host)


@pytest.mark.parametrize("host", ["a" * 64 + ".example", "a..example", "\u00ad.example"])
def test_a_host_that_cannot_be_a_name_does_not_exist(host: str) -> None:
    """Python's own check of labels refuses before any resolver is asked: no such name."""
    with pytest.raises(socket.gaierror) as refused:
        resolved(host)
    assert refused.value.errno == socket.EAI_NONAME


def test_a_resolver_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kit's own patience ends the wait, and calls it the resolver's trouble, not the name's."""
    over = looking.held(monkeypatch, socket, "getaddrinfo")
    monkeypatch.setattr(names_module, "RESOLVE_SECONDS", 0.05)
    try:
        with pytest.raises(socket.gaierror) as refused:
            resolved("slow.example")
    finally:
        over.set()
    assert refused.value.errno == socket.EAI_AGAIN


def second_loopback(port: int) -> RawServer:
    """The same port of another address of this machine; Linux and Windows have it, macOS does not."""
    try:
        return RawServer(says(answer(b"secret")), address="127.0.0.2", port=port)
    except OSError:
        pytest.skip("this machine has one loopback address only")


def test_a_name_keeps_its_addresses_for_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that changes its answer between two looks is still asked where it was first checked (DNS rebinding)."""
    monkeypatch.setattr(names_module, "is_public", lambda address: address == "127.0.0.1")
    with RawServer(says(answer(b"first"), answer(b"second"))) as public, second_loopback(public.port) as private:
        asked = looking.resolving(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
        url = f"http://rebinding.example:{public.port}/"
        names = SystemNames()
        first, second = looking.looks([looking.Look(url), looking.Look(url)], names)
        assert [first.page.body_hash, second.page.body_hash] == [looking.digest(b"first"), looking.digest(b"second")]
        assert asked == ["rebinding.example"]
        assert private.connections == 0


def test_a_private_second_answer_is_refused_after_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up that failed is made again, and its answer is checked like any other."""
    asked = looking.resolving(monkeypatch, socket.gaierror(socket.EAI_AGAIN, "try again"), ["10.0.0.1"])
    names = SystemNames()
    first, second = looking.looks([looking.Look("http://odd.example/")] * 2, names)
    assert (first.failure, second.failure) == (Failure.RESOLVER_TROUBLE, Failure.NOT_PUBLIC)
    assert asked == ["odd.example", "odd.example"]


def test_of_a_public_and_a_private_address_neither_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to the web and to this machine alike is refused whole; the listening socket hears nothing."""
    with RawServer(says(answer(b"secret"))) as private:
        looking.resolving(monkeypatch, ["8.8.8.8", "127.0.0.1"])
        visit = looking.look(f"http://both.example:{private.port}/", SystemNames())
        assert (visit.failure, visit.server_address) == (Failure.NOT_PUBLIC, "")
        assert private.connections == 0


def test_a_mapped_loopback_address_is_never_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name whose IPv6 address wraps 127.0.0.1 would reach this machine; the listening socket hears nothing."""
    with RawServer(says(answer(b"secret"))) as private:
        looking.resolving(monkeypatch, ["::ffff:127.0.0.1"])
        visit = looking.look(f"http://mapped.example:{private.port}/", SystemNames())
        assert visit.failure is Failure.NOT_PUBLIC
        assert private.connections == 0
