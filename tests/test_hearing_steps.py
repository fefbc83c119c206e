"""Views handed on, merged, kept safe and taken back: from the store, and from every file that can be reached."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from review_kit import steps
from review_kit.disk import private
from review_kit.errors import CodeError, ExchangeError, HearingError, StoreError, UnknownCode
from review_kit.steps import handing_on
from review_kit.steps.hearing import Erased, Withdrawal
from review_kit.store import Store
from review_kit.store.codes import new_code

from .heard import PHRASE, TODAY, answered, bytes_below, held, is_anywhere, laptop, report, said, slip, stopped

LATER = date(2026, 12, 5)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A laptop on which a forum was heard: two slips, a view under each, and one without a code."""
    store = laptop(tmp_path)
    held(store)
    return store


def exported(store: Store, folder: Path, name: str = "views.json", today: date = TODAY) -> Path:
    """An export in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    return steps.write_exchange(store, folder / name, today)


def ids(store: Store) -> list[str]:
    """The ids of all whole views."""
    return sorted(view.id for view in store.views.all())


# Export


def test_an_export_holds_what_another_laptop_needs(store: Store, tmp_path: Path) -> None:
    """Sessions, whole views, answers and tombstones; no draft, no stopped words, no slip's number."""
    code = slip(store)
    kept = said(store, "They listened.", name="v1", code=code)
    said(store, PHRASE, name="v2", draft=True)
    stopped(store, said(store, PHRASE, name="v3"))
    answered(store)
    store.views.erase(["v4"], today=TODAY)
    path = exported(store, tmp_path / "out")
    assert steps.read_exchange(path) == store.exchange.everything()
    assert json.loads(path.read_bytes())["hearing"]["views"][0]["said"] == kept.said
    assert not is_anywhere(PHRASE, tmp_path / "out")
    assert code.replace("-", "").encode() not in path.read_bytes()
    assert b"label" not in path.read_bytes()


def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    """On another day, and after another laptop took it in and hands it on."""
    said(store, "They listened.", name="v2")
    said(store, "Too far.", name="v1")
    answered(store)
    first = exported(store, tmp_path / "out", "1.json").read_bytes()
    assert exported(store, tmp_path / "out", "2.json", LATER).read_bytes() == first
    other = laptop(tmp_path, "b")
    steps.merge(other, tmp_path / "out" / "1.json", TODAY)
    assert exported(other, tmp_path / "out", "3.json").read_bytes() == first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights; a person's folders are private there")
