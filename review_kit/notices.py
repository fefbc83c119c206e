"""What a reader must know before any finding: the state of the network first, in one plain sentence each."""

from collections.abc import Iterator

from review_kit.model import CanaryRound, Facts

NO_NETWORK = "The network is unreachable, so {outcome}."
PORTAL = ("This network shows a sign-in page of its own before it lets anyone out, so {outcome}. "
          "Open a browser, sign in, and run the review again.")
NOTHING = "no link was checked: one that is marked “not checked” may well work"
NOTHING_NEW = "nothing new was checked: what an earlier run of this review found still stands"
UNSTEADY = "The network failed during this run; links that were asked while it was down are marked “not checked”."
ENDINGS = {
    "stopped": "This run was stopped before the end. What was found is kept, and the next run goes on from there.",
    "unfinished": ("This run has not come to its end: it goes on in another window, or it was broken off. "
                   "What was found is kept, and the next run goes on from there."),
    "out of time": "This run reached its longest time (sheet Settings). The next run goes on from there.",
}


def notices(facts: Facts) -> tuple[str, ...]:
    """The sentences that stand first in the output and in every report; none where all is well."""
    return (*_of_network(facts), *_of_ending(facts), *_of_route(facts))


def _of_network(facts: Facts) -> Iterator[str]:
    newest = _newest(facts)
    if facts.network_state == "bad" and newest:
        earlier = any(facts.believed(link.url) for _, link in facts.register.links)
        said = PORTAL if newest.portal == "altered" else NO_NETWORK
        yield said.format(outcome=NOTHING_NEW if earlier else NOTHING)
    elif facts.network_state == "unsteady":
        yield UNSTEADY


def _of_ending(facts: Facts) -> Iterator[str]:
    if facts.ended in ENDINGS:
        yield ENDINGS[facts.ended]
    if facts.unread:
        yield f"Of an earlier run, {facts.unread} cut-off or damaged records were left out and asked again."


def _of_route(facts: Facts) -> Iterator[str]:
    newest = _newest(facts)
    if newest is None:
        return
    if newest.via_proxy:
        yield ("This network asks the web through its proxy, which looks names up by itself, "
               "so we could not check which machine answered.")
    if newest.inspected_by:
        yield (f"This network opens secure connections to inspect them (certificates by {newest.inspected_by}), "
               "so what we say of certificates is not to be relied on.")
    if newest.false_name_found:
        yield "This network answers for names that do not exist, so a site that is gone may look as if it were there."


def _newest(facts: Facts) -> CanaryRound | None:
    return max(facts.canaries, key=lambda r: r.at, default=None)
