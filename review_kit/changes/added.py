"""The rows of services that the lead decided to add."""

from collections.abc import Iterator

from review_kit.changes.log import BY
from review_kit.changes.places import cell_of
from review_kit.model import PUBLISHED_COLUMNS, Change, Review


def changes(review: Review) -> Iterator[Change]:
    """The five published columns of each added service, in a row of its own below all others."""
    for service in review.register.services:
        if not service.added:
            continue
        for column in PUBLISHED_COLUMNS:
            new = service.values.get(column, "")
            if new and column in review.register.columns:
                yield Change(service, cell_of(review.register, service, column), column, "", new,
                             by=review.decided.by or BY, why=f"A new service. It was missed by {service.added}.")
