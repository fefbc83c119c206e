"""Notebook 1: which register is opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from review_kit.errors import RegisterError
from review_kit.reports.words import counted
from review_kit.widgets.choice import Choice, Which
from review_kit.widgets.form import Form

PRACTICE_ONLY = "This kit is set to the practice review alone (REVIEW_KIT_PRACTICE)."


@dataclass(frozen=True, slots=True)
class Option:
    """One register to choose. `why_not` says why it cannot be chosen here."""

    which: Which
    label: str
    hint: str
    why_not: str = ""


class RegisterForm(Form):
    """Chooses between the practice review, the register in the kit's folder, and one's own."""

    template = "register.html.j2"

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        choice = self.current.choice
        own = choice.path if choice and choice.which is Which.OWN else ""
        return {"options": self._options(), "chosen": choice.which if choice else Which.PRACTICE, "own_path": own,
                "opened": self._opened(), "begun": self.current.review is not None}

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
        which = Which(values.get("which", Which.PRACTICE))
        path = values.get("path", "").strip().strip('"')  # Windows copies a path with quotation marks round it
        if which is not Which.OWN:
            register = self.current.open(Choice(which))
        elif files:
            register = self.current.open_upload(*files[0])
        elif path:
            register = self.current.open(Choice(which, str(Path(path).expanduser())))
        else:
            raise RegisterError("No workbook was named. Type where your register is, or choose the file.")
        self.done = f"{counted(len(register.services), 'service')} opened."

    def press_practise_again(self, _values: Mapping[str, str], _files: object) -> None:
        """Throw the practice review away and open it anew."""
        self.current.begin_practice_again()
        self.done = "The practice review begins again, from nothing."

    def __repr__(self) -> str:
        return f"<Register form: {self.current.register or 'no register is open'}>"
