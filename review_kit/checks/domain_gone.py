"""The site's name no longer exists, while names that must exist do: nothing stands at this address any more."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from review_kit.checks import Check
from review_kit.checks._addresses import other_form
from review_kit.checks._asked import Asked, askable, evidence_of_all
from review_kit.checks._network import blamed
from review_kit.model import Facts, Failure, Finding, Look, Purpose, Rung, Severity, Verdict, Visit


def _find(facts: Facts) -> Iterator[Finding]:
    for a in blamed(facts, Failure.NO_SUCH_NAME):
        if gone_for_good(a):
            twin = a.other(Purpose.TWIN, other_form(a.link.url))
            lives = twin is not None and twin.status is not None and twin.status < 400
            whose = "The name of the site that this link is sent on to" if a.visit.hops else "The site's name"
            yield CHECK.finding(a.service, a.link, suggestion=twin.final_url if twin and lives else "", basis=a.basis,
                                whose=whose, evidence=evidence_of_all(a.visit, twin))


def gone_for_good(a: Asked) -> bool:
    """Whether the name was looked for more than once, and its twin too where it is the register's own name.

    A host that never answers is learned once: tries for its other addresses count for this one.
    """
    tries = sum(visit.attempts for visit in a.facts.visits
                if visit.failure is Failure.NO_SUCH_NAME and _host(visit) == _host(a.visit)
                and a.facts.network_good(visit))
    return tries > 1 and (bool(a.visit.hops) or a.other(Purpose.TWIN, other_form(a.link.url)) is not None)


def _host(visit: Visit) -> str:
    return urlsplit(visit.failed_at or visit.url).hostname or ""


def _looks(facts: Facts) -> Iterator[Look]:
    for _, link in facts.register.links:
        visit = facts.visit(link.url) if askable(link) else None
        if visit is not None and visit.failure is Failure.NO_SUCH_NAME and not visit.hops:
            yield Look(other_form(link.url), Purpose.TWIN, "the name does not exist; its twin with or without www. may")


CHECK = Check(
    name="domain-gone", severity=Severity.BROKEN, verdict=Verdict.BROKEN, rung=Rung.TRANSPORT,
    basis=("failure", "final_url"),
    what_we_saw="{whose} no longer exists on the internet.",
    what_to_do="Find out from the provider whether the service has moved or ended.", find=_find, looks=_looks)
