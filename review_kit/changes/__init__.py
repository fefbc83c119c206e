"""What a review writes into the register: what was decided, what that assures, and a Service ID where there is none.

Without a decision nothing that is published is changed. Each kind of change is a module of this folder.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from review_kit.changes import added, assured, decided, ids
from review_kit.changes.cells import whole_cells
from review_kit.changes.log import BY, CHANGE_LOG, LOG_COLUMNS, log_rows
from review_kit.changes.places import NO_COLUMN
from review_kit.model import REVIEW_COLUMNS, Cell, Change, Register, Review

__all__ = ["ASSURANCE", "BY", "CHANGE_LOG", "LOG_COLUMNS", "changes", "log_rows", "new_columns", "placed",
           "whole_cells", "without_assurance_of_refused"]  # fmt: skip

ASSURANCE = frozenset({"Assured on", "Assured by", "Next review due"})


def changes(review: Review) -> tuple[Change, ...]:
    """Every change that the review asks for. One for a column that is still to be made stands in column 0."""
    return tuple(_changes(review))


def _changes(review: Review) -> Iterator[Change]:
    yield from decided.changes(review)
    yield from added.changes(review)
    yield from ids.changes(review)
    yield from assured.changes(review)


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


def without_assurance_of_refused(wanted: Sequence[Change], refused: AbstractSet[Cell]) -> tuple[Change, ...]:
    """The changes that can be made: none to a refused cell, and no assurance of an entry that keeps such a cell.

    An entry whose mended link could not be written still holds the old one, so nobody has assured what stands there.
    """
    unmended = {change.service.place for change in wanted if change.cell in refused and change.service is not None}
    return tuple(change for change in wanted if change.cell not in refused and not (
        change.column in ASSURANCE and change.service is not None and change.service.place in unmended))
