"""Folders: made where they are not there yet, and a sentence where they cannot be."""

from pathlib import Path

from review_kit.errors import ReviewFolderError


def make_private_folder(folder: Path) -> Path:
    """A folder that nobody else on this machine may look into, made where it is not there yet.

    On Windows the person's own folders are private already.

    Raises:
        ReviewFolderError: it cannot be made.
    """
    make_folder(folder.parent)
    return make_folder(folder, mode=0o700)


def make_folder(folder: Path, *, mode: int = 0o777) -> Path:
    """The review's folder, made where it is not there yet.

    Raises:
        ReviewFolderError: it cannot be made.
    """
    try:
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
    except OSError as error:
        raise unusable(folder, error) from error
    return folder


def unusable(folder: Path, error: OSError) -> ReviewFolderError:
    """The sentence for a folder that the system will not let us use."""
    return ReviewFolderError(
        f"The folder {folder} cannot be written to ({error.strerror or error}). "
        "Choose another folder, or close what uses this one.")


def write_text_log(folder: Path, name: str, text: str) -> Path:
    """Keep a technical note for whoever mends the kit, out of the lead's sight; returns where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
