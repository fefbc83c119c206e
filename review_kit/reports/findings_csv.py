"""`findings.csv`: one row for each finding of any kind, in the order of harm."""

from collections.abc import Iterator

from review_kit.model import Finding, Review
from review_kit.reports import Report
from review_kit.reports.csv_file import csv_bytes
from review_kit.reports.order import findings_by_harm

COLUMNS = (
    "service_id", "section", "service", "cell", "check", "severity", "what_we_saw", "what_to_do", "suggestion",
    "evidence",
)  # fmt: skip


def _row(finding: Finding) -> tuple[str, ...]:
    service = finding.service
    about = (service.key, service.section, service.name) if service else ("", "", "")
    told = (finding.what_we_saw, finding.what_to_do, finding.suggestion, finding.evidence)
    return (*about, str(finding.cell), finding.check, finding.severity.word, *told)


def rows(review: Review) -> Iterator[tuple[str, ...]]:
    """The rows as data: no cell is guarded yet. What is about no one service stands last of its severity."""
    return map(_row, findings_by_harm(review))


def render(review: Review) -> bytes:
    """The file."""
    return csv_bytes(COLUMNS, rows(review))


REPORT = Report("findings.csv", render)
