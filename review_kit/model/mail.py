"""Facts: what name servers said of the domains of e-mail addresses, kept so that they can be judged again."""

from dataclasses import dataclass
from enum import StrEnum


class Reply(StrEnum):
    """What came back for one question to a name server (RFC 2308 tells the first three apart)."""

    RECORDS = "records"
    NONE = "no such record"          # the name is there, and holds nothing of the kind that was asked for
    NO_SUCH_NAME = "no such name"
    TROUBLE = "could not tell"       # no answer in time, a server in trouble, no name server at all


@dataclass(frozen=True, slots=True)
class LookUp:
    """One question to a name server and what came back.

    `name` is the name asked for, in ASCII and without the closing dot; `kind` is MX, A or AAAA. `records` are the
    answer's, sorted: addresses, or `10 mail.example.org` (a null MX is `0 .`).
    """

    name: str
    kind: str
    reply: Reply
    records: tuple[str, ...] = ()
    alias: str = ""
    """The name that it stands for, where it is an alias (CNAME)."""
    own_zone: bool = False
    """Whether the name server answered out of a zone of its own: inside a council's network that may be another one
    than the world's."""
    cause: str = ""
    """Why it could not tell."""


@dataclass(frozen=True, slots=True)
class MailDomain:
    """All that was asked about one domain of e-mail addresses.

    Each asking holds its look-ups in their order: the domain's MX first, then the addresses that mail would go to.
    What did not show at once that it takes mail was asked a second time at the end.
    """

    domain: str
    at: str
    """When it was asked last: ISO date and time, UTC."""
    askings: tuple[tuple[LookUp, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class MailRound:
    """One look at the canaries through the same name server: whether it told the truth at that moment."""

    at: str
    found: tuple[str, ...] = ()
    """Hosts that must have an address, and had one."""
    lost: tuple[str, ...] = ()
    """Hosts that must have an address, each with what came back."""
    taking: tuple[str, ...] = ()
    """Domains that must take mail, and do."""
    refusing: tuple[str, ...] = ()
    """Domains that must take mail, each with what came back."""
    false_name: str = ""
    """What came back for a name that nobody has."""

    @property
    def good(self) -> bool:
        """Whether this name server can be believed: it knows what is there, and that what nobody has is not there."""
        hosts = len(self.found) > len(self.lost) or not (self.found or self.lost)
        return hosts and len(self.taking) > len(self.refusing) and self.false_name == Reply.NO_SUCH_NAME


@dataclass(frozen=True, slots=True)
class MailLook:
    """One run's look at mail domains, between two looks at the canaries. `run` names the run that it belongs to."""

    run: str
    at: str
    before: MailRound
    after: MailRound | None = None
    """None where the first round was bad, so that no domain was asked."""
    domains: tuple[MailDomain, ...] = ()
    server: str = ""
    """The one name server that was asked."""
    left: int = 0
    """How many domains were not asked any more."""
    stopped: bool = False
    """Whether a person ended it."""

    @property
    def good(self) -> bool:
        """Whether anything in it is believed: only between two good rounds (docs/assumptions.md)."""
        return self.before.good and self.after is not None and self.after.good

    def __repr__(self) -> str:
        return f"<MailLook of {len(self.domains)} domains, {'believed' if self.good else 'not believed'}>"
