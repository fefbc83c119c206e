"""The rows of services that the lead decided to add."""

from collections.abc import Callable, Iterator, Mapping

from review_kit.changes.log import BY
from review_kit.changes.places import cell_of
from review_kit.model import PUBLISHED_COLUMNS, Cell, Change, Review, Service


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


def refused(review: Review, is_free: Callable[[int], bool]) -> Mapping[Cell, str]:
    """Every cell of an added row that cannot stand where it would, with a sentence of why.

    Args:
        review: with the added services at the end of its register.
        is_free: whether a row of the sheet holds nothing.
    """
    found: dict[Cell, str] = {}
    last = next((service.section for service in reversed(review.register.services) if not service.added), "")
    for service in review.register.services:
        why = _why_not(review, service, last, is_free) if service.added else ""
        for column in (*PUBLISHED_COLUMNS, "Service ID") if why else ():
            found[cell_of(review.register, service, column)] = why
    return found


def _why_not(review: Review, service: Service, last_section: str, is_free: Callable[[int], bool]) -> str:
    if not is_free(service.cell.row):
        return (f"“{service.name}” was not added: row {service.cell.row}, below the last service, is not empty. "
                "Insert empty rows there in Excel, then write again.")
    if "Section" not in review.register.columns and service.section != last_section:
        return (f"“{service.name}” was not added: a row at the end would stand under “{last_section}”, not under "
                f"“{service.section}”. Add it by hand under its heading.")
    return ""
