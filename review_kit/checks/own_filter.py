"""Our own network's filter, or its sign-in page, answered instead of the site: nothing is known of the site."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from review_kit.checks import Check
from review_kit.checks._addresses import site
from review_kit.checks._asked import Asked, asked, evidence_of_all
from review_kit.checks._signatures import cues, led_to
from review_kit.checks.link_blocks_robots import guard_of
from review_kit.model import Facts, Failure, Finding, Purpose, Rung, Severity, Verdict, Visit

SOME_FILTER = "a web filter"
"""What the table calls a page that names no maker: a site's own guard may word its page like that."""
_BLOCKING = re.compile(r"(?<![a-z])(?:block(?:ed|page)?|filter(?:ed|ing)?|den(?:ied|y)|restricted|forbidden|hotspot|"
                       r"captive|splash|wi-?fi)(?![a-z])", re.IGNORECASE)
_BLOCKED = re.compile(r"(?:^|&)\w+=(?:block(?:ed)?|den(?:y|ied))(?:&|$)")
"""What a filter's own page is told: `a=block`."""


def filter_of(visit: Visit, facts: Facts) -> tuple[str, str]:
    """The filter that stood in between and how it showed, or two empty texts."""
    for cue in cues(facts.known.get("filters", ()), visit, "product"):
        if cue.product != SOME_FILTER or guard_of(visit, facts) is None:
            return cue.product, cue.in_words
    for address in led_to(visit):
        if _hands_us_over(address, visit):
            return SOME_FILTER, f"a redirect that names the page we asked for, “{address}”"
    return "", ""


def _hands_us_over(address: str, visit: Visit) -> bool:
    """Whether a redirect passes the address we asked for to a bare number, a private place or a page about blocking.

    A sign-in and a consent page get that address too, so it is not enough that another site does.
    """
    parts = urlsplit(address)
    query, host = unquote(unquote(parts.query)).casefold(), site(visit.url)
    if host not in query:
        return False
    blocking = visit.failure is Failure.NOT_PUBLIC or _BLOCKING.search(f"{parts.hostname} {parts.path}")
    named = re.search(rf"//(?:www\.)?{re.escape(host)}", query)
    return _number(address) or _BLOCKED.search(query) is not None or (bool(blocking) and named is not None)


def _number(address: str) -> bool:
    try:
        ip_address(urlsplit(address).hostname or "")
    except ValueError:
        return False
    return True


def _find(facts: Facts) -> Iterator[Finding]:
    for a in asked(facts):
        for visit in _shown(a):
            product, cue = filter_of(visit, facts)
            if product:
                yield CHECK.finding(a.service, a.link, product=product,
                                    evidence=f"{evidence_of_all(a.visit)} What gave it away: {cue}.")
                break


def _shown(a: Asked) -> Iterator[Visit]:
    """What the link showed; where its certificate was refused, what stood behind that: a filter has one of its own."""
    yield a.visit
    second = a.other(Purpose.UNVERIFIED)
    if a.visit.failure is Failure.CERTIFICATE and second is not None:
        yield second


CHECK = Check(
    name="own-filter", severity=Severity.CAUTION, verdict=Verdict.NOT_CHECKED, rung=Rung.OWN_FILTER,
    what_we_saw="Our own network answered instead of the site, through {product}.",
    what_to_do="Open the link on a phone that is not on this network, or ask your IT team to let the checker through.",
    find=_find)
