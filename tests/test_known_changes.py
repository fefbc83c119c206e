"""The table of changes: each row whole, none twice, all of the field report there; and a council's own tables."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from review_kit import steps
from review_kit.checks._known_changes import KINDS, known_changes
from review_kit.checks.name_outdated import CHECK
from review_kit.dates import read_date
from review_kit.disk import known_tables
from review_kit.disk.known import COLUMNS, unreadable_tables
from review_kit.model import Facts, Register, Severity
from review_kit.model.settings import KNOWN as SETTINGS
from review_kit.model.settings import Settings
from review_kit.spellings import names_in, places, searchable, spellings
from review_kit.verdicts import judge

from .checks import facts as make
from .checks.entries import KNOWN, change, entry, facts, found
from .test_checks import faults

TABLE = KNOWN()["changes"]
ROWS = pytest.mark.parametrize("row", TABLE, ids=lambda row: row["old_name"].split(" |")[0][:40])
PHONE = re.compile(r"\b(?:\d{3} \d{3}|111|\d{4,5} \d[\d ]+\d)\b")
FIELD_REPORT = """
    primary care trust / PCT / Southern Derbyshire CCG / Erewash CCG / Hardwick CCG / North Derbyshire CCG
    NHS Derby and Derbyshire CCG / NHS D&D CCG / CCG / clinical commissioning group
    NHS Derby and Derbyshire ICB / Norfolk and Waveney ICB / Suffolk and North East Essex ICB / Mid and South Essex ICB
    Surrey Heartlands ICB / Sussex ICB / North West London ICB / North Central London ICB / Frimley ICB
    Midlands and Lancashire CSU / commissioning support unit / GEM CSU / Public Health England / PHE / NHS Digital
    Health Education England / the regulator Monitor / NHS Improvement / NHSEI / Department of Health / NHS England
    Healthwatch / NHS Information Standard / NHS Choices / IAPT / Improving Access to Psychological Therapies
    First Response / Derbyshire mental health support line / Derbyshire Mental Health Helpline / Trent PTS
    Talking Mental Health Derbyshire / Everyturn / Vita Minds / Aquarius / Richmond Fellowship
    Barnardo's leaving care / Samaritans (number before 2015) / Samaritans branch / HOPELINEUK
    PAPYRUS (first text number) / PAPYRUS (second text number) / HOPELINE247 / YouthNet / TheSite / Get Connected
    The Mix / XenZone / Voice for the Child in Care / Emotional Health and Wellbeing Service for LAC
    prescription prepayment certificate / experiences and progress of children in care and care leavers
    six areas of the local offer / Derby City Council / Derbyshire County Council
"""
"""Every sourced row of the field report's sections 0.1 and 3.3, by a name that the table must hold.