def test_an_export_is_nobody_elses_to_read(store: Store, tmp_path: Path) -> None:
    """Nor is a backup."""
    for path in (exported(store, tmp_path / "out"), steps.backup(store, tmp_path / "backups", TODAY)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_is_given_a_file_with_the_day_in_its_name(store: Store, tmp_path: Path) -> None:
    """Such as a stick's own folder."""
    assert steps.write_exchange(store, tmp_path, TODAY) == tmp_path / "views_2026-11-21.json"


@pytest.mark.parametrize("place", ["in git", "OneDrive - Borchester Council"])
def test_nothing_of_a_view_goes_where_files_are_copied_on(
        store: Store, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into no work tree of git and no synced folder; the sentence says where to write instead."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    folder = tmp_path / place / "deep"
    folder.mkdir(parents=True)
    if place == "in git":
        (tmp_path / place / ".git").mkdir()
    for write in (lambda: steps.write_exchange(store, folder / "a.json", TODAY),
                  lambda: steps.backup(store, folder / "backups", TODAY)):
        with pytest.raises(ExchangeError) as raised:
            write()
        assert str(raised.value).startswith(f"Nothing was written: {folder}")
        assert str(raised.value).endswith(f"this computer's own, such as {tmp_path / 'home'}, or a stick.")
    assert list(folder.iterdir()) == []
    assert store.exchange.written() == ()


def test_only_an_earlier_file_of_views_is_replaced(store: Store, tmp_path: Path) -> None:
    """A slip of the hand costs no register; a file that holds nothing yet is taken."""
    register, empty = tmp_path / "offer_register.xlsx", tmp_path / "empty.json"
    register.write_bytes(b"PK a register")
    empty.write_bytes(b"")
    for path in (register, store.path):
        before = path.read_bytes()
        with pytest.raises(ExchangeError, match=f"{path.name} holds something else. Choose another name."):
            steps.write_exchange(store, path, TODAY)
        assert path.read_bytes() == before
    assert steps.write_exchange(store, empty, TODAY) == empty
    assert steps.write_exchange(store, empty, TODAY) == empty
    with pytest.raises(ExchangeError, match="there is no folder"):
        steps.write_exchange(store, tmp_path / "gone" / "a.json", TODAY)


def test_what_could_not_be_written_is_not_looked_for_later(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence; and no withdrawal names a file that never was."""
    said(store, PHRASE, name="v1")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(handing_on, "save_private", full)
    with pytest.raises(ExchangeError, match=r"a\.json could not be written \(no space left on device\)"):
        steps.write_exchange(store, tmp_path / "a.json", TODAY)
    monkeypatch.undo()
    assert steps.erase(store, ["v1"], TODAY) == Erased(1)


def test_a_withdrawal_in_another_window_meanwhile_is_in_the_file(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It came after the views were read and before the file was there: the file is written once more."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    saved = []

    def save(data: bytes, path: Path) -> None:
        if not saved:
            assert steps.withdraw(Store(store.path), code, TODAY).views == 1
        saved.append(data)
        private.save_private(data, path)
    monkeypatch.setattr(handing_on, "save_private", save)
    exported(store, tmp_path / "out")
    assert len(saved) == 2
    assert not is_anywhere(PHRASE, tmp_path)


# Merge


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_laptops_that_took_in_each_other_hold_the_same(tmp_path: Path, order: tuple[str, ...]) -> None:
    """In whatever order, and twice as well as once; with a view that two of them changed and one that was withdrawn."""
    laptops = {name: laptop(tmp_path, name) for name in "abc"}
    held(laptops["a"])
    code = slip(laptops["a"])
    said(laptops["a"], "shared", name="v0", code=code)
    said(laptops["a"], "corrected once", name="v1")
    answered(laptops["a"])
    first = exported(laptops["a"], tmp_path / "out", "first.json")
    for name in "bc":
        steps.merge(laptops[name], first, TODAY)
    said(laptops["b"], "corrected twice", name="v1")
    said(laptops["c"], "corrected elsewhere", name="v1")
    said(laptops["c"], "and again", name="v1")
    held(laptops["c"], "s2", on="2026-12-01")
    said(laptops["c"], "new on c", name="v2", session="s2")
    steps.withdraw(laptops["b"], code, LATER)
    files = {name: exported(laptops[name], tmp_path / "out", f"{name}.json", LATER) for name in "abc"}
    files = {name: shutil.copyfile(path, tmp_path / f"sent {name}.json") for name, path in files.items()}
    for name in "abc":
        for other in (*order, *order):
            steps.merge(laptops[name], files[other], LATER)
    told = {name: steps.read_exchange(exported(store, tmp_path / "told", f"{name}.json")) for name, store in
            laptops.items()}
    assert told["a"] == told["b"] == told["c"]
    assert [(view.id, view.said) for view in told["a"].hearing.views] == [("v1", "and again"), ("v2", "new on c")]


def test_what_a_merge_did_is_told_in_numbers(store: Store, tmp_path: Path) -> None:
    """And twice is the same as once."""
    said(store, "one", name="v1")
    said(store, "two", name="v2")
    path, other = exported(store, tmp_path / "out"), laptop(tmp_path, "b")
    done = steps.merge(other, path, TODAY)
    assert done.sentences == ("Taken in: 2 new views, 1 new session, 0 changed views.",)
    assert ids(other) == ["v1", "v2"]
    again = steps.merge(other, path, TODAY)
    assert (again.views_added, again.views_changed, again.views_removed, again.sessions_added) == (0, 0, 0, 0)


def test_a_file_that_is_refused_changes_nothing(store: Store, tmp_path: Path) -> None:
    """Not even what is remembered of files."""
    said(store, "one", name="v1")
    path = tmp_path / "bad.json"
    path.write_bytes(b'{"format": "review-kit forum exchange", "version": 1, "hearing": {}')
    before = store.path.read_bytes()
    with pytest.raises(ExchangeError):
        steps.merge(store, path, TODAY)
    assert store.path.read_bytes() == before


def test_a_merge_that_removes_reaches_files_here_too(store: Store, tmp_path: Path) -> None:
    """What was withdrawn on another laptop goes from this one's exports, backups and reports."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    sent, other = exported(store, tmp_path / "out"), laptop(tmp_path, "b")
    steps.merge(other, sent, TODAY)
    page = report(other, tmp_path / "b" / "review")
    steps.backup(other, tmp_path / "b" / "backups", TODAY)
    exported(other, tmp_path / "b" / "out", "b.json")
    steps.withdraw(store, code, TODAY)
    done = steps.merge(other, exported(store, tmp_path / "out", "later.json"), LATER)
    assert done.views_removed == 1
    assert [Path(file.path) for file in done.reached.removed] == [page]
    assert len(done.reached.mended) == 2
    assert "1 view was removed for good here, because the other laptop says so." in done.sentences
    assert not is_anywhere(PHRASE, tmp_path)


def test_a_code_that_a_view_was_given_elsewhere_counts_here(store: Store, tmp_path: Path) -> None:
    """Recorded without one; given one on another laptop; the code withdrawn here: the view goes here as well."""
    said(store, PHRASE, name="v1")
    other = laptop(tmp_path, "b")
    steps.merge(other, exported(store, tmp_path / "out"), TODAY)
    code = slip(other)
    said(other, PHRASE, name="v1", code=code)
    page = report(store, tmp_path / "review")
    steps.withdraw(store, code, TODAY, anyway=True)
    done = steps.merge(store, exported(other, tmp_path / "out", "b.json"), LATER)
    assert done.views_removed == 1
    assert not page.exists()
    steps.merge(other, exported(store, tmp_path / "out", "back.json"), LATER)
    assert not is_anywhere(PHRASE, tmp_path)


def test_a_file_that_was_taken_in_is_mended_where_it_lies(store: Store, tmp_path: Path) -> None:
    """It holds the words as the store does; the laptop that wrote it learns of it by the next export."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    sent, other = exported(store, tmp_path / "out"), laptop(tmp_path, "b")
    got = shutil.copyfile(sent, tmp_path / "downloads.json")
    steps.merge(other, got, TODAY)
    done = steps.withdraw(other, code, TODAY)
    assert [file.path for file in done.reached.mended] == [str(got)]
    assert "Another laptop that holds it removes it when it takes in a new export." in done.sentences
    assert PHRASE.encode() not in got.read_bytes()
    assert PHRASE.encode() in sent.read_bytes()
    steps.merge(store, got, LATER)
    assert not is_anywhere(PHRASE, tmp_path)


def test_a_file_on_a_stick_that_cannot_be_written_is_named(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds what was withdrawn here before it was taken in."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    sent, other = exported(store, tmp_path / "out"), laptop(tmp_path, "b")
    steps.withdraw(other, code, TODAY, anyway=True)
    monkeypatch.setattr("review_kit.steps.reaching.save_private", _held)
    done = steps.merge(other, sent, TODAY)
    assert (done.views_added, ids(other)) == (0, [])
    assert [each.file.path for each in done.reached.unreached] == [str(sent)]
    assert "cannot be written to (read-only file system)" in done.sentences[1]


def _held(*_: object) -> None:
    raise OSError(30, "Read-only file system")


# Withdraw, erase, purge


def spread(store: Store, folder: Path) -> tuple[Path, ...]:
    """Files of every kind that hold what is in the store: exports, a backup, a report, and what a killed write left."""
    exports = [exported(store, folder / "out", name) for name in ("one.json", "zwei.json")]
    kept = steps.backup(store, folder / "backups", TODAY)
    page = report(store, folder / "review")
    shutil.copyfile(exports[0], folder / "out" / ".one.json.0a1b2c3d.tmp")
    shutil.copyfile(page, page.with_name("you_said_we_did (updated).html"))
    return (*exports, kept, page)


def by_code(store: Store, code: str) -> object:
    """Withdraw under the code."""
    return steps.withdraw(store, code.lower().replace("-", " "), LATER)


def by_id(store: Store, _: str) -> object:
    """Erase the view."""
    return steps.erase(store, ["v1"], LATER)


def by_age(store: Store, _: str) -> object:
    """Purge what is older than a month: the view was recorded in May."""
    return steps.purge(store, 1, LATER)


def by_stop(store: Store, _: str) -> object:
    """Set apart by Stop, then erased."""
    found = next(view for view in store.views.all() if view.id == "v1")
    return steps.erase(store, [stopped(store, found).id], LATER)


@pytest.mark.parametrize("remove", [by_code, by_id, by_age, by_stop])
def test_what_was_taken_back_is_in_no_file_any_more(
        store: Store, tmp_path: Path, remove: Callable[[Store, str], Withdrawal | Erased]) -> None:
    """Store, journal, exports, backup, report, leftovers: not a byte of it. What others said stands there still."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code, on="2026-05-01")
    said(store, "They listened.", name="v2")
    answered(store)
    *exchanges, page = spread(store, tmp_path)
    assert bytes_below(tmp_path).count(PHRASE.encode()) >= 6
    done = remove(store, code)
    assert not is_anywhere(PHRASE, tmp_path)
    assert done.views == 1
    assert [Path(file.path) for file in done.reached.mended] == sorted(exchanges)
    assert [Path(file.path) for file in done.reached.removed] == [page]
    assert done.reached.unreached == ()
    for path in exchanges:
        found = steps.read_exchange(path)
        assert [view.id for view in found.hearing.views] == ["v2"]
        assert found.hearing.responses == store.responses.all()
        assert found.tombstones == store.exchange.everything().tombstones
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 or sys.platform == "win32"
    assert not page.exists()
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []
    assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]


def test_drafts_under_a_code_go_with_it(store: Store, tmp_path: Path) -> None:
    """And stopped words."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code, draft=True)
    stopped(store, said(store, PHRASE * 2, name="v2", code=code))
    assert steps.withdraw(store, code, TODAY).views == 2
    assert not is_anywhere(PHRASE, tmp_path)
    with pytest.raises(StoreError, match="withdrawn"):
        said(store, PHRASE, name="v3", code=code)


def test_the_old_bytes_of_a_file_are_overwritten(store: Store, tmp_path: Path) -> None:
    """A second name of the file, such as some backups keep, shows what became of them."""
    if sys.platform == "win32":
        pytest.skip("Windows gives no second name to a file for everybody")
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    files = spread(store, tmp_path)
    (tmp_path / "second").mkdir()
    for number, path in enumerate(files):
        os.link(path, tmp_path / "second" / str(number))
    steps.withdraw(store, code, TODAY)
    assert [path.read_bytes() for path in sorted((tmp_path / "second").iterdir())] == [b""] * 4


def test_a_withdrawal_says_all_that_a_person_must_know(store: Store, tmp_path: Path) -> None:
    """How many views, each file with its day, what could not be reached, and what is beyond recall; never the code."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    one, two, kept, page = spread(store, tmp_path)
    two.rename(tmp_path / "moved.json")
    done = steps.withdraw(store, code, LATER)
    assert done.sentences == (
        "1 view was removed for good.",
        f"Written anew without what was removed: backup of 21 November 2026, {kept}.",
        f"Written anew without what was removed: export of 21 November 2026, {one}.",
        f"Removed: report of 21 November 2026, {page}. Step 5 writes it again.",
        (f"Not reached: export of 21 November 2026, {two}: it is not there: moved or deleted, or on another computer "
         "or a stick. Look for it, and delete it by hand."),
        ("What was published or handed on before is beyond recall (report of 21 November 2026; export of 21 November "
         "2026). Ask whoever has a copy to delete it."),
        "Another laptop that holds it removes it when it takes in a new export.",
    )
    assert not any(PHRASE in each or code in each for each in done.sentences)


def test_a_file_that_comes_back_is_mended_the_next_time(store: Store, tmp_path: Path) -> None:
    """A stick that was not there; whichever view is removed then."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    said(store, "another", name="v2")
    path = exported(store, tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "pocket")
    assert len(steps.withdraw(store, code, TODAY).reached.unreached) == 1
    (tmp_path / "pocket").rename(tmp_path / "stick")
    assert [file.path for file in steps.erase(store, ["v2"], TODAY).reached.mended] == [str(path)]
    assert not is_anywhere(PHRASE, tmp_path)


def test_what_stands_in_a_files_place_now_is_left_alone(store: Store, tmp_path: Path) -> None:
    """Somebody else's file, a folder, a link: named, and not touched."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    one, two, _, page = spread(store, tmp_path)
    one.write_bytes(b"my own notes")
    two.unlink()
    two.mkdir()
    page.unlink()
    precious = tmp_path / "precious.html"
    precious.write_text("not ours", encoding="utf-8")
    if sys.platform != "win32":
        page.symlink_to(precious)
    done = steps.withdraw(store, code, TODAY)
    assert {each.file.path for each in done.reached.unreached} == {str(one), str(two), str(page)}
    assert one.read_bytes() == b"my own notes"
    assert precious.read_text(encoding="utf-8") == "not ours"


def test_one_file_that_fails_keeps_no_other_from_being_mended(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named with the system's reason."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    one, two, kept, _ = spread(store, tmp_path)

    def save(data: bytes, path: Path) -> None:
        if path == one:
            _held()
        private.save_private(data, path)
    monkeypatch.setattr("review_kit.steps.reaching.save_private", save)
    done = steps.withdraw(store, code, TODAY)
    assert {file.path for file in done.reached.mended} == {str(two), str(kept)}
    assert [(each.file.path, each.why) for each in done.reached.unreached] == [
        (str(one), "it cannot be written to (read-only file system)")]


def test_a_code_that_is_none_is_told_from_one_that_nobody_was_given(store: Store) -> None:
    """Neither sentence holds what was typed, and nothing changes by it."""
    before = store.path.read_bytes()
    for typed in ("", "K7PM-3XQD", "K7PM-3XQD-W2R0", "K7PM-3XQD-W2RTT", "hello"):
        with pytest.raises(CodeError, match="that is no code") as raised:
            steps.withdraw(store, typed, TODAY)
        assert not typed or typed not in str(raised.value).replace("K7PM-3XQD-W2RT;", "")
    typed = new_code()
    with pytest.raises(UnknownCode, match="it can be withdrawn anyway") as unknown:
        steps.withdraw(store, typed, TODAY)
    assert typed not in str(unknown.value)
    assert store.path.read_bytes() == before


def test_a_code_of_another_laptop_can_be_withdrawn_anyway(store: Store, tmp_path: Path) -> None:
    """What that laptop holds under it is not taken in, and goes from there."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    other = laptop(tmp_path, "b")
    done = steps.withdraw(other, code, TODAY, anyway=True)
    assert (done.views, done.known) == (0, False)
    assert done.sentences[0].startswith("Nothing was said here under this code. It is remembered as withdrawn")
    steps.merge(other, exported(store, tmp_path / "out"), TODAY)
    assert ids(other) == []
    assert steps.merge(store, exported(other, tmp_path / "out", "b.json"), TODAY).views_removed == 1
    assert not is_anywhere(PHRASE, tmp_path)


def test_twice_is_the_same_as_once(store: Store) -> None:
    """A code that was withdrawn is known, also where it came from another laptop."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    assert steps.withdraw(store, code, TODAY).views == 1
    assert steps.withdraw(store, code, TODAY).sentences == (
        "Nothing that was said under this code is kept here any more.",)


def test_a_slip_under_which_nothing_was_said_costs_no_report(store: Store, tmp_path: Path) -> None:
    """There is nothing that a report could quote, and nothing to look for in files that are gone."""
    code, page = slip(store), report(store, tmp_path / "review")
    exported(store, tmp_path / "out").unlink()
    assert steps.withdraw(store, code, TODAY) == Withdrawal(0, known=True)
    assert page.exists()


def test_a_file_that_is_still_not_there_is_named_when_it_is_asked_again(store: Store, tmp_path: Path) -> None:
    """A second withdrawal under the same code tells again what could not be reached."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    path = exported(store, tmp_path / "out")
    path.unlink()
    steps.withdraw(store, code, TODAY)
    assert [each.file.path for each in steps.withdraw(store, code, LATER).reached.unreached] == [str(path)]


def test_a_draft_that_is_erased_costs_no_report(store: Store, tmp_path: Path) -> None:
    """No report and no export ever held it; nobody is told of files that are gone."""
    said(store, PHRASE, name="v1", draft=True)
    page = report(store, tmp_path / "review", "something else")
    exported(store, tmp_path / "out").unlink()
    assert steps.erase(store, ["v1"], TODAY) == Erased(1)
    assert page.exists()
    assert not is_anywhere(PHRASE, tmp_path)


def test_erasing_what_is_not_there_is_said(store: Store) -> None:
    """None was removed, and a late save does not bring it back."""
    assert steps.erase(store, ["v9"], TODAY).sentences == ("0 views were removed for good.",)
    with pytest.raises(StoreError, match="removed for good"):
        said(store, PHRASE, name="v9")


def test_a_report_that_was_to_go_goes_however_the_withdrawal_ended(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed after the store let go of the view and before any file was looked at: the next removal ends it."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    spread(store, tmp_path)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt
    monkeypatch.setattr("review_kit.steps.hearing.reach", killed)
    with pytest.raises(KeyboardInterrupt):
        steps.withdraw(store, code, TODAY)
    monkeypatch.undo()
    assert ids(store) == []
    said(store, "nothing", name="v2", draft=True)
    steps.erase(store, ["v2"], TODAY)
    assert not is_anywhere(PHRASE, tmp_path)


def test_a_store_that_fails_in_the_middle_still_has_the_files_mended(
        store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The view is gone from the store; that its file could not be written anew is told, and the exports are clean."""
    said(store, PHRASE, name="v1")
    spread(store, tmp_path)

    def scour() -> None:
        raise StoreError("The store is in use.")
    monkeypatch.setattr(store.views._database, "scour", scour)
    with pytest.raises(StoreError, match="in use"):
        steps.erase(store, ["v1"], TODAY)
    assert not is_anywhere(PHRASE, tmp_path / "out")
    assert not is_anywhere(PHRASE, tmp_path / "review")


def test_views_are_overdue_by_their_own_day(store: Store) -> None:
    """The oldest first; drafts and stopped words too; one without a day has its session's. The very day is in time."""
    held(store, "old", on="2024-01-31")
    said(store, "in time", name="v1", on="2024-11-21")
    said(store, "late", name="v2", on="2024-11-20")
    said(store, "later", name="v3", on="2023-01-01", draft=True)
    stopped(store, said(store, "apart", name="v4", on="2023-01-02"))
    said(store, "no day", name="v5", on="", session="old")
    said(store, "no day and no session", name="v6", on="", session="")
    assert [view.id for view in steps.overdue(store, 24, TODAY)] == ["v3", "v4", "v5", "v2"]


@pytest.mark.parametrize("months", [0, -1, 601, 10**9])
def test_months_that_cannot_be_meant_remove_nothing(store: Store, months: int) -> None:
    """A slip in the settings must not remove everything."""
    said(store, "one", name="v1", on="2020-01-01")
    with pytest.raises(HearingError, match="cannot be meant"):
        steps.purge(store, months, TODAY)
    assert ids(store) == ["v1"]


def test_a_purge_leaves_sessions_and_answers(store: Store) -> None:
    """They are the council's own words."""
    said(store, "old", name="v1", on="2020-01-01")
    said(store, "new", name="v2")
    answer = answered(store)
    assert steps.purge(store, 24, TODAY).views == 1
    assert ids(store) == ["v2"]
    assert store.responses.all() == (answer,)
    assert len(store.sessions.all()) == 1


def test_what_was_purged_does_not_come_back_by_a_merge(store: Store, tmp_path: Path) -> None:
    """Nor by an old backup that was copied elsewhere."""
    said(store, PHRASE, name="v1", on="2020-01-01")
    copy = shutil.copyfile(steps.backup(store, tmp_path / "backups", TODAY), tmp_path / "copy.json")
    steps.purge(store, 24, TODAY)
    steps.merge(store, copy, TODAY)
    assert ids(store) == []
    assert not is_anywhere(PHRASE, tmp_path)


# Backup


def backups(folder: Path) -> list[str]:
    """The names of a folder's backups."""
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_brings_everything_back_on_a_new_laptop(store: Store, tmp_path: Path) -> None:
    """With what was withdrawn before, which stays away."""
    code = slip(store)
    said(store, PHRASE, name="v1", code=code)
    said(store, "stays", name="v2")
    old = shutil.copyfile(steps.backup(store, tmp_path / "backups", TODAY), tmp_path / "old.json")
    steps.withdraw(store, code, TODAY)
    newest = steps.backup(store, tmp_path / "backups", LATER)
    fresh = laptop(tmp_path, "new")
    steps.merge(fresh, newest, LATER)
    assert fresh.exchange.everything() == store.exchange.everything()
    steps.merge(fresh, old, LATER)
    assert ids(fresh) == ["v2"]


def test_a_backup_is_made_when_something_has_changed(store: Store, tmp_path: Path) -> None:
    """Two of a day stand beside each other; the same twice is one."""
    folder = tmp_path / "backups"
    first = steps.backup(store, folder, TODAY)
    assert steps.backup(store, folder, LATER) == first
    said(store, "one", name="v1")
    steps.backup(store, folder, TODAY)
    said(store, "two", name="v2")
    steps.backup(store, folder, TODAY)
    said(store, "three", name="v3")
    steps.backup(store, folder, LATER)
    assert backups(folder) == ["views_backup_2026-11-21.json", "views_backup_2026-11-21_2.json",
                               "views_backup_2026-11-21_3.json", "views_backup_2026-12-05.json"]


def test_the_newest_ten_stay(store: Store, tmp_path: Path) -> None:
    """Those before them are removed, and no withdrawal asks for them; files of others in the folder stay."""
    folder = tmp_path / "backups"
    folder.mkdir()
    other = laptop(tmp_path, "other")
    held(other)
    theirs = steps.backup(other, folder, date(2020, 1, 1))
    (folder / "views_2026-01-01.json").write_bytes(b"an export")
    for number in range(13):
        said(store, f"view {number}", name=f"v{number}")
        steps.backup(store, folder, TODAY)
    assert backups(folder) == sorted([theirs.name, "views_2026-01-01.json", *(
        f"views_backup_2026-11-21_{number}.json" for number in range(4, 14))])
    done = steps.erase(store, ["v0"], TODAY)
    assert len(done.reached.mended) == 10
    assert done.reached.unreached == ()


def test_a_copy_in_the_place_of_a_backup_that_was_removed_is_remembered_again(store: Store, tmp_path: Path) -> None:
    """Brought back by hand and merged: a withdrawal reaches it."""
    said(store, PHRASE, name="v1")
    first = steps.backup(store, tmp_path / "backups", TODAY)
    copy = first.read_bytes()
    for number in range(10):
        said(store, f"view {number}", name=f"w{number}")
        steps.backup(store, tmp_path / "backups", TODAY)
    assert not first.exists()
    first.write_bytes(copy)
    steps.merge(store, first, TODAY)
    steps.erase(store, ["v1"], TODAY)
    assert not is_anywhere(PHRASE, tmp_path)


def test_a_backup_of_an_earlier_day_than_others_is_kept(store: Store, tmp_path: Path) -> None:
    """A clock that was set back costs not the copy that was just made."""
    folder = tmp_path / "backups"
    for number in range(11):
        said(store, f"view {number}", name=f"v{number}")
        path = steps.backup(store, folder, date(2026, 11, 21 - number))
        assert path.exists()
    assert len(backups(folder)) == 10
