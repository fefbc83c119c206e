"""What a review writes into the register: what was decided, what that assures, and a Service ID where there is none.

Without a decision nothing that is published is changed. Each kind of change is a module of this folder.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from review_kit.changes import added, assured, decided, ids
from review_kit.changes.cells import whole_cells
from review_kit.changes.log import BY, CHANGE_LOG, LOG_COLUMNS, log_rows
from review_kit.changes.places import NO_COLUMN
from review_kit.model import REVIEW_COLUMNS, Cell, Change, Place, Register, Review

__all__ = ["ASSURANCE", "BY", "CHANGE_LOG", "LOG_COLUMNS", "changes", "log_rows", "new_columns", "placed",
           "refused_changes", "whole_cells", "without_refused"]  # fmt: skip

ASSURANCE = frozenset({"Assured on", "Assured by", "Next review due"})


def changes(review: Review) -> tuple[Change, ...]:
    """Every change that the review asks for. One for a column that is still to be made stands in column 0."""
    return tuple(_changes(review))


def _changes(review: Review) -> Iterator[Change]:
    assuring = tuple(assured.changes(review))
    held = {(change.service.place, change.column) for change in assuring if change.service is not None}
    others: Iterable[Change] = (*decided.changes(review), *added.changes(review), *ids.changes(review))
    for change in others:
        # A day that was mended by a decision gives way to the day on which the entry is assured anew.
        if change.service is None or (change.service.place, change.column) not in held:
            yield change
    yield from assuring


def refused_changes(review: Review, is_free: Callable[[int], bool]) -> Mapping[Cell, str]:
    """The cells that must not be written whatever the workbook can take, with a sentence for each.

    Args:
        review: with its outcomes.
        is_free: whether a row of the sheet holds nothing.
    """
    return {**decided.conflicts(review), **added.refused(review, is_free)}


def new_columns(wanted: Sequence[Change]) -> tuple[str, ...]:
    """The review columns that these changes need and the register lacks, in the order in which they are made."""
    names = {change.column for change in wanted if change.cell.column == NO_COLUMN}
    return tuple(name for name in REVIEW_COLUMNS if name in names)


def placed(wanted: Sequence[Change], register: Register, columns: Mapping[str, int]) -> tuple[Change, ...]:
    """The changes with the columns that are to be made for them: header -> number."""
    def place(change: Change) -> Change:
        if change.cell.column != NO_COLUMN:
            return change
        return replace(change, cell=Cell(register.sheet, change.cell.row, columns[change.column]))
    return tuple(map(place, wanted))


def without_refused(wanted: Sequence[Change], refused: AbstractSet[Cell], register: Register) -> tuple[Change, ...]:
    """The changes that can be made: none to a refused cell, and no assurance of an entry that keeps such a cell.

    An entry whose mended link could not be written still holds the old one, so nobody has assured what stands there.
    """
    unmended = {change.service.place for change in wanted if change.cell in refused and change.service is not None}
    unmended |= {service.place for service in register.services
                 if any(about.cell in refused for about in service.links_and_contacts)}
    return tuple(change for change in wanted if change.cell not in refused and not _left_out(change, refused, unmended))


def _left_out(change: Change, refused: AbstractSet[Cell], unmended: AbstractSet[Place]) -> bool:
    """Whether a change goes with another that is refused: the rest of a row that is not added, or an assurance."""
    service = change.service
    if service is None:
        return False
    return (bool(service.added) and service.cell in refused) or (
        change.column in ASSURANCE and service.place in unmended)
