"""A form in a notebook: Python draws it and answers what people press; the browser only shows it."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets
from jinja2 import Environment

from review_kit.errors import ReviewKitError
from review_kit.faults import fault
from review_kit.reports.addresses import Dangers
from review_kit.reports.drawing import environment
from review_kit.widgets.current import Current

HERE = Path(__file__).parent


def _look() -> str:
    """The forms' style: what they share with the report, and what is their own, for nothing but the forms."""
    shared = Path(HERE.parent, "reports", "templates")
    palette, common, own = (path.read_text(encoding="utf-8") for path in (
        shared / "palette.css", shared / "common.css", HERE / "form.css"))
    # Twice the class: JupyterLab has rules of its own for lists and tables in a result.
    return f".rk.rk {{\n{palette}\n{common}\n{own}\n}}\n" + (HERE / "page.css").read_text(encoding="utf-8")


class Form(anywidget.AnyWidget):
    """One form over the review in hand. A subclass names its template, what it shows and what it answers.

    A method `press_x(values, files)` answers what a person presses under the name `x`. What it raises stands on the
    form as a sentence; a traceback never does.
    """

    _esm = HERE / "form.js"
    _css = _look()
    html = traitlets.Unicode("").tag(sync=True)
    heard = traitlets.Int(0).tag(sync=True)
    """The number of the newest message that reached us: the page says so when none does."""
    answered = traitlets.Int(0).tag(sync=True)
    """The number of the newest message that was acted on: until then the page says that it is at work."""

    called: ClassVar[str]
    template: ClassVar[str]
    follows_runs: ClassVar[bool] = False
    _pressing = False

    def __init__(self, current: Current) -> None:
        super().__init__()
        self.current, self.trouble, self.done = current, "", ""
        current.watchers.add(self.called, self.renew, self.show if self.follows_runs else None)
        self.on_msg(self._receive)
        self.show()

    def parts(self) -> Mapping[str, object]:
        """What the template shows, by name."""
        return {}

    def show(self) -> None:
        """Draw the form as it is now. A part that cannot be drawn is a sentence."""
        self.html = self._drawn()

    def renew(self) -> None:
        """Something changed under the form: draw it anew, without what was said before."""
        if self._pressing:  # drawn once, when all that the press does is done
            return
        self.trouble = self.done = ""
        self.show()

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """Do what a button does.

        Args:
            name: the button's; what it chooses among several may follow a colon.
            values: what stands in the form's fields, by their names.
            files: each file's name and content.
        """
        if name != "look":
            self.trouble = self.done = ""
        name, _, chosen = name.partition(":")
        values = {**(values or {}), "chosen": chosen} if chosen else values or {}
        self._pressing = True
        try:
            getattr(self, f"press_{name}")(values, files)
        except ReviewKitError as error:
            self.trouble = str(error)
        except Exception as error:  # noqa: BLE001 - a lead must never meet a traceback
            self.trouble = fault(error)
        finally:
            self._pressing = False
        self.show()

    def press_look(self, _values: Mapping[str, str], _files: object) -> None:
        """The page came into sight again: another notebook may have changed something meanwhile."""
        self.current.look()

    def _receive(self, _widget: object, message: Any, buffers: list[memoryview]) -> None:
        self.heard = int(message["number"])
        names = [str(name) for name in message.get("files", ())]
        values = {str(name): str(value) for name, value in message.get("values", {}).items()}
        self.press(str(message["press"]), values, tuple(zip(names, map(bytes, buffers), strict=True)))
        self.answered = self.heard

    def _drawn(self, *, still: bool = False) -> str:
        try:
            page = _environment(self.current.dangers).get_template(self.template)
            said = {"trouble": "", "done": ""} if still else {"trouble": self.trouble, "done": self.done}
            return page.render({"current": self.current, "still": still,
                                "id": "" if still else self.model_id[:8], **said, **self.parts()})
        except ReviewKitError as error:
            sentence = str(error)
        except Exception as error:  # noqa: BLE001 - a lead must never meet a traceback
            sentence = fault(error)
        return str(_environment(Dangers()).get_template("trouble.html.j2").render(said=sentence))

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """The living form, and a still picture for where nothing runs: a shared notebook, a page without a kernel.

        Nothing that a person typed is in the picture.
        """
        found = super()._repr_mimebundle_(**options)
        bundle, about = found if isinstance(found, tuple) else (found, {})
        return {**(bundle or {}), "text/plain": repr(self), "text/html": self._drawn(still=True)}, about

    def state(self) -> str:
        """What the form is at, in a few words that a notebook prints: nothing that chance or a person put in."""
        return str(self.current.review or "nothing was checked yet")

    def __repr__(self) -> str:
        try:
            return f"<{self.called}: {self.state()}>"
        except ReviewKitError:
            return f"<{self.called}: cannot be shown>"


@lru_cache(maxsize=4)
def _environment(dangers: Dangers) -> Environment:
    """One reader of templates for the same dangers: it compiles each template once, and a run is drawn all the time."""
    return environment(dangers, "review_kit.widgets")
