"""OUTSIDE: facts as JSON Lines in the review's folder, and the tables of `known/`.

Each line is written whole and handed to the system at once, so a run that is killed has lost nothing it had learned;
a last line cut off in the middle is left out and said.
"""

import contextlib
import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from review_kit.errors import BusyError, ReviewFolderError
from review_kit.model import CanaryRound, Earlier, Purpose, Visit
from review_kit.model.visit import FORMAT

FACTS_FILE, LINKS_FILE = "visits.jsonl", "links.csv"
_KINDS: dict[str, type[Visit] | type[CanaryRound]] = {"visit": Visit, "canaries": CanaryRound}


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
        raise _unusable(folder, error) from error
    return folder


def _unusable(folder: Path, error: OSError) -> ReviewFolderError:
    return ReviewFolderError(
        f"The folder {folder} cannot be written to ({error.strerror or error}). "
        "Choose another folder, or close what uses this one.")


class FactFile:
    """The facts of a review's folder: read when opened, added to as they come.

    Use it in a `with`; one at a time has a folder. Each record is one JSON object: `format`, `kind` (visit or canaries)
    and the fact itself.
    """

    def __init__(self, folder: Path, *, afresh: bool = False) -> None:
        self.path = make_folder(folder) / FACTS_FILE
        self._alone = _alone(folder)
        try:
            if afresh:
                self.path.unlink(missing_ok=True)
            self.visits, self.rounds, self.lost = read_facts(self.path)
            self._file = self.path.open("ab")
            if self._file.tell() and not self.path.read_bytes().endswith(b"\n"):
                self._file.write(b"\n")  # what was cut off stays where it is, on a line of its own
        except OSError as error:
            self._alone.release()
            raise _unusable(folder, error) from error
        except ReviewFolderError:
            self._alone.release()
            raise

    def add(self, fact: Visit | CanaryRound) -> None:
        """Write one fact down, at once.

        Raises:
            ReviewFolderError: there is no room left, or the folder has gone.
        """
        kind = "visit" if isinstance(fact, Visit) else "canaries"
        try:
            self._file.write(msgspec.json.encode({"format": FORMAT, "kind": kind, "fact": fact}) + b"\n")
            self._file.flush()
        except OSError as error:
            raise _unusable(self.path.parent, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        with contextlib.suppress(OSError):  # each fact was handed over as it came, and `add` said if one was not
            self._file.close()
        self._alone.release()


def _alone(folder: Path) -> FileLock:
    """Hold a review for one run: two would ask every host twice, and each would believe the other's links unasked.

    The lock stands among this person's temporary files, so that a review's folder holds nothing but the review. The
    system lets go of it when the run's process ends, however that comes about.

    Raises:
        BusyError: another run has it.
        ReviewFolderError: there is no place for the lock.
    """
    name = hashlib.sha256(str(folder.resolve()).casefold().encode()).hexdigest()[:16]
    locks = make_folder(user_cache_path("review-kit"))
    lock = FileLock(locks / f"{name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(f"The review in {folder} is being checked now, by another window or program. "
                        "Wait for its end, or stop it there, and try again.") from None
    except OSError as error:
        raise _unusable(locks, error) from error
    return lock


def read_facts(path: Path) -> tuple[list[Visit], list[CanaryRound], int]:
    """The visits and canary rounds of a facts file, and how many lines could not be read; nothing where there is none.

    Raises:
        ReviewFolderError: the file was written by a later kit, whose records this one might misread.
    """
    visits: list[Visit] = []
    rounds: list[CanaryRound] = []
    lost = 0
    for line in path.read_bytes().splitlines() if path.exists() else ():
        fact = _fact(line, path) if line.strip() else None
        if isinstance(fact, Visit):
            visits.append(fact)
        elif isinstance(fact, CanaryRound):
            rounds.append(fact)
        else:
            lost += bool(line.strip())
    return visits, rounds, lost


def _fact(line: bytes, path: Path) -> Visit | CanaryRound | None:
    try:
        record: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
        if int(record.get("format", 0)) > FORMAT:
            raise ReviewFolderError(
                f"{path} was written by a newer review kit. Install that one, or choose another folder with --out.")
        return msgspec.convert(record.get("fact"), _KINDS[str(record.get("kind"))])
    except (msgspec.MsgspecError, KeyError, ValueError, TypeError, OverflowError):
        return None


def known_tables() -> dict[str, tuple[Mapping[str, str], ...]]:
    """The tables of `review_kit/known/` by name, each a tuple of rows: header -> text."""
    tables: dict[str, tuple[Mapping[str, str], ...]] = {}
    for entry in sorted(files("review_kit.known").iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".csv"):
            # Excel puts a byte order mark before what it saves as “CSV UTF-8”, and a cell may hold a line break.
            rows = csv.DictReader(io.StringIO(entry.read_text(encoding="utf-8-sig"), newline=""))
            tables[entry.name.removesuffix(".csv")] = tuple(rows)
    return tables


def write_text_log(folder: Path, name: str, text: str) -> Path:
    """Keep a technical note for whoever mends the kit, out of the lead's sight; returns where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


WORKED = frozenset({"working", "moved"})


def earlier_review(reviews: Path, *, before: date) -> Earlier:
    """What the reviews before a day were told: the newest one's verdicts, and each address's last good visit.

    The baseline of an address is its newest earlier visit that was judged working; a review in which it was not
    hands the question on to the one before.
    """
    baseline: dict[str, Visit] = {}
    newest = Earlier()
    for folder in sorted(reviews.glob("????-??-??"), reverse=True):
        if folder.name >= before.isoformat() or not (folder / LINKS_FILE).is_file():
            continue
        verdicts = _verdicts(folder / LINKS_FILE)
        newest = newest if newest.on else Earlier(folder.name, verdicts)
        visits = [visit for visit in read_facts(folder / FACTS_FILE)[0] if verdicts.get(visit.url) in WORKED]
        for visit in sorted(filter(_shows_the_page, visits), key=lambda visit: THE_PAGE_ITSELF.index(visit.purpose)):
            baseline.setdefault(visit.url, visit)
    return replace(newest, baseline=baseline)


THE_PAGE_ITSELF = (Purpose.REGISTERED, Purpose.UNVERIFIED, Purpose.BROWSER_LIKE)
"""The looks at a registered address that can show its page, the plainest first: where our checker was turned away, or a
certificate's chain was incomplete, a second look did."""


def _shows_the_page(visit: Visit) -> bool:
    """Whether a visit holds the page that was judged, and not a guard's or a failure."""
    whole = visit.failure is None and visit.status is not None and 200 <= visit.status < 300
    return whole and visit.purpose in THE_PAGE_ITSELF


def _verdicts(path: Path) -> dict[str, str]:
    """Address, or words that are none -> verdict, by a review's `links.csv`; one that is spoilt tells nothing."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {row.get("url") or row.get("as_written") or "": row.get("verdict") or ""
                    for row in csv.DictReader(lines)}
    except (OSError, UnicodeError, csv.Error):
        return {}
