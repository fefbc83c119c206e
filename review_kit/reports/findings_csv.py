"""`findings.csv`: one row for each finding of any kind, in the order of harm."""

from collections.abc import Iterator

from review_kit.model import RECORD, Review
from review_kit.reports import Report
from review_kit.reports.csv_file import csv_bytes
from review_kit.reports.order import findings_by_harm

COLUMNS = RECORD


def rows(review: Review) -> Iterator[tuple[str, ...]]:
    """The rows as data: no cell is guarded yet. What is about no one service stands last of its severity."""
    return (tuple(finding.record().values()) for finding in findings_by_harm(review))


def render(review: Review) -> bytes:
    """The file."""
    return csv_bytes(COLUMNS, rows(review))


REPORT = Report("findings.csv", render)
