"""Excel tables grow with the columns put beside them, and their headings are not touched."""

import io
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from review_kit.errors import WorkbookRefused
from review_kit.excel import read_workbook, write_workbook

from .kinds import KINDS, SIMPLE_ROWS, TABLE
from .packages import Made, by_calamine, change, row, unzipped
from .writing import changed_parts, write

TABLE_PART = "xl/tables/table1.xml"


def with_table(xml: str, rows: str = SIMPLE_ROWS) -> Made:
    """The table workbook with another table part."""
    return replace(KINDS["table"], sheet=rows, parts={TABLE_PART: xml})


@pytest.mark.parametrize("name", ["Status", 'In "plain" <words> & more', "Assured\non", "_x0041_"])
def test_a_table_grows_to_hold_new_columns(tmp_path: Path, name: str) -> None:
    """Range, filter, count and names agree with the cells, to the letter: else Excel repairs the file."""
    made = KINDS["table"]
    _, data = write(made, tmp_path, [change((2, 4), "x", column=name), change((3, 5), "y", column="Cost")])
    assert changed_parts(made, data) == {"xl/worksheets/sheet1.xml", TABLE_PART}
    part = unzipped(data)[TABLE_PART].decode()
    assert part.count('ref="A1:E3"') == 2
    assert 'tableColumns count="5"' in part
    assert re.findall(r' id="(\d)" name="[^"]*"/>', part) == ["1", "2", "5", "6", "7"] or '"' in name
    table = openpyxl.load_workbook(io.BytesIO(data))["Services"].tables["Offer"]
    assert table.ref == "A1:E3"
    assert by_calamine(data, "Services")[1, 4] == name


def test_a_table_with_prefixed_markup_grows(tmp_path: Path) -> None:
    """The new column carries the prefix of the others."""
    xml = re.sub(r"<(/?)(table|autoF)", r"<\1x:\2", TABLE).replace("xmlns=", "xmlns:x=")
    _, data = write(with_table(xml), tmp_path, [change((2, 4), "x", column="Status")])
    assert b'<x:tableColumn id="6" name="Status"/></x:tableColumns>' in unzipped(data)[TABLE_PART]


@pytest.mark.parametrize("made", [
    with_table(TABLE, SIMPLE_ROWS.replace('<row r="3">', '<row r="3">') + row(4, "", "", "", "", "in the way")),
    with_table(TABLE.replace('displayName="Offer"', 'displayName="Offer" headerRowCount="0"')),
    with_table(TABLE.replace('displayName="Offer"', 'displayName="Offer" tableType="queryTable"')),
    with_table(TABLE.replace("A1:C3", "A2:C3")),
])
def test_a_table_that_cannot_grow_stays_and_the_column_stands_beside_it(tmp_path: Path, made: Made) -> None:
    """Filled cells between, no header, a query behind it, or a header in another row."""
    column = 6
    _, data = write(made, tmp_path, [change((2, column), "x", column="Status")])
    assert changed_parts(made, data) == {"xl/worksheets/sheet1.xml"}


def test_cells_in_the_way_keep_a_table_from_growing(tmp_path: Path) -> None:
    """Someone's own column beside the table does not become part of it."""
    rows = SIMPLE_ROWS.replace("</row>", '<c r="D3"><v>1</v></c></row>', 3)
    rows = rows.replace('<c r="D3"><v>1</v></c></row><row', "</row><row")
    made = with_table(TABLE, rows)
    _, data = write(made, tmp_path, [change((2, 4), "x", column="Status")])
    assert changed_parts(made, data) == {"xl/worksheets/sheet1.xml"}


def test_a_tables_heading_is_refused(tmp_path: Path) -> None:
    """Formulas may name it."""
    with pytest.raises(WorkbookRefused, match="Services!A1 is the heading of a table"):
        write(KINDS["table"], tmp_path, [change((1, 1), "x")])


def test_a_second_column_of_one_name_is_refused(tmp_path: Path) -> None:
    """Excel allows none in a table."""
    with pytest.raises(WorkbookRefused, match="a column PROVIDER already"):
        write(KINDS["table"], tmp_path, [change((2, 4), "x", column="PROVIDER")])


def test_a_table_part_that_is_not_in_order_is_refused(tmp_path: Path) -> None:
    """Its range is not one."""
    with pytest.raises(WorkbookRefused, match="a range is not one"):
        write(with_table(TABLE.replace('"A1:C3"', '"?"')), tmp_path, [change((2, 1), "x")])


def test_a_cell_of_a_pivot_table_is_refused(tmp_path: Path) -> None:
    """Its next refresh would undo the change."""
    made = Made(
        SIMPLE_ROWS, rels=[("rId1", "pivotTable", "../pivotTables/p.xml", False)],
        parts={"xl/pivotTables/p.xml": '<pivotTableDefinition><location ref="A1:B2"/></pivotTableDefinition>'},
    )
    with pytest.raises(WorkbookRefused, match="Services!A2 is filled by a pivot table"):
        write(made, tmp_path, [change((2, 1), "x")])


def test_a_table_of_openpyxl_grows_twice(tmp_path: Path) -> None:
    """What one review wrote, the next one can add to."""
    path = tmp_path / "r.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Services"
    for cells in (["Section", "Provider"], ["a", "b"]):
        book.active.append(cells)
    book.active.add_table(openpyxl.worksheet.table.Table(displayName="Offer", ref="A1:B2"))
    book.save(path)
    for column, name in ((3, "Status"), (4, "Cost")):
        write_workbook(
            path, path, sheet="Services", header_row=1, changes=[change((2, column), "x", column=name)],
            log_sheet="Change log", log_header=["What"], log_rows=[[name]],
        )
    table = openpyxl.load_workbook(path)["Services"].tables["Offer"]
    assert table.ref == "A1:D2"
    assert [column.name for column in table.tableColumns] == ["Section", "Provider", "Status", "Cost"]
    assert [cell.text for cell in read_workbook(path).sheets[1].rows[3].values()] == ["Cost"]
