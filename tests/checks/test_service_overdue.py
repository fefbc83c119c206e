"""service-overdue: an entry whose review is overdue, or that nobody has ever assured."""

import pytest

from review_kit.checks.service_overdue import CHECK
from review_kit.model import Finding, Settings, Severity

from . import facts as make


def found(on: str, name: str = "Choir", settings: Settings = make.SETTINGS, **values: str) -> list[Finding]:
    """What is found of a service that was assured on a day."""
    entry = make.service(name=name, values={"Assured on": on, **values})
    return make.found(CHECK, make.facts(services=[entry], settings=settings))


@pytest.mark.parametrize("on", ["2025-11-20", "20/11/2025", "1 March 2019"])
def test_a_year_and_a_day_is_overdue(on: str) -> None:
    """The day after the cycle ends, the entry is overdue."""
    finding, = found(on)
    assert finding.severity is Severity.CAUTION
    assert finding.what_we_saw.endswith("entries like it are due every 12 months.")
    assert f"“Assured on” says “{on}”" in finding.evidence


@pytest.mark.parametrize("on", ["2025-11-21", "2026-11-21", "21 November 2025"])
def test_up_to_the_day_itself_it_is_not(on: str) -> None:
    """An entry that falls due today is still assured."""
    assert found(on) == []


def test_never_assured_is_a_note() -> None:
    """At first nobody has assured anything: that is worth knowing, and no alarm."""
    finding, = found("")
    assert finding.severity is Severity.NOTE
    assert finding.what_we_saw.startswith("Nobody is on record as having checked this entry")


@pytest.mark.parametrize(("on", "said"), [
    ("2026-11-22", "22 November 2026"), ("2206-11-21", "21 November 2206"), ("9999-12-31", "31 December 9999"),
])
def test_a_day_still_to_come_assures_nothing(on: str, said: str) -> None:
    """A slip in the year would keep an entry from review for ever, so it is told."""
    finding, = found(on)
    assert f"marked as assured on {said}, a day still to come" in finding.what_we_saw


def test_a_crisis_service_is_due_sooner() -> None:
    """A year is too long for a crisis line; the sheet Settings says how long is not."""
    assert found("2026-07-01") == []
    assert "every 3 months" in found("2026-07-01", "Crisis line")[0].what_we_saw
    monthly = Settings(crisis_cycle_months=1)
    assert "are due every month." in found("2026-07-01", "Crisis line", monthly)[0].what_we_saw


def test_a_day_that_cannot_be_read_is_not_called_never() -> None:
    """Somebody wrote something: another check says that it cannot be read."""
    assert found("last spring") == []


@pytest.mark.parametrize("status", ["retired", "Retired", " RETIRED "])
def test_a_retired_service_is_not_due(status: str) -> None:
    """What is no longer published needs no review."""
    assert found("", Status=status) == []
