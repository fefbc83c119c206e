"""The look of a cell whose link was taken out: words that lead nowhere should not look like a link."""

import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from review_kit.excel import read_workbook, write_workbook

from .packages import MAIN, Made, change, inline, unzipped
from .test_retarget import SHEET, linked
from .writing import changed_parts, write

SHIPPED = Path(__file__).parents[2] / "offer_register.xlsx"
PLAIN, LINK, BOLD_LINK, WRAPPED, RED, NOT_UNDERLINED = range(6)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="5"><font><sz val="11"/><color theme="1"/></font>'
    '<font><u/><sz val="11"/><color theme="10"/></font><font><b/><u val="double"/><sz val="11"/></font>'
    '<font><sz val="11"/><color rgb="FFFF0000"/></font><font><u val="none"/><sz val="11"/></font></fonts>'
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" xfId="1" applyFont="1"/><xf numFmtId="0" fontId="2"/>'
    '<xf numFmtId="0" fontId="0"><alignment wrapText="1"/></xf><xf numFmtId="0" fontId="3"/>'
    '<xf numFmtId="0" fontId="4"/></cellXfs><cellStyles count="2"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    '<cellStyle name="Hyperlink" xfId="1" builtinId="8"/></cellStyles></styleSheet>'
)


def row_of(*styles: int, links: str = '<hyperlink ref="B1" r:id="rId1"/>') -> Made:
    """One row of cells in these looks, the second of which has a link."""
    made = linked(links, "https://a.example", "https://b.example")
    cells = (inline(f"{'ABC'[at]}1", "words", style) for at, style in enumerate(styles))
    made.sheet = f'<row r="1">{"".join(cells)}</row>'
    made.parts = {"xl/styles.xml": STYLES}
    return made


def looks(data: bytes) -> list[int]:
    """The looks of the row's cells."""
    return [int(style) for style in re.findall(rb'<c r="[A-Z]1"(?: s="(\d)")?', unzipped(data)[SHEET])]


@pytest.mark.parametrize(("before", "now"), [
    ((PLAIN, LINK, PLAIN), PLAIN), ((PLAIN, LINK, WRAPPED), PLAIN), ((WRAPPED, LINK, PLAIN), PLAIN),
    ((LINK, LINK, NOT_UNDERLINED), NOT_UNDERLINED), ((PLAIN, LINK), PLAIN),
    ((PLAIN, LINK, RED), LINK), ((LINK, LINK, LINK), LINK), ((PLAIN, BOLD_LINK, PLAIN), BOLD_LINK),
    ((WRAPPED, LINK, WRAPPED), LINK), ((PLAIN, RED, PLAIN), RED), ((PLAIN, 9, PLAIN), 9),
])
def test_the_cell_looks_as_a_neighbour_that_differs_in_underline_and_colour_alone(
    tmp_path: Path, before: tuple[int, ...], now: int,
) -> None:
    """Where there is none, or two that differ, it keeps its look; no format is made."""
    made = row_of(*before)
    _, data = write(made, tmp_path, [change((1, 2), "", old="https://a.example")])
    assert looks(data) == [before[0], now, *before[2:]]
    assert changed_parts(made, data) == {SHEET, "xl/worksheets/_rels/sheet1.xml.rels"}


def test_words_that_go_with_the_link_leave_a_plain_cell(tmp_path: Path) -> None:
    """The next person's text should not look like a link either."""
    made = row_of(PLAIN, LINK)
    made.sheet = made.sheet.replace("words", "a.example")
    _, data = write(made, tmp_path, [change((1, 2), "", old="https://a.example")])
    assert b'<c r="B1" s="0"/>' in unzipped(data)[SHEET]


def test_a_cell_that_still_has_a_link_keeps_its_look(tmp_path: Path) -> None:
    """It is one."""
    made = row_of(PLAIN, LINK, links='<hyperlink ref="B1" r:id="rId1"/><hyperlink ref="A1:B2" r:id="rId2"/>')
    assert looks(write(made, tmp_path, [change((1, 2), "", old="https://a.example")])[1]) == [PLAIN, LINK]


def test_a_link_on_an_empty_cell_is_taken_out(tmp_path: Path) -> None:
    """There is no look to change."""
    made = row_of(PLAIN, links='<hyperlink ref="B1" r:id="rId1"/>')
    assert looks(write(made, tmp_path, [change((1, 2), "", old="https://a.example")])[1]) == [PLAIN]


def test_the_links_of_the_shipped_register_can_all_be_taken_out(tmp_path: Path) -> None:
    """Its underlined blue turns into the look of all other cells."""
    path = Path(shutil.copy(SHIPPED, tmp_path))
    before = read_workbook(path).sheets[0]
    cells = [cell for row in before.rows.values() for cell in row.values() if cell.targets]
    changes = [change((c.cell.row, c.cell.column), "", old=target) for c in cells for target in c.targets]
    assert len(changes) >= 7
    write_workbook(path, path, sheet="Services", header_row=1, changes=changes, log_sheet="Change log",
                   log_header=["What"], log_rows=[])
    after = read_workbook(path).sheets[0]
    assert not any(cell.targets for row in after.rows.values() for cell in row.values())
    sheet = openpyxl.load_workbook(path)["Services"]
    assert {sheet.cell(c.cell.row, c.cell.column).font.u for c in cells} == {None}
    assert [after.at(c.cell.row, c.cell.column).text for c in cells] == [c.text for c in cells]
