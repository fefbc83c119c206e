"""The workbook part: which sheets there are, in order, and what holds for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from review_kit.errors import RegisterError
from review_kit.excel.markup import Listener, Start, attribute
from review_kit.excel.package import Parts, damaged, scan_part
from review_kit.excel.places import whole_number
from review_kit.excel.rels import Rel, rels_of

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""SpreadsheetML's namespace, transitional and strict (Excel's "Strict Open XML Spreadsheet")."""

REFERENCES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
"""The namespace of `r:id`, in the same two dialects."""


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One tab as the workbook lists it; `kind` is `worksheet`, or `chartsheet` and the like, which hold no cells."""

    name: str
    kind: str
    part: str
    hidden: bool
    number: int

    @property
    def holds_cells(self) -> bool:
        """Whether it is a worksheet."""
        return self.kind == "worksheet"


@dataclass(frozen=True, slots=True)
class Book:
    """What the workbook part says."""

    part: str
    uri: str
    sheets: tuple[SheetEntry, ...]
    rels: tuple[Rel, ...]
    since_1904: bool
    protected: bool
    has_view: bool

    def entry(self, name: str) -> SheetEntry | None:
        """The tab of that name, whatever its case."""
        wanted = name.strip().casefold()
        return next((sheet for sheet in self.sheets if sheet.name.strip().casefold() == wanted), None)

    def part_of(self, kind: str) -> str:
        """The part the workbook refers to by a kind such as `styles`, '' when none."""
        return next((rel.target for rel in self.rels if rel.kind == kind and not rel.outside), "")


def book_of(parts: Parts) -> Book:
    """Read the workbook part.

    Raises:
        RegisterError: there is none, it is damaged, or the workbook has no worksheet.
    """
    part = next((rel.target for rel in rels_of(parts, "") if rel.kind == "officeDocument"), "")
    if not part:
        raise RegisterError(
            f"{parts.name} is not an Excel workbook, whatever its name says. "
            "Choose the .xlsx file that holds the register.",
        )
    rels = rels_of(parts, part)
    listener = _Book({rel.id: rel for rel in rels if not rel.outside})
    scan_part(parts, part, listener)
    if not listener.uri:
        raise damaged(parts.name, "it does not say that it is a workbook")
    book = Book(
        part, listener.uri, tuple(listener.sheets), rels, listener.since_1904, listener.protected, listener.has_view,
    )
    if not any(sheet.holds_cells for sheet in book.sheets):
        raise RegisterError(f"{parts.name} has no worksheet with cells. Choose the workbook that holds the register.")
    return book


def is_true(value: str) -> bool:
    """A yes or no as XML writes it."""
    return value.strip().lower() in ("1", "true", "on")


class _Book(Listener):
    def __init__(self, rels: Mapping[str, Rel]) -> None:
        self.rels = rels
        self.uri = ""
        self.sheets: list[SheetEntry] = []
        self.since_1904 = self.protected = self.has_view = False

    def start(self, tag: Start) -> None:
        if tag.uri not in MAIN:
            return
        match tag.local, tag.depth:
            case "workbook", 1:
                self.uri = tag.uri
            case "workbookPr", 2:
                self.since_1904 = is_true(tag.attributes.get("date1904", ""))
            case "workbookProtection", 2:
                self.protected = is_true(tag.attributes.get("lockStructure", ""))
            case "workbookView", 3:
                self.has_view = True
            case "sheet", 3:
                self.sheets.append(self._entry(tag.attributes))

    def _entry(self, said: Mapping[str, str]) -> SheetEntry:
        rel = self.rels.get(attribute(said, "id", REFERENCES))
        return SheetEntry(
            name=said.get("name", ""),
            kind=rel.kind if rel else "",
            part=rel.target if rel else "",
            hidden=said.get("state", "visible") != "visible",
            number=whole_number(said.get("sheetId", ""), 0),
        )
