"""Facts on the disk: nothing learned is lost, whatever happens to the file."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit import disk
from review_kit.disk import FACTS_FILE, FactFile, Read, read_facts
from review_kit.errors import BusyError, ReviewFolderError
from review_kit.model import (
    CanaryRound,
    Certificate,
    Fact,
    Failure,
    Hop,
    LookUp,
    MailDomain,
    MailLook,
    MailRound,
    Page,
    Purpose,
    Reply,
    Visit,
)
from review_kit.model.visit import FORMAT

WHOLE = Visit(
    url="https://a.example/é?x=1", purpose=Purpose.BROWSER_LIKE, asked_because="a doubt", run="run 1",
    at="2026-03-02T10:00:00.000Z", seconds=1.25, attempts=3, hops=(Hop("https://a.example/é?x=1", 301, "/b"),),
    final_url="https://a.example/b", status=200, headers={"server": "x", "set-cookie-names": "a b"},
    page=Page(content_type="text/html", charset="utf-8", language="en-gb", title="Tïtle \u202e\u2028 \x00",
              headings=("One", "Two"), text="words", main="Between the menus.", words=1,
              meta={"description": "d"}, marks=("#a", ".b"),
              fragments=("var x",), link_hosts=("b.example",), script_hosts=("c.example",),
              links=(("https://a.example/c", "C"),), password_fields=1, phones=("0808 157 0123",),
              emails=("a@b.example",), dates=(("last reviewed", "3 March 2024"),), bytes_read=10, truncated=True,
              body_hash="ab"),
    certificate=Certificate(subject="a", issuer="b", names=("a.example",), valid_from="2025-01-01",
                            valid_until="2026-01-01", self_signed=True, chain_length=2, problem="expired", detail="d"),
    failure=Failure.RESET, cause="why", failed_at="https://a.example/b", server_address="192.0.2.1", via_proxy=True,
    retry_after=2.5)
ROUND = CanaryRound(run="run 1", at="2026-03-02T10:00:00.000Z", when="before", answered=("https://c.example/",),
                    silent=("https://d.example/ (no such name)",), false_name_found=True, portal="altered",
                    inspected_by="Zscaler", via_proxy=True)
MAIL_ROUND = MailRound("2026-03-02T10:00:00.000Z", ("c.example",), ("d.example (no such name)",), ("e.example",),
                       ("f.example (no answer in time)",), "no such name")
LOOK_UP = LookUp("a.example", "MX", Reply.RECORDS, ("10 mx.a.example",), "b.example", True, "why")
LOOK = MailLook("run 1", "2026-03-02T10:00:01.000Z", MAIL_ROUND, MAIL_ROUND,
                (MailDomain("ä.example", "2026-03-02T10:00:00.500Z", ((LOOK_UP,), (LOOK_UP, LOOK_UP))),),
                "192.0.2.53", 3, True)


def written(folder: Path, *facts: Fact) -> Path:
    """The facts file of a folder, with these facts added."""
    with FactFile(folder) as file:
        for fact in facts:
            file.add(fact)
    return file.path


def visit(number: int) -> Visit:
    """One visit of many."""
    return Visit(f"http://site{number}.example/", Purpose.REGISTERED, "the register holds this link", "run 1", "")


def test_every_field_survives_the_disk(tmp_path: Path) -> None:
    """Visits, rounds and looks at mail domains come back as they went, in each field; no example is a default."""
    assert all(getattr(WHOLE, f.name) != f.default for f in fields(Visit))
    assert all(getattr(WHOLE.page, f.name) != f.default for f in fields(Page))
    assert all(getattr(ROUND, f.name) != f.default for f in fields(CanaryRound))
    for mail in (LOOK, LOOK_UP, MAIL_ROUND, LOOK.domains[0]):
        assert all(getattr(mail, f.name) != f.default for f in fields(mail))
    path = written(tmp_path, WHOLE, ROUND, LOOK)
    assert read_facts(path) == Read([WHOLE], [ROUND], [LOOK])


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple)
NUMBER = st.integers(0, 10**9)
PAGES = st.builds(
    Page, content_type=TEXT, charset=TEXT, language=TEXT, title=TEXT, headings=TEXTS, text=TEXT, words=NUMBER,
    meta=st.dictionaries(TEXT, TEXT, max_size=3), marks=TEXTS, fragments=TEXTS, link_hosts=TEXTS, script_hosts=TEXTS,
    links=PAIRS, password_fields=NUMBER, phones=TEXTS, emails=TEXTS, dates=PAIRS, bytes_read=NUMBER,
    truncated=st.booleans(), body_hash=TEXT)
CERTIFICATES = st.builds(
    Certificate, subject=TEXT, issuer=TEXT, names=TEXTS, valid_from=TEXT, valid_until=TEXT, self_signed=st.booleans(),
    chain_length=NUMBER, problem=TEXT, detail=TEXT)
SECONDS = st.floats(0, 1e9, allow_nan=False)
VISITS = st.builds(
    Visit, url=TEXT, purpose=st.sampled_from(Purpose), asked_because=TEXT, run=TEXT, at=TEXT, seconds=SECONDS,
    attempts=NUMBER, hops=st.lists(st.builds(Hop, TEXT, NUMBER, TEXT), max_size=3).map(tuple), final_url=TEXT,
    status=st.none() | NUMBER, headers=st.dictionaries(TEXT, TEXT, max_size=3), page=PAGES,
    certificate=st.none() | CERTIFICATES, failure=st.none() | st.sampled_from(Failure), cause=TEXT, failed_at=TEXT,
    server_address=TEXT, via_proxy=st.booleans(), retry_after=st.none() | SECONDS)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(fact=VISITS)
def test_every_visit_survives_the_disk(tmp_path_factory: pytest.TempPathFactory, fact: Visit) -> None:
    """Whatever a page showed, odd characters and all, is read again as it was."""
    assert read_facts(written(tmp_path_factory.mktemp("facts"), fact)) == Read([fact])


def test_each_record_says_its_format_and_kind(tmp_path: Path) -> None:
    """So that next year's kit can read this year's, one line at a time."""
    records = [json.loads(line) for line in written(tmp_path, WHOLE, ROUND, LOOK).read_bytes().splitlines()]
    assert [(record["format"], record["kind"]) for record in records] == [
        (FORMAT, "visit"), (FORMAT, "canaries"), (FORMAT, "mail")]
    assert records[0]["fact"]["failure"] == "connection broken off"
    assert set(records[0]["fact"]) == set(asdict(WHOLE))


def test_each_fact_is_on_the_disk_at_once(tmp_path: Path) -> None:
    """A run that is killed the next moment has lost nothing: another reader sees the line before the file is closed."""
    with FactFile(tmp_path) as file:
        for number in range(3):
            file.add(visit(number))
            assert len(read_facts(file.path).visits) == number + 1


def test_a_second_run_goes_on_where_the_first_one_ended(tmp_path: Path) -> None:
    """Opening a folder reads what is there; adding never takes away."""
    written(tmp_path, visit(1), ROUND)
    with FactFile(tmp_path) as file:
        assert file.before == Read([visit(1)], [ROUND])
        file.add(visit(2))
    assert read_facts(file.path).visits == [visit(1), visit(2)]


def test_afresh_forgets(tmp_path: Path) -> None:
    """The practice review begins anew each time."""
    written(tmp_path, visit(1))
    with FactFile(tmp_path, afresh=True) as file:
        assert file.before.visits == []
    assert read_facts(file.path) == Read()


@pytest.mark.parametrize("cut", [1, 2, 30, 200])
def test_a_last_line_that_was_cut_off_costs_that_line_alone(tmp_path: Path, cut: int) -> None:
    """Power fails in the middle of a line: what stands before it is read, and what is added later too."""
    path = written(tmp_path, visit(1), WHOLE)
    path.write_bytes(path.read_bytes()[:-cut])
    with FactFile(tmp_path) as file:
        assert file.before.visits == ([visit(1), WHOLE] if cut == 1 else [visit(1)])
        assert file.before.lost == (cut > 1)
        file.add(visit(3))
        file.add(visit(4))
    again = read_facts(path)
    assert again.visits[-2:] == [visit(3), visit(4)]
    assert len(again.visits) == (4 if cut == 1 else 3)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "bytes of nought": lambda line: bytes(len(line)),
    "half a character": lambda line: line.replace(b"the register", b"\xff\xfe\xff"),
    "no record": lambda _: b"[1, 2]",
    "a number": lambda _: b"7",
    "no kind": lambda line: line.replace(b'"kind":"visit",', b""),
    "a kind that nobody knows": lambda line: line.replace(b'"visit"', b'"vision"'),
    "a list for a kind": lambda line: line.replace(b'"visit"', b'["visit"]'),
    "no fact": lambda _: b'{"format": 1, "kind": "visit"}',
    "a format of nothing": lambda line: line.replace(b'"format":1', b'"format":null'),
    "a list for a format": lambda line: line.replace(b'"format":1', b'"format":[1]'),
    "words for a format": lambda line: line.replace(b'"format":1', b'"format":"one"'),
    "a format beyond numbers": lambda line: line.replace(b'"format":1', b'"format":1e999'),
    "a field of another type": lambda line: line.replace(b'"seconds":0.0', b'"seconds":"long"'),
    "a purpose that nobody knows": lambda line: line.replace(b'"registered"', b'"for fun"'),
    "a field gone": lambda line: line.replace(b'"run":"run 1",', b""),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_line_costs_that_line_alone(tmp_path: Path, damage: str) -> None:
    """Whatever happened to it, the others are read, and the loss is counted."""
    path = written(tmp_path, visit(1), visit(2), visit(3))
    lines = path.read_bytes().splitlines()
    assert DAMAGES[damage](lines[1]) != lines[1]
    path.write_bytes(b"\n".join([lines[0], DAMAGES[damage](lines[1]), lines[2]]) + b"\n")
    assert read_facts(path) == Read([visit(1), visit(3)], lost=1)


def test_what_an_editor_does_to_lines_is_borne(tmp_path: Path) -> None:
    """Windows line ends, empty lines and white space are no loss."""
    path = written(tmp_path, visit(1), visit(2))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n\r\n  \r\n"))
    assert read_facts(path) == Read([visit(1), visit(2)])


def test_fields_of_a_later_kit_are_passed_over(tmp_path: Path) -> None:
    """A kit of the same format that writes more is read for what this one knows."""
    path = written(tmp_path, WHOLE)
    record = json.loads(path.read_text(encoding="utf-8"))
    record |= {"written_by": "9.9"}
    record["fact"] |= {"mood": "good", "headers": record["fact"]["headers"]}
    record["fact"]["page"] |= {"colours": ["red"]}
    record["fact"]["hops"][0] |= {"took": 3}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert read_facts(path) == Read([WHOLE])


def test_fields_that_an_earlier_kit_did_not_write_have_their_defaults(tmp_path: Path) -> None:
    """Next year's fields are missing in this year's file."""
    path = tmp_path / FACTS_FILE
    fact = {"url": "http://a.example/", "purpose": "registered", "asked_because": "", "run": "", "at": ""}
    path.write_text(json.dumps({"format": 1, "kind": "visit", "fact": fact}), encoding="utf-8")
    assert read_facts(path).visits == [Visit("http://a.example/", Purpose.REGISTERED, "", "", "")]


def test_a_newer_format_is_refused_with_what_to_do(tmp_path: Path) -> None:
    """Records that this kit might misread are not read, and the file is left as it is."""
    path = written(tmp_path, visit(1))
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    before = path.read_bytes()
    with pytest.raises(ReviewFolderError, match=r"newer review kit.*--out"):
        FactFile(tmp_path)
    assert path.read_bytes() == before


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    """`link_reports` need not be there."""
    with FactFile(tmp_path / "link_reports" / "2026-03-02") as file:
        assert file.path.parent.is_dir()


def test_a_folder_that_cannot_be_used_is_one_sentence(tmp_path: Path) -> None:
    """A file where the folder should be, or a folder where the file should be: what, where, what next."""
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(ReviewFolderError, match=r"taken.*Choose another folder"):
        FactFile(tmp_path / "taken")
    (tmp_path / "odd" / FACTS_FILE).mkdir(parents=True)
    with pytest.raises(ReviewFolderError, match=r"odd.*Choose another folder"):
        FactFile(tmp_path / "odd")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    """The fact that could not be written down is said, at once and plainly; closing the file adds no second error."""
    (tmp_path / FACTS_FILE).symlink_to("/dev/full")
    reading = disk.read_facts
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("review_kit.disk.facts.read_facts", lambda _: reading(tmp_path / "none"))
        with pytest.raises(ReviewFolderError, match="No space left on device"), FactFile(tmp_path) as file:
            file.add(visit(1))


def test_no_file_holds_no_facts(tmp_path: Path) -> None:
    """A folder that nobody has reviewed in."""
    assert read_facts(tmp_path / FACTS_FILE) == Read()


def test_the_known_tables_are_read_by_name() -> None:
    """Each table of `known/` under its own name, each row by its header, no header with a mark before it."""
    tables = disk.known_tables()
    assert tables
    for name, rows in tables.items():
        assert rows, name
        assert all(key and key == key.strip("\ufeff ") for key in rows[0]), name


def test_a_known_table_may_come_from_a_spreadsheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel's byte order mark and a line break within a cell are read as what they are."""
    (tmp_path / "helplines.csv").write_bytes("\ufeffname,note\r\nMoonrise,\"one\r\ntwo\"\r\n".encode())
    (tmp_path / "readme.txt").write_text("no table", encoding="utf-8")
    monkeypatch.setattr("review_kit.disk.known.files", lambda _: tmp_path)
    assert disk.known_tables() == {"helplines": ({"name": "Moonrise", "note": "one\ntwo"},)}


