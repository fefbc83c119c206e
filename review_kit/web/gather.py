"""Gathering in rounds: looks, then the looks that would settle a doubt, until none is left or the budget is spent."""

import asyncio
import ssl
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

from review_kit.mail_dns import NameServers
from review_kit.model import CanaryRound, Look, Progress, Settings, Visit
from review_kit.model.settings import named
from review_kit.web.ask import Asker
from review_kit.web.canaries import Canaries
from review_kit.web.clock import Clock
from review_kit.web.connector import Connector
from review_kit.web.names import Names, SystemNames
from review_kit.web.pace import Pace
from review_kit.web.run import Run

T = TypeVar("T")
ROUNDS = 4
"""How often the facts may raise a further doubt: a look, a second opinion, a third; then a person is asked."""
WAIT_SECONDS = 0.25
"""How long the thread that a person can interrupt waits at a stretch."""

NextLooks = Callable[[Sequence[Visit], Sequence[CanaryRound]], Sequence[Look]]
"""Pure: from the facts so far, the looks that are still wanted; nothing when every doubt is settled."""


@dataclass(frozen=True)
class Network:
    """Which network is asked and how: the real one by default; practice and tests bring their own."""

    names: Names | None = None
    authority: ssl.SSLContext | None = None
    pace: Pace = field(default_factory=Pace)
    clock: Clock = field(default_factory=Clock)
    use_proxies: bool = True
    mail: NameServers | None = None
    """Who is asked whether domains take mail: the system's name servers, or nobody where `names` is a table."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: `done`, `no network`, `stopped` by a person, or `out of time`."""

    state: str
    via_proxy: bool = False


def gather(next_looks: NextLooks, *, settings: Settings, network: Network,
           on_fact: Callable[[Visit | CanaryRound], None], on_progress: Callable[[Progress], None],
           should_stop: Callable[[], bool]) -> Outcome:
    """Make all wanted looks. Works in a script and in a notebook, where a loop is already running.

    Every fact goes to `on_fact` the moment it is made, so a run that is killed has lost nothing it had learned.
    """
    work = _Gathering(next_looks, settings, network, on_fact, on_progress, should_stop)
    return aside(work.run)


def examine(settings: Settings, network: Network) -> tuple[CanaryRound, tuple[Visit, ...]]:
    """One look at the canaries alone, with what each showed: whether this network can be believed now."""
    async def look() -> tuple[CanaryRound, tuple[Visit, ...]]:
        _, canaries, connector = _parts(settings, network, network.clock.now())
        try:
            return await canaries.round("before"), canaries.shown
        finally:
            await connector.aclose()
    return aside(look)


def aside(work: Callable[[], Coroutine[None, None, T]]) -> T:
    """Run in a thread of its own: a notebook has a loop running in this one. Ctrl+C ends the run at once."""
    begun: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[T]]] = []

    async def run() -> T:
        task = asyncio.create_task(work())
        begun.append((asyncio.get_running_loop(), task))
        return await task

    with ThreadPoolExecutor(1, thread_name_prefix="web") as aside:
        future = aside.submit(lambda: asyncio.run(run()))
        try:
            # Windows delivers Ctrl+C between waits only, so no wait is long.
            while not wait([future], WAIT_SECONDS).done:
                pass
        except BaseException:
            for loop, task in begun:
                with suppress(RuntimeError):  # the loop has ended by itself meanwhile
                    loop.call_soon_threadsafe(task.cancel)
            raise
        return future.result()


def _parts(settings: Settings, network: Network, run: str) -> tuple[Asker, Canaries, Connector]:
    names = network.names or SystemNames(settings.own_hosts)
    connector = Connector(names, authority=network.authority, own_hosts=settings.own_hosts,
                          use_proxies=network.use_proxies)
    asker = Asker(connector, network.pace, network.clock, run=run, contact=settings.contact_address)
    return asker, Canaries(settings, connector, names, asker, network.clock, run), connector


class _Gathering:
    def __init__(self, next_looks: NextLooks, settings: Settings, network: Network,
                 on_fact: Callable[[Visit | CanaryRound], None], on_progress: Callable[[Progress], None],
                 should_stop: Callable[[], bool]) -> None:
        self._next_looks, self._settings, self._network = next_looks, settings, network
        self._outer_fact, self._on_progress, self._should_stop = on_fact, on_progress, should_stop
        self._visits: list[Visit] = []
        self._rounds: list[CanaryRound] = []

    def _on_fact(self, fact: Visit | CanaryRound) -> None:
        if isinstance(fact, Visit):
            self._visits.append(fact)
        else:
            self._rounds.append(fact)
        self._outer_fact(fact)

    async def run(self) -> Outcome:
        net = self._network
        name = net.clock.now()
        asker, canaries, connector = _parts(self._settings, net, name)
        run = Run(asker, canaries, net.pace, net.clock, name=name, on_fact=self._on_fact,
                  on_progress=self._on_progress, should_stop=self._should_stop)
        try:
            async with asyncio.timeout(self._settings.run_minutes * 60):
                return await self._rounds_of_looks(run)
        except TimeoutError:
            return Outcome("out of time", self._via_proxy())
        finally:
            await connector.aclose()

    async def _rounds_of_looks(self, run: Run) -> Outcome:
        if not self._next_looks(self._visits, self._rounds):
            return Outcome("done")
        before = await run.canary_round("before")
        if not before.good:  # a network waking up deserves a second chance before every link is left unasked
            await asyncio.sleep(self._network.pace.second_pass)
            before = await run.canary_round("before")
        for number in range(ROUNDS):
            wanted = [look for look in self._next_looks(self._visits, self._rounds) if before.good or self._own(look)]
            if not wanted or self._should_stop():
                break
            await run.make(wanted, stage="Checking links" if number == 0 else "Looking closer")
        await run.canary_round("after")
        state = "stopped" if self._should_stop() else "done" if before.good else "no network"
        return Outcome(state, self._via_proxy())

    def _own(self, look: Look) -> bool:
        return named(urlsplit(look.url).hostname or "", self._settings.own_hosts)

    def _via_proxy(self) -> bool:
        return any(visit.via_proxy for visit in self._visits) or any(round_.via_proxy for round_ in self._rounds)
