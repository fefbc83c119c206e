"""Rows below the last one: made where there is none, looking like those above, and taken into the table they follow."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from review_kit.errors import WorkbookRefused
from review_kit.excel import read_workbook, refused_changes, write_workbook
from review_kit.excel import write as write_module
from review_kit.excel.repack import repacked
from review_kit.model.workbook import Cell

from .kinds import KINDS, SIMPLE_ROWS, TABLE
from .office import EVERY_SHEET, converted, needs_office
from .packages import BOLD, DAY, TEXT, Made, by_calamine, by_openpyxl, change, inline, prefix_all, row, unzipped, zipped
from .writing import changed_parts, write

SHEET, TABLE_PART = "xl/worksheets/sheet1.xml", "xl/tables/table1.xml"
NEW = [change((4, 1), "Money"), change((4, 2), "=Budget & plan"), change((4, 3), "+44 115")]
NEW_TEXTS = {(4, 1): "Money", (4, 2): "=Budget & plan", (4, 3): "+44 115"}


def with_table(xml: str = TABLE, rows: str = SIMPLE_ROWS, after: str = "") -> Made:
    """The table workbook with another table part or other rows."""
    made = KINDS["table"]
    return replace(made, sheet=rows, after=after + made.after, parts={TABLE_PART: xml})


def table_of(data: bytes) -> str:
    """The table's own part."""
    return unzipped(data)[TABLE_PART].decode()


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in ("closed rows", "no rows", "merges", "shared formulas")])
def test_a_row_below_the_last_is_made_in_every_kind(tmp_path: Path, kind: str) -> None:
    """Readers that share no code with ours see it, and all else as it was."""
    made = KINDS[kind]
    receipt, data = write(made, tmp_path, NEW)
    assert changed_parts(made, data) == {SHEET} | ({TABLE_PART} if kind == "table" else set())
    assert receipt.cells_changed == 3
    if "utf16" not in kind:
        assert by_calamine(data, "Services") == by_calamine(made.data(), "Services") | NEW_TEXTS
    if kind != "strict":
        assert by_openpyxl(data, "Services") == by_openpyxl(made.data(), "Services") | NEW_TEXTS


def test_new_cells_look_like_the_cells_above(tmp_path: Path) -> None:
    """A date's format is not for a text: there the look is that of the plain cell at its left."""
    made = Made(row(1, "A", "B", "C", "D") + (
        f'<row r="2">{inline("A2", "a", TEXT)}{inline("B2", "b", BOLD)}<c r="C2" s="{DAY}"><v>46347</v></c></row>'))
    _, data = write(made, tmp_path, [change((r, c), "x") for r in (3, 4) for c in (1, 2, 3, 4)])
    looks = re.findall(r'<c r="([A-D][34])"(?: s="(\d)")?', unzipped(data)[SHEET].decode())
    assert looks == [(f"{c}{r}", s) for r in (3, 4) for c, s in
                     (("A", str(TEXT)), ("B", str(BOLD)), ("C", str(BOLD)), ("D", ""))]


@pytest.mark.parametrize("row_3", ['<row r="3" ht="20"/>', '<row r="3" ht="20"></row>'])
def test_a_row_that_is_there_without_cells_is_a_new_row_too(tmp_path: Path, row_3: str) -> None:
    """It keeps its height, and its new cells look like those above."""
    made = Made(row(1, "A") + f'<row r="2">{inline("A2", "a", BOLD)}</row>{row_3}')
    _, data = write(made, tmp_path, [change((3, 1), "x")])
    assert b'<row r="3" ht="20"><c r="A3" s="4" t="inlineStr">' in unzipped(data)[SHEET]


def test_cells_that_wait_for_a_text_keep_their_own_look(tmp_path: Path) -> None:
    """People format rows ahead."""
    made = Made(row(1, "A") + f'<row r="2">{inline("A2", "a", BOLD)}</row><row r="3"><c r="A3" s="{TEXT}"/></row>')
    _, data = write(made, tmp_path, [change((3, 1), "x")])
    assert b'<c r="A3" s="5" t="inlineStr">' in unzipped(data)[SHEET]


def test_the_first_row_below_the_headings_does_not_look_like_them(tmp_path: Path) -> None:
    """Headings are bold; services are not."""
    made = Made(f'<row r="1">{inline("A1", "Section", BOLD)}</row>')
    _, data = write(made, tmp_path, [change((2, 1), "x"), change((2, 2), "y", column="Status")])
    sheet = unzipped(data)[SHEET]
    assert b'<c r="A2" t="inlineStr">' in sheet
    assert b'<c r="B1" s="4" t="inlineStr">' in sheet


def test_a_row_far_below_the_others_takes_no_look(tmp_path: Path) -> None:
    """There is none above it to take."""
    made = Made(row(1, "A") + f'<row r="2">{inline("A2", "a", BOLD)}</row>')
    _, data = write(made, tmp_path, [change((2, 1), "b"), change((9, 1), "x")])
    assert b'<c r="A9" t="inlineStr">' in unzipped(data)[SHEET]


