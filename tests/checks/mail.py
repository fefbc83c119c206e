"""Mail facts made by hand: look-ups of domains that nobody has, between rounds of canaries."""

from collections.abc import Iterable
from dataclasses import replace

from review_kit.model import Contact, Facts, LookUp, MailDomain, MailLook, MailRound, Reply

from . import facts as make

DOMAIN, EMAIL = "club.example", "team@club.example"
HOSTS, TAKING = ("www.canary.example", "www.other.example", "www.third.example"), ("post.example", "letters.example")
Asking = tuple[LookUp, ...]


def good_round(minute: int) -> MailRound:
    """The name server told the truth."""
    return MailRound(make.moment(minute), HOSTS, (), TAKING, (), Reply.NO_SUCH_NAME)


BAD_ROUNDS = {
    "offline": MailRound(make.moment(9), (), HOSTS, (), TAKING, "no such name"),
    "no host": MailRound(make.moment(9), (), HOSTS, TAKING, (), "no such name"),
    "half of the hosts": MailRound(make.moment(9), HOSTS[:1], HOSTS[1:2], TAKING, (), "no such name"),
    "no mail": MailRound(make.moment(9), HOSTS, (), (), TAKING, "no such name"),
    "half of the mail": MailRound(make.moment(9), HOSTS, (), TAKING[:1], TAKING[1:], "no such name"),
    "invents": MailRound(make.moment(9), HOSTS, (), TAKING, (), "records"),
    "cannot tell": MailRound(make.moment(9), HOSTS, (), TAKING, (), "no answer in time"),
    "not asked": MailRound(make.moment(9)),
}  # fmt: skip


def records(kind: str, *found: str, name: str = DOMAIN, **more: object) -> LookUp:
    """A look-up that found these."""
    return LookUp(name, kind, Reply.RECORDS, found, **more)  # type: ignore[arg-type]


def none(kind: str, name: str = DOMAIN, **more: object) -> LookUp:
    """A look-up that found nothing of the kind."""
    return LookUp(name, kind, Reply.NONE, **more)  # type: ignore[arg-type]


def no_name(kind: str, name: str = DOMAIN, **more: object) -> LookUp:
    """A look-up that found no such name."""
    return LookUp(name, kind, Reply.NO_SUCH_NAME, **more)  # type: ignore[arg-type]


def trouble(kind: str, name: str = DOMAIN, cause: str = "no answer in time") -> LookUp:
    """A look-up to which nobody could give an answer."""
    return LookUp(name, kind, Reply.TROUBLE, cause=cause)


MX = records("MX", f"10 mx.{DOMAIN}")
TAKES = (MX, records("A", "192.0.2.1", name=f"mx.{DOMAIN}"))
ADDRESS = (none("MX"), records("A", "192.0.2.1"))
GONE = (no_name("MX"), no_name("A"))
NULL = (records("MX", "0 ."),)
NOWHERE = (none("MX"), none("A"), none("AAAA"))
ALIAS = (no_name("MX", alias="gone.example"), no_name("A", alias="gone.example"))
LOST = (MX, no_name("A", f"mx.{DOMAIN}"))
TROUBLE = (trouble("MX"),)


def look(*askings: Asking, domain: str = DOMAIN, minute: int = 5, before: MailRound | None = None,
         after: MailRound | None = None, **more: object) -> MailLook:
    """One run's look at one domain; with one asking, it was asked twice with the same result."""
    asked = askings * 2 if len(askings) == 1 else askings
    return MailLook(make.moment(minute - 1), make.moment(minute + 1), before or good_round(minute - 1),
                    after or good_round(minute + 1), (MailDomain(domain, make.moment(minute), asked),), **more)  # type: ignore[arg-type]


def facts(*looks: MailLook, contacts: Iterable[Contact] = (make.email(EMAIL),), **values: str) -> Facts:
    """The facts of a register with one entry; `values` are its review columns, with _ for a blank."""
    columns = {name.replace("_", " "): value for name, value in values.items()}
    return replace(make.facts(services=[make.service(contacts=contacts, values=columns)]), mail=looks)
