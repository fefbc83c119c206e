"""The three CSV files: columns, guards, order, and what a spreadsheet makes of them."""

import csv
import io
from types import ModuleType

import pytest

from review_kit.reports import contacts_csv, findings_csv, links_csv
from review_kit.reports.csv_file import csv_bytes, guard

from . import reviews

DESIGNED = {
    links_csv: "service_id, section, service, cell, as_written, url, verdict, check, what_we_saw, what_to_do, "
               "suggestion, final_url, status, checked_at",
    contacts_csv: "service_id, section, service, cell, kind, as_written, normalised, verdict, check, what_we_saw, "
                  "what_to_do, suggestion, checked_at",
    findings_csv: "service_id, section, service, cell, check, severity, what_we_saw, what_to_do, suggestion, evidence",
}  # fmt: skip
MODULES = tuple(DESIGNED)


def read(module: ModuleType, review: reviews.Review) -> list[dict[str, str]]:
    """The rows of a file as a program reads them."""
    return list(csv.DictReader(io.StringIO(module.REPORT.render(review).decode("utf-8"), newline="")))


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.REPORT.file_name)
def test_columns_are_the_designed_ones(module: ModuleType) -> None:
    """Each file has the columns of the design, in its order, and every row fills them."""
    assert ", ".join(module.COLUMNS) == DESIGNED[module]
    assert {len(row) for row in module.rows(reviews.every_verdict())} == {len(module.COLUMNS)}


@pytest.mark.parametrize("text", ["=1+1", "+443069990123", "-1", "@SUM(A1)", "\tx", "\rx", "  =1", "\n+1", "\u00a0=1"])
def test_guard_stops_formulas(text: str) -> None:
    """A cell that a spreadsheet would run starts with an apostrophe instead, and loses nothing."""
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Call +44", "a=b", "0330 008 3722", "https://a.example/", "'quoted'"])
def test_guard_leaves_plain_text(text: str) -> None:
    """A cell that no spreadsheet would run stays as it is."""
    assert guard(text) == text


def test_guard_sees_what_is_left_after_cleaning() -> None:
    """A formula cannot hide behind a character that nobody sees."""
    assert csv_bytes(("a",), [("\u200b\u202e=1",)]) == b"a\n'=1\n"


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.REPORT.file_name)
def test_no_cell_of_a_hostile_review_runs(module: ModuleType) -> None:
    """No cell starts like a formula, whatever strangers wrote."""
    cells = [value for row in read(module, reviews.hostile()) for value in row.values()]
    assert not [value for value in cells if value.lstrip()[:1] in {"=", "+", "-", "@"} and value.strip()]


def test_file_is_utf8_without_a_mark_and_with_plain_line_ends() -> None:
    """The file is UTF-8 with no byte order mark, so the first column has its own name; lines end in LF."""
    made = csv_bytes(("a",), [("naïve – “yes”",)])
    assert made == "a\nnaïve – “yes”\n".encode()


def test_lone_halves_of_characters_do_not_stop_the_file() -> None:
    """A damaged character from a workbook is left out, and the file is still written."""
    assert csv_bytes(("a",), [("x\ud800y",)]) == b"a\nxy\n"


def test_every_link_has_a_row() -> None:
    """Every link of the register has one row in the register's order, three of one cell too."""
    review = reviews.hostile()
    registered = [link.as_written for _, link in review.register.links]
    assert [row["as_written"] for row in read(links_csv, review)] == registered


def test_working_link_says_what_its_visit_showed() -> None:
    """A link that works says that its page answered and with what title; a page without title only answered."""
    saw = [row["what_we_saw"] for row in read(links_csv, reviews.every_verdict()) if row["verdict"] == "working"]
    assert saw == ["The page answered, with the title “Art <group>”.", "The page answered."]


def test_link_without_visit_has_no_visit_cells() -> None:
    """A link that was never looked at has no final address, no status and no time."""
    row = next(row for row in read(links_csv, reviews.every_verdict()) if row["as_written"] == "Home - Quiet")
    assert (row["final_url"], row["status"], row["checked_at"]) == ("", "", "")


def test_service_is_the_area_of_support_whole() -> None:
    """`service` holds the whole area of support, line breaks and all."""
    names = {row["service"] for row in read(links_csv, reviews.every_verdict())}
    assert next(name for name in names if name.startswith("Talking")).count("with time and tea") == 9


def test_phone_number_is_guarded_and_comes_back() -> None:
    """A number in E.164 is guarded; dropping the apostrophe gives it back."""
    numbers = {row["normalised"].removeprefix("'") for row in read(contacts_csv, reviews.every_verdict())}
    assert {"+448081570142", "+443069990123", "team@quiet.example"} <= numbers


def test_contact_not_checked_has_no_time() -> None:
    """A contact that could not be checked has no day on which it was."""
    one = reviews.service(2, "Line", phone="0808 157 0142")
    told = reviews.phone_told(one, reviews.ContactVerdict.NOT_CHECKED)
    assert [row["checked_at"] for row in read(contacts_csv, reviews.review((one,), (), (told,)))] == [""]


def test_frame_holds_the_findings_unguarded() -> None:
    """`Review.frame()` is `findings.csv` as data, with the text as it was found."""
    frame = reviews.hostile().frame()
    assert tuple(frame.columns) == findings_csv.COLUMNS
    assert frame["what_we_saw"].tolist() == ["  =1+1", "\t-1"]
