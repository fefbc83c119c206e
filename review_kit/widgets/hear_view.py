"""Notebook 3, a view: kept as it is typed, finished, corrected, removed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import traitlets

from review_kit.barriers import barriers
from review_kit.errors import HearingError, ReviewKitError, StoreError
from review_kit.faults import fault
from review_kit.model import About, Session, View
from review_kit.steps import hearing
from review_kit.store.names import name_of
from review_kit.store.views import REMOVED
from review_kit.widgets.at_session import AtSession, keep_at
from review_kit.widgets.contents import by_section
from review_kit.widgets.current import Current
from review_kit.widgets.hear_noticed import Screened, screened
from review_kit.widgets.hear_session import HearSession
from review_kit.written_down import (
    NOT_FINISHED,
    chosen_of,
    is_in,
    missing_in,
    view_of,
)

GROUP = "group"
"""The choice of the group's own code in the place of a slip's number."""
ELSEWHERE = ("These words belong to a session that is not in this register's store. Open the register that was open "
             "when they were typed, and they are saved.")


class HearView(HearSession):
    """What of the form is about one view.

    Words are kept while they are typed: the page sends them, and says "Saved" when `kept` tells that they are on the
    disk. Until then it says that they are not.
    """

    kept = traitlets.Dict().tag(sync=True)
    """What became of the newest words that were sent: the view's id, the number of the sending, and why they could not
    be kept, '' where they were. `apart` is the view's new id where another window had changed it meanwhile."""

    _opened: View | None = None
    """The view in the form, as it was when the form was drawn: what is typed since stands in the page."""
    _last: View | None = None
    """The same as it was kept last."""
    _in_sight = False
    """Whether the form for a view is on the page: one that comes back is drawn as it was kept last."""
    _unread = ""
    """Why the store could not be read when the page was drawn."""
    _apart: Mapping[str, str]
    """Views that were kept beside another window's: the id that the page knew -> the id of its own."""
    _noticed = Screened()
    _asked = ""
    """The view of which it is asked whether to remove it."""
    _back_to = ""
    """The view that the keyboard goes back to when it is kept after all."""

    def __init__(self, current: Current) -> None:
        self._apart = {}
        super().__init__(current)

    def _let_go(self) -> None:
        super()._let_go()
        self._opened = self._last = None
        self._in_sight, self._unread, self._apart = False, "", {}
        self._noticed, self._asked, self._back_to = Screened(), "", ""

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`. Words that are being typed are kept without a word about the press before."""
        if name == "keep":
            self._keep_typed(values or {})
        else:
            super().press(name, values, files)

    def _keep_typed(self, values: Mapping[str, str]) -> None:
        typed_as, edit, trouble = values.get("draft", ""), values.get("edit", ""), ""
        before, kept = (self._noticed, self._last), None
        try:
            kept = self._typed(values)
        except ReviewKitError as error:
            trouble = str(error)
        except Exception as error:  # noqa: BLE001 - a facilitator must never meet a traceback
            trouble = fault(error)
        self.kept = {"draft": typed_as, "edit": int(edit) if edit.isdecimal() else 0, "trouble": trouble,
                     "apart": self._apart.get(typed_as, "")}
        self._noticed, said_before = self._screened(values), self.trouble
        if trouble == REMOVED:
            self.trouble = trouble
        elif kept is not None and self.trouble.startswith(NOT_FINISHED):
            self.trouble = missing_in(kept)  # what was asked for may stand there by now
        if self._shows_otherwise(*before) or self.trouble != said_before or (self._unread and not trouble):
            self.show()

    def _shows_otherwise(self, noticed: Screened, last: View | None) -> bool:
        """Whether the page must be drawn anew, though what is typed stands on it already."""
        now = self._last
        return noticed != self._noticed or (last is not None and now is not None and (
            (last.id, last.stopped) != (now.id, now.stopped)))

    def _typed(self, values: Mapping[str, str]) -> View:
        """Keep what stands in the form's fields, under the view's own name."""
        session = self._session_of(values)
        typed_as = values.get("draft", "") or (self._last.id if self._last is not None else name_of(""))
        name = self._apart.get(typed_as, typed_as)
        ours = self._last if self._last is not None and self._last.id == name else None
        found = self._as_changed(session, ours) if ours else self._found(session.id, name)
        view = self._view(values, name, session, found)
        if (found is None or not found.edit) and view.is_blank:
            return view
        try:
            kept = self.current.keeping.views.keep(view, after=found.edit if found else 0)
        except StoreError as error:
            if str(error) == REMOVED:
                self._forget([name])
            raise
        if kept.id != name:  # another window has changed the view: this one is kept beside it
            self._apart = {**self._apart, typed_as: kept.id}
        if ours is not None:
            self._last = kept
            if kept.id != name:
                self._now_in_form(kept.id)
        return kept

    def _session_of(self, values: Mapping[str, str]) -> Session:
        """The session in which words were typed, be another one in hand by now."""
        named = values.get("session", "")
        if not named or named == self._at.session:
            return self._in_session()
        found = next((each for each in self._sessions() if each.id == named), None)
        if found is None:
            raise HearingError(ELSEWHERE)
        return found

    def _as_changed(self, session: Session, ours: View) -> View:
        """A view as we kept it last, with what was changed about it elsewhere and is not in this form: its theme."""
        now = self._found(session.id, ours.id)
        return now if now is not None and replace(now, theme=ours.theme, edit=ours.edit) == ours else ours

    def _now_in_form(self, name: str) -> None:
        """The view in the form has another name now."""
        assert self._opened is not None  # noqa: S101 - its words came from the form
        self._opened = replace(self._opened, id=name)
        self._at = AtSession(self._at.session, name)
        keep_at(self._folder, self._at)

    def _view(self, values: Mapping[str, str], name: str, session: Session, found: View | None) -> View:
        """The view as typed; what the form does not show stays as it was."""
        slips = self.current.store.sessions.slips(session.id)
        chosen = values.get("slip", GROUP)
        code = slips.get(int(chosen), session.code) if chosen.isdecimal() else session.code
        view = replace(view_of(values, self._register(), name=name, session=session, code=code,
                               barriers=[code for code, _ in self._barriers()]), stopped=self._is_stopped(name))
        if found is None:
            return view
        if chosen == GROUP and found.edit and found.code and found.code not in slips.values():
            view = replace(view, code=found.code)  # the group's code of before new slips were made
        if not view.title:
            view = replace(view, about=found.about, key=found.key, title=found.title)
        return replace(view, session=found.session, recorded_on=found.recorded_on, draft=found.draft,
                       stopped=view.stopped or found.stopped, theme=found.theme)

    def _is_stopped(self, name: str) -> bool:
        """Whether what is typed in a view must leave the kit: it was set apart, here or in another window."""
        view = self.current.store.views.one(name)
        return view is not None and view.stopped

    def _barriers(self) -> tuple[tuple[str, str], ...]:
        return barriers(self.current.known)

    def _screened(self, values: Mapping[str, str]) -> Screened:
        return screened(values, self.current.register, self.current.known)

    def _in_form(self, session: Session) -> View:
        """The view that the form is for: the one that this computer was at, or a new one."""
        last = self._last
        if last is not None and last.edit and not self._is_there(last, session):  # it was removed for good elsewhere
            self._forget([last.id])
        if self._last is None or self._last.session != session.id:
            self._put_in_form(self._found(session.id, self._at.view) or self._new(session, self._at.view))
        elif not self._in_sight:
            self._opened = self._last
        assert self._opened is not None  # noqa: S101 - it is set together with the last
        return self._opened

    def _is_there(self, view: View, session: Session) -> bool:
        return view.session != session.id or self._found(session.id, view.id) is not None or self._is_stopped(view.id)

    def _found(self, session: str, name: str) -> View | None:
        """A view by its id, finished or not; None where it is not there, or was set apart."""
        view = self.current.store.views.one(name)
        return view if view is not None and not view.stopped and (not view.draft or view.session == session) else None

    def _new(self, session: Session, name: str = "") -> View:
        if name and self.current.store.views.was_removed(name):
            name = ""
        return View(name or name_of(""), session.id, About.SERVICE, "", "", code=session.code,
                    recorded_on=session.held_on, draft=True)

    def _put_in_form(self, view: View) -> None:
        self._opened = self._last = view
        self._noticed = self._screened({"said": view.said, "better": view.better, "delivery": view.delivery})
        self._at = AtSession(view.session, view.id)
        keep_at(self._folder, self._at)

    def view_parts(self, session: Session) -> Mapping[str, object]:
        """What the template shows of views."""
        view = self._in_form(session)
        store, register = self.current.store, self._register()
        every = store.views.all()
        slips = store.sessions.slips(session.id)
        services = register.current
        drafts = [each for each in store.views.drafts(session.id) if each.id != view.id and not each.is_blank]
        return {
            "view": view, "views": [each for each in every if each.session == session.id], "drafts": drafts,
            "sections": by_section(services), "section_names": list(dict.fromkeys(s.section for s in services)),
            "subject": chosen_of(view), "in_offer": is_in(register, view),
            "barriers": self._barriers(), "barrier_words": dict(self._barriers()),
            "slip_of": {code: label for label, code in slips.items()}, "labels": list(slips), "noticed": self._noticed,
            "asked": self._asked, "back_to": self._back_to,
        }

    def press_save(self, values: Mapping[str, str], _files: object) -> None:
        """Finish a view; the form is then empty for the next one, about the same service.

        Raises:
            HearingError: something is missing; what was typed is kept all the same.
            StoreError: it could not be kept; the words still stand in their boxes.
        """
        kept = self._typed(values)
        if missing := missing_in(kept):
            raise HearingError(missing)
        whole = replace(kept, draft=False, said=kept.said.strip(), better=kept.better.strip(),
                        delivery=kept.delivery.strip())
        if whole != kept:
            kept = self.current.keeping.views.keep(whole, after=kept.edit)
        session = self._in_session()
        self._put_in_form(replace(self._new(session), about=kept.about, key=kept.key, title=kept.title))
        self._asked = self._back_to = ""
        self.current.watchers.tell()  # a second tab shows it too
        self.done = f"Saved: a view about “{kept.title}”."

    def press_correct(self, values: Mapping[str, str], _files: object) -> None:
        """Put a view that was kept into the form.

        Raises:
            HearingError: it is not there any more.
        """
        session = self._in_session()
        found = self._found(session.id, values.get("chosen", ""))
        if found is None:
            raise HearingError("This view is not there any more.")
        self._put_in_form(found)

    def press_leave(self, _values: Mapping[str, str], _files: object) -> None:
        """Leave the view in the form as it is, and begin a new one."""
        self._put_in_form(self._new(self._in_session()))

    def press_ask_remove(self, values: Mapping[str, str], _files: object) -> None:
        """Ask once before a view is removed."""
        self._asked, self._back_to = values.get("chosen", ""), ""

    def press_keep_it(self, _values: Mapping[str, str], _files: object) -> None:
        """Do not remove it after all."""
        self._back_to, self._asked = self._asked, ""

    def press_remove(self, values: Mapping[str, str], _files: object) -> None:
        """Remove one view for good, once it was asked about; from exports and backups too.

        Raises:
            StoreError: it could not be removed.
        """
        chosen = values.get("chosen", "")
        if chosen and chosen == self._asked:
            self.done = " ".join(self._erase([chosen]))
        self._asked = ""

    def _erase(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Remove views for good, from wherever the kit has written them, and from the page; says what became of it."""
        try:
            done = hearing.erase(self.current.keeping, ids, self.current.today)
        finally:
            self._forget(ids)
        self.current.watchers.tell()
        return done.sentences

    def _forget(self, ids: Sequence[str]) -> None:
        """Let go of what is shown or typed of views that are gone."""
        for each in (*ids, *(typed for typed, own in self._apart.items() if own in ids)):
            self.send({"forget": each})
        if self._last is not None and self._last.id in ids:
            self._opened = self._last = None
            self._noticed = Screened()
            self._at = AtSession(self._at.session)
            keep_at(self._folder, self._at)
