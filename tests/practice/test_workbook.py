"""The practice register: invented from end to end, and a workbook like any other."""

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from review_kit import steps
from review_kit.model import PUBLISHED_COLUMNS, REVIEW_COLUMNS, ContactKind, Register
from review_kit.model.settings import KNOWN
from review_kit.practice.sites import shipped_sites
from review_kit.practice.workbook import write_practice_register

DRAMA = ("01632960", "08081570", "03069990", "07700900")
"""Numbers that Ofcom keeps for drama: nobody is called by them."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register, written once."""
    return write_practice_register(tmp_path_factory.mktemp("practice") / "register.xlsx")


@pytest.fixture(scope="module")
def register(path: Path) -> Register:
    """The register, read again by the kit."""
    return steps.open_register(path)


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    """The values of a sheet."""
    return list(sheet.iter_rows(values_only=True))


def test_the_columns_are_the_designs(path: Path) -> None:
    """The five published ones first, then those review columns that hold something."""
    header = rows(openpyxl.load_workbook(path)["Services"])[0]
    assert header[:5] == PUBLISHED_COLUMNS
    assert set(header[5:]) <= set(REVIEW_COLUMNS)
    assert "Service ID" not in header


def test_the_settings_are_ones_that_the_kit_knows(path: Path, register: Register) -> None:
    """Each label is a setting; the canaries are sites of the practice web, but for the name that nobody has."""
    sheet = rows(openpyxl.load_workbook(path)["Settings"])
    assert sheet[0] == ("Setting", "Value")
    assert {str(row[0]) for row in sheet[1:]} <= set(KNOWN)
    hosts = {site.host for site in shipped_sites()}
    settings = register.settings
    assert {url.split("/")[2] for url in settings.canary_addresses} <= hosts
    assert settings.canary_portal.split("/")[2] in hosts
    assert settings.canary_false_name not in hosts


def test_every_link_and_contact_is_invented(register: Register) -> None:
    """Hosts end in .example; numbers are those that Ofcom keeps for drama, or nobody's at all."""
    assert register.links
    for _, link in register.links:
        assert not link.url or link.url.split("/")[2].endswith(".example"), link
    for _, contact in register.contacts:
        digits = re.sub(r"\D", "", contact.as_written)
        if contact.kind is ContactKind.EMAIL:
            assert contact.as_written.endswith(".example")
        elif len(digits) == 11:
            assert digits.startswith(DRAMA), contact


def test_it_is_written_the_same_each_time(path: Path, tmp_path: Path) -> None:
    """Cell for cell."""
    again = openpyxl.load_workbook(write_practice_register(tmp_path / "again.xlsx"))
    before = openpyxl.load_workbook(path)
    assert {sheet.title: rows(sheet) for sheet in again} == {sheet.title: rows(sheet) for sheet in before}
