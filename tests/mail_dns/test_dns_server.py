"""One question to a real name server, and every kind of answer."""

import asyncio
import socket
import time

import pytest

from review_kit.model import LookUp, Reply

from . import nameserver
from .looking import server_at
from .nameserver import LOOPBACK, DnsOnLoopback


def ask(served: DnsOnLoopback | int, name: str, kind: str = "MX", **patience: float) -> LookUp:
    """One look-up."""
    return asyncio.run(server_at(served, **patience).look_up(name, kind))


@pytest.mark.parametrize(("name", "kind", "records"), [
    ("one.example", "MX", ("10 mx.one.example",)),
    ("two.example", "MX", ("10 mx.two.example", "20 spare.two.example")),
    ("null.example", "MX", ("0 .",)),
    ("address.example", "A", ("192.0.2.7",)),
    ("address6.example", "AAAA", ("2001:db8::7",)),
])
def test_records_come_sorted_and_without_closing_dots(name: str, kind: str, records: tuple[str, ...]) -> None:
    """The most preferred mail server first, whatever the server's own order; a null MX names the root."""
    with DnsOnLoopback() as served:
        assert ask(served, name, kind) == LookUp(name, kind, Reply.RECORDS, records)


def test_an_alias_is_followed_and_named() -> None:
    """The records are those of the name behind it."""
    with DnsOnLoopback() as served:
        found = ask(served, "alias.example")
    assert (found.reply, found.records, found.alias) == (Reply.RECORDS, ("10 mx.one.example",), "one.example")


def test_a_name_without_such_records_is_there() -> None:
    """Nothing of the kind (NODATA) is no missing name."""
    with DnsOnLoopback() as served:
        assert ask(served, "empty.example") == LookUp("empty.example", "MX", Reply.NONE)
        assert ask(served, "gone.example") == LookUp("gone.example", "MX", Reply.NO_SUCH_NAME)


def test_an_alias_of_a_missing_name_is_told_apart() -> None:
    """The name is there, and what it stands for is not."""
    with DnsOnLoopback() as served:
        found = ask(served, "alias-to-nowhere.example")
    assert (found.reply, found.alias) == (Reply.NO_SUCH_NAME, "gone-for-good.example")


def test_a_zone_of_the_servers_own_is_seen() -> None:
    """A server that holds the zone itself says so, of what is there and of what is not."""
    with DnsOnLoopback(own_zone=True) as served:
        assert [ask(served, name).own_zone for name in ("one.example", "empty.example", "gone.example")] == [True] * 3
    with DnsOnLoopback() as served:
        assert [ask(served, name).own_zone for name in ("one.example", "empty.example", "gone.example")] == [False] * 3


def test_an_answer_that_does_not_fit_is_fetched_over_tcp() -> None:
    """Of the same server, for the same question."""
    with DnsOnLoopback(truncated=frozenset({"two.example"})) as served:
        assert ask(served, "two.example").records == ("10 mx.two.example", "20 spare.two.example")
        assert served.asked == [("two.example", "MX", "UDP"), ("two.example", "MX", "TCP")]


@pytest.mark.parametrize(("ill", "cause"), [
    (nameserver.servfail, "the name server answered SERVFAIL"),
    (nameserver.refused, "the name server answered REFUSED"),
    (nameserver.silent, "no answer in time"), (nameserver.garbage, "no answer in time"),
])
def test_trouble_is_a_fact_with_its_cause(ill: nameserver.Ill, cause: str) -> None:
    """A server in trouble, one that refuses, one that says nothing and one that talks of something else."""
    with DnsOnLoopback(ills={"ill.example": ill}) as served:
        assert ask(served, "ill.example") == LookUp("ill.example", "MX", Reply.TROUBLE, cause=cause)


def test_aliases_in_a_circle_are_trouble() -> None:
    """They lead nowhere, and end."""
    with DnsOnLoopback() as served:
        assert ask(served, "circle.example").reply is Reply.TROUBLE


def test_nobody_at_the_port_is_trouble() -> None:
    """In the system's own words, at once."""
    with socket.socket(type=socket.SOCK_DGRAM) as taken:
        taken.bind((LOOPBACK, 0))
        port = taken.getsockname()[1]
    found = ask(port, "one.example")
    assert (found.reply, bool(found.cause)) == (Reply.TROUBLE, True)


@pytest.mark.parametrize("name", ["a..example", "x" * 64 + ".example", "y." * 128, "é" * 70])
def test_what_can_be_no_name_is_trouble(name: str) -> None:
    """Nobody is asked, and nothing is raised."""
    with DnsOnLoopback() as served:
        assert ask(served, name).reply is Reply.TROUBLE
        assert served.asked == []


def test_a_name_is_asked_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """No search suffix is tried, be it the machine's own domain: what is not there is not looked for elsewhere."""
    monkeypatch.setattr(socket, "gethostname", lambda: "laptop.one.example")
    with DnsOnLoopback() as served:
        assert ask(served, "mx").reply is Reply.NO_SUCH_NAME
        assert ask(served, "one.example.").name == "one.example"
        assert served.names_asked() == {"mx", "one.example"}


def test_a_packet_that_is_lost_is_sent_again() -> None:
    """Within the time that a look-up has."""
    lost: list[str] = []

    def first_lost(query: nameserver.dns.message.QueryMessage) -> nameserver.dns.message.Message | None:
        lost.append("")
        return served._by_zone(query) if len(lost) > 1 else None
    with DnsOnLoopback(instead=first_lost) as served:
        assert ask(served, "one.example").reply is Reply.RECORDS


def test_a_look_up_has_an_end() -> None:
    """A server that says nothing costs the lifetime and not much more."""
    with DnsOnLoopback(instead=nameserver.silent) as served:
        began = time.monotonic()
        assert ask(served, "one.example", lifetime=0.5).cause == "no answer in time"
        assert time.monotonic() - began < 2
