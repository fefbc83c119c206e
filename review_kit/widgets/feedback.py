"""Notebook 3: what young people say about a service, kept on this computer and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass

from review_kit.errors import ReviewKitError, StoreError
from review_kit.model import Comment, Service
from review_kit.reports.clean import clean
from review_kit.reports.words import service_title
from review_kit.screening import Noticed, at_risk, personal
from review_kit.widgets.contents import by_section
from review_kit.widgets.form import Form

LONGEST = 4000
"""Characters of one comment."""
MOST_NOTICED = 5


@dataclass(frozen=True, slots=True)
class Screened:
    """What was noticed in words that are being typed."""

    details: tuple[Noticed, ...] = ()
    risk: str = ""


class FeedbackForm(Form):
    """Keeps a comment about a service, and shows those that are kept.

    "Saved" is said only after the store has the words on the disk. Words that could not be saved stay in their box.
    """

    called = "Feedback form"
    template = "feedback.html.j2"
    _noticed = Screened()
    _chosen = ""
    _asked = ""
    _back_to = ""
    """The comment that the keyboard goes back to when it is kept after all."""

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`. What is typed is looked at as it is typed; what was said of the press before stays."""
        if name == "screen":
            self._noticed = self._screened((values or {}).get("said", ""))
            self.show()
            return
        super().press(name, values, files)

    def _screened(self, said: str) -> Screened:
        """What in the words may show who somebody is, or that somebody is not safe. Nothing of it is kept."""
        if self.current.register is None or not said.strip():
            return Screened()
        facts = self.current.facts
        tables = facts.known if facts is not None else {}
        register = self.current.register
        known = [register.settings.council, *(word for service in register.services for word in (
            service.section, service.name, service.provider))]
        found = personal(said[:LONGEST], names=tables.get("first_names", ()), known=known)
        return Screened(found[:MOST_NOTICED], at_risk(said, tables.get("risk_words", ())))

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        register = self.current.register
        if register is None:
            return {}
        every, trouble = self._kept()
        keys = {service.key for service in register.services}
        comments = tuple(comment for comment in every if comment.service_key in keys)
        settings = register.settings
        contacts = (("Under 18", settings.safeguarding_children), ("18 or over", settings.safeguarding_adults))
        return {
            "sections": by_section(self._services().values()), "safeguarding": [pair for pair in contacts if pair[1]],
            "comments": comments, "elsewhere": len(every) - len(comments), "unread": bool(trouble),
            "chosen": self._chosen, "asked": self._asked, "back_to": self._back_to,
            "keep": "practice" if self.current.practice else "real",
            "noticed": self._noticed, "where": self._where(), "trouble": self.trouble or trouble,
        }

    def _services(self) -> Mapping[str, Service]:
        services = self.current.register.services if self.current.register else ()
        return {service.key: service for service in services if not service.retired}

    def _kept(self) -> tuple[tuple[Comment, ...], str]:
        try:
            return self.current.store.comments.all(), ""
        except StoreError as error:
            return (), str(error)

    def _where(self) -> str:
        try:
            return str(self.current.store.path)
        except StoreError:  # the form says so already
            return "a place that this version does not know"

    def press_save(self, values: Mapping[str, str], _files: object) -> None:
        """Keep one comment.

        Raises:
            ReviewKitError: no service was chosen, nothing was said, or too much for one comment.
            StoreError: it could not be kept; the words still stand in their box.
        """
        service, said = self._services().get(values.get("service", "")), clean(values.get("said", "")).strip()
        if service is None:
            raise ReviewKitError("Nothing was saved: choose the service first.")
        if not said:
            raise ReviewKitError("Nothing was saved: write what was said first.")
        if len(said) > LONGEST:
            raise ReviewKitError(f"Nothing was saved: this comment has {len(said):,} characters, and one may have "
                                 f"{LONGEST:,}. Save it in two parts.")
        self.current.keeping.comments.add(service_key=service.key, service=service_title(service), said=said,
                                          today=self.current.today, attempt=values.get("attempt", ""))
        self.send({"clear": ["said"]})
        self._noticed = Screened()
        self._chosen, self._back_to = service.key, ""
        self.current.watchers.tell()  # a second tab shows it too
        self.done = f"Saved: your comment about “{service_title(service)}”."

    def press_ask_remove(self, values: Mapping[str, str], _files: object) -> None:
        """Ask once before a comment is removed."""
        self._asked, self._back_to = values.get("id", ""), ""

    def press_keep(self, _values: Mapping[str, str], _files: object) -> None:
        """Do not remove it after all."""
        self._back_to, self._asked = self._asked, ""

    def press_remove(self, values: Mapping[str, str], _files: object) -> None:
        """Remove one comment for good, once it was asked about."""
        if values.get("id", "") == self._asked and self.current.store.comments.remove(self._asked):
            self.current.watchers.tell()
            self.done = "The comment was removed for good."
        self._asked = ""

    def state(self) -> str:
        """See `Form.state`."""
        return f"{len(self._services())} services" if self.current.register else "no register is open"