def test_a_table_grows_down_with_its_filter(tmp_path: Path) -> None:
    """By as many rows as follow without a gap; its columns stay."""
    rows = [change((r, 1), "x") for r in (4, 5, 7)]
    _, data = write(KINDS["table"], tmp_path, rows)
    assert table_of(data) == TABLE.replace("A1:C3", "A1:C5")
    assert openpyxl.load_workbook(io.BytesIO(data))["Services"].tables["Offer"].ref == "A1:C5"


def test_a_table_grows_down_and_to_the_right_in_one_go(tmp_path: Path) -> None:
    """New columns and new rows in the same write, and headings and names agree."""
    new = [*NEW, change((2, 4), "x", column="Status"), change((4, 5), "y", column="Cost")]
    _, data = write(KINDS["table"], tmp_path, new)
    assert table_of(data).count('ref="A1:E4"') == 2
    table = openpyxl.load_workbook(io.BytesIO(data))["Services"].tables["Offer"]
    assert [column.name for column in table.tableColumns] == [
        "Section", "Area of support", "Provider", "Status", "Cost"]
    assert by_calamine(data, "Services")[4, 5] == "y"


def test_a_new_row_that_fills_only_a_new_column_is_taken_in(tmp_path: Path) -> None:
    """The column is one of the table's by then."""
    _, data = write(KINDS["table"], tmp_path, [change((4, 4), "x", column="Status")])
    assert table_of(data).count('ref="A1:D4"') == 2


def test_a_table_grows_down_review_after_review(tmp_path: Path) -> None:
    """What one review wrote, the next one can add to."""
    path = KINDS["table"].save(tmp_path)
    for last in (4, 5):
        write_workbook(path, path, sheet="Services", header_row=1, changes=[change((last, 2), f"n{last}")],
                       log_sheet="Change log", log_header=["What"], log_rows=[["a row"]])
    assert table_of(path.read_bytes()).count('ref="A1:C5"') == 2
    assert [cell.text for cell in read_workbook(path).sheets[0].rows[5].values()] == ["n5"]


def test_a_table_with_prefixed_markup_or_without_headings_or_filter_grows_down(tmp_path: Path) -> None:
    """Its range says so."""
    prefixed = re.sub(r"<(/?)(table|autoF)", r"<\1x:\2", TABLE).replace("xmlns=", "xmlns:x=")
    assert table_of(write(with_table(prefixed), tmp_path, NEW)[1]).count('ref="A1:C4"') == 2
    bare = TABLE.replace('<autoFilter ref="A1:C3"/>', "").replace('name="Offer"', 'name="Offer" headerRowCount="0"', 1)
    assert table_of(write(with_table(bare), tmp_path, NEW)[1]).count('ref="A1:C4"') == 1


@pytest.mark.parametrize(("made", "asked"), [
    (with_table(TABLE.replace(' ref="A1:C3">', ' ref="A1:C3" totalsRowCount="1">')), NEW),
    (with_table(TABLE.replace(' ref="A1:C3">', ' ref="A1:C3" tableType="queryTable">')), NEW),
    (with_table(rows=SIMPLE_ROWS + row(4, "", "", "Source: a website")), NEW[:2]),
    (with_table(after='<mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>'), NEW[:1]),
    (with_table(), [change((5, 1), "after a gap")]),
    (with_table(), [change((4, 5), "beside it")]),
], ids=["totals", "query", "filled", "merged", "gap", "beside"])
def test_a_table_that_cannot_grow_stays_and_the_row_stands_below_it(
    tmp_path: Path, made: Made, asked: list[object],
) -> None:
    """A row of totals, a query behind it, something in the way, a gap, or nothing under the table itself."""
    _, data = write(made, tmp_path, asked)
    assert changed_parts(made, data) == {SHEET}


def test_a_table_does_not_grow_into_another(tmp_path: Path) -> None:
    """The one at the left grows to the right; the one below stays as it is."""
    made = KINDS["table"]
    second = TABLE.replace("A1:C3", "A4:C5").replace('id="1" name="Offer" displayName="Offer"',
                                                     'id="2" name="B" displayName="B" headerRowCount="0"')
    both = replace(
        made, after='<tableParts count="2"><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>',
        rels=[*made.rels, ("rId2", "table", "../tables/table2.xml", False)],
        parts={TABLE_PART: TABLE, "xl/tables/table2.xml": second})
    _, data = write(both, tmp_path, NEW)
    assert changed_parts(both, data) == {SHEET}


def test_a_cell_in_a_row_of_totals_is_refused(tmp_path: Path) -> None:
    """The table's own part says what stands there, and Excel repairs a file in which the two differ."""
    made = with_table(TABLE.replace(' ref="A1:C3">', ' ref="A1:C3" totalsRowCount="1">'))
    with pytest.raises(WorkbookRefused, match=r"Services!B3 is in the totals row of a table"):
        write(made, tmp_path, [change((3, 2), "x")])
    asked = [change((3, 2), "x"), change((4, 2), "y")]
    refused = refused_changes(made.save(tmp_path), asked, sheet="Services", header_row=1)
    assert list(refused) == [Cell("Services", 3, 2)]


