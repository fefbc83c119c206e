"""Days as people write and read them."""

from datetime import date, timedelta

import pytest

from review_kit.dates import months_after, prose_date, prose_moment, read_date

DAY = date(2026, 11, 21)


@pytest.mark.parametrize("text", [
    "2026-11-21", "2026-11-21 00:00:00", "2026-11-21T09:30", "21/11/2026", "21.11.2026", "21 11 2026",
    "21 November 2026", "21 Nov 2026", "21st November 2026", "21 Nov. 2026", "21 November, 2026", "21 NOVEMBER 2026",
    "21 november 2026", "  21/11/2026 ", "21  Nov  2026",
])
def test_a_day_as_british_registers_write_it_is_read(text: str) -> None:
    """Excel's own dates and those that people type come to the same day."""
    assert read_date(text) == DAY


@pytest.mark.parametrize("text", [
    "", "  ", "soon", "November 2026", "2026", "21/11/26", "11/21/2026", "31/02/2026", "2026-13-01", "29/02/2026",
    "0/1/2026", "21 Smarch 2026", "0000-01-01", "20261121", "21/11/2026 or so", "32 December 2026", "46347",
    "21/11/2026; 22/11/2026",
])
def test_what_is_no_day_or_could_be_two_is_not_guessed(text: str) -> None:
    """A day that no calendar has, a year of two digits, an American order: none is read."""
    assert read_date(text) is None


@pytest.mark.parametrize(("day", "month"), [(1, 2), (12, 11), (3, 10)])
def test_the_day_stands_before_the_month(day: int, month: int) -> None:
    """Where both orders make a day, it is the British one."""
    assert read_date(f"{day}/{month}/2026") == date(2026, month, day)


@pytest.mark.parametrize(("day", "months", "then"), [
    (date(2026, 1, 31), 1, date(2026, 2, 28)), (date(2024, 1, 31), 1, date(2024, 2, 29)),
    (date(2024, 2, 29), 12, date(2025, 2, 28)), (date(2026, 11, 21), 12, date(2027, 11, 21)),
    (date(2026, 12, 1), 1, date(2027, 1, 1)), (date(2026, 11, 30), 3, date(2027, 2, 28)),
    (date(9999, 12, 1), 12, date.max), (date(9999, 11, 30), 600, date.max),
])
def test_months_later_is_the_same_day_or_the_months_last(day: date, months: int, then: date) -> None:
    """A short month ends sooner; the calendar's own end is the latest day there is."""
    assert months_after(day, months) == then


def test_months_later_moves_the_month_and_never_past_it() -> None:
    """For every day of four years and every cycle to two years: the right month, and no later day of it."""
    for offset in range(0, 1461, 3):
        day = date(2024, 1, 1) + timedelta(offset)
        for months in (1, 3, 6, 12, 24):
            then = months_after(day, months)
            assert (then.year - day.year) * 12 + then.month - day.month == months
            assert then.day <= day.day
            assert then.day == day.day or (then + timedelta(1)).day == 1


def test_a_report_prints_a_day_as_people_say_it() -> None:
    """No nought before the day and the month in words; and what is printed can be read again."""
    assert prose_date(date(2026, 3, 1)) == "1 March 2026"
    assert prose_moment("2026-11-21T14:05:09.123Z") == "21 November 2026 at 14:05 UTC"
    assert all(read_date(prose_date(DAY + timedelta(days=n))) == DAY + timedelta(days=n) for n in range(0, 400, 13))
