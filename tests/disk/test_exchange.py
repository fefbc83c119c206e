"""The file in which views are handed on: the same bytes for the same content, and nothing believed of what is read."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from review_kit.disk import exchange as module
from review_kit.disk.exchange import FORMAT, exchange_bytes, read_exchange
from review_kit.errors import ExchangeError
from review_kit.model import (
    About,
    Consent,
    Done,
    Exchange,
    Hearing,
    Helped,
    Present,
    Response,
    Session,
    Tombstone,
    View,
)

PHRASE = "the-heron-at-the-weir-told-nobody"
CODE, MARK = "0a" * 32, "ff" * 32
SESSION = Session("s1", "2026-11-20", "Monday forum", "worker", Present.SOME, "by the card", "the lead", "2026-12-20",
                  CODE, "2026-11-21", 2)
VIEW = View("v1", "s1", About.SERVICE, "boathouse", "The Boathouse", Helped.TURNED_AWAY, PHRASE, "tea 🦆", "by bus",
            ("far", "cost"), Consent.QUOTE, CODE, "2026-11-20", "Opening", edit=7)
RESPONSE = Response("Opening", "the lead", Done.CANNOT, "Not this year.", "the commissioner", "2027-01-31", 1)
WHOLE = Exchange(Hearing((SESSION,), (VIEW,), (RESPONSE,)), (Tombstone(MARK, "2026-11-21"),))


def written(folder: Path, change: Callable[[Any], object] = lambda _: None) -> Path:
    """A file as the kit writes it, and then as somebody changed it."""
    content = json.loads(exchange_bytes(WHOLE))
    change(content)
    path = folder / "from Ann.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def refused(path: Path) -> str:
    """The sentence with which a file is refused; it names the file, and quotes nothing of what it holds."""
    with pytest.raises(ExchangeError) as raised:
        read_exchange(path)
    sentence = str(raised.value)
    assert path.name in sentence
    assert PHRASE not in sentence
    assert "\n" not in sentence
    assert raised.value.__cause__ is None
    return sentence


def test_what_was_written_is_what_is_read(tmp_path: Path) -> None:
    """Every field of it."""
    path = tmp_path / "a.json"
    path.write_bytes(exchange_bytes(WHOLE))
    assert read_exchange(path) == WHOLE


def test_the_order_in_which_things_were_kept_makes_no_difference() -> None:
    """Nor do drafts and stopped words: they are not in it."""
    others = (Session("s0", "2026-11-01", "x", "y", Present.FEW, "", "", ""), SESSION)
    views = (VIEW, View("v0", "s0", About.MISSING, "", ""))
    answers = (RESPONSE, Response("A", "", Done.DID, "Yes.", "", ""))
    graves = (Tombstone(MARK, "2026-11-21"), Tombstone(CODE, "2026-11-20"))
    apart = (View("v2", "s1", About.SERVICE, "", "", said=PHRASE * 2, draft=True),
             View("v3", "s1", About.SERVICE, "", "", said=PHRASE * 2, stopped=True))
    one = exchange_bytes(Exchange(Hearing(others, views, answers), graves))
    two = exchange_bytes(Exchange(Hearing(others[::-1], (*apart, *views[::-1]), answers[::-1]), graves[::-1]))
    assert one == two
    assert (PHRASE * 2).encode() not in two


def test_a_person_can_read_what_is_held_of_a_view() -> None:
    """One field a line, under the names that docs/data_protection.md explains."""
    lines = exchange_bytes(WHOLE).decode().splitlines()
    for field in fields(View):
        assert any(line.strip().startswith(f'"{field.name}":') for line in lines), field.name


def test_the_file_says_what_it_is_and_of_which_version() -> None:
    """At its very beginning."""
    assert exchange_bytes(Exchange()).startswith(f'{{\n "format": "{FORMAT}",\n "version": 1,'.encode())


def test_a_file_of_a_newer_kit_is_left_to_a_newer_kit(tmp_path: Path) -> None:
    """Whatever else stands in it by then."""
    def newer(content: Any) -> None:
        content["version"], content["hearing"] = 2, "something new"
    assert refused(written(tmp_path, newer)) == (
        "from Ann.json was written by a newer review kit. Nothing was taken in: install that one.")


def test_fields_that_a_later_kit_of_the_same_version_added_do_no_harm(tmp_path: Path) -> None:
    """They are left out."""
    path = written(tmp_path, lambda content: content["hearing"]["views"][0].update(mood="fine"))
    assert read_exchange(path) == WHOLE


@pytest.mark.parametrize("data", [
    b"", b"\x00" * 99, b"PK\x03\x04 a workbook", b"not json at all", b"[1, 2]", b'"words"', b"{}", b'{"format": 1}',
    b'{"format": "something else", "version": 1}', b"[" * 100_000, b'{"x": ' * 50_000, b"\xff\xfe{\x00}\x00", b"null",
    b"1" * 5000, b'{"format": "\xff", "version": 1}', b"SQLite format 3\x00" + bytes(99),
])
def test_what_is_no_file_of_views_is_said(tmp_path: Path, data: bytes) -> None:
    """A workbook, another program's JSON, a store, nothing at all."""
    path = tmp_path / "other.json"
    path.write_bytes(data)
    assert refused(path).startswith("other.json is no file of views. Nothing was taken in: ")


