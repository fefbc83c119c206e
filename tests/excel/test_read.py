"""A workbook as read: compared with readers that share no code with ours."""

import datetime as dt
import hashlib
from pathlib import Path

import openpyxl
import pytest

from review_kit.excel import read_workbook
from review_kit.model.workbook import Area, Cell, Sheet

from .kinds import KINDS
from .packages import BOLD, DAY, MOMENT, PHONE, Made, by_calamine, by_openpyxl, inline, row, zipped


def texts(sheet: Sheet | None) -> dict[tuple[int, int], str]:
    """The texts by place."""
    assert sheet is not None
    return {(r, c): cell.text for r, columns in sheet.rows.items() for c, cell in columns.items()}


def read(made: Made, folder: Path) -> Sheet:
    """The first sheet of a hand-made workbook."""
    return read_workbook(made.save(folder)).sheets[0]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "utf16" not in kind])
def test_every_kind_of_workbook_reads_as_calamine_reads_it(tmp_path: Path, kind: str) -> None:
    """Strict, prefixed, implied places: the same texts in the same places. Calamine reads no UTF-16."""
    made = KINDS[kind]
    theirs = by_calamine(made.data(), "Services")
    whole = {place: str(int(value)) if isinstance(value, float) else value for place, value in theirs.items()}
    assert texts(read(made, tmp_path)) == whole


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("strict", "rich text", "shared formulas")])
def test_most_kinds_read_as_openpyxl_reads_them(tmp_path: Path, kind: str) -> None:
    """Openpyxl sees no sheets in strict workbooks, and leaves escapes in texts."""
    assert texts(read(KINDS[kind], tmp_path)) == by_openpyxl(KINDS[kind].data(), "Services")


def test_the_very_bytes_are_named(tmp_path: Path) -> None:
    """The digest is that of the file, so that a later change is noticed."""
    path = KINDS["simple"].save(tmp_path)
    book = read_workbook(str(path))
    assert book.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert book.path == str(path)


def test_values_of_every_kind_are_shown_as_a_person_sees_them(tmp_path: Path) -> None:
    """Phones keep their noughts, dates are ISO, whole numbers have no point."""
    cells = (
        f'<c r="A1" s="{PHONE}"><v>1332641000</v></c><c r="B1" s="{DAY}"><v>46347</v></c><c r="C1" s="{MOMENT}">'
        '<v>46347.604166666664</v></c><c r="D1"><v>42</v></c><c r="E1"><v>0.30000000000000004</v></c>'
        '<c r="F1" t="b"><v>1</v></c><c r="G1" t="d"><v>2026-11-21T00:00:00</v></c>'
        '<c r="H1" t="str"><f>A1</f><v>x</v></c>'
    )
    seen = read(Made(f'<row r="1">{cells}</row>'), tmp_path).rows[1]
    assert [cell.text for cell in seen.values()] == [
        "01332641000", "2026-11-21", "2026-11-21 14:30", "42", "0.3", "TRUE", "2026-11-21", "x",
    ]
    assert not any(cell.problem for cell in seen.values())
    assert seen[8].formula == "A1"


@pytest.mark.parametrize(("xml", "text", "problem"), [
    ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!", "shows the error #REF!"),
    ('<c r="A1" t="s"><v>7</v></c>', "", "text is missing"),
    ('<c r="A1" t="s"><v>-1</v></c>', "", "text is missing"),
    ('<c r="A1"><v>many</v></c>', "many", "not one"),
    ('<c r="A1"><v>NaN</v></c>', "NaN", "not one"),
    ('<c r="A1" s="2"><v>1E9</v></c>', "1000000000", "no day of the calendar"),
    ('<c r="A0"><v>5</v></c>', "5", "its place is written as 'A0'"),
    ("<c r='A1'><f>1+1</f></c>", "", "no saved result"),
    ('<c r="A1" s="999999"><v>5</v></c>', "5", ""),
])
def test_a_cell_that_cannot_be_read_says_so_and_the_rest_goes_on(
    tmp_path: Path, xml: str, text: str, problem: str,
) -> None:
    """Nothing in one cell stops the reading of the others."""
    sheet = read(Made(f'<row r="1">{xml}{inline("B1", "next")}</row>'), tmp_path)
    cell = sheet.at(1, 1)
    assert cell.text == text
    assert problem in cell.problem
    assert sheet.at(1, 2).text == "next"


def test_addresses_behind_cells_are_found(tmp_path: Path) -> None:
    """Hyperlinks with a place inside the page, on several cells, and inside the workbook."""
    links = (
        '<hyperlinks><hyperlink ref="A1" r:id="rId1" location="who"/><hyperlink ref="A2:B2" r:id="rId2"/>'
        '<hyperlink ref="C1" location="Lists!A1"/><hyperlink ref="C2" r:id="rId9"/><hyperlink ref="zz" r:id="rId1"/>'
        "</hyperlinks>"
    )
    rels = [("rId1", "hyperlink", "https://a.example/?x=1&amp;y=2", True),
            ("rId2", "hyperlink", "mailto:jo@a.example", True)]
    sheet = read(Made(row(1, "Kooth", "plain", "inside"), after=links, rels=rels), tmp_path)
    assert sheet.at(1, 1).targets == ("https://a.example/?x=1&y=2#who",)
    assert sheet.at(2, 1).targets == sheet.at(2, 2).targets == ("mailto:jo@a.example",)
    assert sheet.at(1, 3).targets == ()
    assert "missing" in sheet.at(2, 3).problem


