"""The sheets of a form, and the workbook around them."""

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.table import Table, TableStyleInfo

from review_kit.excel.form_book import FormColumn
from review_kit.excel.form_cells import (
    FILL_IN,
    FILL_IN_HEAD,
    GIVEN,
    GIVEN_HEAD,
    PLAIN,
    TITLE,
    add_looks,
    put,
    set_height,
)
from review_kit.excel.form_lists import Form, drop_down
from review_kit.excel.texts import stored

NOTES_SHEET = "How to fill this in"
_NOTES_WIDTH, _TITLE_WIDTH = 100, 60
_ROOM = 4
"""Characters that a heading's filter button takes."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_BY_HAND = re.compile(rb'(<row [^>]*?) customHeight="1"')
_NO_GREEN_CORNERS = b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>'
"""Excel marks each text that looks like a number as a mistake, unless told that it is none."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def new_book(title: str, made_at: datetime) -> Any:
    """An empty workbook that knows its title."""
    book = Workbook()
    add_looks(book)
    book.properties.title, book.properties.creator, book.properties.language = stored(title), "review-kit", "en-GB"
    book.properties.created = made_at.replace(tzinfo=None)
    return book


def add_table(book: Any, form: Form, name: str) -> None:
    """Fill the first sheet with the table.

    The sheet is not protected: on a protected one Excel sorts no range that has a locked cell in it, takes no new
    column into a table and deletes no row with a locked cell, whatever else the protection allows. The columns that
    are given are marked as locked all the same, for who wants to protect the sheet by hand.
    """
    sheet = book.active
    sheet.title = name
    for at in range(1, len(form.columns) + 1):
        _add_column(sheet, form, at)
    table = Table(displayName=re.sub(r"\W", "_", f"Table_{name}"), ref=sheet.dimensions)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    _set_heights(sheet, form)
    _view(sheet, form)
    _print_setup(sheet, "landscape")
    sheet.print_title_rows = "1:1"


def _add_column(sheet: Any, form: Form, at: int) -> None:
    column, letter = form.columns[at - 1], get_column_letter(at)
    rows = form.rows or [{}]  # a table has at least one row below its headings
    put(sheet, 1, at, column.name, FILL_IN_HEAD if column.fill_in else GIVEN_HEAD)
    for number, row in enumerate(rows, 2):
        put(sheet, number, at, row.get(column.name, ""), FILL_IN if column.fill_in else GIVEN)
    sheet.column_dimensions[letter].width = _width(column)
    sheet.column_dimensions[letter].hidden = column.hidden
    if source := form.drop_downs.get(column.name):
        sheet.add_data_validation(drop_down(source, f"{letter}2:{letter}{len(rows) + 1}"))


def _width(column: FormColumn) -> int:
    """The asked width, but no word of the heading is parted."""
    return max(column.width, *(len(word) + _ROOM for word in column.name.split()))


def _set_heights(sheet: Any, form: Form) -> None:
    widths = {column.name: _width(column) for column in form.columns if not column.hidden}
    for number, row in enumerate(({name: name for name in widths}, *form.rows), 1):
        set_height(sheet, number, ((row.get(name, ""), width) for name, width in widths.items()))


def _view(sheet: Any, form: Form) -> None:
    """The headings stay in sight, and the cursor stands where people begin to write."""
    sheet.freeze_panes = "A2"
    first = next((at for at, column in enumerate(form.columns, 1) if column.fill_in and not column.hidden), 0)
    start = f"{get_column_letter(first)}2" if first and form.rows else "A1"
    for selection in sheet.sheet_view.selection:
        selection.activeCell = selection.sqref = start


def _print_setup(sheet: Any, orientation: str) -> None:
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)


def add_notes(book: Any, title: str, notes: Sequence[str]) -> None:
    """Say on a sheet of its own how to fill the table in."""
    sheet = book.create_sheet(NOTES_SHEET)
    sheet.column_dimensions["A"].width = _NOTES_WIDTH
    put(sheet, 1, 1, title, TITLE)
    set_height(sheet, 1, [(f"{title}\n", _TITLE_WIDTH)])
    for row, note in enumerate(notes, 2):
        put(sheet, row, 1, note, PLAIN)
        set_height(sheet, row, [(note, _NOTES_WIDTH)])
    _print_setup(sheet, "portrait")


def saved(book: Any, made_at: datetime) -> bytes:
    """The file, with no other time in it than the given one, and with two things that openpyxl cannot say."""
    as_made, kept = BytesIO(), BytesIO()
    book.save(as_made)
    stamp = rb"\g<1>" + made_at.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<2>"
    with ZipFile(as_made) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(stamp, content)
            elif name.startswith("xl/worksheets/sheet"):
                content = _BY_HAND.sub(rb"\g<1>", content).replace(b"<tableParts", _NO_GREEN_CORNERS + b"<tableParts")
            new.writestr(ZipInfo(name, _ZIP_DATE), content, ZIP_DEFLATED)
    return kept.getvalue()
