"""Whether so many sites failed at once that our own network is the likelier cause."""

from collections.abc import Iterator

from review_kit.checks._addresses import site
from review_kit.checks._asked import Asked, asked, failed
from review_kit.model import Facts, Failure

IN_TRANSPORT = frozenset({Failure.NO_SUCH_NAME, Failure.RESOLVER_TROUBLE, Failure.TIMEOUT, Failure.REFUSED,
                          Failure.RESET, Failure.UNREACHABLE})
"""Failures that a network of ours could cause; a bad certificate or a redirect to a private place is the site's."""
AT_LEAST, SHARE, DAYS = 10, 0.30, 2
"""Over 30 % of at least ten sites failing in transport is held to be ours (proposed figures: docs/assumptions.md)."""


def failing_sites(facts: Facts) -> frozenset[str]:
    """The sites that failed in transport, if there are too many for chance; else none."""
    sites = {site(a.link.url) for a in asked(facts)}
    bad = {site(a.link.url) for a in asked(facts) if a.visit.failure in IN_TRANSPORT}
    too_many = len(sites) >= AT_LEAST and len(bad) > SHARE * len(sites)
    return frozenset(bad) if too_many else frozenset()


def held(facts: Facts) -> Iterator[Asked]:
    """The failed links that are put down to our own network: nothing is said of their sites.

    A link that failed on two days, each between good canaries, is no longer ours to explain.
    """
    failing = failing_sites(facts)
    return (a for a in failed(facts, *IN_TRANSPORT) if site(a.link.url) in failing and len(failing_days(a)) < DAYS)


def failing_days(a: Asked) -> frozenset[str]:
    """The days on which a link failed in transport, by its visits that can be believed."""
    return frozenset(visit.at[:10] for visit in a.facts.attempts(a.link.url)
                     if visit.failure in IN_TRANSPORT and a.facts.network_good(visit))


def blamed(facts: Facts, *failures: Failure) -> Iterator[Asked]:
    """The links that failed in one of these ways and are not put down to our own network."""
    ours = {a.link.url for a in held(facts)}
    return (a for a in failed(facts, *failures) if a.link.url not in ours)
