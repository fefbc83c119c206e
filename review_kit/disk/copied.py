"""Folders whose files are copied to somewhere else: no place for what young people said."""

import os
from pathlib import Path

SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "mobile documents", "cloudstorage",
          "sharepoint", "nextcloud")
"""Words in the paths of folders whose programs copy files while they are written."""


def is_synced(path: Path) -> bool:
    """Whether a path is in a folder that a program copies to a cloud service, as far as its name tells."""
    return any(name in str(path).casefold() for name in SYNCED)


def copied_by(path: Path) -> str:
    """What copies the files of a folder elsewhere, in words for a sentence; '' where nothing is seen that does.

    A link is followed first: it is where the bytes lie that counts.
    """
    place = Path(os.path.realpath(path))
    if any(os.path.lexists(folder / ".git") for folder in (place, *place.parents)):
        return "is kept in git"
    return "is copied to a cloud service" if is_synced(place) else ""
