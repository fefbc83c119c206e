"""Who has a workbook open."""

from pathlib import Path

import pytest

from review_kit.excel import owner_of


def excel_owner_file(name: str) -> bytes:
    """The 165 bytes that Excel leaves: a length, the name padded, then length and name in UTF-16."""
    narrow = name.encode("cp1252", errors="replace")
    wide = name.encode("utf-16-le")
    data = bytes([len(narrow)]) + narrow.ljust(54) + len(name).to_bytes(2, "little") + wide
    return data.ljust(165, b" ")


@pytest.mark.parametrize("name", ["Jan Havlíček", "Jo Smith (Health)", "O'Brien, Mary"])
def test_excels_owner_file_names_the_person(tmp_path: Path, name: str) -> None:
    """The wide name is taken, so letters outside the old code page are right."""
    (tmp_path / "~$register.xlsx").write_bytes(excel_owner_file(name))
    assert owner_of(tmp_path / "register.xlsx") == name


@pytest.mark.parametrize(("text", "name"), [
    ("Jo Smith,jo,PC,21.11.2026 14:30,file:///x;", "Jo Smith"), (",jo,PC,21.11.2026 14:30,file:///x;", "jo"), ("", ""),
])
def test_libreoffices_lock_names_the_person(tmp_path: Path, text: str, name: str) -> None:
    """The full name is empty where none is set; the account stands next."""
    (tmp_path / ".~lock.register.xlsx#").write_text(text)
    assert owner_of(str(tmp_path / "register.xlsx")) == name


@pytest.mark.parametrize("data", [b"", b"\x05Jo", bytes(165), b"\xff" * 165, b"\x07<b>Jo\x00\n".ljust(60)])
def test_a_strange_owner_file_is_no_error(tmp_path: Path, data: bytes) -> None:
    """What is in it goes into a message, so nothing but a name's characters is kept."""
    (tmp_path / "~$register.xlsx").write_bytes(data)
    name = owner_of(tmp_path / "register.xlsx")
    assert not set(name) & set("<>\n\0")
    assert len(name) <= 54


def test_without_an_owner_file_nobody_is_named(tmp_path: Path) -> None:
    """Files shared through OneDrive have none."""
    assert not owner_of(tmp_path / "register.xlsx")
