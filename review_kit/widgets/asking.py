"""Notebook 2: asking providers to confirm their entries, and taking down what they answer."""

import webbrowser
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from review_kit import steps
from review_kit.answering import not_kept_yet, of_a_reply
from review_kit.asked_words import words_digest
from review_kit.asking import ANSWERS, FOLDER, Stand, Standing, reply_day
from review_kit.dates import prose_date, read_date
from review_kit.deciding.offers import role, typed_day
from review_kit.errors import DecisionError, LabError
from review_kit.model import Request, Review, Says
from review_kit.reports.words import counted
from review_kit.widgets.current import Current
from review_kit.widgets.finding_one import FILTER_FROM, holds, ref_of
from review_kit.widgets.listing import Listing

FIRST = (Stand.OVERDUE, Stand.NOT_SENT, Stand.NOT_ASKED, Stand.WAITING, Stand.ANSWERED)
"""What needs somebody most stands first."""
EVERYTHING = "everything"


class AskProviders(Listing):
    """Writes the messages, remembers which were sent, and keeps the replies.

    `open_with` opens a folder on this computer, and says whether it could.
    """

    called, lists, does = "Ask providers", "provider", "ask"
    template = "asking.html.j2"
    _laid: Mapping[str, int] | None = None
    """Where each provider stood when the list was laid: one that is answered meanwhile stays in its place."""
    _laid_for: object = None
    _show, _words = EVERYTHING, ""
    _acted_on: frozenset[str] = frozenset()
    """Providers that something was done about since the list was narrowed: they stay on it."""
    _last: tuple[str, tuple[Request, ...], tuple[str, ...], str] = ("", (), (), "")
    """What the last press did, to take it back at once: to which requests as they were, or which answers it kept."""
    _remind_by: date | None = None
    """The day to answer by that stands in the reminders."""
    _found: tuple[Review, tuple[Standing, ...]] | None = None

    def __init__(self, current: Current, open_with: Callable[[str], bool] = webbrowser.open) -> None:
        self._open_with = open_with
        super().__init__(current)

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None or self.current.running:
            return {"review": None}
        found = self._in_order(review)
        shown = [each for each in self._in_place(review, found) if self._is_wanted(each)]
        return {
            **self.list_parts(review, shown), "review": review, "standings": self.on_page(shown),
            "words": _words(found), "matching": len(shown), "many": len(found) > FILTER_FROM,
            "narrowed": self._show != EVERYTHING or bool(self._words.strip()), "show": self._show,
            "search": self._words, "show_choices": _choices(found), "ref_of": ref_of,
            "to_write": sum(_to_write(each) for each in found),
            "unsent": sum(each.stand is Stand.NOT_SENT for each in found),
            "to_remind": sum(bool(each.remind) for each in found), "says": ANSWERS, "states": Stand,
            "reply_by": prose_date(reply_day(self.current.today)), "name_of": _name_of,
            "example": f"{reply_day(self.current.today):%d/%m/%Y}", "today": self.current.today, "until": _until,
            "undo": self._undoable(review),
            "folder": self._folder() if self._folder().is_dir() else None,
        }

    def _in_order(self, review: Review) -> tuple[Standing, ...]:
        """All providers, who needs somebody most first; put together once for each judgement."""
        if self._found is None or self._found[0] is not review:
            self._found = review, tuple(sorted(steps.provider_standings(review),
                                               key=lambda each: FIRST.index(each.stand)))
        return self._found[1]

    def _in_place(self, review: Review, found: Sequence[Standing]) -> Sequence[Standing]:
        """The same in the order in which they were laid: a list does not move while somebody works on it."""
        laid_for = (review.register.path, review.today)
        if self._laid is None or self._laid_for != laid_for:
            self._laid = {_name_of(each): place for place, each in enumerate(found)}
            self._laid_for, self._acted_on = laid_for, frozenset()
        laid = self._laid
        return sorted(found, key=lambda each: laid.get(_name_of(each), len(found)))

    def _is_wanted(self, each: Standing) -> bool:
        fits = self._show in {EVERYTHING, each.stand.name} or _name_of(each) in self._acted_on
        return fits and holds(self._words, _texts(each), (service.cell for service in each.provider.services))

    def _undoable(self, review: Review) -> str:
        """The words of the last press, while the store still holds what it did."""
        _, requests, answers, words = self._last
        held = {each.id for each in review.decided.requests} | {each.id for each in review.decided.answers}
        return words if held.issuperset((*(each.id for each in requests), *answers)) else ""

    def _folder(self) -> Path:
        return (self.current.folder or Path()) / FOLDER

    def press_narrow(self, values: Mapping[str, str], _files: object) -> None:
        """Show only the providers that stand so, or that hold these words."""
        self._show, self._words, self._page = values.get("show", EVERYTHING), values.get("words", ""), 1
        self._acted_on, self._laid = frozenset(), None

    # Asking

    def press_write(self, values: Mapping[str, str], _files: object) -> None:
        """Write a message for each provider that was not asked yet.

        Raises:
            ReviewKitError: the day to answer by does not do, or the messages could not be written or kept.
        """
        self._write(values, again=False)

    def press_write_again(self, values: Mapping[str, str], _files: object) -> None:
        """Write those anew that were written and not sent, as the register stands now, and those not written yet.

        Raises:
            ReviewKitError: the day to answer by does not do, or the messages could not be written or kept.
        """
        self._write(values, again=True)

    def _write(self, values: Mapping[str, str], *, again: bool) -> None:
        store, review = self.current.keeping, self._review()
        who, by = role(review.decided.by), _day(values.get("reply_by", ""))
        written = steps.write_requests(review, self.current.folder, who=who, reply_by=by, again=again)
        if not written.files:
            self.done = "Nothing to write: each provider has its message already."
            return
        store.requests.add(written.requests)
        store.requests.mark([each.id for each in written.instead_of], "dropped_on", today=self.current.today)
        self._laid, self._last = None, ("", (), (), "")
        self.current.took()
        self.done = (f"{counted(len(written.files), 'message')} written. Look at each, send it, and press "
                     "“I have sent it” here.")

    def press_remind(self, values: Mapping[str, str], _files: object) -> None:
        """Write the list of providers to remind, and a message for each.

        Raises:
            ReviewKitError: the day to answer by does not do, or the messages could not be written.
        """
        review, by = self._review(), _day(values.get("reply_by", ""))
        written = steps.write_reminders(review, self.current.folder, reply_by=by)
        self._laid, self._remind_by = None, by
        self.done = (f"{counted(len(written.files) - 1, 'reminder')} written, and a list of them. Send each, and press "
                     "“I have reminded them” here.")

    def press_open_folder(self, _values: Mapping[str, str], _files: object) -> None:
        """Show the folder with the messages.

        Raises:
            LabError: it could not be opened from here.
        """
        folder = self._folder()
        if not folder.is_dir():
            raise DecisionError("There are no messages in the folder of this review. Write them first.")
        if not self._open_with(folder.resolve().as_uri()):
            raise LabError(f"The folder could not be opened from here. You find it at {folder}.")

    def press_sent(self, values: Mapping[str, str], _files: object) -> None:
        """Write down that a provider's message was sent; or, with nobody named, that all were.

        Raises:
            StoreError: it could not be kept.
        """
        review = self._review()
        named = values.get("provider", "")
        found = [each for each in self._in_order(review)
                 if each.stand is Stand.NOT_SENT and named in {"", _name_of(each)}]
        if not found:
            raise DecisionError("Nothing was changed: no message is waiting here to be sent. Look at the list again.")
        who = found[0].provider.name if named else counted(len(found), "provider")
        self._mark(found, "sent_on", f"sent to {who}")
        self._go_to = named
        self.done = f"Written down: the message to {who} was sent today." if named or len(found) == 1 else (
            f"Written down: the messages to {who} were sent today.")

    def press_unsent(self, values: Mapping[str, str], _files: object) -> None:
        """Write down that a message was not sent after all, or that it came back: nobody is waited for.

        Raises:
            StoreError: it could not be kept.
        """
        standing = self._named(values)
        ids = [each.id for each in standing.requests]
        self._last = ("", (), (), "")
        for what in ("reminded_on", "sent_on"):
            self.current.keeping.requests.mark(ids, what, today=None)
        self._acted_on |= {_name_of(standing)}
        self.current.took()
        self._go_to = _name_of(standing)
        self.done = (f"Written down: the message to {standing.provider.name} was not sent. Send it, or put the right "
                     "mailbox into the column “Confirm with” and write it again.")

    def press_reminded(self, values: Mapping[str, str], _files: object) -> None:
        """Write down that a provider was reminded.

        Raises:
            StoreError: it could not be kept.
        """
        standing, by = self._named(values), self._remind_by or reply_day(self.current.today)
        if standing.stand is not Stand.OVERDUE:
            raise DecisionError("Nothing was changed: this provider is not overdue any more. Look at the list again.")
        now = steps.reminded(standing)
        self._mark([standing], "reminded_on", f"reminded {standing.provider.name}", reply_by=by)
        for request in now:
            self.current.keeping.requests.ask_again(request)
        self.current.took()
        self._go_to = _name_of(standing)
        self.done = f"{standing.provider.name} was reminded today, and has until {prose_date(by)}."

    def press_drop(self, values: Mapping[str, str], _files: object) -> None:
        """Take a request back: it was not sent after all, or to the wrong mailbox.

        Raises:
            StoreError: it could not be kept.
        """
        standing = self._named(values)
        if standing.stand is not Stand.NOT_SENT:
            raise DecisionError("Nothing was changed: only a message that was not sent can be taken back.")
        self._mark([standing], "dropped_on", f"took back the request to {standing.provider.name}")
        self._go_to = _name_of(standing)
        self.done = f"Taken back: {standing.provider.name} is not asked. Do not send the message."

    def _mark(self, found: Sequence[Standing], what: str, words: str, *, reply_by: date | None = None) -> None:
        requests = tuple({request.id: request for each in found for request in each.requests}.values())
        self.current.keeping.requests.mark([each.id for each in requests], what, today=self.current.today,
                                           reply_by=reply_by)
        self._last = (what, requests, (), words)
        self._acted_on |= {_name_of(each) for each in found}
        self.current.took()

    def press_undo_last(self, _values: Mapping[str, str], _files: object) -> None:
        """Take back what the last press did.

        Raises:
            StoreError: it could not be kept.
        """
        what, requests, answers, words = self._last
        store, undone = self.current.keeping, 0
        if what == "reminded_on":
            for request in requests:
                undone += store.requests.mark([request.id], what, today=read_date(request.reminded_on),
                                              reply_by=read_date(request.reply_by))
                store.requests.ask_again(request)
        elif what:
            undone = store.requests.mark([request.id for request in requests], what, today=None)
        elif answers:
            undone = store.answers.undo(answers, today=self.current.today)
        self._last = ("", (), (), "")
        self.current.took()
        self.done = f"Undone: {words}." if undone else "That was undone already."

    # Replies

    def press_says(self, values: Mapping[str, str], _files: object) -> None:
        """Keep what a provider answered, about one of its entries or all that are open.

        Raises:
            DecisionError: something is missing or does not fit.
            StoreError: it could not be kept.
        """
        store, review, standing = self.current.keeping, self._review(), self._named(values)
        about = values.get("about", "")
        services = [service for service in standing.provider.services
                    if service.key == about or (not about and service in standing.open)]
        asked = {one.service.key: one.request.asked_of(one.service.key) for one in standing.entries if one.request}
        answers = of_a_reply(
            services, Says(values.get("chosen", "")), who=review.decided.by, today=self.current.today,
            settings=review.register.settings, on=values.get("on", ""), text=values.get("text", ""),
            note=values.get("note", ""), contract_ends=values.get("contract_ends", ""), asked=asked)
        kept = store.answers.add(not_kept_yet(answers, review.decided.answers))
        self.send({"clear": [f"ask {_name_of(standing)} {field}" for field in ("about", "text", "ends", "on")]})
        self._acted_on |= {_name_of(standing)}
        self.current.took()
        self._go_to = _name_of(standing)
        told = ANSWERS[answers[0].says][0]
        if kept:
            self._last = ("", (), tuple(answer.id for answer in kept), f"“{told}” of {standing.provider.name}")
        changed = sum(answer.asked != words_digest(service) for answer, service in zip(answers, services, strict=True))
        self.done = (f"Kept for {counted(len(answers), 'entry', 'entries')} of {standing.provider.name}: {told}." + (
            f" {counted(changed, 'entry has', 'entries have')} other words now than those it was asked about, which "
            "this does not confirm: ask again." if changed else ""))

    def press_undo(self, values: Mapping[str, str], _files: object) -> None:
        """Take a reply back; it stays on record as undone.

        Raises:
            StoreError: it could not be kept.
        """
        undone = self.current.keeping.answers.undo([values.get("answer", "")], today=self.current.today)
        self._last = ("", (), (), "")
        self._acted_on |= {values.get("provider", "")}
        self.current.took()
        self._go_to = values.get("provider", "")
        self.done = "Undone: the reply counts for nothing any more." if undone else "That was undone already."

    def _named(self, values: Mapping[str, str]) -> Standing:
        named = values.get("provider", "")
        standing = next((each for each in self._in_order(self._review()) if _name_of(each) == named), None)
        if standing is None:
            raise DecisionError("This provider is not on the list any more. Look at the list again.")
        return standing

    def state(self) -> str:
        """See `Form.state`."""
        review = self.current.review
        return super().state() if review is None or self.current.running else _words(self._in_order(review))


