"""The manners of a run, as the issue and its sources ask for them."""

from review_kit.web import PRACTICE, Pace


def test_the_real_pace_is_polite() -> None:
    """At most two at once for one host, a second between two requests, at most twenty hosts at once."""
    pace = Pace()
    assert pace.per_host <= 2
    assert pace.pause >= 1.0
    assert 10 <= pace.at_once <= 20


def test_the_real_pace_is_patient_and_has_an_end() -> None:
    """Two faults in a row are survived; no wait, look or chain of redirects is without a bound."""
    pace = Pace()
    assert pace.tries >= 3
    assert len(pace.backoff) == pace.tries - 1
    assert 0 < pace.wait_cap <= 120
    assert pace.read < pace.longest_look < 120
    assert pace.redirects == 10


def test_a_wait_for_a_connection_is_bounded() -> None:
    """Connecting and each read have their limits; waiting for a place of our own has none, for it is our own."""
    timeout = Pace(connect=3.0, read=4.0).timeout
    assert (timeout.connect, timeout.read, timeout.write, timeout.pool) == (3.0, 4.0, 4.0, None)


def test_the_practice_pace_tries_as_often() -> None:
    """On loopback waits are short, but what is tried again is the same."""
    assert (PRACTICE.tries, PRACTICE.per_host, PRACTICE.redirects) == (Pace().tries, Pace().per_host, Pace().redirects)
