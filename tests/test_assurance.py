"""When an entry was assured and how long that holds."""

from datetime import date

import pytest

from review_kit.assurance import assured_now, assured_on, cycle_months, due_on
from review_kit.model import Settings

from .checks import facts as make

DAY = date(2026, 11, 21)


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
