"""What a forum said: sessions, views, and what is answered to them. Nothing here says who somebody is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class About(StrEnum):
    """What a view is about."""

    SERVICE = "service"
    SECTION = "section"
    MISSING = "missing"


class Helped(StrEnum):
    """Whether it helped, in the order of the form; each value is what a young person would say."""

    YES = "It helped"
    PARTLY = "It helped a bit"
    NO = "It did not help"
    NEVER_HEARD = "Never heard of it"
    TURNED_AWAY = "Was turned away"
    WAITING = "Still waiting"
    NOT_SAID = ""


class Consent(StrEnum):
    """How a view may be used. A view that nobody was asked about is used in a summary only."""

    SUMMARY = "in a summary only"
    QUOTE = "quoted without a name"


class Present(StrEnum):
    """How many young people were there, in bands: an exact number helps to tell who they were."""

    FEW = "1 to 5"
    SOME = "6 to 10"
    MANY = "11 to 20"
    CROWD = "more than 20"


class Done(StrEnum):
    """What becomes of what was said: the answer's first words."""

    DID = "We did it"
    WILL = "We will do it"
    CANNOT = "We cannot do it"


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of a forum.

    `held_on` and `answer_by` are ISO days. `role` is the facilitator's, never a name. `audience` is who will hear the
    views and can decide. `code` is a digest of the code with which the whole group can withdraw a shared view.
    """

    id: str
    held_on: str
    forum: str
    role: str
    present: Present
    consent: str
    audience: str
    answer_by: str
    code: str = ""
    closed_on: str = ""
    edit: int = 0
    """Counts the changes: where two laptops hold the session, the higher one stands."""


@dataclass(frozen=True, slots=True)
class View:
    """One view. `id` is made by chance and names it on every laptop; no time of day is kept.

    `key` is the entry's key, or the section's name; `title` is what it was called on that day, so that a view can be
    read when the entry is gone. `code` is a digest of the code by which it can be withdrawn. A `draft` is still being
    written; `stopped` are words that must leave the kit: only the page that says Stop shows them.
    """

    id: str
    session: str
    about: About
    key: str
    title: str
    helped: Helped = Helped.NOT_SAID
    said: str = ""
    better: str = ""
    delivery: str = ""
    barriers: tuple[str, ...] = ()
    consent: Consent = Consent.SUMMARY
    code: str = ""
    recorded_on: str = ""
    theme: str = ""
    draft: bool = False
    stopped: bool = False
    edit: int = 0
    """Counts the changes; see `Session.edit`."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said at all."""
        return not (self.helped or self.said or self.better or self.delivery or self.barriers)


@dataclass(frozen=True, slots=True)
class Response:
    """What is answered to a theme: what was done or why not, who sees to it, and by when. `theme` names it."""

    theme: str
    audience: str
    done: Done
    text: str
    owner: str
    by_on: str
    edit: int = 0


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A digest of what was removed for good, so that a merge does not bring it back. It tells nothing of the words."""

    mark: str
    on: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that forums said and what was answered, the newest session first. Drafts and stopped words are not in it."""

    sessions: tuple[Session, ...] = ()
    views: tuple[View, ...] = ()
    responses: tuple[Response, ...] = ()

    @property
    def by_session(self) -> Mapping[str, Session]:
        """The sessions by their ids."""
        return {session.id: session for session in self.sessions}

    def audience_of(self, view: View) -> str:
        """Who hears a view: whom its theme's answer names, or else its session; '' where nobody does."""
        answer = self.response_to(view.theme)
        session = self.by_session.get(view.session)
        return (answer.audience if answer else "") or (session.audience if session else "")

    def response_to(self, theme: str) -> Response | None:
        """The answer to a theme; None where there is none yet."""
        return next((each for each in self.responses if theme and each.theme == theme), None)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one laptop hands to another, or keeps as a backup: everything but drafts and stopped words."""

    hearing: Hearing = field(default_factory=Hearing)
    tombstones: tuple[Tombstone, ...] = ()