def test_the_empty_row_of_a_new_table_is_filled_first(tmp_path: Path) -> None:
    """The table no longer says that it waits for its first row."""
    waiting = TABLE.replace("A1:C3", "A1:C2").replace(' name="Offer"', ' name="Offer" insertRow="1"', 1)
    made = with_table(waiting, SIMPLE_ROWS[:SIMPLE_ROWS.index('<row r="2"')])
    _, data = write(made, tmp_path, [change((2, 1), "first"), change((3, 1), "second")])
    assert table_of(data) == TABLE
    assert table_of(write(made, tmp_path, [change((1, 4), "Status")])[1]).count('insertRow="1"') == 1


def test_a_log_that_is_a_table_grows_with_its_rows(tmp_path: Path) -> None:
    """People make tables of their logs."""
    path = tmp_path / "r.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Services"
    log = book.create_sheet("Change log")
    for cells in (["When", "What"], ["2025-01-01", "old"]):
        log.append(cells)
    log.add_table(openpyxl.worksheet.table.Table(displayName="Log", ref="A1:B2"))
    book.save(path)
    write_workbook(path, path, sheet="Services", header_row=1, changes=[], log_sheet="Change log",
                   log_header=["What", "When"], log_rows=[["one", "2026-11-21"], ["two", "2026-11-21"]])
    assert openpyxl.load_workbook(path)["Change log"].tables["Log"].ref == "A1:B4"


def test_a_row_below_the_last_that_a_sheet_can_have_is_refused(tmp_path: Path) -> None:
    """Excel would not open the file."""
    with pytest.raises(WorkbookRefused, match="below the last row a sheet can have"):
        write(KINDS["simple"], tmp_path, [change((1_048_577, 1), "x")])


def spoils(part: str, old: str, new: str) -> Callable[[object], bytes]:
    """A writer that makes a slip in a part."""
    def spoilt(draft: object) -> bytes:
        parts = unzipped(repacked(draft))
        assert old.encode() in parts[part]
        return zipped(parts | {part: parts[part].replace(old.encode(), new.encode(), 1)})

    return spoilt


@pytest.mark.parametrize(("slip", "says"), [
    (spoils(TABLE_PART, ' ref="A1:C4">', ' ref="A1:C5">'), "a table on Services is not as large"),
    (spoils(TABLE_PART, '<autoFilter ref="A1:C4"', '<autoFilter ref="A1:C3"'), "a table on Services is not as large"),
    (spoils(TABLE_PART, 'displayName="Offer"', 'displayName="Other"'), "an element table"),
    (spoils(TABLE_PART, 'name="TableStyleMedium2"', 'name="TableStyleMedium3"'), "an element tableStyleInfo"),
    (spoils(TABLE_PART, "<tableColumns", '<sortState ref="A2:C4"/><tableColumns'), "elements that were not meant"),
    (spoils(SHEET, '<row r="4">', '<row r="4" hidden="1">'), "other cells of Services"),
    (spoils(SHEET, "</row></sheetData>", '<c r="D4"><v>1</v></c></row></sheetData>'), "other cells of Services"),
    (spoils(SHEET, "</sheetData>", '<row r="5"><c r="A5"><v>1</v></c></row></sheetData>'), "other cells of Services"),
    (spoils(SHEET, "Money", "Honey"), "does not hold what was to be written"),
    (spoils(SHEET, "Keys", "Kegs"), "other cells of Services"),
])
def test_a_slip_beside_a_new_row_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slip: Callable[[object], bytes], says: str,
) -> None:
    """The new row and the table's new range are accepted, and nothing else with them."""
    monkeypatch.setattr(write_module, "repacked", slip)
    with pytest.raises(WorkbookRefused, match=says):
        write(KINDS["table"], tmp_path, NEW)
    assert [file.name for file in tmp_path.iterdir()] == ["register.xlsx"]


@needs_office
def test_libreoffice_opens_a_register_with_new_rows(tmp_path: Path) -> None:
    """Its table's range, by which LibreOffice filters, holds the new row and the new column; the texts are texts."""
    write(KINDS["table"], tmp_path, [*NEW, change((2, 4), "x", column="Status")])
    (tmp_path / "new.xlsx").rename(tmp_path / "grown.xlsx")
    shown = converted(tmp_path / "grown.xlsx", EVERY_SHEET, tmp_path) / "grown-Services.csv"
    assert shown.read_text(encoding="utf-8").splitlines()[3] == "Money,=Budget & plan,+44 115,"
    again = converted(tmp_path / "grown.xlsx", "xlsx", tmp_path) / "grown.xlsx"
    assert [t.ref for t in openpyxl.load_workbook(again)["Services"].tables.values()] == ["A1:D4"]


def test_prefixed_rows_are_made_with_their_prefix(tmp_path: Path) -> None:
    """And look like those above too."""
    sheet = Made("").worksheet(f'<row r="2">{inline("A2", "a", BOLD)}</row>')
    made = Made("", parts={SHEET: prefix_all(sheet)})
    _, data = write(made, tmp_path, [change((3, 1), "x")])
    assert b'<x:row r="3"><x:c r="A3" s="4" t="inlineStr"><x:is>' in unzipped(data)[SHEET]
