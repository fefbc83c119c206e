"""Notebook 3, the session: a meeting is begun before a view is written down, and its slips are handed out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from review_kit.dates import read_date
from review_kit.errors import HearingError
from review_kit.model import Consent, Helped, Present, Register, Session
from review_kit.paper import slips_page
from review_kit.store.codes import digest_of, new_code
from review_kit.store.names import name_of
from review_kit.widgets.at_session import AtSession, keep_at, read_at
from review_kit.widgets.current import Current
from review_kit.widgets.form import Form
from review_kit.written_down import session_of

SLIPS: Mapping[Present, int] = {Present.FEW: 5, Present.SOME: 10, Present.MANY: 20, Present.CROWD: 30}
"""How many slips are made: one for each young person who may be there."""
UNSET = ("A session cannot begin yet: your register names no safeguarding contact for {who}. Write one into its sheet "
         "Settings, beside “{label}”, save it, and come back to this page.")
FIELDS = ("held_on", "forum", "role", "consent", "audience", "answer_by")
"""The fields of a session that words are typed into."""


@dataclass(frozen=True, slots=True)
class Slips:
    """The codes of a session's slips, by number, and the group's. They are in this kernel's memory and nowhere else."""

    group: str
    codes: Mapping[int, str]


class HearSession(Form):
    """What of the form is about the session. Codes are made here, shown once to be printed, and kept as digests."""

    _codes: ClassVar[dict[str, Slips]] = {}
    _page = ""
    """Which page is open over the session's own: "slips", "change", "withdraw" or none."""

    _attempt = ""
    """The id of the session that the form on the page begins: pressed twice, it is begun once."""

    def __init__(self, current: Current) -> None:
        self._at = AtSession()
        self._of: object = None
        super().__init__(current)

    @property
    def _folder(self) -> Path:
        place = self.current.place
        return place.practice if self.current.practice else place.state

    def _catch_up(self) -> None:
        """Take up what this computer was at, when the form is made and when another register is opened."""
        if self._of != self._folder:
            self._of, self._at, self._page = self._folder, read_at(self._folder), ""
            self._let_go()

    def _let_go(self) -> None:
        """Forget what belonged to the register that was open before."""
        self._attempt = name_of("")

    def _go_to_session(self, session_id: str) -> None:
        self._at = AtSession(session_id)
        keep_at(self._folder, self._at)

    def _sessions(self) -> tuple[Session, ...]:
        return self.current.store.sessions.all()

    @property
    def _session(self) -> Session | None:
        """The session in hand; None between sessions."""
        return next((each for each in self._sessions() if each.id == self._at.session), None)

    def _in_session(self) -> Session:
        session = self._session
        if session is None:
            raise HearingError("No session is under way. Begin one, or go on with an earlier one.")
        return session

    def _register(self) -> Register:
        if self.current.register is None:
            raise HearingError("No register is open. Open one in step 1 first.")
        return self.current.register

    def _unset(self) -> str:
        """Why no session can begin with this register; '' where it can."""
        settings = self._register().settings
        for who, contact, label in (("children", settings.safeguarding_children, "Safeguarding contact, children"),
                                    ("adults", settings.safeguarding_adults, "Safeguarding contact, adults")):
            if not contact.strip():
                return UNSET.format(who=who, label=label)
        return ""

    def session_parts(self) -> Mapping[str, object]:
        """What the template shows of sessions."""
        slips = self._slips() if self._page == "slips" else None
        return {"bands": list(Present), "page": self._page, "slips": slips, "slips_page": self._printed(slips),
                "helps": [each for each in Helped if each], "consents": list(Consent), "attempt": self._attempt}

    def _slips(self) -> Slips | None:
        return self._codes.get(self._at.session)

    def _printed(self, slips: Slips | None) -> str:
        """The slips as a page of its own, for the printer; '' where there are none."""
        if slips is None:
            return ""
        session = self._in_session()
        return slips_page(slips.codes, slips.group, self._register().settings, until=read_date(session.answer_by))

    def press_begin(self, values: Mapping[str, str], _files: object) -> None:
        """Begin a session, and make its slips.

        Raises:
            HearingError: a field is blank or cannot be so, or no safeguarding contact is set.
            StoreError: it could not be kept.
        """
        if unset := self._unset():
            raise HearingError(unset)
        session = self._as_written(values, name_of(values.get("attempt", "")))
        if all(each.id != session.id for each in self._sessions()):
            self.current.keeping.sessions.keep(session)
            self._go_to_session(session.id)
            self._make_slips(session)
            self._attempt = name_of("")
            self.send({"clear": list(FIELDS)})
        self._page = "slips"
        self.done = "The session has begun. Hand out the slips, then write down what is said."

    def _as_written(self, values: Mapping[str, str], name: str) -> Session:
        return session_of(values, name=name, today=self.current.today, names=self.current.known.get("first_names", ()))

    def press_change(self, _values: Mapping[str, str], _files: object) -> None:
        """Show the session's own fields, to correct them."""
        self._in_session()
        self._page = "change"

    def press_changed(self, values: Mapping[str, str], _files: object) -> None:
        """Keep the session's corrected fields.

        Raises:
            HearingError: a field is blank or cannot be so.
            StoreError: it could not be kept.
        """
        before = self._in_session()
        session = self._as_written(values, before.id)
        self.current.keeping.sessions.keep(replace(session, code=before.code, closed_on=before.closed_on))
        self._page, self.done = "", "The session was corrected."
        self.send({"clear": list(FIELDS)})

    def press_slips(self, _values: Mapping[str, str], _files: object) -> None:
        """Show the slips, or offer to make new ones where their codes are not known here any more."""
        self._in_session()
        self._page = "slips"

    def press_new_slips(self, _values: Mapping[str, str], _files: object) -> None:
        """Make slips anew, numbered on from those that were handed out; the old codes go on working.

        Raises:
            StoreError: they could not be kept.
        """
        self._make_slips(self._in_session())
        self._page = "slips"

    def _make_slips(self, session: Session) -> None:
        store = self.current.keeping
        first = max(store.sessions.slips(session.id), default=0) + 1
        made = Slips(new_code(), {first + more: new_code() for more in range(SLIPS[session.present])})
        store.sessions.hand_out(session.id, {label: digest_of(code) for label, code in made.codes.items()})
        store.sessions.keep(replace(session, code=digest_of(made.group)))
        self._codes[session.id] = made

    def press_back(self, _values: Mapping[str, str], _files: object) -> None:
        """Go back to writing views down."""
        self._page = ""
        self.send({"clear": list(FIELDS)})

    def press_end(self, _values: Mapping[str, str], _files: object) -> None:
        """End the session; it can be gone on with later.

        Raises:
            StoreError: it could not be kept.
        """
        session = self._in_session()
        self.current.keeping.sessions.close(session.id, today=self.current.today)
        self._codes.pop(session.id, None)
        self._page = ""
        self._go_to_session("")
        self.done = "The session has ended. What was written down is kept."

    def press_open(self, values: Mapping[str, str], _files: object) -> None:
        """Go on with an earlier session.

        Raises:
            HearingError: it is not there any more.
            StoreError: the store cannot be read or written.
        """
        found = next((each for each in self._sessions() if each.id == values.get("chosen")), None)
        if found is None:
            raise HearingError("This session is not there any more. Look at the list again.")
        if found.closed_on:
            self.current.keeping.sessions.keep(replace(found, closed_on=""))
        self._page = ""
        self._go_to_session(found.id)
