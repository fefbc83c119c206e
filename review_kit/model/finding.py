"""Judgements: what a check found, and the one verdict that each link and contact is told."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from review_kit.model.register import Contact, Link, Service
from review_kit.model.workbook import Cell


class Severity(IntEnum):
    """How bad, in GOV.UK's words; a greater number is worse, and reports put it first."""

    NOTE = 1
    CAUTION = 2
    BROKEN = 3
    DANGER = 4

    @property
    def word(self) -> str:
        """As reports and `findings.csv` print it."""
        return self.name.lower()


class Verdict(StrEnum):
    """What a link can be told (the design's table); `links.csv` uses these words."""

    WORKING = "working"
    MOVED = "moved"
    BROKEN = "broken"
    CHANGED = "changed"
    BY_HAND = "by_hand"
    NOT_CHECKED = "not_checked"


class ContactVerdict(StrEnum):
    """What a contact can be told; `contacts.csv` uses these words."""

    OK = "ok"
    BY_HAND = "by_hand"
    CAUTION = "caution"
    BROKEN = "broken"
    NOT_CHECKED = "not_checked"


class Rung(IntEnum):
    """The ladder of `verdicts.py`: the finding on the lowest rung decides a link's verdict."""

    WORDS = 0          # what the cell holds is no address: known without a network
    NETWORK = 1        # our own network could not be believed
    NOT_ASKED = 2
    OWN_FILTER = 3     # our side's filter or sign-in page stood in between
    TRANSPORT = 4      # no answer came
    CHALLENGE = 5      # a guard answered for the page
    SIGN_IN = 6
    STATUS = 7         # not found, refused, server ill
    REDIRECT = 8
    NOT_FOUND_PAGE = 9
    PARKED = 10
    SUBJECT = 11       # closed, replaced, about something else
    UNSURE = 12
    MOVED = 13
    NOTE = 14          # works; something to know


RECORD = ("service_id", "section", "service", "cell", "check", "severity", "what_we_saw", "what_to_do", "suggestion",
          "evidence")  # fmt: skip
"""The columns of `findings.csv`, in the design's order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found about one thing, in words a lead can act on.

    `what_we_saw` and `what_to_do` are one short sentence each, with no status code; codes, addresses and times
    stand in `evidence`. `basis` holds the facts that a decision on this finding rests on, by name: when one of them
    changes, the decision lapses.
    """

    check: str
    severity: Severity
    cell: Cell
    what_we_saw: str
    what_to_do: str
    service: Service | None = None
    about: Link | Contact | None = None
    suggestion: str = ""
    evidence: str = ""
    verdict: Verdict | ContactVerdict | None = None
    rung: Rung | None = None
    basis: tuple[tuple[str, str], ...] = ()
    answer_in: str = ""
    """The column that an answer to it is written in; empty where it goes in the place of the words in question."""

    def record(self) -> dict[str, str]:
        """The finding as plain text by column, for tables."""
        service = self.service
        return dict(zip(RECORD, (
            service.key if service else "", service.section if service else "", service.name if service else "",
            str(self.cell), self.check, self.severity.word, self.what_we_saw, self.what_to_do, self.suggestion,
            self.evidence), strict=True))

    def __repr__(self) -> str:
        return f"<Finding {self.check} at {self.cell}: {self.what_we_saw}>"
