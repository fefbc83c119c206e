"""The limits and the parts of a file."""

import io
import zipfile

import pytest

from review_kit.errors import RegisterError
from review_kit.excel import package
from review_kit.excel.package import package_of
from review_kit.excel.rels import rels_of, targets_of

from .packages import Made, rels_xml, row, zipped


def test_a_part_is_found_whatever_the_case_and_slashes_of_its_name() -> None:
    """Some writers use backslashes or small letters, and readers must not care."""
    found = package_of("a.xlsx", zipped({"XL\\Workbook.xml": "<a/>"}))
    assert found.read("xl/workbook.xml") == b"<a/>"
    assert found.has("xl%2Fworkbook.xml")


def test_two_parts_of_one_name_are_refused() -> None:
    """Two programs would read different ones."""
    with pytest.raises(RegisterError, match="two parts"):
        package_of("a.xlsx", zipped({"a.xml": "1", "A.xml": "2"}))


@pytest.mark.parametrize(("limit", "value"), [
    ("MOST_PARTS", 1), ("LARGEST_WHOLE", 100), ("LARGEST_PART", 100),
])
def test_a_file_above_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    """Number of parts, size of one, size of all."""
    monkeypatch.setattr(package, limit, value)
    with pytest.raises(RegisterError, match="far more than"):
        package_of("a.xlsx", zipped({"a.xml": "x" * 101, "b.xml": ""}))


def test_a_part_squeezed_too_much_is_refused() -> None:
    """Two megabytes of one letter are no part of a register."""
    with pytest.raises(RegisterError, match="far more than"):
        package_of("a.xlsx", zipped({"a.xml": "x" * (2 << 20)}))


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    """Unpacking stops at the stated size, and the sum that should match does not."""
    whole = bytearray(zipped({"a.xml": "x" * 500}))
    central = whole.rindex(b"PK\x01\x02")
    whole[central + 24:central + 28] = (100).to_bytes(4, "little")
    with pytest.raises(RegisterError, match=r"damaged: its part a\.xml"):
        package_of("a.xlsx", bytes(whole)).read("a.xml")


@pytest.mark.parametrize("cut", [30, 200, -30, -5])
def test_a_file_cut_short_is_damaged(cut: int) -> None:
    """A download that broke off is told in plain words."""
    with pytest.raises(RegisterError, match="damaged"):
        package_of("a.xlsx", Made(row(1, "a")).data()[:cut])


def test_a_locked_part_is_told_as_a_password() -> None:
    """A zip program's own password is not Excel's."""
    whole = bytearray(zipped({"a.xml": "x"}))
    whole[whole.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(RegisterError, match="password"):
        package_of("a.xlsx", bytes(whole))


def test_a_missing_part_is_told_by_name() -> None:
    """The message says which one."""
    with pytest.raises(RegisterError, match=r"its part xl/gone\.xml is missing"):
        package_of("a.xlsx", zipped({"a.xml": ""})).read("xl/gone.xml")


def test_references_are_resolved_from_where_they_stand() -> None:
    """Relative, absolute, with backslashes, and outside the file."""
    rels = rels_xml([
        ("a", "table", "../tables/t.xml", False), ("b", "table", "/xl/u.xml", False),
        ("c", "table", "..\\v.xml", False), ("d", "hyperlink", "https://a.example/../b", True),
        ("e", "table", "NULL", False),
    ])
    found = package_of("a.xlsx", zipped({"xl/worksheets/_rels/s.xml.rels": rels, "xl/u.xml": "", "xl/v.xml": ""}))
    targets = [rel.target for rel in rels_of(found, "xl/worksheets/s.xml")]
    assert targets == ["xl/tables/t.xml", "xl/u.xml", "xl/v.xml", "https://a.example/../b", "xl/worksheets/NULL"]
    assert list(targets_of(found, "xl/worksheets/s.xml", "table")) == ["xl/u.xml", "xl/v.xml"]
    assert rels_of(found, "xl/other.xml") == ()


def test_another_kind_of_compression_is_read() -> None:
    """The standard allows only one, and a file with another is still no mystery."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.xml", "x")
    assert package_of("a.xlsx", whole.getvalue()).read("a.xml") == b"x"
