"""How long a link has been in trouble: one bad day is a passing fault, two are a state."""

from review_kit.checks._asked import Asked
from review_kit.model import Failure, Visit

DOWN = frozenset({Failure.TIMEOUT, Failure.REFUSED, Failure.RESET, Failure.UNREACHABLE})
DAYS = 2


def is_down(visit: Visit) -> bool:
    """Whether no page came: silence, a refusal, or a server's own fault."""
    return visit.failure in DOWN or (visit.failure is None and visit.status is not None and 500 <= visit.status < 600)


def days_down(a: Asked) -> tuple[str, ...]:
    """The days on which the link was down, back to its last answer; only looks that can be believed count."""
    days: list[str] = []
    believed = [visit for visit in a.facts.attempts(a.link.url) if a.facts.network_good(visit)]
    for visit in reversed(believed):
        if not is_down(visit):
            break
        days.append(visit.at[:10])
    return tuple(dict.fromkeys(reversed(days)))


def down_for_days(a: Asked) -> bool:
    """Whether the link, as it counts today, is down and was so on another day too."""
    return is_down(a.visit) and len(days_down(a)) >= DAYS
