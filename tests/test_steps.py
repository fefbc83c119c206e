"""A review from end to end, on the practice web: every file that comes out is compared whole."""

import csv
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from review_kit import steps
from review_kit.errors import BusyError, ReviewFolderError
from review_kit.model import Facts, Receipt, Review, Verdict
from review_kit.practice import PRACTICE_DAY, Practice, practice_review

KEPT = Path(__file__).parents[1] / "link_reports" / "practice"
"""The practice review as it was committed. REVIEW_KIT_RENEW=1 writes it anew; then read the difference."""


Done = tuple[Practice, Path, Review, Receipt]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Done]:
    """One whole practice review."""
    folder = tmp_path_factory.mktemp("review")
    with practice_review() as practice:
        register = steps.open_register(practice.register)
        facts = steps.visit(register, folder, today=practice.today, network=practice.network)
        review = steps.check(facts, practice=True)
        receipt = steps.write_register(review, folder)
        steps.write_reports(review, folder)
        if os.environ.get("REVIEW_KIT_RENEW"):
            renew(folder)
        yield practice, folder, review, receipt


def renew(folder: Path) -> None:
    """Keep this run as the committed one."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for made in folder.iterdir():
        (KEPT / made.name).write_bytes(made.read_bytes())


def link_rows(folder: Path) -> list[dict[str, str]]:
    """The rows of `links.csv`."""
    return list(csv.DictReader((folder / "links.csv").read_text(encoding="utf-8").splitlines()))


def test_the_register_is_the_same_on_every_run(done: Done) -> None:
    """Each part of the workbook is, byte for byte, the one in the repository, however the machine packs it."""
    with ZipFile(done[1] / "offer_register.xlsx") as made, ZipFile(KEPT / "offer_register.xlsx") as kept:
        assert made.namelist() == kept.namelist()
        assert all(made.read(name) == kept.read(name) for name in made.namelist())


@pytest.mark.parametrize("name", ["links.csv", "contacts.csv", "findings.csv", "review.html", "you_said_we_did.html"])
def test_the_practice_review_is_the_same_on_every_run(done: Done, name: str) -> None:
    """Each report is, byte for byte, the one in the repository."""
    assert (done[1] / name).read_bytes() == (KEPT / name).read_bytes()


def test_the_facts_are_the_same_on_every_run(done: Done) -> None:
    """`visits.jsonl` holds the same records, in whatever order they arrived.

    Only how often a page that came was asked for may differ: a busy machine may need a second try.
    """
    def facts(folder: Path) -> list[dict[str, object]]:
        records = [json.loads(line) for line in (folder / "visits.jsonl").read_text(encoding="utf-8").splitlines()]
        for record in records:
            if record["kind"] == "visit" and record["fact"]["status"] is not None:
                del record["fact"]["attempts"]
        return sorted(records, key=str)
    assert facts(done[1]) == facts(KEPT)


def test_the_practice_review_shows_every_verdict(done: Done) -> None:
    """Somebody who learns on it meets each of the six, with what was seen and what to do."""
    rows = link_rows(done[1])
    assert {row["verdict"] for row in rows} == {verdict.value for verdict in Verdict}
    assert all(row["what_we_saw"] for row in rows)
    assert all(row["what_to_do"] for row in rows if row["verdict"] != "working")


def test_every_link_is_in_the_list(done: Done) -> None:
    """No registered link is skipped in silence: `links.csv` has a row for each."""
    rows = link_rows(done[1])
    assert [row["as_written"] for row in rows] == [link.as_written for _, link in done[2].register.links]


def test_a_private_address_is_never_asked(done: Done) -> None:
    """The page that redirects to http://127.0.0.1/ was asked; the address it names was not."""
    hosts = {host for host, _ in done[0].web.requests}
    assert "speak-out.example" in hosts
    assert "127.0.0.1" not in hosts


def test_only_the_meant_cells_of_the_register_change(done: Done) -> None:
    """By openpyxl, which shares no code with the writer: a column of Service IDs, a change log, nothing else."""
    before = openpyxl.load_workbook(done[0].register)
    after = openpyxl.load_workbook(done[1] / "offer_register.xlsx")
    assert after.sheetnames == [*before.sheetnames, "Change log"]
    last = before["Services"].max_column
    assert cells(before["Settings"]) == cells(after["Settings"])
    assert cells(before["Services"]) == {at: text for at, text in cells(after["Services"]).items() if at[1] <= last}
    assert after["Services"].cell(1, last + 1).value == "Service ID"
    log = list(after["Change log"].iter_rows(values_only=True))
    assert len(log) == 1 + len(done[2].register.services)
    assert done[3].cells_changed == len(log)


