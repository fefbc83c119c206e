"""Files made to do harm: each is opened by another process with little memory and little time."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from review_kit.errors import ReviewKitError
from review_kit.excel import read_workbook

from .kinds import SIMPLE_ROWS
from .packages import Made, inline, row, zipped

resource = pytest.importorskip("resource", reason="Windows has no such limits")

READ = """
import sys
from review_kit.errors import ReviewKitError
from review_kit.excel import read_workbook
try:
    book = read_workbook(sys.argv[1])
    print(len(list(book.cells())), len(book.sheets[0].merged))
except ReviewKitError as error:
    print(type(error).__name__, error)
"""
MEMORY = 400 << 20
SECONDS = 10

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>&l9;</a>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def limited() -> None:
    """Little memory for the process to come."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def read_apart(path: Path) -> str:
    """What a process of its own says of the file."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, timeout=SECONDS, preexec_fn=limited,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def huge_sheet() -> bytes:
    """A third of a gigabyte of one letter, in a file of a megabyte or so."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in Made("").all_parts().items():
            if name != "xl/sharedStrings.xml":
                archive.writestr(name, data)
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as stream:
            for _ in range(80):
                stream.write(b"x" * (1 << 22))
    return whole.getvalue()


@pytest.mark.parametrize(("part", "xml"), [
    ("xl/sharedStrings.xml", BOMB), ("xl/worksheets/sheet1.xml", BOMB), ("xl/workbook.xml", BOMB),
    ("_rels/.rels", BOMB), ("xl/sharedStrings.xml", OUTSIDE),
])
def test_entities_are_not_expanded(tmp_path: Path, part: str, xml: str) -> None:
    """Neither the billion laughs nor a file of the computer."""
    said = read_apart(Made(SIMPLE_ROWS, parts={part: xml}).save(tmp_path))
    assert said.startswith("RegisterError")
    assert "document type" in said
    assert "root:" not in said


def test_a_part_of_hundreds_of_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    """By the sizes that the file states, before anything is unpacked."""
    path = tmp_path / "r.xlsx"
    path.write_bytes(huge_sheet())
    assert "unpacks to far more" in read_apart(path)


def test_giant_merges_and_far_cells_cost_nothing(tmp_path: Path) -> None:
    """A merge and links over the whole sheet, white space in a far cell, a text in the very last one."""
    links = '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId1"/><hyperlink ref="A:XFD" r:id="rId1"/></hyperlinks>'
    made = Made(
        SIMPLE_ROWS + f'<row r="1048576">{inline("T1048576", " ")}{inline("XFD1048576", "far")}</row>',
        before='<dimension ref="A1:XFD1048576"/>',
        after=f'<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A:A"/></mergeCells>{links}',
        rels=[("rId1", "hyperlink", "https://a.example", True)],
    )
    assert read_apart(made.save(tmp_path)) == "10 2"


def test_many_wide_links_are_not_followed_for_ever(tmp_path: Path) -> None:
    """Twenty thousand links over the whole sheet."""
    links = "".join(f'<hyperlink ref="A1:XFD{n}" r:id="rId1"/>' for n in range(1000, 21_000))
    made = Made(
        "".join(row(n, "a", "b") for n in range(1, 1000)), after=f"<hyperlinks>{links}</hyperlinks>",
        rels=[("rId1", "hyperlink", "https://a.example", True)],
    )
    assert read_apart(made.save(tmp_path)) == "1998 0"


def test_a_deep_nest_of_elements_is_read_through(tmp_path: Path) -> None:
    """Depth is counted, not stacked."""
    nest = f'<row r="1"><c r="A1" t="inlineStr"><is>{"<r>" * 50_000}<t>x</t>{"</r>" * 50_000}</is></c></row>'
    assert read_apart(Made(nest).save(tmp_path)) == "1 0"


@pytest.mark.parametrize("value", ["9" * 100_000, "1e999999", "-" * 1000, "0x41"])
def test_absurd_numbers_are_a_problem_of_their_cell(tmp_path: Path, value: str) -> None:
    """Python itself refuses some of them, which must not be a traceback."""
    cells = f'<c r="A1" t="s"><v>{value}</v></c><c r="B1"><v>{value}</v></c><c r="C1" s="{value}"><v>1</v></c>'
    said = read_apart(Made(f'<row r="{value}">{cells}</row>').save(tmp_path))
    assert said == "3 0"


def test_every_cut_of_a_file_is_read_or_refused(tmp_path: Path) -> None:
    """No traceback, wherever a byte is wrong; what is said names the file."""
    data = bytearray(zipped(Made(SIMPLE_ROWS).all_parts()))
    path = tmp_path / "r.xlsx"
    for at in range(0, len(data), 23):
        spoilt = bytearray(data)
        spoilt[at] ^= 0x5A
        path.write_bytes(spoilt)
        assert "r.xlsx" in told(path)


def told(path: Path) -> str:
    """What reading says of a file, or its path when it can be read."""
    try:
        return read_workbook(path).path
    except ReviewKitError as error:
        return str(error)
