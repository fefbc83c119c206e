"""Which name servers are asked: the system's, or a table of names that practice and tests bring."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from review_kit.model import LookUp, Reply

MOST_SERVERS = 4
"""Of the name servers that a machine knows, how many are tried: Windows lists those of adapters out of use too."""
RESOLV_CONF = Path("/etc/resolv.conf")


class NameServer(Protocol):
    """Answers questions about names."""

    @property
    def address(self) -> str:
        """Where it is, as the facts name it."""
        ...

    async def look_up(self, name: str, kind: str) -> LookUp:
        """What it says of a name: never an exception, for not to be told is a fact as well.

        Args:
            name: in ASCII, absolute whether a dot closes it or not: no search suffix is ever tried.
            kind: MX, A or AAAA.
        """
        ...


@dataclass(frozen=True)
class NameServers:
    """Whom to ask, best first: the first that can be believed is asked everything. `canaries` surely take mail."""

    servers: tuple[NameServer, ...]
    canaries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoNameServer:
    """Stands where the system knows no name server: it can tell nothing, and says why."""

    why: str
    address: str = ""

    async def look_up(self, name: str, kind: str) -> LookUp:
        """See `NameServer`."""
        return LookUp(name.removesuffix("."), kind, Reply.TROUBLE, cause=self.why)


def system_servers(config: Path = RESOLV_CONF) -> tuple[NameServer, ...]:
    """The name servers that this system is set up to ask, each by itself.

    One after the other within one question, as resolvers do, would let a server that knows no outside name answer for
    one that was slow; and Windows gives those of adapters that are not in use too
    (https://github.com/rthalley/dnspython/issues/1191).

    Args:
        config: the resolver configuration, where the system has one as a file; Windows keeps it in its registry.
    """
    import dns.exception
    import dns.resolver

    from review_kit.mail_dns.dns_server import DnsServer
    try:
        found = dict.fromkeys(str(server) for server in dns.resolver.Resolver(str(config)).nameservers)
        servers = tuple(DnsServer(address) for address in found)
    except (dns.exception.DNSException, OSError, ValueError, NotImplementedError) as error:
        return (NoNameServer(f"this system's resolver configuration cannot be used: {error}"),)
    return servers[:MOST_SERVERS] or (NoNameServer("this system names no name server"),)
