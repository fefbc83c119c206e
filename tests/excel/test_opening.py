"""Every way in which a file is not a workbook is one plain sentence."""

import os
import re
from pathlib import Path

import pytest

from review_kit.errors import BusyError, RegisterError
from review_kit.excel import read_workbook

from .packages import Made, row, zipped

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(("name", "data", "says"), [
    ("r.xlsx", b"", "is empty"),
    ("r.xls", OLD, r"Excel 97-2003 \(\.xls\)"),
    ("r.xlsx", OLD + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    ("r.csv", b"a,b\n1,2\n", "plain text table"),
    ("r.xlsx", b"a,b\n1,2\n", "not an Excel workbook"),
    ("r.xlsx", b"%PDF-1.7", "is a PDF"),
    ("~$r.xlsx", b"\x08Jo Smith".ljust(165), "only the mark"),
    ("r.xlsx", b"PK\x03\x04nonsense", "damaged"),
    ("r.ods", zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "OpenDocument"),
    ("r.xlsb", zipped({"[Content_Types].xml": "<a/>", "xl/workbook.bin": "x"}), "binary workbook"),
    ("r.numbers", zipped({"Index/Document.iwa": "x"}), "Apple Numbers"),
    ("r.docx", zipped({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "Word document"),
    ("r.pack", zipped({"a.txt": "x"}), "not an Excel workbook"),
    ("r.xlsx", zipped({"[Content_Types].xml": "<a/>"}), "not an Excel workbook"),
])
def test_what_is_not_a_workbook_is_told_in_plain_words(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    """The sentence names the file, what it is, and what to do next."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RegisterError, match=says) as told:
        read_workbook(path)
    words = str(told.value)
    assert name in words
    assert re.search(r"\. [A-Z].*\.$", words), "says what to do next"
    assert not re.search(r"zip|OLE|XML|Traceback|Error", words)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Both are named in full."""
    with pytest.raises(RegisterError, match=re.escape(f"There is no file {tmp_path / 'gone.xlsx'}")):
        read_workbook(tmp_path / "gone.xlsx")
    with pytest.raises(RegisterError, match="is a folder"):
        read_workbook(str(tmp_path))


@pytest.mark.parametrize("name", ["a\0b.xlsx", "x" * 300 + ".xlsx"])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    """A slip of the keyboard is no traceback."""
    with pytest.raises(RegisterError, match="cannot be read"):
        read_workbook(f"{tmp_path}{os.sep}{name}")


def test_a_workbook_without_worksheets_is_refused(tmp_path: Path) -> None:
    """A chart sheet alone holds no register."""
    book = Made(row(1, "a"), parts={"xl/_rels/workbook.xml.rels": Made("").all_parts()["_rels/.rels"]})
    with pytest.raises(RegisterError, match="no worksheet"):
        read_workbook(book.save(tmp_path))


@pytest.mark.parametrize("part", ["workbook.xml", "worksheets/sheet1.xml", "sharedStrings.xml", "styles.xml"])
@pytest.mark.parametrize("xml", ["<a><b></a>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_broken_part_is_told_by_name(tmp_path: Path, part: str, xml: str) -> None:
    """Malformed, or with a document type."""
    with pytest.raises(RegisterError, match=f"damaged: its part xl/{part}"):
        read_workbook(Made(row(1, "a"), parts={f"xl/{part}": xml}).save(tmp_path))


def test_a_missing_sheet_is_told_by_name(tmp_path: Path) -> None:
    """The workbook lists a sheet that the file does not hold."""
    parts = Made(row(1, "a")).all_parts()
    del parts["xl/worksheets/sheet1.xml"]
    (tmp_path / "r.xlsx").write_bytes(zipped(parts))
    with pytest.raises(RegisterError, match="its sheet Services is missing"):
        read_workbook(tmp_path / "r.xlsx")


def _not_allowed(self: Path) -> bytes:
    raise PermissionError(13, "Permission denied")


def test_a_file_held_by_excel_names_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel's owner file beside the workbook tells who."""
    path = Made(row(1, "a")).save(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", _not_allowed)
    with pytest.raises(BusyError, match="another program may have it open"):
        read_workbook(path)
    (tmp_path / ".~lock.register.xlsx#").write_text("Jo Smith,jo,PC,21.11.2026 14:30,file:///x;")
    with pytest.raises(BusyError, match="is open by Jo Smith"):
        read_workbook(path)
