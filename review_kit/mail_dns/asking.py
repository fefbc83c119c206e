"""Which questions are asked about a domain and about a host that must be there."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import idna

from review_kit.mail import Asking, exchanges, has_address
from review_kit.model import LookUp, Reply

LookUps = Callable[[str, str], Awaitable[LookUp]]
"""Asks the one name server: a name and a kind of record."""
MOST_EXCHANGES = 6
"""Of a domain's mail servers, how many are looked for; large providers have five."""


def in_ascii(domain: str) -> str:
    """A domain as name servers know it (IDNA 2008, mapped as browsers do).

    Raises:
        idna.IDNAError: it cannot be a name.
    """
    return domain.lower() if domain.isascii() else idna.encode(domain, uts46=True).decode("ascii")


async def ask_domain(domain: str, look_up: LookUps) -> Asking:
    """The domain's MX, then the addresses of the servers that it names, or its own where it names none."""
    try:
        name = in_ascii(domain)
    except idna.IDNAError as error:
        return (LookUp(domain, "MX", Reply.TROUBLE, cause=f"not a domain: {error}"),)
    mx = await look_up(name, "MX")
    if mx.reply is Reply.TROUBLE:
        return (mx,)
    hosts = exchanges(mx)[:MOST_EXCHANGES] if mx.reply is Reply.RECORDS else (name,)
    return (mx, *await ask_addresses(hosts, look_up))


async def ask_addresses(hosts: Sequence[str], look_up: LookUps) -> Asking:
    """Their IPv4 addresses; their IPv6 ones too where none has any of the former that mail could go to."""
    first = await asyncio.gather(*(look_up(host, "A") for host in hosts))
    if any(map(has_address, first)):
        return tuple(first)
    there = [each.name for each in first if each.reply is not Reply.NO_SUCH_NAME]
    return (*first, *await asyncio.gather(*(look_up(host, "AAAA") for host in there)))


async def ask_nobody(name: str, look_up: LookUps) -> Asking:
    """A name that nobody has: neither mail servers nor an address may be found for it."""
    return tuple(await asyncio.gather(look_up(name, "MX"), look_up(name, "A")))
