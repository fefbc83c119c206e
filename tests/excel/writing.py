"""The shortest way to write a workbook in a test."""

from collections.abc import Sequence
from pathlib import Path

from review_kit.excel import write_workbook
from review_kit.model.review import Change, Receipt

from .packages import Made, unzipped


def write(
    made: Made, folder: Path, changes: Sequence[Change] = (), *, header: Sequence[str] = ("When", "What"),
    rows: Sequence[Sequence[str]] = (), modified_at: str = "", modified_by: str = "", log_sheet: str = "Change log",
) -> tuple[Receipt, bytes]:
    """Write changes into a hand-made workbook; give the receipt and the new file's bytes."""
    target = folder / "new.xlsx"
    receipt = write_workbook(
        made.save(folder), target, sheet="Services", header_row=1, changes=changes, log_sheet=log_sheet,
        log_header=header, log_rows=rows, modified_at=modified_at, modified_by=modified_by,
    )
    return receipt, target.read_bytes()


def changed_parts(made: Made, data: bytes) -> set[str]:
    """The parts that differ between the two, new ones included."""
    before, after = unzipped(made.data()), unzipped(data)
    assert list(after)[:len(before)] == list(before)
    return {name for name in after if before.get(name) != after[name]}
