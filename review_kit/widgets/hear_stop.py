"""Notebook 3, Stop: somebody may not be safe. What to do now, and how what was typed leaves the kit."""

from collections.abc import Mapping
from dataclasses import replace

from review_kit import steps
from review_kit.errors import HearingError
from review_kit.model import View
from review_kit.widgets.at_session import note_set_apart, read_set_apart
from review_kit.widgets.hear_view import HearView

GO_TO = {"stop": "stop", "see_to": "stop", "show": "words", "correct": "view"}
"""Where the keyboard goes to after a press, by the press."""
FIRST = "First carry over what was typed and erase it: it must not stay here. Then say that the procedure was followed."


class HearStop(HearView):
    """What of the form is about a disclosure.

    Stop sets what is being typed apart at once: no list, report, export or backup holds it from then on, and the page
    of what to do now stays, after a reload too, until it was carried over by hand and erased. That the procedure was
    followed is kept with the time, and nothing else.
    """

    _stopping = False
    _shown = False
    _go_to = ""
    """What of the page the keyboard goes to: "stop" for what to do now, "words" for what was typed, "view" for a view
    that is to be corrected."""

    def _let_go(self) -> None:
        super()._let_go()
        self._stopping, self._shown, self._go_to = False, False, ""

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`."""
        if name not in {"keep", "look"}:
            self._go_to = GO_TO.get(name.partition(":")[0], "")
        super().press(name, values, files)

    def stop_parts(self) -> Mapping[str, object]:
        """What the template shows on the page that says Stop.

        What could not be set apart when Stop was pressed is set apart when the page is drawn next: nothing that says
        "followed" stands there while it is not.
        """
        if self._stopping:
            self._set_aside()
        stopped = self._set_apart()
        stopping = self._stopping or bool(stopped)
        session = self._session if stopping else None
        also = [view for view in self.current.store.views.all() if view.session == session.id] if session else []
        return {"stopping": stopping, "stopped": stopped, "shown": self._shown, "elsewhere": len(self._elsewhere()),
                "also": also}

    def _set_apart(self) -> tuple[View, ...]:
        """What was set apart on this computer: at a meeting with two, the other one goes on writing."""
        ours = read_set_apart(self._folder)
        return tuple(view for view in self.current.store.views.stopped() if view.id in ours)

    def _elsewhere(self) -> tuple[View, ...]:
        """What was set apart in this session, and not on this computer as far as is known here."""
        ours = read_set_apart(self._folder)
        return tuple(view for view in self.current.store.views.stopped()
                     if view.session in {self._at.session, ""} and view.id not in ours)

    def _note(self, *ids: str) -> None:
        note_set_apart(self._folder, read_set_apart(self._folder) | set(ids))

    def _seen_to(self, *ids: str) -> None:
        note_set_apart(self._folder, read_set_apart(self._folder) - set(ids))

    def _typed(self, values: Mapping[str, str]) -> View:
        kept = super()._typed(values)
        if kept.stopped and kept.edit:
            self._note(kept.id)
        return kept

    def _is_stopped(self, name: str) -> bool:
        """What reaches us after the press was typed before it."""
        return self._stopping or super()._is_stopped(name)

    def press_stop(self, _values: Mapping[str, str], _files: object) -> None:
        """Show what to do now, and set apart what is being typed.

        Raises:
            StoreError: it could not be set apart; the page of what to do stands there all the same.
        """
        self._stopping, self._page = True, ""
        if self._set_aside():
            self.current.watchers.tell()

    def _set_aside(self) -> bool:
        """Set apart the view in the form, if anything of it was kept; says whether it was done now."""
        last = self._last
        if last is not None and (last.session != self._at.session or last.stopped):
            return False
        # By its name: another window may have added to it, and a kernel that began just now has not read it yet.
        view = self._found(self._at.session, self._at.view if last is None else last.id)
        if view is None or view.is_blank:
            return False
        self._note(view.id)
        self._last = self.current.keeping.views.keep(replace(view, stopped=True))
        return True

    def press_again(self, _values: Mapping[str, str], _files: object) -> None:
        """Look whether the store can be read by now: the page is drawn anew, and sets apart what is left to be."""

    def press_take(self, values: Mapping[str, str], _files: object) -> None:
        """Set apart a view that was saved as well.

        Raises:
            StoreError: it could not be kept.
        """
        found = self.current.store.views.one(values.get("view", ""))
        if found is None or found.draft or found.stopped:
            raise HearingError("Choose the view that holds it first.")
        self._note(found.id)
        self.current.keeping.views.keep(replace(found, stopped=True))
        self.current.watchers.tell()

    def press_see_to(self, _values: Mapping[str, str], _files: object) -> None:
        """See to what was set apart in another window or on another computer, and is still there."""
        self._stopping, self._page = True, ""
        self._note(*(view.id for view in self._elsewhere()))

    def press_show(self, _values: Mapping[str, str], _files: object) -> None:
        """Show what was typed, to be carried over by hand."""
        self._shown = True

    def press_erase(self, _values: Mapping[str, str], _files: object) -> None:
        """Erase what was set apart, everywhere.

        Raises:
            StoreError: it could not be erased.
        """
        self._stopping = True  # a page that was loaded again stays, until it is said that the procedure was followed
        ids = [view.id for view in self._set_apart()]
        done = self._erase(ids)
        self._seen_to(*ids)
        self._shown = False
        self.done = " ".join(("What was typed is erased.", *done[1:]))

    def press_followed(self, _values: Mapping[str, str], _files: object) -> None:
        """Keep that the procedure was followed, and when; then go back to the session.

        Raises:
            HearingError: what was typed is still here.
            StoreError: it could not be kept.
        """
        if self._set_apart():
            raise HearingError(FIRST)
        self.current.keeping.sessions.followed(steps.this_minute())
        self._stopping = self._shown = False
        self.done = "Kept: the safeguarding procedure was followed. Nothing else of it is kept."

    def press_go_on(self, _values: Mapping[str, str], _files: object) -> None:
        """It was pressed by mistake: put back what was set apart, and go on.

        Raises:
            StoreError: it could not be put back.
        """
        for view in self._set_apart():
            back = self.current.keeping.views.keep(replace(view, stopped=False))
            self._seen_to(view.id)
            if self._last is not None and self._last.id == back.id:
                self._opened = self._last = back
        self._stopping = self._shown = False
        self.current.watchers.tell()
