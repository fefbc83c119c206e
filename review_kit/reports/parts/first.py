"""What to do first: a short list for somebody who has ten minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from review_kit.model import LEFT, Review, Severity, Verdict
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
    if number := _left(review, Verdict.MOVED):
        yield Step(f"Accept the new address of {counted(number, 'link')} that moved.", target="links-moved")
    if number := _left(review, Verdict.BY_HAND):
        yield Step(f"Open {counted(number, 'link')} yourself: a program cannot tell.", target="links-by_hand")


def _left(review: Review, verdict: Verdict) -> int:
    """How many links of a verdict are left to decide; where nothing was decided yet, all of them."""
    if not review.decided.decisions:
        return review.count(verdict)
    left = {(o.key[0], o.finding.about) for o in review.outcomes if o.state in LEFT}
    return sum(told.verdict is verdict and (told.service.key, told.link) in left for told in review.links)


def _left_of(review: Review, groups: Iterable[Group]) -> Iterator[Group]:
    """The groups without what was decided already."""
    settled = {id(o.finding) for o in review.outcomes if o.state not in LEFT}
    for group in groups:
        yield replace(group, found=tuple(item for item in group.found if id(item.finding) not in settled))


def first_steps(review: Review, groups: Iterable[Group], calls: tuple[Call, ...]) -> tuple[Step, ...]:
    """Danger first, then what is broken, then what only a person can find out."""
    steps = list(_named(_left_of(review, groups)))
    if number := _left(review, Verdict.NOT_CHECKED):
        steps.append(Step(f"Check {counted(number, 'link')} again: from here we could not.",
                          target="links-not_checked"))  # fmt: skip
    if calls:
        steps.append(Step(f"Call {counted(len(calls), 'phone number')} that nobody has vouched for.", target="calls"))
    return (*steps, *_link_steps(review))
