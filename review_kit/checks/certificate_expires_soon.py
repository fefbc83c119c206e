"""The certificate runs out within a month: if nobody renews it, browsers will warn before they open the site."""

from collections.abc import Iterator
from datetime import date

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.dates import prose_date
from review_kit.model import Facts, Finding, Rung, Severity

DAYS = 30


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        # A network that opens secure connections shows certificates of its own making.
        inspected = any(r.inspected_by for r in facts.around(a.visit) if r)
        until = a.visit.certificate.valid_until if a.visit.certificate and not inspected else ""
        if until and 0 <= (date.fromisoformat(until) - facts.today).days <= DAYS:
            yield CHECK.finding(a.service, a.link, until=prose_date(date.fromisoformat(until)), basis=a.basis,
                                evidence=f"The certificate is valid until {until}. {a.evidence}")


CHECK = Check(
    name="certificate-expires-soon", severity=Severity.NOTE, rung=Rung.NOTE, basis=("certificate",),
    what_we_saw="The site's security certificate runs out on {until}.",
    what_to_do="Nothing now: most sites renew theirs by themselves, so look again after that day.", find=_find)
