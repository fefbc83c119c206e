"""The register that ships with the kit: its words are the published offer's, and nothing in it is invented.

`data/shipped_register.json` is a second transcription, made from the offer's text apart from the workbook.
"""

import json
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from review_kit.model.register import PUBLISHED_COLUMNS, REVIEW_COLUMNS
from review_kit.model.settings import KNOWN

HERE = Path(__file__).parent
REGISTER = HERE.parent / "offer_register.xlsx"
PUBLISHED = json.loads((HERE / "data" / "shipped_register.json").read_text(encoding="utf-8"))
COLUMNS = PUBLISHED_COLUMNS + REVIEW_COLUMNS
LEAFLET = "Affinity Trust key worker leaflet, appended to the published offer."
NOBODY_HAS_YET = ("Service ID", "THRIVE groups", "Outcomes", "Contract ends", "Entry owner", "Confirm with",
                  "In plain words", "Assured on", "Assured by", "Next review due", "Status")  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Workbook:
    """The workbook as it was shipped; where a council's review has written to it, these tests have nothing to say.

    In this project's own CI they never skip: there the shipped register is what is tested.
    """
    workbook = openpyxl.load_workbook(REGISTER)
    if workbook["Change log"].max_row > 1 and not os.environ.get("REVIEW_KIT_ALL_TESTS"):
        pytest.skip("a review has changed offer_register.xlsx since it was shipped")
    return workbook


@pytest.fixture(scope="module")
def services(book: Workbook) -> list[dict[str, Any]]:
    """Each service as a row of column name to value, blanks left out."""
    rows = book["Services"].iter_rows(min_row=2, values_only=True)
    return [{name: value for name, value in zip(COLUMNS, row, strict=True) if value is not None} for row in rows]


def one_line(text: str) -> str:
    """The text with each run of white space, no-break spaces too, as one space."""
    return " ".join(text.split())


def cells(book: Workbook) -> Iterator[Cell]:
    """Every cell of every sheet."""
    for sheet in book:
        for row in sheet.iter_rows():
            yield from row


def luminance(colour: str) -> float:
    """The relative luminance of an ARGB colour, as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (2, 4, 6))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_are_the_published_offers(services: list[dict[str, Any]]) -> None:
    """Every published cell holds the offer's words, typing errors and all, in the offer's order."""
    assert [{name: row[name] for name in PUBLISHED_COLUMNS} for row in services] == PUBLISHED["services"]


def test_another_reader_sees_the_same(book: Workbook) -> None:
    """A reader of workbooks that shares no code with openpyxl reads the same values from every sheet."""
    other = CalamineWorkbook.from_path(str(REGISTER))
    assert other.sheet_names == book.sheetnames
    for sheet in book:
        rows = [["" if value is None else value for value in row] for row in sheet.values]
        assert other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False) == rows


def test_sections_and_counts(services: list[dict[str, Any]]) -> None:
    """The offer has 31 services in five sections, which keep the names it prints."""
    counts: dict[str, int] = {}
    for row in services:
        counts[row["Section"]] = counts.get(row["Section"], 0) + 1
    assert list(counts.items()) == [("Emotional wellbeing", 12), ("Access To Services", 7), ("Mental Health", 7),
                                    ("Additional Needs", 3), ("Overall health", 2)]  # fmt: skip
    names = {(row["Section"], row["Area of support"], row["Provider"]) for row in services}
    assert len(names) == len(services) == 31


@pytest.mark.parametrize("slip", [
    "form Adult Social care", "health neds", "AS and when needed", "beneficial, a allowing", "Living well scheme-",
    "PA’s will complete"])  # fmt: skip
def test_slips_of_the_offer_are_kept(slip: str, services: list[dict[str, Any]]) -> None:
    """A typing error in the published offer stands in the register, for the review to find."""
    assert any(slip in row[name] for row in services for name in PUBLISHED_COLUMNS)


def test_text_is_tidy(book: Workbook) -> None:
    """No paragraph begins or ends with white space, and none is blank."""
    texts = [cell.value for cell in cells(book) if isinstance(cell.value, str)]
    assert [text for text in texts for line in text.split("\n") if not line or line != line.strip()] == []


def test_seven_hyperlinks(book: Workbook) -> None:
    """The seven printed addresses, and no others, are hyperlinks; each stands in its cell's text as well."""
    found = [cell for cell in cells(book) if cell.hyperlink]
    assert [{"cell": cell.coordinate, "target": cell.hyperlink.target} for cell in found] == PUBLISHED["hyperlinks"]
    assert len(found) == 7
    assert all(cell.hyperlink.target in cell.value.split() for cell in found)


