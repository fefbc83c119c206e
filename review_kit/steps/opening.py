"""Open a register."""

from collections.abc import Sequence
from pathlib import Path

from review_kit import excel
from review_kit.model import Candidate, Register
from review_kit.rows import read_register, with_candidates
from review_kit.steps.folders import SHIPPED_REGISTER


def open_register(path: str | Path = SHIPPED_REGISTER, *, sheet: str = "",
                  candidates: Sequence[Candidate] = ()) -> Register:
    """Open a register and find its services, links and contacts, each with its cell.

    Args:
        path: the workbook; it is read and closed again, never changed.
        sheet: the sheet to read; by default `Services`, or the one that looks like a register.
        candidates: services that may be decided on and not in the workbook yet; they stand below all others.

    Raises:
        RegisterError: it is no register that can be read; the message says what, where and what next.
    """
    register = read_register(excel.read_workbook(path), sheet=sheet)
    last = max(service.cell.row for service in register.services)
    return with_candidates(register, candidates, first_row=last + 1)
