"""What a person should know before a workbook is written."""

from pathlib import Path

from review_kit.excel import read_workbook

from .kinds import KINDS
from .packages import Made, row

SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"


def test_an_ordinary_workbook_needs_no_notice(tmp_path: Path) -> None:
    """Nothing is said where nothing is to be known."""
    assert read_workbook(KINDS["simple"].save(tmp_path)).notices == ()


def test_signature_macros_other_files_and_protection_are_told(tmp_path: Path) -> None:
    """One plain sentence each."""
    made = Made(
        row(1, "a"), before='<sheetProtection sheet="1"/>', book_before='<workbookProtection lockStructure="1"/>',
        book_rels=[("a", "vbaProject", "vbaProject.bin", False), ("b", "externalLink", "externalLinks/e1.xml", False),
                   ("c", "externalLink", "externalLinks/e2.xml", False)],
        root_rels=[("d", SIGNATURE, "_xmlsignatures/origin.sigs", False)],
    )
    notices = read_workbook(made.save(tmp_path)).notices
    assert len(notices) == 5
    words = ("digital signature", "macros", "2 other workbooks", "structure is protected", "Services is protected")
    for word in words:
        assert sum(word in notice for notice in notices) == 1
