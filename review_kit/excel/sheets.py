"""A new worksheet, last in the workbook, so that no number that names a sheet by its place changes."""

import posixpath
import re
from collections.abc import Callable, Sequence
from itertools import count

from review_kit.errors import WorkbookRefused
from review_kit.excel.book import MAIN, REFERENCES, Book
from review_kit.excel.cells import row_xml
from review_kit.excel.content import Content
from review_kit.excel.draft import Draft
from review_kit.excel.rels import rels_part
from review_kit.excel.texts import as_attribute

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
# What Excel allows as a tab's name: https://support.microsoft.com/office/rename-a-worksheet-3f1f7148
_NAME = re.compile(r"[^\[\]:*?/\\\x00-\x1f]{1,31}")
_FROZEN_HEADER = (
    '<sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)
_NARROWEST, _WIDEST = 12, 60


def add_sheet(draft: Draft, book: Book, name: str, rows: Sequence[Sequence[str]]) -> str:
    """Add a sheet of texts, its first row a header that stays in view.

    Args:
        draft: the workbook.
        book: its workbook part.
        name: the tab's name.
        rows: header first.

    Returns:
        The name of the new part.

    Raises:
        WorkbookRefused: a name that Excel does not allow or that is taken.
    """
    if not _NAME.fullmatch(name) or name[:1] == "'" or name[-1:] == "'" or book.entry(name) is not None:
        raise WorkbookRefused(f"The workbook cannot have a new sheet called {name}. Choose another name for it.")
    folder = posixpath.dirname(book.part)
    file = _first(lambda n: f"worksheets/review{n}.xml", lambda file: not draft.has(posixpath.join(folder, file)))
    part = posixpath.join(folder, file)
    rel = _first(lambda n: f"rIdReview{n}", lambda rel: rel not in {known.id for known in book.rels})
    draft.put(part, _worksheet(book, rows))
    _list(draft, book, name, file, rel)
    return part


def _first(name: Callable[[int], str], is_free: Callable[[str], bool]) -> str:
    return next(found for found in map(name, count(1)) if is_free(found))


def _list(draft: Draft, book: Book, name: str, file: str, rel: str) -> None:
    """Make the new part known in the three places that list a workbook's sheets."""
    part = posixpath.join(posixpath.dirname(book.part), file)
    references = REFERENCES[MAIN.index(book.uri)]
    number = max(sheet.number for sheet in book.sheets) + 1
    draft.insert_last(
        "[Content_Types].xml", "Types", lambda p: f'<{p}Override PartName="/{part}" ContentType="{_CONTENT_TYPE}"/>',
    )
    draft.insert_last(
        rels_part(book.part), "Relationships",
        lambda p: f'<{p}Relationship Id="{rel}" Type="{references}/worksheet" Target="{file}"/>',
    )
    draft.insert_last(
        book.part, "sheets",
        lambda p: f'<{p}sheet xmlns:r="{references}" name={as_attribute(name)} sheetId="{number}" r:id="{rel}"/>',
    )


def _worksheet(book: Book, rows: Sequence[Sequence[str]]) -> bytes:
    widths = "".join(
        f'<col min="{column}" max="{column}" width="{_width(rows, column)}" customWidth="1"/>'
        for column in range(1, len(rows[0]) + 1)
    )
    cells = b"".join(
        row_xml("", number, {column: Content(text) for column, text in enumerate(row, 1)})
        for number, row in enumerate(rows, 1)
    )
    # A sheet's view refers to the workbook's window, which some writers leave out.
    view = _FROZEN_HEADER if book.has_view else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{book.uri}">{view}'
        f"<cols>{widths}</cols><sheetData>"
    ).encode() + cells + b"</sheetData></worksheet>"


def _width(rows: Sequence[Sequence[str]], column: int) -> int:
    longest = max(len(row[column - 1]) for row in rows if len(row) >= column)
    return min(max(longest + 2, _NARROWEST), _WIDEST)
