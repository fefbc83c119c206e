"""The verbs of a review, in order: open, check, hear, decide, write. They join what gathers with what judges.

Only this module asks what day it is; every verb takes `today`, so that a review can be repeated as of its own day.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from review_kit import disk, excel, web
from review_kit.changes import BY, CHANGE_LOG, LOG_COLUMNS, changes, log_rows, new_columns
from review_kit.checks import judge
from review_kit.errors import BusyError, ReviewFolderError, WorkbookRefused
from review_kit.looks import how_it_ended, next_looks
from review_kit.model import CanaryRound, Facts, Look, Plan, Progress, Receipt, Register, Review, Verdict, Visit
from review_kit.notices import notices
from review_kit.reports import all_reports
from review_kit.rows import read_register
from review_kit.verdicts import contact_verdicts, link_verdicts

SHIPPED_REGISTER = Path("offer_register.xlsx")
REVIEWS = Path("link_reports")
WORTH_RECHECKING = frozenset({Verdict.BY_HAND, Verdict.NOT_CHECKED})
"""What `--recheck` asks again; a link that works, or is plainly gone, is left alone."""


def _quiet(_: object) -> None:
    """Nobody watches."""


def _on() -> bool:
    """Nobody stops it."""
    return False


def this_day() -> date:
    """The day on this machine, as the person at it would say it."""
    return date.today()  # noqa: DTZ011 - the lead's own day


def open_register(path: str | Path = SHIPPED_REGISTER, *, sheet: str = "") -> Register:
    """Open a register and find its services, links and contacts, each with its cell.

    Args:
        path: the workbook; it is read and closed again, never changed.
        sheet: the sheet to read; by default `Services`, or the one that looks like a register.

    Raises:
        RegisterError: it is no register that can be read; the message says what, where and what next.
    """
    return read_register(excel.read_workbook(path), sheet=sheet)


def review_folder(out: str | Path | None = None, *, today: date | None = None) -> Path:
    """The folder of a review: `out`, or `link_reports/` and the day."""
    return Path(out) if out else REVIEWS / (today or this_day()).isoformat()


def newest_folder(reviews: Path = REVIEWS) -> Path | None:
    """The newest earlier review's folder that holds facts, or None."""
    dated = sorted(folder for folder in reviews.glob("????-??-??") if (folder / disk.FACTS_FILE).is_file())
    return dated[-1] if dated else None


def facts_of(register: Register, out: str | Path | None = None, *, today: date | None = None) -> Facts:
    """The facts that a review's folder holds already. Nobody is asked and nothing is written.

    Raises:
        ReviewFolderError: a later kit wrote them.
    """
    day = today or this_day()
    folder = review_folder(out, today=day)
    facts = _facts(register, folder, day, *disk.read_facts(folder / disk.FACTS_FILE))
    return replace(facts, ended=how_it_ended(facts))


def _facts(register: Register, folder: Path, day: date, visits: Sequence[Visit], rounds: Sequence[CanaryRound],
           unread: int) -> Facts:
    earlier = disk.earlier_review(folder.parent, before=min(day, _day_of(folder) or day))
    return Facts(register, day, tuple(visits), tuple(rounds), earlier, disk.known_tables(), unread=unread)


def _day_of(folder: Path) -> date | None:
    """The day in a review folder's name: one that is gone on with on a later day is not an earlier review of itself."""
    try:
        return date.fromisoformat(folder.name)
    except ValueError:
        return None


def visit(register: Register, out: str | Path | None = None, *, today: date | None = None,
          network: web.Network | None = None, recheck: bool = False, afresh: bool = False,
          on_fact: Callable[[Visit | CanaryRound], None] = _quiet, on_progress: Callable[[Progress], None] = _quiet,
          should_stop: Callable[[], bool] = _on) -> Facts:
    """Look at every link of a register, politely, and write down what came back as it comes.

    A run that was stopped goes on where it ended; nothing that can be believed is asked twice.

    Args:
        register: from `open_register`.
        out: the review's folder; `visits.jsonl` is kept there.
        today: the review's day, today by default.
        network: the real one by default; the practice review brings its own.
        recheck: ask again what could not be told before.
        afresh: forget what the folder holds.
        on_fact: handed each fact once it is on the disk.
        on_progress: told of each step, for a line or a bar.
        should_stop: asked before each link; when it says yes, the run ends and keeps what it has.

    Returns:
        The facts; `ended` says how the run came to its end.

    Raises:
        ReviewFolderError: the folder cannot be used.
    """
    day = today or this_day()
    folder = review_folder(out, today=day)
    with disk.FactFile(folder, afresh=afresh) as file:
        before = _facts(register, folder, day, file.visits, file.rounds, file.lost)
        again = _to_ask_again(before) if recheck else frozenset()

        def wanted(visits: Sequence[Visit], rounds: Sequence[CanaryRound]) -> list[Look]:
            made = {(v.url, v.purpose) for v in visits}
            facts = replace(before, visits=(*before.visits, *visits), canaries=(*before.canaries, *rounds))
            looks = (*(Look(url, asked_because="it could not be told before") for url in sorted(again)),
                     *next_looks(facts))
            return [look for look in dict.fromkeys(looks) if (look.url, look.purpose) not in made]

        def keep(fact: Visit | CanaryRound) -> None:
            file.add(fact)
            on_fact(fact)

        outcome = web.gather(wanted, settings=register.settings, network=network or web.Network(), on_fact=keep,
                             on_progress=on_progress, should_stop=should_stop)
    return replace(_facts(register, folder, day, *disk.read_facts(file.path)), ended=outcome.state)


