"""Which looks at the web are still wanted: the links themselves first, then whatever would settle a check's doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator

from review_kit.checks import all_checks
from review_kit.checks._addresses import site
from review_kit.checks._asked import askable
from review_kit.model import EXTRA_LOOKS, EXTRA_PURPOSES, Facts, Look


def next_looks(facts: Facts) -> tuple[Look, ...]:
    """Pure: the looks that the facts still want, each address once for each purpose, in the register's order.

    A link that has a visit which can be believed is not asked again; a stopped run so goes on where it ended.
    """
    wanted: dict[tuple[str, str], Look] = {}
    for look in (*_registered(facts), *_doubts(facts)):
        wanted.setdefault((look.url, look.purpose), look)
    return tuple(_within_budget(facts, wanted.values()))


def _within_budget(facts: Facts, looks: Iterable[Look]) -> Iterator[Look]:
    """All registered looks, and of those that nobody registered at most `EXTRA_LOOKS` a host in the whole review."""
    spent = Counter(site(visit.url) for visit in facts.visits if visit.purpose in EXTRA_PURPOSES)
    for look in looks:
        if look.purpose in EXTRA_PURPOSES:
            spent[site(look.url)] += 1
            if spent[site(look.url)] > EXTRA_LOOKS:
                continue
        yield look


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
        return "done"
    return "stopped" if facts.canaries[-1].when == "after" else "unfinished"  # they stand as they were written down
