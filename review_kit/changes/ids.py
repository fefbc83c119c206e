"""The `Service ID` of entries that have none, so that decisions stay with a service when rows move."""

from collections.abc import Iterator

from review_kit.changes.log import BY
from review_kit.changes.places import cell_of
from review_kit.model import Change, Review

WHY = "A name that stays with this service when rows move, so that decisions stay with it too."


def changes(review: Review) -> Iterator[Change]:
    """One for each entry without an ID; one that an entry has is never changed."""
    for service in review.register.services:
        if not service.value("Service ID"):
            yield Change(service, cell_of(review.register, service, "Service ID"), "Service ID", "", service.key,
                         by=BY, why=WHY)
