"""Paper for a forum's meeting: a sheet to fill in by hand, and a pack to read before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from review_kit import disk, excel, paper
from review_kit.barriers import barriers
from review_kit.changes import CHANGE_LOG
from review_kit.errors import RegisterError
from review_kit.model import Decided, Hearing, Register, Workbook
from review_kit.rows import read_register
from review_kit.steps.folders import REVIEWS, SHIPPED_REGISTER, newest_folder, this_day
from review_kit.steps.gathering import facts_of
from review_kit.steps.judging import check

FORUM = "forum"
"""The folder beside those of the reviews."""
SHEET, PACK = "session_sheet.html", "meeting_pack.html"
MOST_COMPARED = 12
"""Earlier registers that are opened to find what changed."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The pages that were written; `checked` says whether the offer's links and numbers were looked at before."""

    sheet: Path
    pack: Path
    checked: bool


def write_paper(register: Register, out: str | Path | None = None, *, reviews: Path = REVIEWS,
                today: date | None = None, practice: bool = False, decided: Decided | None = None,
                hearing: Hearing | None = None) -> Paper:
    """Write the pages for a meeting. Nobody is asked, and no word of a young person is in them.

    Args:
        register: from `open_register`.
        out: the folder; `forum` beside the reviews by default.
        reviews: the folder of this register's reviews, whose findings and earlier registers are looked at.
        today: the day, today by default.
        practice: whether everything in the register is invented.
        decided: what was decided so far.
        hearing: what forums said and what was answered.

    Raises:
        ReviewFolderError: the folder cannot be written.
    """
    day = today or this_day()
    facts = facts_of(register, newest_folder(reviews) or reviews / day.isoformat(), today=day)
    review = check(facts, practice=practice, decided=decided)
    folder = disk.make_folder(Path(out) if out else reviews / FORUM)
    pages = {
        SHEET: paper.session_sheet(register, barriers(facts.known), practice=practice),
        PACK: paper.meeting_pack(review, hearing or Hearing(), changed_since(register, reviews, today=day)),
    }
    for name, page in pages.items():
        excel.save_whole(page.encode("utf-8"), folder / name)
    return Paper(folder / SHEET, folder / PACK, bool(facts.canaries))


def changed_since(register: Register, reviews: Path, *, today: date) -> paper.Since | None:
    """What young people should know has changed, since the newest earlier review whose register was another.

    Where none differs, there is nothing to tell since the oldest of them. None where there is none at hand.
    """
    found = None
    for on, before in _earlier(register, reviews, today):
        found = paper.since(register, before, on=on)
        if found:
            break
    return found


def _earlier(register: Register, reviews: Path, today: date) -> Iterator[tuple[str, Register]]:
    """The days and registers of earlier reviews, the newest first.

    One with more changes in its log than the open register is no earlier one: they were decided, and have not been put
    in its place yet.
    """
    folders = sorted((f for f in reviews.glob("????-??-??") if f.name <= today.isoformat()), reverse=True)
    paths = [path for folder in folders if (path := folder / SHIPPED_REGISTER.name).is_file()][:MOST_COMPARED]
    logged = _logged(excel.read_workbook(register.path)) if paths else 0
    for path in paths:
        try:
            book = excel.read_workbook(path)
            if _logged(book) <= logged:
                yield path.parent.name, read_register(book, sheet=register.sheet)
        except RegisterError:  # it cannot be read any more, so there is nothing to learn from it
            continue


def _logged(book: Workbook) -> int:
    """How many rows a register's change log has."""
    log = book.sheet(CHANGE_LOG)
    return len(log.rows) if log else 0
