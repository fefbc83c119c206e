"""A real name server on loopback, over UDP and TCP, with zones and ills of every kind that a review meets."""

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

LOOPBACK = "127.0.0.1"
Zone = Mapping[str, Mapping[str, list[str]]]
"""Name -> kind -> records, as a zone file has them; a kind of `CNAME` leads on to another name."""

CANARIES: Zone = {
    "www.canary.example": {"A": ["192.0.2.1"]},
    "www.other-canary.example": {"AAAA": ["2001:db8::1"]},
    "post.example": {"MX": ["10 mx.post.example."]},
    "letters.example": {"MX": ["10 mx.post.example."]},
    "mx.post.example": {"A": ["192.0.2.2"]},
}
"""What must be there and what must take mail; nobody.example is not there."""
DOMAINS: Zone = {
    "one.example": {"MX": ["10 mx.one.example."]},
    "mx.one.example": {"A": ["192.0.2.3"]},
    "two.example": {"MX": ["20 spare.two.example.", "10 mx.two.example."]},
    "mx.two.example": {"A": ["192.0.2.4"]},
    "spare.two.example": {"A": ["192.0.2.5"]},
    "half.example": {"MX": ["10 gone.half.example.", "20 spare.two.example."]},
    "six.example": {"MX": ["10 mx.six.example."]},
    "mx.six.example": {"AAAA": ["2001:db8::6"]},
    "null.example": {"MX": ["0 ."], "A": ["192.0.2.6"]},
    "address.example": {"A": ["192.0.2.7"]},
    "address6.example": {"AAAA": ["2001:db8::7"]},
    "empty.example": {"TXT": ['"nothing here"']},
    "lost.example": {"MX": ["10 gone.lost.example.", "20 bare.lost.example."]},
    "bare.lost.example": {"TXT": ['"no address"']},
    "alias.example": {"CNAME": ["one.example."]},
    "alias-to-nowhere.example": {"CNAME": ["gone-for-good.example."]},
    "circle.example": {"CNAME": ["circle2.example."]},
    "circle2.example": {"CNAME": ["circle.example."]},
    "inside.example": {"MX": ["10 mx.inside.example."]},
    "mx.inside.example": {"A": ["10.1.2.3"]},
    "blocked.example": {"A": ["0.0.0.0"]},  # noqa: S104 - what filters give
    "xn--bcher-kva.example": {"MX": ["10 mx.one.example."]},
}

Ill = Callable[[dns.message.QueryMessage], dns.message.Message | None]
"""What a name does instead of answering by the zone; None: nothing at all."""


def servfail(query: dns.message.QueryMessage) -> dns.message.Message:
    """The server is in trouble with this name."""
    return _with_code(query, dns.rcode.SERVFAIL)


def refused(query: dns.message.QueryMessage) -> dns.message.Message:
    """The server does not talk about this name."""
    return _with_code(query, dns.rcode.REFUSED)


def no_such_name(query: dns.message.QueryMessage) -> dns.message.Message:
    """There is no such name."""
    return _with_code(query, dns.rcode.NXDOMAIN)


def silent(_: dns.message.QueryMessage) -> None:
    """Never a word."""


def garbage(_: dns.message.QueryMessage) -> dns.message.Message:
    """An answer to nobody's question."""
    return dns.message.make_response(dns.message.make_query("somebody-else.example.", "MX"), our_payload=512)


def _with_code(query: dns.message.QueryMessage, code: dns.rcode.Rcode) -> dns.message.Message:
    response = dns.message.make_response(query, recursion_available=True)
    response.set_rcode(code)
    return response


class DnsOnLoopback:
    """Serves a zone for as long as its `with` lasts.

    `ills` are names that do something else; `instead` answers in place of all that. `asked` holds every question, as
    (name, kind, UDP or TCP). Names that are no part of the zone do not exist.
    """

    def __init__(self, *zones: Zone, ills: Mapping[str, Ill] | None = None, instead: Ill | None = None,
                 own_zone: bool = False, truncated: frozenset[str] = frozenset(), delay: float = 0.0) -> None:
        self.zone = {name: records for zone in (zones or (CANARIES, DOMAINS)) for name, records in zone.items()}
        self.ills, self.instead, self.own_zone, self.delay = dict(ills or {}), instead, own_zone, delay
        self.truncated = truncated
        self.asked: list[tuple[str, str, str]] = []
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._serve_udp, self._serve_tcp)]
        self._over = threading.Event()

    @staticmethod
    def _bound() -> tuple[socket.socket, socket.socket]:
        """One port for both; a port that is free for one may be taken for the other."""
        while True:
            udp, tcp = socket.socket(type=socket.SOCK_DGRAM), socket.socket()
            udp.bind((LOOPBACK, 0))
            try:
                tcp.bind(udp.getsockname())
                tcp.listen()
            except OSError:
                udp.close()
                tcp.close()
                continue
            return udp, tcp

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._udp.getsockname()[1])

    def names_asked(self) -> set[str]:
        """Every name that was asked for."""
        return {name for name, _, _ in self.asked}

    def _answer(self, wire: bytes, way: str) -> bytes | None:
        query = dns.message.from_wire(wire)
        assert isinstance(query, dns.message.QueryMessage)
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True).lower()
        self.asked.append((name, dns.rdatatype.to_text(question.rdtype), way))
        if self.delay:
            time.sleep(self.delay)
        response = (self.instead or self.ills.get(name) or self._by_zone)(query)
        if response is None:
            return None
        if way == "UDP" and name in self.truncated:
            response = dns.message.make_response(query)
            response.flags |= dns.flags.TC
        return response.to_wire()

    def _by_zone(self, query: dns.message.QueryMessage) -> dns.message.Message:
        response = dns.message.make_response(query, recursion_available=True)
        response.flags |= dns.flags.AA if self.own_zone else 0
        name, kind = query.question[0].name, dns.rdatatype.to_text(query.question[0].rdtype)
        for _ in range(4):
            held = self.zone.get(name.to_text(omit_final_dot=True).lower())
            if held is None:
                response.set_rcode(dns.rcode.NXDOMAIN)
                return response
            found = held.get("CNAME", [])
            for each in (("CNAME",) if found else (kind,)):
                if held.get(each):
                    response.answer.append(dns.rrset.from_text(name, 60, "IN", each, *held[each]))
            if not found:
                return response
            name = dns.name.from_text(found[0])
        return response

    def _serve_udp(self) -> None:
        while not self._over.is_set():
            try:
                wire, visitor = self._udp.recvfrom(4096)
                answer = self._answer(wire, "UDP") if wire else None
                if answer is not None:
                    self._udp.sendto(answer, visitor)
            except OSError:
                return

    def _serve_tcp(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._tcp.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as said:
                head = said.read(2)
                answer = self._answer(said.read(struct.unpack("!H", head)[0]), "TCP") if len(head) == 2 else None
                if answer is not None:
                    connection.sendall(struct.pack("!H", len(answer)) + answer)

    def __enter__(self) -> Self:
        self._udp, self._tcp = self._bound()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._over.set()
        for kept in (self._udp, self._tcp):
            with contextlib.suppress(OSError):  # one without a connection says so, and wakes its thread all the same
                kept.shutdown(socket.SHUT_RDWR)
            kept.close()
        for thread in self._threads:
            thread.join(5)
