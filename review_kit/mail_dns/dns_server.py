"""One name server, asked with dnspython over UDP, and over TCP where the answer does not fit."""

import dns.asyncbackend
import dns.asyncresolver
import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.resolver

from review_kit.model import LookUp, Reply

LIFETIME = 5.0
"""Seconds for one look-up in all, the second try of a lost packet included."""
PATIENCE = 2.0
"""Seconds for one packet."""
MOST_RECORDS = 20


class DnsServer:
    """Asks one name server, and no other. See `NameServer`."""

    def __init__(self, address: str, port: int = 53, *, lifetime: float = LIFETIME, patience: float = PATIENCE) -> None:
        self._resolver = dns.asyncresolver.Resolver(configure=False)
        self._resolver.port = port
        self._resolver.nameservers = [address]
        self._resolver.lifetime, self._resolver.timeout = lifetime, patience
        self._backend = dns.asyncbackend.get_backend("asyncio")
        self.address = address

    async def look_up(self, name: str, kind: str) -> LookUp:
        """See `NameServer`."""
        try:
            reply, response, records = await self._asked(name, kind)
            alias = _plain(response.canonical_name().to_text())
        except (dns.exception.DNSException, OSError, ValueError) as error:
            return LookUp(_plain(name), kind, Reply.TROUBLE, cause=why(error))
        return LookUp(_plain(name), kind, reply, records, alias if alias != _plain(name) else "",
                      own_zone=bool(response.flags & dns.flags.AA))

    async def _asked(self, name: str, kind: str) -> tuple[Reply, dns.message.QueryMessage, tuple[str, ...]]:
        asked = dns.name.from_text(name)  # absolute: the root is added where no dot closes it
        try:
            answer = await self._resolver.resolve(asked, kind, search=False, raise_on_no_answer=False,
                                                  backend=self._backend)
        except dns.resolver.NXDOMAIN as error:
            return Reply.NO_SUCH_NAME, error.response(asked), ()  # type: ignore[no-untyped-call]
        if answer.rrset is None:
            return Reply.NONE, answer.response, ()
        return Reply.RECORDS, answer.response, _records(answer)


def _plain(name: str) -> str:
    """A name in small letters, without the dot that closes it; the root stays a dot."""
    return name.lower().removesuffix(".") or "."


def _records(answer: dns.resolver.Answer) -> tuple[str, ...]:
    """The records as text, in an order of ours: servers turn theirs round."""
    if answer.rdtype.name == "MX":
        pairs = sorted((each.preference, _plain(each.exchange.to_text())) for each in answer)
        return tuple(f"{preference} {host}" for preference, host in pairs[:MOST_RECORDS])
    return tuple(sorted(each.address for each in answer)[:MOST_RECORDS])


def why(error: BaseException) -> str:
    """The reason that nothing could be told, in a few words which are the same every time."""
    if isinstance(error, dns.resolver.NoNameservers):
        reasons = error.kwargs.get("errors") or ()
        last = reasons[-1][3] if reasons else "it did not answer"
        return why(last) if isinstance(last, BaseException) else f"the name server answered {last}"
    if isinstance(error, dns.exception.Timeout):
        return "no answer in time"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return f"{type(error).__name__}: {error}" if isinstance(error, ValueError) else type(error).__name__
