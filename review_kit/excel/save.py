"""Save a file whole or not at all, keep what stood there, and notice what others did meanwhile."""

import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from glob import escape
from itertools import count
from pathlib import Path

from review_kit.errors import BusyError, ReviewFolderError
from review_kit.excel.opening import read_bytes
from review_kit.excel.owner import owner_of

PAUSES = (0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between tries: a virus scanner or a sync client lets go of a file soon, a person does not."""


FORGOTTEN = 3_600
"""Seconds after which a draft is nobody's any more."""


def save_whole(data: bytes, target: str | Path, *, prove: Callable[[bytes], None] | None = None) -> None:
    """Write a file so that its name never stands for half of it.

    The bytes go to another file in the same folder, onto the disk, and only then take the name.

    Args:
        data: the whole content.
        target: the file; what stands there is replaced, and keeps its rights.
        prove: given the bytes read back from the disk; when it raises, nothing is replaced.

    Raises:
        BusyError: another program holds the target; the sentence says where the new file was left.
        ReviewFolderError: the folder cannot be written.
    """
    place = Path(os.path.realpath(target))
    _clear_drafts(place)
    draft = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        _write(draft, data)
        if prove is not None:
            prove(draft.read_bytes())
        _take_over(draft, place)
    except OSError as error:
        raise _unwritten(place, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _clear_drafts(place: Path) -> None:
    """Take away what a killed write left behind; a draft that is younger than an hour may be somebody's at work."""
    with suppress(OSError):
        for draft in place.parent.glob(f".{escape(place.name[:100])}.????????.tmp"):
            if time.time() - draft.stat().st_mtime > FORGOTTEN:
                draft.unlink(missing_ok=True)


def _write(draft: Path, data: bytes) -> None:
    with draft.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _take_over(draft: Path, target: Path) -> None:
    """Give the draft its name, trying again while another program holds the old file."""
    if target.is_dir():
        raise IsADirectoryError(target)
    if target.exists():
        shutil.copymode(target, draft)
    for pause in (*PAUSES, 0.0):
        try:
            draft.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            _settle(target.parent)
            return
    raise _held(draft, target)


def _held(draft: Path, target: Path) -> BusyError:
    """Leave the new file beside the one that is held, under a name a person can find."""
    aside = _free_name(target, "updated")
    draft.rename(aside)
    owner = owner_of(target)
    by = f"by {owner}" if owner else "in another program"
    return BusyError(
        f"{target.name} is open {by}, so it was not replaced. The updated file is {aside.name} in the same folder: "
        f"close {target.name}, then put the updated file in its place or run this step again.",
    )


def _settle(folder: Path) -> None:
    """Have the new name itself on the disk, where the system can (Windows cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritten(target: Path, error: OSError) -> ReviewFolderError:
    if not target.parent.is_dir():
        why, then = f"there is no folder {target.parent}", "Make the folder"
    elif target.is_dir():
        why, then = "a folder has that name", "Choose another name"
    elif isinstance(error, PermissionError):
        why, then = f"you may not write in {target.parent}", "Choose another folder"
    else:
        why, then = (error.strerror or "the disk gave no reason").lower(), "Free some space or choose another folder"
    return ReviewFolderError(
        f"{target.name} was not saved: {why}. Nothing was changed. {then}, then run this step again.",
    )


def check_unchanged(path: str | Path, sha256: str) -> None:
    """Make sure that a file still holds the very bytes that were read.

    Raises:
        BusyError: it was changed, moved or deleted meanwhile.
        RegisterError: it cannot be read any more.
    """
    path = Path(path)
    if not path.exists():
        raise BusyError(
            f"{path.name} was moved or deleted since it was read, so nothing was written. "
            "Put it back, or open the register again from where it is now.",
        )
    if hashlib.sha256(read_bytes(path)).hexdigest() != sha256:
        raise BusyError(
            f"{path.name} was changed since it was read, so nothing was written over it. "
            "Open the register again; your decisions are kept.",
        )


def back_up(path: str | Path, *, today: date) -> Path:
    """Keep a copy of a file beside it, such as `offer_register (before review 2026-11-21).xlsx`.

    Args:
        path: the file.
        today: the day in the copy's name.

    Returns:
        The copy. An earlier copy is never overwritten: the next one is called `… 2`.

    Raises:
        RegisterError: the file cannot be read.
        ReviewFolderError: the copy cannot be written.
    """
    path = Path(path)
    data = read_bytes(path)
    copy = _free_name(path, f"before review {today.isoformat()}")
    save_whole(data, copy)
    return copy


def _free_name(path: Path, words: str) -> Path:
    """A name beside a file that no file has."""
    def names() -> Iterator[Path]:
        yield path.with_name(f"{path.stem} ({words}){path.suffix}")
        for number in count(2):
            yield path.with_name(f"{path.stem} ({words}) {number}{path.suffix}")

    return next(name for name in names() if not name.exists())
