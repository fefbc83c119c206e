"""What stops a review: each error is one plain sentence that says what, where and what next.

ReviewKitError
├── RegisterError      the workbook cannot be read as a register
│   └── WorkbookRefused    a cell, sheet or file that we will not change, because something would be lost
├── ReviewFolderError  the review's folder cannot be used
├── BusyError          a file is open in another program, or changed since it was read
├── DecisionError      something cannot be decided as it was put
├── StoreError         comments and decisions cannot be kept or read
└── LabError           the notebooks cannot be opened

Raise one only when a person must act before the work can go on; anything less is a finding.
"""


class ReviewKitError(Exception):
    """The one base: `str()` of it is fit to show to a review lead as it stands."""

    def _render_traceback_(self) -> list[str]:
        """What IPython prints in a notebook: the sentence, and no traceback."""
        return [str(self)]


class RegisterError(ReviewKitError):
    """The workbook cannot be read as a register."""


class WorkbookRefused(RegisterError):
    """Changing the workbook would lose or break something in it, so it was left alone."""


class ReviewFolderError(ReviewKitError):
    """The folder of a review cannot be read or written."""


class BusyError(ReviewKitError):
    """A file is open elsewhere or has changed since it was read; nothing was overwritten."""


class DecisionError(ReviewKitError):
    """A decision lacks something, or does not fit its finding; nothing of it was kept."""


class StoreError(ReviewKitError):
    """The store of comments and decisions cannot be opened, read or written; what it says was saved is still there."""


class LabError(ReviewKitError):
    """JupyterLab could not be started or did not answer."""
