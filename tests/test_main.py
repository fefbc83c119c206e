"""The command line: what a person sees, and what a program gets back."""

import subprocess
import sys
from pathlib import Path

import pytest

from review_kit import steps, web
from review_kit.__main__ import main
from review_kit.commands.review import VERDICTS
from review_kit.model import Verdict

SHIPPED = Path(__file__).parents[1] / "offer_register.xlsx"


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose resolver says “no such name” to everything, as one without a network does."""
    import socket

    from review_kit.practice.names import TableOfNames
    network = web.Network(names=TableOfNames(lambda _: None), pace=web.PRACTICE, use_proxies=False)
    monkeypatch.setattr(web, "Network", lambda: network)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a test asked the real network"))


@pytest.mark.usefixtures("no_network")
def test_a_review_without_a_network_says_so_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0; the first line says why no link was checked; every file is there."""
    assert main(["review", str(SHIPPED), "--out", str(tmp_path), "--today", "2026-11-21"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("The network is unreachable")
    assert "12 not checked" in said[1]
    assert {p.name for p in tmp_path.iterdir()} == {
        "links.csv", "contacts.csv", "decisions.csv", "findings.csv", "review.html", "call_sheet.html", "visits.jsonl",
        "offer_register.xlsx", "you_said_we_did.html"}


@pytest.mark.usefixtures("no_network")
def test_without_a_network_no_link_is_called_broken(tmp_path: Path) -> None:
    """A resolver that says “no such name” to everything makes not one link broken."""
    main(["review", str(SHIPPED), "--out", str(tmp_path)])
    lines = (tmp_path / "links.csv").read_text(encoding="utf-8")
    assert lines.count(",not_checked,") == 12
    assert ",broken," not in lines


@pytest.mark.usefixtures("no_network")
def test_fail_on_gives_one(tmp_path: Path) -> None:
    """`--fail-on` is for CI: exit 1 when a link is told that verdict, 0 when none is."""
    assert main(["review", str(SHIPPED), "--out", str(tmp_path), "--fail-on", "not_checked"]) == 1
    assert main(["review", str(SHIPPED), "--out", str(tmp_path), "--fail-on", "broken"]) == 0


@pytest.mark.usefixtures("no_network")
def test_the_leads_file_is_not_touched(tmp_path: Path) -> None:
    """Without --in-place the register that was given stays as it was, byte for byte."""
    mine = tmp_path / "mine.xlsx"
    mine.write_bytes(SHIPPED.read_bytes())
    main(["review", str(mine), "--out", str(tmp_path / "out")])
    assert mine.read_bytes() == SHIPPED.read_bytes()


@pytest.mark.parametrize("arguments", [["review", "no_such_file.xlsx"], ["review", "."], ["review", __file__]])
def test_what_cannot_be_run_is_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback reaches a lead: one plain sentence says what, where and what next."""
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said


def test_a_fault_of_ours_is_kept_in_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever goes wrong in the kit itself, a person sees one sentence; the details are in a file to send in."""
    monkeypatch.setattr("review_kit.faults.user_log_path", lambda _: tmp_path)
    monkeypatch.setattr(steps, "open_register", lambda *_, **__: 1 / 0)
    assert main(["review"]) == 2
    assert "A fault in the kit itself" in capsys.readouterr().err
    assert "ZeroDivisionError" in (tmp_path / "last_fault.txt").read_text(encoding="utf-8")


def test_a_stopped_command_says_that_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    """Ctrl+C is an ordinary way to end."""
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt
    monkeypatch.setattr(steps, "open_register", interrupted)
    assert main(["review"]) == 2
    assert "Stopped" in capsys.readouterr().err


def test_the_verdicts_of_the_command_line_are_those_of_the_kit() -> None:
    """They are written out, so that `--help` need not load the nouns; here they are held to them."""
    assert tuple(Verdict) == VERDICTS


def test_help_loads_nothing_slow() -> None:
    """`review-kit --help` answers at once: no network client, no pandas, no workbook reader is loaded for it."""
    code = ("import sys, contextlib\nfrom review_kit.__main__ import main\n"
            "with contextlib.suppress(SystemExit): main(['--help'])\n"
            "print(sorted({'httpx', 'pandas', 'openpyxl', 'jinja2', 'phonenumbers'} & set(sys.modules)))")
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert "review" in said.stdout
    assert said.stdout.splitlines()[-1] == "[]"


def test_the_practice_review_runs_from_one_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    """`review --practice` needs no register, no network and no settings."""
    monkeypatch.chdir(tmp_path)
    assert main(["review", "--practice"]) == 0
    assert (tmp_path / "link_reports" / "practice" / "review.html").is_file()
    assert "29 services" in capsys.readouterr().out


def test_output_that_nobody_reads_is_no_fault_of_ours(monkeypatch: pytest.MonkeyPatch,
                                                      capsys: pytest.CaptureFixture[str]) -> None:
    """`review-kit review | head -1` closes the pipe: one sentence, and no report of a fault."""
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError
    monkeypatch.setattr(steps, "open_register", closed)
    monkeypatch.setattr("review_kit.__main__._drop_output", lambda: None)
    assert main(["review"]) == 2
    assert "run the command again" in capsys.readouterr().err
