"""The proof refuses a file in which anything else has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from review_kit.errors import WorkbookRefused
from review_kit.excel import write as write_module
from review_kit.excel.repack import repacked

from .kinds import KINDS
from .packages import change, unzipped, zipped
from .writing import write

SHEET = "xl/worksheets/sheet1.xml"
Spoil = Callable[[dict[str, bytes]], None]


def part(name: str, old: bytes, new: bytes) -> Spoil:
    """A slip that alters a part."""
    def spoil(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return spoil


@pytest.mark.parametrize(("spoil", "says"), [
    (part(SHEET, b"Kooth", b"Looth"), "other cells of Services"),
    (part(SHEET, b'<c r="B2" s="0"', b'<c r="B2" s="1"'), "other cells of Services"),
    (part(SHEET, b'<row r="2">', b'<row r="2" hidden="1">'), "other cells of Services"),
    (part(SHEET, b"new text", b"another"), "does not hold what was to be written"),
    (part(SHEET, b'<c r="A2" t=', b'<c r="A2" s="4" t='), "lost its look"),
    (part(SHEET, b'sqref="A2:A9"', b'sqref="A2:A8"'), "an element dataValidation"),
    (part(SHEET, b"</worksheet>", b"<legacyDrawing/></worksheet>"), "elements that were not meant"),
    (part("xl/styles.xml", b"dd mmmm", b"dd mmm"), "its part xl/styles.xml has changed"),
    (part(SHEET, b"<row", b"<<row"), "cannot be read back"),
    (lambda parts: parts.pop("docProps/core.xml"), "its parts are not the same"),
    (lambda parts: parts.update({"xl/new.xml": b""}), "its parts are not the same"),
])
def test_a_slip_of_the_writer_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Spoil, says: str,
) -> None:
    """Nothing is saved, and nothing is left behind."""
    def spoilt(draft: object) -> bytes:
        parts = unzipped(repacked(draft))
        spoil(parts)
        return zipped(parts)

    monkeypatch.setattr(write_module, "repacked", spoilt)
    with pytest.raises(WorkbookRefused, match=says):
        write(KINDS["drawing, drop-downs, label, threaded comments"], tmp_path, [change((2, 1), "new text")])
    assert [file.name for file in tmp_path.iterdir()] == ["register.xlsx"]


def test_headings_that_differ_from_the_tables_own_names_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Excel would repair such a file."""
    def spoilt(draft: object) -> bytes:
        parts = unzipped(repacked(draft))
        parts["xl/tables/table1.xml"] = parts["xl/tables/table1.xml"].replace(b'name="Status"', b'name="Statvs"')
        return zipped(parts)

    monkeypatch.setattr(write_module, "repacked", spoilt)
    with pytest.raises(WorkbookRefused, match="headings on Services do not agree"):
        write(KINDS["table"], tmp_path, [change((2, 4), "x", column="Status")])
