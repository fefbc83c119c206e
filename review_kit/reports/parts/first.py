"""What to do first: a short list for somebody who has ten minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review_kit.model import Review, Severity, Verdict
from review_kit.reports.parts.calls import Call
from review_kit.reports.parts.groups import Group, Numbered
from review_kit.reports.words import counted, service_title

MOST = 10
"""How many findings the list names one by one; danger is always named."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `finding` is the one it is about, `target` the part of the report that it points to."""

    words: str
    finding: Numbered | None = None
    title: str = ""
    target: str = ""


def _named(groups: Iterable[Group]) -> Iterator[Step]:
    urgent = [(item, group) for group in groups for item in group.found if item.finding.severity >= Severity.BROKEN]
    urgent.sort(key=lambda pair: -pair[0].finding.severity)
    dangers = sum(item.finding.severity is Severity.DANGER for item, _ in urgent)
    shown = max(MOST, dangers)
    for item, group in urgent[:shown]:
        title = service_title(group.service) if group.service else "The register as a whole"
        yield Step(item.finding.what_to_do, item, title, f"finding-{item.number}")
    if (left := len(urgent) - shown) > 0:
        yield Step(f"Then the other {counted(left, 'broken entry', 'broken entries')} below.", target="findings")


def _link_steps(review: Review) -> Iterator[Step]:
    if number := review.count(Verdict.MOVED):
        yield Step(f"Accept the new address of {counted(number, 'link')} that moved.", target="links-moved")
    if number := review.count(Verdict.BY_HAND):
        yield Step(f"Open {counted(number, 'link')} yourself: a program cannot tell.", target="links-by_hand")


def first_steps(review: Review, groups: Iterable[Group], calls: tuple[Call, ...]) -> tuple[Step, ...]:
    """Danger first, then what is broken, then what only a person can find out."""
    steps = list(_named(groups))
    if number := review.count(Verdict.NOT_CHECKED):
        steps.append(Step(f"Check {counted(number, 'link')} again: from here we could not.",
                          target="links-not_checked"))  # fmt: skip
    if calls:
        steps.append(Step(f"Call {counted(len(calls), 'phone number')} that nobody has vouched for.", target="calls"))
    return (*steps, *_link_steps(review))
