"""Looks for tests: one look, or a whole gathering, at invented names, with a pace that bores nobody."""

import asyncio
import hashlib
import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from threading import Event
from typing import Any

import msgspec
import pytest

from review_kit.model import CanaryRound, Look, Progress, Purpose, Settings, Visit
from review_kit.practice.names import TableOfNames
from review_kit.practice.server import LoopbackWeb
from review_kit.practice.sites import read_sites
from review_kit.web import Clock, Connector, Names, Network, Outcome, Pace, SystemNames, gather
from review_kit.web.ask import Asker

from .rawserver import RawServer, answer, says

PACE = Pace(pause=0.0, connect=5.0, read=5.0, longest_look=15.0, backoff=(0.01, 0.02), jitter=0.0, second_pass=0.01,
            wait_cap=3.0)
CANARY = {"canary.example": {"pages": {"/": [{"title": "Always there", "body": "Hello."}]}}}
NOBODY = SSLContext(PROTOCOL_TLS_CLIENT)
"""Trusts no certificate, and is made in no time; None stands for what this machine trusts."""
SETTINGS = Settings(canary_addresses=("http://canary.example/",), canary_portal="",
                    canary_false_name="nobody.example")

Ports = Callable[[str], tuple[int, int] | None]


def web_of(sites: dict[str, Any]) -> LoopbackWeb:
    """An invented web from a table as in `web.toml`, with a canary that always answers."""
    return LoopbackWeb(read_sites(CANARY | sites))


def page(title: str = "Page", **answer: Any) -> dict[str, Any]:
    """One page that always answers the same."""
    return {"title": title, **answer}


def site(**pages: Any) -> dict[str, Any]:
    """A site with one page at / (or those given as `path=answers`, without the stroke)."""
    named = {f"/{path}": answers if isinstance(answers, list) else [answers] for path, answers in pages.items()}
    return {"pages": named or {"/": [page()]}}


def names_of(*tables: Ports) -> TableOfNames:
    """One table of names from several: the first that has the name."""
    return TableOfNames(lambda host: next((found for table in tables if (found := table(host))), None))


class Canary(RawServer):
    """The canary alone, for a web that is served by other means."""

    def __init__(self) -> None:
        super().__init__(says(answer(b"Always there")))

    def ports(self, host: str) -> tuple[int, int] | None:
        """See `RawServer.ports`."""
        return super().ports(host) if host == "canary.example" else None


class SystemOr(SystemNames):
    """The system's names, but for one invented host: an address written out is resolved and checked as ever."""

    def __init__(self, ports: Ports, host: str) -> None:
        super().__init__()
        self._table, self._host = names_of(ports), host

    async def addresses(self, host: str, port: int) -> tuple[tuple[str, int], ...]:
        """See `review_kit.web.names.Names`."""
        return await (self._table if host == self._host else super()).addresses(host, port)


def look(url: str, names: Names, *, purpose: Purpose = Purpose.REGISTERED, pace: Pace = PACE,
         authority: SSLContext | None = NOBODY, own_hosts: Iterable[str] = (), use_proxies: bool = False,
         contact: str = "", clock: Clock | None = None) -> Visit:
    """One look, made at once, with a connector of its own."""
    return looks([Look(url, purpose)], names, pace=pace, authority=authority, own_hosts=own_hosts,
                 use_proxies=use_proxies, contact=contact, clock=clock)[0]


def looks(wanted: Sequence[Look], names: Names, *, pace: Pace = PACE, authority: SSLContext | None = NOBODY,
          own_hosts: Iterable[str] = (), use_proxies: bool = False, contact: str = "",
          clock: Clock | None = None) -> list[Visit]:
    """Several looks, one after the other, with one connector."""
    async def made() -> list[Visit]:
        connector = Connector(names, authority=authority, own_hosts=own_hosts, use_proxies=use_proxies)
        asker = Asker(connector, pace, clock or Clock(), run="a run", contact=contact)
        try:
            return [await asker.look(one) for one in wanted]
        finally:
            await connector.aclose()
    return asyncio.run(made())


@dataclass
class Gathered:
    """What a gathering brought in, in the order in which it came."""

    outcome: Outcome = field(default_factory=lambda: Outcome("not ended"))
    facts: list[Visit | CanaryRound] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)

    @property
    def visits(self) -> list[Visit]:
        """The visits alone."""
        return [fact for fact in self.facts if isinstance(fact, Visit)]

    @property
    def rounds(self) -> list[CanaryRound]:
        """The canary rounds alone."""
        return [fact for fact in self.facts if isinstance(fact, CanaryRound)]

    def of(self, url: str) -> list[Visit]:
        """The visits of one address."""
        return [visit for visit in self.visits if visit.url == url]

    def last(self, url: str) -> Visit:
        """The newest visit of one address."""
        return self.of(url)[-1]


def gathered(urls: Iterable[str | Look], names: Names | LoopbackWeb, *, settings: Settings = SETTINGS,
             pace: Pace = PACE, authority: SSLContext = NOBODY, use_proxies: bool = False,
             should_stop: Callable[[Gathered], bool] = lambda _: False, clock: Clock | None = None,
             **changed: Any) -> Gathered:
    """Gather these addresses once each, as a review does: canaries, links, second pass, canaries."""
    found = Gathered()
    wanted = [url if isinstance(url, Look) else Look(url) for url in urls]
    if isinstance(names, LoopbackWeb):
        authority = names.authority
        names = names_of(names.ports)

    def missing(visits: Sequence[Visit], _: Sequence[CanaryRound]) -> list[Look]:
        made = {(visit.url, visit.purpose) for visit in visits}
        return [one for one in wanted if (one.url, one.purpose) not in made]

    network = Network(names=names, authority=authority, pace=replace(pace, **changed), clock=clock or Clock(),
                      use_proxies=use_proxies)
    found.outcome = gather(missing, settings=settings, network=network, on_fact=found.facts.append,
                           on_progress=found.progress.append, should_stop=lambda: should_stop(found))
    return found


def digest(body: bytes) -> str:
    """The hash by which a page's body is known."""
    return hashlib.sha256(body).hexdigest()


def held(monkeypatch: pytest.MonkeyPatch, holder: object, name: str) -> Event:
    """Make a function of a module hang until the event that this returns is set."""
    over = Event()
    monkeypatch.setattr(holder, name, lambda *_, **__: over.wait(20))
    return over


def record_of(visit: Visit) -> dict[str, Any]:
    """The visit as it is written down."""
    return dict(msgspec.json.decode(msgspec.json.encode(visit)))


def quick(**changed: Any) -> Pace:
    """The pace of these tests with a figure or two changed."""
    return replace(PACE, **changed)


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str] | Exception) -> list[str]:
    """Put a resolver in place of the system's: it gives these answers in turn; returns the list of names asked."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, **_: object) -> list[tuple[Any, ...]]:
        found = answers[min(len(asked), len(answers) - 1)]
        asked.append(host)
        if isinstance(found, Exception):
            raise found
        return [(socket.AF_INET6 if ":" in a else socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in found]
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked
