"""Writing: the cells that were meant, and nothing else."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from review_kit.errors import RegisterError, WorkbookRefused
from review_kit.excel import place_columns, read_workbook, refused_changes, write_workbook
from review_kit.model.workbook import Cell

from .kinds import KINDS, SIMPLE_ROWS
from .packages import BOLD, DAY, Made, by_calamine, by_openpyxl, change, inline, row, unzipped
from .writing import changed_parts, write

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("table", "closed rows", "no rows")])
def test_one_cell_changes_one_part(tmp_path: Path, kind: str) -> None:
    """In every kind of workbook; readers that share no code with ours see the new text and all the old ones."""
    made = KINDS[kind]
    receipt, data = write(made, tmp_path, [change((3, 2), "Keys & <Co>")])
    # A workbook with formulas is also asked to work them out anew.
    book = {"xl/workbook.xml"} if kind == "shared formulas" else set()
    assert changed_parts(made, data) == {SHEET, *book}
    assert set(receipt.parts_changed) == {SHEET, *book}
    assert (receipt.cells_changed, receipt.parts_kept) == (1, len(made.all_parts()) - 1 - len(book))
    if "utf16" not in kind:
        assert by_calamine(data, "Services") == {**by_calamine(made.data(), "Services"), (3, 2): "Keys & <Co>"}
    if kind != "strict":
        assert by_openpyxl(data, "Services") == {**by_openpyxl(made.data(), "Services"), (3, 2): "Keys & <Co>"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_and_a_log_can_be_added_to_every_kind(tmp_path: Path, kind: str) -> None:
    """A new column with its header, and a sheet that was not there."""
    made = KINDS[kind]
    path = made.save(tmp_path)
    column = place_columns(read_workbook(path), "Services", 1, ["Status"])["Status"]
    asked = [change((2, column), "current", column="Status")]
    receipt, data = write(made, tmp_path, asked, rows=[["2026-11-21", "=a"]])
    assert receipt.cells_changed == 2
    if "utf16" not in kind:
        new = {(1, column): "Status", (2, column): "current"}
        assert by_calamine(data, "Services") == by_calamine(made.data(), "Services") | new
        log = {(1, 1): "When", (1, 2): "What", (2, 1): "2026-11-21", (2, 2): "=a"}
        assert by_calamine(data, "Change log") == log


def test_untouched_parts_keep_their_compressed_bytes_their_dates_and_their_order(tmp_path: Path) -> None:
    """Nothing is unpacked that need not be."""
    made = KINDS["drawing, drop-downs, label, threaded comments"]
    _, data = write(made, tmp_path, [change((2, 1), "x")])
    with zipfile.ZipFile(io.BytesIO(made.data())) as before, zipfile.ZipFile(io.BytesIO(data)) as after:
        assert after.testzip() is None
        for old, new in zip(before.infolist(), after.infolist(), strict=True):
            assert (old.filename, old.date_time, old.external_attr) == (new.filename, new.date_time, new.external_attr)
            if old.filename != SHEET:
                assert (old.CRC, old.compress_size) == (new.CRC, new.compress_size)


def test_nothing_to_write_gives_the_very_same_bytes(tmp_path: Path) -> None:
    """A review without changes makes a copy."""
    receipt, data = write(KINDS["simple"], tmp_path)
    assert data == KINDS["simple"].data()
    assert (receipt.cells_changed, receipt.parts_changed) == (0, ())


@pytest.mark.parametrize("text", [
    "=cmd|'/c calc'!A1", "=HYPERLINK(\"https://x\")", "+1", "-1", "@SUM(1)", "\t=1", "2026-11-21", "0123", " padded ",
    "a\r\nb\tc", "_x0041_", "😀\x00\ufffe", "<t/>&amp;\"']]>", "x" * 32_767,
])
def test_a_text_stays_a_text(tmp_path: Path, text: str) -> None:
    """No formula, no number, no date is made of it, and it comes back as it was."""
    _, data = write(KINDS["simple"], tmp_path, [change((2, 1), text)])
    (tmp_path / "again.xlsx").write_bytes(data)
    cell = read_workbook(tmp_path / "again.xlsx").sheets[0].at(2, 1)
    assert (cell.text, cell.formula) == (text, "")
    assert openpyxl.load_workbook(io.BytesIO(data))["Services"]["A2"].data_type == "s"


def test_an_emptied_cell_keeps_its_look(tmp_path: Path) -> None:
    """The cell stays, without a text."""
    made = Made(f'<row r="1">{inline("A1", "x", BOLD)}</row>')
    _, data = write(made, tmp_path, [change((1, 1), "")])
    assert b'<c r="A1" s="4"/>' in unzipped(data)[SHEET]


def test_new_cells_take_the_look_of_their_left_neighbour_but_no_date_format(tmp_path: Path) -> None:
    """A text in a date format would still be a text, but the next person's date would not show as typed."""
    made = Made(
        f'<row r="1">{inline("A1", "Section", BOLD)}</row><row r="2">{inline("A2", "x", BOLD)}</row>'
        f'<row r="3"><c r="A3" s="{DAY}"><v>46347</v></c></row>',
    )
    _, data = write(made, tmp_path, [change((2, 2), "a", column="Status"), change((3, 2), "b", column="Status")])
    sheet = unzipped(data)[SHEET]
    assert b'<c r="B1" s="4" t="inlineStr">' in sheet
    assert b'<c r="B2" s="4" t="inlineStr">' in sheet
    assert b'<c r="B3" t="inlineStr">' in sheet


def test_the_sheets_hints_of_its_reach_stay_true(tmp_path: Path) -> None:
    """`dimension` and the rows' `spans` are widened."""
    made = Made('<row r="2" spans="1:2"><c r="A2"><v>1</v></c></row>', before='<dimension ref="A2:B2"/>')
    _, data = write(made, tmp_path, [change((2, 5), "x"), change((9, 1), "y")])
    sheet = unzipped(data)[SHEET]
    assert b'<dimension ref="A1:E9"/>' not in sheet
    assert b'<dimension ref="A2:E9"/>' in sheet
    assert b'spans="1:5"' in sheet


def test_rows_that_are_missing_go_in_where_they_belong(tmp_path: Path) -> None:
    """Before, between and after those that exist."""
    made = Made(row(3, "three") + row(7, "seven"))
    _, data = write(made, tmp_path, [change((r, 1), str(r)) for r in (9, 1, 5, 4)])
    assert by_calamine(data, "Services") == {
        (1, 1): "1", (3, 1): "three", (4, 1): "4", (5, 1): "5", (7, 1): "seven", (9, 1): "9",
    }


@pytest.mark.parametrize(("xml", "after", "place", "why"), [
    ('<c r="A1"><f>1+1</f><v>2</v></c>', "", (1, 1), r"Services!A1 holds a formula"),
    ('<c r="A1" vm="1"><v>2</v></c>', "", (1, 1), r"Services!A1 holds a picture"),
    ('<c r="A1"/>', '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>', (2, 2), r"B2 lies under .* Services!A1"),
    ('<c r="A1"/>', '<mergeCells><mergeCell ref="A:B"/></mergeCells>', (9, 2), r"Services!B9 lies under"),
    ('<c r="A1"><f t="array" ref="A1:B3">1</f></c>', "", (3, 2), r"Services!B3 is filled by a formula"),
])
def test_a_cell_that_would_lose_something_is_refused(
    tmp_path: Path, xml: str, after: str, place: tuple[int, int], why: str,
) -> None:
    """The sentence names the cell and says what to do; the target is not made."""
    made = Made(f'<row r="1">{xml}</row>', after=after)
    with pytest.raises(WorkbookRefused, match=why):
        write(made, tmp_path, [change(place, "x")])
    assert not (tmp_path / "new.xlsx").exists()
    refused = refused_changes(made.save(tmp_path), [change(place, "x")], sheet="Services", header_row=1)
    assert list(refused) == [Cell("Services", *place)]


def test_the_first_cell_of_a_merge_can_be_written(tmp_path: Path) -> None:
    """It is the one that people see."""
    made = Made(row(1, "a"), after='<mergeCells><mergeCell ref="A1:C2"/></mergeCells>')
    _, data = write(made, tmp_path, [change((1, 1), "b")])
    assert by_calamine(data, "Services") == {(1, 1): "b"}


def test_a_column_may_be_made_before_it_holds_anything(tmp_path: Path) -> None:
    """Its header is then a change like any other."""
    receipt, data = write(KINDS["table"], tmp_path, [change((1, 4), "Status"), change((2, 5), "free", column="Cost")])
    assert receipt.cells_changed == 3
    assert openpyxl.load_workbook(io.BytesIO(data))["Services"].tables["Offer"].ref == "A1:E3"


def test_a_text_too_long_for_a_cell_is_refused(tmp_path: Path) -> None:
    """Excel would cut it off and say that the file is damaged."""
    with pytest.raises(WorkbookRefused, match="32,767"):
        write(KINDS["simple"], tmp_path, [change((2, 1), "x" * 32_768)])


def test_many_refusals_are_told_in_short(tmp_path: Path) -> None:
    """Three by name, the others by number."""
    formulas = "".join(f'<c r="{letter}1"><f>1</f></c>' for letter in "ABCDE")
    with pytest.raises(WorkbookRefused, match=r"C1 holds a formula.*And 2 more cells"):
        write(Made(f'<row r="1">{formulas}</row>'), tmp_path, [change((1, c), "x") for c in range(1, 6)])


@pytest.mark.parametrize(("data", "why"), [
    (row(2, "a") + row(1, "b"), "rows are out of order"),
    ('<row r="1"><c r="B1"/><c r="A1"/></row>', "cells are out of order"),
    ('<row r="1"><c r="A0"/></row>', "place is not one"),
])
def test_a_sheet_that_excel_would_repair_is_refused(tmp_path: Path, data: str, why: str) -> None:
    """What a splice would do to it cannot be told."""
    with pytest.raises(WorkbookRefused, match=why):
        write(Made(data), tmp_path, [change((5, 5), "x")])


def test_two_texts_for_one_cell_are_refused(tmp_path: Path) -> None:
    """Neither is chosen in silence; the same text twice is no contradiction."""
    with pytest.raises(WorkbookRefused, match=r"Services!A2 to hold different"):
        write(KINDS["simple"], tmp_path, [change((2, 1), "x"), change((2, 1), "y")])
    assert write(KINDS["simple"], tmp_path, [change((2, 1), "x"), change((2, 1), "x")])[0].cells_changed == 1


def test_a_sheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The sentence names it."""
    with pytest.raises(WorkbookRefused, match="no worksheet Elsewhere"):
        write(KINDS["simple"], tmp_path, [change((2, 1), "x", sheet="Elsewhere")])


def test_a_sheet_is_found_whatever_its_case(tmp_path: Path) -> None:
    """Excel itself does not tell `services` from `Services`."""
    _, data = write(KINDS["simple"], tmp_path, [change((2, 1), "x", sheet="SERVICES")])
    assert by_calamine(data, "Services")[2, 1] == "x"


def test_formula_results_are_to_be_renewed(tmp_path: Path) -> None:
    """A count of what changed would else show its old result."""
    _, data = write(KINDS["shared formulas"], tmp_path, [change((2, 1), "x")])
    assert b'<calcPr fullCalcOnLoad="1" calcId' in unzipped(data)["xl/workbook.xml"]


def test_the_files_own_properties_name_who_saved_it_when(tmp_path: Path) -> None:
    """SharePoint keeps no new version of a file whose time has not changed."""
    made = KINDS["drawing, drop-downs, label, threaded comments"]
    _, data = write(made, tmp_path, [change((2, 1), "x")], modified_at="2026-11-21T09:00:00Z", modified_by="Ann & Co")
    assert changed_parts(made, data) == {SHEET, "docProps/core.xml"}
    core = unzipped(data)["docProps/core.xml"]
    assert b'xsi:type="dcterms:W3CDTF">2026-11-21T09:00:00Z</dcterms:modified>' in core
    assert b"<cp:lastModifiedBy>Ann &amp; Co</cp:lastModifiedBy>" in core


def test_a_register_can_be_written_onto_itself(tmp_path: Path) -> None:
    """It is read whole before anything is written."""
    path = KINDS["simple"].save(tmp_path)
    write_workbook(
        path, path, sheet="Services", header_row=1, changes=[change((2, 1), "x")], log_sheet="Change log",
        log_header=["When"], log_rows=[["now"]],
    )
    assert by_calamine(path.read_bytes(), "Services")[2, 1] == "x"
    assert [file.name for file in tmp_path.iterdir()] == ["register.xlsx"]


def test_a_missing_source_is_told(tmp_path: Path) -> None:
    """The same words as in reading."""
    with pytest.raises(RegisterError, match="There is no file"):
        refused_changes(tmp_path / "gone.xlsx", [], sheet="Services", header_row=1)


def test_the_rows_stay_as_they_are(tmp_path: Path) -> None:
    """Heights and all else that a row says of itself."""
    made = Made(SIMPLE_ROWS.replace('<row r="2">', '<row r="2" ht="44.5" customHeight="1">'))
    _, data = write(made, tmp_path, [change((2, 1), "x")])
    assert b'<row r="2" ht="44.5" customHeight="1">' in unzipped(data)[SHEET]
