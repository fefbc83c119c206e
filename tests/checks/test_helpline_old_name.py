"""helpline-old-name: a helpline's right number under a name that it no longer goes by."""

import pytest

from review_kit.checks.helpline_old_name import CHECK
from review_kit.checks.name_outdated import CHECK as NAME_OUTDATED
from review_kit.model import Severity

from .entries import KNOWN, change, entry, found, seen


@pytest.mark.parametrize(("text", "saw"), [
    ("HOPELINEUK 0800 068 4141", "0800 068 4141 is right, but HOPELINEUK is called HOPELINE247 now."),
    ("PAPYRUS HOPELineUK, 0800 0684141", "0800 0684141 is right, but HOPELineUK is called HOPELINE247 now."),
    ("HOPELINEUK: pat@papyrus-uk.org", "pat@papyrus-uk.org is right, but HOPELINEUK is called HOPELINE247 now."),
    ("Voice for the Child in Care 0808 800 5792",
     "0808 800 5792 is right, but Voice for the Child in Care is called Coram Voice now."),
])
def test_a_right_number_beside_an_old_name_is_told(text: str, saw: str) -> None:
    """The number stays; the name is what to write anew. What a decision rests on is the change and the number."""
    finding, = found(CHECK, entry(Provider=text))
    assert finding.what_we_saw == saw
    assert finding.severity is Severity.CAUTION
    assert (finding.about, finding.suggestion, finding.verdict) == (None, "", None)
    assert [name for name, value in finding.basis if value] == ["old_name", "since", "normalised"]
    assert str(finding.cell) == "Services!C2"
    assert "checked on 21 November 2026" in finding.evidence


def test_it_is_not_told_a_second_time_as_an_outdated_name() -> None:
    """One finding for a row and change."""
    assert found(NAME_OUTDATED, entry(Provider="HOPELINEUK 0800 068 4141")) == []
    assert len(found(NAME_OUTDATED, entry(Provider="HOPELINEUK"))) == 1


def test_the_number_may_stand_in_another_cell() -> None:
    """It is right wherever it stands; the finding is at the name."""
    finding, = found(CHECK, entry(Area_of_support="HOPELINEUK", How_to_get_it="Call 0800 068 4141"))
    assert str(finding.cell) == "Services!B2"


@pytest.mark.parametrize("text", [
    "HOPELINE247 0800 068 4141", "PAPYRUS 0800 068 4141", "HOPELINE247 (formerly HOPELINEUK) 0800 068 4141",
    "HOPELINEUK, now HOPELINE247, 0800 068 4141",                       # told as the past
    "HOPELINEUK", "HOPELINEUK 0808 068 4141", "HOPELINEUK 03069 990123",  # no right number
    "The Mix, text THEMIX to 85258",                                     # a merger: the number is the partner's
    "XenZone 0800 068 4141",                                             # another helpline's old name
])
def test_present_names_wrong_numbers_and_other_changes_are_left_alone(text: str) -> None:
    """Those have checks of their own, or nothing to tell."""
    assert seen(CHECK, text) == []


def test_what_is_not_sure_is_left_to_the_question() -> None:
    """name-outdated asks it."""
    rows = [change("Oldline", "HOPELINE247", confidence="question")]
    one = entry(Provider="Oldline 0800 068 4141")
    assert found(CHECK, one, changes=rows) == []
    assert found(NAME_OUTDATED, one, changes=rows)[0].what_we_saw.endswith("?")


def test_a_retired_entry_is_not_asked_and_tables_are_needed() -> None:
    """What is no longer published misleads nobody; without a table no name is old."""
    assert found(CHECK, entry(Provider="HOPELINEUK 0800 068 4141", Status="retired")) == []
    assert found(CHECK, entry(Provider="HOPELINEUK 0800 068 4141"), changes=()) == []
    assert KNOWN()["changes"]
