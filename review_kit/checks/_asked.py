"""What link checks share: each link with the visit that counts, and the evidence in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from review_kit.checks._certificates import INCOMPLETE, certificate_kind
from review_kit.checks._plain_http import plain_visit
from review_kit.checks._refresh import refreshed
from review_kit.dates import prose_moment
from review_kit.model import Facts, Failure, Link, Purpose, Service, Visit, Written


@dataclass(frozen=True, slots=True)
class Asked:
    """A link that was asked, and the visit on which its verdict rests."""

    service: Service
    link: Link
    visit: Visit
    facts: Facts

    def other(self, purpose: Purpose, url: str = "") -> Visit | None:
        """A second look that was made for this link, if the network could be believed for it."""
        return self.facts.believed(url or self.link.url, purpose)

    @property
    def basis(self) -> dict[str, str]:
        """The facts that decisions on links rest on."""
        return basis_of(self.visit)

    @property
    def evidence(self) -> str:
        """What was asked and what came back, so that a person can check it without the kit."""
        return evidence_of(self.visit)


def askable(link: Link) -> bool:
    """Whether the link holds an address that can be asked over the web."""
    try:
        parts = urlsplit(link.url)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and link.written is not Written.MISTYPED


def asked(facts: Facts) -> Iterator[Asked]:
    """Every link whose visit can be believed, with the visit that counts for it."""
    for service, link in facts.register.links:
        visit = facts.believed(link.url) if askable(link) else None
        if visit is not None:
            yield Asked(service, link, counting(facts, link, visit), facts)


def answered(facts: Facts) -> Iterator[Asked]:
    """Those of `asked` for which an answer came whole."""
    return (a for a in asked(facts) if a.visit.status is not None and a.visit.failure is None)


def failed(facts: Facts, *failures: Failure) -> Iterator[Asked]:
    """Those of `asked` that failed in one of these ways."""
    return (a for a in asked(facts) if a.visit.failure in failures)


def counting(facts: Facts, link: Link, visit: Visit) -> Visit:
    """The visit that a verdict rests on: a second look, where it shows more of what a young person would see.

    An incomplete certificate chain is mended by browsers, so the page read without verification counts. A host that
    turns our checker away and lets a browser in is judged by what the browser got, and an address without a scheme by
    what stands at either. Where a page sends its visitors on by itself, the page they come to counts.
    """
    visit = plain_visit(facts, link, visit) or visit
    visit = _second(facts, visit) or visit
    return refreshed(facts, visit) or visit


def _second(facts: Facts, visit: Visit) -> Visit | None:
    for purpose, applies in ((Purpose.UNVERIFIED, _incomplete), (Purpose.BROWSER_LIKE, _turned_away)):
        second = facts.believed(visit.url, purpose)
        if second is not None and applies(facts, visit, second):
            return second
    return None


def _incomplete(facts: Facts, visit: Visit, _: Visit) -> bool:
    return certificate_kind(facts, visit) == INCOMPLETE


def _turned_away(_: Facts, visit: Visit, second: Visit) -> bool:
    refused = visit.status is not None and 400 <= visit.status < 500
    return refused and second.failure is None and second.status is not None and second.status < 300


def basis_of(visit: Visit) -> dict[str, str]:
    """The facts of a visit that decisions rest on, by name."""
    certificate = visit.certificate
    return {"status": str(visit.status or ""), "final_url": visit.final_url, "title": visit.page.title,
            "failure": visit.failure.value if visit.failure else "",
            "certificate": f"{certificate.problem} {certificate.valid_until}".strip() if certificate else ""}


def evidence_of(visit: Visit) -> str:
    """One look in words: when, what was asked, each hop, what came back."""
    steps = [f"{'Asked' if visit.attempts else 'Did not ask'} {visit.url} on {prose_moment(visit.at)}"]
    steps += [f"{hop.url} answered {hop.status}" + (f", sent us to {hop.location}" if hop.location else "")
              for hop in visit.hops]
    if visit.page.title:
        steps.append(f"page title “{visit.page.title}”")
    if visit.failure is not None:
        at = f" at {visit.failed_at}" if visit.failed_at not in {"", visit.url} else ""
        steps.append(f"failed{at}: {visit.failure.value} ({visit.cause})")
    # How often a page that came was asked is nobody's concern; of a failure it is half the evidence.
    if visit.attempts > 1 and (visit.failure is not None or (visit.status or 0) >= 400):
        steps.append(f"tried {visit.attempts} times")
    if visit.via_proxy:
        steps.append("asked through a proxy")
    return "; ".join(steps) + "."


def evidence_of_all(*visits: Visit | None) -> str:
    """Several looks, one after the other."""
    return " ".join(f"{evidence_of(visit)} ({visit.purpose}: {visit.asked_because})" for visit in visits if visit)
