"""`review-kit doctor`: what a review needs from this machine, looked at and said in plain words."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from review_kit import doctor, web
from review_kit.model import CanaryRound, Purpose, Settings, Visit
from review_kit.practice import Practice, practice_review
from review_kit.practice.names import TableOfNames

SILENT = web.Network(names=TableOfNames(lambda _: None), pace=web.PRACTICE, use_proxies=False)


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    """The practice review: a register, and a network that is well."""
    with practice_review() as served:
        yield served


@pytest.fixture(autouse=True)
def plain_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with no proxy, no certificate file and a store of its own; nothing of the real one is looked at."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("REVIEW_KIT_STORE", str(tmp_path / "store.sqlite"))
    monkeypatch.chdir(tmp_path)


def said(practice: Practice, network: web.Network | None = None, register: Path | None = None) -> dict[str, str]:
    """What the doctor says of each thing; the part for IT under its own name."""
    lines = list(doctor.examine(register or practice.register, network or practice.network))
    for_it = lines.index("") if "" in lines else len(lines)
    things = {line.partition(":")[0]: line for line in lines[:for_it]}
    return things | ({"IT": "\n".join(lines[for_it:])} if lines[for_it:] else {})


def test_on_a_good_machine_all_is_well(practice: Practice) -> None:
    """Every line says Good, and nothing is asked of IT."""
    things = said(practice)
    assert list(things) == ["Review kit", "Network", "Proxy", "Certificates", "Clock", "Store", "Register", "Reviews"]
    assert all(": Good." in line for line in things.values())
    assert "3 of 3 test addresses answered" in things["Network"]
    assert "services" in things["Register"]


def test_without_a_network_it_says_what_to_do(practice: Practice) -> None:
    """Which addresses were silent and why, that a review ends well all the same, and what IT should know."""
    things = said(practice, SILENT)
    assert "Look at this. No way out: https://always-there.example/ (no such name)" in things["Network"]
    assert "not checked" in things["Network"]
    assert "nothing answered to compare it with" in things["Clock"]
    assert "Certificates" not in things
    assert "https://always-there.example/" in things["IT"]
    assert "http://known-words.example/words.txt" in things["IT"]
    assert sys.executable in things["IT"]
    assert "OfferReview/" in things["IT"]


def test_words_are_plain(practice: Practice) -> None:
    """No traceback, no name of a class or library; each trouble comes with what to do."""
    for line in doctor.examine(practice.register, SILENT):
        assert "Error" not in line
        assert "httpx" not in line
        assert ("Look at this" in line) == ("What to do:" in line)


@pytest.mark.parametrize(("round_", "name", "words"), [
    (CanaryRound("", "", "before", silent=("a",), portal="altered"), "Network", "sign-in page"),
    (CanaryRound("", "", "before", answered=("a",), false_name_found=True), "Names", "a name that does not exist"),
])
def test_a_network_that_lies_is_seen(round_: CanaryRound, name: str, words: str) -> None:
    """A sign-in page, and a resolver that invents answers, are told apart from no network."""
    things = {thing.name: thing for thing in doctor._network(round_)}
    assert not things[name].well
    assert words in things[name].saw
    assert things[name].do


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_is_named_without_its_password(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever variable names it, it is the one that links will go through."""
    monkeypatch.setenv(variable, "http://me:s3cr3t@proxy.council.example:8080")
    thing = next(doctor._proxy(Settings()))
    assert thing.well
    assert "proxy.council.example" in thing.saw
    assert "s3cr3t" not in thing.saw


def test_a_proxy_that_is_passed_by_is_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_PROXY counts as it does for the links."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.council.example:8080")
    monkeypatch.setenv("NO_PROXY", "*")
    assert "asked directly" in next(doctor._proxy(Settings())).saw


