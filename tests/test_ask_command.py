"""`review-kit ask`: what it writes, what it says, and one sentence where it cannot."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from review_kit.__main__ import main
from review_kit.disk import FACTS_FILE
from review_kit.practice import PRACTICE_DAY
from review_kit.practice.workbook import write_practice_register

from .widgets import places

DAY = PRACTICE_DAY.isoformat()
TEAM = ("--role", "Leaving Care team")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lead's folder with a space in its name: the practice register as their own, checked."""
    home = tmp_path / "health offer"
    review = home / "link_reports" / DAY
    review.mkdir(parents=True)
    write_practice_register(home / "offer_register.xlsx")
    shutil.copyfile(places.KEPT / FACTS_FILE, review / FACTS_FILE)
    monkeypatch.chdir(home)
    for name in ("STORE", "HOME", "PRACTICE"):
        monkeypatch.delenv(f"REVIEW_KIT_{name}", raising=False)
    monkeypatch.setenv("REVIEW_KIT_STATE", str(tmp_path / "state"))
    return review


def ask(capsys: pytest.CaptureFixture[str], *arguments: str, today: str = DAY) -> tuple[int, str]:
    """The exit code, and all that is said."""
    code = main(["ask", "--today", today, *arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out + said.err


def test_from_the_first_message_to_the_reminder_that_was_sent(
        folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written, sent, overdue, reminded: each step is noted, and nobody is reminded twice of the same."""
    code, said = ask(capsys, *TEAM)
    assert code == 0
    assert "Messages to providers: 28. Reminders: 0." in said
    assert "with --sent" in said
    assert len(list((folder / "confirm").iterdir())) == 28
    assert "not sent yet: 28. With --again" in ask(capsys)[1]
    assert "Written down as sent on 2026-03-02: messages to 28 providers." in ask(capsys, "--sent")[1]
    assert ask(capsys, "--sent") == (0, "Nothing to write down: no message is waiting to be sent.\n")
    assert ask(capsys, "--reminded") == (0, "Nothing to write down: nobody is to be reminded.\n")
    code, said = ask(capsys, today="2026-03-31")
    assert "Messages to providers: 0. Reminders: 28." in said
    assert "with --reminded" in said
    assert "to answer by 2026-04-28: 28 providers." in ask(capsys, "--reminded", today="2026-03-31")[1]
    assert "Reminders: 0." in ask(capsys, today="2026-04-01")[1]
    assert "Reminders: 28." in ask(capsys, today="2027-03-02")[1]  # a year later they are still owed


def test_the_role_is_asked_for_once_and_only_where_somebody_is_to_be_asked(
        folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence names the option; the sheet of numbers needs no role once everybody was asked."""
    code, said = ask(capsys)
    assert (code, said) == (
        2, 'Say in which role you ask, such as --role "Leaving Care team". It is remembered.\n')
    assert not (folder / "confirm").exists()
    assert ask(capsys, *TEAM)[0] == 0
    assert ask(capsys, "--again")[0] == 0


@pytest.mark.parametrize("day", ["2020-01-01", DAY, "2927-03-30"])
def test_a_day_to_answer_by_that_cannot_be_meant_writes_nothing(
        folder: Path, capsys: pytest.CaptureFixture[str], day: str) -> None:
    """Neither one that has passed nor one that a slip of the hand put centuries away."""
    code, said = ask(capsys, *TEAM, "--reply-by", day)
    assert code == 2
    assert said.startswith("Nothing was kept or written: the day to answer by")
    assert not (folder / "confirm").exists()


def test_a_mailbox_that_was_filled_in_later_makes_a_draft_of_a_page(
        folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --again; the page that it stands in place of is gone, so that only one is sent."""
    import openpyxl
    ask(capsys, *TEAM)
    assert (folder / "confirm" / "02 Lantern House.html").exists()
    register = folder.parents[1] / "offer_register.xlsx"
    book = openpyxl.load_workbook(register)
    headers = {cell.value: cell.column for cell in book["Services"][1]}
    book["Services"].cell(3, headers["Confirm with"], "team@lantern.example")
    book.save(register)
    assert "Messages to providers: 28." in ask(capsys, "--again")[1]
    made = sorted(path.name for path in (folder / "confirm").iterdir())
    assert len(made) == 28
    assert "02 Lantern House.eml" in made
    assert "messages to 28 providers" in ask(capsys, "--sent")[1]


@pytest.mark.parametrize("out", ["nowhere", "link_reports"])
def test_a_folder_in_which_nothing_was_checked_is_not_written_to(
        folder: Path, capsys: pytest.CaptureFixture[str], out: str) -> None:
    """A slip in --out makes no second folder of messages."""
    code, said = ask(capsys, *TEAM, "--out", out)
    assert code == 2
    assert said.startswith(f"Nothing was checked yet in {out}.")
    assert not Path("nowhere").exists()


def test_without_a_review_the_way_is_shown(
        folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and exit code 2."""
    monkeypatch.chdir(tmp_path)
    code, said = ask(capsys, *TEAM)
    assert code == 2
    assert said.startswith("There is no review yet in link_reports/. Run review-kit review first")


def test_a_file_where_the_folder_should_be_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And no request is kept of messages that were never written."""
    (folder / "confirm").write_text("not a folder")
    code, said = ask(capsys, *TEAM)
    assert code == 2
    assert "confirm cannot be written to" in said
    assert ask(capsys, "--sent")[1].startswith("Nothing to write down")


def test_a_store_that_is_broken_is_said(
        folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """In one sentence with its place, and nothing is written beside it."""
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "store.sqlite3").write_bytes(b"no database at all" * 99)
    code, said = ask(capsys, *TEAM)
    assert code == 2
    assert "could not be read or added to" in said
    assert not (folder / "confirm").exists()


def test_a_store_of_an_older_kit_is_read(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Its requests hold no words that were asked about; they are waited for like all others."""
    ask(capsys, *TEAM)
    with sqlite3.connect(tmp_path / "state" / "store.sqlite3") as database:
        database.execute("ALTER TABLE request DROP COLUMN asked")
        for later in ("forum_session", "forum_view", "slip", "response", "tombstone", "followed", "written", "upkeep"):
            database.execute(f"DROP TABLE {later}")
        database.execute("CREATE TABLE comment (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, service_key TEXT, "
                         "service TEXT, said TEXT, recorded_on TEXT)")
        database.execute("PRAGMA user_version = 3")
    database.close()
    assert "messages to 28 providers" in ask(capsys, "--sent")[1]
