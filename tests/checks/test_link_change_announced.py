"""link-change-announced: the service will end or change hands on a day still to come."""

import pytest

from review_kit.checks.link_change_announced import CHECK
from review_kit.model import Severity, Verdict

from . import facts as make
from . import notices as pages


@pytest.mark.parametrize(("sentence", "day"), [
    ("From 1 July 2027 this service will be provided by Meadow Care.", "1 July 2027"),
    ("The service will close on 31 March 2027.", "31 March 2027"),
    ("Step Up will be run by Meadow Care from April 2027.", "1 April 2027"),
    ("From Tuesday 1st December 2026, Step Up will be delivered by Meadow Care.", "1 December 2026"),
    ("Riverside Youth Trust will cease trading on 22/11/2026.", "22 November 2026"),
])
def test_the_link_works_until_the_day(sentence: str, day: str) -> None:
    """It leads to the service today; the day stands in the note, as a caution."""
    of = pages.of(sentence, pages.FILLING)
    assert make.told(of) == (Verdict.WORKING, CHECK.name)
    finding, = make.found(CHECK, of)
    assert finding.severity is Severity.CAUTION
    assert day in finding.what_we_saw


@pytest.mark.parametrize("sentence", [
    "From 1 July 2025 this service will be provided by Meadow Care.", "The service will close on 31 March 2025.",
    "From 1 July 2027 Step Up will be run by Riverside Youth Trust.", "We meet on 1 July 2027.",
])
def test_a_day_that_is_past_or_no_change_is_not_announced(sentence: str) -> None:
    """What has come is told otherwise, and the provider of the register is no change."""
    assert make.found(CHECK, pages.of(sentence, pages.FILLING)) == []
