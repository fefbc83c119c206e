"""What was decided, what came back and why, and which entries are assured by it."""

from collections import Counter
from dataclasses import dataclass

from review_kit.deciding import Standing, standings
from review_kit.model import LEFT, Outcome, Review, State
from review_kit.reports.words import counted, listed


@dataclass(frozen=True, slots=True)
class WhatWasDecided:
    """The part of a report that tells of decisions; empty where nothing was decided yet."""

    in_words: str = ""
    came_back: tuple[Outcome, ...] = ()
    holds: tuple[Outcome, ...] = ()
    assured: tuple[Standing, ...] = ()
    not_assured: tuple[Standing, ...] = ()


def decided(review: Review) -> WhatWasDecided:
    """What stands beside the findings of a review, in the findings' order of harm."""
    if not review.decided.decisions:
        return WhatWasDecided()
    outcomes = sorted(review.outcomes, key=lambda o: (-o.finding.severity, o.finding.cell, o.finding.check))
    stand = standings(review)
    return WhatWasDecided(
        _in_words(review), tuple(o for o in outcomes if o.state is State.CAME_BACK),
        tuple(o for o in outcomes if o.decision is not None and o.state in {State.DECIDED, State.WAITING}),
        tuple(s for s in stand if s.assured), tuple(s for s in stand if not s.assured))


def _in_words(review: Review) -> str:
    states = Counter(outcome.state for outcome in review.outcomes)
    told = [f"{counted(states[State.DECIDED], 'finding')} decided"]
    told += [f"{states[State.WAITING]} waiting for a provider"] if states[State.WAITING] else []
    told += [f"{counted(states[State.CAME_BACK], 'decision')} that came back"] if states[State.CAME_BACK] else []
    return f"{listed(told)}; {sum(states[state] for state in LEFT)} left to decide.".capitalize()
