"""Comments in a file of this machine: none that was acknowledged is lost, and none that was removed is left."""

import os
import random
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from review_kit.errors import StoreError
from review_kit.model import Comment
from review_kit.store import STORE_FILE, Store, default_path

from .writers import writer

TODAY = date(2026, 3, 2)
PHRASE = "the-heron-at-the-weir-told-nobody"
"""Words that stand in no file by chance."""
KILLS = 15


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store whose file is not made yet, in a folder that is not made yet."""
    return Store(tmp_path / "kept" / STORE_FILE)


def add(store: Store, said: str) -> Comment:
    """One comment more."""
    return store.comments.add(service_key="boathouse", service="The Boathouse", said=said, today=TODAY)


def bytes_below(folder: Path) -> bytes:
    """The bytes of every file of a folder, one after another."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_comment_is_there_after_a_new_store_opens_the_file(store: Store) -> None:
    """What `add` gave back is what another store reads, each field of it."""
    kept = add(store, "Nobody picks up after four. 🦆 Ça va?\nTwo lines, and a “quotation”.")
    assert kept == Comment(1, kept.id, "boathouse", "The Boathouse",
                           "Nobody picks up after four. 🦆 Ça va?\nTwo lines, and a “quotation”.", "2026-03-02")
    assert Store(store.path).comments.all() == (kept,)


def test_the_newest_comment_stands_first(store: Store) -> None:
    """Numbers count up in the order of saving; each id is another."""
    kept = [add(store, f"comment {number}") for number in range(5)]
    assert store.comments.all() == tuple(reversed(kept))
    assert [comment.number for comment in kept] == [1, 2, 3, 4, 5]
    assert len({comment.id for comment in kept}) == 5


def test_words_are_kept_as_they_were_said(store: Store) -> None:
    """Quotation marks, semicolons, long texts and a formula are words like any others."""
    said = ["Robert'); DROP TABLE comment;--", "=cmd|' /C calc'!A0", "x" * 100_000, "\u202eright to left", "‘’“”"]
    for words in said:
        add(store, words)
    assert [comment.said for comment in reversed(Store(store.path).comments.all())] == said


def test_a_number_is_never_given_twice(store: Store) -> None:
    """Not even after the newest comment, or every comment, was removed."""
    first, second = add(store, "one"), add(store, "two")
    assert store.comments.remove(second.id)
    third = add(store, "three")
    for comment in (first, third):
        assert Store(store.path).comments.remove(comment.id)
    assert [second.number, third.number, add(Store(store.path), "four").number] == [2, 3, 4]


def test_removing_says_whether_the_comment_was_there(store: Store) -> None:
    """Twice, or by an id that nobody has: no, and nothing else is removed."""
    kept, other = add(store, "one"), add(store, "two")
    assert [store.comments.remove(each) for each in (kept.id, kept.id, "", "%")] == [True, False, False, False]
    assert store.comments.all() == (other,)


def test_what_is_removed_leaves_no_byte(store: Store) -> None:
    """No file of the folder holds the words any more, be they few or many pages of them."""
    add(store, "This one stays.")
    for times in (1, 10, 2000):
        removed = add(store, f"{PHRASE} " * times)
        add(store, "And this one.")
        assert PHRASE.encode() in bytes_below(store.path.parent)
        store.comments.remove(removed.id)
        assert PHRASE.encode() not in bytes_below(store.path.parent)
    assert [comment.said for comment in store.comments.all()] == ["And this one."] * 3 + ["This one stays."]


def test_no_order_of_removing_leaves_a_byte(store: Store) -> None:
    """Comments that moved from page to page, as their neighbours came and went, are gone as well."""
    order = random.Random(20260302)  # noqa: S311 - the same order on every run
    kept = [(add(store, f"<{PHRASE}-{n}>" * order.choice([1, 3, 9, 150])).id, f"<{PHRASE}-{n}>") for n in range(40)]
    order.shuffle(kept)
    while kept:
        gone, words = kept.pop()
        store.comments.remove(gone)
        left = bytes_below(store.path.parent)
        assert words.encode() not in left
        assert all(other.encode() in left for _, other in kept)


