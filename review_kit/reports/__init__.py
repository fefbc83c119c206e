"""Reports: one file for each format. A module here that holds `REPORT` is a report; nothing else registers it."""

from collections.abc import Callable
from dataclasses import dataclass

from review_kit._discover import constants
from review_kit.model import Review

REVIEW_PAGE, CALL_SHEET, YOU_SAID = "review.html", "call_sheet.html", "you_said_we_did.html"
"""The pages that people open by themselves."""


@dataclass(frozen=True, slots=True)
class Report:
    """A format: the file's name inside the review's folder, and the pure function that makes its bytes.

    `quotes` says whether words of young people may stand in it: a withdrawal must reach such a file.
    """

    file_name: str
    render: Callable[[Review], bytes]
    quotes: bool = False


def all_reports() -> tuple[Report, ...]:
    """Every report of the folder, in the order of their file names."""
    return tuple(sorted(constants(__name__, "REPORT", Report), key=lambda report: report.file_name))
