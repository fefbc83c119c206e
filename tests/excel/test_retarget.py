"""A new address behind a cell, and the words as they were."""

from pathlib import Path

import pytest

from review_kit.errors import WorkbookRefused
from review_kit.excel import read_workbook

from .kinds import SIMPLE_ROWS
from .packages import Made, change, unzipped
from .writing import changed_parts, write

SHEET = "xl/worksheets/sheet1.xml"
RELS = "xl/worksheets/_rels/sheet1.xml.rels"


def linked(links: str, *targets: str, after: str = "") -> Made:
    """The simple rows with hyperlinks to these targets (rId1, rId2, …)."""
    rels = [(f"rId{n}", "hyperlink", target, True) for n, target in enumerate(targets, 1)]
    return Made(SIMPLE_ROWS, after=f"{after}<hyperlinks>{links}</hyperlinks>", rels=rels)


def seen(folder: Path, place: tuple[int, int]) -> tuple[str, tuple[str, ...]]:
    """Words and addresses of a cell of the new file."""
    cell = read_workbook(folder / "new.xlsx").sheets[0].at(*place)
    return cell.text, cell.targets


def test_an_address_behind_words_changes_and_the_words_stay(tmp_path: Path) -> None:
    """Only the part of references is touched."""
    links = '<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B3" r:id="rId2"/>'
    made = linked(links, "https://old.example/a?x=1&amp;y", "b:c")
    asked = change((2, 2), 'https://new.example/"?x=1&y', old="https://old.example/a?x=1&y")
    receipt, data = write(made, tmp_path, [asked])
    assert changed_parts(made, data) == {RELS}
    assert receipt.cells_changed == 1
    assert seen(tmp_path, (2, 2)) == ("Kooth", ('https://new.example/"?x=1&y',))
    assert seen(tmp_path, (3, 2)) == ("Keys", ("b:c",))


def test_where_the_words_are_the_address_both_change(tmp_path: Path) -> None:
    """Excel adds a slash to the address behind a typed one, and it is still the same."""
    made = linked('<hyperlink ref="C2" r:id="rId1"/>', "https://kooth.example/")
    _, data = write(made, tmp_path, [change((2, 3), "https://kooth.new", old="https://kooth.example")])
    assert changed_parts(made, data) == {SHEET, RELS}
    assert seen(tmp_path, (2, 3)) == ("https://kooth.new", ("https://kooth.new",))


def test_an_address_typed_without_its_scheme_keeps_one_behind(tmp_path: Path) -> None:
    """A reference without a scheme would lead into the workbook's own folder."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/>', "mailto:jo@old.example")
    write(made, tmp_path, [change((2, 2), "jo@new.example", old="jo@old.example")])
    assert seen(tmp_path, (2, 2)) == ("Kooth", ("mailto:jo@new.example",))


def test_a_change_of_words_leaves_the_address(tmp_path: Path) -> None:
    """The old text is the words, so the words are meant."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/>', "https://a.example")
    _, data = write(made, tmp_path, [change((2, 2), "Kooth Plus", old="Kooth")])
    assert changed_parts(made, data) == {SHEET}
    assert seen(tmp_path, (2, 2)) == ("Kooth Plus", ("https://a.example",))


@pytest.mark.parametrize(("new", "location"), [
    ("https://b.example/x#there", b' location="there"'), ("https://b.example/x", b'<hyperlink ref="B2" r:id="rId1"/>'),
])
def test_a_place_inside_the_page_is_kept_where_excel_keeps_it(tmp_path: Path, new: str, location: bytes) -> None:
    """Or taken away with its old address."""
    made = linked('<hyperlink ref="B2" location="here" r:id="rId1"/>', "https://a.example")
    _, data = write(made, tmp_path, [change((2, 2), new, old="https://a.example#here")])
    assert location in unzipped(data)[SHEET]
    assert seen(tmp_path, (2, 2)) == ("Kooth", (new,))


@pytest.mark.parametrize("links", [
    '<hyperlink ref="B2:B3" r:id="rId1"/>', '<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B3" r:id="rId1"/>',
])
def test_an_address_shared_with_other_cells_is_refused(tmp_path: Path, links: str) -> None:
    """The others were not meant."""
    with pytest.raises(WorkbookRefused, match="Services!B2 shares its hyperlink"):
        write(linked(links, "https://a.example"), tmp_path, [change((2, 2), "https://b.example", old="https://a.example")])


def test_the_link_of_a_merged_cell_is_its_own(tmp_path: Path) -> None:
    """Excel lays it on all the cells of the merge."""
    made = linked('<hyperlink ref="B2:C2" r:id="rId1"/>', "https://a.example",
                  after='<mergeCells><mergeCell ref="B2:C2"/></mergeCells>')
    write(made, tmp_path, [change((2, 2), "https://b.example", old="https://a.example")])
    assert seen(tmp_path, (2, 2)) == ("Kooth", ("https://b.example",))


def test_an_address_on_one_cell_twice_changes_in_both_places(tmp_path: Path) -> None:
    """Nobody can tell which of them a program follows."""
    links = '<hyperlink ref="B2" location="x" r:id="rId1"/><hyperlink ref="B2" r:id="rId2"/>'
    made = linked(links, "https://a.example/", "https://a.example/#x")
    write(made, tmp_path, [change((2, 2), "https://b.example/#y", old="https://a.example/#x")] * 2)
    assert seen(tmp_path, (2, 2)) == ("Kooth", ("https://b.example/#y",))


@pytest.mark.parametrize("old", [
    "https://kooth.example/x%20y", "https://kooth.example/x y/", "http://KOOTH.example/x y",
])
def test_an_address_is_found_however_it_is_spelt(tmp_path: Path, old: str) -> None:
    """A review names an address in the one spelling in which it asked for it."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/>', "https://Kooth.example/x y")
    write(made, tmp_path, [change((2, 2), "https://b.example", old=old)])
    assert seen(tmp_path, (2, 2)) == ("Kooth", ("https://b.example",))


@pytest.mark.parametrize("new", ["https://b.example", ""])
def test_words_are_not_written_over_for_an_address_that_is_not_behind_them(tmp_path: Path, new: str) -> None:
    """Someone has changed the link by hand meanwhile."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/>', "https://a.example")
    with pytest.raises(WorkbookRefused, match=r"Services!B2 has no hyperlink to https://gone\.example"):
        write(made, tmp_path, [change((2, 2), new, old="https://gone.example")])


def test_an_address_in_a_formula_is_refused(tmp_path: Path) -> None:
    """It is part of the formula."""
    made = Made('<row r="1"><c r="A1" t="str"><f>HYPERLINK("https://a.example","x")</f><v>x</v></c></row>')
    with pytest.raises(WorkbookRefused, match="Services!A1 holds a formula"):
        write(made, tmp_path, [change((1, 1), "https://b.example", old="https://a.example")])
