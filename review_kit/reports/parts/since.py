"""What is new since the last review, what is still broken, and what was mended: by the address of each link."""

from dataclasses import dataclass

from review_kit.model import LEFT, LinkVerdict, Review, Severity, Verdict

BAD = frozenset({Verdict.BROKEN, Verdict.CHANGED})
GOOD = frozenset({Verdict.WORKING, Verdict.MOVED})


@dataclass(frozen=True, slots=True)
class Since:
    """The links that went bad, stayed bad or were mended since an earlier review, in the register's order."""

    on: str
    """The day of the earlier review; empty where there was none."""
    new: tuple[LinkVerdict, ...] = ()
    still: tuple[LinkVerdict, ...] = ()
    mended: tuple[LinkVerdict, ...] = ()


def since(review: Review) -> Since:
    """Compare with the newest earlier review; an address that it did not hold is nobody's old trouble."""
    earlier = review.facts.earlier
    if not earlier.on:
        return Since("")

    def was_bad(told: LinkVerdict) -> bool:
        return earlier.verdicts.get(_name(told)) in BAD

    held = [told for told in review.links if _name(told) in earlier.verdicts]
    return Since(
        earlier.on, new=tuple(told for told in held if told.verdict in BAD and not was_bad(told)),
        still=tuple(told for told in held if told.verdict in BAD and was_bad(told)),
        mended=tuple(told for told in held if told.verdict in GOOD and was_bad(told)))


def news(review: Review) -> tuple[LinkVerdict, ...]:
    """The links that are bad now, were not known to be and are not decided, the worst first: worth a message."""
    left = {(outcome.key[0], outcome.finding.about) for outcome in review.outcomes if outcome.state in LEFT}
    new = (told for told in review.links if told.verdict in BAD and (told.service.key, told.link) in left
           and review.facts.earlier.verdicts.get(_name(told)) not in BAD)
    return tuple(sorted(new, key=lambda told: -(told.finding.severity if told.finding else Severity.NOTE)))


def _name(told: LinkVerdict) -> str:
    """By what a link is known from year to year: its address, or its words where they are none."""
    return told.link.url or told.link.as_written