def cells(sheet: object) -> dict[tuple[int, int], object]:
    """Place -> value, for cells that hold something."""
    return {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row if c.value is not None}


def test_what_is_written_is_read_again_as_the_same_register(done: Done) -> None:
    """Next year's review knows each service by the name that this year's gave it."""
    again = steps.open_register(done[1] / "offer_register.xlsx")
    assert [s.key for s in again.services] == [s.key for s in done[2].register.services]
    assert [link for _, link in again.links] == [link for _, link in done[2].register.links]


def test_a_second_run_asks_only_what_could_not_be_told(done: Done, tmp_path: Path) -> None:
    """In the same folder nothing is asked twice; with `recheck`, the links that were by hand or not checked are."""
    practice, folder, first, _ = done
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    asked = len(practice.web.requests)
    again = steps.visit(first.register, tmp_path, today=practice.today, network=practice.network)
    assert len(practice.web.requests) == asked
    assert steps.check(again).links == first.links
    steps.visit(first.register, tmp_path, today=practice.today, network=practice.network, recheck=True)
    hosts = {host for host, _ in practice.web.requests[asked:]}
    assert "harbour-clinic.example" in hosts
    assert not {"green-paths.example", "bridgewell.example", "boathouse-youth.example"} & hosts


def test_a_run_can_be_stopped_and_goes_on(tmp_path: Path) -> None:
    """Stopping keeps what was learned; the next run asks only what is missing."""
    with practice_review() as practice:
        register = steps.open_register(practice.register)
        learned: list[int] = []
        facts = steps.visit(register, tmp_path, today=practice.today, network=practice.network,
                            on_progress=lambda p: learned.append(p.done),
                            should_stop=lambda: max(learned, default=0) > 3)
        review = steps.check(facts)
        assert facts.ended == "stopped"
        assert "stopped before the end" in review.notices[0]
        assert review.count(Verdict.NOT_CHECKED) > 3
        whole = steps.visit(register, tmp_path, today=practice.today, network=practice.network)
        assert whole.ended == "done"
        assert steps.check(whole).count(Verdict.NOT_CHECKED) == 2  # told to wait, and a title without an address


def test_in_place_keeps_a_dated_backup(done: Done, tmp_path: Path) -> None:
    """The lead's own file is replaced only when asked, and stands beside as it was."""
    mine = tmp_path / "mine.xlsx"
    shutil.copyfile(done[0].register, mine)
    receipt = steps.write_register(unvisited(mine), tmp_path / "out", in_place=True)
    backup = Path(receipt.backup)
    assert backup.read_bytes() == done[0].register.read_bytes()
    assert "2026-03-02" in backup.name
    assert mine.read_bytes() == (tmp_path / "out" / "offer_register.xlsx").read_bytes()


def unvisited(path: Path) -> Review:
    """A review of a register whose links nobody has asked."""
    return steps.check(Facts(steps.open_register(path), PRACTICE_DAY))


@pytest.mark.parametrize("in_place", [False, True])
def test_the_leads_own_file_is_never_the_one_written(done: Done, tmp_path: Path, in_place: bool) -> None:
    """A review's folder that already holds the register under that name would lose it: one sentence, and no change."""
    mine = tmp_path / "offer_register.xlsx"
    shutil.copyfile(done[0].register, mine)
    with pytest.raises(ReviewFolderError, match="left as it was"):
        steps.write_register(unvisited(mine), tmp_path, in_place=in_place)
    assert mine.read_bytes() == done[0].register.read_bytes()


def test_a_register_that_changed_meanwhile_is_not_written_over(done: Done, tmp_path: Path) -> None:
    """Somebody saved the workbook while the review ran: a clear sentence, and both versions stand."""
    mine = tmp_path / "mine.xlsx"
    shutil.copyfile(done[0].register, mine)
    review = unvisited(mine)
    book = openpyxl.load_workbook(mine)
    book["Services"]["B2"] = "Another name"
    book.save(mine)
    changed = mine.read_bytes()
    with pytest.raises(BusyError, match=r"mine\.xlsx"):
        steps.write_register(review, tmp_path / "out", in_place=True)
    assert mine.read_bytes() == changed


def test_facts_can_be_judged_again_without_a_network(done: Done) -> None:
    """A judgement is a pure function of the facts: the same facts give the same verdicts."""
    again = steps.check(done[2].facts, practice=True)
    assert again.links == done[2].links
    assert again.findings == done[2].findings


def test_every_line_of_the_facts_has_its_format(done: Done) -> None:
    """Each record says its format and kind, so that next year's kit can read it."""
    records = [json.loads(line) for line in (done[1] / "visits.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {record["format"] for record in records} == {1}
    assert {record["kind"] for record in records} == {"visit", "canaries", "mail"}
