"""Facts as JSON Lines in the review's folder.

Each line is written whole and handed to the system at once, so a run that is killed has lost nothing it had learned;
a last line cut off in the middle is left out and said.
"""

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from review_kit.disk.alone import hold_alone
from review_kit.disk.folders import make_folder, unusable
from review_kit.errors import ReviewFolderError
from review_kit.model import CanaryRound, Fact, MailLook, Visit
from review_kit.model.visit import FORMAT

FACTS_FILE = "visits.jsonl"
_KINDS: dict[str, type[Fact]] = {"visit": Visit, "canaries": CanaryRound, "mail": MailLook}


@dataclass(frozen=True, slots=True)
class Read:
    """What a facts file holds, each kind in its order, and how many lines of it could not be read."""

    visits: list[Visit] = field(default_factory=list)
    rounds: list[CanaryRound] = field(default_factory=list)
    mail: list[MailLook] = field(default_factory=list)
    lost: int = 0


class FactFile:
    """The facts of a review's folder: read when opened, added to as they come.

    Use it in a `with`; one at a time has a folder. Each record is one JSON object: `format`, `kind` (visit, canaries or
    mail) and the fact itself. `before` is what stood there when it was opened.
    """

    def __init__(self, folder: Path, *, afresh: bool = False) -> None:
        self.path = make_folder(folder) / FACTS_FILE
        self._alone = hold_alone(folder)
        try:
            if afresh:
                self.path.unlink(missing_ok=True)
            self.before = read_facts(self.path)
            self._file = self.path.open("ab")
            if self._file.tell() and not self.path.read_bytes().endswith(b"\n"):
                self._file.write(b"\n")  # what was cut off stays where it is, on a line of its own
        except OSError as error:
            self._alone.release()
            raise unusable(folder, error) from error
        except ReviewFolderError:
            self._alone.release()
            raise

    def add(self, fact: Fact) -> None:
        """Write one fact down, at once.

        Raises:
            ReviewFolderError: there is no room left, or the folder has gone.
        """
        kind = next(kind for kind, made in _KINDS.items() if isinstance(fact, made))
        try:
            self._file.write(msgspec.json.encode({"format": FORMAT, "kind": kind, "fact": fact}) + b"\n")
            self._file.flush()
        except OSError as error:
            raise unusable(self.path.parent, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        with contextlib.suppress(OSError):  # each fact was handed over as it came, and `add` said if one was not
            self._file.close()
        self._alone.release()


def read_facts(path: Path) -> Read:
    """What a facts file holds; nothing where there is none.

    Raises:
        ReviewFolderError: the file was written by a later kit, whose records this one might misread.
    """
    lines = [line for line in path.read_bytes().splitlines() if line.strip()] if path.exists() else []
    facts = [_fact(line, path) for line in lines]
    return Read([fact for fact in facts if isinstance(fact, Visit)],
                [fact for fact in facts if isinstance(fact, CanaryRound)],
                [fact for fact in facts if isinstance(fact, MailLook)], facts.count(None))


def _fact(line: bytes, path: Path) -> Fact | None:
    try:
        record: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
        if int(record.get("format", 0)) > FORMAT:
            raise ReviewFolderError(
                f"{path} was written by a newer review kit. Install that one, or choose another folder with --out.")
        return msgspec.convert(record.get("fact"), _KINDS[str(record.get("kind"))])
    except (msgspec.MsgspecError, KeyError, ValueError, TypeError, OverflowError):
        return None
