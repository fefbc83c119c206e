"""Notebook 2: looking at every link, with a button to start and one to stop."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from review_kit.model import Finding, Link, Review, Severity, Verdict
from review_kit.reports.order import findings_by_harm
from review_kit.reports.words import counted, prose_day_of
from review_kit.steps import WORTH_RECHECKING
from review_kit.widgets.current import Current
from review_kit.widgets.form import Form

MOST = 8
"""How many findings stand on the page while a run goes on; all of them stand there when it has ended."""
SPOKEN_PARTS = 4
"""A screen reader says how far a run is after each quarter, not at each link."""

NOTHING_YET = ("Nothing was asked yet. The kit asks politely, a few pages at a time, so a long register takes some "
               "minutes. You can stop at any time, and go on later.")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be started. `main` is the one that most people want."""

    press: str
    words: str
    main: bool = False


class CheckForm(Form):
    """Starts and stops a run, and shows how far it is and what it has found."""

    called = "Check form"
    template = "check.html.j2"
    follows_runs = True

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        current = self.current
        if current.register is None:
            return {}
        found = _found(current.so_far) if current.so_far else []
        return {
            "running": current.running, "notices": _notices(current), "register_words": self._register_words(),
            "run_trouble": self._run_trouble(),
            "state_words": "" if current.running else self._state_words(),
            "actions": () if current.running else tuple(self._actions()),
            "found": found[:MOST], "found_more": max(0, len(found) - MOST), "spoken": self._spoken(),
            **(self._progress() if current.running else {}),
        }

    def _register_words(self) -> str:
        links = counted(len(self.current.register.links) if self.current.register else 0, "link")
        return (f"The open register has {links}, to {counted(len(self._addresses()), 'web address', 'web addresses')}. "
                "Each address is looked at once.")

    def _addresses(self) -> set[str]:
        register = self.current.register
        return {link.url for _, link in register.links if link.url} if register else set()

    def _progress(self) -> Mapping[str, object]:
        progress = self.current.background.progress if self.current.background else None
        return {"progress": progress, "now": urlsplit(progress.now).hostname if progress else "",
                "time_left": _time_left(progress.seconds_left if progress else None)}

    def _state_words(self) -> str:
        facts, review = self.current.facts, self.current.review
        if facts is None or review is None:
            return NOTHING_YET
        seen = {visit.url for visit in facts.visits}
        addresses = self._addresses()
        day = prose_day_of(max((*(v.at for v in facts.visits), *(r.at for r in facts.canaries))))
        if addresses <= seen:
            return f"All of them were looked at, last on {day}."
        return f"{len(addresses & seen):,} of them were looked at, last on {day}." if addresses & seen else (
            "None of them was looked at yet.")

    def _actions(self) -> Iterator[Action]:
        review = self.current.review
        if review is None:
            yield Action("start", "Start", main=True)
            return
        if self.current.wants_more:
            yield Action("start", "Go on", main=True)
        if self.current.begun_earlier:
            yield Action("start_new", "Start a new review for today", main=True)
        if any(told.verdict in WORTH_RECHECKING and told.visit for told in review.links):
            yield Action("recheck", "Ask again what could not be told")
        if self.current.practice:
            yield Action("afresh", "Check again, from nothing")

    def _spoken(self) -> str:
        current = self.current
        if current.running and current.background:
            progress = current.background.progress
            part = SPOKEN_PARTS * progress.done // progress.total if progress.total else 0
            return f"The check is running. {100 * part // SPOKEN_PARTS} per cent done."
        return "The check has ended." if self._own_run() and not self._run_trouble() else ""

    def _own_run(self) -> bool:
        """Whether the newest run here was of the review that is open now."""
        background = self.current.background
        return background is not None and background.folder == self.current.folder

    def _run_trouble(self) -> str:
        return self.current.background.trouble if self.current.background and self._own_run() else ""

    def press_start(self, _values: Mapping[str, str], _files: object) -> None:
        """Begin, or go on where the last run ended."""
        self.current.begin()

    def press_start_new(self, _values: Mapping[str, str], _files: object) -> None:
        """Begin today's review."""
        self.current.begin(new=True)

    def press_recheck(self, _values: Mapping[str, str], _files: object) -> None:
        """Ask again what could not be told."""
        self.current.begin(recheck=True)

    def press_afresh(self, _values: Mapping[str, str], _files: object) -> None:
        """Forget the practice review's facts and ask again; real facts are never thrown away from here."""
        self.current.begin(afresh=self.current.practice)

    def press_stop(self, _values: Mapping[str, str], _files: object) -> None:
        """End the run and keep what it found."""
        self.current.stop()

    def state(self) -> str:
        """See `Form.state`."""
        if self.current.register is None:
            return "no register is open"
        if self.current.running:
            return "running"
        return super().state()


def _notices(current: Current) -> tuple[str, ...]:
    """What a reader must know before any finding; while a run goes on it tells for itself."""
    return current.review.notices if current.review and not current.running else ()


def _found(review: Review) -> list[Finding]:
    """What speaks against a link that has been asked, the most harmful first."""
    asked = {id(told.finding) for told in review.links if told.visit is not None and told.verdict is not
             Verdict.NOT_CHECKED}
    return [finding for finding in findings_by_harm(review)
            if isinstance(finding.about, Link) and finding.severity >= Severity.CAUTION and id(finding) in asked]


def _time_left(seconds: float | None) -> str:
    if seconds is None:
        return "Working out how long it will take."
    minutes = round(seconds / 60)
    return "Less than a minute left." if minutes < 1 else f"About {counted(minutes, 'minute')} left."
