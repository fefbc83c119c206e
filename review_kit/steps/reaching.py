"""What was removed for good from the store is removed from every file that the kit wrote and can still reach.

The store remembers each file that holds views, by its kind. What is to be done to them is worked out anew from the
digests of all that was ever removed: whatever was cut short, or could not be reached, is done the next time.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from review_kit.dates import prose_day
from review_kit.disk.exchange import exchange_bytes, read_exchange
from review_kit.disk.private import remove_leftovers, remove_private, save_private
from review_kit.errors import ExchangeError
from review_kit.model import Exchange, Tombstone
from review_kit.store import Store
from review_kit.store.codes import mark_of
from review_kit.store.exchange import WrittenFile

EXPORT, RECEIVED, BACKUP, REPORT = "export", "received", "backup", "report"
"""Kinds of files that hold views. A report may quote one."""
MENDED = frozenset({EXPORT, RECEIVED, BACKUP})
"""Those that can be written anew without a view."""
DOOMED, REMOVED = "report to remove", "removed"
"""What a report is until it is gone, so that nothing that cuts a removal short saves it; and what the kit removed."""
IN_WORDS = {RECEIVED: "file from another laptop", DOOMED: REPORT}


@dataclass(frozen=True, slots=True)
class Unreached:
    """A file that may still hold what was removed, and why it could not be mended."""

    file: WrittenFile
    why: str


@dataclass(frozen=True, slots=True)
class Reached:
    """What became of the files that hold views.

    `mended` were written anew without them; `removed` are reports, which step 5 writes again; `unreached` may still
    hold them.
    """

    mended: tuple[WrittenFile, ...] = ()
    removed: tuple[WrittenFile, ...] = ()
    unreached: tuple[Unreached, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a person must know, file by file, with its day."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[str]:
        for file in self.mended:
            yield f"Written anew without what was removed: {in_words(file)}."
        for file in self.removed:
            yield f"Removed: {in_words(file)}. Step 5 writes it again."
        for each in self.unreached:
            yield f"Not reached: {in_words(each.file)}: {each.why}. Look for it, and delete it by hand."
        seen = (*self.removed, *self.mended, *(each.file for each in self.unreached))
        out = dict.fromkeys(f"{_kind(file)} of {prose_day(file.on)}" for file in seen
                            if file.kind in {EXPORT, REPORT, DOOMED})
        if out:
            yield (f"What was published or handed on before is beyond recall ({'; '.join(out)}). Ask whoever has a "
                   "copy to delete it.")
        if any(file.kind in {EXPORT, RECEIVED} for file in seen):
            yield "Another laptop that holds it removes it when it takes in a new export."


def in_words(file: WrittenFile) -> str:
    """A file for a sentence: what it is, of which day, and where."""
    return f"{_kind(file)} of {prose_day(file.on)}, {file.path}"


def _kind(file: WrittenFile) -> str:
    return IN_WORDS.get(file.kind, file.kind)


def whole_path(path: str | Path) -> Path:
    """The path by which a file is remembered: from the root, with every link followed."""
    return Path(os.path.realpath(Path(path).expanduser()))


def doom_reports(store: Store) -> None:
    """Before views are removed: each report that may quote one is to go, whatever happens meanwhile."""
    for file in store.exchange.written():
        if file.kind == REPORT:
            remember(store, file, DOOMED)


def reach(store: Store, *, reports: bool) -> Reached:
    """Mend every file that the kit wrote and can reach.

    Args:
        store: holds the digests of what was removed, and the files.
        reports: whether a report may quote what was removed now; those that were to go before go in any case.

    Raises:
        StoreError: the store cannot be read; the files that are left are seen to the next time.
    """
    graves = store.exchange.tombstones()
    mended, removed, unreached = [], [], []
    for file in store.exchange.written():
        try:
            if file.kind in MENDED and _mended(Path(file.path), graves):
                mended.append(file)
            elif file.kind == DOOMED or (reports and file.kind == REPORT):
                _removed(Path(file.path))
                removed.append(file)
                remember(store, file, REMOVED)
        except _UnreachedError as error:
            unreached.append(Unreached(file, str(error)))
    return Reached(tuple(mended), tuple(removed), tuple(unreached))


class _UnreachedError(Exception):
    """Why a file may still hold what was removed."""


def _mended(path: Path, graves: tuple[Tombstone, ...]) -> bool:
    """Take out of an export or a backup what was removed; says whether any of it was there."""
    try:
        remove_leftovers(path)
        if _gone(path):
            raise _UnreachedError(_gone(path))
        held = read_exchange(path)
        kept = without(held, graves)
        if kept != held:
            save_private(exchange_bytes(kept), path)
    except ExchangeError:
        raise _UnreachedError("something else stands there now, or it cannot be read") from None
    except OSError as error:
        raise _UnreachedError(f"it cannot be written to ({(error.strerror or 'no reason given').lower()})") from None
    return len(kept.hearing.views) < len(held.hearing.views)


def _removed(path: Path) -> None:
    try:
        remove_leftovers(path, copies=True)
        if _gone(path):
            raise _UnreachedError(_gone(path))
        remove_private(path)
    except OSError as error:
        raise _UnreachedError(f"it cannot be removed ({(error.strerror or 'no reason given').lower()})") from None


def _gone(path: Path) -> str:
    """Why there is nothing to mend; '' where there is."""
    if path.is_symlink():
        return "a link to another place stands there now"
    return "" if path.is_file() else "it is not there: moved or deleted, or on another computer or a stick"


def without(exchange: Exchange, graves: Iterable[Tombstone]) -> Exchange:
    """The same without what was removed, and with the digests of all that was; of two days the earlier counts."""
    marks = {each.mark: each.on for each in exchange.tombstones}
    for each in graves:
        marks[each.mark] = min(each.on, marks.get(each.mark, each.on))
    views = tuple(view for view in exchange.hearing.views if mark_of(view.id) not in marks and view.code not in marks)
    return Exchange(replace(exchange.hearing, views=views),
                    tuple(Tombstone(mark, on) for mark, on in sorted(marks.items())))


def remember(store: Store, file: WrittenFile, kind: str) -> None:
    """Change a file's kind, and not its day."""
    store.exchange.wrote(file.path, kind, today=date.fromisoformat(file.on))
