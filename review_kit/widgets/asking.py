"""Notebook 2: asking providers to confirm their entries, and taking down what they answer."""

import webbrowser
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from review_kit import steps
from review_kit.answering import of_a_reply
from review_kit.asking import ANSWERS, Stand, Standing, reply_day
from review_kit.dates import prose_date, read_date
from review_kit.deciding.offers import role
from review_kit.errors import DecisionError, LabError, StoreError
from review_kit.model import Request, Review, Says
from review_kit.reports.words import counted
from review_kit.widgets.current import Current
from review_kit.widgets.form import Form

A_PAGE = 10
"""Providers on one page."""
FIRST = (Stand.OVERDUE, Stand.NOT_SENT, Stand.NOT_ASKED, Stand.WAITING, Stand.ANSWERED)
"""What needs somebody most stands first."""


class AskProviders(Form):
    """Writes the messages, remembers which were sent, and keeps the replies.

    `open_with` opens a folder on this computer, and says whether it could.
    """

    called = "Ask providers"
    template = "asking.html.j2"
    _page = 1
    _trouble_at = ""
    """The provider beside which a mistake is told."""
    _role_wanted = False
    _wrote = False
    _go_to = ""
    """The provider that the keyboard goes to."""
    _laid: Mapping[str, int] | None = None
    """Where each provider stood when the list was laid: one that is answered meanwhile stays in its place."""

    def __init__(self, current: Current, open_with: Callable[[str], bool] = webbrowser.open) -> None:
        self._open_with = open_with
        super().__init__(current)

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`."""
        if name != "look":
            self._trouble_at, self._go_to = (values or {}).get("provider", ""), ""
        super().press(name, values, files)

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None or self.current.running:
            return {"review": None}
        found = _in_order(review)
        if self._laid is None:
            self._laid = {_name_of(each): place for place, each in enumerate(found)}
        in_place = sorted(found, key=lambda each: (self._laid or {}).get(_name_of(each), len(found)))
        pages = max(1, -(-len(found) // A_PAGE))
        self._page = min(self._page, pages)
        return {
            "review": review, "standings": in_place[(self._page - 1) * A_PAGE:self._page * A_PAGE], "page": self._page,
            "pages": pages, "words": _words(found), "to_write": sum(_to_write(each) for each in found),
            "unsent": sum(each.stand is Stand.NOT_SENT for each in found),
            "to_remind": sum(bool(each.remind) for each in found), "says": ANSWERS, "states": Stand,
            "role": review.decided.by, "role_wanted": self._role_wanted, "trouble_at": self._trouble_at,
            "go_to": self._go_to, "reply_by": prose_date(reply_day(self.current.today)), "name_of": _name_of,
            "until": _until,
            "store_trouble": self.current.store_trouble, "wrote": self._wrote, "folder": self.current.folder,
        }

    # Asking

    def press_role(self, values: Mapping[str, str], _files: object) -> None:
        """Keep the role in which somebody asks.

        Raises:
            DecisionError: it is blank or too long.
            StoreError: it could not be kept.
        """
        who = role(values.get("role", ""))
        self.current.store.remember_role(who)
        self.current.took()
        self._role_wanted, self.done = False, f"You ask as: {who}."

    def press_other_role(self, _values: Mapping[str, str], _files: object) -> None:
        """Ask for another role."""
        self._role_wanted = True

    def press_write(self, values: Mapping[str, str], _files: object) -> None:
        """Write a message for each provider that was not asked yet.

        Raises:
            ReviewKitError: the day to answer by does not do, or the messages could not be written or kept.
        """
        review = self._ready()
        who, by = role(review.decided.by), _day(values.get("reply_by", ""))
        written = steps.write_requests(review, self.current.folder, who=who, reply_by=by)
        self.current.store.requests.add(written.requests)
        self._wrote, self._laid = True, None
        self.current.took()
        self.done = (f"{counted(len(written.files), 'message')} written. Look at each, send it, and press "
                     "“I have sent it” here.")

    def press_remind(self, values: Mapping[str, str], _files: object) -> None:
        """Write the list of providers to remind, and a message for each.

        Raises:
            ReviewKitError: the day to answer by does not do, or the messages could not be written.
        """
        review, by = self._ready(), _day(values.get("reply_by", ""))
        written = steps.write_reminders(review, self.current.folder, reply_by=by)
        self._wrote, self._laid = True, None
        self.done = (f"{counted(len(written.files) - 1, 'reminder')} written, and a list of them. Send each, and press "
                     "“I have reminded them” here.")

    def press_open_folder(self, _values: Mapping[str, str], _files: object) -> None:
        """Show the folder with the messages.

        Raises:
            LabError: it could not be opened from here.
        """
        folder = self.current.folder / "confirm" if self.current.folder else None
        if folder is None or not self._open_with(folder.resolve().as_uri()):
            raise LabError(f"The folder could not be opened from here. You find it at {folder}.")

    def press_sent(self, values: Mapping[str, str], _files: object) -> None:
        """Write down that a provider's message was sent; or, with nobody named, that all were.

        Raises:
            StoreError: it could not be kept.
        """
        review = self._ready()
        named = values.get("provider", "")
        found = [each for each in _in_order(review) if each.stand is Stand.NOT_SENT and named in {"", _name_of(each)}]
        self._mark([request for each in found for request in each.requests], "sent_on")
        self._go_to = named
        self.done = f"{counted(len(found), 'provider is', 'providers are')} waited for now."

    def press_reminded(self, values: Mapping[str, str], _files: object) -> None:
        """Write down that a provider was reminded.

        Raises:
            StoreError: it could not be kept.
        """
        standing = self._named(values)
        self._mark(standing.requests, "reminded_on", reply_by=reply_day(self.current.today))
        self.done = f"{standing.provider.name} was reminded today."

    def press_drop(self, values: Mapping[str, str], _files: object) -> None:
        """Take a request back: it was not sent after all, or to the wrong mailbox.

        Raises:
            StoreError: it could not be kept.
        """
        standing = self._named(values)
        self._mark(standing.requests, "dropped_on")
        self.done = f"The request to {standing.provider.name} counts for nothing any more."

    def _mark(self, requests: Sequence[Request], what: str, *, reply_by: date | None = None) -> None:
        self.current.store.requests.mark([each.id for each in requests], what, today=self.current.today,
                                         reply_by=reply_by)
        self.current.took()

    # Replies

    def press_says(self, values: Mapping[str, str], _files: object) -> None:
        """Keep what a provider answered, about one of its entries or all that are open.

        Raises:
            DecisionError: something is missing or does not fit.
            StoreError: it could not be kept.
        """
        review, standing = self._ready(), self._named(values)
        about = values.get("about", "")
        services = [service for service in standing.provider.services
                    if str(service.cell) == about or (not about and service in standing.open)]
        answers = of_a_reply(
            services, Says(values.get("chosen", "")), who=review.decided.by, today=self.current.today,
            settings=review.register.settings, on=values.get("on", ""), text=values.get("text", ""),
            note=values.get("note", ""), contract_ends=values.get("contract_ends", ""))
        self.current.store.answers.add(answers)
        self.send({"clear": [f"ask {_name_of(standing)} {field}" for field in ("text", "ends", "on")]})
        self.current.took()
        self._go_to = _name_of(standing)
        self.done = (f"Kept for {counted(len(answers), 'entry', 'entries')} of {standing.provider.name}: "
                     f"{ANSWERS[answers[0].says][0]}.")

    def press_undo(self, values: Mapping[str, str], _files: object) -> None:
        """Take a reply back; it stays on record as undone.

        Raises:
            StoreError: it could not be kept.
        """
        if self.current.store.answers.undo([values.get("answer", "")], today=self.current.today):
            self.current.took()
            self.done = "Undone: the reply counts for nothing any more."

    def press_next(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the next page."""
        self._page += 1

    def press_previous(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the page before."""
        self._page = max(1, self._page - 1)

    def _named(self, values: Mapping[str, str]) -> Standing:
        named = values.get("provider", "")
        standing = next((each for each in _in_order(self._ready()) if _name_of(each) == named), None)
        if standing is None:
            raise DecisionError("This provider is not on the list any more. Look at the list again.")
        return standing

    def _ready(self) -> Review:
        if self.current.store_trouble:
            raise StoreError(self.current.store_trouble)
        if self.current.review is None:
            raise DecisionError("Nothing was checked yet. Press Start above first.")
        return self.current.review

    def state(self) -> str:
        """See `Form.state`."""
        review = self.current.review
        return super().state() if review is None or self.current.running else _words(_in_order(review))


def _in_order(review: Review) -> tuple[Standing, ...]:
    return tuple(sorted(steps.provider_standings(review), key=lambda each: FIRST.index(each.stand)))


def _to_write(standing: Standing) -> bool:
    return standing.stand in steps.TO_WRITE


def _name_of(standing: Standing) -> str:
    """What tells a provider from another of its name: the first of its entries."""
    return str(standing.provider.services[0].cell)


def _until(standing: Standing) -> str:
    return prose_date(standing.until) if standing.until else ""


def _day(written: str) -> date | None:
    """A day as somebody typed it; None where they typed nothing."""
    if not written.strip():
        return None
    day = read_date(written)
    if day is None:
        raise DecisionError(f"“{written.strip()}” is not a day that we can read. Write it as 21/11/2026.")
    return day


def _words(found: Sequence[Standing]) -> str:
    """How many providers stand where, in a sentence's words."""
    counts = {stand: sum(each.stand is stand for each in found) for stand in FIRST}
    said = [f"{number} {stand.words}" for stand, number in counts.items() if number]
    return f"{counted(len(found), 'provider')}: {', '.join(said)}" if said else "no providers"

