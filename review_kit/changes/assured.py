"""`Assured on`, `Assured by` and `Next review due` of each entry in whose way nothing stands."""

from collections.abc import Iterator

from review_kit.assurance import assured_on
from review_kit.changes.places import cell_of
from review_kit.deciding import Standing, standings
from review_kit.model import DATE_COLUMNS, Change, Review

WHY = "Everything in the entry is working, answered or decided."


def changes(review: Review) -> Iterator[Change]:
    """Three for each entry that is assured anew; none where what it rests on is no newer than what stands there."""
    for standing in standings(review):
        before = assured_on(standing.service)
        if standing.on is not None and (before is None or before > review.today or standing.on > before):
            yield from _of(review, standing)


def _of(review: Review, standing: Standing) -> Iterator[Change]:
    service = standing.service
    values = {"Assured on": standing.on.isoformat() if standing.on else "", "Assured by": standing.by,
              "Next review due": standing.due.isoformat() if standing.due else ""}
    for column, new in values.items():
        old = service.value(column)
        if new != old:
            yield Change(service, cell_of(review.register, service, column), column, old, new, by=standing.by,
                         day=column in DATE_COLUMNS, evidence=standing.why, why=WHY)
