"""Workbooks built by hand, cell by cell, for the tests of the reading."""

from collections.abc import Iterable, Sequence

from review_kit.model import Area, Cell, CellText, Sheet, Workbook

HEADER = ("Section", "Area of support", "Provider", "Frequency", "Impact")


def cell(text: str, *, targets: Iterable[str] = (), sheet: str = "Services", row: int = 2, column: int = 3) -> CellText:
    """One cell with a text and what stands behind it."""
    return CellText(Cell(sheet, row, column), text, tuple(targets))


def sheet(rows: Iterable[Sequence[str]], *, name: str = "Services", hidden: bool = False,
          merged: Iterable[tuple[int, int, int, int]] = ()) -> Sheet:
    """A sheet from rows of texts; an empty row, or an empty text, leaves its place empty."""
    filled = {number: {place: CellText(Cell(name, number, place), text) for place, text in enumerate(texts, 1) if text}
              for number, texts in enumerate(rows, 1)}
    return Sheet(name, {number: cells for number, cells in filled.items() if cells}, hidden,
                 tuple(Area(*corners) for corners in merged))


def workbook(*sheets: Sheet, path: str = "C:\\Offers\\offer.xlsx") -> Workbook:
    """A workbook of sheets."""
    return Workbook(path, "0" * 64, sheets)


def book(*rows: Sequence[str], **options: object) -> Workbook:
    """A workbook with the one sheet `Services`."""
    return workbook(sheet(rows, **options))  # type: ignore[arg-type]
