"""Three or more unrelated sites answered with one and the same page: our own network answered for them."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from review_kit.about import About, likeness
from review_kit.checks import Check
from review_kit.checks._addresses import same_address, site
from review_kit.checks._asked import Asked, answered, askable
from review_kit.checks._signatures import SHORT, cues
from review_kit.checks.link_asks_sign_in import sign_in_of
from review_kit.checks.link_blocks_robots import guard_of
from review_kit.checks.link_moved import end_of_permanent_run
from review_kit.model import Facts, Finding, Page, Rung, Severity, Verdict

SITES, TINY = 3, 20
"""Sites that make it no chance, and words below which a page is nobody's own: an empty one, or a server's default."""
_SECOND = frozenset({"ac", "co", "com", "edu", "gov", "ltd", "me", "mod", "net", "nhs", "org", "plc", "police", "sch"})


def owner(url: str) -> str:
    """The part of a host that its owner registered, near enough: `club.org.uk` of `www.choir.club.org.uk`."""
    labels = site(url).split(".")
    number = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND else 2
    return ".".join(labels[-number:])


def _find(facts: Facts) -> Iterator[Finding]:
    told: set[tuple[str, object]] = set()
    for key, group in _groups(facts).items():
        sites = {owner(a.link.url) for a in group}
        if len(sites) < SITES or any(_about(a) for a in group):
            continue
        for a in group:
            if (a.service.key, a.link) not in told:
                told.add((a.service.key, a.link))
                yield CHECK.finding(a.service, a.link, number=str(len(sites)), evidence=_evidence(a, key, sites))


def _groups(facts: Facts) -> dict[str, list[Asked]]:
    groups: dict[str, list[Asked]] = defaultdict(list)
    registered = {site(link.url) for _, link in facts.register.links if askable(link)}
    for a in answered(facts):
        for key in _keys(a, registered) if _may_be_ours(a) else ():
            groups[key].append(a)
    return groups


def _keys(a: Asked, registered: Collection[str]) -> Iterator[str]:
    """What the link's page has in common with others: its very bytes, or the address that it was sent to.

    Owners who merge send their old sites to one page too: they do it for good, or to a site that the register holds.
    """
    end = a.visit.final_url
    elsewhere = site(end) != site(a.link.url)
    if elsewhere and (site(end) in registered or same_address(end_of_permanent_run(a.visit), end)):
        return
    if a.visit.page.words >= TINY and a.visit.page.body_hash:
        yield f"the same bytes ({a.visit.page.body_hash[:12]}…)"
    if elsewhere:
        yield urlsplit(end)._replace(query="", fragment="").geturl()


def _may_be_ours(a: Asked) -> bool:
    """Whether the page is none that unrelated sites share by their nature: default pages, errors, guards, sign-ins."""
    shows = a.visit.status is not None and (200 <= a.visit.status < 300 or a.visit.status in {403, 451})
    default = a.visit.page.words < SHORT and any(cues(a.facts.known.get("default_pages", ()), a.visit, "product"))
    return shows and not default and not guard_of(a.visit, a.facts) and not sign_in_of(a)


def _about(a: Asked) -> bool:
    """Whether the page is plainly about the service; a filter's names the council, and the address that was asked."""
    page = a.visit.page
    plain = replace(page, title=_without_us(page.title, a), text=_without_us(page.text, a),
                    headings=tuple(_without_us(heading, a) for heading in page.headings))
    return likeness(a.facts.register, a.service, a.link, plain).level is About.PLAINLY


def _without_us(text: str, a: Asked) -> str:
    council, host = a.facts.register.settings.council.casefold(), site(a.link.url)
    words = " ".join(word for word in text.casefold().split() if host not in word)
    return words.replace(council, " ") if council else words


def _evidence(a: Asked, key: str, sites: set[str]) -> str:
    return f"{a.evidence} Shared by {', '.join(sorted(sites))}: {key}. It begins “{_beginning(a.visit.page)}”."


def _beginning(page: Page) -> str:
    return page.text[:120].strip() or page.title


CHECK = Check(
    name="own-filter-same-page", severity=Severity.CAUTION, verdict=Verdict.NOT_CHECKED, rung=Rung.OWN_FILTER,
    what_we_saw="{number} unrelated sites gave us one and the same page, so our own network may have answered.",
    what_to_do="Open the link on a phone that is not on this network: does the right page come up?",
    find=_find)
