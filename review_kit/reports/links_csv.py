"""`links.csv`: one row for each link in the register, whatever its verdict, in the register's order."""

from collections.abc import Iterator

from review_kit.model import LinkVerdict, Review
from review_kit.reports import Report
from review_kit.reports.csv_file import csv_bytes
from review_kit.reports.words import link_saw

COLUMNS = (
    "service_id", "section", "service", "cell", "as_written", "url", "verdict", "check", "what_we_saw", "what_to_do",
    "suggestion", "final_url", "status", "checked_at",
)  # fmt: skip


def _judged(told: LinkVerdict) -> tuple[str, ...]:
    finding = told.finding
    if finding is None:
        return told.verdict, "", link_saw(told), "", ""
    return told.verdict, finding.check, finding.what_we_saw, finding.what_to_do, finding.suggestion


def _visited(told: LinkVerdict) -> tuple[str, ...]:
    visit = told.visit
    if visit is None:
        return "", "", ""
    return visit.final_url, "" if visit.status is None else str(visit.status), visit.at


def _row(told: LinkVerdict) -> tuple[str, ...]:
    service, link = told.service, told.link
    written = (service.key, service.section, service.name, str(link.cell), link.as_written, link.url)
    return (*written, *_judged(told), *_visited(told))


def rows(review: Review) -> Iterator[tuple[str, ...]]:
    """The rows as data: no cell is guarded yet."""
    return map(_row, review.links)


def render(review: Review) -> bytes:
    """The file."""
    return csv_bytes(COLUMNS, rows(review))


REPORT = Report("links.csv", render)
