"""The reports compared whole, as people get them.

`REVIEW_KIT_RENEW=1 pytest tests/reports` writes the files anew; read the difference before it is committed.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import review_kit
from review_kit.model import Review
from review_kit.reports import contacts_csv, findings_csv, links_csv, review_html

from . import reviews

GOLDEN = Path(__file__).parent / "golden"
REPORTS = (contacts_csv.REPORT, findings_csv.REPORT, links_csv.REPORT, review_html.REPORT)
REVIEWS = (reviews.every_verdict, reviews.practice, reviews.no_network, reviews.nothing_found, reviews.hostile)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.file_name)
@pytest.mark.parametrize("make", REVIEWS, ids=lambda make: make.__name__)
def test_report_is_as_agreed(
    make: Callable[[], Review], report: review_kit.reports.Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each report of each review is the agreed file, byte for byte."""
    monkeypatch.setattr(review_kit, "__version__", "0.0")
    golden = GOLDEN / f"{make.__name__}.{report.file_name}"
    made = report.render(make())
    if os.environ.get("REVIEW_KIT_RENEW"):
        golden.write_bytes(made)
    assert made.decode() == golden.read_bytes().decode()


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.file_name)
def test_same_review_gives_same_bytes(report: review_kit.reports.Report) -> None:
    """A review that is made and printed again gives the same bytes."""
    assert report.render(reviews.every_verdict()) == report.render(reviews.every_verdict())


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.file_name)
def test_order_of_findings_does_not_matter(report: review_kit.reports.Report) -> None:
    """The order in which checks hand over their findings leaves no trace in a report."""
    from dataclasses import replace

    review = reviews.every_verdict()
    assert report.render(replace(review, findings=review.findings[::-1])) == report.render(review)