def test_a_comment_is_on_the_disk_itself(store: Store) -> None:
    """SQLite is told to wait for the disk, and for the folder's own entry; no test can pull the plug."""
    with store._file.open() as database:
        settings = [database.execute(f"PRAGMA {name}").fetchone()[0]
                    for name in ("synchronous", "journal_mode", "secure_delete")]
    assert settings == [3, "delete", 1]


def test_nothing_stands_beside_the_file(store: Store) -> None:
    """No journal, no second place where words would stay."""
    store.comments.remove(add(store, "one").id)
    add(store, "two")
    assert [path.name for path in store.path.parent.iterdir()] == [STORE_FILE]


@pytest.mark.parametrize("said", ["", " ", "     "])
def test_blank_words_are_refused(store: Store, said: str) -> None:
    """An empty comment is nobody's: it is not kept, and what was kept before still is."""
    kept = add(store, "one")
    with pytest.raises(StoreError):
        add(store, said)
    assert store.comments.all() == (kept,)


def test_a_store_of_a_newer_kit_is_left_as_it_was(store: Store) -> None:
    """One sentence, whatever is asked of it, and not a byte of the file has changed."""
    kept = add(store, "one")
    newer = sqlite3.connect(store.path)
    newer.execute("PRAGMA user_version = 999")
    newer.close()
    before = store.path.read_bytes()
    for ask in (store.comments.all, lambda: add(store, "two"), lambda: store.comments.remove(kept.id)):
        with pytest.raises(StoreError, match="newer review kit") as refused:
            ask()
        assert str(store.path) in str(refused.value)
        assert "\n" not in str(refused.value)
    assert store.path.read_bytes() == before
    assert [path.name for path in store.path.parent.iterdir()] == [STORE_FILE]


@pytest.mark.parametrize("content", [
    b"Dear diary\n" * 400, b"PK\x03\x04" + bytes(5000), b"SQLite format 3\0" + b"x" * 9])
def test_a_file_that_is_no_store_is_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    """A letter, a workbook, half a store: one sentence that names the file, and the file stays."""
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for ask in (Store(path).comments.all, lambda: add(Store(path), "one"), lambda: Store(path).comments.remove("x")):
        with pytest.raises(StoreError) as refused:
            ask()
        assert str(path) in str(refused.value)
        assert "\n" not in str(refused.value)
    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_the_store_is_one_sentence(tmp_path: Path) -> None:
    """Neither reading nor saving raises anything but the kit's own error; nor below a file that is no folder."""
    (tmp_path / "file").write_text("words", encoding="utf-8")
    for path in (tmp_path, tmp_path / "file" / STORE_FILE):
        with pytest.raises(StoreError):
            add(Store(path), "one")
    with pytest.raises(StoreError):
        Store(tmp_path).comments.all()


def test_where_there_is_no_store_reading_makes_none(store: Store) -> None:
    """To look is not to write: neither the file nor its folder is made."""
    assert store.comments.all() == ()
    assert not store.path.parent.exists()


@pytest.mark.parametrize("spoilt", [False, True])
def test_no_error_repeats_what_was_said(tmp_path: Path, spoilt: bool) -> None:
    """The sentence may end in a log or a photograph of the screen; the words of a young person may not."""
    path = tmp_path / STORE_FILE
    if spoilt:
        path.write_bytes(b"no database" * 100)
    else:
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE comment (something TEXT)")
        other.close()
    with pytest.raises(StoreError) as refused:
        add(Store(path), PHRASE)
    assert PHRASE not in str(refused.value)
    assert PHRASE not in repr(refused.value.__cause__)


