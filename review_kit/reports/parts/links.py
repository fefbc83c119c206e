"""The links by verdict, and the services of which a check had nothing to tell."""

from collections.abc import Mapping

from review_kit.model import ContactVerdict, LinkVerdict, Review, Service, Verdict
from review_kit.reports.order import places, stands
from review_kit.reports.parts.groups import shared
from review_kit.reports.words import VERDICTS


def links_by_verdict(review: Review) -> Mapping[Verdict, tuple[LinkVerdict, ...]]:
    """The links of each verdict that has any, the worst verdict first, each with danger and then harm first."""
    ranks = places(review.register)

    def rank(told: LinkVerdict) -> tuple[object, ...]:
        return -(told.finding.severity if told.finding else 0), stands(told.service, ranks), told.link.cell

    told = sorted(review.links, key=rank)
    table = {verdict: tuple(t for t in told if t.verdict is verdict) for verdict in VERDICTS}
    return {verdict: links for verdict, links in table.items() if links}


def quiet_services(review: Review) -> tuple[Service, ...]:
    """The current services with no finding of their own, no link but working ones, and no contact not vouched for."""
    said_once = {id(finding) for item in shared(review) for finding in item.findings}
    loud = {finding.service.place for finding in review.findings if finding.service and id(finding) not in said_once}
    loud |= {told.service.place for told in review.links if told.verdict is not Verdict.WORKING}
    loud |= {told.service.place for told in review.contacts if told.verdict is not ContactVerdict.OK}
    return tuple(s for s in review.register.services if s.place not in loud and not s.retired)
