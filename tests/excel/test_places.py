"""Places in a sheet."""

import pytest

from review_kit.excel.places import area_of, column_number, name_of, overlap, place_of, reference_of, whole_number
from review_kit.model.workbook import Area


def test_a_reference_gives_its_row_and_column() -> None:
    """`F12` is row 12, column 6; dollars and small letters do not matter."""
    assert place_of("F12") == place_of("$f$12") == (12, 6)
    assert place_of("XFD1048576") == (1_048_576, 16_384)
    assert name_of(12, 6) == "F12"


@pytest.mark.parametrize("reference", ["", "A0", "XFE1", "A1048577", "12", "A", "ZZZZ1", "A1:B2", "A99999999999"])
def test_what_names_no_cell_is_refused(reference: str) -> None:
    """A place outside the sheet's bounds is none."""
    with pytest.raises(ValueError, match=r"cell|outside"):
        place_of(reference)


def test_a_column_is_counted_from_one() -> None:
    """A is 1, Z 26, AA 27."""
    assert [column_number(letters) for letters in ("A", "Z", "AA", "XFD")] == [1, 26, 27, 16_384]


@pytest.mark.parametrize(("reference", "area"), [
    ("A1:C9", Area(1, 1, 9, 3)), ("C9:A1", Area(1, 1, 9, 3)), ("B2", Area(2, 2, 2, 2)),
    ("A:C", Area(1, 1, 1_048_576, 3)), ("3:5", Area(3, 1, 5, 16_384)),
])
def test_an_area_may_be_written_in_many_ways(reference: str, area: Area) -> None:
    """Whole columns and rows occur in real files, even as merges."""
    assert area_of(reference) == area


def test_an_area_is_written_as_excel_does() -> None:
    """Both corners, with a colon."""
    assert reference_of(Area(1, 1, 9, 3)) == "A1:C9"


def test_areas_that_share_a_cell_overlap() -> None:
    """Areas side by side do not."""
    assert overlap(Area(1, 1, 2, 2), Area(2, 2, 3, 3))
    assert not overlap(Area(1, 1, 2, 2), Area(1, 3, 2, 4))


def test_a_number_of_thousands_of_digits_is_not_worked_out() -> None:
    """Python refuses to convert it, which would be a traceback."""
    assert whole_number("9" * 5000, 7) == 7
    assert whole_number("12", 7) == 12
