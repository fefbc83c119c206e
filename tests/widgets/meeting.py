"""A forum's meeting without a browser: what stands in the form's fields, and what the page would send of them."""

import sqlite3
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from review_kit.model import Session, View
from review_kit.place import Place
from review_kit.widgets.decide import DecisionDesk
from review_kit.widgets.feedback import FeedbackForm

from .places import opened

SAID = "the heron at the weir told nobody"
"""Words that stand in no file and on no page by chance."""
BEGUN = {"held_on": "2/3/2026", "forum": "Care Experienced Forum", "role": "participation worker",
         "present": "6 to 10", "consent": "read out at the start", "audience": "Corporate Parenting Board",
         "answer_by": "2/4/2026"}
"""A session's fields, as somebody types them on the practice review's day."""


class Fields(HTMLParser):
    """What a browser would send of one form on a page: of the one that has `name` as its data-part or data-autosave."""

    def __init__(self, html: str, name: str) -> None:
        super().__init__()
        self.name, self.inside, self.found = name, False, False
        self.values, self._box, self._list = dict[str, str](), "", ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A form or a field."""
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = self.name in {named.get("data-part"), "autosave" if "data-autosave" in named else None}
            self.found |= self.inside
        if not self.inside:
            return
        name = named.get("name", "")
        if tag == "input" and (named["type"] not in {"radio", "checkbox"} or "checked" in named):
            self.values[name] = named.get("value", "")
        elif tag == "textarea":
            self._box, self.values[name] = name, ""
        elif tag == "select":
            self._list = name
        elif tag == "option" and ("selected" in named or self._list not in self.values):
            self.values[self._list] = named.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        """The end of one."""
        self.inside = self.inside and tag != "form"
        self._box = "" if tag == "textarea" else self._box

    def handle_data(self, data: str) -> None:
        """The text in a box."""
        if self._box:
            self.values[self._box] += data


def fields(form: FeedbackForm, name: str = "autosave") -> dict[str, str]:
    """What stands in a form on the page; by default, in the one for a view."""
    found = Fields(form.html, name)
    assert found.found, f"there is no form “{name}” on the page"
    return found.values


def services(form: FeedbackForm) -> list[str]:
    """The values of the services that a view can be about."""
    assert form.current.register is not None
    return [f"service:{service.key}" for service in form.current.register.current]


def meeting(place: Place) -> FeedbackForm:
    """The practice review's form, with a session under way and an empty view in sight."""
    form = FeedbackForm(opened(place))
    begin(form)
    return form


def begin(form: FeedbackForm, **other: str) -> Session:
    """Begin a session, and go on to its first view."""
    form.press("begin", {**fields(form, "session-begin"), **BEGUN, **other})
    assert form.trouble == ""
    form.press("back")
    return form.current.store.sessions.all()[0]


def typed(form: FeedbackForm, edit: int = 1, **words: str) -> dict[str, str]:
    """What the page sends while somebody types; the fields that are not named are as they stand there."""
    values = {**fields(form), **words, "edit": str(edit)}
    form.press("keep", values)
    return values


def said(form: FeedbackForm, words: str = SAID, **other: str) -> View:
    """Write a view down and finish it."""
    values = typed(form, about=services(form)[0], said=words, **other)
    form.press("save", {name: value for name, value in values.items() if name != "edit"})
    assert form.trouble == ""
    return form.current.store.views.all()[0]


def drafts(form: FeedbackForm) -> list[str]:
    """What was said in the views that are not finished."""
    store = form.current.store
    return [view.said for session in store.sessions.all() for view in store.views.drafts(session.id)]


def finished(form: FeedbackForm) -> list[str]:
    """What was said in the views that are finished."""
    return [view.said for view in form.current.store.views.all()]


def holding(place: Place, words: str) -> list[str]:
    """The files of the kit's own folder that hold words, as bytes."""
    files = (path for path in place.state.rglob("*") if path.is_file())
    return sorted(path.name for path in files if words.encode() in path.read_bytes())


def told(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the page is told beside its html, from now on."""
    messages: list[object] = []
    monkeypatch.setattr(FeedbackForm, "send", lambda _, message: messages.append(message))
    return messages


def busy(form: FeedbackForm | DecisionDesk, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Another program holds the store; returns what lets go of it."""
    monkeypatch.setattr("review_kit.store.file.BUSY_SECONDS", 0.05)
    holder = sqlite3.connect(form.current.store.path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    def end() -> None:
        holder.execute("ROLLBACK")
        holder.close()
    return end


def spoilt(form: FeedbackForm, _: pytest.MonkeyPatch) -> Callable[[], None]:
    """The store is no store; returns what puts it back."""
    path = form.current.store.path
    before = path.read_bytes()
    path.write_bytes(b"no database" * 100)

    def end() -> None:
        path.write_bytes(before)
    return end
