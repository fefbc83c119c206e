"""Facts: what looks at the web showed, kept so that they can be judged again without a network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FORMAT = 1
"""The version of the record in `visits.jsonl`; a later kit reads every earlier one."""

TEXT_KEPT, MAIN_KEPT = 10_000, 4_000
"""Characters of visible text that a visit keeps (the design's figure), and of its main part."""


class Failure(StrEnum):
    """Why nothing, or nothing whole, came back: the root cause, not the library's class name."""

    NO_SUCH_NAME = "no such name"
    RESOLVER_TROUBLE = "resolver trouble"
    REFUSED = "connection refused"
    UNREACHABLE = "network unreachable"
    RESET = "connection broken off"
    TIMEOUT = "no answer in time"
    CERTIFICATE = "certificate not accepted"
    TLS = "no secure connection"
    BAD_ANSWER = "answer not understood"
    TOO_MANY_REDIRECTS = "too many redirects"
    REDIRECT_LOOP = "redirects in a circle"
    NOT_PUBLIC = "address not public"
    NOT_ASKED = "not an address we ask"
    ROBOTS = "robots.txt says no"
    PROXY = "proxy refused"
    OTHER = "another failure"


class Purpose(StrEnum):
    """Why an address was looked at: the registered link itself, or a second look that settles a doubt."""

    REGISTERED = "registered"
    BROWSER_LIKE = "browser-like"        # the same, with the headers that a browser sends
    UNVERIFIED = "unverified"            # certificate not checked: for diagnosis only
    PLAIN_HTTP = "plain http"            # an address written without a scheme, where https did not answer
    TWIN = "twin"                        # with www., or without
    FRONT_PAGE = "front page"
    REFRESH = "meta refresh"             # where a page sends its visitors by itself
    PROBE = "probe"                      # a path that cannot exist
    CONTACT_PAGE = "contact page"
    PARENT = "page above"
    SITEMAP = "sitemap"
    CANDIDATE = "candidate"              # where a lost page may be now
    ROBOTS = "robots"
    CANARY = "canary"


EXTRA_PURPOSES = frozenset({Purpose.PROBE, Purpose.CONTACT_PAGE, Purpose.PARENT, Purpose.SITEMAP, Purpose.CANDIDATE})
"""Looks that nobody registered: robots.txt is obeyed for these, and their number for one host is bounded."""

EXTRA_LOOKS = 5
"""At most so many of them for one host in a review."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look to be made: the address, why, and what doubt it settles."""

    url: str
    purpose: Purpose = Purpose.REGISTERED
    asked_because: str = "the register holds this link"


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer on the way: the address asked, its status, and where it sent us (empty at the end)."""

    url: str
    status: int
    location: str = ""

    @property
    def permanent(self) -> bool:
        """Whether the answer says that the page has moved for good (301 and 308; RFC 9110 section 15.4)."""
        return self.status in {301, 308}


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the server's certificate says. Times are ISO dates; `problem` is empty where it was accepted."""

    subject: str = ""
    issuer: str = ""
    names: tuple[str, ...] = ()
    valid_from: str = ""
    valid_until: str = ""
    self_signed: bool = False
    chain_length: int = 0
    """How many certificates the server sent; 0 where that could not be seen."""
    problem: str = ""
    """expired, not yet valid, wrong name, self-signed, untrusted issuer, incomplete chain, other."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What the body showed, as facts. Signatures are matched in checks, never here."""

    content_type: str = ""
    charset: str = ""
    language: str = ""
    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    main: str = ""
    """The first words of `text` that stand between the menus, banners and footers; '' where hardly any do."""
    words: int = 0
    meta: Mapping[str, str] = field(default_factory=dict)
    """description, robots, generator, refresh, rating, og:title, canonical…: name -> content, lower-case names."""
    marks: tuple[str, ...] = ()
    """ids and class names on the page, `#id` and `.class`, first 200."""
    fragments: tuple[str, ...] = ()
    """Openings of scripts and comments, 200 characters each, first 20: guards and parking pages hide there."""
    link_hosts: tuple[str, ...] = ()
    script_hosts: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """(address, words) of the page's links to its own host, first 150."""
    password_fields: int = 0
    phones: tuple[str, ...] = ()
    """Phone numbers the page publishes, as written: tel: links, structured data, visible text."""
    emails: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    """(what it says it is, as written): `last reviewed`, `dateModified`…"""
    bytes_read: int = 0
    truncated: bool = False
    body_hash: str = ""
    """sha256 of the bytes read: the same page for unrelated hosts is nobody's own page."""


@dataclass(frozen=True, slots=True)
class Visit:
    """All that one look at an address showed; frozen, and never a judgement.

    Either `status` is a number (an answer came) or `failure` says why none did; both where an answer broke off.
    `seconds` is wall time, `attempts` counts the tries that this record sums up, `run` names the run it belongs to.
    """

    url: str
    purpose: Purpose
    asked_because: str
    run: str
    at: str
    """When the look ended: ISO date and time, UTC."""
    seconds: float = 0.0
    attempts: int = 1
    hops: tuple[Hop, ...] = ()
    final_url: str = ""
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    """The headers that matter, lower-case; cookies by name only, never by value."""
    page: Page = field(default_factory=Page)
    certificate: Certificate | None = None
    failure: Failure | None = None
    cause: str = ""
    """The operating system's or the library's own words for the failure."""
    failed_at: str = ""
    """The address at which it failed, where redirects led elsewhere first."""
    server_address: str = ""
    via_proxy: bool = False
    retry_after: float | None = None
    """Seconds that the last answer asked us to wait."""

    def __repr__(self) -> str:
        return f"<Visit {self.url}: {self.failure or self.status}>"


@dataclass(frozen=True, slots=True)
class CanaryRound:
    """One look at the canaries: whether the network itself was telling the truth at that moment."""

    run: str
    at: str
    when: str
    """before, during or after the links."""
    answered: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """The addresses that must answer and did not, each with why."""
    false_name_found: bool = False
    """A name that must not exist got an address: this resolver invents answers."""
    portal: str = ""
    """What the portal test showed: `as expected`, `altered`, `no answer`, or empty where not asked."""
    inspected_by: str = ""
    """The issuer of the canaries' certificates where that is an inspecting proxy's."""
    via_proxy: bool = False

    @property
    def good(self) -> bool:
        """Whether the network can be believed: most of the addresses that must answer did (docs/assumptions.md)."""
        return len(self.answered) > len(self.silent)
