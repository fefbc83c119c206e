"""Findings that can be decided at once: the same complaint about several links of one site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review_kit.checks._addresses import site
from review_kit.deciding.offers import offered
from review_kit.model import LEFT, Action, Link, Outcome, Severity

AT_ONCE = (Action.SUGGESTION, Action.ASK, Action.NO_PROBLEM, Action.LATER)
"""Nobody can say of several pages at once that they looked at each, so `checked by hand and fine` is not among them."""


@dataclass(frozen=True, slots=True)
class Together:
    """Findings of one check about links of one site."""

    check: str
    site: str
    outcomes: tuple[Outcome, ...]

    @property
    def actions(self) -> tuple[Action, ...]:
        """What fits each of them."""
        return tuple(action for action in AT_ONCE if all(action in offered(each) for each in self.outcomes))


def together(outcomes: Iterable[Outcome]) -> tuple[Together, ...]:
    """Every group of two or more that are left to decide, the largest first. Dangers are decided one by one."""
    alike: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in _about_links(outcomes):
        about = outcome.finding.about
        if isinstance(about, Link):
            alike.setdefault((outcome.finding.check, site(about.url)), []).append(outcome)
    groups = (Together(check, host, tuple(found)) for (check, host), found in alike.items() if len(found) > 1)
    return tuple(sorted(groups, key=lambda group: (-len(group.outcomes), group.site, group.check)))


def _about_links(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        about = outcome.finding.about
        if outcome.state in LEFT and isinstance(about, Link) and about.url and (
                outcome.finding.severity < Severity.DANGER):
            yield outcome
