"""Facts made by hand: a register, looks and canary rounds of a council that nobody has (RFC 2606, Ofcom's numbers)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from review_kit.checks import Check
from review_kit.model import (
    CanaryRound,
    Cell,
    Certificate,
    Contact,
    ContactKind,
    ContactVerdictFor,
    Facts,
    Failure,
    Finding,
    Hop,
    Link,
    LinkVerdict,
    Look,
    Page,
    Purpose,
    Register,
    Service,
    Settings,
    Verdict,
    Visit,
    Written,
)
from review_kit.verdicts import contact_verdicts, judge, link_verdicts

TODAY = date(2026, 11, 21)
URL = "https://club.example/choir"
FRONT = "https://club.example/"
TWIN = "https://www.club.example/choir"
CANARIES = ("https://canary.example/", "https://other-canary.example/")
SETTINGS = Settings(council="Borchester Council", own_hosts=("intranet.borchester.example",))
GUARDS = ({"guard": "Cloudflare", "where": "header", "value": "cf-mitigated: challenge", "needs": "",
           "does": "challenge"},)


def moment(minute: int = 5, day: int = 21) -> str:
    """A minute after ten o'clock of a day in November, as looks are stamped."""
    return f"2026-11-{day:02}T10:{minute:02}:00.000Z"


RUN = moment(0)


def good(minute: int, when: str = "during", *, day: int = 21, run: str = RUN, **more: Any) -> CanaryRound:
    """A round in which every canary answered."""
    return CanaryRound(run, moment(minute, day), when, answered=CANARIES, **more)


def bad(minute: int, when: str = "during", *, day: int = 21, run: str = RUN, **more: Any) -> CanaryRound:
    """A round in which no canary answered."""
    return CanaryRound(run, moment(minute, day), when, silent=tuple(f"{c} (no such name)" for c in CANARIES), **more)


STEADY = (good(0, "before"), good(30, "after"))
"""A run through a network that can be believed from beginning to end."""
AWAY = (bad(0, "before"), bad(30, "after"))
STOPPED = (good(0, "before"),)
"""A run that was broken off: no round after the links."""


def link(url: str = URL, *, row: int = 2, as_written: str = "", written: Written = Written.IN_FULL,
         mended: str = "") -> Link:
    """A link in the provider's column."""
    return Link(Cell("Services", row, 3), as_written or url, url, written, mended=mended)


def phone(as_written: str = "03069 990123", *, row: int = 2, problem: str = "", mended: str = "") -> Contact:
    """A telephone number."""
    normalised = "" if problem else "+44" + as_written.replace(" ", "")[1:]
    return Contact(Cell("Services", row, 3), ContactKind.PHONE, as_written, normalised, problem, mended)


def email(as_written: str = "team@club.example", *, row: int = 2, problem: str = "", mended: str = "") -> Contact:
    """An e-mail address."""
    normalised = "" if problem else as_written
    return Contact(Cell("Services", row, 3), ContactKind.EMAIL, as_written, normalised, problem, mended)


def person(as_written: str = "Ann Invented", *, row: int = 2, problem: str = "") -> Contact:
    """A named person."""
    return Contact(Cell("Services", row, 3), ContactKind.PERSON, as_written, as_written, problem)


def service(*links: Link, row: int = 2, name: str = "Choir", key: str = "", contacts: Iterable[Contact] = (),
            values: dict[str, str] | None = None, **published: str) -> Service:
    """A row of the register; `values` are its review columns, `published` its frequency and impact."""
    provider = "".join(one.as_written for one in links) or "A provider"
    return Service(key or f"svc-{row}", "Wellbeing", name, provider, Cell("Services", row, 2), links=links,
                   contacts=tuple(contacts), values=values or {}, **published)


def register(*services: Service, settings: Settings = SETTINGS, columns: dict[str, int] | None = None) -> Register:
    """A register of these services."""
    return Register("offer.xlsx", "0" * 64, "Services", services, settings, columns=columns or {})


