"""Write a review's changes into a copy of the register: those cells, the log, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

from review_kit.errors import WorkbookRefused
from review_kit.excel.edition import Edition
from review_kit.excel.opening import open_package
from review_kit.excel.properties import renew_results, stamp
from review_kit.excel.prove import prove
from review_kit.excel.repack import repacked
from review_kit.excel.save import save_whole
from review_kit.model.review import Change, Receipt
from review_kit.model.workbook import Cell

_SHOWN = 3


def write_workbook(
    source: str | Path,
    target: str | Path,
    *,
    sheet: str,
    header_row: int,
    changes: Sequence[Change],
    log_sheet: str,
    log_header: Sequence[str],
    log_rows: Sequence[Sequence[str]],
    modified_at: str = "",
    modified_by: str = "",
) -> Receipt:
    """Write changes and log rows into a workbook.

    A change whose `old` is the address behind a cell's words gives the hyperlink the address `new`, or takes it away
    where `new` is '', and leaves the words. A change below `header_row` in a column that has no header yet makes the
    header, from its `column` (`place_columns` says which columns are free); a column that is to hold nothing yet is a
    change of its header cell. A change below the last row in use makes that row, and its cells look like those above. A
    table takes in the rows right below it and the columns right beside it, unless something stands in the way or its
    last row holds totals.

    All texts are written as texts, never as formulas; `new` = '' empties a cell. A day (`day`) is written as a date
    where the look of its cell, or the one that a new cell gets, shows numbers as days; else it is a text too.

    Args:
        source: the register as it was read.
        target: where the new one goes; the same path replaces it.
        sheet: the sheet whose columns may grow.
        header_row: its header row.
        changes: what each cell is to hold.
        log_sheet: the sheet of the log, made when missing.
        log_header: its columns, matched by name whatever their order and case.
        log_rows: one text for each column of `log_header`.
        modified_at: ISO 8601 in UTC, for the file's own properties where it has them; '' leaves them.
        modified_by: a name for the same.

    Returns:
        How many cells changed (headers made count, log rows do not), which parts of the file changed or came.

    Raises:
        WorkbookRefused: a cell cannot take its text, or the proof failed; nothing was saved.
        RegisterError: the source cannot be read.
        BusyError: another program holds the target; the sentence says where the new file is.
        ReviewFolderError: the target's folder cannot be written.
    """
    edition = Edition(open_package(Path(source)))
    edition.change(changes, sheet=sheet, header_row=header_row)
    if log_rows:
        edition.log(log_sheet, log_header, log_rows)
    if edition.refused:
        raise WorkbookRefused(_refusal(edition.draft.name, list(edition.refused.values())))
    draft = edition.draft
    data = draft.package.data
    if draft.changed or draft.added:
        renew_results(draft, edition.book)
        stamp(draft, modified_at=modified_at, modified_by=modified_by)
        data = repacked(draft)
    save_whole(data, target, prove=lambda written: prove(edition, written))
    return Receipt(
        str(target), len(edition.changed_cells), len(draft.package.entries) - len(draft.changed),
        (*draft.changed, *draft.added),
    )


def refused_changes(
    source: str | Path, changes: Sequence[Change], *, sheet: str, header_row: int,
) -> dict[Cell, str]:
    """Say which changes a workbook cannot take, without writing anything.

    Args:
        source: the register.
        changes: as for `write_workbook`.
        sheet: the sheet whose columns may grow.
        header_row: its header row.

    Returns:
        For each cell that would be refused, one plain sentence of why and what to do. Without those changes
        `write_workbook` takes the others.

    Raises:
        RegisterError: the source cannot be read; WorkbookRefused: nothing on the sheet can be changed.
    """
    edition = Edition(open_package(Path(source)))
    edition.change(changes, sheet=sheet, header_row=header_row)
    return edition.refused


def _refusal(name: str, reasons: list[str]) -> str:
    more = f" And {len(reasons) - _SHOWN} more cells." if len(reasons) > _SHOWN else ""
    return f"{name} was left as it is. {' '.join(reasons[:_SHOWN])}{more}"
