"""Notebook 2: the numbers and addresses that nobody vouches for, and what came of trying each."""

import webbrowser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from review_kit import steps
from review_kit.answering import of_a_call
from review_kit.deciding.offers import role
from review_kit.errors import DecisionError, StoreError
from review_kit.model import Answer, ContactKind, Review, Says, Way
from review_kit.reports.parts import calls
from review_kit.reports.parts.calls import Call
from review_kit.reports.words import counted
from review_kit.widgets.current import Current
from review_kit.widgets.form import Form

KINDS = (ContactKind.PHONE, ContactKind.EMAIL)
A_PAGE = 10
"""Numbers on one page."""
SHOWN = 10
"""Answers that stand on the page; all of them stand in the store."""


class CallSheet(Form):
    """Lists what to try, keeps what came of it at once, and writes the same as a sheet to print.

    `open_with` opens a file on this computer, and says whether it could.
    """

    called = "Call sheet"
    template = "call_sheet_form.html.j2"
    _role_wanted = False
    _page = 1
    _trouble_at = ""
    """The number beside which a mistake is told."""
    _path: Path | None = None
    _go_to = ""
    """The number that the keyboard goes to."""

    def __init__(self, current: Current, open_with: Callable[[str], bool] = webbrowser.open) -> None:
        self._open_with = open_with
        super().__init__(current)

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`."""
        if name != "look":
            self._trouble_at, self._go_to = (values or {}).get("call", ""), ""
        super().press(name, values, files)

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None or self.current.running:
            return {"review": None}
        found = _to_try(review)
        pages = max(1, -(-len(found) // A_PAGE))
        self._page = min(self._page, pages)
        heard = _heard(review)
        return {
            "review": review, "calls": found[(self._page - 1) * A_PAGE:self._page * A_PAGE], "count": len(found),
            "page": self._page, "pages": pages, "says": calls.SAYS, "asked": calls.asked, "hours": calls.hours,
            "heard": heard[:SHOWN], "heard_more": max(0, len(heard) - SHOWN), "role": review.decided.by,
            "role_wanted": self._role_wanted, "trouble_at": self._trouble_at, "go_to": self._go_to, "path": self._path,
            "store_trouble": self.current.store_trouble,
        }

    def press_role(self, values: Mapping[str, str], _files: object) -> None:
        """Keep the role in which somebody rings.

        Raises:
            DecisionError: it is blank or too long.
            StoreError: it could not be kept.
        """
        who = role(values.get("role", ""))
        self.current.store.remember_role(who)
        self.current.took()
        self._role_wanted, self.done = False, f"You ring as: {who}."

    def press_other_role(self, _values: Mapping[str, str], _files: object) -> None:
        """Ask for another role."""
        self._role_wanted = True

    def press_says(self, values: Mapping[str, str], _files: object) -> None:
        """Keep what came of one number or address.

        Raises:
            DecisionError: something is missing or does not fit, or the number is not on the list any more.
            StoreError: it could not be kept.
        """
        if self.current.store_trouble:
            raise StoreError(self.current.store_trouble)
        review = self._review()
        listed = _to_try(review)
        call = next((each for each in listed if each.name == values.get("call")), None)
        if call is None:
            raise DecisionError("This is not on the list any more. Look at the list again.")
        after = listed[listed.index(call) + 1:]
        tried = [(told.service, told.contact) for told in call.entries
                 if values.get("about", "") in {"", str(told.contact.cell)}]
        answers = of_a_call(tried, Says(values.get("chosen", "")), who=review.decided.by, today=self.current.today,
                            settings=review.register.settings, on=values.get("on", ""), text=values.get("text", ""),
                            note=values.get("note", ""))
        self.current.store.answers.add(answers, attempt=values.get("attempt", ""))
        self.send({"clear": [f"call {call.name} {field}" for field in ("text", "note", "on")]})
        self.current.took()
        self._go_to = after[0].name if after else ""
        self.done = f"Kept: {call.number} – {calls.SAYS[answers[0].says][call.entries[0].contact.kind]}."

    def press_undo(self, values: Mapping[str, str], _files: object) -> None:
        """Take back what one press kept; it stays on record as undone.

        Raises:
            StoreError: it could not be kept.
        """
        ids = [answer.id for answer in self._review().decided.answers if _press(answer) == values.get("press")]
        if self.current.store.answers.undo(ids, today=self.current.today):
            self.current.took()
            self.done = f"Undone: {counted(len(ids), 'answer')}."

    def press_next(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the next page."""
        self._page += 1

    def press_previous(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the page before."""
        self._page = max(1, self._page - 1)

    def press_print(self, _values: Mapping[str, str], _files: object) -> None:
        """Write the sheet into the review's folder and show it.

        Raises:
            ReviewKitError: nothing was checked yet, or the folder cannot be written.
        """
        self._path = steps.write_call_sheet(self._review(), self.current.folder)
        shown = self._open_with(self._path.resolve().as_uri())
        self.done = "The sheet is written." + ("" if shown else " Open it from where it is, and print it.")

    def _review(self) -> Review:
        if self.current.review is None:
            raise DecisionError("Nothing was checked yet. Press Start above first.")
        return self.current.review

    def state(self) -> str:
        """See `Form.state`."""
        review = self.current.review
        if review is None or self.current.running:
            return super().state()
        return f"{counted(len(_to_try(review)), 'number or address', 'numbers and addresses')} to try"


def _to_try(review: Review) -> tuple[Call, ...]:
    return tuple(call for kind in KINDS for call in calls.calls(review, kind))


def _press(answer: Answer) -> str:
    """What the answers of one press have in common."""
    return answer.id.rpartition(".")[0]


def _heard(review: Review) -> Sequence[Answer]:
    """What was kept about this register, the newest first; one for each press."""
    keys = {service.key for service in review.register.services}
    found = (answer for answer in review.decided.answers if answer.way is Way.CALL and answer.service_key in keys)
    return list({_press(answer): answer for answer in found}.values())
