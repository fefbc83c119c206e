"""Notebook 5: writing the updated register and the reports."""

import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path

from review_kit import steps
from review_kit.errors import LabError, ReviewKitError, StoreError
from review_kit.model import Receipt
from review_kit.reports import REVIEW_PAGE
from review_kit.reports.words import counted, listed
from review_kit.widgets.choice import Choice
from review_kit.widgets.current import Current
from review_kit.widgets.form import Form


class WriteForm(Form):
    """Writes, says where everything is, and opens it.

    `open_with` opens a file or folder on this computer, and says whether it could.
    """

    called = "Write form"
    template = "write.html.j2"
    _of: Choice | None = None
    """The register that was written; what was written of one is not shown with another."""
    _receipt: Receipt | None = None
    _written: tuple[Path, ...] = ()
    _writes = 0
    """How often was written: each time the choice to replace the person's own file is asked for anew."""

    def __init__(self, current: Current, open_with: Callable[[str], bool] = webbrowser.open) -> None:
        self._open_with = open_with
        super().__init__(current)

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        names = [path.name for path in self._written if path.suffix == ".csv"]
        receipt = self._receipt if self._of == self.current.choice else None
        return {"writes": self._writes, "may_replace": self._may_replace(), "receipt": receipt,
                "report": self._report(), "tables": listed(names) if names else ""}

    def _may_replace(self) -> bool:
        """A register that was handed over in the browser is a copy: the person's own file is out of reach."""
        current = self.current
        return current.choice is not None and not current.place.handed_over(current.path_of(current.choice))

    def _report(self) -> Path | None:
        return next((path for path in self._written if path.name == REVIEW_PAGE), None)

    def press_write(self, values: Mapping[str, str], _files: object) -> None:
        """Write the reports, then the register: a workbook that is open elsewhere must not cost a report.

        Raises:
            ReviewKitError: nothing was checked yet, or a file cannot be written; the sentence says which.
        """
        before = self.current.plan
        self.current.look()
        review, folder = self.current.review, self.current.folder
        if review is None or folder is None:
            raise ReviewKitError("Nothing was written: check the links first, in notebook 2.")
        try:
            store = self.current.keeping
        except StoreError as error:
            raise StoreError(f"Nothing was written, for your decisions cannot be read. {error}") from error
        if self.current.plan != before:  # what was shown; that a file was read again is nothing to ask about
            raise ReviewKitError("Nothing was written: the register or its review was changed meanwhile, by another "
                                 "program or page. Look at the changes above again, then press the button.")
        planned = len(self.current.plan.changes) if self.current.plan else 0
        self._writes += 1
        self._receipt, self._of = None, self.current.choice
        self._written = steps.write_reports(review, folder, store=store)
        self._receipt = steps.write_register(review, folder, in_place=values.get("in_place") == "yes")
        self.current.look()
        self.done = " ".join((f"The report and the register are written; {counted(planned, 'cell')} changed.",
                              *self._receipt.refused))

    def press_open_report(self, _values: Mapping[str, str], _files: object) -> None:
        """Show the report in the browser."""
        self._show(self._report())

    def press_open_folder(self, _values: Mapping[str, str], _files: object) -> None:
        """Show the review's folder."""
        self._show(self.current.folder)

    def _show(self, path: Path | None) -> None:
        if path is None or not self._open_with(path.resolve().as_uri()):
            raise LabError(f"It could not be opened from here. You find it at {path}.")
