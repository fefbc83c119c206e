"""Notebook 1: which register is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from review_kit.errors import RegisterError
from review_kit.reports.words import counted
from review_kit.widgets.choice import Choice, Which
from review_kit.widgets.chosen import PRACTICE_ONLY
from review_kit.widgets.form import Form


@dataclass(frozen=True, slots=True)
class Option:
    """One register to choose. `why_not` says why it cannot be chosen here."""

    which: Which
    label: str
    hint: str
    why_not: str = ""


class RegisterForm(Form):
    """Chooses between the practice review, the register in the kit's folder, and one's own."""

    called = "Register form"
    template = "register.html.j2"

    _asking = False
    _asked: Choice | None = None
    """What was asked for last: it still stands in the form where it could not be opened."""

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        asked = self._asked or self.current.choice
        return {"options": self._options(), "chosen": asked.which if asked else Which.PRACTICE,
                "own_path": asked.path if asked and asked.which is Which.OWN else "", "opened": self._opened(),
                "begun": self.current.review is not None, "asking": self._asking and self.current.practice}

    def _options(self) -> tuple[Option, ...]:
        place = self.current.place
        only = PRACTICE_ONLY if place.practice_only else ""
        missing = "" if place.shipped.is_file() else f"There is no {place.shipped.name} in {place.home}."
        return (
            Option(Which.PRACTICE, "The practice review",
                   "Everything in it is invented. Learn on it first: nothing you do there touches a real register."),
            Option(Which.SHIPPED, f"The register in this folder ({place.shipped.name})",
                   "The health offer that came with the kit, or the one that you keep in its place.", only or missing),
            Option(Which.OWN, "Another workbook", "Your own register, wherever it is.", only),
        )

    def _opened(self) -> str:
        register = self.current.register
        if register is None:
            return ""
        name = self.current.path_of(self.current.choice).name if self.current.choice else ""
        return (f"Open now: {name}, with {counted(len(register.services), 'service')}, "
                f"{counted(len(register.links), 'link')} and {counted(len(register.contacts), 'contact')}.")

    def press_open(self, values: Mapping[str, str], files: tuple[tuple[str, bytes], ...]) -> None:
        """Open what was chosen; what was open before stays open where that cannot be read."""
        which, path = Which(values.get("which", Which.PRACTICE)), own_path(values.get("path", ""))
        self._asked = Choice(which, path if which is Which.OWN else "")
        if which is not Which.OWN or (path and not files):
            register = self.current.open(self._asked)
        elif files:
            register = self.current.open_upload(*files[0])
        else:
            raise RegisterError("No workbook was named. Type where your register is, or choose the file.")
        self._asked = None
        self.done = f"{counted(len(register.services), 'service')} opened."

    def press_ask_practise_again(self, _values: Mapping[str, str], _files: object) -> None:
        """Ask once before the practice is thrown away."""
        self._asking = True

    def press_keep_practice(self, _values: Mapping[str, str], _files: object) -> None:
        """Leave it as it is."""
        self._asking = False

    def press_practise_again(self, _values: Mapping[str, str], _files: object) -> None:
        """Throw the practice review away and open it anew."""
        self._asking = False
        self.current.begin_practice_again()
        self.done = "The practice review begins again, from nothing."

    def state(self) -> str:
        """See `Form.state`."""
        return str(self.current.register or "no register is open")


def own_path(typed: str) -> str:
    """A path as people paste it: with quotation marks round it, as Windows copies it, or as a browser's file address.

    Raises:
        RegisterError: it is an address in the web, where the kit cannot open a workbook.
    """
    path = typed.strip().strip("\"'“”‘’").strip()
    if path.casefold().startswith(("http:", "https:")):
        raise RegisterError("That is an address in the web. Save a copy of the workbook on this computer, and type "
                            "where that is.")
    if path.casefold().startswith("file:"):
        path = url2pathname(urlsplit(path).path)
    return str(Path(path).expanduser()) if path else ""
