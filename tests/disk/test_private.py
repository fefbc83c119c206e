"""Files for nobody else's eyes, and what is left of them when they go."""

import os
import stat
import sys
from pathlib import Path

import pytest

from review_kit.disk import private
from review_kit.disk.copied import copied_by, is_synced
from review_kit.disk.private import overwrite, remove_leftovers, remove_private, save_private

OLD, NEW = b"what stood here before" * 1000, b"what stands here now"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights; a person's folders are private there")
def test_only_the_owner_may_read_it_whoever_may_read_the_folder(tmp_path: Path) -> None:
    """Whatever the system's habit for new files is, and whatever stood there before."""
    before = os.umask(0)
    try:
        path = tmp_path / "a.json"
        path.write_bytes(OLD)
        path.chmod(0o666)
        save_private(NEW, path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(before)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gives no second name to a file for everybody")
def test_what_stood_there_is_overwritten_before_it_goes(tmp_path: Path) -> None:
    """A second name of the old bytes shows what became of them: nothing is left, not even under that name."""
    path, second = tmp_path / "a.json", tmp_path / "b.json"
    for end in (lambda: save_private(NEW, path), lambda: remove_private(path)):
        path.unlink(missing_ok=True)
        second.unlink(missing_ok=True)
        path.write_bytes(OLD)
        os.link(path, second)
        end()
        assert second.read_bytes() == b""


def test_zeros_are_on_the_disk_before_the_file_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the first call on the disk the file is as long as it was, and holds zeros alone."""
    path, seen = tmp_path / "a.json", []
    path.write_bytes(OLD)
    monkeypatch.setattr(private, "CHUNK", 999)
    monkeypatch.setattr(private.os, "fsync", lambda _: seen.append(path.read_bytes()))
    overwrite(path)
    assert seen == [bytes(len(OLD)), b""]


def test_a_file_that_may_only_be_read_is_overwritten_too(tmp_path: Path) -> None:
    """Its owner may change that."""
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    path.chmod(0o400)
    overwrite(path)
    assert path.read_bytes() == b""


def test_a_disk_that_is_full_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stood there is as it was, and no draft is left."""
    path = tmp_path / "a.json"
    path.write_bytes(OLD)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(private.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save_private(NEW, path)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_another_program_holds_still_gets_the_new_bytes(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As under Windows: the file itself is written to, for its old bytes are gone already."""
    path = tmp_path / "a.json"
    path.write_bytes(OLD)

    def held(*_: object) -> None:
        raise PermissionError(13, "held")
    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(private, "PAUSES", (0.0,))
    save_private(NEW, path)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_write_left_is_found(tmp_path: Path) -> None:
    """And copies that could not take a report's name; files with names of their own stay."""
    path = tmp_path / "you [said].html"
    left = [".you [said].html.0a1b2c3d.tmp", "you [said] (updated).html", "you [said] (updated) 2.html"]
    own = ["you [said].html", "you [said] (updated) by Ann.html", "other.tmp", "you s (updated).html"]
    for name in (*left, *own):
        (tmp_path / name).write_bytes(OLD)
    remove_leftovers(path)
    assert not (tmp_path / left[0]).exists()
    assert (tmp_path / left[1]).exists()
    remove_leftovers(path, copies=True)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(own)


def test_nothing_beside_a_file_that_is_nowhere(tmp_path: Path) -> None:
    """A folder that has gone, such as a stick's, holds no leftovers."""
    remove_leftovers(tmp_path / "gone" / "a.json", copies=True)


@pytest.mark.parametrize(("folder", "synced"), [
    ("/home/ann/offer", False), (r"C:\Users\ann\OneDrive - Borchester Council\Documents", True),
    ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs", True), ("/home/ann/Dropbox/x", True),
])
def test_folders_that_are_copied_to_a_cloud_are_told_by_their_names(folder: str, synced: bool) -> None:
    """As far as names tell."""
    assert is_synced(Path(folder)) == synced


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_a_work_tree_of_git_is_seen_from_below_and_through_a_link(tmp_path: Path, kind: str) -> None:
    """`.git` is a folder, or a file where a work tree belongs to a repository elsewhere."""
    tree = tmp_path / "offer"
    (tree / "deep").mkdir(parents=True)
    assert copied_by(tree / "deep" / "a.json") == ""
    (tree / ".git").mkdir() if kind == "folder" else (tree / ".git").write_text("gitdir: x", encoding="utf-8")
    assert copied_by(tree / "deep" / "a.json") == "is kept in git"
    assert copied_by(tmp_path / "a.json") == ""
    if sys.platform != "win32":
        (tmp_path / "link").symlink_to(tree / "deep")
        assert copied_by(tmp_path / "link" / "a.json") == "is kept in git"