What is only about to end by its contract stands in `contract_ends.csv`.
"""


@ROWS
def test_every_row_is_whole(row: Mapping[str, str]) -> None:
    """A name, a day, a source, the day it was checked, a known kind, and what to write or ask as one sentence."""
    assert set(row) == set(COLUMNS["changes"])
    assert row["old_name"].strip()
    assert row["source"].strip()
    assert row["checked_on"] == "2026-11-21"
    assert row["kind"] in KINDS
    assert row["confidence"] in {"sure", "question"}
    assert row["scope"].strip()
    assert row["write"].endswith("." if row["confidence"] == "sure" else "?")
    assert row["new_name"] or row["kind"] in {"closed", "proposed", "re-let"}


@ROWS
def test_every_row_has_its_day(row: Mapping[str, str]) -> None:
    """A day, a month or a year; only of the Information Standard does no source say when it closed."""
    if row["old_name"].startswith("NHS Information Standard"):
        assert row["since"] == ""
    else:
        assert re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", row["since"])
        one = next(one for one in known_changes(facts(months=600)) if one.old_name == row["old_name"])
        assert one.day() is not None


@ROWS
def test_a_proposal_is_a_question(row: Mapping[str, str]) -> None:
    """What is planned or announced is never told as if it had happened."""
    assert row["kind"] != "proposed" or row["confidence"] == "question"
    if row["confidence"] == "sure":
        assert not row["since"] or read_date((row["since"] + "-01-01")[:10]) <= date(2026, 11, 21)  # type: ignore[operator]


def test_no_two_rows_claim_the_same_old_name() -> None:
    """Else one name would be told twice, in different words."""
    names = [name for row in TABLE for name in {one.casefold() for one in names_in(row["old_name"])}]
    assert sorted(names) == sorted(set(names))


def test_every_sourced_row_of_the_field_report_is_there() -> None:
    """None is forgotten; what it has no source for is not there."""
    named = {name for row in TABLE for name in names_in(row["old_name"])}
    wanted = {name for line in FIELD_REPORT.strip().splitlines() for name in line.strip().split(" / ")}
    assert wanted <= named
    unsourced = {"Addaction", "Big White Wall", "Who Cares? Trust", "Connexions", "NHS Direct", "Sure Start", "CRB"}
    assert not unsourced & named


@ROWS
@pytest.mark.parametrize("day", [date(2012, 1, 1), date(2026, 11, 21), date(2030, 1, 1)])
def test_every_row_makes_plain_sentences(row: Mapping[str, str], day: date) -> None:
    """One short sentence each, whenever it is read, whether it is sure here or not."""
    one = next(one for one in known_changes(facts(months=600, today=day)) if one.old_name == row["old_name"])
    for sure in {one.sure, False}:
        for words in (one.what(one.name, day, sure=sure), one.what("0800 028 0077", day, number=True, sure=sure),
                      one.what_to_do(sure=sure)):
            assert faults(PHONE.sub("Numbers", words)) == [], words


def test_each_change_is_found_by_each_of_its_names() -> None:
    """Every spelling in the table works in a council of its place, with a word that it asks for beside it."""
    for one in known_changes(facts(months=600)):
        for spelling in () if one.of_a_number else one.old:
            needed = re.search(rf"{re.escape(spelling.words)} \[([^,\]]*)", one.old_name)
            place = one.places[0].words if one.places else ""
            text = f"{spelling.words}\n{needed[1] if needed else ''}"
            told = [dict(f.basis)["old_name"] for f in found(CHECK, entry(Provider=text), council=place, months=600)]
            assert one.name in told, spelling.words


# A council's own tables

HEAD = COLUMNS["changes"]


def written(path: Path, *rows: Mapping[str, str], columns: tuple[str, ...] = HEAD, delimiter: str = ",") -> Path:
    """A file of these rows."""
    text = io.StringIO()
    sheet = csv.DictWriter(text, columns, delimiter=delimiter, extrasaction="ignore")
    sheet.writeheader()
    sheet.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def changes_of(*paths: Path) -> dict[str, Mapping[str, str]]:
    """The table of changes with a council's own, by old name."""
    return {row["old_name"]: row for row in known_tables(paths)["changes"]}


def test_a_councils_rows_are_added(tmp_path: Path) -> None:
    """Beside all of ours, with no column but ours."""
    mine = changes_of(written(tmp_path / "mine.csv", change("Old Choir", "New Choir")))
    assert len(mine) == len(TABLE) + 1
    assert mine["Old Choir"]["new_name"] == "New Choir"
    assert found(CHECK, entry(Provider="Old Choir"), changes=list(mine.values()))[0].what_we_saw == (
        "Old Choir became New Choir on 1 May 2024.")


def test_a_row_that_shares_a_name_replaces_ours(tmp_path: Path) -> None:
    """Whichever of its spellings: the council knows its own services best. The later of two files counts."""
    one = written(tmp_path / "one.csv", change("trent pts", "First"))
    two = written(tmp_path / "two.csv", change("Trent  PTS | Trent", "Second"))
    mine = changes_of(one, two)
    assert len(mine) == len(TABLE)
    assert mine["Trent  PTS | Trent"]["new_name"] == "Second"
    assert not any(name.startswith("Trent PTS") for name in mine)


def test_helplines_can_be_added_too(tmp_path: Path) -> None:
    """The file's columns tell which table it extends."""
    row = {"name": "Moonrise", "phone": "0808 157 0123", "source": "moonrise.example", "checked_on": "2026-11-01",
           "confidence": "sure"}
    path = written(tmp_path / "lines.csv", row, columns=COLUMNS["helplines"])
    assert known_tables([path])["helplines"][-1]["name"] == "Moonrise"
    assert known_tables([path])["changes"] == TABLE


