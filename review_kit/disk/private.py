"""Files that hold what young people said: nobody else's to read, and nothing is left behind of what stood there."""

import glob
import os
import re
import secrets
import time
from contextlib import suppress
from pathlib import Path

PAUSES = (0.1, 0.2, 0.4, 0.8, 0.0)
"""Seconds between tries to give a file its name: a virus scanner lets go of it soon."""
CHUNK = 1 << 20
_COPY = re.compile(r" \(updated\)(?: \d+)?")
_BINARY = getattr(os, "O_BINARY", 0)


def save_private(data: bytes, path: Path) -> None:
    """Write a file whole or not at all, readable by its owner alone from the first byte on.

    What stood there is overwritten with zeros before the new file takes the name; the new one is on the disk by then.

    Raises:
        OSError: it cannot be written; what stood there is as it was, or is gone and the new file stands.
    """
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        _write(draft, data)
        if path.exists():
            overwrite(path)
        _take_over(draft, path, data)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def overwrite(path: Path) -> None:
    """Put zeros where a file's bytes are, have them on the disk, and make the file empty.

    Raises:
        OSError: it cannot be written to.
    """
    with suppress(OSError):
        path.chmod(0o600)  # one that may only be read is overwritten as well
    with path.open("r+b", buffering=0) as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, CHUNK)))
        os.fsync(file.fileno())
        file.truncate(0)
        os.fsync(file.fileno())


def remove_private(path: Path) -> None:
    """Overwrite a file, then remove it.

    Raises:
        OSError: it cannot be written to or removed.
    """
    overwrite(path)
    path.unlink()


def remove_leftovers(path: Path, *, copies: bool = False) -> None:
    """Overwrite and remove what a killed write left beside a file.

    Args:
        path: the file, which need not be there.
        copies: also what `excel.save_whole` left beside it because another program held the file.

    Raises:
        OSError: one of them cannot be removed.
    """
    name, stem = glob.escape(path.name[:100]), glob.escape(path.stem)
    left = list(path.parent.glob(f".{name}.????????.tmp"))
    if copies:
        left += [each for each in path.parent.glob(f"{stem} (updated)*{glob.escape(path.suffix)}")
                 if _COPY.fullmatch(each.stem.removeprefix(path.stem))]
    for each in left:
        remove_private(each)


def _write(draft: Path, data: bytes) -> None:
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_over(draft: Path, path: Path, data: bytes) -> None:
    """Give the draft its name; where another program will not let go of it, put the bytes into the file itself."""
    for pause in PAUSES:
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
