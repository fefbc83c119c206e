"""A workbook that people fill in: texts stay texts, and what they wrote comes back from whatever they did to it."""

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from review_kit.errors import DecisionError, RegisterError
from review_kit.excel import FormColumn, FormRow, form_workbook, read_form
from review_kit.excel.form_cells import fitted

from .office import EVERY_SHEET, converted, needs_office
from .packages import unzipped

MADE_AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DECISIONS = ("keep as it is", "take the suggestion", "ask the provider")
COLUMNS = (
    FormColumn("Number", 8), FormColumn("Service", 28), FormColumn("What was found", 44),
    FormColumn("Decision", 20, fill_in=True, choices=DECISIONS), FormColumn("New text", 40, fill_in=True),
    FormColumn("Case", 14, hidden=True),
)
ROWS = (
    {"Number": "1", "Service": "Kooth", "What was found": "The page was not found.", "Case": "c-1"},
    {"Number": "2", "Service": "=HYPERLINK(\"https://x\")", "What was found": "https://kooth.example", "Case": "c-2"},
    {"Number": "3", "Service": "At <home> & away", "Decision": "keep as it is", "New text": "0115 496", "Case": "c-3"},
)
NEEDED = ("Case", "Decision", "New text")
LEADING = ["=1+1", "+44 115", "-1", "@SUM(1)", "\t=1", "\r=1", "'quoted", "=cmd|'/c calc'!A1"]


def made(columns: tuple[FormColumn, ...] = COLUMNS, rows: tuple[dict[str, str], ...] = ROWS, **more: Any) -> bytes:
    """The form of these tests."""
    asked = {"sheet": "Decisions", "title": "Decisions of 2026", "notes": ["Write in the yellow columns."],
             "made_at": MADE_AT}
    return form_workbook(columns, rows, **asked | more)


def opened(data: bytes) -> Any:
    """As openpyxl sees it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def read(data: bytes, folder: Path, needed: tuple[str, ...] = NEEDED) -> tuple[FormRow, ...]:
    """What comes back from a file of these bytes."""
    (folder / "form.xlsx").write_bytes(data)
    return read_form(folder / "form.xlsx", sheet="Decisions", needed=needed)


def read_book(book: Any, folder: Path, needed: tuple[str, ...] = NEEDED) -> tuple[FormRow, ...]:
    """What comes back from a workbook that a person has changed."""
    changed = io.BytesIO()
    book.save(changed)
    return read(changed.getvalue(), folder, needed)


def drop_downs(data: bytes) -> dict[str, str]:
    """The formula of each drop-down by its range."""
    return {str(rule.sqref): rule.formula1 for rule in opened(data)["Decisions"].data_validations.dataValidation}


def test_what_is_put_in_comes_back(tmp_path: Path) -> None:
    """Each heading's text in each row, '' where there is none."""
    assert read(made(), tmp_path) == tuple(
        FormRow(number, {column.name: row.get(column.name, "") for column in COLUMNS})
        for number, row in enumerate(ROWS, 2))


def test_the_same_input_makes_the_same_bytes() -> None:
    """No clock is read; the one moment in the file is the given one, in UTC."""
    data = made()
    elsewhere, nowhere = MADE_AT.astimezone(timezone(timedelta(hours=5))), MADE_AT.replace(tzinfo=None)
    assert data == made(made_at=elsewhere) == made(made_at=nowhere)
    assert unzipped(data)["docProps/core.xml"].count(b">2026-11-21T09:30:00Z<") == 2
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_document_has_a_title_and_a_language() -> None:
    """Screen readers say both."""
    about = opened(made()).properties
    assert (about.title, about.language, about.creator) == ("Decisions of 2026", "en-GB", "review-kit")


def test_the_sheet_is_one_table_under_a_header_that_stays_in_sight() -> None:
    """It starts in A1 and has a filter; the names in its own part are the headings."""
    sheet = opened(made()).worksheets[0]
    (table,) = sheet.tables.values()
    assert (sheet.title, table.ref, table.autoFilter.ref, sheet.freeze_panes) == ("Decisions", "A1:F4", "A1:F4", "A2")
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
    assert not sheet.merged_cells.ranges
    assert not sheet.protection.sheet


def test_texts_wrap_at_the_top_and_hidden_columns_are_hidden() -> None:
    """Columns are as wide as asked, and no word of a heading is parted."""
    sheet = opened(made((*COLUMNS, FormColumn("Recommendation", 5)))).worksheets[0]
    assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for row in sheet for cell in row)
    assert (sheet.column_dimensions["C"].width, sheet.column_dimensions["G"].width) == (44, 18)
    assert [letter for letter, column in sheet.column_dimensions.items() if column.hidden] == ["F"]


def test_rows_are_as_high_as_their_texts_and_may_outgrow_it() -> None:
    """LibreOffice would show one line; a height that counted as chosen by hand would stay when people type."""
    rows = ({"Service": "short"}, {"Service": "word " * 60}, {"Service": "x" * 32_767}, {"Case": "y" * 500})
    data = made(rows=rows)
    heights = [sheet_row.height for _, sheet_row in sorted(opened(data)["Decisions"].row_dimensions.items())]
    assert heights[1] == heights[4] < 20 < 100 < heights[2] < heights[3] == 409
    assert not any(b"customHeight" in part for part in unzipped(data).values())


def test_columns_to_fill_in_are_tinted_and_all_letters_stand_out() -> None:
    """A contrast of 7 to 1 is what WCAG asks at its highest level; only those columns are unlocked."""
    sheet = opened(made()).worksheets[0]
    for row in sheet.iter_rows(max_row=2):
        for cell in row:
            fill = cell.fill.fgColor.rgb if cell.fill.fill_type else "FFFFFFFF"
            assert contrast(cell.font.color.rgb, fill) >= 7
            asks = cell.column_letter in "DE"
            assert (fill in ("FFFFF2CC", "FFFFD966")) == asks
            assert cell.protection.locked != (asks and cell.row > 1)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2, relative luminance)."""
    def light(colour: str) -> float:
        parts = [int(colour[at:at + 2], 16) / 255 for at in (2, 4, 6)]
        red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05

    return max(light(one), light(other)) / min(light(one), light(other))


def test_the_cursor_stands_where_people_begin_to_write() -> None:
    """In the first column to fill in; in A1 where there is nothing to fill in, or no row."""
    assert opened(made())["Decisions"].sheet_view.selection[0].activeCell == "D2"
    assert opened(made(COLUMNS[:3]))["Decisions"].sheet_view.selection[0].activeCell == "A1"
    assert opened(made(rows=()))["Decisions"].sheet_view.selection[0].activeCell == "A1"


def test_it_prints_on_landscape_a4_with_its_header_on_each_page() -> None:
    """As wide as the page and as long as it needs."""
    sheet = opened(made())["Decisions"]
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_a_sheet_says_how_to_fill_the_form_in() -> None:
    """It follows the table, and its texts stay texts too."""
    book = opened(made(notes=["Write in the yellow columns.", "=leave the others"]))
    assert book.sheetnames == ["Decisions", "How to fill this in"]
    notes = book.worksheets[1]
    assert [cell.value for cell in notes["A"]] == ["Decisions of 2026", "Write in the yellow columns.",
                                                    "=leave the others"]
    assert notes["A3"].data_type == "s"


def test_a_form_without_rows_is_a_table_all_the_same(tmp_path: Path) -> None:
    """Excel allows no table without a row below its headings; nothing comes back of it."""
    data = made(rows=())
    assert opened(data)["Decisions"].tables["Table_Decisions"].ref == "A1:F2"
    assert drop_downs(data) == {"D2": '"keep as it is,take the suggestion,ask the provider"'}
    assert read(data, tmp_path) == ()


@pytest.mark.parametrize("text", LEADING)
def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path: Path, text: str) -> None:
    """Everywhere, and also when a person opens the cell and leaves it again."""
    choices = {0: {"Decision": (text, "other")}}
    data = made(rows=({"Service": text, "New text": text}, {}), title=text, notes=[text], choices_of=choices)
    for sheet in opened(data):
        for cell in (cell for row in sheet for cell in row if cell.value):
            assert cell.data_type == "s"
            assert cell.number_format == "@"
            assert cell.quotePrefix == (cell.value.strip() == text.strip())
    assert not any(b"<f>" in part for name, part in unzipped(data).items() if "sheets/" in name)
    assert read(data, tmp_path)[0].values["New text"] == text.strip()


def test_addresses_are_no_links() -> None:
    """Nobody is to open one by a slip of the hand."""
    assert not any(b"hyperlink" in part for part in unzipped(made()).values())


@pytest.mark.parametrize(("text", "kept"), [
    ("x" * 32_767, "x" * 32_767), ("x" * 32_768, "x" * 32_766 + "…"), ("😀" * 20_000, "😀" * 16_383 + "…"),
    ("_x0041_" * 5_000, "_x0041_" * 2_520 + "_x0041…"),
])
def test_a_text_too_long_for_a_cell_is_cut(tmp_path: Path, text: str, kept: str) -> None:
    """Excel counts in halves of an emoji, and what is escaped as it is stored."""
    assert fitted(text) == kept
    assert read(made(rows=({"Service": text},)), tmp_path)[0].values["Service"] == kept


@given(text=st.text(max_size=40))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """But for spaces at its ends; a line break of any kind is a line break."""
    folder = tmp_path_factory.mktemp("form")
    rows = read(made(rows=({"Case": "c", "Service": text, "New text": f"a{text}"},)), folder)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert (rows[0].values["Service"], rows[0].values["New text"]) == (plain.strip(), f"a{plain}".strip())


def test_characters_that_no_xml_can_hold_do_no_harm(tmp_path: Path) -> None:
    """The file opens; half an emoji becomes the replacement mark."""
    data = made(rows=({"Service": "a\x00b\x0bc\ufffed\ud83d"},), title="a\x01b", notes=["\x02"])
    assert read(data, tmp_path)[0].values["Service"] == "a\x00b\x0bc\ufffed\ufffd"
    assert opened(data).sheetnames == ["Decisions", "How to fill this in"]


def test_a_drop_down_takes_nothing_but_its_entries() -> None:
    """It says so in plain words; an empty cell is fine."""
    (rule,) = opened(made())["Decisions"].data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("D2:D4", '"keep as it is,take the suggestion,ask the provider"')
    assert (rule.type, rule.errorStyle, rule.showErrorMessage, rule.allow_blank) == ("list", "stop", True, True)
    assert (rule.errorTitle, rule.error) == (
        "Not in the list", "Please choose an entry of the list, or leave the cell empty.")


@pytest.mark.parametrize("choices", [
    ("yes", "no, take it out"), ("x" * 128, "y" * 127), ("a\nb",), (" padded ",), ("_x0041_",), ("no-break\xa0space",),
])
def test_a_list_that_a_drop_down_cannot_hold_has_a_sheet_of_its_own(choices: tuple[str, ...]) -> None:
    """A comma would part an entry in two, and 255 characters are the most; the sheet is hidden and last."""
    data = made((FormColumn("Decision", 20, fill_in=True, choices=choices),), ({}, {}))
    book = opened(data)
    assert drop_downs(data) == {"A2:A3": "Choices_1"}
    assert book.sheetnames[-1] == "Lists"
    assert book["Lists"].sheet_state == "hidden"
    assert book.defined_names["Choices_1"].attr_text == f"'Lists'!$A$1:$A${len(choices)}"


def test_a_list_that_just_fits_stays_in_its_drop_down() -> None:
    """Its quotes are doubled; empty entries are left out, for with one of them Excel would take any text."""
    data = made((FormColumn("A", 9, choices=("x" * 127, "", "y" * 127)), FormColumn("B", 9, choices=('a "b"',))))
    assert drop_downs(data) == {"A2:A4": f'"{"x" * 127},{"y" * 127}"', "B2:B4": '"a ""b"""'}
    assert "Lists" not in opened(data).sheetnames


def listed(book: Any, row: int) -> list[str] | None:
    """What the drop-down of a row offers, None for anything: its formula followed by hand."""
    (rule,) = book["Decisions"].data_validations.dataValidation
    letter = re.fullmatch(r"INDIRECT\(\$([A-Z]+)2\)", rule.formula1)[1]
    name = book["Decisions"][f"{letter}{row}"].value
    if not name:
        return None
    left, top, _, bottom = range_boundaries(book.defined_names[name].attr_text.partition("!")[2].replace("$", ""))
    return [book["Lists"].cell(at, left).value for at in range(top, bottom + 1)]


def test_a_row_may_have_a_drop_down_of_its_own() -> None:
    """The others have their column's; a row with no list takes any text."""
    book = opened(made(choices_of={1: {"Decision": ("yes", "no")}, 2: {"Decision": ()}}))
    assert [listed(book, row) for row in (2, 3, 4)] == [list(DECISIONS), ["yes", "no"], None]
    sheet = book["Decisions"]
    assert sheet["G1"].value == "List for Decision"
    assert sheet.column_dimensions["G"].hidden
    assert sheet.tables["Table_Decisions"].ref == "A1:G4"


def test_a_rows_own_drop_down_moves_with_it_when_people_sort() -> None:
    """Sorting moves texts and leaves drop-downs where they are."""
    book = opened(made(choices_of={2: {"Decision": ("yes", "no")}}))
    sort_backwards(book["Decisions"])
    assert [listed(book, row) for row in (2, 3, 4)] == [["yes", "no"], list(DECISIONS), list(DECISIONS)]


def test_rows_that_all_have_the_same_list_need_no_more_columns() -> None:
    """Whether it is their own or their column's."""
    same = {at: {"Decision": ("yes", "no")} for at in range(3)}
    assert drop_downs(made(choices_of=same)) == {"D2:D4": '"yes,no"'}


def sort_backwards(sheet: Any) -> None:
    """Turn the rows below the header round, as sorting would."""
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for row, texts in zip(sheet.iter_rows(min_row=2), reversed(values), strict=True):
        for cell, text in zip(row, texts, strict=True):
            cell.value = text
            cell.data_type = "s"


def test_what_people_do_to_a_form_does_not_matter(tmp_path: Path) -> None:
    """They sort, filter, hide, add columns and titles, delete rows, and write headings in their own way."""
    book = opened(made())
    sheet = book["Decisions"]
    sort_backwards(sheet)
    sheet.row_dimensions[2].hidden = sheet.column_dimensions["D"].hidden = True
    sheet.delete_rows(3)
    sheet.insert_cols(2)
    sheet["B1"], sheet["B3"] = "My  own\nnotes ", "look again"
    sheet["E1"], sheet["F1"] = " DECISION ", "new\nTEXT\xa0"
    sheet["E3"], sheet["F3"] = " ask the provider \n", 42
    sheet.insert_rows(1, 2)
    sheet["A1"] = "Our decisions"
    rows = read_book(book, tmp_path)
    assert [(row.number, row.values["Case"], row.values["Decision"], row.values["New text"]) for row in rows] == [
        (4, "c-3", "keep as it is", "0115 496"), (5, "c-1", "ask the provider", "42")]
    assert rows[1].values["My own notes"] == "look again"
    assert list(rows[0].values)[:2] == ["Number", "My own notes"]


def test_rows_that_are_empty_are_left_out(tmp_path: Path) -> None:
    """Also those with spaces, or with a word under no heading."""
    book = opened(made())
    sheet = book["Decisions"]
    for cell in sheet[3]:
        cell.value = " "
    sheet["J3"] = "a note at the side"
    assert [row.number for row in read_book(book, tmp_path)] == [2, 4]


def test_a_renamed_sheet_is_found_by_its_headings(tmp_path: Path) -> None:
    """The first that has them all."""
    book = opened(made())
    book["Decisions"].title = "Health team"
    book.move_sheet("Health team", 1)
    assert len(read_book(book, tmp_path)) == 3


def test_a_sheet_of_the_right_name_counts_before_others(tmp_path: Path) -> None:
    """Whatever its case; but one that has lost a heading does not."""
    book = opened(made())
    copy = book.copy_worksheet(book["Decisions"])
    book.move_sheet(copy, -2)
    copy["E2"], copy.title = "an old copy", "Old"
    book["Decisions"].title = "meanwhile"  # openpyxl takes a name in another case for another sheet's
    book["meanwhile"].title = "DECISIONS"
    assert read_book(book, tmp_path)[0].values["New text"] == ""
    book["DECISIONS"]["E1"] = "Words"
    assert read_book(book, tmp_path)[0].values["New text"] == "an old copy"


@pytest.mark.parametrize(("changes", "says"), [
    ({"D1": "Choice"}, "its sheet Decisions lacks the heading Decision. Put it back"),
    ({"D1": None, "F1": None}, "its sheet Decisions lacks the heading Case, Decision"),
    ({"G1": "decision "}, "Two columns of Decisions have the heading Decision"),
    ({"E3": "#REF!"}, "Decisions!E3 cannot be read: it shows the error #REF!. Type its text anew"),
    ({"E3": "=1+1"}, "Decisions!E3 cannot be read: its formula has no saved result"),
])
def test_a_form_that_cannot_be_read_says_what_to_do(tmp_path: Path, changes: dict[str, str], says: str) -> None:
    """What is missing, where, and what next."""
    book = opened(made())
    for place, text in changes.items():
        book["Decisions"][place] = text
    with pytest.raises(DecisionError, match=re.escape(says)):
        read_book(book, tmp_path)


def test_a_cell_that_cannot_be_read_matters_only_where_it_is_needed(tmp_path: Path) -> None:
    """A formula of one's own in a column of one's own is nobody's business."""
    book = opened(made())
    book["Decisions"]["G1"], book["Decisions"]["G2"] = "Sum", "=1+1"
    assert read_book(book, tmp_path)[0].values["Sum"] == ""


def test_another_workbook_and_another_file_are_told_apart(tmp_path: Path) -> None:
    """A workbook without the headings, a file that is none, and one that is not there."""
    with pytest.raises(DecisionError, match=r"form.xlsx cannot be used: no sheet of it has all the headings Case, Dec"):
        read_book(openpyxl.Workbook(), tmp_path)
    (tmp_path / "form.xlsx").write_bytes(b"words")
    with pytest.raises(RegisterError, match="not an Excel workbook"):
        read_form(tmp_path / "form.xlsx", sheet="Decisions", needed=NEEDED)
    with pytest.raises(RegisterError, match="There is no file"):
        read_form(tmp_path / "gone.xlsx", sheet="Decisions", needed=NEEDED)


def test_a_row_prints_shortly() -> None:
    """A notebook is a conversation with an audience."""
    assert repr(FormRow(3, {"a": "x", "b": ""})) == "<FormRow 3: 1 texts>"


@needs_office
def test_libreoffice_saves_a_form_that_can_be_read_back(tmp_path: Path) -> None:
    """All texts come back, drop-downs, hidden sheet and columns stay, and its formula finds each row's own list."""
    rows = (*ROWS, *({"Service": text, "New text": f"a\n{text}", "Case": text} for text in LEADING))
    data = made(rows=rows, choices_of={1: {"Decision": ("yes", "no, take it out")}})
    (tmp_path / "form.xlsx").write_bytes(data)
    again = converted(tmp_path / "form.xlsx", "xlsx", tmp_path) / "form.xlsx"
    assert read_form(again, sheet="Decisions", needed=NEEDED) == read(data, tmp_path)
    book = openpyxl.load_workbook(again)
    assert listed(book, 3) == ["yes", "no, take it out"]
    assert book["Lists"].sheet_state == "hidden"
    assert book["Decisions"].column_dimensions["F"].hidden
    assert book["Decisions"].tables["Table_Decisions"].ref == "A1:G12"
    assert [height.height > 20 for _, height in sorted(book["Decisions"].row_dimensions.items())][5] is True


@needs_office
def test_libreoffice_follows_the_formula_of_a_drop_down(tmp_path: Path) -> None:
    """The name in the hidden column leads to the list."""
    book = opened(made(choices_of={1: {"Decision": ("yes", "no")}}))
    for row in (2, 3, 4):
        book["Decisions"][f"I{row}"] = f"=COUNTA(INDIRECT($G{row}))"
    book.save(tmp_path / "form.xlsx")
    shown = converted(tmp_path / "form.xlsx", EVERY_SHEET, tmp_path) / "form-Decisions.csv"
    assert re.findall(r",Choices_\d,,(\d)", shown.read_text(encoding="utf-8")) == ["3", "2", "3"]