@pytest.mark.parametrize("save", [
    lambda path: path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig"),
    lambda path: path.write_text(path.read_text(encoding="utf-8"), encoding="cp1252"),
    lambda path: path.write_text(path.read_text(encoding="utf-8").replace("old_name", "Old name "), encoding="utf-8"),
    lambda path: path.write_text(path.read_text(encoding="utf-8") + ",,,\n\n", encoding="utf-8"),
    lambda path: written(path, change("Café", "Coffee – and tea"), delimiter=";"),
])
def test_files_are_read_as_spreadsheets_save_them(tmp_path: Path, save: Callable[[Path], object]) -> None:
    """With a byte order mark, in Windows' letters, with semicolons, other capitals, blank and short rows."""
    path = written(tmp_path / "mine.csv", change("Café", "Coffee – and tea"))
    save(path)
    assert unreadable_tables([path]) == ()
    assert changes_of(path)["Café"]["new_name"] == "Coffee – and tea"


@pytest.mark.parametrize(("content", "why"), [
    (None, "we found no file mine.csv that we can open beside the register"),
    (b"", "mine.csv has neither a column old_name nor a column name"),
    (b"old_name,new_name\na,b\n", "mine.csv lacks the column old_contact, new_contact"),
    (b"PK\x03\x04\x81\x8d\x8f\x90\x9d", "mine.csv is not a table that we can read"),
    (b"name\x00,phone\n1,2\n", "mine.csv"),
])
def test_a_file_that_cannot_be_used_is_told_and_left_out(tmp_path: Path, content: bytes | None, why: str) -> None:
    """In a few words; the shipped tables stand."""
    path = tmp_path / "mine.csv"
    if content is not None:
        path.write_bytes(content)
    (found_path, told), = unreadable_tables([path])
    assert found_path == path
    assert told.startswith(why)
    assert known_tables([path]) == known_tables()


@pytest.mark.parametrize("name", ["", ".", "no\x00name.csv", "https://tables.example/mine.csv", "x" * 5000])
def test_no_name_stops_a_review(tmp_path: Path, name: str) -> None:
    """A folder, an address or a name that no system takes is a file that is not there."""
    assert len(unreadable_tables([tmp_path / name])) == 1
    assert known_tables([tmp_path / name]) == known_tables()


def of_council(folder: Path, *names: str) -> Facts:
    """The facts of a register in a folder whose Settings name these files."""
    plain = make.register(entry(Provider="Old Choir"), settings=Settings(own_tables=names))
    register = Register(str(folder / "offer.xlsx"), plain.sha256, plain.sheet, plain.services, plain.settings)
    return steps.facts_of(register, folder / "2026-11-21", today=make.TODAY)


def test_the_setting_names_files_beside_the_register(tmp_path: Path) -> None:
    """Its label among the settings, and what a review makes of it."""
    assert "Your own tables" in SETTINGS
    written(tmp_path / "mine.csv", change("Old Choir", "New Choir"))
    of = of_council(tmp_path, "mine.csv")
    assert of.register.problems == ()
    assert [finding.what_we_saw for finding in judge(of) if finding.check == CHECK.name] == [
        "Old Choir became New Choir on 1 May 2024."]


def test_an_unreadable_file_is_one_reading_problem(tmp_path: Path) -> None:
    """One for each file, once however often the facts are asked for; the other files count."""
    written(tmp_path / "mine.csv", change("Old Choir", "New Choir"))
    of = of_council(tmp_path, "gone.csv", "mine.csv")
    problem, = of.register.problems
    assert (problem.check, problem.severity) == ("setting-unreadable", Severity.CAUTION)
    assert str(problem.cell) == "Settings!A1"
    assert problem.what_we_saw == ("We could not use all of “Your own tables”: we found no file gone.csv that we can "
                                   "open beside the register.")
    assert problem.what_to_do == "Mend it, then run the review again; until then it is left out."
    assert steps.facts_of(of.register, tmp_path / "2026-11-21", today=make.TODAY) == of
    assert any(finding.check == CHECK.name for finding in judge(of))


def test_a_name_of_dashes_and_spaces_takes_no_time() -> None:
    """Several joints in a row are one: each would otherwise try the others' places in a long run of spaces."""
    spelling, = spellings("abc - - abd")
    assert list(places(searchable("abc" + " " * 20_000 + "abx abd"), spelling)) == []
    assert list(places(searchable("the abc – abd team"), spelling)) == [(4, 13)]