def test_a_file_that_was_cut_off_anywhere_is_refused_whole(tmp_path: Path) -> None:
    """Wherever it ends."""
    path, data = tmp_path / "a.json", exchange_bytes(WHOLE)
    for end in range(0, len(data) - 2, 7):
        path.write_bytes(data[:end])
        refused(path)
    assert "damaged or changed" in refused(path)


def test_a_byte_that_was_changed_does_no_harm(tmp_path: Path) -> None:
    """Either the file is refused in a sentence, or it reads as something that could be kept."""
    path, data = tmp_path / "a.json", exchange_bytes(WHOLE)
    for at in range(0, len(data), 3):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x15]) + data[at + 1:])
        try:
            read_exchange(path)
        except ExchangeError as error:
            assert PHRASE not in str(error)  # noqa: PT017 - most are refused, and some are as good as before


def view(**change: object) -> Callable[[Any], None]:
    """A change to the file's one view."""
    return lambda content: content["hearing"]["views"][0].update(change)


def session(**change: object) -> Callable[[Any], None]:
    """A change to the file's one session."""
    return lambda content: content["hearing"]["sessions"][0].update(change)


def answer(**change: object) -> Callable[[Any], None]:
    """A change to the file's one answer."""
    return lambda content: content["hearing"]["responses"][0].update(change)


def grave(**change: object) -> Callable[[Any], None]:
    """A change to the file's one tombstone."""
    return lambda content: content["tombstones"][0].update(change)


@pytest.mark.parametrize("change", [
    view(said=7), view(said=None), view(said=[PHRASE]), view(helped=PHRASE), view(consent="quoted with a name"),
    view(about="person"), view(barriers="far"), view(barriers=[1]), view(edit="1"), view(edit=1.5), view(draft="no"),
    view(edit=10**30), view(edit=-1), view(edit=2**63 - 1), view(id=""), view(id="a b"), view(id="x" * 101),
    view(id=f"{PHRASE}'"), view(session="<b>"), view(code="K7PM-3XQD-W2RT"), view(code="0A" * 32),
    view(recorded_on="21/11/2026"), view(recorded_on="2026-02-30"), view(recorded_on="20261121"),
    view(recorded_on="2026-W01-1"), view(recorded_on="２０２６-11-21"), view(said="x" * 100_001),
    view(title="x" * 100_001), view(barriers=["x"] * 1001), view(barriers=["x" * 100_001]),
    session(held_on=""), session(held_on="soon"), session(answer_by="soon"), session(closed_on="2026-13-01"),
    session(code="x"), session(present="6"), session(forum=""), session(role=" "), session(forum="\u200b"),
    session(edit=10**10), session(id=""), session(consent="x" * 100_001),
    answer(theme=""), answer(text=" "), answer(by_on="x"), answer(done="Perhaps"), answer(edit=-5),
    grave(mark=""), grave(mark="x"), grave(mark=MARK.upper()), grave(on=""), grave(on="x"), grave(on=1),
    lambda content: content.pop("tombstones"), lambda content: content.pop("hearing"),
    lambda content: content["hearing"].update(views={}), lambda content: content.update(tombstones=None),
    lambda content: content["hearing"]["views"].append(PHRASE), lambda content: content["hearing"].update(views=[{}]),
    lambda content: content["hearing"]["views"][0].pop("id"),
])
def test_what_cannot_be_so_is_refused_in_a_sentence_that_quotes_nothing(
        tmp_path: Path, change: Callable[[Any], object]) -> None:
    """Wrong types, days that are none, names and codes that no kit makes, absurd lengths and numbers.

    A tombstone without a mark would remove whatever has no code; a count of changes without end would win for ever.
    """
    sentence = refused(written(tmp_path, change))
    assert sentence.startswith("from Ann.json was damaged or changed after it was written")
    assert sentence.endswith("Nothing was taken in: have it exported again.")


