"""Which session, and which view of it, this computer is at: known after a kernel ended. Nothing of what was said."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from review_kit.disk import make_private_folder
from review_kit.excel import save_whole

FILE = "session.json"


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