def _to_ask_again(facts: Facts) -> frozenset[str]:
    """The addresses of links that a program could not tell about; those that can be told at once are left alone."""
    told = link_verdicts(facts, judge(facts))
    return frozenset(link.link.url for link in told if link.verdict in WORTH_RECHECKING and link.visit is not None)


def check(facts: Facts, *, practice: bool = False) -> Review:
    """Judge the facts: one verdict for each link and contact, and findings with their evidence. No network."""
    findings = judge(facts)
    return Review(facts, link_verdicts(facts, findings), contact_verdicts(facts, findings), findings, practice,
                  notices(facts))


def write_register(review: Review, out: str | Path | None = None, *, in_place: bool = False) -> Receipt:
    """Write the updated register into the review's folder; no published cell changes without a decision.

    Args:
        review: from `check`.
        out: the review's folder.
        in_place: also put it in the place of the lead's own file, after a dated backup beside it, if a cell changes.

    Returns:
        What was written, and where the backup is.

    Raises:
        BusyError: the lead's file is open elsewhere, or has changed since it was read.
        ReviewFolderError: the folder is the one that the lead's own file stands in, under the same name.
        WorkbookRefused: the file cannot be changed without loss; the folder then holds a copy as it was.
    """
    register, source = review.register, Path(review.register.path)
    target = disk.make_folder(review_folder(out, today=review.today)) / SHIPPED_REGISTER.name
    if target.resolve() == source.resolve():
        raise ReviewFolderError(
            f"{source} was left as it was: it stands where the updated register would be written. "
            "Choose another folder with --out; --in-place then puts the update in its place, with a backup.")
    excel.check_unchanged(source, register.sha256)
    receipt = _updated(review, source, target)
    if in_place and receipt.cells_changed:
        _not_open(source, target)
        backup = excel.back_up(source, today=review.today)
        excel.save_whole(target.read_bytes(), source)
        receipt = replace(receipt, path=str(source), backup=str(backup))
    return receipt


def _not_open(source: Path, target: Path) -> None:
    """Whoever has the file open would write over it with the next save, on systems that let us replace it at all."""
    if owner := excel.owner_of(source):
        raise BusyError(
            f"{source.name} was left as it was: {owner} seems to have it open. The updated register is {target}. "
            f"Have it closed and try again; if nobody has it open, delete the small file ~${source.name} beside it.")


def plan(review: Review) -> Plan:
    """What `write_register` would write: every cell with what stands there, what will, and why. Nothing is written.

    Raises:
        RegisterError: the register's file cannot be read any more.
    """
    register, source = review.register, Path(review.register.path)
    columns = {**register.columns, **excel.place_columns(
        excel.read_workbook(source), register.sheet, register.header_row, new_columns(register))}
    meant = changes(register, columns)
    refused = excel.refused_changes(source, meant, sheet=register.sheet, header_row=register.header_row)
    return Plan(tuple(change for change in meant if change.cell not in refused), tuple(refused.values()))


def _updated(review: Review, source: Path, target: Path) -> Receipt:
    register, planned = review.register, plan(review)
    day = review.today.isoformat()
    try:
        receipt = excel.write_workbook(
            source, target, sheet=register.sheet, header_row=register.header_row, changes=planned.changes,
            log_sheet=CHANGE_LOG, log_header=LOG_COLUMNS, log_rows=log_rows(planned.changes, day),
            modified_at=f"{day}T00:00:00Z", modified_by=BY)
    except WorkbookRefused:
        # The review's folder always holds a register: as it was, where it could not be updated.
        excel.save_whole(source.read_bytes(), target)
        raise
    return replace(receipt, refused=planned.refused)


def write_reports(review: Review, out: str | Path | None = None) -> tuple[Path, ...]:
    """Write every report into the review's folder, each whole or not at all. Returns their paths."""
    folder = disk.make_folder(review_folder(out, today=review.today))
    written = []
    for report in all_reports():
        excel.save_whole(report.render(review), folder / report.file_name)
        written.append(folder / report.file_name)
    return tuple(written)
