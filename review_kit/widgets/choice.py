"""Which register the notebooks have open: chosen in the first, known to all five, kept beside the comments."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from review_kit.disk import make_folder, make_private_folder
from review_kit.excel import save_whole
from review_kit.place import Place

CHOICE_FILE = "choice.json"
LONGEST_NAME = 80
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"|?*]')


class Which(StrEnum):
    """The three registers that a person can choose between."""

    PRACTICE = "practice"
    SHIPPED = "shipped"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Choice:
    """A register that was chosen. `path` says where one's own is."""

    which: Which
    path: str = ""


def read_choice(place: Place) -> Choice | None:
    """What was chosen last; None where nothing was, or where the note of it cannot be read."""
    if place.practice_only:
        return Choice(Which.PRACTICE)
    try:
        return msgspec.json.decode((place.state / CHOICE_FILE).read_bytes(), type=Choice)
    except (OSError, msgspec.MsgspecError):
        return None  # the person chooses again: nothing else is lost


def keep_choice(place: Place, choice: Choice) -> None:
    """Remember a choice for the other notebooks and for next time."""
    save_whole(msgspec.json.encode(choice), make_private_folder(place.state) / CHOICE_FILE)


def keep_upload(place: Place, name: str, content: bytes) -> tuple[Path, bool]:
    """Keep a register that was handed over in the browser; another one of the same name is never overwritten.

    All of one name stand in one folder, so that next year's knows what this year's review found.

    Returns:
        Where it is, and whether it was not there before.
    """
    wanted = _safe_name(name)
    folder = make_folder(place.uploads / wanted.stem)
    number, path = 1, folder / wanted
    while path.exists() and path.read_bytes() != content:
        number += 1
        path = folder / f"{wanted.stem} {number}{wanted.suffix}"
    new = not path.exists()
    if new:
        save_whole(content, path)
    return path, new


def _safe_name(name: str) -> Path:
    """The last part of a name, with nothing in it that a file system minds and nothing that leads elsewhere."""
    last = _NOT_IN_NAMES.sub("_", name.replace("\\", "/").rpartition("/")[2])
    stem, dot, ending = last.rpartition(".")
    return Path(f"{(stem if dot else ending).strip(' .')[:LONGEST_NAME] or 'register'}.{ending if stem else 'xlsx'}")
