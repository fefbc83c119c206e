"""`review-kit forum --print`: where the pages go, what they are made from, and what they say has changed."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from review_kit import steps
from review_kit.__main__ import main
from review_kit.disk import FACTS_FILE
from review_kit.model import Done, Response
from review_kit.paper import Since
from review_kit.practice import PRACTICE_DAY
from review_kit.steps.paper import PACK, SHEET, changed_since
from review_kit.store import STORE_FILE, Store

from .widgets.places import KEPT, register_of

CHOIR = ("Feeling well", "Choir", "Singers", "Mondays", "A voice")
ART = ("Feeling well", "Art group", "Painters", "Tuesdays", "A hand")
TODAY = date(2026, 11, 21)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing was done yet, with a small register in the folder."""
    folder = tmp_path / "home"
    register_of(folder / "offer_register.xlsx", CHOIR)
    for name in ("STORE", "PRACTICE", "ALONE"):
        monkeypatch.delenv(f"REVIEW_KIT_{name}", raising=False)
    monkeypatch.setenv("REVIEW_KIT_HOME", str(folder))
    monkeypatch.setenv("REVIEW_KIT_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(folder)
    return folder


def earlier(reviews: Path, day: str, *rows: Sequence[str], logged: int = 0) -> None:
    """The register that a review of a day wrote, with so many changes in its log."""
    path = register_of(reviews / day / "offer_register.xlsx", *rows)
    if logged:
        book = openpyxl.load_workbook(path)
        log = book.create_sheet("Change log")
        for number in range(logged):
            log.append([f"change {number}"])
        book.save(path)


def changed(home: Path) -> Since | None:
    """What the pack would say has changed."""
    register = steps.open_register(home / "offer_register.xlsx")
    return changed_since(register, home / "link_reports", today=TODAY)


def test_both_pages_are_written_and_nothing_is_started(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the register's reviews; the command says where, and that nothing was checked yet."""
    assert main(["forum", "--print"]) == 0
    folder = home / "link_reports" / "forum"
    assert {path.name for path in folder.iterdir()} == {SHEET, PACK}
    said = capsys.readouterr().out
    assert str(folder / SHEET) in said
    assert str(folder / PACK) in said
    assert "No link or number of this offer was checked yet" in said
    assert not list(home.parent.glob("state/*/notebooks"))
    assert "Choir" in (folder / SHEET).read_text(encoding="utf-8")


def test_they_go_where_one_says(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--out`; a second time writes them anew. Without --print it would mean nothing, and that is said."""
    for _ in range(2):
        assert main(["forum", "--print", "--out", "somewhere"]) == 0
    assert {path.name for path in (home / "somewhere").iterdir()} == {SHEET, PACK}
    assert not (home / "link_reports").exists()
    capsys.readouterr()
    assert main(["forum", "--out", "somewhere"]) == 2
    assert capsys.readouterr().err.startswith("Nothing was opened: --out is for the pages to print.")


def test_what_is_no_register_is_a_sentence(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As where the form is opened."""
    assert main(["forum", "--print", "mine.xlsx"]) == 2
    assert "mine.xlsx" in capsys.readouterr().err
    assert not (home / "link_reports").exists()


def test_practice_says_so_on_each_page(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder apart, on the practice review's own day."""
    assert main(["forum", "--print", "--practice"]) == 0
    pages = [path.read_text(encoding="utf-8") for path in (home / "link_reports" / "practice" / "forum").iterdir()]
    assert len(pages) == 2
    assert all("Practice review: everything here is invented" in page for page in pages)
    assert any("March 2026" in page for page in pages)


def test_answers_come_from_the_store(home: Path) -> None:
    """What a lead has answered stands in the pack."""
    store = Store(home.parent / "state" / STORE_FILE)
    store.responses.keep(Response("Bus fares", "Board", Done.DID, "They are paid now.", "Team", "2026-01-01"))
    assert main(["forum", "--print"]) == 0
    assert "They are paid now." in (home / "link_reports" / "forum" / PACK).read_text(encoding="utf-8")


def test_what_a_check_found_counts(home: Path, tmp_path: Path) -> None:
    """A page that was taken over is in the pack of a register whose links were looked at, and is no link there."""
    reviews = tmp_path / "reviews"
    shutil.copytree(KEPT, reviews / PRACTICE_DAY.isoformat())
    register = steps.open_register(KEPT / "offer_register.xlsx")
    written = steps.write_paper(register, tmp_path / "out", reviews=reviews, today=PRACTICE_DAY, practice=True)
    assert written.checked
    assert (reviews / PRACTICE_DAY.isoformat() / FACTS_FILE).is_file()
    pack = written.pack.read_text(encoding="utf-8")
    assert "Worry Line" in pack
    assert "worry-line.example/" not in pack


def test_without_an_earlier_register_nothing_is_said_to_have_changed(home: Path) -> None:
    """No folder of a review, and one that holds no register."""
    assert changed(home) is None
    (home / "link_reports" / "2025-11-21").mkdir(parents=True)
    assert changed(home) is None


def test_the_newest_register_that_was_another_tells_what_changed(home: Path) -> None:
    """The newest review's is often the same as the open one; where all are, it is since the oldest."""
    reviews = home / "link_reports"
    earlier(reviews, "2026-11-20", CHOIR)
    earlier(reviews, "2026-03-02", CHOIR)
    assert changed(home) == Since("2026-03-02")
    earlier(reviews, "2025-11-21", CHOIR, ART)
    earlier(reviews, "2024-11-21", ART)
    found = changed(home)
    assert found is not None
    assert (found.on, [service.name for service in found.ended], found.new) == ("2025-11-21", ["Art group"], ())


def test_what_is_decided_and_not_in_place_yet_is_no_earlier_register(home: Path) -> None:
    """Compared with it, a new service would seem to have ended. Nor is one of a day still to come, or a damaged one."""
    reviews = home / "link_reports"
    earlier(reviews, "2026-11-21", CHOIR, ART, logged=2)
    earlier(reviews, "2026-12-01", ART)
    earlier(reviews, "2026-11-19", ART)
    (reviews / "2026-11-19" / "offer_register.xlsx").write_bytes(b"no workbook")
    assert changed(home) is None
    earlier(reviews, "2025-11-21", ART)
    found = changed(home)
    assert found is not None
    assert [service.name for service in found.new] == ["Choir"]
