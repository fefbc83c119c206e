"""Days that stand as dates where a column holds dates, and as text everywhere else."""

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.table import Table

from review_kit.errors import WorkbookRefused
from review_kit.excel import read_workbook, refused_changes, write_workbook
from review_kit.excel import write as write_module

from .kinds import KINDS
from .office import converted, needs_office
from .packages import BOLD, DAY, MOMENT, TEXT, Made, by_calamine, change, inline, prefix_all, row, unzipped
from .test_new_rows import spoils
from .test_retarget import linked
from .writing import write

SHEET = "xl/worksheets/sheet1.xml"
SHIPPED = Path(__file__).parents[2] / "offer_register.xlsx"
ISO, SERIAL = "2026-11-21", 46347
MIDNIGHT = datetime(2026, 11, 21)  # noqa: DTZ001 - as openpyxl gives a date


def day(place: tuple[int, int], new: str = ISO, *, column: str = "") -> object:
    """A change that gives a cell a day."""
    return change(place, new, column=column, day=True)


def cell_of(data: bytes, place: str) -> str:
    """One cell as the sheet's part has it."""
    sheet = unzipped(data)[SHEET].decode()
    start = sheet.index(f'<c r="{place}"')
    end = sheet.index(">", start)
    return sheet[start:end + 1] if sheet[end - 1] == "/" else sheet[start:sheet.index("</c>", start) + 4]


def read(folder: Path, place: tuple[int, int]) -> str:
    """What the kit reads in the new file."""
    return read_workbook(folder / "new.xlsx").sheets[0].at(*place).text


DATED = f'<c r="B2" s="{DAY}"><v>40000</v></c>'


@pytest.mark.parametrize("cell", [
    DATED, f'<c r="B2" s="{DAY}"/>', f'<c r="B2" s="{DAY}" t="n"/>', inline("B2", "soon", DAY),
    f'<c r="B2" s="{DAY}" cm="1" t="d"><v>2020-01-01</v></c>',
])
def test_a_day_in_a_cell_for_dates_is_a_date(tmp_path: Path, cell: str) -> None:
    """Whatever stood there; the look stays, and other programs see a date."""
    receipt, data = write(Made(row(1, "A", "B") + f'<row r="2">{cell}</row>'), tmp_path, [day((2, 2))])
    assert cell_of(data, "B2") == f'<c r="B2" s="{DAY}"><v>{SERIAL}</v></c>'
    assert read(tmp_path, (2, 2)) == ISO
    assert openpyxl.load_workbook(io.BytesIO(data))["Services"]["B2"].value == MIDNIGHT
    assert receipt.cells_changed == 1


@pytest.mark.parametrize("cell", [
    '<c r="B2"><v>1</v></c>', inline("B2", "soon", TEXT), inline("B2", "soon", BOLD),
    f'<c r="B2" s="{MOMENT}"><v>40000.5</v></c>', '<c r="B2" s="1"><v>7</v></c>',
])
def test_a_day_in_any_other_cell_is_a_text(tmp_path: Path, cell: str) -> None:
    """General, text, a number's format, and one that would show midnight with it."""
    _, data = write(Made(row(1, "A", "B") + f'<row r="2">{cell}</row>'), tmp_path, [day((2, 2))])
    assert f">{ISO}</t>" in cell_of(data, "B2")
    assert read(tmp_path, (2, 2)) == ISO
    assert openpyxl.load_workbook(io.BytesIO(data))["Services"]["B2"].data_type == "s"


@pytest.mark.parametrize("text", ["1900-02-28", "1899-12-31", "2026-02-30", "soon", "21/11/2026", "20261121", "=1+1"])
def test_what_is_no_day_of_the_workbooks_calendar_is_a_text(tmp_path: Path, text: str) -> None:
    """Before March 1900 programs do not agree on what a number means."""
    _, data = write(Made(f'<row r="2">{DATED}</row>'), tmp_path, [day((2, 2), text)])
    assert 't="inlineStr"' in cell_of(data, "B2")
    assert read(tmp_path, (2, 2)) == text


