"""Notebook 3, Stop: somebody may not be safe. What to do now, and how what was typed leaves the kit."""

from collections.abc import Mapping
from dataclasses import replace

from review_kit import steps
from review_kit.errors import HearingError
from review_kit.model import View
from review_kit.widgets.hear_view import HearView

FIRST = "First carry over what was typed and erase it: it must not stay here. Then say that the procedure was followed."


class HearStop(HearView):
    """What of the form is about a disclosure.

    Stop sets what is being typed apart at once: no list, report, export or backup holds it from then on, and the page
    of what to do now stays, after a reload too, until it was carried over by hand and erased. That the procedure was
    followed is kept with the time, and nothing else.
    """

    _stopping = False
    _shown = False

    def stop_parts(self) -> Mapping[str, object]:
        """What the template shows on the page that says Stop."""
        stopped = self._set_apart()
        session = self._session
        views = [view for view in self.current.store.views.all() if session is not None and view.session == session.id]
        return {"stopping": self._stopping or bool(stopped), "stopped": stopped, "shown": self._shown,
                "also": views if self._stopping or stopped else []}

    def _set_apart(self) -> tuple[View, ...]:
        return tuple(view for view in self.current.store.views.stopped() if view.session in {self._at.session, ""})

    def press_stop(self, _values: Mapping[str, str], _files: object) -> None:
        """Show what to do now, and set apart what is being typed.

        Raises:
            StoreError: it could not be set apart; the page of what to do stands there all the same.
        """
        self._stopping, self._page = True, ""
        view = self._last
        if self._session is not None and view is not None and view.edit and not view.is_blank:
            self._last = self.current.keeping.views.keep(replace(view, stopped=True))
            self.current.watchers.tell()

    def press_take(self, values: Mapping[str, str], _files: object) -> None:
        """Set apart a view that was saved as well.

        Raises:
            StoreError: it could not be kept.
        """
        chosen = values.get("view", "")
        found = next((view for view in self.current.store.views.all() if view.id == chosen), None)
        if found is None:
            raise HearingError("Choose the view that holds it first.")
        self.current.keeping.views.keep(replace(found, stopped=True))
        self.current.watchers.tell()

    def press_show(self, _values: Mapping[str, str], _files: object) -> None:
        """Show what was typed, to be carried over by hand."""
        self._shown = True

    def press_erase(self, _values: Mapping[str, str], _files: object) -> None:
        """Erase what was set apart, everywhere.

        Raises:
            StoreError: it could not be erased.
        """
        self._erase([view.id for view in self._set_apart()])
        self._shown = False
        self._opened = None
        self.done = "What was typed is erased."

    def press_followed(self, _values: Mapping[str, str], _files: object) -> None:
        """Keep that the procedure was followed, and when; then go back to the session.

        Raises:
            HearingError: what was typed is still here.
            StoreError: it could not be kept.
        """
        if self._set_apart():
            raise HearingError(FIRST)
        self.current.keeping.sessions.followed(self._at.session, steps.this_minute())
        self._stopping = self._shown = False
        self.done = "Kept: the safeguarding procedure was followed. Nothing else of it is kept."

    def press_go_on(self, _values: Mapping[str, str], _files: object) -> None:
        """It was pressed by mistake: put back what was set apart, and go on.

        Raises:
            StoreError: it could not be put back.
        """
        for view in self._set_apart():
            back = self.current.keeping.views.keep(replace(view, stopped=False))
            if self._last is not None and self._last.id == back.id:
                self._opened = self._last = back
        self._stopping = self._shown = False
        self.current.watchers.tell()
