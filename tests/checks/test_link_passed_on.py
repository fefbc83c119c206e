"""link-passed-on: another body runs the service now."""

import pytest

from review_kit.checks.link_passed_on import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import notices as pages

LONG = pages.FILLING * 4


@pytest.mark.parametrize("body", [
    ("From 1 July 2025 this service will be provided by Vita Health Group.", LONG),
    ("From April 2026, Step Up is delivered by Meadow Care.", LONG),
    ("The contract for Step Up has transferred to Meadow Care.", LONG),
    ("Step Up is now run by Meadow Care.", LONG),
    (LONG, "Riverside Youth Trust has been taken over by Meadow Care.", LONG),
    ("Our service has transferred to Meadow Care.", LONG),
    ("Step Up will be run by Meadow Care from 1 October 2026.", LONG),
])
def test_a_service_that_another_runs_now_has_changed(body: tuple[str, ...]) -> None:
    """The day has come, or none is named; the sentence is quoted."""
    of = pages.of(*body)
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)
    assert "Meadow Care" in make.found(CHECK, of)[0].evidence or "Vita" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("body", [
    ("From 1 July 2025 Step Up is run by Riverside Youth Trust.", LONG),
    ("Step Up is now delivered by Riverside.", LONG),
    ("Step Up is delivered by Meadow Care volunteers.", LONG),
    ("From 1 July 2025 the meals at Hillside are provided by Meadow Care.", LONG),
    ("From 1 July 2027 this service will be provided by Meadow Care.", LONG),
    ("We have moved to a new building.", LONG),
    ("Our service has transferred to a new building.", LONG),
    ("From 1 July 2025 this service is run by us.", LONG),
])
def test_the_registers_own_provider_and_what_is_no_change_do_not_count(body: tuple[str, ...]) -> None:
    """A service that has come to the provider whom the register names is right as it is."""
    assert make.told(pages.of(*body))[0] is Verdict.WORKING


def test_where_the_register_names_nobody_a_person_is_asked() -> None:
    """It cannot be told whether the body on the page is a new one."""
    of = pages.of("From 1 July 2025 this service is provided by Meadow Care.", provider="PA do this where needed",
                  name="Support for young people")
    assert make.told(of) == (Verdict.BY_HAND, "link-closure-in-doubt")
