"""Write the register, whole or not at all, and the reports."""

from dataclasses import replace
from pathlib import Path

from review_kit import disk, excel
from review_kit.changes import (
    BY,
    CHANGE_LOG,
    LOG_COLUMNS,
    changes,
    log_rows,
    new_columns,
    placed,
    refused_changes,
    whole_cells,
    without_refused,
)
from review_kit.errors import BusyError, ReviewFolderError, StoreError, WorkbookRefused
from review_kit.model import Cell, CellText, Change, Hearing, Plan, Receipt, Review
from review_kit.reports import CALL_SHEET, all_reports
from review_kit.steps.folders import SHIPPED_REGISTER, review_folder
from review_kit.steps.reaching import REPORT, whole_path
from review_kit.store import Store


def write_register(review: Review, out: str | Path | None = None, *, in_place: bool = False) -> Receipt:
    """Write the updated register into the review's folder; no published cell changes without a decision.

    Args:
        review: from `check`.
        out: the review's folder.
        in_place: also put it in the place of the lead's own file, after a dated backup beside it, if a cell changes.

    Returns:
        What was written, and where the backup is.

    Raises:
        BusyError: the lead's file is open elsewhere, or has changed since it was read.
        ReviewFolderError: the folder is the one that the lead's own file stands in, under the same name.
        WorkbookRefused: the file cannot be changed without loss; the folder then holds a copy as it was.
    """
    register, source = review.register, Path(review.register.path)
    target = disk.make_folder(review_folder(out, today=review.today)) / SHIPPED_REGISTER.name
    if target.resolve() == source.resolve():
        raise ReviewFolderError(
            f"{source} was left as it was: it stands where the updated register would be written. "
            "Choose another folder with --out; --in-place then puts the update in its place, with a backup.")
    excel.check_unchanged(source, register.sha256)
    receipt = _updated(review, source, target)
    if in_place and receipt.cells_changed:
        _not_open(source, target)
        backup = excel.back_up(source, today=review.today)
        excel.save_whole(target.read_bytes(), source)
        receipt = replace(receipt, path=str(source), backup=str(backup))
    return receipt


def _not_open(source: Path, target: Path) -> None:
    """Whoever has the file open would write over it with the next save, on systems that let us replace it at all."""
    if owner := excel.owner_of(source):
        raise BusyError(
            f"{source.name} was left as it was: {owner} seems to have it open. The updated register is {target}. "
            f"Have it closed and try again; if nobody has it open, delete the small file ~${source.name} beside it.")


def plan(review: Review) -> Plan:
    """What `write_register` would write: every change with what stands there, what will, and why. Nothing is written.

    Raises:
        RegisterError: the register's file cannot be read any more.
    """
    return _planned(review)[0]


def _planned(review: Review) -> tuple[Plan, tuple[Change, ...]]:
    """What would be written, as a person reads it and as the workbook takes it."""
    register, source = review.register, Path(review.register.path)
    workbook, wanted = excel.read_workbook(source), changes(review)
    columns = excel.place_columns(workbook, register.sheet, register.header_row, new_columns(wanted))
    wanted = placed(wanted, register, columns)
    headers = {number: name for name, number in register.columns.items()}

    def text_of(cell: Cell) -> CellText:
        sheet = workbook.sheet(cell.sheet)
        return sheet.at(cell.row, cell.column) if sheet else CellText(cell, "")

    own = workbook.sheet(register.sheet)
    refused = dict(refused_changes(review, lambda row: own is None or not own.rows.get(row)))
    possible = without_refused(wanted, set(refused), register)
    cells, moved_on = whole_cells(possible, text_of, lambda cell: headers.get(cell.column, ""))
    refused |= moved_on | excel.refused_changes(source, cells, sheet=register.sheet, header_row=register.header_row)
    kept = without_refused(wanted, set(refused), register)
    stay = {(change.cell, change.column) for change in kept}
    # Of an entry that is not assured after all, the workbook must not say that it is.
    cells = tuple(change for change in cells if (change.cell, change.column) in stay)
    return Plan(kept, tuple(dict.fromkeys(refused.values()))), cells


def _updated(review: Review, source: Path, target: Path) -> Receipt:
    register, (planned, cells) = review.register, _planned(review)
    day = review.today.isoformat()
    try:
        receipt = excel.write_workbook(
            source, target, sheet=register.sheet, header_row=register.header_row, changes=cells,
            log_sheet=CHANGE_LOG, log_header=LOG_COLUMNS, log_rows=log_rows(planned.changes, day),
            modified_at=f"{day}T00:00:00Z", modified_by=BY)
    except WorkbookRefused:
        # The review's folder always holds a register: as it was, where it could not be updated.
        excel.save_whole(source.read_bytes(), target)
        raise
    return replace(receipt, refused=planned.refused)


def write_reports(review: Review, out: str | Path | None = None, *, store: Store | None = None) -> tuple[Path, ...]:
    """Write every report into the review's folder, each whole or not at all.

    Args:
        review: from `check`.
        out: the review's folder.
        store: where the review's views are from. What forums said is read from it anew, for a view may have been
            withdrawn since; and it remembers the reports that may quote one, so that a later withdrawal reaches them.

    Returns:
        The reports' paths.

    Raises:
        StoreError: the store cannot be read or added to, or there are views and no store; no report is written.
    """
    folder = disk.make_folder(review_folder(out, today=review.today))
    if store is None:
        if review.hearing.views:
            raise StoreError("No report was written: this review holds what young people said, and nothing would "
                             "remember where the reports are. Hand over the store with the review.")
        return _written(review, folder)
    while True:
        hearing = _heard(review, folder, store)
        files = _written(replace(review, hearing=hearing), folder)
        # A view that was withdrawn while the reports were being written would stand in them.
        if set(hearing.views) <= set(store.exchange.hearing().views):
            return files


def _written(review: Review, folder: Path) -> tuple[Path, ...]:
    files = {report: folder / report.file_name for report in all_reports()}
    for report, path in files.items():
        excel.save_whole(report.render(review), path)
    return tuple(files.values())


def _heard(review: Review, folder: Path, store: Store) -> Hearing:
    """What forums said, as it stands now; the reports that will quote it are remembered before it is read."""
    if store.exchange.hearing().views:
        for report in (each for each in all_reports() if each.quotes):
            store.exchange.wrote(str(whole_path(folder / report.file_name)), REPORT, today=review.today)
    return store.exchange.hearing()


def write_call_sheet(review: Review, out: str | Path | None = None) -> Path:
    """Write the sheet of numbers to ring into the review's folder, to be printed before anything is decided.

    Raises:
        ReviewFolderError: the folder cannot be written.
    """
    folder = disk.make_folder(review_folder(out, today=review.today))
    report = next(each for each in all_reports() if each.file_name == CALL_SHEET)
    excel.save_whole(report.render(review), folder / report.file_name)
    return folder / report.file_name
