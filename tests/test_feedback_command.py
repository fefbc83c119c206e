"""`review-kit feedback`: what it does and says, on two laptops; and one sentence where it cannot."""

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from review_kit.__main__ import main
from review_kit.practice import PRACTICE_DAY
from review_kit.store import STORE_FILE, Store
from review_kit.store.codes import new_code

from .heard import PHRASE, TODAY, bytes_below, held, is_anywhere, report, said, slip

DAY = ("--today", TODAY.isoformat())


@pytest.fixture
def store(own_state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """This laptop's store, with a session; the working folder holds no register."""
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "PRACTICE"):
        monkeypatch.delenv(f"REVIEW_KIT_{name}", raising=False)
    store = Store(own_state / STORE_FILE)
    held(store)
    return store


def feedback(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """The exit code, and all that is said; no word of a view is among it, and no traceback."""
    code = main(["feedback", *map(str, arguments)])
    told = capsys.readouterr()
    assert PHRASE not in told.out + told.err
    assert "Traceback" not in told.err
    return code, told.out + told.err


def sits(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """Somebody sits at the terminal, and types this."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: sys.stdout.write(f"{question}\n") and typed)


def nobody_sits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is run by another program."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)


def run(state: Path, *arguments: str | Path, typed: str = "") -> tuple[int, str]:
    """The command as a program of its own, on the laptop whose folder this is."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("REVIEW_KIT_")}
    done = subprocess.run(
        [sys.executable, "-m", "review_kit", "feedback", *map(str, arguments), *DAY], capture_output=True, text=True,
        encoding="utf-8", input=typed, check=False, cwd=state.parent,
        env=environment | {"REVIEW_KIT_STATE": str(state), "PYTHONIOENCODING": "utf-8",
                           "PYTHONPATH": str(Path(__file__).parents[1])})
    assert PHRASE not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


def test_from_one_laptop_to_another_and_back(tmp_path: Path) -> None:
    """Exported on A, merged on B; withdrawn on A, exported and merged again: gone on both, to the last byte."""
    a, b, stick = tmp_path / "a", tmp_path / "b", tmp_path / "stick"
    stick.mkdir()
    first = Store(a / STORE_FILE)
    held(first)
    code = slip(first)
    said(first, PHRASE, name="v1", code=code)
    said(first, "They listened.", name="v2")
    b.mkdir()

    assert run(a, "export", stick) == (0, (
        f"Export: {stick / 'views_2026-11-21.json'} - views: 2. It holds what young people said: hand it on as the "
        "council hands on personal data, and delete it when it was taken in.\n"))
    ended, told = run(b, "merge", stick / "views_2026-11-21.json")
    assert (ended, "Taken in: 2 new views, 1 new session, 0 changed views." in told) == (0, True)
    assert run(b, "backup")[0] == 0
    assert len(Store(b / STORE_FILE).views.all()) == 2

    ended, told = run(a, "withdraw", "--code", code)
    assert (ended, "1 view was removed for good." in told, code in told) == (0, True, False)
    assert PHRASE.encode() not in bytes_below(stick) + bytes_below(a)
    assert is_anywhere(PHRASE, b)
    assert run(a, "export", stick / "again.json")[0] == 0
    ended, told = run(b, "merge", stick / "again.json")
    assert (ended, "1 view was removed for good here, because the other laptop says so." in told) == (0, True)
    assert [view.id for view in Store(b / STORE_FILE).views.all()] == ["v2"]
    assert not is_anywhere(PHRASE, tmp_path)

    ended, told = run(a, "withdraw")
    assert ended == 2
    assert told == ("Nothing was removed: there is nobody to ask. Name it with --code, or give this command in a "
                    "terminal.\n")


def test_the_code_is_asked_for_so_that_it_stands_in_no_list_of_commands(
        store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In small letters and with spaces is as good."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    sits(monkeypatch, f" {code.lower().replace('-', ' ')}\t")
    ended, told = feedback(capsys, "withdraw", *DAY)
    assert ended == 0
    assert told.splitlines() == ["The code on the slip: ", "1 view was removed for good."]


def test_a_code_that_nobody_knows_can_be_withdrawn_anyway(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence offers it; one that is no code is another sentence. Neither repeats what was typed."""
    code = new_code()
    ended, told = feedback(capsys, "withdraw", "--code", code, *DAY)
    assert ended == 2
    assert told.endswith("To do so, give this command again with --anyway.\n")
    ended, told = feedback(capsys, "withdraw", "--code", code, "--anyway", *DAY)
    assert ended == 0
    assert "It is remembered as withdrawn" in told
    ended, told = feedback(capsys, "withdraw", "--code", "K7PM", "--anyway", *DAY)
    assert ended == 2
    assert told.startswith("Nothing was removed: that is no code.")
    assert len(store.exchange.everything().tombstones) == 1


def test_all_files_are_looked_at_before_one_is_taken_in(
        store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged one among several changes nothing."""
    other = Store(tmp_path / "other" / STORE_FILE)
    held(other)
    said(other, PHRASE, name="v1")
    from review_kit import steps
    good, bad = steps.write_exchange(other, tmp_path / "good.json", TODAY), tmp_path / "bad.json"
    bad.write_bytes(good.read_bytes()[:-40])
    ended, told = feedback(capsys, "merge", good, bad, *DAY)
    assert ended == 2
    assert told.startswith("bad.json was damaged or changed after it was written.")
    assert store.views.all() == ()
    assert feedback(capsys, "merge", good, good, *DAY)[0] == 0
    assert len(store.views.all()) == 1


def test_a_backup_stands_in_the_kits_own_folder(
        store: Store, own_state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Or in another."""
    path = own_state / "backups" / "views_backup_2026-11-21.json"
    assert feedback(capsys, "backup", *DAY) == (0, f"Backup: {path}\n")
    other = tmp_path / "safe place" / "views_backup_2026-11-21.json"
    assert feedback(capsys, "backup", "--out", other.parent, *DAY) == (0, f"Backup: {other}\n")
    assert path.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("answer", ["no", "", "y", "maybe"])
def test_a_purge_asks_first(store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
                            answer: str) -> None:
    """Anything but yes removes nothing."""
    said(store, PHRASE, name="v1", on="2020-01-01")
    sits(monkeypatch, answer)
    ended, told = feedback(capsys, "purge", *DAY)
    assert ended == 0
    assert "Views that are older than 24 months: 1." in told
    assert told.endswith("Nothing was removed.\n")
    assert len(store.views.all()) == 1


def test_a_purge_removes_what_is_older(
        store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Once somebody says yes; and then there is nothing left to ask about."""
    said(store, PHRASE, name="v1", on="2020-01-01")
    said(store, "They listened.", name="v2")
    report(store, tmp_path / "review")
    sits(monkeypatch, "YES")
    ended, told = feedback(capsys, "purge", *DAY)
    assert ended == 0
    assert "1 view was removed for good." in told
    assert not is_anywhere(PHRASE, tmp_path)
    nobody_sits(monkeypatch)
    assert feedback(capsys, "purge", *DAY) == (0, "No view is older than 24 months: nothing was removed.\n")


def test_with_nobody_to_ask_a_purge_needs_to_be_told(
        store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A task at night gives --yes."""
    said(store, PHRASE, name="v1", on="2020-01-01")
    nobody_sits(monkeypatch)
    ended, told = feedback(capsys, "purge", "--months", "12", *DAY)
    assert ended == 2
    assert told.splitlines()[-1].startswith("Nothing was removed: there is nobody to ask. Give --yes")
    assert len(store.views.all()) == 1
    assert feedback(capsys, "purge", "--months", "12", "--yes", *DAY) == (0, "1 view was removed for good.\n")


def test_months_that_cannot_be_meant_are_refused(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the hand removes nothing."""
    said(store, PHRASE, name="v1", on="2020-01-01")
    for months in ("0", "-3", "99999"):
        assert feedback(capsys, "purge", f"--months={months}", "--yes", *DAY)[0] == 2
    assert len(store.views.all()) == 1


def test_the_register_says_how_long(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In its sheet Settings; where no register is named, the one in this folder, if there is one."""
    said(store, PHRASE, name="v1", on="2026-05-01")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Services"
    sheet.append(["Section", "Area of support", "Provider", "Frequency", "Impact"])
    sheet.append(["Feeling well", "The Boathouse", "Lantern House", "Weekly", "Somebody to talk to"])
    settings = book.create_sheet("Settings")
    settings.append(["Setting", "Value"])
    settings.append(["Keep views for months", 7])
    book.save(tmp_path / "ours.xlsx")
    told = "No view is older than 7 months: nothing was removed.\n"
    assert feedback(capsys, "purge", "ours.xlsx", "--yes", *DAY) == (0, told)
    (tmp_path / "ours.xlsx").rename(tmp_path / "offer_register.xlsx")
    assert feedback(capsys, "purge", "--yes", *DAY) == (0, told)
    assert feedback(capsys, "purge", "--yes", "--months", "6", *DAY) == (0, "1 view was removed for good.\n")


def test_a_register_that_is_named_must_be_one(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how long views are kept; where none is named or at hand, the kit does."""
    ended, told = feedback(capsys, "purge", "my_register.xlsx", "--yes", *DAY)
    assert ended == 2
    assert "There is no file my_register.xlsx" in told


@pytest.mark.parametrize("how", ["--practice", "REVIEW_KIT_PRACTICE"])
def test_the_practice_review_has_views_of_its_own(
        store: Store, own_state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """Its day is its own as well; what is real is out of its reach."""
    said(store, PHRASE, name="v1", on="2020-01-01")
    practice = Store(own_state / "practice" / STORE_FILE)
    held(practice)
    said(practice, "invented", name="p1", on="2020-01-01")
    if how != "--practice":
        monkeypatch.setenv(how, "1")
    option = [how] if how == "--practice" else []
    path = own_state / "practice" / "backups" / f"views_backup_{PRACTICE_DAY.isoformat()}.json"
    assert feedback(capsys, "backup", *option) == (0, f"Backup: {path}\n")
    ended, told = feedback(capsys, "purge", "--yes", *option)
    assert ended == 0
    assert told.splitlines() == ["1 view was removed for good.",
                                 f"Written anew without what was removed: backup of 2 March 2026, {path}."]
    assert not is_anywhere(PHRASE, own_state / "practice")
    assert len(store.views.all()) == 1


def test_without_a_word_what_to_do_it_shows_what_can_be_done(capsys: pytest.CaptureFixture[str]) -> None:
    """The five ways."""
    ended, told = feedback(capsys)
    assert ended == 0
    for word in ("export", "merge", "withdraw", "backup", "purge"):
        assert f"    {word} " in told


def test_a_fault_of_ours_keeps_no_words(
        store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The file for whoever mends it says where it was, and not what was in hand."""
    said(store, PHRASE, name="v1")

    def fault(*_: object) -> None:
        raise RuntimeError(PHRASE)
    monkeypatch.setattr("review_kit.faults.user_log_path", lambda _: tmp_path / "log")
    monkeypatch.setattr("review_kit.steps.handing_on.exchange_bytes", fault)
    ended, told = feedback(capsys, "export", tmp_path / "a.json", *DAY)
    assert ended == 2
    assert "A fault in the kit itself" in told
    assert "exchange_bytes" in (tmp_path / "log" / "last_fault.txt").read_text(encoding="utf-8")
    assert not is_anywhere(PHRASE, tmp_path)


@pytest.mark.parametrize("what", ["export", "withdraw", "purge"])
def test_a_store_that_cannot_be_read_is_said(
        own_state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    """In one sentence."""
    (own_state / STORE_FILE).write_bytes(b"no database at all" * 99)
    more = {"export": [tmp_path / "a.json"], "withdraw": ["--code", new_code()], "purge": ["--yes", "--months", "9"]}
    ended, told = feedback(capsys, what, *more[what], *DAY)
    assert ended == 2
    assert len(told.splitlines()) == 1
    assert "could not be read or added to" in told
