"""The findings as a workbook to decide in, and what it says when it is read back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import count
from pathlib import Path

from review_kit import disk, excel
from review_kit.deciding.in_rows import COLUMNS, DECISION, KEY, NEEDED, NOTE, ROLE, TEXT, RowRead, from_rows, to_rows
from review_kit.excel import FormColumn
from review_kit.model import Review
from review_kit.reports.addresses import dangers_of
from review_kit.reports.order import findings_by_harm
from review_kit.steps.folders import review_folder

SHEET = "Findings"
WORKBOOK = "decisions"
WIDTHS = dict(zip(COLUMNS, (10, 24, 30, 28, 28, 24, 22, 22, 24, 16, 44, 12, 16, 14), strict=True))
FILL_IN = frozenset({DECISION, TEXT, NOTE, ROLE})
NOTES = (
    (f"Each row is one finding of the review, the most harmful first. Choose what you decide in the column {DECISION}. "
    "Leave it blank where you have not decided yet."),
    f"For “Write another”, put the right address, number or words in the column {TEXT}.",
    f"For “Not a problem”, and for a danger that you checked by hand, say why in the column {NOTE}.",
    f"The column {ROLE} says in which role you decide, such as Leaving Care team. Do not write a name.",
    "You may sort, filter, hide columns and delete rows. Leave the last column as it is: by it the kit knows the row.",
    "Save the workbook, close it, and read it back in step 4. You are shown what it would do before anything is kept.",
)


def write_decision_workbook(review: Review, out: str | Path | None = None) -> Path:
    """Write the findings into a new workbook in the review's folder; one that is there already is left alone.

    Args:
        review: with its outcomes; what is decided already stands in its row.
        out: the review's folder.

    Returns:
        The workbook: `decisions.xlsx`, or `decisions 2.xlsx` and so on.

    Raises:
        ReviewFolderError: the folder cannot be written.
    """
    folder = disk.make_folder(review_folder(out, today=review.today))
    dangers = dangers_of(review)  # no reader of the workbook may make a link of a dangerous address
    as_they_are = FILL_IN | {KEY}
    rows = [({name: text if name in as_they_are else dangers.printed(text) for name, text in values.items()}, choices)
            for values, choices in to_rows(review, findings_by_harm(review))]
    columns = [FormColumn(name, WIDTHS[name], fill_in=name in FILL_IN) for name in COLUMNS]
    data = excel.form_workbook(
        columns, [values for values, _ in rows], sheet=SHEET, title="Findings to decide", notes=NOTES,
        choices_of={place: {DECISION: choices} for place, (_, choices) in enumerate(rows)},
        made_at=datetime.combine(review.today, time(), UTC))
    path = next(path for path in _names(folder) if not path.exists())
    excel.save_whole(data, path)
    return path


def newest_decision_workbook(folder: Path) -> Path | None:
    """The workbook of findings that was written last into a review's folder; None where there is none."""
    found = None
    for path in _names(folder):
        if not path.exists():
            return found
        found = path
    return found


def _names(folder: Path) -> Iterator[Path]:
    return (folder / f"{WORKBOOK}{f' {n}' if n > 1 else ''}.xlsx" for n in count(1))


def read_decision_workbook(path: str | Path, review: Review, *, today: date) -> tuple[RowRead, ...]:
    """What a workbook of findings asks for, row by row. Nothing is kept.

    Args:
        path: from `write_decision_workbook`, filled in.
        review: as it stands now.
        today: the day of the decisions.

    Raises:
        RegisterError: it is no such workbook; the sentence says what is missing.
    """
    rows = excel.read_form(path, sheet=SHEET, needed=NEEDED)
    return from_rows(((row.number, row.values) for row in rows), review, today, dangers_of(review).concern)
