"""Which register is open: chosen in the first notebook and known to all five, or named for the form alone.

The notebooks and the form alone may be open at the same time, so each has a note of its own: neither changes the
register under the other's hands.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from review_kit.disk import make_folder, make_private_folder
from review_kit.excel import save_whole
from review_kit.place import Place

CHOICE_FILE, FORUM_CHOICE_FILE = "choice.json", "forum_choice.json"
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
        return msgspec.json.decode(_note(place).read_bytes(), type=Choice)
    except (OSError, msgspec.MsgspecError):
        return None  # the person chooses again: nothing else is lost


def keep_choice(place: Place, choice: Choice) -> None:
    """Remember a choice for the other notebooks and for next time."""
    make_private_folder(place.state)
    save_whole(msgspec.json.encode(choice), _note(place))


def last_real_choice(place: Place) -> Choice:
    """What was chosen last, for the notebooks or for the form alone; the register in the folder where nothing was.

    Never the practice review: what is heard there is thrown away, so it is asked for by name.
    """
    places = (place, replace(place, alone=not place.alone))
    made = sorted(((at, choice) for each in places if (at := _noted_at(each)) and (choice := read_choice(each))),
                  key=lambda noted: noted[0], reverse=True)
    return next((choice for _, choice in made if choice.which is not Which.PRACTICE), Choice(Which.SHIPPED))


def _note(place: Place) -> Path:
    return place.state / (FORUM_CHOICE_FILE if place.alone else CHOICE_FILE)


def _noted_at(place: Place) -> int:
    try:
        return _note(place).stat().st_mtime_ns
    except OSError:
        return 0


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
