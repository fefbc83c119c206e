"""One gate for each host: at most two requests at once, a pause between them, and what the host taught us."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from urllib.parse import urlsplit

from review_kit.model import Failure, Look, Visit
from review_kit.web.clock import Clock
from review_kit.web.pace import Pace

SAID_OF_THE_HOST = frozenset({Failure.NO_SUCH_NAME, Failure.REFUSED, Failure.UNREACHABLE, Failure.TIMEOUT,
                              Failure.RESOLVER_TROUBLE, Failure.NOT_PUBLIC})
"""Failures that are the host's and not one page's: learned once, they hold for its other links in this pass."""


def host_key(url: str) -> str:
    """Which gate an address goes through: the host, with or without www., and its port."""
    try:
        host, port = urlsplit(url).hostname or "", urlsplit(url).port
    except ValueError:  # no address at all: the look itself will say so
        return url
    return host.removeprefix("www.") + (f":{port}" if port else "")


class Gate:
    """The gate of one host. The first request goes alone, so a silent host is learned once and not once a link."""

    def __init__(self, pace: Pace, clock: Clock) -> None:
        self._pace, self._clock = pace, clock
        self._places = asyncio.Semaphore(pace.per_host)
        self._turn = asyncio.Lock()
        self._free_at = 0.0
        self._answering: set[str] = set()
        self.forget()

    def forget(self) -> None:
        """A new pass: the host is met afresh."""
        self._met = asyncio.Event()
        self._being_met = False
        self._silent: dict[str, Visit] = {}

    async def come(self) -> None:
        """The first comer goes on at once; the others wait until the host has answered it, or has failed to."""
        if self._being_met:
            await self._met.wait()
        self._being_met = True

    def meet(self) -> None:
        """The host has answered, or been given up: the others may go on."""
        self._met.set()

    @asynccontextmanager
    async def place(self, everywhere: asyncio.Semaphore) -> AsyncIterator[None]:
        """A place at the host and one of those for all hosts, after the pause that the host is owed."""
        async with self._places:
            async with self._turn:
                await asyncio.sleep(max(0.0, self._free_at - self._clock.seconds()))
                await everywhere.acquire()
                self._free_at = self._clock.seconds() + self._pace.pause
            try:
                yield
            finally:
                everywhere.release()

    def learn(self, visit: Visit) -> None:
        """Remember what a finished look says of the whole host."""
        origin = _origin(visit.url)
        if visit.hops:
            self._answering.add(origin)
            self._silent.pop(origin, None)
        elif visit.failure in SAID_OF_THE_HOST and origin not in self._answering:  # else it is one slow page's own
            self._silent[origin] = visit
        self.meet()

    def known(self, look: Look, stamp: str, run: str) -> Visit | None:
        """What this look would show, where the host has already been found silent; None where it must be asked."""
        silent = self._silent.get(_origin(look.url))
        if silent is None or silent.url == look.url:
            return None
        return replace(silent, url=look.url, purpose=look.purpose, asked_because=look.asked_because, at=stamp, run=run,
                       attempts=0, seconds=0.0, failed_at=look.url,
                       cause=f"not asked again: its host gave no answer to {silent.url} ({silent.cause})"[:400])


def _origin(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}".casefold()
