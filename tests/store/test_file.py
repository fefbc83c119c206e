"""A store in a file of this machine: what stands in its place, what an older kit left there, and who may see it."""

import os
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from review_kit.errors import StoreError
from review_kit.model import About, Action, Consent, View
from review_kit.store import STORE_FILE, Store, versions

from .heard import HOSTILE, SESSION, TODAY, keep
from .older import SAID, comment, older_store

PHRASE = "the-heron-at-the-weir-told-nobody"
OLD = tuple(View(name, "", About.SERVICE, "svc-1", "Choir", said=SAID, recorded_on="2026-03-02", edit=1)
            for name in "ba")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is not made yet, in a folder that is not made yet."""
    return tmp_path / "kept" / STORE_FILE


@pytest.fixture
def store(path: Path) -> Store:
    """A store in that file."""
    return Store(path)


def uses(store: Store) -> list[Callable[[], object]]:
    """One use of each kind."""
    return [store.views.all, store.decided, lambda: keep(store, PHRASE), lambda: store.views.erase(["x"], today=TODAY),
            lambda: store.sessions.keep(SESSION), store.exchange.everything, lambda: store.remember_role("Team")]


def test_what_is_kept_is_on_the_disk_itself(store: Store) -> None:
    """SQLite is told to wait for the disk, and for the folder's own entry; no test can pull the plug."""
    with store._database.open() as database:
        settings = [database.execute(f"PRAGMA {name}").fetchone()[0]
                    for name in ("synchronous", "journal_mode", "secure_delete", "temp_store")]
    assert settings == [3, "delete", 1, 2]


def test_nothing_stands_beside_the_file(store: Store, path: Path) -> None:
    """No journal, no second place where words would stay."""
    store.views.erase([keep(store, "one").id], today=TODAY)
    keep(store, "two")
    assert [each.name for each in path.parent.iterdir()] == [STORE_FILE]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards a person's folders in another way")
def test_nobody_else_may_read_the_file(store: Store, path: Path) -> None:
    """Neither it nor the folder that was made for it, also after it was written anew."""
    keep(store, "one", "1")
    store.views.erase(["1"], today=TODAY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_path_may_be_given_as_text(path: Path) -> None:
    """As the environment has it."""
    keep(Store(str(path)), "one")
    assert len(Store(path).views.all()) == 1


def test_a_store_of_a_newer_kit_is_left_as_it_was(store: Store, path: Path) -> None:
    """One sentence, whatever is asked of it, and not a byte of the file has changed."""
    keep(store, "one", "1")
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(versions.migrations()) + 1}")
    before = path.read_bytes()
    for use in (*uses(store), store._database.scour):
        with pytest.raises(StoreError, match="newer review kit") as refused:
            use()
        assert str(path) in str(refused.value)
        assert "\n" not in str(refused.value)
    store.stamp()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [STORE_FILE]


@pytest.mark.parametrize("content", [
    b"Dear diary\n" * 400, b"PK\x03\x04" + bytes(5000), b"SQLite format 3\0" + b"x" * 9])
def test_a_file_that_is_no_store_is_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    """A letter, a workbook, half a store: one sentence that names the file, repeats no words, and the file stays."""
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    store = Store(path)
    for use in uses(store):
        with pytest.raises(StoreError) as refused:
            use()
        assert str(path) in str(refused.value)
        assert "\n" not in str(refused.value)
        assert PHRASE not in f"{refused.value}{refused.value.__context__!r}"
    assert store.stamp() is not None
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_was(tmp_path: Path) -> None:
    """It has a table by one of our names: one sentence."""
    path = tmp_path / STORE_FILE
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE comment (something TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError) as refused:
        keep(Store(path), PHRASE)
    assert PHRASE not in f"{refused.value}{refused.value.__context__!r}"
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_store_is_one_sentence(tmp_path: Path) -> None:
    """Neither reading nor saving raises anything but the kit's own error; nor below a file that is no folder."""
    (tmp_path / "file").write_text("words", encoding="utf-8")
    for path in (tmp_path, tmp_path / "file" / STORE_FILE):
        with pytest.raises(StoreError):
            keep(Store(path), "one")
    with pytest.raises(StoreError):
        Store(tmp_path).views.all()


def test_a_folder_that_cannot_be_written_is_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's reason; reading where nothing is finds nothing."""
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))
    monkeypatch.setattr(Path, "mkdir", refused)
    store = Store(path)
    with pytest.raises(StoreError, match="Permission denied") as said:
        keep(store, PHRASE)
    assert PHRASE not in str(said.value)
    assert store.views.all() == ()


def test_a_file_that_may_only_be_read_is_one_sentence(store: Store, path: Path) -> None:
    """Also for the system's own administrator, whom no rights hold back: here by SQLite's own mark."""
    keep(store, "one")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA query_only = ON")
    content = bytearray(path.read_bytes())
    content[18:20] = b"\x03\x03"  # a format of files that this SQLite may read and not write
    path.write_bytes(content)
    with pytest.raises(StoreError):
        keep(store, PHRASE)
    assert path.read_bytes() == content


