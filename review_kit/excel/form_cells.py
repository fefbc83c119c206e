"""The cells of a form: their looks, and texts that stay texts."""

from bisect import bisect_right
from collections.abc import Iterable
from textwrap import wrap
from typing import Any

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from review_kit.excel.texts import LONGEST, stored

PLAIN, GIVEN, FILL_IN = "Form text", "Form given", "Form to fill in"
GIVEN_HEAD, FILL_IN_HEAD, TITLE = "Form heading", "Form heading to fill in", "Form title"
_LINE = Side(style="thin", color="FFA6A6A6")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TEXT = "@"
"""The number format that keeps what is typed as it is typed: 0115, 1/2, =B2."""
_FONT, _LINE_HEIGHT, _LETTERS = "Calibri", 15.0, 1.1
"""The font that a new workbook's column widths count in, its line in points, and its letters in a figure's width."""
_HIGHEST = 409.0
"""Points; Excel allows no row to be higher."""
_LEADS = tuple("=+-@\t\r\n'")


def add_looks(book: Any) -> None:
    """Give a workbook the looks of a form. Black or white on each colour has a contrast of 11 to 1 or more."""
    for look in (
        _look(PLAIN), _look(TITLE, bold=True, size=16), _look(GIVEN, framed=True),
        _look(FILL_IN, fill="FFFFF2CC", framed=True, locked=False),
        _look(GIVEN_HEAD, bold=True, colour="FFFFFFFF", fill="FF1F3864", framed=True),
        _look(FILL_IN_HEAD, bold=True, fill="FFFFD966", framed=True),
    ):
        book.add_named_style(look)


def _look(
    name: str, *, bold: bool = False, size: int = 11, colour: str = "FF000000", fill: str = "", framed: bool = False,
    locked: bool = True,
) -> Any:
    return NamedStyle(
        name, font=Font(_FONT, sz=size, b=bold, color=colour), border=_FRAME if framed else Border(),
        fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(), number_format=_TEXT,
        alignment=Alignment(wrap_text=True, vertical="top"), protection=Protection(locked=locked))


def put(sheet: Any, row: int, column: int, text: str, look: str = PLAIN) -> None:
    """Write a text into a cell, as a text whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.style = look
    if not text:
        return
    cell.value = stored(fitted(text))
    cell.data_type = "s"
    if text.startswith(_LEADS):
        cell.quotePrefix = True


def set_height(sheet: Any, row: int, texts: Iterable[tuple[str, int]]) -> None:
    """Make a row as high as its texts, each told with the characters that its column is wide.

    Excel would find the height by itself; LibreOffice shows one line. `saved` sees to it that the height counts as the
    program's and not as a person's, so that the row still grows with what is typed.
    """
    lines = max((_lines(text, int(width * _LETTERS)) for text, width in texts), default=1)
    sheet.row_dimensions[row].height = min((lines + 0.3) * _LINE_HEIGHT, _HIGHEST)


def _lines(text: str, width: int) -> int:
    return sum(len(wrap(line, width, break_on_hyphens=False)) or 1 for line in text[:LONGEST].split("\n"))


def fitted(text: str) -> str:
    """The text with plain line breaks; one too long for a cell is cut, and says so by its last character."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _size(text) <= LONGEST:
        return text
    return text[:bisect_right(range(len(text)), LONGEST - 1, key=lambda length: _size(text[:length])) - 1] + "…"


def _size(text: str) -> int:
    # Excel counts in halves of an emoji; what is escaped is counted as it is stored.
    return len(stored(text).encode("utf-16-le")) // 2
