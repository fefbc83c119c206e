"""What time it is, and how long a server asks us to wait."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit.web import Clock, StoppedClock

NOON = StoppedClock("2026-03-02T12:00:00.000Z")


@pytest.mark.parametrize(("said", "seconds"), [
    ("", None), ("0", 0.0), ("1", 1.0), (" 120 ", 120.0), ("3600", 3600.0), ("9" * 40, 999999999.0),
    ("Mon, 02 Mar 2026 12:00:30 GMT", 30.0),
    ("Mon, 02 Mar 2026 13:00:30 +0100", 30.0),
    ("Monday, 02-Mar-26 12:00:30 GMT", 30.0),
    ("Mon Mar  2 12:00:30 2026", 30.0),
    ("Mon, 02 Mar 2026 11:00:00 GMT", 0.0),
    ("soon", None), ("-5", None), ("1.5", None), ("\u00b2", None), ("\u0663", None), ("1e9", None),
    ("Mon, 01 Jan 99999999999999999999 00:00:00 GMT", None), ("Mon, 99 Foo 2026", None),
])
def test_a_wait_is_read_as_a_number_or_a_date(said: str, seconds: float | None) -> None:
    """Whole seconds, or an HTTP date in its three old forms; a time that is past is no wait; nonsense says nothing."""
    assert NOON.wait_asked_for(said) == seconds


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(max_size=40) | st.from_regex(r"[A-Z][a-z]{2}, \d{1,9} [A-Z][a-z]{2} \d{1,20} [0-9:]{0,12} .{0,6}"))
def test_no_header_can_crash_the_clock(said: str) -> None:
    """Whatever stands in Retry-After, a wait is None or not negative."""
    wait = NOON.wait_asked_for(said)
    assert wait is None or wait >= 0


def test_stamps_are_iso_and_utc() -> None:
    """The record's times can be read by anything, to the millisecond, and end in Z."""
    stamp = Clock().now()
    assert stamp.endswith("Z")
    assert len(stamp) == len("2026-03-02T12:00:00.000Z")
    assert abs((datetime.now(UTC) - datetime.fromisoformat(stamp)).total_seconds()) < 60


def test_a_stopped_clock_stands_still() -> None:
    """The practice review's clock shows one moment and lets no time pass."""
    assert NOON.now() == NOON.now() == "2026-03-02T12:00:00.000Z"
    assert NOON.seconds() == NOON.seconds() == 0.0


def test_the_machines_clock_never_goes_back() -> None:
    """Waits are measured by a count that a change of the clock does not touch."""
    clock = Clock()
    first = clock.seconds()
    assert clock.seconds() >= first