def test_the_first_day_that_all_programs_agree_on_is_a_date(tmp_path: Path) -> None:
    """1 March 1900 is number 61."""
    _, data = write(Made(f'<row r="2">{DATED}</row>'), tmp_path, [day((2, 2), "1900-03-01")])
    assert cell_of(data, "B2") == f'<c r="B2" s="{DAY}"><v>61</v></c>'
    assert read(tmp_path, (2, 2)) == "1900-03-01"


def test_a_day_is_emptied_like_a_text(tmp_path: Path) -> None:
    """The cell keeps its look."""
    _, data = write(Made(f'<row r="2">{DATED}</row>'), tmp_path, [day((2, 2), "")])
    assert cell_of(data, "B2") == f'<c r="B2" s="{DAY}"/>'


def test_a_text_that_is_not_called_a_day_stays_a_text(tmp_path: Path) -> None:
    """Even where it looks like one and the cell is for dates."""
    _, data = write(Made(f'<row r="2">{DATED}</row>'), tmp_path, [change((2, 2), ISO)])
    assert 't="inlineStr"' in cell_of(data, "B2")


@pytest.mark.parametrize(("iso", "serial"), [(ISO, 44885), ("1904-01-01", 0), ("1903-12-31", None)])
def test_days_are_counted_as_the_workbook_counts(tmp_path: Path, iso: str, serial: int | None) -> None:
    """Workbooks from old Macs begin in 1904, and hold no day before."""
    made = Made(f'<row r="2">{DATED}</row>', book_before='<workbookPr date1904="1"/>')
    _, data = write(made, tmp_path, [day((2, 2), iso)])
    assert ("inlineStr" in cell_of(data, "B2")) == (serial is None)
    assert serial is None or f"<v>{serial}</v>" in cell_of(data, "B2")
    assert read(tmp_path, (2, 2)) == iso


@pytest.mark.parametrize(("rows", "cols", "styles"), [
    (f'<row r="2">{DATED}</row><row r="3"><c r="A3"/></row>', "", (DAY, DAY, DAY)),
    (f'<row r="2">{DATED}</row>', "", (DAY, DAY, DAY)),
    (f'<row r="2">{inline("B2", "x")}</row><row r="3"><c r="C3"/></row>', f'<col min="2" max="2" style="{DAY}"/>',
     (0, DAY, DAY)),
    (f'<row r="3" s="{DAY}" customFormat="1"/>', "", (0, DAY, DAY)),
    (f'<row r="3" s="{DAY}"/>', "", (0, 0, 0)),
    (f'<row r="2">{DATED}</row><row r="3">{inline("B3", "x")}</row>', "", (DAY, 0, 0)),
    (f'<row r="1"><c r="B1" s="{DAY}"><v>1</v></c></row>', "", (0, 0, 0)),
    (f'<row r="2"><c r="A2" s="{DAY}"/></row>', f'<col min="3" max="9" style="{DAY}"/>', (0, 0, 0)),
], ids=["above", "new rows", "column", "row", "not the row's", "text above", "heading", "beside"])
def test_a_new_cell_takes_a_look_for_dates_from_above_its_row_or_its_column(
    tmp_path: Path, rows: str, cols: str, styles: tuple[int, ...],
) -> None:
    """And from nowhere else: a heading or the column beside it do not tell what the column holds."""
    made = Made(rows, before=f"<cols>{cols}</cols>" if cols else "")
    _, data = write(made, tmp_path, [day((number, 2)) for number in (2, 3, 4)])
    for number, style in zip((2, 3, 4), styles, strict=True):
        form = f"<v>{SERIAL}</v>" if style else 't="inlineStr"'
        assert form in cell_of(data, f"B{number}")
        assert (f's="{style}"' in cell_of(data, f"B{number}")) == (style != 0)
        assert read(tmp_path, (number, 2)) == ISO


def test_a_text_beside_a_new_day_takes_no_look_for_dates(tmp_path: Path) -> None:
    """Each cell takes the look that is right for what it holds."""
    made = Made(row(1, "A", "B") + f'<row r="2">{inline("A2", "a", BOLD)}{DATED}</row>')
    _, data = write(made, tmp_path, [change((3, 1), "x"), day((3, 2)), change((4, 2), "later"), day((4, 3))])
    assert cell_of(data, "B3") == f'<c r="B3" s="{DAY}"><v>{SERIAL}</v></c>'
    assert f's="{BOLD}"' in cell_of(data, "A3")
    assert f's="{BOLD}"' in cell_of(data, "B4")
    assert 't="inlineStr"' in cell_of(data, "C4")


@pytest.mark.parametrize("kind", KINDS)
def test_days_in_a_new_column_are_texts_in_every_kind_of_workbook(tmp_path: Path, kind: str) -> None:
    """Nobody has said yet that it holds dates."""
    made = KINDS[kind]
    _, data = write(made, tmp_path, [day((2, 9), column="Assured on")])
    assert read(tmp_path, (2, 9)) == ISO
    assert read(tmp_path, (1, 9)) == "Assured on"
    if "utf16" not in kind:
        assert by_calamine(data, "Services")[2, 9] == ISO


def test_a_day_is_written_with_the_prefix_of_its_row(tmp_path: Path) -> None:
    """Else no program would see it."""
    made = Made("", parts={SHEET: prefix_all(Made("").worksheet(f'<row r="2">{DATED}</row>'))})
    _, data = write(made, tmp_path, [day((2, 2)), day((3, 2))])
    sheet = unzipped(data)[SHEET].decode()
    assert all(f'<x:c r="B{n}" s="{DAY}"><x:v>{SERIAL}</x:v></x:c>' in sheet for n in (2, 3))


def test_one_day_said_twice_is_no_contradiction(tmp_path: Path) -> None:
    """Once as a day, once as a text: it is a day."""
    _, data = write(Made(f'<row r="2">{DATED}</row>'), tmp_path, [change((2, 2), ISO), day((2, 2))])
    assert f"<v>{SERIAL}</v>" in cell_of(data, "B2")


def test_a_day_over_a_formula_is_refused(tmp_path: Path) -> None:
    """Like any text."""
    made = Made(f'<row r="2"><c r="B2" s="{DAY}"><f>TODAY()</f><v>1</v></c></row>')
    assert refused_changes(made.save(tmp_path), [day((2, 2))], sheet="Services", header_row=1)


def test_a_link_behind_a_day_goes_with_it(tmp_path: Path) -> None:
    """A cell's address and its content are two things."""
    made = linked('<hyperlink ref="B2" r:id="rId1"/>', "https://a.example")
    made = replace(made, sheet=f'<row r="2">{DATED}</row>')
    write(made, tmp_path, [day((2, 2)), change((2, 2), "", old="https://a.example")])
    cell = read_workbook(tmp_path / "new.xlsx").sheets[0].at(2, 2)
    assert (cell.text, cell.targets) == (ISO, ())


@needs_office
def test_a_table_with_a_column_of_dates_takes_in_days(tmp_path: Path) -> None:
    """The table grows, and LibreOffice sees each day as a date in the column's own form."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Services"
    for cells in (["Provider", "Assured on"], ["Kooth", datetime(2025, 11, 3)], ["Keys", None]):  # noqa: DTZ001 - a day
        sheet.append(cells)
    for place in ("B2", "B3"):
        sheet[place].number_format = "dd/mm/yyyy"
    sheet.add_table(Table(displayName="Offer", ref="A1:B3"))
    path = tmp_path / "register.xlsx"
    book.save(path)
    write_workbook(path, path, sheet="Services", header_row=1, log_sheet="Change log", log_header=["What"], log_rows=[],
                   changes=[day((3, 2)), change((4, 1), "New"), day((4, 2)), day((2, 3), column="Next review due")])
    after = openpyxl.load_workbook(path)["Services"]
    assert [cell.value for (cell,) in after["B3:B4"]] == [MIDNIGHT] * 2
    assert after["C2"].value == ISO
    assert after.tables["Offer"].ref == "A1:C4"
    again = openpyxl.load_workbook(converted(path, "xlsx", tmp_path) / "register.xlsx")["Services"]
    assert [cell.value for (cell,) in again["B3:B4"]] == [MIDNIGHT] * 2
    assert (again["B4"].number_format, again["C2"].value) == ("dd/mm/yyyy", ISO)


@needs_office
def test_the_shipped_register_takes_true_dates(tmp_path: Path) -> None:
    """In `Assured on` and `Next review due`, in rows that are there and in a new one; not in `Assured by`."""
    path = Path(shutil.copy(SHIPPED, tmp_path))
    heads = {cell.text: column for column, cell in read_workbook(path).sheets[0].rows[1].items()}
    columns = [heads[name] for name in ("Assured on", "Next review due", "Assured by")]
    new = max(read_workbook(path).sheets[0].rows) + 1
    write_workbook(path, path, sheet="Services", header_row=1, log_sheet="Change log", log_header=["What"], log_rows=[],
                   changes=[day((number, column)) for number in (2, new) for column in columns])
    sheet, ours = openpyxl.load_workbook(path)["Services"], read_workbook(path).sheets[0]
    for number in (2, new):
        assert [sheet.cell(number, column).value for column in columns] == [MIDNIGHT, MIDNIGHT, ISO]
        assert [ours.at(number, column).text for column in columns] == [ISO] * 3
        looks = [sheet.cell(number, column) for column in columns]
        assert [look.number_format for look in looks] == ["dd/mm/yyyy", "dd/mm/yyyy", "General"]
        assert {look.border.left.style for look in looks} == {"thin"}
    again = openpyxl.load_workbook(converted(path, "xlsx", tmp_path) / path.name)["Services"]
    assert [again.cell(number, columns[0]).value for number in (2, new)] == [MIDNIGHT] * 2


@pytest.mark.parametrize(("slip", "says"), [
    (spoils(SHEET, f"<v>{SERIAL}</v>", f"<v>{SERIAL + 1}</v>"), "does not hold what was to be written"),
    (spoils(SHEET, f"<v>{SERIAL}</v>", f"<v>{SERIAL}.25</v>"), "does not hold what was to be written"),
    (spoils(SHEET, f"<v>{SERIAL}</v>", f"<f>TODAY()</f><v>{SERIAL}</v>"), "does not hold what was to be written"),
    (spoils(SHEET, f'<c r="B2" s="{DAY}"><v>{SERIAL}</v>', f'<c r="B2" s="{DAY}" t="inlineStr"><is><t>{ISO}</t></is>'),
     "does not hold what was to be written"),
    (spoils(SHEET, f'<c r="B2" s="{DAY}"><v>{SERIAL}</v>', f'<c r="B2" s="{DAY}" t="d"><v>{ISO}</v>'),
     "does not hold what was to be written"),
    (spoils(SHEET, f'<c r="B2" s="{DAY}"', f'<c r="B2" s="{MOMENT}"'), "does not hold what was to be written"),
    (spoils(SHEET, f'<c r="B2" s="{DAY}"', f'<c r="B2" s="{DAY}" cm="1"'), "does not hold what was to be written"),
    (spoils(SHEET, '<c r="A2" t="inlineStr"><is><t xml:space="preserve">a</t></is>', '<c r="A2" t="str"><v>a</v>'),
     "does not hold what was to be written"),
    (spoils(SHEET, '<c r="A2" t="inlineStr">', '<c r="A2" t="inlineStr"><f>1</f>'),
     "does not hold what was to be written"),
    (spoils(SHEET, '<c r="C2"', '<c r="C2" s="4"'), "has lost its look"),
])
def test_a_slip_in_a_day_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slip: Callable[[object], bytes], says: str,
) -> None:
    """Another number, a time of day, a formula or a text in its stead, or another look."""
    monkeypatch.setattr(write_module, "repacked", slip)
    made = Made(row(1, "A", "B", "C") + f'<row r="2"><c r="A2"/>{DATED}<c r="C2"/></row>')
    with pytest.raises(WorkbookRefused, match=says):
        write(made, tmp_path, [change((2, 1), "a"), day((2, 2)), day((2, 3))])
    assert [file.name for file in tmp_path.iterdir()] == ["register.xlsx"]
