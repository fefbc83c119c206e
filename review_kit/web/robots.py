"""robots.txt (RFC 9309): obeyed for every page that nobody registered; a registered link is one person's visit."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from review_kit.model import TEXT_KEPT, Look, Purpose, Visit
from review_kit.web.ask import Asker

AGENT = "OfferReview"


class Robots:
    """What each site asks of programs: asked once, written down as a fact."""

    def __init__(self, asker: Asker, on_fact: Callable[[Visit], None]) -> None:
        self._asker, self._on_fact = asker, on_fact
        self._rules: dict[str, asyncio.Task[RobotFileParser]] = {}

    async def allow(self, url: str, place: AbstractAsyncContextManager[None]) -> bool:
        """Whether the site of an address lets our checker ask for it; `place` is a place at the site's gate."""
        try:
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        except ValueError:
            return False
        if origin not in self._rules:
            self._rules[origin] = asyncio.create_task(self._read(f"{origin}/robots.txt", place))
        return (await self._rules[origin]).can_fetch(AGENT, url)

    async def _read(self, url: str, place: AbstractAsyncContextManager[None]) -> RobotFileParser:
        look = Look(url, Purpose.ROBOTS, "it says which further pages of the site may be asked")
        async with place:
            visit = await self._asker.look(look)
        self._on_fact(visit)
        return rules_of(visit)


def rules_of(visit: Visit) -> RobotFileParser:
    """The rules that a look at robots.txt showed: none where there is no such file, all where the site cannot say."""
    rules = RobotFileParser()
    status = visit.status or 0
    plain = visit.page.content_type.startswith("text/plain")
    # A file longer than a visit keeps may forbid further down, so it is not read as leave.
    cut_off = len(visit.page.text) >= TEXT_KEPT
    if visit.failure is not None or status == 429 or status >= 500 or cut_off:
        rules.parse(["User-agent: *", "Disallow: /"])
    else:
        # A page of HTML in its place is the site's way of saying that it has none.
        rules.parse(visit.page.text.splitlines() if status == 200 and plain else [])
    return rules
