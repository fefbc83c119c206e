"""Hand on what forums said: one file for another laptop, and backups."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from review_kit import disk
from review_kit.disk.copied import copied_by
from review_kit.disk.exchange import exchange_bytes, exchange_of, read_exchange
from review_kit.disk.private import remove_private, save_private
from review_kit.errors import ExchangeError
from review_kit.steps.reaching import BACKUP, EXPORT, REMOVED, remember, whole_path
from review_kit.store import Store
from review_kit.store.exchange import WrittenFile

BACKUPS = "backups"
"""The folder of backups in the kit's own folder."""
BACKUPS_KEPT = 10
_BACKUP = re.compile(r"views_backup_(\d{4}-\d\d-\d\d)(?:_(\d+))?\.json", re.ASCII)


def write_exchange(store: Store, path: str | Path, today: date) -> Path:
    """Write everything that another laptop needs into one file: all but drafts and stopped words.

    The same store gives the same bytes. The file is remembered, so that a withdrawal reaches it.

    Args:
        store: with what forums said.
        path: the file; in a folder, it gets a name with the day.
        today: the day.

    Returns:
        The file, which its owner alone may read.

    Raises:
        ExchangeError: it would be copied elsewhere, something else stands there, or it cannot be written.
        StoreError: the store cannot be read.
    """
    place = whole_path(path)
    place = place / f"views_{today.isoformat()}.json" if place.is_dir() else place
    _refuse_copied(place)
    _refuse_other(place)
    return _write(store, place, EXPORT, today)


def backup(store: Store, folder: str | Path, today: date) -> Path:
    """Keep a copy of everything but drafts and stopped words: the same file as an export. `merge` restores it.

    The newest ten stay; of those before them, each is overwritten and removed.

    Args:
        store: with what forums said.
        folder: made where it is not there yet.
        today: the day in the file's name.

    Returns:
        The copy; where nothing has changed since the newest one, that one.

    Raises:
        ExchangeError: it would be copied elsewhere, or cannot be written.
        ReviewFolderError: the folder cannot be made.
        StoreError: the store cannot be read.
    """
    place = whole_path(folder)
    _refuse_copied(place)
    disk.make_private_folder(place)
    before = [path for path in _backups(place) if _is_ours(store, path)]
    if before and _holds(before[-1], exchange_bytes(store.exchange.everything())):
        return before[-1]
    path = place / _name_of_backup(today, _backups(place))
    _write(store, path, BACKUP, today)
    for old in [*before, path][:-BACKUPS_KEPT]:
        _retire(store, old)
    return path


def _refuse_copied(place: Path) -> None:
    """Nothing of a view may reach git or a cloud service."""
    why = copied_by(place)
    if why:
        own = Path.home()
        such = "" if copied_by(own) else f", such as {own},"
        raise ExchangeError(f"Nothing was written: {place} {why}, and what young people said must not go there. Name a "
                            f"folder of this computer's own{such} or a stick.")


def _refuse_other(place: Path) -> None:
    """Only an earlier file of views is replaced: a slip of the hand must not cost a register."""
    if not place.parent.is_dir():
        raise ExchangeError(f"Nothing was written: there is no folder {place.parent}. Make it, or choose another.")
    try:
        if place.exists() and not (place.is_file() and place.stat().st_size == 0):
            read_exchange(place)
    except ExchangeError:
        raise ExchangeError(f"Nothing was written: {place} holds something else. Choose another name.") from None


def _write(store: Store, place: Path, kind: str, today: date) -> Path:
    """Write the file, remembered before it is there: a withdrawal in another window meanwhile is written into it."""
    store.exchange.wrote(str(place), kind, today=today)
    try:
        while True:
            held = store.exchange.everything()
            data = exchange_bytes(held)
            exchange_of(data, place.name)  # what could not be read back would be no copy
            save_private(data, place)
            if store.exchange.tombstones() == held.tombstones:
                return place
    except OSError as error:
        _forget_unwritten(store, place, kind, today)
        raise ExchangeError(f"{place} could not be written ({(error.strerror or 'no reason given').lower()}). Choose "
                            "another folder, or free some space.") from None


def _forget_unwritten(store: Store, place: Path, kind: str, today: date) -> None:
    if not place.exists():
        remember(store, WrittenFile(str(place), kind, today.isoformat()), REMOVED)


def _backups(folder: Path) -> list[Path]:
    """The backups in a folder, the oldest first."""
    return sorted((path for path in folder.iterdir() if _BACKUP.fullmatch(path.name)), key=_age)


def _age(path: Path) -> tuple[str, int]:
    """The day in a backup's name, and which of that day it is."""
    found = _BACKUP.fullmatch(path.name)
    return (found[1], int(found[2] or 1)) if found else ("", 0)


def _name_of_backup(today: date, there: Iterable[Path]) -> str:
    day = today.isoformat()
    number = 1 + max((which for on, which in map(_age, there) if on == day), default=0)
    return f"views_backup_{day}{f'_{number}' if number > 1 else ''}.json"


def _is_ours(store: Store, path: Path) -> bool:
    return any(file.path == str(path) and file.kind == BACKUP for file in store.exchange.written())


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _retire(store: Store, path: Path) -> None:
    """Overwrite and remove a backup; one that is held by another program goes the next time."""
    with suppress(OSError):
        remove_private(path)
        store.exchange.wrote(str(path), REMOVED, today=date.fromisoformat(_age(path)[0]))