def test_addresses_in_formulas_are_found(tmp_path: Path) -> None:
    """With or without a saved result; a shared formula's references are not followed from the wrong cell."""
    cells = (
        '<c r="A1" t="str"><f>HYPERLINK("https://a.example","Kooth")</f><v>Kooth</v></c>'
        '<c r="B1"><f>HYPERLINK("https://b.example","Keys")</f></c>'
        '<c r="C1" t="str"><f>HYPERLINK(D1,"x")</f><v>x</v></c>' + inline("D1", "https://d.example")
        + '<c r="E1" t="str"><f t="shared" si="0" ref="E1:F1">HYPERLINK(D1,"y")</f><v>y</v></c>'
        '<c r="F1" t="str"><f t="shared" si="0"/><v>y</v></c>'
    )
    sheet = read(Made(f'<row r="1">{cells}</row>'), tmp_path)
    assert [sheet.at(1, column).targets for column in range(1, 7)] == [
        ("https://a.example",), ("https://b.example",), ("https://d.example",), (), ("https://d.example",), (),
    ]
    assert [sheet.at(1, column).text for column in (1, 2, 3)] == ["Kooth", "Keys", "x"]
    assert [bool(sheet.at(1, column).problem) for column in range(1, 7)] == [False] * 5 + [True]


def test_rows_with_nothing_to_see_are_left_out(tmp_path: Path) -> None:
    """Styled, blank and far cells, and formulas that show nothing."""
    data = (
        f'<row r="1"><c r="A1" s="{BOLD}"/>{inline("B1", "  ")}</row>{row(2, "here")}<row r="3"><c r="A3" t="str">'
        '<f>IF(A2="","x","")</f><v></v></c></row>'
        f'<row r="1048576">{inline("A1048576", " ")}{inline("XFD1048576", "&#160;")}</row>'
    )
    assert list(read(Made(data), tmp_path).rows) == [2]


def test_a_formula_that_shows_nothing_still_holds_its_place_in_a_row(tmp_path: Path) -> None:
    """A new column must not be put where formulas stand ready."""
    cells = inline("A1", "x") + '<c r="C1" t="str"><f>IF(A1="","x","")</f><v></v></c>'
    assert read(Made(f'<row r="1">{cells}</row>'), tmp_path).at(1, 3).formula


def test_merges_are_areas_however_large(tmp_path: Path) -> None:
    """A merge of one cell merges nothing; one that is no range is passed over."""
    merges = "".join(f'<mergeCell ref="{reference}"/>' for reference in ("A2:E2", "A:B", "C1", "?"))
    sheet = read(Made(row(1, "a"), after=f"<mergeCells>{merges}</mergeCells>"), tmp_path)
    assert sheet.merged == (Area(2, 1, 2, 5), Area(1, 1, 1_048_576, 2))


def test_hidden_sheets_are_flagged_and_chart_sheets_left_out(tmp_path: Path) -> None:
    """Very hidden ones too, which Excel's own menu does not show."""
    book = openpyxl.Workbook()
    for name, state in (("Hidden", "hidden"), ("Deep", "veryHidden")):
        book.create_sheet(name).sheet_state = state
    book.create_chartsheet("Chart")
    book.save(tmp_path / "r.xlsx")
    sheets = read_workbook(tmp_path / "r.xlsx").sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sheet", False), ("Hidden", True), ("Deep", True)]


def test_a_workbook_without_texts_or_styles_is_read(tmp_path: Path) -> None:
    """Some writers leave these parts out, though the workbook refers to them."""
    made = Made('<row r="1"><c r="A1"><v>5</v></c></row>')
    parts = made.all_parts()
    del parts["xl/styles.xml"], parts["xl/sharedStrings.xml"]
    (tmp_path / "r.xlsx").write_bytes(zipped(parts))
    assert read_workbook(tmp_path / "r.xlsx").sheets[0].at(1, 1).text == "5"


def test_a_workbook_of_openpyxl_reads_back(tmp_path: Path) -> None:
    """Dates of both calendars, links, numbers: what was put in."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    moment = dt.datetime(2026, 11, 21, 14, 30)  # noqa: DTZ001 - a workbook's dates have no time zone
    sheet.append(["Kooth", dt.date(2026, 11, 21), moment, 7, True])
    sheet["A1"].hyperlink = "https://kooth.example/"
    book.save(tmp_path / "r.xlsx")
    read_book = read_workbook(tmp_path / "r.xlsx")
    assert list(texts(read_book.sheets[0]).values()) == ["Kooth", "2026-11-21", "2026-11-21 14:30", "7", "TRUE"]
    assert read_book.sheets[0].at(1, 1).targets == ("https://kooth.example/",)
    assert read_book.sheets[0].at(1, 1).cell == Cell("Sheet", 1, 1)