def test_a_proxy_script_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows may find its proxy by a script: the person learns what to ask IT for."""
    monkeypatch.setattr(doctor, "_proxy_script", lambda: "http://wpad.example/wpad.dat")
    thing = next(doctor._proxy(Settings()))
    assert not thing.well
    assert "wpad.dat" in thing.saw
    assert "HTTPS_PROXY" in thing.do


@pytest.mark.parametrize("what", [None, "", "not a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_bad_certificate_file_is_named(
    what: str | None, practice: Practice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:
    """Missing, empty or of another kind: the setting and the path are said, and nothing crashes."""
    file = tmp_path / "council.pem"
    if what is not None:
        file.write_text(what, encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    things = list(doctor._certificates(CanaryRound("", "", "before"), ()))
    assert [thing.well for thing in things] == [False]
    assert str(file) in things[0].saw
    network = web.Network(names=practice.network.names, pace=web.PRACTICE, use_proxies=False)
    assert any("SSL_CERT_FILE" in line for line in doctor.examine(practice.register, network))


def test_refused_certificates_mean_an_inspecting_network(practice: Practice) -> None:
    """A machine that does not trust what its own proxy signs: the way out is in the words."""
    network = web.Network(names=practice.network.names, pace=web.PRACTICE, use_proxies=False)
    things = said(practice, network)
    assert "was not accepted" in things["Certificates"]
    assert "root certificate" in things["Certificates"]


def test_an_inspecting_proxy_is_named() -> None:
    """Accepted, but issued by the network: well, with a word of warning."""
    round_ = CanaryRound("", "", "before", answered=("a",), inspected_by="Zscaler Root CA")
    thing = next(doctor._certificates(round_, ()))
    assert thing.well
    assert "Zscaler Root CA" in thing.saw


def dated(said: str) -> Visit:
    """A canary whose server said that it was this time."""
    return Visit("https://a.example/", Purpose.CANARY, "", "", "", status=200, headers={"date": said})


def test_a_clock_that_is_right_is_good() -> None:
    """A minute more or less is nothing."""
    soon = format_datetime(datetime.now(UTC) + timedelta(minutes=1))
    assert doctor._clock((dated(soon),)).well


@pytest.mark.parametrize("days", [-400, -1, 1, 400])
def test_a_clock_that_is_wrong_is_seen(days: int) -> None:
    """By a day or a year, in either direction: good certificates would look bad."""
    thing = doctor._clock((dated(format_datetime(datetime.now(UTC) + timedelta(days=days))),))
    assert not thing.well
    assert "minutes off" in thing.saw
    assert "clock" in thing.do


@pytest.mark.parametrize("nonsense", ["", "yesterday", "Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "0", "-"])
def test_a_server_that_tells_no_time_is_passed_over(nonsense: str) -> None:
    """Nonsense in a Date header is not compared with; the next canary's is."""
    assert "nothing answered" in doctor._clock((dated(nonsense),)).saw
    assert "agrees" in doctor._clock((dated(nonsense), dated(format_datetime(datetime.now(UTC))))).saw


def test_a_date_without_a_zone_is_utc() -> None:
    """HTTP dates are; one that forgets to say so is not taken for local time."""
    said = f"{datetime.now(UTC):%a, %d %b %Y %H:%M:%S} -0000"
    assert doctor._clock((dated(said),)).well


def test_a_store_in_a_synced_folder_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cloud service would copy a database while it is written."""
    monkeypatch.setenv("REVIEW_KIT_STORE", str(tmp_path / "OneDrive - Council" / "store.sqlite"))
    thing = doctor._store()
    assert not thing.well
    assert "REVIEW_KIT_STORE" in thing.do


def test_a_store_on_a_server_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is not asked: the doctor changes nothing and logs in nowhere."""
    monkeypatch.setenv("REVIEW_KIT_STORE", "postgresql://me:s3cr3t@db.council.example/reviews")
    thing = doctor._store()
    assert thing.well
    assert "db.council.example" in thing.saw
    assert "s3cr3t" not in thing.saw


def test_a_place_that_cannot_be_written_to_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In the system's own words; nothing is left behind where it can."""
    assert doctor._writable("Reviews", tmp_path / "not" / "there" / "yet").well
    assert list(tmp_path.iterdir()) == []

    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")
    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refused)
    thing = doctor._writable("Reviews", tmp_path)
    assert (thing.well, "Permission denied" in thing.saw) == (False, True)


def test_a_drive_that_is_not_there_is_no_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On Windows a path may begin with a drive of which not even the root exists."""
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    assert not doctor._writable("Reviews", tmp_path / "gone" / "reviews").well


def test_a_register_that_cannot_be_read_is_said(practice: Practice, tmp_path: Path) -> None:
    """One plain sentence, and how to name another; the canaries of the default settings are then listed for IT."""
    things = said(practice, SILENT, tmp_path / "none.xlsx")
    assert "Look at this" in things["Register"]
    assert "none.xlsx" in things["Register"]
    assert "review-kit doctor PATH" in things["Register"]
    assert "https://www.gov.uk/" in things["IT"]


def test_a_register_that_is_open_elsewhere_is_said(practice: Practice) -> None:
    """Excel leaves a small file beside an open workbook, with a name in it."""
    name = "Sam Lead"
    lock = practice.register.with_name(f"~${practice.register.name}")
    lock.write_bytes(bytes([len(name)]) + name.encode().ljust(54) + len(name).to_bytes(2, "little")
                     + name.encode("utf-16-le"))
    try:
        things = said(practice)
    finally:
        lock.unlink()
    assert "is open by Sam Lead" in things["Register"]


def test_the_doctor_asks_the_canaries_and_nobody_else(practice: Practice) -> None:
    """No link of the register is asked, and no file is changed."""
    before = practice.register.read_bytes()
    asked = len(practice.web.requests)
    said(practice)
    hosts = {host for host, _ in practice.web.requests[asked:]}
    assert hosts == {"always-there.example", "still-there.example", "there-too.example", "known-words.example"}
    assert practice.register.read_bytes() == before
