"""Where a change of one column of an entry stands."""

from review_kit.model import Cell, Register, Service

NO_COLUMN = 0
"""Stands for a column that is still to be made."""


def cell_of(register: Register, service: Service, column: str) -> Cell:
    """The entry's cell in a column; in column 0 where the register does not have it yet."""
    return Cell(register.sheet, service.cell.row, register.columns.get(column, NO_COLUMN))
