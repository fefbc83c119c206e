"""Keeps the page up to date while a run goes on in the background."""

import asyncio
from typing import TYPE_CHECKING

from review_kit import steps
from review_kit.widgets.background import Background

if TYPE_CHECKING:
    from review_kit.widgets.current import Current

TELL_SECONDS = 0.25
"""How often a page is told how far a run is."""
JUDGE_SECONDS = 1.0
JUDGE_SHARE = 5
"""After judging what has come so far, wait so many times as long as it took: the run itself needs the machine more."""


async def follow(current: "Current", background: Background) -> None:
    """Tell the page how far a run is until it ends; then take in what it left on the disk."""
    judging = asyncio.create_task(_judge(current, background))
    while background.running:
        current.watchers.tell(runs=True)
        await asyncio.sleep(TELL_SECONDS)
    judging.cancel()
    current.so_far = None
    current.look(again=True)


async def _judge(current: "Current", background: Background) -> None:
    """Judge what has come so far, as often as the machine can bear."""
    loop = asyncio.get_running_loop()
    while background.running:
        began = loop.time()
        facts = background.so_far()
        if facts.visits:
            current.so_far = await asyncio.to_thread(steps.check, facts)
        await asyncio.sleep(max(JUDGE_SECONDS, JUDGE_SHARE * (loop.time() - began)))
