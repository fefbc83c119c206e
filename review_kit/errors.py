"""What stops a review: each error is one plain sentence that says what, where and what next.

ReviewKitError
├── RegisterError      the workbook cannot be read as a register
│   └── WorkbookRefused    a cell, sheet or file that we will not change, because something would be lost
├── ReviewFolderError  the review's folder cannot be used
├── BusyError          a file is open in another program, or changed since it was read
├── DecisionError      something cannot be decided as it was put
├── HearingError       a session or a view cannot be written down as it was put
│   ├── CodeError          what was typed is no code of a slip
│   └── UnknownCode        it may be a code, and nothing here was said under it
├── ExchangeError      a file of views cannot be written, read or taken in
├── StoreError         views and decisions cannot be kept or read
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


class HearingError(ReviewKitError):
    """A session, a view or an answer lacks something; what was typed still stands in its box."""


class CodeError(HearingError):
    """What was typed is no code of a slip: some sign is missing, or was taken for another."""


class UnknownCode(HearingError):
    """It may well be a code, and nothing here was said under it; it can be withdrawn anyway."""


class ExchangeError(ReviewKitError):
    """A file of views cannot be written where it was asked for, read, or taken in; the store is as it was."""


class StoreError(ReviewKitError):
    """The store of views and decisions cannot be opened, read or written; what it says was saved is still there."""


class LabError(ReviewKitError):
    """JupyterLab could not be started or did not answer."""
