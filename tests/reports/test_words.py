"""The words that reports share."""

from datetime import date

import pytest

from review_kit.model import Contact, ContactKind, ContactVerdict, Severity, Verdict
from review_kit.reports import all_reports, words
from review_kit.reports.parts.calls import readable

from . import reviews


def test_every_verdict_and_severity_has_words() -> None:
    """No verdict, severity or kind of contact can reach a reader without a label and a meaning."""
    assert set(words.VERDICTS) == set(Verdict)
    assert set(words.CONTACT_VERDICTS) == set(ContactVerdict)
    assert set(words.SEVERITIES) == set(Severity)
    assert set(words.KINDS) == set(ContactKind)


def test_numbers_and_lists_read_as_prose() -> None:
    """One thing is singular, many are plural, and lists end in `and`."""
    assert [words.counted(n, "link") for n in (0, 1, 1200)] == ["0 links", "1 link", "1,200 links"]
    assert [words.listed(list(items)) for items in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]


def test_dates_read_as_prose() -> None:
    """A date is day, month, year, and a text that holds no date stays what it is."""
    assert words.prose_date(date(2026, 11, 1)) == "1 November 2026"
    assert words.prose_day_of("2026-11-21T10:05:00Z") == "21 November 2026"
    assert words.prose_day_of("last week") == "last week"


def test_title_of_a_service_is_its_first_line_cut_between_words() -> None:
    """A heading holds the first line of the area of support, and says so where it was cut."""
    assert words.shortened("\n  Safe   haven\nCall us") == "Safe haven"
    assert words.shortened("one two three", length=9) == "one two…"
    assert words.service_title(reviews.service(7, " ")) == "Row 7 (it names no area of support)"


@pytest.mark.parametrize(("normalised", "printed"), [
    ("+443069990123", "0306 999 0123"), ("116123", "116 123"), ("111", "111"), ("+353015550123", "+353 1 555 0123"),
    ("+nonsense", "+nonsense"), ("", "as written"),
])  # fmt: skip
def test_phone_numbers_are_printed_as_people_write_them(normalised: str, printed: str) -> None:
    """A UK number loses its country code, a foreign one keeps it, a short code is grouped, the rest stays."""
    assert readable(Contact(reviews.cell(2), ContactKind.PHONE, "as written", normalised)) == printed


def test_the_folder_is_the_registry() -> None:
    """The reports of this folder are found by themselves, each under its own file name."""
    names = [report.file_name for report in all_reports()]
    assert {"contacts.csv", "findings.csv", "links.csv", "review.html"} <= set(names)
    assert len(names) == len(set(names))
