"""Workbooks made by hand, byte by byte: what real files hold and no library for spreadsheets would write."""

import io
import re
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
import python_calamine

from review_kit.model.review import Change
from review_kit.model.workbook import Cell

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

STYLES = (
    '<styleSheet xmlns="{main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="00000000000"/>'
    '<numFmt numFmtId="165" formatCode="[$-809]dd mmmm yyyy;@"/></numFmts>'
    '<fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/>'
    '<xf numFmtId="22"/><xf numFmtId="0" fontId="1"/><xf numFmtId="49"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
PHONE, DAY, MOMENT, BOLD, TEXT = 1, 2, 3, 4, 5


@dataclass
class Made:
    """A workbook in the making. `rels` are those of the first sheet: (id, kind, target, outside)."""

    sheet: str
    after: str = ""
    before: str = ""
    name: str = "Services"
    strict: bool = False
    rels: Sequence[tuple[str, str, str, bool]] = ()
    strings: str = ""
    book_after: str = ""
    book_before: str = ""
    book_rels: Sequence[tuple[str, str, str, bool]] = ()
    root_rels: Sequence[tuple[str, str, str, bool]] = ()
    others: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str | bytes] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The namespace of its dialect."""
        return STRICT if self.strict else MAIN

    def all_parts(self) -> dict[str, str | bytes]:
        """Every part by name."""
        rels = STRICT_RELS if self.strict else RELS
        sheets = {self.name: self.worksheet(self.sheet, self.before, self.after)}
        sheets |= {name: self.worksheet(data) for name, data in self.others.items()}
        listed = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1)
        )
        kinds = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml", False) for n in range(1, len(sheets) + 1)]
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": self._types(len(sheets)),
            "_rels/.rels": rels_xml([("rId1", "officeDocument", "xl/workbook.xml", False), *self.root_rels], rels),
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{self.main}" xmlns:r="{rels}">{self.book_before}'
                               f"<sheets>{listed}</sheets>{self.book_after}</workbook>",
            "xl/_rels/workbook.xml.rels": rels_xml([
                *kinds, ("rIdS", "styles", "styles.xml", False), ("rIdT", "sharedStrings", "sharedStrings.xml", False),
                *self.book_rels,
            ], rels),
            "xl/styles.xml": HEAD + STYLES.format(main=self.main),
            "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{self.main}">{self.strings}</sst>',
        }
        for number, xml in enumerate(sheets.values(), 1):
            parts[f"xl/worksheets/sheet{number}.xml"] = xml
        if self.rels:
            parts["xl/worksheets/_rels/sheet1.xml.rels"] = rels_xml(self.rels, rels)
        return parts | dict(self.parts)

    def worksheet(self, data: str, before: str = "", after: str = "") -> str:
        """A worksheet part around rows."""
        rels = STRICT_RELS if self.strict else RELS
        return (
            f'{HEAD}<worksheet xmlns="{self.main}" xmlns:r="{rels}">{before}'
            f"<sheetData>{data}</sheetData>{after}</worksheet>"
        )

    def _types(self, sheets: int) -> str:
        own = {f"/xl/worksheets/sheet{n}.xml": f"{SPREADSHEET}.worksheet+xml" for n in range(1, sheets + 1)}
        own |= {
            "/xl/workbook.xml": f"{SPREADSHEET}.sheet.main+xml", "/xl/styles.xml": f"{SPREADSHEET}.styles+xml",
            "/xl/sharedStrings.xml": f"{SPREADSHEET}.sharedStrings+xml", **self.types,
        }
        listed = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in own.items())
        return (
            f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{listed}</Types>"
        )

    def data(self) -> bytes:
        """The file."""
        return zipped(self.all_parts())

    def save(self, folder: Path, name: str = "register.xlsx") -> Path:
        """Write the file into a folder."""
        path = folder / name
        path.write_bytes(self.data())
        return path


def rels_xml(rels: Sequence[tuple[str, str, str, bool]], base: str = RELS) -> str:
    """A part of references."""
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind if "/" in kind else f"{base}/{kind}"}" Target="{target}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for name, kind, target, outside in rels
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE_RELS}">{listed}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A file of these parts, in order."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 9, 30, 2)), part, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """All parts of a file, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def row(number: int, *cells: str) -> str:
    """A row of inline texts from column A on; '' makes no cell, and text that starts with `<` is put in as it is."""
    made = "".join(
        cell if cell.startswith("<") else inline(f"{'ABCDEFGHIJKLMNOP'[at]}{number}", cell)
        for at, cell in enumerate(cells) if cell
    )
    return f'<row r="{number}">{made}</row>'


def inline(place: str, text: str, style: int = 0) -> str:
    """A cell of inline text."""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def prefix_all(xml: str, prefix: str = "x") -> str:
    """A part with every element of the main namespace prefixed, as some writers do."""
    renamed = re.sub(r"<(/?)([A-Za-z])", rf"<\1{prefix}:\2", xml)
    return renamed.replace(f'xmlns="{MAIN}"', f'xmlns:{prefix}="{MAIN}"').replace(f"{prefix}:?", "?")


def by_openpyxl(data: bytes, sheet: str) -> dict[tuple[int, int], object]:
    """The filled cells as openpyxl reads them; it warns of much that it would lose in writing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (cell.row, cell.column): cell.value
        for cells in book[sheet].iter_rows() for cell in cells if cell.value is not None
    }


def by_calamine(data: bytes, sheet: str) -> dict[tuple[int, int], object]:
    """The filled cells as calamine reads them."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = book.get_sheet_by_name(sheet)
    top, left = found.start or (0, 0)
    return {
        (top + down + 1, left + across + 1): value
        for down, values in enumerate(found.to_python(skip_empty_area=True)) for across, value in enumerate(values)
        if value != ""
    }


def change(
    place: tuple[int, int], new: str, *, old: str = "", column: str = "", sheet: str = "Services", day: bool = False,
) -> Change:
    """A change as a review makes it."""
    return Change(None, Cell(sheet, *place), column, old, new, "it moved", "review lead", day=day)