@pytest.mark.parametrize("title", PUBLISHED["titles_without_target"])
def test_lost_targets_are_not_invented(title: str, book: Workbook) -> None:
    """A page title whose address was lost stays a line of plain text."""
    holders = [cell for row in book["Services"].iter_rows(max_col=5) for cell in row
               if isinstance(cell.value, str) and title in cell.value.split("\n")]  # fmt: skip
    assert len(holders) == 1
    assert holders[0].hyperlink is None


@pytest.mark.parametrize("contact", [*PUBLISHED["phones"], "karen.wilson71@nhs.net", "CharlieFields@affinitytrust.org"])
def test_each_contact_stands_once(contact: str, book: Workbook) -> None:
    """A phone number or e-mail address stands in one cell alone, so that it can't go stale in another."""
    text = "\f".join(str(cell.value) for cell in cells(book))
    assert text.count(contact) == 1


def test_nothing_is_claimed_that_nobody_did(services: list[dict[str, Any]]) -> None:
    """The columns that no source speaks to are blank: nobody has assured, grouped or rewritten an entry yet."""
    assert [(row["Area of support"], name) for row in services for name in NOBODY_HAS_YET if name in row] == []


def test_every_review_value_has_its_evidence(services: list[dict[str, Any]]) -> None:
    """Evidence names each filled review column of its row, and is blank where none is filled."""
    for row in services:
        filled = [name for name in REVIEW_COLUMNS if name in row and name != "Evidence"]
        named = re.findall(r"^([A-Z][A-Za-z ]+): “", row.get("Evidence", ""), re.MULTILINE)
        assert sorted(named) == sorted(filled), row["Area of support"]


def test_evidence_quotes_its_source(services: list[dict[str, Any]]) -> None:
    """Whatever Evidence quotes stands in the row's published words or, under its name, in the leaflet."""
    leaflet = " ".join(PUBLISHED["leaflet"])
    for row in services:
        offer = one_line(" / ".join(row[name] for name in PUBLISHED_COLUMNS))
        own, _, other = row.get("Evidence", "").partition(LEAFLET)
        assert not own or own.startswith("The published offer, row text.\n")
        missing = [quote for text, source in ((own, offer), (other, leaflet))
                   for quote in re.findall("“([^”]+)”", text) if quote not in source]  # fmt: skip
        assert missing == [], row["Area of support"]


def test_ages_are_only_those_printed(services: list[dict[str, Any]]) -> None:
    """The offer states two ages: Safe Havens from 18, and the leaflet's key workers to 25."""
    ages = [(row["Provider"].split("\n")[0], row.get("Age from"), row.get("Age to"))
            for row in services if "Age from" in row or "Age to" in row]  # fmt: skip
    assert ages == [("Derbyshire Health Care", 18, None), ("Affinity Trust", None, 25)]


def test_what_safe_havens_and_the_helpline_say(services: list[dict[str, Any]]) -> None:
    """The two crisis services' hours, place and people stand in their own columns too."""
    haven, helpline = (row for row in services if row["Provider"] == "Derbyshire Health Care")
    assert (haven["Hours"], haven["Where"]) == ("Every evening from 4.30pm to 12.30am", "309 Burton Road")
    assert (helpline["Hours"], helpline["Who it is for"]) == (
        "24 hours a day, seven days a week", "Residents of Derby and Derbyshire")  # fmt: skip


def test_rows_for_workers(services: list[dict[str, Any]]) -> None:
    """Three rows are, by their own words, for workers; no other value but young person is used."""
    workers = [row["Area of support"] for row in services if row.get("Audience") == "worker"]
    assert [name.split()[0] for name in workers] == ["Reflective", "Consultations", "Reflective"]
    assert {row["Audience"] for row in services if "Audience" in row} == {"worker", "young person"}


def test_sheets_and_headers(book: Workbook) -> None:
    """Three sheets, each with one header row; the change log starts with Open Referral's metadata names."""
    assert book.sheetnames == ["Services", "Settings", "Change log"]
    headers = {sheet.title: tuple(cell.value for cell in sheet[1]) for sheet in book}
    assert headers["Services"] == COLUMNS
    assert headers["Settings"] == ("Setting", "Value", "What it is for")
    assert headers["Change log"] == (
        "resource_id", "resource_type", "last_action_date", "last_action_type", "field_name", "previous_value",
        "replacement_value", "updated_by", "service", "cell", "reason", "evidence")  # fmt: skip


