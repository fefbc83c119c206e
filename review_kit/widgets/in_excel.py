"""Notebook 4: the findings as a workbook, for those who like to decide in Excel, and its decisions read back."""

import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path

from review_kit import steps
from review_kit.deciding.in_rows import RowRead
from review_kit.errors import DecisionError
from review_kit.model import Review
from review_kit.reports.words import counted, decided_words, service_title
from review_kit.widgets.choice import keep_upload
from review_kit.widgets.current import Current
from review_kit.widgets.form import Form


class DecideInExcel(Form):
    """Writes the workbook, reads it back, shows what it would do, and keeps that when asked to."""

    called = "Decide in Excel"
    template = "in_excel.html.j2"
    _path: Path | None = None
    _rows: tuple[RowRead, ...] | None = None
    """What was read, until it is kept or the review moves on."""
    _of: Review | None = None

    def __init__(self, current: Current, open_with: Callable[[str], bool] = webbrowser.open) -> None:
        self._open_with = open_with
        super().__init__(current)

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review, folder = self.current.review, self.current.folder
        if review is None or folder is None:
            return {}
        written = steps.newest_decision_workbook(folder)
        rows = self._rows if self._of is review else None
        good = [row for row in rows or () if row.decision is not None]
        return {"written": written, "read": rows is not None, "good": good, "words": decided_words,
                "bad": [row for row in rows or () if row.problem],
                "same": sum(row.decision is None and not row.problem for row in rows or ()),
                "path": self._path, "title": _title}

    def press_write(self, _values: Mapping[str, str], _files: object) -> None:
        """Write the findings into a new workbook in the review's folder.

        Raises:
            ReviewKitError: nothing was checked yet, or the folder cannot be written.
        """
        self._path = steps.write_decision_workbook(self._review(), self.current.folder)
        self._rows = None
        self.done = f"The findings are written into {self._path.name}."

    def press_open(self, _values: Mapping[str, str], _files: object) -> None:
        """Open the workbook that was written last.

        Raises:
            DecisionError: it could not be opened from here.
        """
        self._review()
        path = steps.newest_decision_workbook(self.current.folder) if self.current.folder else None
        if path is None or not self._open_with(path.resolve().as_uri()):
            raise DecisionError("The workbook could not be opened from here. Open it in Excel from where it is.")

    def press_read(self, _values: Mapping[str, str], files: tuple[tuple[str, bytes], ...]) -> None:
        """Read a workbook back, the one handed over or the one that was written last, and show what it would do.

        Raises:
            ReviewKitError: there is none, or it cannot be read.
        """
        review, self._rows = self._review(), None
        path = keep_upload(self.current.place, *files[0])[0] if files else (
            steps.newest_decision_workbook(self.current.folder) if self.current.folder else None)
        if path is None:
            raise DecisionError("There is no workbook of findings yet. Write one first, or choose a file.")
        self._rows = steps.read_decision_workbook(path, review, today=self.current.today)
        self._path, self._of = path, review

    def press_keep(self, _values: Mapping[str, str], _files: object) -> None:
        """Keep the decisions that were shown.

        Raises:
            ReviewKitError: the review has moved on since, or they could not be kept; then none was.
        """
        review = self._review()
        if self._rows is None or self._of is not review:
            raise DecisionError("The review has moved on since the workbook was read. Read it again, then keep it.")
        made = [row.decision for row in self._rows if row.decision is not None]
        self.current.keeping.decisions.add(made)
        bad = sum(bool(row.problem) for row in self._rows)
        self._rows = None
        self.current.took()
        self.done = f"Kept: {counted(len(made), 'decision')}." + (
            f" {counted(bad, 'row')} could not be kept; put them right and read the workbook again." if bad else "")

    def _review(self) -> Review:
        self.current.look()
        if self.current.review is None:
            raise DecisionError("Nothing was checked yet. Check links and contacts first, in notebook 2.")
        return self.current.review

    def state(self) -> str:
        """See `Form.state`."""
        return "a workbook of findings, for Excel" if self.current.review else super().state()


def _title(row: RowRead) -> str:
    service = row.outcome.finding.service if row.outcome else None
    return service_title(service) if service else ("The register as a whole" if row.outcome else "")
