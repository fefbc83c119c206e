"""Which sheet of a workbook holds the services."""

import pytest

from review_kit.errors import RegisterError
from review_kit.rows import read_register

from .build import HEADER, sheet, workbook

ROWS = [HEADER, ("Health", "Talking", "Kooth", "Weekly", "Better")]
NOTES = sheet([("Notes",), ("Service", "Provider")], name="Notes")


def test_the_sheet_services_comes_first() -> None:
    """`Services` is taken, whatever its capitals and whatever else is there."""
    assert read_register(workbook(sheet(ROWS, name="Old"), sheet(ROWS, name="SERVICES"))).sheet == "SERVICES"


def test_a_named_sheet_is_taken() -> None:
    """A name wins over `Services`."""
    assert read_register(workbook(sheet(ROWS), sheet(ROWS, name="Old")), sheet="old").sheet == "Old"


def test_a_name_that_is_not_there_is_refused_with_those_that_are() -> None:
    """The message lists the sheets."""
    with pytest.raises(RegisterError, match=r"offer\.xlsx has no sheet called New; its sheets are Services and Notes"):
        read_register(workbook(sheet(ROWS), NOTES), sheet="New")


def test_else_the_visible_sheet_with_the_best_header() -> None:
    """Not the first one, and not a hidden one."""
    found = read_register(workbook(NOTES, sheet(ROWS, name="Hidden", hidden=True), sheet(ROWS, name="Offer")))
    assert (found.sheet, found.problems) == ("Offer", ())


def test_a_hidden_sheet_only_where_no_visible_one_fits() -> None:
    """It is used, and the lead hears of it."""
    found = read_register(workbook(NOTES, sheet(ROWS, name="Hidden", hidden=True)))
    assert (found.sheet, [one.check for one in found.problems]) == ("Hidden", ["hidden-sheet-used"])


def test_the_register_s_own_other_sheets_hold_no_services() -> None:
    """Settings and Change log are never taken for the offer."""
    log = sheet([(*HEADER, "Date"), ("a", "b", "c", "d", "e", "f")], name="Change log")
    assert read_register(workbook(log, sheet(ROWS, name="Offer"))).sheet == "Offer"
