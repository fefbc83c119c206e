"""hours-not-readable: opening hours that cannot be meant as they stand."""

from dataclasses import replace

import pytest

from review_kit.checks import all_checks
from review_kit.checks.hours_not_readable import CHECK, SURE, TO_DO
from review_kit.hours import Kind
from review_kit.model import Finding, Severity

from ..test_checks import faults  # noqa: TID252 - the rule for words stands beside the test of all checks
from ..test_hours import FAULTY, FINE, NOTHING, READ, TERMS  # noqa: TID252 - the strings and their truth
from . import facts as make
from .entries import COLUMNS, entry, facts, found

MISPLACED = next(check for check in all_checks() if check.name == "value-misplaced")


def of(hours: str, **more: str) -> list[Finding]:
    """What is found of an entry with these hours."""
    return found(CHECK, entry(Hours=hours, **more))


@pytest.mark.parametrize(("hours", "saw", "do", "severity"), [
    ("9.75am to 5pm", "In “Hours”, “9.75am” is no time that a clock shows.",
     "Ask the provider for the right time, and write it as 9am or 17:30.", Severity.CAUTION),
    ("Mon-Fri 9am-5am", "In “Hours”, “9am-5am” ends before it begins.",
     "Ask when it opens and closes, and write both with am or pm; say “overnight” if it is.", Severity.CAUTION),
    ("Mon-Fri 9am-5pm\nMon-Fri 9am-4pm", "In “Hours”, “Mon-Fri 9am-5pm” and “Mon-Fri 9am-4pm” cannot both be right.",
     "Ask the provider which of the two holds, and take the other out.", Severity.CAUTION),
    ("9am-9am", "In “Hours”, “9am-9am” ends when it begins.",
     "Ask when it opens and closes, and write both; where it never closes, write 24 hours a day.", Severity.CAUTION),
    ("Tues 5-9", "In “Hours”, “5-9” may be morning or evening.",
     "Ask whether it is in the morning or the evening, and write am or pm.", Severity.NOTE),
    ("Sat 9am-12am", "In “Hours”, “9am-12am” says midnight, where noon may be meant.",
     "Ask whether noon or midnight is meant, and write that word.", Severity.NOTE),
    ("Mon-Mon 9-5", "In “Hours”, “Mon-Mon” begins and ends on one day.",
     "Ask until which day it runs, and write that day.", Severity.NOTE),
    ("2026-05-09", "In “Hours”, “2026-05-09” is a day of the year, and no hour.",
     "Write the hours; Excel makes a day of 9-5, so write 9am to 5pm.", Severity.NOTE),
    ("Wendesday 9-5", "In “Hours”, “Wendesday” is no day of the week.",
     "Write the day that is meant, such as Wednesday.", Severity.NOTE),
])
def test_what_cannot_be_meant_is_told_at_its_cell(hours: str, saw: str, do: str, severity: Severity) -> None:
    """In the entry's own words, with what to do; an answer goes in the same cell."""
    finding, = of(hours)
    assert (finding.what_we_saw, finding.what_to_do, finding.severity) == (saw, do, severity)
    assert (finding.cell.column, finding.answer_in) == (COLUMNS["Hours"], "Hours")
    assert finding.evidence.startswith(f"{finding.cell} (“Hours”) says “")


@pytest.mark.parametrize("hours", FAULTY)
def test_each_fault_is_told_once(hours: str) -> None:
    """By this check or, for some impossible times, by value-misplaced; in a short plain sentence."""
    told = of(hours)
    kinds = {FAULTY[hours][0]}
    assert len(told) == 1 or (kinds == {"impossible"} and found(MISPLACED, entry(Hours=hours)) and not told)
    for finding in told:
        assert faults(finding.what_we_saw) == []
        assert faults(finding.what_to_do) == []


@pytest.mark.parametrize("hours", [*READ, *NOTHING, *TERMS, *FINE])
def test_what_can_be_read_or_names_no_time_is_left_alone(hours: str) -> None:
    """“See website”, “Varies” and “Contact the service for opening times” among them."""
    assert of(hours) == []


