"""A path that cannot exist, asked once a host: does the site own up, or answer everything as if all were well?

The idea is of Bar-Yossef, Broder, Kumar and Tomkins, “Sic transit gloria telae” (WWW 2004).
"""

from hashlib import sha256
from urllib.parse import urlsplit

from review_kit.checks._addresses import is_front_page, site
from review_kit.checks._asked import Asked
from review_kit.checks.link_blocks_robots import REFUSALS, guard_of
from review_kit.checks.link_told_to_wait import told_to_wait
from review_kit.model import Facts, Look, Purpose, Visit

LETTERS = 25
BECAUSE = "to learn whether the site says so when a page is not there"


def probe_of(a: Asked) -> Visit | None:
    """What the link's site answered to a path that cannot exist; None where it was not asked, or could not be."""
    made = [v for v in _probes(a.facts, a.link.url) if a.facts.believed(v.url, Purpose.PROBE) is not None]
    return max(made, key=lambda visit: visit.at, default=None)


def honest(a: Asked) -> bool:
    """Whether the site says of a page that is not there that it is not there."""
    probe = probe_of(a)
    return probe is not None and probe.failure is None and probe.status in {404, 410}


def probe_for(a: Asked) -> Look | None:
    """The look that a doubt about a page wants: one for its host; none for a front page or a guarded site."""
    if is_front_page(a.link.url) or is_front_page(a.visit.final_url) or _guarded(a):
        return None
    made = _probes(a.facts, a.link.url)
    return Look(made[0].url if made else beside(a.link.url), Purpose.PROBE, BECAUSE)


def beside(url: str) -> str:
    """An address beside this one that nobody has made: its letters follow from the address, not from chance."""
    parts = urlsplit(url)
    parent = parts.path.rstrip("/").rpartition("/")[0]
    letters = "".join(chr(ord("a") + byte % 26) for byte in sha256(url.encode()).digest()[:LETTERS])
    return parts._replace(path=f"{parent}/{letters}", query="", fragment="").geturl()


def _probes(facts: Facts, url: str) -> list[Visit]:
    return [v for v in facts.visits if v.purpose is Purpose.PROBE and site(v.url) == site(url)]


def _guarded(a: Asked) -> bool:
    """Whether the site challenged our checker, turned it away, or asked it to come back later, at any link."""
    return any(guard_of(visit, a.facts) or visit.status in REFUSALS or told_to_wait(visit)
               for visit in a.facts.visits if site(a.link.url) in {site(visit.url), site(visit.final_url)})
