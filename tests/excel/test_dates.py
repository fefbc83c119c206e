"""Dates in cells."""

import pytest

from review_kit.excel.dates import DateKind, date_kind, date_text, day_serial, iso_text


@pytest.mark.parametrize(("code", "kind"), [
    ("dd/mm/yyyy", DateKind.DAY), ("[$-809]dd mmmm yyyy;@", DateKind.DAY), ("mmm-yy", DateKind.DAY),
    ("mmmm", DateKind.DAY), ("d/m/yy h:mm", DateKind.BOTH), ("h:mm AM/PM", DateKind.TIME), ("mm:ss", DateKind.TIME),
    ("[h]:mm", DateKind.ELAPSED),
    ("General", DateKind.NONE), ("0.00", DateKind.NONE), ("[Red]0", DateKind.NONE), ('0 "days"', DateKind.NONE),
    ("0\\d", DateKind.NONE), ("_d0", DateKind.NONE), ("@", DateKind.NONE), ("#,##0;[Red]-#,##0", DateKind.NONE),
])
def test_a_format_tells_whether_it_shows_a_date(code: str, kind: DateKind) -> None:
    """Quoted words, colours and escaped letters are no part of a date."""
    assert date_kind(code) is kind


@pytest.mark.parametrize(("serial", "kind", "seen"), [
    (46347, DateKind.DAY, "2026-11-21"), (46347.604166667, DateKind.BOTH, "2026-11-21 14:30"),
    (1, DateKind.DAY, "1900-01-01"), (59, DateKind.DAY, "1900-02-28"), (61, DateKind.DAY, "1900-03-01"),
    (0.75, DateKind.TIME, "18:00"),
    (1.5, DateKind.ELAPSED, "36:00"), (46347.99999999, DateKind.BOTH, "2026-11-22 00:00"),
])
def test_a_serial_number_is_a_day(serial: float, kind: DateKind, seen: str) -> None:
    """Days are counted as Excel counts them, its false leap day of 1900 included."""
    assert date_text(serial, kind, since_1904=False) == seen


def test_the_1904_calendar_counts_from_its_own_first_day() -> None:
    """Workbooks from old Macs begin four years later."""
    assert date_text(44885, DateKind.DAY, since_1904=True) == "2026-11-21"


@pytest.mark.parametrize("serial", [-1, 60, 1e9, 1e300])
def test_a_day_that_never_was_is_refused(serial: float) -> None:
    """29 February 1900 is in Excel's calendar and in no other."""
    with pytest.raises(ValueError, match="no day"):
        date_text(serial, DateKind.DAY, since_1904=False)


def test_an_iso_date_drops_midnight() -> None:
    """Strict workbooks may hold a date as text."""
    assert iso_text("2026-11-21T00:00:00Z") == iso_text("2026-11-21") == "2026-11-21"
    assert iso_text("2026-11-21T14:30:00") == "2026-11-21 14:30"
    assert iso_text("PT0H12M0.000S") == "PT0H12M0.000S"


@pytest.mark.parametrize(("iso", "since_1900", "since_1904"), [
    ("2026-11-21", 46347, 44885), ("1904-01-01", 1462, 0), ("1903-12-31", 1461, None), ("1900-03-01", 61, None),
    ("1900-02-28", None, None), ("1899-12-31", None, None), ("9999-12-31", 2958465, 2957003),
])
def test_a_day_has_a_serial_number(iso: str, since_1900: int | None, since_1904: int | None) -> None:
    """None before March 1900, where programs count differently, or before the calendar begins."""
    assert day_serial(iso, since_1904=False) == since_1900
    assert day_serial(iso, since_1904=True) == since_1904
    if since_1900 is not None:
        assert date_text(since_1900, DateKind.DAY, since_1904=False) == iso


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "20261121", "2026-W47-6", "2026-11-21 14:30", "21/11/2026"])
def test_what_is_no_iso_day_has_no_serial_number(text: str) -> None:
    """It is a text."""
    assert day_serial(text, since_1904=False) is None
