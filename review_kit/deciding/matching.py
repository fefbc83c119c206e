"""Which decision belongs to which finding, and whether it still holds.

A decision is known by the service's key, the check and the words in question, so it stays when rows move. It holds
until what it was based on changes, or the next review of its service falls due (the design's rule).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from review_kit.assurance import cycle_months, due_on
from review_kit.dates import months_after, prose_date, read_date
from review_kit.model import Action, Contact, Decision, Finding, Key, Link, Register, Service, Settings

CHANGED: Mapping[str, str] = {
    "status": "The site answers in another way now.",
    "final_url": "The link leads to {now} now; it led to {then}.",
    "title": "The page is called “{now}” now; it was called “{then}”.",
    "failure": "It fails in another way now: {now}.",
    "certificate": "The site's security certificate is another one now.",
    "text": "The words are others now: “{now}”.",
    "suggestion": "Another address is suggested now: {now}.",
    "provider": "The provider is another one now.",
    "assured_on": "“Assured on” says something else now.",
}
"""What a decision rested on -> why it came back. Any other name has the words of `OTHERWISE`."""
OTHERWISE = "What it rested on has changed: {name} is “{now}” now; it was “{then}”."
NOTHING = "(nothing)"
FELL_DUE = "The next review fell due on {day}."
NO_ANSWER = "The provider was asked four weeks ago or more, and no answer is on record."
WAIT_DAYS = 28
"""A provider who was asked has four weeks; then the question comes back."""


def key_of(finding: Finding, columns: Mapping[int, str]) -> Key:
    """What a decision on a finding is about.

    Args:
        finding: of any kind.
        columns: the register's headers by column number, which name what is about one cell of an entry.
    """
    if finding.service is None:
        return "", finding.check, f"{finding.cell}: {finding.what_we_saw}"
    return finding.service.key, finding.check, _about(finding, finding.service, columns)


def _about(finding: Finding, service: Service, columns: Mapping[int, str]) -> str:
    if isinstance(finding.about, Link):
        return finding.about.url or finding.about.as_written
    if isinstance(finding.about, Contact):
        return finding.about.normalised or finding.about.as_written
    return "" if finding.cell == service.cell else columns.get(finding.cell.column, "")


def headers_by_number(register: Register) -> Mapping[int, str]:
    """The register's headers by their column's number."""
    return {number: name for name, number in register.columns.items()}


def due_of(decision: Decision, service: Service | None, settings: Settings) -> date:
    """The last day on which a decision holds: its service's cycle, or an earlier `Next review due` after it."""
    day = read_date(decision.decided_on) or date.min
    if decision.action is Action.ASK:
        return day + timedelta(days=WAIT_DAYS)
    if service is None:
        return months_after(day, settings.review_cycle_months)
    ends = (months_after(day, cycle_months(service, settings)), due_on(service, settings),
            read_date(service.value("Next review due")))
    return min(end for end in ends if end is not None and end > day)


class Matching:
    """The decisions of a register, found by what they are about."""

    def __init__(self, register: Register, decisions: Iterable[Decision], today: date) -> None:
        self._settings, self._today = register.settings, today
        self._by_key: dict[Key, list[Decision]] = {}
        self._retired: dict[str, Decision] = {}
        for decision in decisions:
            if decision.undone_on:
                continue
            self._by_key.setdefault(decision.key, []).append(decision)
            if decision.action is Action.RETIRE and decision.service_key:
                self._retired.setdefault(decision.service_key, decision)

    def retired(self, service: Service) -> Decision | None:
        """The decision to retire a service, which holds until it is undone."""
        return self._retired.get(service.key)

    def of(self, key: Key) -> Sequence[Decision]:
        """Every decision about a thing that was not undone, the newest first."""
        return self._by_key.get(key, ())

    def holding(self, key: Key, service: Service) -> Decision | None:
        """The newest decision about a thing, where it has not fallen due; what it rested on is not looked at."""
        newest = next(iter(self.of(key)), None)
        return newest if newest is not None and self._today <= due_of(newest, service, self._settings) else None

    def match(self, key: Key, finding: Finding, is_others: Callable[[Decision], bool]) -> tuple[Decision | None, str]:
        """The decision about a finding, and why it came back: '' where it holds.

        Args:
            key: of the finding.
            finding: it.
            is_others: whether a decision fits another finding about the same thing to the letter.
        """
        about = self.of(key)
        exact = next((d for d in about if not _changed(d, finding)), None)
        decision = exact or next((d for d in about if not is_others(d)), None)
        if decision is None:
            return None, ""
        due = due_of(decision, finding.service, self._settings)
        if self._today > due:
            return decision, NO_ANSWER if decision.action is Action.ASK else FELL_DUE.format(day=prose_date(due))
        return decision, _changed(decision, finding)


def fits(decision: Decision, finding: Finding) -> bool:
    """Whether what a decision rested on is still so."""
    return not _changed(decision, finding)


def _changed(decision: Decision, finding: Finding) -> str:
    """What of a decision's basis has changed, in a sentence; '' where nothing has.

    Names that only one of the two has are left out: another version of the kit may rest a check on more.
    """
    now = dict(finding.basis)
    for name, then in decision.basis:
        if name in now and now[name] != then:
            words = CHANGED.get(name, OTHERWISE)
            return words.format(name=name.replace("_", " "), now=now[name] or NOTHING, then=then or NOTHING)
    return ""
