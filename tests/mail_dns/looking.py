"""Looks at mail domains for tests: through the real name server on loopback, with a patience that bores nobody."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import count

from review_kit.mail import Mail, told
from review_kit.mail_dns import NameServer, NameServers, gather
from review_kit.mail_dns.dns_server import DnsServer
from review_kit.model import MailLook, Progress

from .nameserver import LOOPBACK, DnsOnLoopback

HOSTS = ("www.canary.example", "www.other-canary.example")
TAKING = ("post.example", "letters.example")
NOBODY = "nobody.example"


def server_at(served: DnsOnLoopback | int, *, lifetime: float = 1.5, patience: float = 0.5) -> DnsServer:
    """The kit's side of a name server on loopback, or of a port at which nobody answers."""
    port = served if isinstance(served, int) else served.port
    return DnsServer(LOOPBACK, port, lifetime=lifetime, patience=patience)


def clock() -> Callable[[], str]:
    """A clock that goes on by a second each time it is looked at."""
    seconds = count()
    return lambda: f"2026-11-21T10:{(second := next(seconds)) // 60 % 60:02}:{second % 60:02}.000Z"


def look(domains: Sequence[str], *served: DnsOnLoopback | NameServer, pause: float = 0.01,
         should_stop: Callable[[], bool] = lambda: False,
         on_progress: Callable[[Progress], None] = lambda _: None) -> MailLook:
    """Ask these domains of the first of these name servers that can be believed."""
    servers = tuple(server_at(each) if isinstance(each, DnsOnLoopback) else each for each in served)
    return asyncio.run(gather(
        domains, NameServers(servers, TAKING), hosts=HOSTS, false_name=NOBODY, now=clock(), pause=pause,
        on_progress=on_progress, should_stop=should_stop))


def states(found: MailLook) -> dict[str, Mail]:
    """What each domain came to."""
    return {domain.domain: told(domain) for domain in found.domains}
