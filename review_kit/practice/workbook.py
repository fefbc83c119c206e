"""The practice review's register as a workbook, made anew each time from `register.toml`."""

import re
import tomllib
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from review_kit.model import PUBLISHED_COLUMNS, REVIEW_COLUMNS

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def write_practice_register(path: Path) -> Path:
    """Write the invented register: sheets Services and Settings, laid out plainly."""
    from openpyxl import Workbook
    table = tomllib.loads(files("review_kit.practice").joinpath("register.toml").read_text(encoding="utf-8"))
    book = Workbook()
    used = {column for service in table["service"] for column in service}
    columns = [*PUBLISHED_COLUMNS, *(column for column in REVIEW_COLUMNS if column in used)]
    services = [[row.get(column, "") for column in columns] for row in table["service"]]
    _fill(book.active, "Services", [columns, *services])
    _fill(book.create_sheet(), "Settings", [["Setting", "Value"], *map(list, table["settings"].items())])
    made = BytesIO()
    book.save(made)
    _without_times(made, path)
    return path


def _without_times(made: BytesIO, path: Path) -> None:
    """The workbook without the moment of its making, so that the practice review is the same to the last byte."""
    with ZipFile(made) as book, ZipFile(path, "w", ZIP_DEFLATED) as kept:
        for name in book.namelist():
            content = _STAMP.sub(rb"\g<1>2026-03-02T10:00:00Z\g<2>", book.read(name))
            kept.writestr(ZipInfo(name), content, ZIP_DEFLATED)


def _fill(sheet: Any, title: str, rows: list[list[str]]) -> None:
    from openpyxl.styles import Alignment, Font
    sheet.title = title
    for row in rows:
        sheet.append([text or None for text in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = 32
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
