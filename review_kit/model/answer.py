"""What people heard: who answered when a number was rung, and what a provider said when it was asked to confirm.

These are facts, like visits: somebody saw or heard something on a day. What follows from them is for checks to say and
for the lead to decide.
"""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How an answer came."""

    CALL = "call"     # somebody rang the number, or wrote to the address
    REPLY = "reply"   # the provider answered a request to confirm its entry


class Says(StrEnum):
    """What an answer comes to; the store uses these words."""

    RIGHT = "right"
    CHANGED = "changed"
    PAUSED = "temporarily closed"
    CLOSED = "closed"
    NOBODY = "nobody answered"
    OTHERS = "somebody else answered"
    DEAD = "not in use"


OF_A_CALL = (Says.RIGHT, Says.CHANGED, Says.OTHERS, Says.DEAD, Says.CLOSED, Says.NOBODY)
"""What can come of ringing a number, in the order in which a person should meet them."""
OF_A_REPLY = (Says.RIGHT, Says.CHANGED, Says.PAUSED, Says.CLOSED)
"""The four answers that a provider can give about an entry."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as the store holds it; nothing of it is ever changed but that it was undone.

    `about` is the contact in question, normalised as in `Contact`; empty: the whole entry. `text` is what is right
    instead (a number, an address, or the provider's words), `note` a remark, `contract_ends` an ISO day where the
    provider named one. `asked` is a digest of the entry's published words when they were asked about: a reply says
    nothing of words that came later. `who` is the role that rang or took the reply down, never a person.
    """

    number: int
    id: str
    service_key: str
    about: str
    way: Way
    says: Says
    who: str
    on: str
    service: str = ""
    text: str = ""
    note: str = ""
    contract_ends: str = ""
    asked: str = ""
    undone_on: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One message to a provider that asks it to confirm its entries.

    `to` holds the addresses it goes to; empty where none is known and a page was made to be handed over. All days are
    ISO; `sent_on` is empty until somebody says that it was sent, for the kit sends nothing itself. `asked` holds the
    digest of each entry's words as they were asked about, in the order of `service_keys`; empty where nobody knows.
    """

    number: int
    id: str
    provider: str
    to: tuple[str, ...]
    service_keys: tuple[str, ...]
    made_on: str
    reply_by: str
    who: str = ""
    sent_on: str = ""
    reminded_on: str = ""
    dropped_on: str = ""
    asked: tuple[str, ...] = ()

    def asked_of(self, service_key: str) -> str:
        """The digest of an entry's words as they were asked about; '' where nobody knows."""
        return dict(zip(self.service_keys, self.asked, strict=False)).get(service_key, "")
