"""When an entry was assured and how long that holds."""

from datetime import date, timedelta

import pytest

from review_kit.assurance import assured_now, assured_on, cycle_months, due_on, months_after, read_date
from review_kit.model import Settings

from .checks import facts as make

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


def test_a_crisis_service_has_the_shorter_cycle() -> None:
    """Both cycles stand in the sheet Settings."""
    settings = Settings(review_cycle_months=24, crisis_cycle_months=2)
    assert cycle_months(make.service(name="Choir"), settings) == 24
    assert cycle_months(make.service(name="Crisis line"), settings) == 2


def test_it_falls_due_when_the_cycle_ends() -> None:
    """An entry that nobody assured, or on a day that cannot be read, has no day on which it falls due."""
    assert due_on(make.service(values={"Assured on": "29/02/2024"}), make.SETTINGS) == date(2025, 2, 28)
    assert due_on(make.service(), make.SETTINGS) is None
    assert due_on(make.service(values={"Assured on": "soon"}), make.SETTINGS) is None
    assert assured_on(make.service(values={"Assured on": "soon"})) is None


@pytest.mark.parametrize(("today", "now"), [
    (date(2025, 11, 20), False), (date(2025, 11, 21), True), (date(2026, 11, 21), True), (date(2026, 11, 22), False),
])
def test_an_assurance_holds_from_its_day_to_the_day_it_falls_due(today: date, now: bool) -> None:
    """Both days are in it."""
    entry = make.service(values={"Assured on": "2025-11-21", "Assured by": "Leaving care team"})
    assert assured_now(entry, make.SETTINGS, today) is now


@pytest.mark.parametrize("by", ["", "  "])
def test_an_assurance_without_a_name_holds_for_nobody(by: str) -> None:
    """A day alone says nothing of who vouches."""
    entry = make.service(values={"Assured on": "2026-11-01", "Assured by": by})
    assert assured_now(entry, make.SETTINGS, make.TODAY) is False


@pytest.mark.parametrize(("written", "due"), [
    ("2026-06-01", date(2026, 6, 1)), ("2030-01-01", date(2027, 1, 5)), ("", date(2027, 1, 5)),
    ("soon", date(2027, 1, 5)),
])
def test_a_written_day_can_shorten_the_cycle_and_not_lengthen_it(written: str, due: date) -> None:
    """`Next review due` counts where it is earlier than the cycle in Settings ends."""
    values = {"Assured on": "2026-01-05", "Next review due": written}
    assert due_on(make.service(values=values), Settings()) == due
