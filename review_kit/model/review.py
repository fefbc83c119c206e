"""What a review comes to: verdicts, findings, changes and progress."""

import typing
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from review_kit.model.decision import Decided, Outcome
from review_kit.model.facts import Facts
from review_kit.model.finding import RECORD, ContactVerdict, Finding, Verdict
from review_kit.model.hearing import Hearing
from review_kit.model.register import Contact, Link, Register, Service
from review_kit.model.visit import Visit
from review_kit.model.workbook import Cell

if typing.TYPE_CHECKING:
    import pandas as pd

Place = tuple[str, Cell]
"""What tells one row from another, even where two rows share a key."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """What vouches for an entry, in a sentence, and the day on which it was seen or said.

    `about` is the registered link whose page was seen, or the contact that was tried; None where it is the whole entry.
    `url` is where a link led.
    """

    why: str
    on: date
    about: Link | Contact | None = None
    url: str = ""


Vouching = Mapping[Place, tuple[Vouched, ...]]
"""What was seen that vouches for each entry, link by link."""


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """What one link was told. `finding` is the one that decided; None where the link simply works."""

    service: Service
    link: Link
    verdict: Verdict
    finding: Finding | None
    visit: Visit | None


@dataclass(frozen=True, slots=True)
class ContactVerdictFor:
    """What one contact was told, with the finding that decided where there is one.

    `vouched_by` says in a sentence who or what vouches for a contact that is `ok`.
    """

    service: Service
    contact: Contact
    verdict: ContactVerdict
    finding: Finding | None
    vouched_by: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of the register to be written: what stood there, what will, why, and who says so."""

    service: Service | None
    cell: Cell
    column: str
    old: str
    new: str
    why: str
    by: str
    evidence: str = ""
    part: bool = False
    """Whether `old` and `new` are words within the cell; the rest of its text stays."""
    behind: str = ""
    """The address that is to be replaced where a hyperlink behind the cell leads to it."""
    day: bool = False
    """Whether `new` is an ISO day that is to stand as a date where the column holds dates."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing the register would do: the cells that change, and a sentence for each that cannot be written."""

    changes: tuple[Change, ...]
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `seconds_left` is None until enough is done to tell."""

    done: int
    total: int
    now: str = ""
    seconds_left: float | None = None
    stage: str = "Checking links"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What writing a workbook did: how many cells changed, how many parts of the file stayed as they were."""

    path: str
    cells_changed: int
    parts_kept: int
    parts_changed: tuple[str, ...] = ()
    backup: str = ""
    refused: tuple[str, ...] = ()
    """A sentence for each cell that could not be written without losing something; it was left as it was."""


@dataclass(frozen=True)
class Review:
    """A review as judged: everything that reports print, in the register's order."""

    facts: Facts
    links: tuple[LinkVerdict, ...]
    contacts: tuple[ContactVerdictFor, ...]
    findings: tuple[Finding, ...]
    practice: bool = False
    notices: tuple[str, ...] = field(default=())
    """What a reader must know first: no network, a run that was stopped, a proxy that cannot be pinned."""
    decided: Decided = field(default_factory=Decided)
    outcomes: tuple[Outcome, ...] = ()
    """Each finding with what was decided about it, in the findings' order."""
    vouching: Vouching = field(default_factory=dict)
    """What we saw ourselves that vouches for an entry: a page that still describes it."""
    hearing: Hearing = field(default_factory=Hearing)
    """All that forums said and what was answered, of earlier reviews too."""

    @property
    def register(self) -> Register:
        """The register that was reviewed."""
        return self.facts.register

    @property
    def today(self) -> date:
        """The review's day."""
        return self.facts.today

    def count(self, verdict: Verdict) -> int:
        """How many links got a verdict."""
        return Counter(link.verdict for link in self.links)[verdict]

    def frame(self) -> "pd.DataFrame":
        """The findings as a pandas DataFrame, one row each, with the columns of `findings.csv`."""
        import pandas as pd
        return pd.DataFrame([finding.record() for finding in self.findings], columns=list(RECORD))

    def __repr__(self) -> str:
        told = ", ".join(f"{self.count(v)} {v}" for v in Verdict if self.count(v))
        return f"<Review of {self.today}: {len(self.links)} links ({told or 'none'}), {len(self.findings)} findings>"
