"""Notebook 3, a view: kept as it is typed, finished, corrected, removed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import traitlets

from review_kit.barriers import barriers
from review_kit.errors import HearingError, ReviewKitError
from review_kit.faults import fault
from review_kit.model import About, Session, View
from review_kit.screening import Noticed, at_risk, personal
from review_kit.steps import hearing
from review_kit.store.names import name_of
from review_kit.widgets.at_session import AtSession, keep_at
from review_kit.widgets.contents import by_section
from review_kit.widgets.current import Current
from review_kit.widgets.hear_session import HearSession
from review_kit.written_down import LONGEST_WORDS, chosen_of, current_services, missing_in, view_of

MOST_NOTICED = 5
GROUP = "group"
"""The choice of the group's own code in the place of a slip's number."""


@dataclass(frozen=True, slots=True)
class Screened:
    """What was noticed in words that are being typed."""

    details: tuple[Noticed, ...] = ()
    risk: str = ""


class HearView(HearSession):
    """What of the form is about one view.

    Words are kept while they are typed: the page sends them, and says "Saved" when `kept` tells that they are on the
    disk. Until then it says that they are not.
    """

    kept = traitlets.Dict().tag(sync=True)
    """What became of the newest words that were sent: the view's id, the number of the sending, and why they could not
    be kept; '' where they were."""

    _opened: View | None = None
    """The view in the form, as it was when the form was opened: what is typed since stands in the page."""
    _last: View | None = None
    """The same as it was kept last."""
    _apart: dict[str, str]
    """Views that were kept beside another window's: the id that the page knows -> the id of its own."""
    _noticed = Screened()
    _asked = ""
    """The view of which it is asked whether to remove it."""
    _back_to = ""
    """The view that the keyboard goes back to when it is kept after all."""

    def __init__(self, current: Current) -> None:
        self._apart = {}
        super().__init__(current)

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`. Words that are being typed are kept without a word about the press before."""
        if name == "keep":
            self._keep_typed(values or {})
        else:
            super().press(name, values, files)

    def _keep_typed(self, values: Mapping[str, str]) -> None:
        trouble = ""
        try:
            self._typed(values)
        except ReviewKitError as error:
            trouble = str(error)
        except Exception as error:  # noqa: BLE001 - a facilitator must never meet a traceback
            trouble = fault(error)
        self.kept = {"draft": values.get("draft", ""), "edit": int(values.get("edit", 0)), "trouble": trouble}
        before, self._noticed = self._noticed, self._screened(values)
        if before != self._noticed:
            self.show()

    def _typed(self, values: Mapping[str, str]) -> View:
        """Keep what stands in the form's fields, under the view's own name."""
        session, typed_as = self._in_session(), values.get("draft", "")
        name = self._apart.get(typed_as, typed_as)
        ours = self._last if self._last is not None and self._last.id == name else None
        found = ours or self._found(session, name)
        view = self._view(values, name, session, found)
        if (found is None or not found.edit) and view.is_blank:
            return view
        kept = self.current.keeping.views.keep(view, after=found.edit if found else 0)
        if kept.id != name:  # another window has changed the view: this one is kept beside it
            self._apart[typed_as] = kept.id
        if ours is not None:
            self._last = kept
        return kept

    def _view(self, values: Mapping[str, str], name: str, session: Session, found: View | None) -> View:
        """The view as typed; what the form does not show stays as it was."""
        slips = self.current.store.sessions.slips(session.id)
        chosen = values.get("slip", GROUP)
        code = slips.get(int(chosen), session.code) if chosen.isdigit() else session.code
        view = view_of(values, self._register(), name=name, session=session, code=code,
                       barriers=[code for code, _ in self._barriers()])
        if found is None:
            return view
        if chosen == GROUP and found.code and found.code not in slips.values():
            view = replace(view, code=found.code)  # the group's code of before new slips were made
        if not view.title:
            view = replace(view, about=found.about, key=found.key, title=found.title)
        return replace(view, session=found.session, recorded_on=found.recorded_on, draft=found.draft,
                       stopped=found.stopped, theme=found.theme)

    def _barriers(self) -> tuple[tuple[str, str], ...]:
        facts = self.current.facts
        return barriers(facts.known) if facts is not None else ()

    def _screened(self, values: Mapping[str, str]) -> Screened:
        """What in the words may show who somebody is, or that somebody is not safe. Nothing of it is kept."""
        said = "\n".join(values.get(field, "") for field in ("said", "better", "delivery"))
        facts, register = self.current.facts, self.current.register
        if register is None or not said.strip():
            return Screened()
        tables = facts.known if facts is not None else {}
        known = [register.settings.council, *(word for service in register.services for word in (
            service.section, service.name, service.provider))]
        found = personal(said[:3 * LONGEST_WORDS], names=tables.get("first_names", ()), known=known)
        return Screened(found[:MOST_NOTICED], at_risk(said, tables.get("risk_words", ())))

    def _in_form(self, session: Session) -> View:
        """The view that the form is for: the one that this computer was at, or a new one."""
        if self._opened is None or self._opened.session != session.id:
            self._put_in_form(self._found(session, self._at.view) or self._new(session, self._at.view))
        assert self._opened is not None  # noqa: S101 - it was put there just now
        return self._opened

    def _found(self, session: Session, name: str) -> View | None:
        """A view by its id, finished or not; None where it is not there, or was set apart."""
        views = self.current.store.views
        return next((view for view in (*views.drafts(session.id), *views.all()) if view.id == name), None)

    def _new(self, session: Session, name: str = "") -> View:
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
        services = current_services(register)
        drafts = [each for each in store.views.drafts(session.id) if each.id != view.id and not each.is_blank]
        return {
            "view": view, "views": [each for each in every if each.session == session.id], "drafts": drafts,
            "sections": by_section(services), "section_names": list(dict.fromkeys(s.section for s in services)),
            "subject": chosen_of(view), "barriers": self._barriers(), "barrier_words": dict(self._barriers()),
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
        if kept.draft:
            kept = self.current.keeping.views.keep(replace(kept, draft=False), after=kept.edit)
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
        found = self._found(session, values.get("chosen", ""))
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
            self._erase([chosen])
            self.done = "The view was removed for good."
        self._asked = ""

    def _erase(self, ids: list[str]) -> None:
        """Remove views for good, from wherever the kit has written them, and from the page."""
        hearing.erase(self.current.keeping, ids, self.current.today)
        for each in ids:
            self.send({"forget": each})
        if self._opened is not None and self._opened.id in ids:
            self._put_in_form(self._new(self._in_session()))
        self.current.watchers.tell()
