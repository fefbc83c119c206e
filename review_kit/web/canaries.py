"""Canaries: addresses that always answer and a name that nobody has. While they fail, no link is to blame.

A resolver without a network may say "no such name" to everything (met and measured: docs/assumptions.md), so silence
of the canaries outweighs any failure of a link.
"""

import asyncio
from urllib.parse import urlsplit

from review_kit.model import CanaryRound, Certificate, Failure, Look, Purpose, Settings, Visit
from review_kit.web.ask import Asker
from review_kit.web.clock import Clock
from review_kit.web.connector import Connector
from review_kit.web.names import Names, NotPublicError

INSPECTORS = (
    "zscaler", "netskope", "umbrella", "forcepoint", "websense", "fortinet", "fortigate", "sophos", "smoothwall",
    "palo alto", "blue coat", "symantec", "check point", "barracuda", "mcafee", "skyhigh", "iboss", "lightspeed",
    "watchguard", "sonicwall",
)
"""Words in a certificate issuer's name that mean: the council's own proxy opened the connection to inspect it."""
_WHY = "to learn whether this network can be believed"


class Canaries:
    """Looks at the canaries through the same connector as the links."""

    def __init__(self, settings: Settings, connector: Connector, names: Names, asker: Asker, clock: Clock,
                 run: str) -> None:
        self._settings, self._connector, self._names = settings, connector, names
        self._asker, self._clock, self._run = asker, clock, run
        self.shown: tuple[Visit, ...] = ()
        """What the canaries of the newest round showed, for `review-kit doctor`."""

    async def round(self, when: str) -> CanaryRound:
        """One look at all of them at once. `when` is before, during or after."""
        portal_url, portal_words = _portal(self._settings.canary_portal)
        looks = [Look(url, Purpose.CANARY, _WHY) for url in self._settings.canary_addresses]
        portal_look = [Look(portal_url, Purpose.CANARY, _WHY)] if portal_url else []
        *visits, false_name = await asyncio.gather(
            *(self._asker.look(look) for look in [*looks, *portal_look]), self._false_name_found())
        shown = [visit for visit in visits if isinstance(visit, Visit)]
        self.shown = tuple(shown)
        portal = portal_state(shown.pop(), portal_words) if portal_url else ""
        answered = tuple(v.url for v in shown if answers(v, portal))
        return CanaryRound(
            run=self._run, at=self._clock.now(), when=when, answered=answered,
            silent=tuple(f"{v.url} ({why_not(v)})" for v in shown if v.url not in answered),
            false_name_found=bool(false_name), portal=portal, inspected_by=_inspector([v.certificate for v in shown]),
            via_proxy=any(v.via_proxy for v in shown))

    async def _false_name_found(self) -> bool:
        """Whether a name that nobody has gets an address; not asked behind a proxy, which resolves by itself."""
        name = self._settings.false_name(self._clock.now())
        if self._connector.proxy_for(f"https://{name}/"):
            return False
        try:
            return bool(await self._names.addresses(name, 443))
        except NotPublicError:
            return True  # a network's sign-in page often answers from a private address
        except OSError:
            return False


def _portal(setting: str) -> tuple[str, str]:
    url, _, words = setting.strip().partition(" ")
    return url, words.strip()


def portal_state(visit: Visit, words: str) -> str:
    """What the address with the known words showed: a network's sign-in page answers with others."""
    if visit.status is None or visit.failure is not None:
        return "no answer"
    return "as expected" if visit.page.text.strip() == words and len(visit.hops) == 1 else "altered"


def answers(visit: Visit, portal: str) -> bool:
    """Whether a canary answered as itself: a secure connection cannot be answered for by a sign-in page."""
    if visit.status is None or visit.failure is not None or visit.status >= 500:
        return False
    if portal == "altered" and not visit.url.startswith("https:"):
        return False
    return _site(visit.final_url) == _site(visit.url)


def why_not(visit: Visit) -> str:
    """In a few words, why a canary does not count as answering."""
    if visit.failure is not None:
        return Failure(visit.failure).value
    if visit.status is not None and visit.status >= 500:
        return f"its server answered {visit.status}"
    if _site(visit.final_url) == _site(visit.url):
        return "a sign-in page may have answered"
    return f"another site answered: {urlsplit(visit.final_url).hostname}"


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _inspector(certificates: list[Certificate | None]) -> str:
    issuers = {c.issuer for c in certificates if c is not None}
    return next((issuer for issuer in sorted(issuers) if any(word in issuer.casefold() for word in INSPECTORS)), "")
