"""What this computer is at, known after a kernel ended: the session, the view, what was set apart. Ids alone."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import msgspec

from review_kit.disk import make_private_folder
from review_kit.excel import save_whole

FILE = "session.json"
SET_APART_FILE = "set_apart.json"


@dataclass(frozen=True, slots=True)
class AtSession:
    """The ids of the session in hand and of the view that is being written; '' for none."""

    session: str = ""
    view: str = ""


def read_at(folder: Path) -> AtSession:
    """What was in hand last; nothing where nothing was, or where the note of it cannot be read."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=AtSession)
    except (OSError, msgspec.MsgspecError):
        return AtSession()  # the facilitator chooses the session again: nothing else is lost


def keep_at(folder: Path, at: AtSession) -> None:
    """Remember it for a page that is loaded again.

    Raises:
        ReviewFolderError: the kit's own folder cannot be written.
    """
    save_whole(msgspec.json.encode(at), make_private_folder(folder) / FILE)


def read_set_apart(folder: Path) -> frozenset[str]:
    """The ids of the views that were set apart on this computer and are not seen to yet."""
    try:
        return msgspec.json.decode((folder / SET_APART_FILE).read_bytes(), type=frozenset[str])
    except (OSError, msgspec.MsgspecError):
        return frozenset()  # the session's page still tells of them, as of those of another computer


def note_set_apart(folder: Path, ids: AbstractSet[str]) -> None:
    """Remember them.

    Raises:
        ReviewFolderError: the kit's own folder cannot be written.
    """
    if ids != read_set_apart(folder):
        save_whole(msgspec.json.encode(sorted(ids)), make_private_folder(folder) / SET_APART_FILE)
