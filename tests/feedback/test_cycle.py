"""What belongs to this review: meetings of one cycle before its day."""

from datetime import date

import pytest

from review_kit.feedback.cycle import begins_after, this_cycle
from review_kit.model import Hearing

from . import made

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(("day", "belongs"), [
    ("2026-11-21", True), ("2025-11-22", True), ("2025-11-21", False), ("2026-11-22", False), ("", False),
    ("soon", False),
])  # fmt: skip
def test_a_meeting_belongs_to_the_review_by_its_day(day: str, belongs: bool) -> None:
    """A year to the day belongs to the review before; what is still to come, or has no day, to none."""
    heard = this_cycle(Hearing((made.session(1, day),), (made.view(1, "Invented"),)), today=TODAY, months=12)
    assert (len(heard.sessions), len(heard.views)) == ((1, 1) if belongs else (0, 0))


def test_a_view_without_a_meeting_counts_by_the_day_on_which_it_was_written_down() -> None:
    """Comments of before there were sessions have none."""
    views = (made.view(1, "New", at=0), made.view(2, "Old", at=0, recorded_on="2025-10-01"))
    heard = this_cycle(Hearing((), views, (made.answer("Fares"),)), today=TODAY, months=12)
    assert [view.said for view in heard.views] == ["New"]
    assert heard.responses


def test_a_slip_of_the_hand_in_a_year_stops_nothing() -> None:
    """Neither a day of the year 20 nor a cycle of fifty years is before the calendar."""
    assert begins_after(date(20, 1, 1), 600) == date.min
    assert begins_after(TODAY, 600) == date(1976, 11, 21)