def test_a_technical_note_is_kept_where_it_was_asked_for(tmp_path: Path) -> None:
    """Out of the lead's sight, in a folder that is made for it."""
    kept = disk.write_text_log(tmp_path / "logs" / "kit", "fault.txt", "détails")
    assert kept.read_text(encoding="utf-8") == "détails"


def test_one_run_at_a_time_has_a_review(tmp_path: Path) -> None:
    """Two windows must not ask every host twice: the second is told so in a sentence; afterwards it may."""
    with FactFile(tmp_path):
        with pytest.raises(BusyError, match="is being checked now"):
            FactFile(tmp_path)
        with FactFile(tmp_path / "another"):
                assert (tmp_path / "another" / FACTS_FILE).is_file()
    with FactFile(tmp_path) as file:
        assert file.before.visits == []


def test_a_run_that_was_killed_holds_no_review(tmp_path: Path) -> None:
    """The system lets go of a review when the process that had it is gone."""
    code = ("import sys, time, pathlib; from review_kit.disk import FactFile\n"
            "with FactFile(pathlib.Path(sys.argv[1])):\n    print('has it', flush=True); time.sleep(60)")
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"has it"
        with pytest.raises(BusyError):
            FactFile(tmp_path)
        other.kill()
        other.wait()
        with FactFile(tmp_path) as file:
            assert file.before.lost == 0
