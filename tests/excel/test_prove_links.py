"""The proof refuses a file in which any other link has changed than the one that was meant."""

from pathlib import Path

import pytest

from review_kit.errors import WorkbookRefused
from review_kit.excel import write as write_module

from .packages import change
from .test_new_rows import spoils
from .test_retarget import RELS, SHEET, linked
from .test_unlinked import LINK, PLAIN, row_of
from .writing import write

LINKS = (
    '<hyperlink ref="B2" r:id="rId1"/><hyperlink ref="B3" location="x" r:id="rId2" tooltip="t"/>'
    '<hyperlink ref="C3" location="Services!A1"/>'
)
MADE = linked(LINKS, "https://a.example", "https://b.example")
OUT = change((2, 2), "", old="https://a.example")
MOVED = change((2, 2), "https://c.example", old="https://a.example")
PLACED = change((3, 2), "https://c.example#z", old="https://b.example#x")
SECOND = '<hyperlink ref="B3" location="x" r:id="rId2" tooltip="t"/>'


@pytest.mark.parametrize(("asked", "part", "old", "new", "says"), [
    (OUT, SHEET, SECOND, "", "an element hyperlink"),
    (OUT, SHEET, SECOND, SECOND * 2, "elements that were not meant"),
    (OUT, SHEET, 'ref="B3"', 'ref="B4"', "an element hyperlink"),
    (OUT, SHEET, ' tooltip="t"', "", "an element hyperlink"),
    (OUT, SHEET, 'location="x"', 'location="y"', "an element hyperlink"),
    (OUT, SHEET, "Services!A1", "Services!A2", "an element hyperlink"),
    (OUT, SHEET, "<hyperlinks>", '<hyperlinks><hyperlink ref="B2" r:id="rId2"/>', "elements that were not meant"),
    (OUT, SHEET, "Kooth", "Looth", "other cells of Services"),
    (OUT, RELS, "https://b.example", "https://evil.example", "an element Relationship"),
    (OUT, RELS, "</Rel", '<Relationship Id="rId9" Target="a"/></Rel', "elements that were not meant"),
    (MOVED, RELS, "https://c.example", "https://evil.example", "hyperlinks of Services are not as they were to be"),
    (MOVED, RELS, "https://b.example", "https://evil.example", "an element Relationship"),
    (MOVED, RELS, 'TargetMode="External"', "", "an element Relationship"),
    (MOVED, SHEET, SECOND, "", f"its part {SHEET} has changed"),
    (PLACED, SHEET, 'location="z"', 'location="y"', "hyperlinks of Services are not as they were to be"),
    (PLACED, SHEET, 'ref="B2"', 'ref="B2" location="z"', "an element hyperlink"),
    (PLACED, SHEET, '<hyperlink ref="B2" r:id="rId1"/>', "", "an element hyperlink"),
])
def test_a_slip_beside_a_link_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: object, part: str, old: str, new: str, says: str,
) -> None:
    """Nothing is saved."""
    monkeypatch.setattr(write_module, "repacked", spoils(part, old, new))
    with pytest.raises(WorkbookRefused, match=says):
        write(MADE, tmp_path, [asked])
    assert [file.name for file in tmp_path.iterdir()] == ["register.xlsx"]


@pytest.mark.parametrize(("part", "old", "new", "says"), [
    (SHEET, "</worksheet>", '<hyperlinks/></worksheet>', "an element hyperlinks"),
    (SHEET, '<c r="B1" s="0"', '<c r="B1" s="3"', "other cells of Services"),
    (SHEET, '<c r="B1" s="0"', '<c r="B1" s="1"', "other cells of Services"),
    (SHEET, '<c r="A1" s="0"', '<c r="A1" s="1"', "other cells of Services"),
])
def test_a_slip_beside_the_last_link_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, old: str, new: str, says: str,
) -> None:
    """An empty list of links, or another look than the one that was chosen."""
    made = row_of(PLAIN, LINK)
    monkeypatch.setattr(write_module, "repacked", spoils(part, old, new))
    with pytest.raises(WorkbookRefused, match=says):
        write(made, tmp_path, [change((1, 2), "", old="https://a.example")])


def test_a_link_that_stayed_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its element nor its reference may be there."""
    monkeypatch.setattr(write_module, "repacked", lambda draft: draft.package.data)
    with pytest.raises(WorkbookRefused, match="an element hyperlink of"):
        write(MADE, tmp_path, [OUT])
