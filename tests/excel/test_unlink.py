"""A hyperlink taken out: a name that was let go may lead young people anywhere."""

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.hyperlink import Hyperlink

from review_kit.errors import WorkbookRefused
from review_kit.excel import read_workbook, refused_changes, write_workbook
from review_kit.model.workbook import Cell

from .kinds import SIMPLE_ROWS
from .office import converted, needs_office
from .packages import Made, change, prefix_all, unzipped
from .test_retarget import RELS, SHEET, linked, seen
from .writing import changed_parts, write

LINKS = {(2, 2): "https://kooth.example/a", (3, 2): "https://keys.example/x#here", (5, 2): "https://minded.example/"}
"""The links to pages of the made register; its row 4 has one to a place in the workbook."""


def made_by_openpyxl(folder: Path) -> Path:
    """A register with three links to pages, one of which has a place in the page, and one into the workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Services"
    for words in ("Provider", "Kooth", "Keys", "Inside", "MindEd"):
        sheet.append(["x", words])
    for (row, column), address in LINKS.items():
        cell = sheet.cell(row, column)
        words, cell.hyperlink = cell.value, address
        cell.value = words
    sheet["B4"].hyperlink = Hyperlink(ref="B4", location="Services!A1")
    book.save(folder / "register.xlsx")
    return folder / "register.xlsx"


def taken_out(source: Path, places: Sequence[tuple[int, int]]) -> Path:
    """The register without the links of some cells."""
    target = source.parent / "new.xlsx"
    write_workbook(source, target, sheet="Services", header_row=1, log_sheet="Change log", log_header=["What"],
                   log_rows=[["a link"]], changes=[change(place, "", old=LINKS[place]) for place in places])
    return target


def left(path: Path) -> dict[tuple[int, int], str]:
    """The links to pages of the first sheet."""
    rows = read_workbook(path).sheets[0].rows.values()
    return {(cell.cell.row, cell.cell.column): cell.targets[0] for row in rows for cell in row.values() if cell.targets}


SOME = [[(2, 2)], [(3, 2)], [(5, 2)], [(2, 2), (5, 2)], [(5, 2), (3, 2), (2, 2)]]


@pytest.mark.parametrize("places", SOME, ids=["first", "middle", "last", "two", "all"])
def test_a_link_is_taken_out_and_the_words_stay(tmp_path: Path, places: list[tuple[int, int]]) -> None:
    """All other links stay, the one into the workbook too; another program sees the same."""
    target = taken_out(made_by_openpyxl(tmp_path), places)
    kept = {place: address for place, address in LINKS.items() if place not in places}
    assert left(target) == kept
    sheet = openpyxl.load_workbook(target)["Services"]
    assert {(c.row, c.column): c.hyperlink.target for (c,) in sheet["B1:B5"] if c.hyperlink and c.row != 4} == kept
    assert sheet["B4"].hyperlink.location == "Services!A1"
    assert [cell.value for (cell,) in sheet["B1:B5"]] == ["Provider", "Kooth", "Keys", "Inside", "MindEd"]


@needs_office
def test_a_link_is_taken_out_of_a_register_that_libreoffice_made(tmp_path: Path) -> None:
    """It keeps a place in a page apart from the address; and it opens what came of it."""
    source = converted(made_by_openpyxl(tmp_path), "xlsx", tmp_path) / "register.xlsx"
    for places in SOME:
        target = taken_out(source, places)
        kept = {place: address for place, address in LINKS.items() if place not in places}
        assert left(target) == kept
        again = converted(target, "xlsx", tmp_path / "again") / "new.xlsx"
        assert left(again) == kept
        rows = read_workbook(again).sheets[0].rows.values()
        assert [row[2].text for row in rows] == ["Provider", "Kooth", "Keys", "Inside", "MindEd"]


def test_only_the_element_and_its_reference_go(tmp_path: Path) -> None:
    """Every other byte of the two parts stays."""
    one, other = '<hyperlink ref="B2" r:id="rId1" tooltip="a &gt; b"/>', '<hyperlink ref="B3" r:id="rId2"></hyperlink>'
    made = linked(one + other, "https://a.example", "b:c")
    before = unzipped(made.data())
    for place, old, element, rel in ((2, "https://a.example", one, "rId1"), (3, "b:c", other, "rId2")):
        receipt, data = write(made, tmp_path, [change((place, 2), "", old=old)])
        assert changed_parts(made, data) == {SHEET, RELS}
        assert receipt.cells_changed == 1
        after = unzipped(data)
        assert after[SHEET] == before[SHEET].replace(element.encode(), b"")
        assert rel.encode() not in after[RELS]
        assert after[RELS].count(b"<Relationship ") == 1


@pytest.mark.parametrize("links", ['<hyperlink ref="B2" r:id="rId1"/>', '\n  <hyperlink ref="B2" r:id="rId1"/>\n  '])
def test_the_last_link_takes_its_list_with_it(tmp_path: Path, links: str) -> None:
    """The schema allows no empty list."""
    made = linked(links, "https://a.example", after='<phoneticPr fontId="1"/>')
    _, data = write(made, tmp_path, [change((2, 2), "", old="https://a.example")])
    assert b'</sheetData><phoneticPr fontId="1"/></worksheet>' in unzipped(data)[SHEET]
    assert unzipped(data)[RELS].endswith(b'relationships"></Relationships>')
    assert openpyxl.load_workbook(io.BytesIO(data))["Services"]["B2"].hyperlink is None


@pytest.mark.parametrize("words", ["https://kooth.example", "https://kooth.example/", "kooth.example", "Kooth.example"])
def test_words_that_are_the_address_go_with_it(tmp_path: Path, words: str) -> None:
    """Else people would copy it, and the next review find it again."""
    made = linked('<hyperlink ref="C2" r:id="rId1"/>', "https://kooth.example/")
    made.sheet = SIMPLE_ROWS.replace("https://kooth.example", words)
    write(made, tmp_path, [change((2, 3), "", old="https://kooth.example/")])
    assert seen(tmp_path, (2, 3)) == ("", ())


def test_a_link_with_prefixed_markup_is_taken_out(tmp_path: Path) -> None:
    """As some writers make it."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/>', "https://a.example")
    made.parts = {SHEET: prefix_all(made.worksheet(SIMPLE_ROWS, "", made.after))}
    _, data = write(made, tmp_path, [change((2, 2), "", old="https://a.example")])
    assert b"hyperlink" not in unzipped(data)[SHEET]
    assert seen(tmp_path, (2, 2)) == ("Kooth", ())


