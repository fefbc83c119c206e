"""Host names to addresses, and which addresses may be asked at all.

A page that anyone can write must not make us call on the machines of the council's own network, so every name is
resolved once, every address checked, and the connection made to that very address (pinned).
"""

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from typing import Protocol

from review_kit.model.settings import named

RESOLVERS = 64
"""Threads for name look-ups: asyncio's own pool has 6 on a small laptop, which measured as the limit of a run."""

RESOLVE_SECONDS = 15.0
"""How long one look-up may take; the systems' own patience runs from 5 to 40 seconds."""

_GIVEN_OUT = ipaddress.ip_network("2000::/3")
"""All of IPv6 that is in public use (IANA); site-local addresses and old forms that hide an IPv4 one lie outside."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address inside an IPv6 one


class NotPublicError(OSError):
    """The name leads to an address inside a private network, which is not asked."""


class Names(Protocol):
    """Where a host is. The practice review and tests bring a table of their own."""

    async def addresses(self, host: str, port: int) -> tuple[tuple[str, int], ...]:
        """The checked addresses to connect to, best first.

        Raises:
            socket.gaierror: the name has no address, or the resolver could not tell.
            NotPublicError: its addresses may not be asked.
        """
        ...

    def close(self) -> None:
        """Let go of what the look-ups needed."""
        ...


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; IPv4 addresses inside IPv6 ones are unwrapped."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip not in _GIVEN_OUT:
            return False
    return ip.is_global and not ip.is_multicast


def literal(host: str) -> bool:
    """Whether the host is an IP address written out."""
    try:
        ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True


def in_turn(addresses: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The system's order with the two families in turn: a network whose IPv6 leads nowhere still gets through.

    As RFC 8305 section 4 has it; the family that the system puts first stays first.
    """
    families: dict[bool, list[tuple[str, int]]] = {}
    for address in addresses:
        families.setdefault(":" in address[0], []).append(address)
    return [address for pair in zip_longest(*families.values()) for address in pair if address is not None]


class SystemNames:
    """The operating system's resolver, with hosts files, VPNs and split names as the person's browser has them."""

    def __init__(self, own_hosts: Iterable[str] = ()) -> None:
        self._own = tuple(own_hosts)
        self._pool = ThreadPoolExecutor(RESOLVERS, thread_name_prefix="names")
        self._known: dict[tuple[str, int], tuple[tuple[str, int], ...]] = {}

    async def addresses(self, host: str, port: int) -> tuple[tuple[str, int], ...]:
        """See `Names`. A name once resolved keeps its addresses for the run, so a second answer cannot differ."""
        if (host, port) not in self._known:
            self._known[host, port] = self._checked(host, await self._look_up(host, port))
        return self._known[host, port]

    async def _look_up(self, host: str, port: int) -> list[tuple[str, int]]:
        asked = asyncio.get_running_loop().run_in_executor(
            self._pool, lambda: socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM))
        try:
            found = await asyncio.wait_for(asked, RESOLVE_SECONDS)
        except TimeoutError:
            raise socket.gaierror(socket.EAI_AGAIN, "the resolver did not answer in time") from None
        except UnicodeError as error:  # a label too long or empty: Python's own check, before any resolver
            raise socket.gaierror(socket.EAI_NONAME, f"not a host name: {error}") from error
        return in_turn(dict.fromkeys((str(info[4][0]), port) for info in found))

    def _checked(self, host: str, found: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
        if named(host, self._own):
            return tuple(found)
        private = [address for address, _ in found if not is_public(address)]
        # One private address among public ones is refused too: which of them is asked would be the page's choice.
        if private:
            raise NotPublicError(f"{host} leads to {private[0]}, an address inside a private network")
        return tuple(found)

    def close(self) -> None:
        """Stop the look-ups that nobody waits for any more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
