"""The sheet Settings: plain names and values."""

from dataclasses import replace

import pytest

from review_kit.model import Severity, Sheet
from review_kit.model.settings import KNOWN, Settings
from review_kit.rows import read_register
from review_kit.rows.settings_sheet import read_settings

from .build import HEADER, sheet, workbook


def settings(*rows: tuple[str, ...]) -> Sheet:
    """A sheet Settings."""
    return sheet([("Name", "Value", "Note"), *rows], name="Settings")


def test_every_known_name_sets_its_field() -> None:
    """Each label of the model can be set, in other capitals and spaces too."""
    for label, known in KNOWN.items():
        value = "7" if isinstance(known.default, int) else "seven"
        read, found = read_settings(settings((f" {label.upper()}: ", value)))
        assert getattr(read, known.name) == (7 if isinstance(known.default, int) else
                                             ("seven",) if isinstance(known.default, tuple) else "seven")
        assert found == ()


def test_without_a_sheet_or_values_the_defaults_stand() -> None:
    """A register without Settings works, and so does an empty value."""
    assert read_settings(None) == (Settings(), ())
    assert read_settings(settings(("Review cycle in months", ""), ("Council",))) == (Settings(), ())


def test_several_values_stand_in_one_cell() -> None:
    """Semicolons or line breaks stand between them."""
    read, _ = read_settings(settings(("Council's own hosts", "a.gov.uk; b.gov.uk\nc.gov.uk;")))
    assert read.own_hosts == ("a.gov.uk", "b.gov.uk", "c.gov.uk")


@pytest.mark.parametrize("value", ["9", "9.0", "9 months", " 9\u00a0"])
def test_numbers_are_read_as_people_type_them(value: str) -> None:
    """A spreadsheet's 9.0 and a person's "9 months" are nine."""
    assert read_settings(settings(("Review cycle in months", value)))[0].review_cycle_months == 9


@pytest.mark.parametrize("value", ["nine", "-9", "0", "9.5", "100000", "9/2025"])
def test_a_bad_number_is_told_and_the_default_stands(value: str) -> None:
    """The finding names the cell of the value and the default."""
    read, [found] = read_settings(settings(("Review cycle in months", value)))
    assert read.review_cycle_months == 12
    assert (found.check, str(found.cell), found.severity) == ("setting-unreadable", "Settings!B2", Severity.CAUTION)
    assert "12" in found.what_to_do


@pytest.mark.parametrize(("value", "small", "told"), [
    ("2", 2, ""), ("7", 7, ""), ("20", 20, ""), ("1", 5, "1 is not between 2 and 20"), ("21", 5, "21 is not between"),
])  # fmt: skip
def test_small_numbers_go_from_2_to_20(value: str, small: int, told: str) -> None:
    """If only 1 were small, every c would be a 1; each setting has limits of its own."""
    read, found = read_settings(settings(("Small numbers up to", value), ("Keep views for months", "600")))
    assert (read.small_numbers, read.keep_views_months) == (small, 600)
    assert [told in finding.what_we_saw for finding in found] == [True] * bool(told)


def test_a_cell_that_could_not_be_read_is_told() -> None:
    """The reader's words stand in the finding."""
    whole = settings(("Council", "x"))
    bad = replace(whole.rows[2][2], problem="the formula points nowhere")
    read, [found] = read_settings(replace(whole, rows={**whole.rows, 2: {**whole.rows[2], 2: bad}}))
    assert (read.council, found.check) == ("", "setting-unreadable")


def test_a_name_that_stands_twice_counts_once() -> None:
    """The first is used; the second is told."""
    read, [found] = read_settings(settings(("Council", "Derby"), ("council", "Derbyshire")))
    assert (read.council, str(found.cell)) == ("Derby", "Settings!B3")


def test_an_unknown_name_is_a_note() -> None:
    """A slip in a name is told; a title without a value is not."""
    _, [found] = read_settings(settings(("Settings of the review",), ("Counsil", "Derby")))
    assert (found.check, str(found.cell), found.severity) == ("setting-unknown", "Settings!A3", Severity.NOTE)


def test_the_register_carries_its_settings() -> None:
    """Settings and their problems come with the register."""
    rows = [HEADER, ("Health", "Talking", "Kooth", "Weekly", "Better")]
    register = read_register(workbook(sheet(rows), settings(("Council", "Derby"), ("Counsil", "Derby"))))
    assert register.settings.council == "Derby"
    assert [one.check for one in register.problems] == ["setting-unknown"]
