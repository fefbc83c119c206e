"""The four answers, and the day to reply by."""

from datetime import date

import pytest

from review_kit.asking import ANSWERS, reply_day
from review_kit.model import OF_A_REPLY


def test_the_answers_are_those_of_the_model_in_its_order() -> None:
    """What a provider ticks is what the store can hold."""
    assert tuple(ANSWERS) == OF_A_REPLY


@pytest.mark.parametrize(("today", "day"), [
    (date(2026, 3, 2), date(2026, 3, 30)), (date(2026, 3, 7), date(2026, 4, 6)), (date(2026, 3, 8), date(2026, 4, 6)),
])  # fmt: skip
def test_a_provider_has_four_weeks_and_no_weekend_ends_them(today: date, day: date) -> None:
    """Saturday and Sunday become Monday, a bank holiday among them; 6 April 2026 is Easter Monday."""
    assert reply_day(today) == day


def test_the_time_to_reply_can_be_another() -> None:
    """In days."""
    assert reply_day(date(2026, 3, 2), days=14) == date(2026, 3, 16)
