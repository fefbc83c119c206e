"""Pages that send their visitors on by themselves: a redirect in all but name (HTML Living Standard, meta refresh)."""

import re
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from review_kit.checks._addresses import same_address
from review_kit.model import Facts, Hop, Purpose, Visit

SOON = 10.0
"""Seconds: a page that waits longer is meant to be read, and one that names itself is only renewed."""
_REFRESH = re.compile(r"\s*(\d{1,5}(?:\.\d{0,3})?)\s*[;,\s]\s*(?:url\s*=\s*)?[\"']?([^\"'>\s]+)", re.IGNORECASE)


def refresh_target(visit: Visit) -> str:
    """Where a page sends its visitors by itself, soon; '' where it does not."""
    found = _REFRESH.match(visit.page.meta.get("refresh", ""))
    if found is None or float(found[1]) > SOON or visit.status != 200:
        return ""
    try:
        target = urljoin(visit.final_url, found[2])
        known = urlsplit(target).scheme in {"http", "https"} and bool(urlsplit(target).hostname)
    except ValueError:
        return ""
    return target if known and not same_address(target, visit.final_url) else ""


def refreshed(facts: Facts, visit: Visit) -> Visit | None:
    """The visit with what stands at the end of its page's own redirect, as one way; None where it has none."""
    target = refresh_target(visit)
    second = facts.believed(target, Purpose.REFRESH) if target else None
    if second is None or not visit.hops:
        return None
    way = (*visit.hops[:-1], Hop(visit.hops[-1].url, visit.hops[-1].status, target), *second.hops)
    return replace(second, url=visit.url, purpose=visit.purpose, asked_because=visit.asked_because, hops=way)
