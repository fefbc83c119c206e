"""One run: the canaries, every domain a handful at once, what is in doubt once more, and the canaries again."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from review_kit.mail import Mail, state_of
from review_kit.mail_dns.asking import ask_domain
from review_kit.mail_dns.canaries import Canaries
from review_kit.mail_dns.servers import NameServer, NameServers
from review_kit.model import MailDomain, MailLook, MailRound, Progress

T = TypeVar("T")
AT_ONCE = 16
"""Domains that are asked at once."""
ROUND_SECONDS, FIRST_SECONDS, AGAIN_SECONDS = 6.0, 34.0, 12.0
"""For a look at the canaries, for asking each domain, for asking again what is in doubt: with the pause, a minute."""
STOPPED_SECONDS = 1.0
"""For the last look at the canaries, when a person waits for the end."""
STOP_SECONDS = 0.2
"""How often a run looks whether a person has stopped it."""
PAUSE_SECONDS = 2.0
"""At most so long before what is in doubt is asked again."""
STAGE = "Checking mail domains"


async def gather(domains: Sequence[str], servers: NameServers, *, hosts: Sequence[str], false_name: str,
                 now: Callable[[], str], pause: float = PAUSE_SECONDS,
                 on_progress: Callable[[Progress], None], should_stop: Callable[[], bool]) -> MailLook:
    """Ask whether domains take mail: within a minute, and within two seconds of being told to stop.

    Args:
        domains: each once; they stand in the facts in this order.
        servers: of which the first that shows that it can be believed is asked everything.
        hosts: names that must have an address.
        false_name: a name that nobody has.
        now: gives the time for stamps, ISO and UTC.
        pause: seconds before what is in doubt is asked again.
        on_progress: told of each domain.
        should_stop: asked several times a second.
    """
    canaries = Canaries(tuple(hosts), servers.canaries, false_name)
    run = _Run(canaries, now, min(pause, PAUSE_SECONDS), on_progress, should_stop)
    return await run.look(domains, servers.servers)


class _Run:
    def __init__(self, canaries: Canaries, now: Callable[[], str], pause: float,
                 on_progress: Callable[[Progress], None], should_stop: Callable[[], bool]) -> None:
        self._canaries, self._now, self._pause = canaries, now, pause
        self._on_progress, self._should_stop = on_progress, should_stop
        self._places = asyncio.Semaphore(AT_ONCE)
        self._done, self._total, self._began = 0, 0, 0.0

    async def look(self, domains: Sequence[str], servers: Sequence[NameServer]) -> MailLook:
        name = self._now()
        server, before = await self._first_good(servers)
        found: tuple[MailDomain, ...] = ()
        after = None
        if before.good:
            found = await self._ask_all(domains, server)
            stopped = self._should_stop()
            after = await self._round(server, STOPPED_SECONDS if stopped else ROUND_SECONDS, stoppable=not stopped)
        return MailLook(name, self._now(), before, after, found, server.address, left=len(domains) - len(found),
                        stopped=self._should_stop())

    async def _first_good(self, servers: Sequence[NameServer]) -> tuple[NameServer, MailRound]:
        """All are tried at once, for one that is out of use would hold up the others; the first that is good is taken.

        Where none is good, the first stands for all.
        """
        async def tried(server: NameServer) -> tuple[NameServer, MailRound]:
            return server, await self._round(server, ROUND_SECONDS)
        tasks = [asyncio.create_task(tried(server)) for server in servers]
        try:
            for task in asyncio.as_completed(tasks):
                server, round_ = await task
                if round_.good:
                    return server, round_
            return tasks[0].result()
        finally:
            await _ended(tasks)

    async def _round(self, server: NameServer, seconds: float, *, stoppable: bool = True) -> MailRound:
        answers = await self._within(seconds, self._canaries.questions(server.look_up), stoppable=stoppable)
        return self._canaries.round(answers, self._now())

    async def _ask_all(self, domains: Sequence[str], server: NameServer) -> tuple[MailDomain, ...]:
        self._total, self._began = len(domains), asyncio.get_running_loop().time()
        first = {each.domain: each for each in await self._pass(domains, server, FIRST_SECONDS)}
        doubted = [each.domain for each in first.values() if _state(each) is not Mail.ACCEPTS]
        if doubted and not self._should_stop():
            await self._within(self._pause, [asyncio.Event().wait()])
            self._done = self._total - len(doubted)
            # What could not tell may take its whole time again, so it comes last.
            doubted.sort(key=lambda domain: _state(first[domain]) is Mail.UNKNOWN)
            for second in await self._pass(doubted, server, AGAIN_SECONDS):
                askings = (*first[second.domain].askings, *second.askings)
                first[second.domain] = MailDomain(second.domain, second.at, askings)
        return tuple(first.values())

    async def _pass(self, domains: Sequence[str], server: NameServer, seconds: float) -> list[MailDomain]:
        """Ask each domain once; those that did not come to their end in time are left out."""
        asked = await self._within(seconds, [self._one(domain, server) for domain in domains])
        return [each for each in asked if each is not None]

    async def _one(self, domain: str, server: NameServer) -> MailDomain:
        async with self._places:
            self._tell(domain)
            asking = await ask_domain(domain, server.look_up)
        self._done += 1
        self._tell(domain)
        return MailDomain(domain, self._now(), (asking,))

    def _tell(self, domain: str) -> None:
        spent = asyncio.get_running_loop().time() - self._began
        left = spent / self._done * (self._total - self._done) if self._done else None
        self._on_progress(Progress(self._done, self._total, f"dns://{domain}", left, STAGE))

    async def _within(self, seconds: float, work: Sequence[Coroutine[Any, Any, T]], *,
                      stoppable: bool = True) -> list[T | None]:
        """The results of all the work; None for what was not done in time, or when a person stopped the run."""
        loop = asyncio.get_running_loop()
        tasks, end = [asyncio.create_task(each) for each in work], loop.time() + seconds
        waiting = set(tasks)
        try:
            while waiting and (left := end - loop.time()) > 0 and not (stoppable and self._should_stop()):
                done, waiting = await asyncio.wait(waiting, timeout=min(STOP_SECONDS, left),
                                                   return_when=asyncio.FIRST_EXCEPTION)
                for task in done:
                    task.result()  # a fault of ours ends the run at once, and is not swallowed
        finally:
            await _ended(tasks)
        return [None if task.cancelled() else task.result() for task in tasks]


def _state(domain: MailDomain) -> Mail:
    """What the first asking of a domain shows."""
    return state_of(domain.askings[0])


async def _ended(tasks: Sequence[asyncio.Task[Any]]) -> None:
    """See to it that nothing goes on by itself."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