def test_the_gravest_fault_is_told_and_the_others_are_in_the_evidence() -> None:
    """One finding for a cell that is written anew anyway."""
    finding, = of("Wendesday 5-9, Thursday 9am-5am")
    assert finding.what_we_saw == "In “Hours”, “9am-5am” ends before it begins."
    assert finding.evidence.endswith("“9am-5am” ends before it begins; “5-9” may be morning or evening; "
                                     "“Wendesday” is no day of the week.")


def test_every_fault_has_what_to_do() -> None:
    """None is told without it."""
    assert set(TO_DO) == set(Kind)
    assert set(Kind) > SURE


@pytest.mark.parametrize(("hours", "more", "column"), [
    ("Mon-Fri 9am-5pm", {"Frequency": "24/7"}, "Frequency"), ("Mon-Fri", {"Frequency": "24/7"}, "Frequency"),
    ("9am-5pm", {"Frequency": "24 hours a day, 7 days a week"}, "Frequency"),
    ("Weekdays 9-5", {"Area_of_support": "24/7 crisis line"}, "Area of support"),
    ("Every evening 5pm-11pm", {"Area_of_support": "Someone to talk to 24/7"}, "Area of support"),
])
def test_hours_that_are_less_than_another_cell_promises_are_told(hours: str, more: dict[str, str], column: str) -> None:
    """Who reads “24/7” rings at night."""
    finding, = of(hours, **more)
    assert finding.what_we_saw.startswith(f"In “Hours”, “{hours}” is less than the “24")
    assert finding.what_we_saw.endswith(f"” of “{column}”.")
    assert finding.severity is Severity.CAUTION
    assert faults(finding.what_we_saw) == []


@pytest.mark.parametrize(("hours", "more"), [
    ("24 hours a day", {"Frequency": "24/7"}), ("24/7", {"Frequency": "24/7"}), ("Daily", {"Frequency": "24/7"}),
    ("See website", {"Frequency": "24/7"}), ("Office: Mon-Fri 9-5", {"Frequency": "24/7"}),
    ("Mon-Fri 9-5, helpline at all hours", {"Frequency": "24/7"}), ("", {"Frequency": "24/7"}),
    ("Mon-Fri 9-5", {"Frequency": "24/7 online, sessions weekly"}), ("Mon-Fri 9-5", {"Frequency": "Weekly"}),
    ("Mon-Fri 9-5", {"Frequency": "Reply within 24 hours"}), ("Mon-Fri 9-5", {"How_to_get_it": "Call 24/7"}),
    ("Mon-Fri 9-5", {"Area_of_support": "24 hour blood pressure check"}),
    ("Mon-Fri 9-5", {"Area_of_support": "Online chat 24/7 and drop-in"}),
    ("Mon-Fri 9-5", {"Area_of_support": "Support that is not 24/7"}), ("Mon-Fri 9-5", {"Impact": "Help 24/7"}),
])
def test_hours_that_may_be_of_something_else_are_no_contradiction(hours: str, more: dict[str, str]) -> None:
    """Another line, another way in, how soon somebody answers: only what can be nothing else is told."""
    assert of(hours, **more) == []


def test_a_cell_with_a_number_is_not_written_anew() -> None:
    """The number would go with the hours."""
    finding, = of("Tues 5-9, call 03069 990123")
    assert finding.answer_in == ""


def test_only_the_column_of_hours_is_read() -> None:
    """What stands in other columns is another check's."""
    assert found(CHECK, entry(Frequency="Mon-Fri 9am-5am", How_to_get_it="Ring 25:00", Impact="5-9")) == []


def test_without_its_table_nothing_is_found() -> None:
    """The words are data."""
    plain = facts(entry(Hours="Mon-Fri 9am-5am"))
    assert make.found(CHECK, replace(plain, known={})) == []