def visit(url: str = URL, status: int | None = 200, *hops: tuple[int, str], failure: Failure | None = None,
          purpose: Purpose = Purpose.REGISTERED, minute: int = 5, day: int = 21, run: str = RUN, title: str = "",
          headers: dict[str, str] | None = None, **more: Any) -> Visit:
    """One look. `hops` are the redirects on its way: the status and the address it sent us to; then `status`.

    With a status and a failure, the answer began and broke off; with None and a failure, none came.
    """
    ways = [url, *(target for _, target in hops)]
    way = [Hop(asked, code, target) for asked, (code, target) in zip(ways, hops, strict=False)]
    if failure is not None:
        more = {"failed_at": ways[-1], "cause": "in the system's words", **more}
    if status is not None:
        way.append(Hop(ways[-1], status))
    return Visit(url, purpose, "a test asked", run, moment(minute, day), hops=tuple(way), status=status,
                 final_url=ways[-1] if status is not None else "", failure=failure, page=Page(title=title),
                 headers=headers or {}, **more)


def failed(failure: Failure, url: str = URL, *hops: tuple[int, str], **more: Any) -> Visit:
    """A look to which no answer came, tried three times as the run does."""
    return visit(url, None, *hops, failure=failure, **{"attempts": 3, **more})


def browser_like(status: int | None = 200, *hops: tuple[int, str], url: str = URL, minute: int = 6,
                 **more: Any) -> Visit:
    """The second look, with a browser's headers."""
    return visit(url, status, *hops, purpose=Purpose.BROWSER_LIKE, minute=minute, **more)


def front_page(status: int | None = 200, *hops: tuple[int, str], url: str = FRONT, minute: int = 7,
               **more: Any) -> Visit:
    """The look at the site's front page."""
    return visit(url, status, *hops, purpose=Purpose.FRONT_PAGE, minute=minute, **more)


def twin(url: str = TWIN, *, failure: Failure | None = Failure.NO_SUCH_NAME, minute: int = 6, **more: Any) -> Visit:
    """The look at the address with www., or without."""
    return visit(url, None if failure else 200, failure=failure, purpose=Purpose.TWIN, minute=minute, **more)


def bad_certificate(problem: str, url: str = URL, *hops: tuple[int, str], **more: Any) -> Visit:
    """A look that ended at a certificate which was not accepted, with the system's word for why."""
    return failed(Failure.CERTIFICATE, url, *hops, attempts=1, **{"certificate": Certificate(problem=problem), **more})


def certificate(*names: str, valid_from: str = "2026-01-01", valid_until: str = "2027-06-01", issuer: str = "Some CA",
                self_signed: bool = False) -> Certificate:
    """A certificate as it is read without verification; in order, if nothing else is said."""
    return Certificate("club.example", issuer, names or ("club.example", "www.club.example"), valid_from, valid_until,
                       self_signed, 1)


def unverified(status: int | None = 200, *hops: tuple[int, str], shown: Certificate | None = None, url: str = URL,
               minute: int = 6, **more: Any) -> Visit:
    """The look without certificate check, for diagnosis."""
    return visit(url, status, *hops, purpose=Purpose.UNVERIFIED, minute=minute,
                 certificate=shown or certificate(), **more)


def facts(*visits: Visit, services: Sequence[Service] | None = None, canaries: Iterable[CanaryRound] = STEADY,
          today: date = TODAY, settings: Settings = SETTINGS, columns: dict[str, int] | None = None) -> Facts:
    """The facts of a review; without `services`, the register holds each address that was looked at as registered."""
    if services is None:
        urls = dict.fromkeys(v.url for v in visits if v.purpose is Purpose.REGISTERED)
        services = [service(link(url, row=row), row=row) for row, url in enumerate(urls, 2)]
    return Facts(register(*services, settings=settings, columns=columns), today, visits, tuple(canaries),
                 known={"guards": GUARDS})


def found(check: Check, of: Facts) -> list[Finding]:
    """What one check finds."""
    return list(check.find(of))


def wanted(check: Check, of: Facts) -> list[Look]:
    """The looks that would settle a check's doubts."""
    assert check.looks is not None
    return list(check.looks(of))


def all_told(of: Facts) -> tuple[LinkVerdict, ...]:
    """The verdicts of all links, by all checks."""
    return link_verdicts(of, judge(of))


def told(of: Facts) -> tuple[Verdict, str]:
    """The verdict of the only link, by all checks, and the check that decided ('' where the link simply works)."""
    one, = all_told(of)
    return one.verdict, one.finding.check if one.finding else ""


def contact_told(of: Facts) -> ContactVerdictFor:
    """The verdict of the only contact, by all checks."""
    one, = contact_verdicts(of, judge(of))
    return one
