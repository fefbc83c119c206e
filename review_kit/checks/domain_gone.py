"""The site's name no longer exists, while names that must exist do: nothing stands at this address any more."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._addresses import other_form
from review_kit.checks._asked import Asked, askable, asked, evidence_of_all
from review_kit.model import Facts, Failure, Finding, Look, Purpose, Rung, Severity, Verdict, Visit


def _gone(visit: Visit | None) -> bool:
    return visit is not None and visit.failure is Failure.NO_SUCH_NAME


def _find(facts: Facts) -> Iterator[Finding]:
    for a in asked(facts):
        if _gone(a.visit) and (a.visit.hops or _asked_enough(a)):
            twin = a.other(Purpose.TWIN, other_form(a.link.url))
            lives = twin is not None and twin.status is not None and twin.status < 400
            yield CHECK.finding(a.service, a.link, suggestion=twin.final_url if twin and lives else "", basis=a.basis,
                                evidence=evidence_of_all(a.visit, twin))


def _asked_enough(a: Asked) -> bool:
    """No such name, more than once, and its twin was looked for too."""
    tries = sum(visit.attempts for visit in a.facts.attempts(a.link.url))
    return tries > 1 and a.other(Purpose.TWIN, other_form(a.link.url)) is not None


def _looks(facts: Facts) -> Iterator[Look]:
    for _, link in facts.register.links:
        visit = facts.visit(link.url) if askable(link) else None
        if visit is not None and _gone(visit) and not visit.hops:
            yield Look(other_form(link.url), Purpose.TWIN, "the name does not exist; its twin with or without www. may")


CHECK = Check(
    name="domain-gone", severity=Severity.BROKEN, verdict=Verdict.BROKEN, rung=Rung.TRANSPORT,
    basis=("failure", "final_url"),
    what_we_saw="The site's name no longer exists on the internet.",
    what_to_do="Find out from the provider whether the service has moved or ended.", find=_find, looks=_looks)