def test_a_write_that_another_window_holds_up_too_long_is_one_sentence(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says so, repeats no words, and succeeds once the other one has ended."""
    monkeypatch.setattr("review_kit.store.file.BUSY_SECONDS", 0.05)
    kept = keep(store, "one")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Close other windows") as refused:
            keep(store, PHRASE)
        assert PHRASE not in str(refused.value)
    assert store.views.all() == (kept,)
    assert keep(store, PHRASE).edit == 1


def test_a_removal_that_cannot_be_finished_now_is_finished_later(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another window reads: the sentence says that traces may be left, and the next save looks for them again."""
    monkeypatch.setattr("review_kit.store.file.BUSY_SECONDS", 0.05)
    scour = store._database.scour

    def in_the_way() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM forum_view").fetchall()
            scour()
    keep(store, "one", "1")
    with monkeypatch.context() as patch:
        patch.setattr(store._database, "scour", in_the_way)
        with pytest.raises(StoreError, match="could not be cleared of its traces"):
            store.views.erase(["1"], today=TODAY)
    assert store.views.all() == ()
    assert due(path)
    keep(store, "two", "2")
    assert not due(path)


def due(path: Path) -> bool:
    """Whether the store remembers that it must be scoured."""
    with closing(sqlite3.connect(path)) as database:
        return bool(database.execute("SELECT to_scour FROM upkeep").fetchone()[0])


def test_the_stamp_does_not_hang_on_the_clock(store: Store, path: Path) -> None:
    """Two changes may fall into one tick of it, and leave the file as large as it was."""
    seen = set()
    for number in range(5):
        keep(store, f"words {number}", "1")
        os.utime(path, ns=(0, 0))
        seen.add((store.stamp(), path.stat().st_size))
    assert len(seen) == 5
    assert len({size for _, size in seen}) == 1


# What older kits kept

@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_store_of_an_older_kit_is_read_on(tmp_path: Path, version: int) -> None:
    """Its comments are views, in a summary only and of no session; its decisions are as they were; all goes on."""
    store = Store(older_store(tmp_path / STORE_FILE, version))
    assert store.views.all() == OLD
    assert {view.consent for view in store.views.all()} == {Consent.SUMMARY}
    assert store.exchange.hearing().sessions == ()
    if version > 1:
        decision, = store.decisions.all()
        assert (decision.number, decision.action, decision.note, decision.basis, decision.undone_on) == (
            1, Action.FINE, "It opens.", (("status", "404"),), "")
    assert keep(store, "new").edit == 1
    changed = store.views.keep(replace(OLD[0], said="Somebody picks up."), after=1)
    assert (changed.id, changed.edit) == ("b", 2)
    assert [view.said for view in Store(store.path).views.all()] == ["new", "Somebody picks up.", SAID]


@pytest.mark.parametrize("words", HOSTILE)
def test_an_older_kits_words_are_read_on_as_they_are(tmp_path: Path, words: str) -> None:
    """Whatever signs they hold."""
    path = older_store(tmp_path / STORE_FILE, 4, comments=0)
    with closing(sqlite3.connect(path)) as database:
        comment(database, "odd", words)
        database.commit()
    assert [view.said for view in Store(path).views.all()] == [words]


@pytest.mark.parametrize("first", ["read", "keep"])
def test_bringing_it_up_to_date_doubles_no_words(tmp_path: Path, first: str) -> None:
    """Each comment stands in the file once: neither the table that was dropped nor an older removal leaves a byte."""
    path = older_store(tmp_path / STORE_FILE, 4, comments=300)
    with closing(sqlite3.connect(path)) as database:  # an older SQLite, which leaves what is removed where it stood
        database.execute("PRAGMA secure_delete = OFF")
        comment(database, "gone", f"{PHRASE} " * 9000)
        database.commit()
        database.execute("DELETE FROM comment WHERE id = 'gone'")
        database.commit()
    assert PHRASE.encode() in path.read_bytes()
    store = Store(path)
    if first == "read":
        assert len(store.views.all()) == 300
    else:
        keep(store, "new")
    assert path.read_bytes().count(SAID.encode()) == 300
    assert PHRASE.encode() not in path.read_bytes()
    assert [each.name for each in path.parent.iterdir()] == [STORE_FILE]


def test_a_step_that_breaks_off_leaves_the_older_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it or none; what was kept is there with the next try."""
    path = older_store(tmp_path / STORE_FILE, 4)
    before, whole = path.read_bytes(), versions.migrations()
    broken = (*whole[:-1], f"{whole[-1]}\nCREATE TABLE forum_view (twice TEXT);\n")
    with monkeypatch.context() as patch:
        patch.setattr(versions, "migrations", lambda: broken)
        with pytest.raises(StoreError):
            Store(path).views.all()
    assert path.read_bytes() == before
    assert Store(path).views.all() == OLD


def test_steps_are_numbered_without_a_gap() -> None:
    """A store's version is the number of its last step: a step put in between would be passed over."""
    folder = Path(versions.__file__).with_name("migrations")
    numbers = sorted(int(each.name[:4]) for each in folder.glob("*.sql"))
    assert numbers == list(range(1, len(versions.migrations()) + 1))
