"""A run: many looks, politely, each asked until it answers or has failed enough; facts are handed over as they come."""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from review_kit.model import EXTRA_PURPOSES, CanaryRound, Failure, Look, Progress, Visit
from review_kit.web.ask import Asker
from review_kit.web.canaries import Canaries
from review_kit.web.clock import Clock
from review_kit.web.pace import Pace
from review_kit.web.politeness import Gate, host_key
from review_kit.web.robots import Robots

AGAIN = frozenset({Failure.RESET, Failure.TIMEOUT, Failure.NO_SUCH_NAME, Failure.RESOLVER_TROUBLE, Failure.REFUSED,
                   Failure.UNREACHABLE, Failure.BAD_ANSWER, Failure.TLS})
"""Failures that another try may mend; a refused certificate or a redirect circle is the same the next second."""
STOP_SECONDS = 0.2
"""How often a run looks whether a person has stopped it."""
AGAIN_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})


def worth_another_try(visit: Visit) -> bool:
    """Whether what failed may be a passing trouble."""
    return visit.failure in AGAIN or visit.status in AGAIN_STATUS


class Run:
    """One pass through the network. Hands every Visit and CanaryRound to `on_fact` the moment it is made."""

    def __init__(self, asker: Asker, canaries: Canaries, pace: Pace, clock: Clock, *, name: str,
                 on_fact: Callable[[Visit | CanaryRound], None], on_progress: Callable[[Progress], None],
                 should_stop: Callable[[], bool]) -> None:
        self._asker, self._canaries, self._pace, self._clock, self._name = asker, canaries, pace, clock, name
        self._on_fact, self._on_progress, self._should_stop = on_fact, on_progress, should_stop
        self._robots = Robots(asker, on_fact)
        self._everywhere = asyncio.Semaphore(pace.at_once)
        self._gates: dict[str, Gate] = {}
        # Waits are spread by the run's name: as good as chance, and the same on every run of a test.
        self._spread = random.Random(name)  # noqa: S311 - no secret hangs on it
        self._done = self._failed_in_a_row = self._since_canaries = 0
        self._watching = asyncio.Lock()
        self._began = clock.seconds()

    async def canary_round(self, when: str) -> CanaryRound:
        """Look at the canaries and hand the round over."""
        found = await self._canaries.round(when)
        self._on_fact(found)
        return found

    async def make(self, looks: Sequence[Look], *, stage: str) -> list[Visit]:
        """Make the looks, then ask once more, at the end, whatever failed in a way that may pass."""
        total = len(looks)
        self._done, self._began = 0, self._clock.seconds()
        visits = await self._pass(looks, self._pace.tries, total, stage)
        failed = {(visit.url, visit.purpose) for visit in visits if self._later(visit)}
        again = [look for look in looks if (look.url, look.purpose) in failed]
        if not again or self._should_stop():
            return visits
        await asyncio.sleep(self._pace.second_pass)
        for gate in self._gates.values():
            gate.forget()
        self._done = total - len(again)
        # Backwards: a host that was silent for its first link is met through another one this time.
        seconds = await self._pass(again[::-1], 1, total, "Asking again what failed")
        return [*visits, *seconds]

    async def _pass(self, looks: Sequence[Look], tries: int, total: int, stage: str) -> list[Visit]:
        tasks = [asyncio.create_task(self._one(look, tries, total, stage)) for look in looks]
        try:
            await self._until_done_or_stopped(tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return [task.result() for task in tasks if not task.cancelled()]

    async def _until_done_or_stopped(self, tasks: Sequence[asyncio.Task[Visit]]) -> None:
        """Wait for all looks; when a person stops the run, those under way are dropped, for they hold no fact yet."""
        waiting = set(tasks)
        while waiting and not self._should_stop():
            done, waiting = await asyncio.wait(waiting, timeout=STOP_SECONDS, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()  # a fault of ours ends the run at once, and is not swallowed

    def _later(self, visit: Visit) -> bool:
        told_to_wait = visit.retry_after is not None and visit.retry_after > self._pace.wait_cap
        return worth_another_try(visit) and not told_to_wait

    async def _one(self, look: Look, tries: int, total: int, stage: str) -> Visit:
        gate = self._gates.setdefault(host_key(look.url), Gate(self._pace, self._clock))
        await gate.come()
        visit = gate.known(look, self._clock.now(), self._name)
        if visit is None and look.purpose in EXTRA_PURPOSES and not await self._robots.allow(
                look.url, gate.place(self._everywhere)):
            visit = self._asker.visit_of(look, Failure.ROBOTS, "the site asks programs not to ask for this page")
            gate.meet()
        if visit is None:
            visit = await self._tried(look, tries, gate, total, stage)
            gate.learn(visit)
        self._on_fact(visit)
        self._done += 1
        self._tell(look, total, stage)
        await self._watch(visit)
        return visit

    async def _tried(self, look: Look, tries: int, gate: Gate, total: int, stage: str) -> Visit:
        """Ask up to `tries` times; the waits hold no place, so one slow server delays nobody else."""
        began, waited, visit = self._clock.seconds(), 0.0, None
        for attempt in range(1, tries + 1):
            async with gate.place(self._everywhere):
                self._tell(look, total, stage)
                visit = await self._asker.look(look)
            if visit.hops:
                gate.meet()
            wait = self._wait_before_next(visit, attempt, waited)
            enough = self._pace.silent_tries if visit.failure is Failure.TIMEOUT else tries
            if attempt >= min(tries, enough) or wait is None:
                break
            waited += wait
            await asyncio.sleep(wait)
        assert visit is not None  # noqa: S101 - tries is at least 1
        return replace(visit, attempts=attempt, seconds=round(self._clock.seconds() - began, 3))

    def _wait_before_next(self, visit: Visit, attempt: int, waited: float) -> float | None:
        """Seconds before the next try; None where there should be none."""
        if not worth_another_try(visit):
            return None
        if visit.retry_after is not None:
            return visit.retry_after if waited + visit.retry_after <= self._pace.wait_cap else None
        wait = self._pace.backoff[min(attempt, len(self._pace.backoff)) - 1]
        return wait * (1 + self._spread.random() * self._pace.jitter)

    async def _watch(self, visit: Visit) -> None:
        """Look at the canaries after many links, or after several failures in a row."""
        self._failed_in_a_row = self._failed_in_a_row + 1 if visit.failure is not None else 0
        self._since_canaries += 1
        if self._failed_in_a_row < self._pace.failures_in_a_row and self._since_canaries < self._pace.canary_every:
            return
        self._failed_in_a_row = self._since_canaries = 0
        if not self._watching.locked():
            async with self._watching:
                await self.canary_round("during")

    def _tell(self, look: Look, total: int, stage: str) -> None:
        spent = self._clock.seconds() - self._began
        left = spent / self._done * (total - self._done) if self._done else None
        self._on_progress(Progress(self._done, total, look.url, left, stage))
