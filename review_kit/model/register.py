"""The register's nouns: what the council publishes, with each link and contact at its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from review_kit.model.settings import Settings
from review_kit.model.workbook import Cell

if TYPE_CHECKING:
    from review_kit.model.finding import Finding

PUBLISHED_COLUMNS = ("Section", "Area of support", "Provider", "Frequency", "Impact")
"""The five columns that a council publishes; a register with only these is whole."""

REVIEW_COLUMNS = (
    "Service ID", "Audience", "THRIVE groups", "Age from", "Age to", "Area", "Who it is for", "Who it is not for",
    "How to get it", "Outcomes", "Contract ends", "Evidence", "Entry owner", "Confirm with", "In plain words",
    "Hours", "Where", "Cost", "Assured on", "Assured by", "Next review due", "Status",
)  # fmt: skip
"""The columns that reviews add, in the order in which they are made when first needed."""


DATE_COLUMNS = ("Assured on", "Next review due", "Contract ends")
"""Those of the review columns that hold days."""


class ContactKind(StrEnum):
    """What kind of contact: `contacts.csv` uses these words."""

    PHONE = "phone"
    EMAIL = "email"
    PERSON = "person"


class Written(StrEnum):
    """How a link stands in its cell; a check may ask for any but the first two to be written better."""

    IN_FULL = "in full"            # https://…
    NO_SCHEME = "no scheme"        # www.example.org, example.org/path
    BEHIND_TEXT = "behind text"    # a hyperlink or HYPERLINK() under other words
    TITLE_AND_HOST = "title and host"  # Page title (example.org): the page's own address was lost in pasting
    TITLE_ONLY = "title only"      # Home - Kooth: the address was lost altogether
    MISTYPED = "mistyped"          # https//example.org, www.example,org


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the register.

    `url` is the address to ask, in full, or empty where the words hold none that could be asked.
    `mended` is the address that a mistyped one was probably meant to be. `title` is the page title that was
    pasted with it, which says what the page was called on that day.
    """

    cell: Cell
    as_written: str
    url: str
    written: Written = Written.IN_FULL
    title: str = ""
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number, e-mail address or named person in the register.

    `normalised` is E.164 for a phone (`+443300083722`), the bare digits for a short code (`116123`), lower-case
    for an e-mail address; empty where the words are not a possible one. `problem` then says why, in a few words.
    """

    cell: Cell
    kind: ContactKind
    as_written: str
    normalised: str = ""
    problem: str = ""
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """One row of the register. `key` names it for good: its Service ID, or what that will be when first saved."""

    key: str
    section: str
    name: str
    provider: str
    cell: Cell
    frequency: str = ""
    impact: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """Every column that the register has, by its header in the spelling of the lists above where it is one."""
    links: tuple[Link, ...] = ()
    contacts: tuple[Contact, ...] = ()
    added: str = ""
    """Where a service comes from that is decided on and not in the workbook yet; empty for all others."""

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> tuple[str, Cell]:
        """What tells its row from another, even where two rows share a key."""
        return self.key, self.cell

    @property
    def links_and_contacts(self) -> "tuple[Link | Contact, ...]":
        """All by which people are to reach it."""
        return (*self.links, *self.contacts)

    def value(self, column: str) -> str:
        """The text in a column, stripped; empty where the register has no such column."""
        return self.values.get(column, "").strip()

    @property
    def retired(self) -> bool:
        """Whether the lead has retired the service; its row stays, but it is no longer published."""
        return self.value("Status").casefold() == "retired"


@dataclass(frozen=True, slots=True)
class Register:
    """A register as read: its services, its settings, and what could not be read, as findings with their cells."""

    path: str
    sha256: str
    sheet: str
    services: tuple[Service, ...]
    settings: Settings
    header_row: int = 1
    columns: Mapping[str, int] = field(default_factory=dict)
    """Column numbers by header, in the spelling of the lists above where it is one."""
    problems: "tuple[Finding, ...]" = ()

    @property
    def current(self) -> tuple[Service, ...]:
        """The services that are not retired, in the register's order."""
        return tuple(service for service in self.services if not service.retired)

    @property
    def links(self) -> tuple[tuple[Service, Link], ...]:
        """Every link with its service, in the register's order."""
        return tuple((service, link) for service in self.services for link in service.links)

    @property
    def contacts(self) -> tuple[tuple[Service, Contact], ...]:
        """Every contact with its service, in the register's order."""
        return tuple((service, contact) for service in self.services for contact in service.contacts)

    def __repr__(self) -> str:
        return (f"<Register: {len(self.services)} services, {len(self.links)} links, "
                f"{len(self.contacts)} contacts, {len(self.problems)} reading problems>")
