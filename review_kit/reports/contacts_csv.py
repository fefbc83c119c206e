"""`contacts.csv`: one row for each phone number, email address and named person, in the register's order."""

from collections.abc import Iterator

from review_kit.model import ContactVerdict, ContactVerdictFor, Review
from review_kit.reports import Report
from review_kit.reports.csv_file import csv_bytes
from review_kit.reports.words import contact_saw

COLUMNS = (
    "service_id", "section", "service", "cell", "kind", "as_written", "normalised", "verdict", "check", "what_we_saw",
    "what_to_do", "suggestion", "checked_at",
)  # fmt: skip


def _judged(told: ContactVerdictFor) -> tuple[str, ...]:
    finding = told.finding
    if finding is None:
        return told.verdict, "", contact_saw(told), "", ""
    return told.verdict, finding.check, finding.what_we_saw, finding.what_to_do, finding.suggestion


def _row(told: ContactVerdictFor, today: str) -> tuple[str, ...]:
    service, contact = told.service, told.contact
    written = (service.key, service.section, service.name, str(contact.cell))
    checked_at = "" if told.verdict is ContactVerdict.NOT_CHECKED else today
    return (*written, contact.kind, contact.as_written, contact.normalised, *_judged(told), checked_at)


def rows(review: Review) -> Iterator[tuple[str, ...]]:
    """The rows as data: no cell is guarded yet. A contact is judged on the review's day, and nobody is called."""
    today = review.today.isoformat()
    return (_row(told, today) for told in review.contacts)


def render(review: Review) -> bytes:
    """The file; a phone number's leading plus is guarded (`csv_file.guard`)."""
    return csv_bytes(COLUMNS, rows(review))


REPORT = Report("contacts.csv", render)
