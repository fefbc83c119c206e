"""The forms of the notebooks without a browser: what a page shows, and what a browser would send."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from review_kit.widgets.answers import AnswerViews
from review_kit.widgets.changes import PlannedChanges
from review_kit.widgets.check import CheckForm
from review_kit.widgets.contents import RegisterContents
from review_kit.widgets.current import Current
from review_kit.widgets.decide import DecisionDesk
from review_kit.widgets.feedback import FeedbackForm
from review_kit.widgets.form import Form
from review_kit.widgets.register import RegisterForm
from review_kit.widgets.results import CheckResults
from review_kit.widgets.write import WriteForm


def write_form(current: Current) -> WriteForm:
    """Notebook 5's, without a browser."""
    return WriteForm(current, open_with=lambda _: True)


FORMS: tuple[Callable[[Current], Form], ...] = (
    RegisterForm, RegisterContents, CheckForm, CheckResults, FeedbackForm, DecisionDesk, PlannedChanges, write_form)
"""The forms of the five notebooks that always say something."""
ALL_FORMS = (*FORMS, AnswerViews)
"""And the one that says nothing while no register is open: it stands below another that does."""


class Page(HTMLParser):
    """A page as a browser would take it in: its text, its elements, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.elements, self.links, self.ids = "", set[str](), set[str](), list[str]()
        self.handlers, self.buttons, self.fields = set[str](), list[str](), set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        named = {name: value or "" for name, value in attrs}
        self.elements.add(tag)
        self.links |= {named[name] for name in ("href", "src", "action", "formaction") if name in named}
        self.handlers |= {name for name in named if name.startswith("on")}
        self.ids += [named["id"]] if "id" in named else []
        self.buttons += [named.get("value", "")] if tag == "button" else []
        self.fields |= {named["name"]} if "name" in named else set()

    def handle_data(self, data: str) -> None:
        """Text between elements."""
        self.text += data

    @property
    def words(self) -> str:
        """The text, each run of spaces one space."""
        return " ".join(self.text.split())


def shown(form: Form) -> Page:
    """What a form shows."""
    return Page(form.html)


def still(form: Form) -> Page:
    """What a form leaves in a notebook for those who have no kernel."""
    bundle, _ = form._repr_mimebundle_()
    return Page(bundle["text/html"])


def sent(form: Form, press: str, number: int = 1, files: dict[str, bytes] | None = None, **values: Any) -> None:
    """A message as form.js sends it; the contents of files come as buffers."""
    files = files or {}
    form._handle_custom_msg({"press": press, "values": values, "files": list(files), "number": number},
                            [memoryview(content) for content in files.values()])
