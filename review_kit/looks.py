"""Which looks at the web are still wanted: the links themselves first, then whatever would settle a check's doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import inf

from review_kit.checks import all_checks
from review_kit.checks._addresses import site
from review_kit.checks._asked import askable
from review_kit.mail import wanted_domains
from review_kit.model import EXTRA_LOOKS, EXTRA_PURPOSES, Facts, Look, Purpose
from review_kit.own_pages import CONTACT_PAGES

BUDGETS = {"contact": CONTACT_PAGES, "extra": EXTRA_LOOKS, "none": inf}
"""Looks at one host in a review."""


def next_looks(facts: Facts) -> tuple[Look, ...]:
    """Pure: the looks that the facts still want, each address once for each purpose, in the register's order.

    A link that has a visit which can be believed is not asked again; a stopped run so goes on where it ended.
    """
    wanted: dict[tuple[str, str], Look] = {}
    for look in (*_registered(facts), *_doubts(facts)):
        wanted.setdefault((look.url, look.purpose), look)
    return tuple(_within_budget(facts, wanted.values()))


def _within_budget(facts: Facts, looks: Iterable[Look]) -> Iterator[Look]:
    """All registered looks, and of those that nobody registered a few a host in the whole review.

    Pages about contact have a budget of their own, so that they take nothing from the looks that settle a link. A page
    is paid for once, however often a poor network makes us ask for it.
    """
    paid = {(visit.url, visit.purpose) for visit in facts.visits}
    spent = Counter(_purse(*one) for one in paid)
    for look in looks:
        one = (look.url, look.purpose)
        purse = _purse(*one)
        if one not in paid:
            spent[purse] += 1
        if spent[purse] <= BUDGETS[purse[1]]:
            yield look


def _purse(url: str, purpose: Purpose) -> tuple[str, str]:
    """From which budget of its host a look is paid."""
    if purpose is Purpose.CONTACT_PAGE:
        return site(url), "contact"
    return (site(url), "extra") if purpose in EXTRA_PURPOSES else (site(url), "none")


def _registered(facts: Facts) -> Iterator[Look]:
    for service, link in facts.register.links:
        if askable(link) and not service.retired and not _settled(facts, Look(link.url)):
            yield Look(link.url)


def _doubts(facts: Facts) -> Iterator[Look]:
    for check in all_checks():
        for look in check.looks(facts) if check.looks else ():
            if not _settled(facts, look):
                yield look


def _settled(facts: Facts, look: Look) -> bool:
    return facts.believed(look.url, look.purpose) is not None


def how_it_ended(facts: Facts) -> str:
    """How the newest run ended, as the facts that it left behind show it.

    A run that a good network carried to its end leaves nothing to ask, but for a service that was added since. One that
    was stopped does, and looked at the canaries once more; one that goes on still, or was broken off, has not.

    Returns:
        `done`, `stopped`, `unfinished` or `no network`.
    """
    if facts.network_state == "bad":
        return "no network"
    added = {link.url for service, link in facts.register.links if service.added}
    left = [look for look in next_looks(facts) if look.url not in added]
    if facts.network_state != "good" or not left:
        return "stopped" if _stopped_at_mail(facts) else "done"
    return "stopped" if facts.canaries[-1].when == "after" else "unfinished"  # they stand as they were written down


def _stopped_at_mail(facts: Facts) -> bool:
    """Whether a person ended the newest run when all links were asked and mail domains were not."""
    return bool(facts.mail) and facts.mail[-1].stopped and bool(wanted_domains(facts))