@pytest.mark.parametrize("rest", [
    '<hyperlink ref="B2:B3" r:id="rId1"/>', '<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B3" r:id="rId1"/>',
    '<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B2:B3" r:id="rId2"/>', '<hyperlink ref="B2 B3" r:id="rId1"/>',
])
def test_a_link_that_other_cells_share_is_not_taken_out(tmp_path: Path, rest: str) -> None:
    """Theirs was not decided about; the register stays as it was."""
    made, asked = linked(rest, "https://a.example", "https://a.example"), change((2, 2), "", old="https://a.example")
    with pytest.raises(WorkbookRefused, match=r"Services!B2 shares its hyperlink with other cells\. Change it by hand"):
        write(made, tmp_path, [asked])
    refused = refused_changes(made.save(tmp_path), [asked], sheet="Services", header_row=1)
    assert list(refused) == [Cell("Services", 2, 2)]


def test_a_reference_that_another_kind_of_element_uses_is_not_taken_out(tmp_path: Path) -> None:
    """The other one would lead nowhere."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/>', "https://a.example", after='<drawing r:id="rId1"/>')
    with pytest.raises(WorkbookRefused, match="shares its hyperlink"):
        write(made, tmp_path, [change((2, 2), "", old="https://a.example")])


@pytest.mark.parametrize("links", [
    '<hyperlink ref="B2:C2" r:id="rId1"/>', '<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="C2" r:id="rId1"/>',
    '<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="C2" r:id="rId2"/>',
])
def test_the_link_of_a_merged_cell_is_taken_out_whole(tmp_path: Path, links: str) -> None:
    """People see one cell; some programs lay the link on each that is under it."""
    made = linked(links + '<hyperlink ref="B3" r:id="rId3"/>', *["https://a.example"] * 3,
                  after='<mergeCells><mergeCell ref="B2:C2"/></mergeCells>')
    _, data = write(made, tmp_path, [change(place, "", old="https://a.example") for place in ((2, 2), (2, 3))])
    assert (seen(tmp_path, (2, 2)), seen(tmp_path, (2, 3))[1]) == (("Kooth", ()), ())
    assert seen(tmp_path, (3, 2)) == ("Keys", ("https://a.example",))
    assert unzipped(data)[SHEET].count(b"<hyperlink ") == 1


def test_of_two_links_on_one_cell_the_named_one_goes(tmp_path: Path) -> None:
    """The other one leads elsewhere."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B2" r:id="rId2"/>', "https://a.example", "https://b.example")
    write(made, tmp_path, [change((2, 2), "", old="https://a.example")])
    assert seen(tmp_path, (2, 2)) == ("Kooth", ("https://b.example",))


def test_a_link_is_taken_out_while_another_changes(tmp_path: Path) -> None:
    """And a third cell gets other words."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B3" location="x" r:id="rId2"/>',
                  "https://a.example", "https://b.example")
    write(made, tmp_path, [
        change((2, 2), "", old="https://a.example"), change((3, 2), "https://c.example#y", old="https://b.example#x"),
        change((2, 1), "Minds", old="Mental health")])
    assert [seen(tmp_path, place) for place in ((2, 2), (3, 2), (2, 1))] == [
        ("Kooth", ()), ("Keys", ("https://c.example#y",)), ("Minds", ())]


def test_a_link_made_by_a_formula_is_not_taken_out(tmp_path: Path) -> None:
    """It is part of the formula."""
    made = Made('<row r="1"><c r="A1" t="str"><f>HYPERLINK("https://a.example","x")</f><v>x</v></c></row>')
    with pytest.raises(WorkbookRefused, match="Services!A1 holds a formula"):
        write(made, tmp_path, [change((1, 1), "", old="https://a.example")])