def test_settings_are_all_there(book: Workbook) -> None:
    """Every known setting has its row, its default and its note; what only the council knows is blank."""
    rows = list(book["Settings"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == list(KNOWN)
    for label, value, note in rows:
        default = KNOWN[label].default
        expected = "; ".join(default) if isinstance(default, tuple) else default
        assert (value or "") == ("Derby City Council" if label == "Council" else expected)
        assert note == KNOWN[label].metadata["note"]


@pytest.mark.parametrize(("sheet", "frozen", "filtered", "across"), [
    ("Services", "C2", "A1:AA32", 3), ("Settings", "A2", None, 1), ("Change log", "A2", "A1:L1", 1)])  # fmt: skip
def test_a_sheet_reads_and_prints_well(sheet: str, frozen: str, filtered: str, across: int, book: Workbook) -> None:
    """Headers stay in sight, columns can be filtered, and a print is landscape with its headers on each page."""
    page: Worksheet = book[sheet]
    assert (page.freeze_panes, page.auto_filter.ref) == (frozen, filtered)
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (across, 0)
    assert page.print_title_rows == "$1:$1"


def test_choices_are_offered(book: Workbook) -> None:
    """Four columns offer their words; only those that hold one word refuse others."""
    offered = {}
    for rule in book["Services"].data_validations.dataValidation:
        if rule.type == "list":
            column = book["Services"].cell(1, next(iter(rule.sqref.ranges)).min_col).value
            offered[column] = (rule.errorStyle, rule.formula1.strip('"').split(","))
    assert offered["Audience"] == ("stop", ["young person", "worker", "both"])
    assert offered["Status"] == ("stop", ["current", "retired"])
    assert offered["THRIVE groups"] == ("information", [
        "Thriving", "Getting Advice and Signposting", "Getting Help", "Getting More Help",
        "Getting Risk Support"])  # fmt: skip
    style, outcomes = offered.pop("Outcomes")
    assert (style, [outcome[:9] for outcome in outcomes]) == ("information", [f"Outcome {n}" for n in (1, 2, 3, 4)])
    assert len(offered) == 3


def test_review_columns_are_marked_in_words(book: Workbook) -> None:
    """A review column's header says so in a prompt, not by colour alone."""
    prompts = {str(rule.sqref): rule.prompt for rule in book["Services"].data_validations.dataValidation if rule.prompt}
    headers = {cell.coordinate: cell.value for cell in book["Services"][1]}
    marked = [headers[place] for place, words in prompts.items() if words.startswith("Review column. ")]
    assert marked == list(REVIEW_COLUMNS)


def test_dates_show_day_first(book: Workbook) -> None:
    """A date typed into a date column shows as 21/11/2026, in rows still to be written as well."""
    sheet = book["Services"]
    for name in ("Contract ends", "Assured on", "Next review due"):
        letter = sheet.cell(1, COLUMNS.index(name) + 1).column_letter
        assert {cell.number_format for cell in sheet[letter][1:]} == {"dd/mm/yyyy"}
        assert sheet.column_dimensions[letter].number_format == "dd/mm/yyyy"


def test_nothing_is_hidden_merged_or_calculated(book: Workbook) -> None:
    """No formula, merged cell, comment or hidden sheet, row or column; nothing runs when the file is opened."""
    assert [cell.coordinate for cell in cells(book) if cell.data_type == "f" or cell.comment] == []
    for sheet in book:
        assert sheet.sheet_state == "visible"
        assert not sheet.merged_cells.ranges
        assert not any(d.hidden for d in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
    assert book.vba_archive is None


def test_text_can_be_read(book: Workbook) -> None:
    """Text is 11 point, wrapped and top-aligned, and its colour stands out from what is behind it (WCAG AA)."""
    for cell in cells(book):
        assert (cell.font.sz, cell.alignment.vertical, cell.alignment.wrap_text) == (11, "top", True)
        behind = luminance(cell.fill.start_color.rgb) if cell.fill.fill_type else 1.0
        low, high = sorted((luminance(cell.font.color.rgb), behind))
        assert (high + 0.05) / (low + 0.05) >= 4.5, cell.coordinate


def test_file_says_what_it_is(book: Workbook) -> None:
    """Title, language and dates are set, and the file opens at the first cell of its first sheet."""
    about = book.properties
    assert about.title == "Register of the health offer for care experienced young people"
    assert (about.language, about.creator) == ("en-GB", "Offer review kit")
    assert about.created == about.modified == datetime(2026, 11, 21)  # noqa: DTZ001 - openpyxl's are naive
    assert book.active.title == "Services"
    assert {selection.activeCell for selection in book["Services"].sheet_view.selection} == {"A1"}
