"""Notebook 3: what young people say at a forum, kept where the store is and nowhere else."""

from collections.abc import Mapping

from review_kit.dates import typed
from review_kit.errors import HearingError, ReviewFolderError, StoreError
from review_kit.steps import hearing
from review_kit.store.codes import digest_of
from review_kit.widgets.hear_stop import HearStop

OVERDUE = "overdue"


class FeedbackForm(HearStop):
    """A session first, then view after view; Stop and withdrawal on every page.

    "Saved" is said only after the store has the words on the disk. Words that could not be saved stay in their box.
    """

    called = "Feedback form"
    template = "feedback.html.j2"
    _before: Mapping[str, object]
    """What the page showed when the store could be read last."""

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        register = self.current.register
        if register is None:
            return {}
        self._catch_up()
        settings = register.settings
        shown: dict[str, object] = {
            "settings": settings, "unset": self._unset(), "keep": "practice" if self.current.practice else "real",
            "alone": self.current.place.alone, "typed_day": typed, "session": None, "where": "",
            "stopping": self._stopping, "go_to": self._go_to,
        }
        try:
            found: dict[str, object] = {"where": self.current.store.where, **self.stop_parts(), **self.session_parts()}
            session = self._session
            shows_view = session is not None and not found["stopping"] and not self._page
            if session is not None:
                found |= {"session": session, **self.view_parts(session)}
            else:
                found |= {"sessions": self._sessions(), "count_of": self._counts(), "asked": self._asked,
                          "overdue": self._overdue()}
        except (StoreError, ReviewFolderError) as error:
            return shown | self._as_before(str(error))
        self._unread, self._before, self._in_sight = "", found, shows_view
        return shown | found | {"unread": ""}

    def _as_before(self, why: str) -> dict[str, object]:
        """What can be shown while the store cannot be read: what to do now, and the form with the words in it.

        What was kept is not shown: it may have been withdrawn meanwhile.
        """
        self._unread, session, last = why, self._before.get("session"), self._last
        before: dict[str, object] = {"where": "", "session": None}
        if last is not None and session is not None and not self._stopping and not self._page:
            if not self._in_sight:
                self._opened = last
            before = {**self._before, "view": self._opened, "noticed": self._noticed}
        self._in_sight = before["session"] is not None
        return before | {"stopped": (), "shown": False, "also": (), "views": (), "drafts": (), "page": self._page,
                         "stopping": self._stopping, "unread": why, "trouble": self.trouble or why}

    def _let_go(self) -> None:
        super()._let_go()
        self._before = {}

    def _counts(self) -> Mapping[str, int]:
        """How many views there are of each session."""
        views = self.current.store.views.all()
        return {name: sum(view.session == name for view in views) for name in {view.session for view in views}}

    def _overdue(self) -> int:
        """How many views are kept too long; none where the register says nothing that can be meant."""
        try:
            return len(hearing.overdue(self.current.store, self._months(), self.current.today))
        except HearingError:
            return 0

    def _months(self) -> int:
        """How long views are kept."""
        return self._register().settings.keep_views_months

    def press_ask_purge(self, _values: Mapping[str, str], _files: object) -> None:
        """Ask once before views are removed that were kept long enough."""
        self._asked = OVERDUE

    def press_purge(self, _values: Mapping[str, str], _files: object) -> None:
        """Remove for good the views that were kept long enough, once it was asked about.

        Raises:
            StoreError: it could not be done.
        """
        if self._asked == OVERDUE:
            done = hearing.purge(self.current.keeping, self._months(), self.current.today)
            self.done = " ".join(done.sentences)
            self.current.watchers.tell()
        self._asked = ""

    def press_withdraw_page(self, _values: Mapping[str, str], _files: object) -> None:
        """Show where a code is typed."""
        self._page = "withdraw"

    def press_withdraw(self, values: Mapping[str, str], _files: object) -> None:
        """Remove for good what was said under a code.

        Raises:
            HearingError: it is no code, or one that is not known here.
            StoreError: it could not be removed.
        """
        code = values.get("code", "")
        result = hearing.withdraw(self.current.keeping, code, self.current.today, anyway=bool(values.get("anyway")))
        if self._last is not None and self._last.code == digest_of(code):
            self._forget([self._last.id])
        self.current.watchers.tell()
        self.done = " ".join(result.sentences)

    def state(self) -> str:
        """See `Form.state`."""
        register = self.current.register
        return f"{len(register.current)} services" if register else "no register is open"
