"""Read a workbook: every sheet, every cell with something in it, and the addresses behind it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from review_kit.errors import RegisterError
from review_kit.excel.book import Book, SheetEntry, book_of
from review_kit.excel.links import Cells, add_formula_links, add_hyperlinks
from review_kit.excel.notices import notices_of
from review_kit.excel.opening import open_package
from review_kit.excel.package import Parts, scan_part
from review_kit.excel.places import Place, area_of, size_of
from review_kit.excel.rels import rels_of
from review_kit.excel.sheet_xml import RawCell, SheetXml
from review_kit.excel.strings import strings_of
from review_kit.excel.styles import styles_of
from review_kit.excel.values import Values
from review_kit.model.workbook import Area, Cell, CellText, Sheet, Workbook

MOST_MERGES = 100_000


def read_workbook(path: str | Path) -> Workbook:
    """Read an .xlsx or .xlsm file into memory and close it.

    Args:
        path: the file.

    Returns:
        Its sheets in order (chart sheets left out). What cannot be read in one cell stands in that cell's `problem`.

    Raises:
        RegisterError: no such file, or none that can be read; the sentence says what to do.
        BusyError: another program holds the file.
    """
    package = open_package(Path(path))
    return workbook_of(package, str(path), hashlib.sha256(package.data).hexdigest())


def workbook_of(parts: Parts, path: str, sha256: str) -> Workbook:
    """The workbook in a package that is in memory already.

    Raises:
        RegisterError: a part that all depends on is missing or damaged.
    """
    book = book_of(parts)
    values = Values(strings_of(parts, book), styles_of(parts, book), book.since_1904)
    reads = [SheetReading(parts, entry, values) for entry in book.sheets if entry.holds_cells]
    protected = [reading.entry.name for reading in reads if reading.xml.protected]
    sheets = tuple(reading.sheet() for reading in reads)
    return Workbook(path, sha256, sheets, notices_of(parts, book, protected))


def one_sheet(parts: Parts, book: Book, entry: SheetEntry) -> Sheet:
    """One sheet of a package.

    Raises:
        RegisterError: it is missing or damaged.
    """
    return SheetReading(parts, entry, Values(strings_of(parts, book), styles_of(parts, book), book.since_1904)).sheet()


class SheetReading:
    """One worksheet as it is being read."""

    def __init__(self, parts: Parts, entry: SheetEntry, values: Values) -> None:
        self.entry = entry
        self.values = values
        self.cells: Cells = {}
        self.shared: dict[str, str] = {}
        self.borrowed: dict[Place, str] = {}
        self.xml = SheetXml(self._take)
        if not parts.has(entry.part):
            raise RegisterError(
                f"{parts.name} is damaged: its sheet {entry.name} is missing. Use an earlier version of the file.",
            )
        scan_part(parts, entry.part, self.xml)
        add_hyperlinks(self.cells, entry.name, self.xml.hyperlinks, {rel.id: rel for rel in rels_of(parts, entry.part)})
        add_formula_links(self.cells, self.borrowed)

    def _take(self, raw: RawCell) -> None:
        text, problem = self.values.seen(raw)
        formula = self._formula(raw)
        if text.strip() or problem or raw.has_formula:
            cell = CellText(Cell(self.entry.name, raw.row, raw.column), text, formula=formula, problem=problem)
            self.cells.setdefault(raw.row, {})[raw.column] = cell

    def _formula(self, raw: RawCell) -> str:
        """A cell's formula; of a shared one only its first cell keeps the text, and the others are given that."""
        if not raw.has_formula:
            return ""
        if raw.shared and raw.formula:
            self.shared[raw.shared] = raw.formula
        elif raw.shared:
            self.borrowed[raw.row, raw.column] = raw.shared
            return self.shared.get(raw.shared, "(shared)")
        return raw.formula or "(no text)"

    def sheet(self) -> Sheet:
        """What was read, without the rows in which a person sees nothing."""
        rows = {
            row: dict(sorted(columns.items()))
            for row, columns in sorted(self.cells.items())
            if any(cell.text.strip() or cell.targets or cell.problem for cell in columns.values())
        }
        return Sheet(self.entry.name, rows, self.entry.hidden, _merged(self.xml.merged))


def _merged(references: Iterable[str]) -> tuple[Area, ...]:
    """The merged ranges, each four numbers however large; a range of one cell merges nothing."""
    found: list[Area] = []
    for reference in references:
        try:
            area = area_of(reference)
        except ValueError:
            continue
        if size_of(area) > 1 and len(found) < MOST_MERGES:
            found.append(area)
    return tuple(found)

