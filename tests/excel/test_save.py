"""A file is saved whole or not at all."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from review_kit.errors import BusyError, RegisterError, ReviewFolderError
from review_kit.excel import back_up, check_unchanged, save, save_whole

from .test_owner import excel_owner_file


def _no_pause(_: float) -> None:
    pass


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_written_and_replaced_whole(tmp_path: Path) -> None:
    """The folder holds that file and nothing else; its rights stay."""
    target = tmp_path / "r.xlsx"
    save_whole(b"one", target)
    target.chmod(0o640)
    save_whole(b"two", str(target))
    assert target.read_bytes() == b"two"
    assert target.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["r.xlsx"]


def test_a_proof_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """It is given what the disk holds."""
    target = tmp_path / "r.xlsx"
    save_whole(b"one", target)

    def prove(data: bytes) -> None:
        raise RegisterError(data.decode())

    with pytest.raises(RegisterError, match="two"):
        save_whole(b"two", target, prove=prove)
    assert target.read_bytes() == b"one"
    assert names(tmp_path) == ["r.xlsx"]


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "r.xlsx").write_bytes(b"one")
    (tmp_path / "r.xlsx").symlink_to(tmp_path / "there" / "r.xlsx")
    save_whole(b"two", tmp_path / "r.xlsx")
    assert (tmp_path / "r.xlsx").is_symlink()
    assert (tmp_path / "there" / "r.xlsx").read_bytes() == b"two"


def hold(monkeypatch: pytest.MonkeyPatch, times: int) -> list[Path]:
    """Have another program hold the target for some tries."""
    tries: list[Path] = []
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        tries.append(self)
        if len(tries) <= times:
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(save.time, "sleep", _no_pause)
    return tries


def test_a_file_held_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Virus scanners and sync clients let go soon."""
    tries = hold(monkeypatch, 3)
    save_whole(b"two", tmp_path / "r.xlsx")
    assert len(tries) == 4
    assert (tmp_path / "r.xlsx").read_bytes() == b"two"


def test_a_file_that_stays_held_leaves_the_new_one_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says where it is and who holds the old one; an earlier copy is not overwritten."""
    (tmp_path / "r.xlsx").write_bytes(b"one")
    (tmp_path / "r (updated).xlsx").write_bytes(b"earlier")
    (tmp_path / "~$r.xlsx").write_bytes(excel_owner_file("Jo Smith"))
    hold(monkeypatch, 99)
    with pytest.raises(BusyError, match=r"r\.xlsx is open by Jo Smith.* r \(updated\) 2\.xlsx in the same folder"):
        save_whole(b"two", tmp_path / "r.xlsx")
    assert (tmp_path / "r.xlsx").read_bytes() == b"one"
    assert (tmp_path / "r (updated) 2.xlsx").read_bytes() == b"two"
    assert names(tmp_path) == ["r (updated) 2.xlsx", "r (updated).xlsx", "r.xlsx", "~$r.xlsx"]


def test_a_folder_that_is_missing_or_in_the_way_is_told(tmp_path: Path) -> None:
    """What, where, what next."""
    with pytest.raises(ReviewFolderError, match=r"r\.xlsx was not saved: there is no folder .*Make the folder"):
        save_whole(b"x", tmp_path / "gone" / "r.xlsx")
    (tmp_path / "r.xlsx").mkdir()
    with pytest.raises(ReviewFolderError, match="a folder has that name"):
        save_whole(b"x", tmp_path / "r.xlsx")


@pytest.mark.parametrize(("error", "says"), [
    (PermissionError(13, "Permission denied"), "you may not write"),
    (OSError(28, "No space left on device"), "no space left"),
])
def test_a_folder_that_takes_no_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, says: str,
) -> None:
    """No rights, no room: nothing is left behind."""
    def fail(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ReviewFolderError, match=says):
        save_whole(b"x", tmp_path / "r.xlsx")
    assert names(tmp_path) == []


def test_a_file_that_changed_since_it_was_read_is_noticed(tmp_path: Path) -> None:
    """By its bytes, not its time."""
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"one")
    digest = hashlib.sha256(b"one").hexdigest()
    check_unchanged(path, digest)
    path.write_bytes(b"two")
    with pytest.raises(BusyError, match="was changed since it was read"):
        check_unchanged(str(path), digest)
    path.unlink()
    with pytest.raises(BusyError, match="moved or deleted"):
        check_unchanged(path, digest)


def test_a_backup_never_overwrites_an_earlier_one(tmp_path: Path) -> None:
    """The second of a day is numbered."""
    path = tmp_path / "offer_register.xlsx"
    for text in (b"one", b"two", b"three"):
        path.write_bytes(text)
        back_up(path, today=date(2026, 11, 21))
    copies = {name: (tmp_path / name).read_bytes() for name in names(tmp_path) if "before" in name}
    assert copies == {
        "offer_register (before review 2026-11-21).xlsx": b"one",
        "offer_register (before review 2026-11-21) 2.xlsx": b"two",
        "offer_register (before review 2026-11-21) 3.xlsx": b"three",
    }
