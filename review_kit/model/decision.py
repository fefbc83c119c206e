"""What a lead decides about a finding, how it stands when it is looked at again, and services that are to be added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from review_kit.model.answer import Answer, Request
from review_kit.model.finding import Finding


class Action(StrEnum):
    """What can be decided about a finding; the store, the desk and the workbook of findings use these words."""

    SUGGESTION = "use the suggestion"
    OTHER = "write another"
    TAKE_OUT = "take it out"
    FINE = "checked by hand and fine"
    CONFIRMED = "the provider confirmed it"
    ASK = "ask the provider"
    NO_PROBLEM = "not a problem"
    RETIRE = "retire the service"
    LATER = "later"


class State(StrEnum):
    """How a finding stands: what is left to decide comes first."""

    CAME_BACK = "came back"   # it was decided, and what that rested on has changed or fallen due
    OPEN = "open"
    PUT_OFF = "put off"       # later is no decision
    WAITING = "waiting"       # the provider was asked, and has not answered
    DECIDED = "decided"
    SETTLED = "settled"       # it needs no decision: a note, or what another decision takes away


LEFT = frozenset({State.CAME_BACK, State.OPEN, State.PUT_OFF})
"""What is left to decide."""
CLEAR = frozenset({State.DECIDED, State.SETTLED})
"""What no longer stands in the way of an assurance."""

Key = tuple[str, str, str]
"""What a decision is about, whatever row it stands in: the service's key, the check, and the words in question."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as the store holds it; nothing of it is ever changed but that it was undone.

    `about` is the link or contact in question (empty: the entry itself), `text` what is to be written, `note` the
    reason or remark. `seen` and `evidence` are what stood on the desk at that moment, and `basis` the facts it rests
    on. `who` is a role or a team's mailbox, never a person.
    """

    number: int
    id: str
    service_key: str
    check: str
    about: str
    action: Action
    who: str
    decided_on: str
    service: str = ""
    text: str = ""
    note: str = ""
    seen: str = ""
    evidence: str = ""
    basis: tuple[tuple[str, str], ...] = ()
    undone_on: str = ""

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.service_key, self.check, self.about


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finding with what was decided about it.

    `why` says in a sentence why it came back, or why it needs no decision. `suggestion` is the finding's own, or
    that of another finding about the same link.
    """

    finding: Finding
    key: Key
    state: State
    decision: Decision | None = None
    why: str = ""
    suggestion: str = ""


class Source(StrEnum):
    """Where the thought came from that a service is missing from the offer."""

    FORUM = "a forum of young people"
    WORKER = "a worker"
    PROVIDER = "a provider"
    OTHER = "somebody else"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A service that somebody missed in the offer. `wanted` is set once the lead has decided to add it."""

    number: int
    id: str
    source: Source
    values: Mapping[str, str]
    """The five published columns, by name."""
    noted_on: str
    who: str = ""
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """All that was decided and heard so far, as `steps` took it from the store, the newest first."""

    decisions: tuple[Decision, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=())
    by: str = ""
    """The role in whose name entries are assured."""
    answers: tuple[Answer, ...] = ()
    """What people heard: calls and providers' replies that were not undone."""
    requests: tuple[Request, ...] = ()
    """The messages by which providers were asked to confirm."""