def test_signs_that_nobody_sees_are_taken_out_wherever_they_stand(tmp_path: Path) -> None:
    """Controls, marks that turn the direction of words, spaces without width; line ends become one kind."""
    def hide(content: Any) -> None:
        view(said=f"\x1b[2J{PHRASE}\u202e\u2066", title="The\x00 Boat\u200bhouse", better="tea\r\n🦆",
             barriers=["fa\u2060r", "co\x7fst"], key="boat\ufeffhouse")(content)
        session(forum="Mon\u200fday forum")(content)
        answer(text="Not\u2028this year.")(content)
    found = read_exchange(written(tmp_path, hide)).hearing
    assert found.views[0].said == f"[2J{PHRASE}"
    assert (found.views[0].title, found.views[0].better) == ("The Boathouse", "tea\n🦆")
    assert (found.views[0].barriers, found.views[0].key) == (("far", "cost"), "boathouse")
    assert found.sessions[0].forum == "Monday forum"
    assert found.responses[0].text == "Not\nthis year."


def test_markup_and_formulas_are_words_like_any_others(tmp_path: Path) -> None:
    """Whoever prints them sees to that."""
    words = "<script>alert(1)</script> =cmd|' /C calc'!A0 '); DROP TABLE forum_view;--"
    assert read_exchange(written(tmp_path, view(said=words))).hearing.views[0].said == words


def test_a_file_that_is_far_too_large_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is said, and not a byte of it is looked at."""
    path = tmp_path / "large.json"
    monkeypatch.setattr(module, "LARGEST", 1000)
    path.write_bytes(exchange_bytes(WHOLE) + b" " * 1000)
    assert refused(path).startswith("large.json is larger than any file of views can be.")


def test_what_is_not_there_or_no_file_is_said(tmp_path: Path) -> None:
    """A folder, a name that nobody has, one that no file can have."""
    assert refused(tmp_path).endswith("is a folder. Choose the file of views inside it.")
    assert refused(tmp_path / "gone.json").startswith("There is no file gone.json in that place.")
    with pytest.raises(ExchangeError, match=r"cannot be read|There is no file"):
        read_exchange(tmp_path / "a\x00b.json")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with names in folders")
def test_what_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe is no file."""
    os.mkfifo(tmp_path / "pipe.json")
    assert "There is no file pipe.json" in refused(tmp_path / "pipe.json")


def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's reason."""
    path = written(tmp_path)

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")
    monkeypatch.setattr(Path, "open", held)
    assert "cannot be read (permission denied)" in refused(path)


def test_a_name_that_would_turn_the_line_is_cleaned(tmp_path: Path) -> None:
    """Somebody else named the file."""
    path = tmp_path / "views\u202enosj.json"
    path.write_bytes(b"x")
    with pytest.raises(ExchangeError, match=r"^viewsnosj\.json is no file of views"):
        read_exchange(path)
