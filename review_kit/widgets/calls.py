"""Notebook 2: the numbers and addresses that nobody vouches for, and what came of trying each."""

import webbrowser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from review_kit import steps
from review_kit.answering import Tried, not_kept_yet, of_a_call
from review_kit.errors import DecisionError
from review_kit.model import Answer, ContactKind, Review, Says, Service, Way
from review_kit.reports.parts import calls
from review_kit.reports.parts.calls import Call
from review_kit.reports.words import counted
from review_kit.widgets.current import Current
from review_kit.widgets.finding_one import FILTER_FROM, holds, ref_of
from review_kit.widgets.listing import Listing

KINDS = (ContactKind.PHONE, ContactKind.EMAIL)
SHOWN = 10
"""Answers that stand on the page; all of them stand in the store."""
AT_HAND = (Says.RIGHT, Says.NOBODY)
"""What comes of most calls: a press without opening anything."""
EVERYTHING = "everything"
SHOW: Mapping[str, tuple[str, Callable[[Call], bool]]] = {
    EVERYTHING: ("Everything to try", lambda _: True),
    "untried": ("Not tried yet", lambda call: not call.tried),
    "silent": ("Nobody answered so far", lambda call: bool(call.tried)),
    "crisis": ("Crisis and 24-hour services", lambda call: call.crisis),
}
"""What can be shown: its name -> its words, and which numbers belong to it."""


class CallSheet(Listing):
    """Lists what to try, keeps what came of it at once, and writes the same as a sheet to print.

    `open_with` opens a file on this computer, and says whether it could.
    """

    called, lists, does = "Call sheet", "call", "ring"
    template = "call_sheet_form.html.j2"
    _path: Path | None = None
    _show, _words = EVERYTHING, ""
    _last: tuple[tuple[str, ...], str] = ((), "")
    """The answers that the last press kept, and their words, to take them back at once."""
    _shown: tuple[str, ...] = ()
    """The numbers on the list, on this page and on the others."""
    _listed: tuple[Review, tuple[Call, ...]] | None = None

    def __init__(self, current: Current, open_with: Callable[[str], bool] = webbrowser.open) -> None:
        self._open_with = open_with
        super().__init__(current)

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None or self.current.running:
            return {"review": None}
        found, heard = self._to_try(review), _heard(review)
        shown = tuple(call for call in found if SHOW[self._show][1](call) and holds(
            self._words, _texts(call), (told.contact.cell for told in call.entries)))
        self._shown = tuple(call.name for call in shown)
        kept = {answer.id for answer in review.decided.answers}
        return {
            **self.list_parts(review, shown), "review": review, "calls": self.on_page(shown), "count": len(found),
            "matching": len(shown), "narrowed": self._show != EVERYTHING or bool(self._words.strip()),
            "show": self._show, "words": self._words, "many": len(found) > FILTER_FROM,
            "show_choices": _choices(found), "at_hand": AT_HAND, "ref_of": ref_of, "services_of": _services,
            "says": calls.SAYS, "asked": calls.asked, "who_answers": calls.who_answers,
            "heard": heard[:SHOWN], "heard_more": max(0, len(heard) - SHOWN),
            "path": self._path if self._path is not None and self._path.exists() else None, "today": self.current.today,
            "last": self._last[1] if kept.issuperset(self._last[0]) else "",
        }

    def _to_try(self, review: Review) -> tuple[Call, ...]:
        """All that is to be tried, put together once for each judgement."""
        if self._listed is None or self._listed[0] is not review:
            self._listed = review, tuple(call for kind in KINDS for call in calls.calls(review, kind))
        return self._listed[1]

    def press_narrow(self, values: Mapping[str, str], _files: object) -> None:
        """Show only some of the numbers, or those that hold these words."""
        show = values.get("show", EVERYTHING)
        self._show, self._words, self._page = show if show in SHOW else EVERYTHING, values.get("words", ""), 1

    def press_says(self, values: Mapping[str, str], _files: object) -> None:
        """Keep what came of one number or address.

        Raises:
            DecisionError: something is missing or does not fit, or the number is not on the list any more.
            StoreError: it could not be kept.
        """
        store, review = self.current.keeping, self._review()
        listed = self._to_try(review)
        call = next((each for each in listed if each.name == values.get("call")), None)
        if call is None:
            raise DecisionError("This is not on the list any more. Look at the list again.")
        says, after = Says(values.get("chosen", "")), self._after(call.name)
        answers = of_a_call(
            _tried(review, call, says, values.get("about", "")), says, who=review.decided.by, today=self.current.today,
            settings=review.register.settings, on=values.get("on", ""), text=values.get("text", ""),
            note=values.get("note", ""))
        kept = store.answers.add(not_kept_yet(answers, review.decided.answers))
        self.send({"clear": [f"call {call.name} {field}" for field in ("about", "text", "note", "on")]})
        self.current.took()
        self._go_to = after
        told = f"{call.number} – {calls.SAYS[says][call.entries[0].contact.kind]}"
        more = len({answer.service_key for answer in answers}) - 1
        self.done = f"Kept: {told}" + (f" (in {more + 1} entries)." if more else ".")
        if kept:
            self._last = tuple(answer.id for answer in kept), told

    def _after(self, name: str) -> str:
        """The number that stands behind one on the list as it is shown; '' where none does."""
        return self._shown[self._shown.index(name) + 1] if name in self._shown[:-1] else ""

    def press_undo(self, values: Mapping[str, str], _files: object) -> None:
        """Take back what one press kept; it stays on record as undone.

        Raises:
            StoreError: it could not be kept.
        """
        found = [answer for answer in self._review().decided.answers if _press(answer) == values.get("press")]
        self._take_back([answer.id for answer in found])

    def press_undo_last(self, _values: Mapping[str, str], _files: object) -> None:
        """Take back what the last press kept.

        Raises:
            StoreError: it could not be kept.
        """
        self._take_back(self._last[0])

    def _take_back(self, ids: Sequence[str]) -> None:
        found = [answer for answer in self._review().decided.answers if answer.id in ids]
        undone = self.current.keeping.answers.undo(ids, today=self.current.today)
        self._last = (), ""
        self.current.took()
        if found and undone:
            call = next((each for each in self._to_try(self._review()) if each.name == found[0].about), None)
            self._go_to = call.name if call else ""
            kind = ContactKind.EMAIL if "@" in found[0].about else ContactKind.PHONE
            self.done = f"Undone: {call.number if call else found[0].about} – {calls.SAYS[found[0].says][kind]}."
        else:
            self.done = "That was undone already."

    def press_print(self, _values: Mapping[str, str], _files: object) -> None:
        """Write the sheet into the review's folder and show it.

        Raises:
            ReviewKitError: nothing was checked yet, or the folder cannot be written.
        """
        self._path = steps.write_call_sheet(self._review(), self.current.folder)
        shown = self._open_with(self._path.resolve().as_uri())
        self.done = "The sheet is written." + ("" if shown else " Open it from where it is, and print it.")

    def state(self) -> str:
        """See `Form.state`."""
        review = self.current.review
        if review is None or self.current.running:
            return super().state()
        return f"{counted(len(self._to_try(review)), 'number or address', 'numbers and addresses')} to try"