def test_a_write_that_another_window_holds_up_too_long_is_one_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says so, repeats no words, and succeeds once the other one has ended."""
    monkeypatch.setattr("review_kit.store.file.BUSY_SECONDS", 0.05)
    kept = add(store, "one")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="Close other windows") as refused:
        add(store, PHRASE)
    assert PHRASE not in str(refused.value)
    other.execute("ROLLBACK")
    other.close()
    assert store.comments.all() == (kept,)
    assert add(store, PHRASE).number == 2


def test_two_writers_at_once_lose_nothing(store: Store) -> None:
    """Two kits that save fifty comments each, from the very first moment on: a hundred are there, each once."""
    writers = [writer(store.path, name, 50) for name in ("Ann", "Ben")]
    told = [process.communicate(timeout=60) for process in writers]
    assert [(process.returncode, trouble) for process, (_, trouble) in zip(writers, told, strict=True)] == [(0, "")] * 2
    comments = store.comments.all()
    assert sorted(comment.id for comment in comments) == sorted(" ".join(ids for ids, _ in told).split())
    assert {comment.said for comment in comments} == {f"{who} says {n}" for who in ("Ann", "Ben") for n in range(50)}
    assert [comment.number for comment in comments] == list(range(100, 0, -1))


def test_a_writer_that_is_killed_loses_nothing_acknowledged(store: Store) -> None:
    """At whatever moment the machine's plug is pulled on it: each id that was told is in the store, which opens."""
    told: list[str] = []
    for kill in range(KILLS):
        process = writer(store.path, f"kill {kill}", 10_000)
        assert process.stdout is not None
        assert process.stderr is not None
        told += [process.stdout.readline().strip() for _ in range(kill % 5 + 1)]
        process.kill()
        told += process.stdout.read().split()
        process.wait()
        process.stdout.close()
        process.stderr.close()
        ids = {comment.id for comment in store.comments.all()}
        assert ids.issuperset(told)
        assert len(ids) <= len(told) + kill + 1  # at most one more for each kill: kept, and not yet told
    assert len(told) >= KILLS
    assert add(store, "and it goes on").number > len(told)
    check = sqlite3.connect(store.path)
    assert check.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    check.close()


def test_comments_are_in_the_kits_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless REVIEW_KIT_STORE names another file; an empty setting names none."""
    monkeypatch.delenv("REVIEW_KIT_STORE", raising=False)
    assert default_path(tmp_path) == tmp_path / STORE_FILE
    monkeypatch.setenv("REVIEW_KIT_STORE", "")
    assert default_path(tmp_path) == tmp_path / STORE_FILE
    monkeypatch.setenv("REVIEW_KIT_STORE", os.fspath(tmp_path / "elsewhere" / "mine.db"))
    assert default_path(tmp_path) == tmp_path / "elsewhere" / "mine.db"
    add(Store(default_path(tmp_path)), "one")
    assert (tmp_path / "elsewhere" / "mine.db").is_file()


@pytest.mark.parametrize("named", ["postgresql://me:s3cr3t@db.council.example:5432/comments", "https://db.council.example"])
def test_a_database_server_is_not_known_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """One sentence, with neither user nor password in it; no file is made by that name."""
    monkeypatch.setenv("REVIEW_KIT_STORE", named)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="holds an address") as refused:
        default_path(tmp_path)
    assert "s3cr3t" not in str(refused.value)
    assert "REVIEW_KIT_STORE" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_one_try_is_kept_once(tmp_path: Path) -> None:
    """A page that was not answered sends its words again: the store holds them once, and says which comment it is."""
    store = Store(tmp_path / STORE_FILE)
    attempt = "0f8fad5b-d9cb-469f-a165-70867728950e"
    first, again = (store.comments.add(
        service_key="a", service="A", said="Once", today=date(2026, 3, 2), attempt=attempt) for _ in range(2))
    assert first == again
    assert len(store.comments.all()) == 1
    store.comments.add(service_key="a", service="A", said="Another", today=date(2026, 3, 2),
                       attempt="'; DROP TABLE comment")
    assert [comment.said for comment in store.comments.all()] == ["Another", "Once"]