def _choices(found: Sequence[Standing]) -> list[tuple[str, str]]:
    """What can be shown, each with its number; what holds nothing is left out."""
    counts = {stand: sum(each.stand is stand for each in found) for stand in FIRST}
    return [(EVERYTHING, f"All providers ({len(found)})"),
            *((stand.name, f"{stand.words.capitalize()} ({number})") for stand, number in counts.items() if number)]


def _texts(standing: Standing) -> tuple[str, ...]:
    """What a search looks through."""
    entries = [text for service in standing.provider.services
               for text in (service.name, service.provider, service.section)]
    return standing.provider.name, *standing.provider.to, *entries


def _to_write(standing: Standing) -> bool:
    return standing.stand in steps.TO_WRITE


def _name_of(standing: Standing) -> str:
    """What tells a provider from another of its name, wherever its rows move: the first of its entries."""
    return standing.provider.services[0].key


def _until(standing: Standing) -> str:
    return prose_date(standing.until) if standing.until else ""


def _day(written: str) -> date | None:
    """A day as somebody typed it; None where they typed nothing."""
    return typed_day(written) if written.strip() else None


def _words(found: Sequence[Standing]) -> str:
    """How many providers stand where, in a sentence's words."""
    counts = {stand: sum(each.stand is stand for each in found) for stand in FIRST}
    said = [f"{number} {stand.words}" for stand, number in counts.items() if number]
    return f"{counted(len(found), 'provider')}: {', '.join(said)}" if said else "no providers"