def _tried(review: Review, call: Call, says: Says, about: str) -> list[Tried]:
    """The contact in each entry that was meant; one that is not in use is dead wherever it stands."""
    if says is Says.DEAD and not about:
        return [(service, contact) for service, contact in review.register.contacts
                if not service.retired and call.name in {contact.normalised, contact.as_written}]
    return [(told.service, told.contact) for told in call.entries if about in {"", told.service.key}]


def _services(call: Call) -> Mapping[str, Service]:
    """The entries that print a number, each once, by their keys."""
    return {told.service.key: told.service for told in call.entries}


def _texts(call: Call) -> tuple[str, ...]:
    """What a search looks through."""
    entries = [text for told in call.entries for text in (
        told.service.name, told.service.provider, told.service.section)]
    return call.number, call.name, *entries


def _choices(found: Sequence[Call]) -> list[tuple[str, str]]:
    """What can be shown, each with its number; what holds nothing is left out, but for everything."""
    numbers = {name: sum(map(belongs, found)) for name, (_, belongs) in SHOW.items()}
    return [(name, f"{SHOW[name][0]} ({number})") for name, number in numbers.items() if number or name == EVERYTHING]


def _press(answer: Answer) -> str:
    """What the answers of one press have in common."""
    return answer.id.rpartition(".")[0]


def _heard(review: Review) -> Sequence[tuple[Answer, int]]:
    """What was kept about this register, the newest first: one for each press, and of how many more entries."""
    keys, presses = {service.key for service in review.register.services}, dict[str, list[Answer]]()
    for answer in review.decided.answers:
        if answer.way is Way.CALL and answer.service_key in keys:
            presses.setdefault(_press(answer), []).append(answer)
    return [(found[-1], len({answer.service_key for answer in found}) - 1) for found in presses.values()]
