"""Look at every link, or read what was seen before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from review_kit import disk, web
from review_kit.assurance import is_due
from review_kit.disk.known import unreadable_tables
from review_kit.looks import how_it_ended, next_looks
from review_kit.model import CanaryRound, Cell, Fact, Facts, Look, Progress, Register, Verdict, Visit
from review_kit.model.settings import KNOWN
from review_kit.rows.problems import own_table_unusable
from review_kit.rows.settings_sheet import SHEET
from review_kit.steps.folders import review_folder, this_day
from review_kit.steps.mail_domains import ask_mail_domains
from review_kit.verdicts import judge, link_verdicts

OWN_TABLES = next(label for label, known in KNOWN.items() if known.name == "own_tables")
WORTH_RECHECKING = frozenset({Verdict.BY_HAND, Verdict.NOT_CHECKED})
"""What `--recheck` asks again; a link that works, or is plainly gone, is left alone."""
CUT_SHORT = frozenset({"stopped", "out of time"})
"""Endings of a run after which nobody is asked any more."""


def _quiet(_: object) -> None:
    """Nobody watches."""


def _on() -> bool:
    """Nobody stops it."""
    return False


def facts_of(register: Register, out: str | Path | None = None, *, today: date | None = None) -> Facts:
    """The facts that a review's folder holds already. Nobody is asked and nothing is written.

    Raises:
        ReviewFolderError: a later kit wrote them.
    """
    day = today or this_day()
    folder = review_folder(out, today=day)
    facts = _facts(register, folder, day, disk.read_facts(folder / disk.FACTS_FILE))
    return replace(facts, ended=how_it_ended(facts))


def _facts(register: Register, folder: Path, day: date, read: disk.Read) -> Facts:
    earlier = disk.earlier_review(folder.parent, before=min(day, _day_of(folder) or day))
    own = [Path(register.path).parent / name for name in register.settings.own_tables]
    return Facts(_with_unreadable(register, own), day, tuple(read.visits), tuple(read.rounds), earlier,
                 disk.known_tables(own), unread=read.lost, mail=tuple(read.mail))


def _with_unreadable(register: Register, own: Sequence[Path]) -> Register:
    """The register, with a reading problem for each of the council's own tables that cannot be used."""
    found = (own_table_unusable(Cell(SHEET, 1, 1), OWN_TABLES, why) for _, why in unreadable_tables(own))
    new = tuple(problem for problem in found if problem not in register.problems)
    return replace(register, problems=(*register.problems, *new)) if new else register


def _day_of(folder: Path) -> date | None:
    """The day in a review folder's name: one that is gone on with on a later day is not an earlier review of itself."""
    try:
        return date.fromisoformat(folder.name)
    except ValueError:
        return None


def visit(register: Register, out: str | Path | None = None, *, today: date | None = None,
          network: web.Network | None = None, recheck: bool = False, afresh: bool = False, due: bool = False,
          on_fact: Callable[[Fact], None] = _quiet, on_progress: Callable[[Progress], None] = _quiet,
          should_stop: Callable[[], bool] = _on) -> Facts:
    """Look at every link of a register, politely, and write down what came back as it comes.

    Then ask whether the domains of its e-mail addresses take mail. A run that was stopped goes on where it ended;
    nothing that can be believed is asked twice.

    Args:
        register: from `open_register`.
        out: the review's folder; `visits.jsonl` is kept there.
        today: the review's day, today by default.
        network: the real one by default; the practice review brings its own.
        recheck: ask again what could not be told before.
        afresh: forget what the folder holds.
        due: look only at the links and mail domains of entries that are due for review.
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
        before = _facts(register, folder, day, file.before)
        again = _to_ask_again(before) if recheck else frozenset()
        left_out = _not_due(before) if due else frozenset()

        def wanted(visits: Sequence[Visit], rounds: Sequence[CanaryRound]) -> list[Look]:
            made = {(v.url, v.purpose) for v in visits}
            facts = replace(before, visits=(*before.visits, *visits), canaries=(*before.canaries, *rounds))
            looks = (*(Look(url, asked_because="it could not be told before") for url in sorted(again)),
                     *next_looks(facts))
            return [look for look in dict.fromkeys(looks)
                    if (look.url, look.purpose) not in made and look.url not in left_out]

        def keep(fact: Fact) -> None:
            file.add(fact)
            on_fact(fact)

        network = network or web.Network()
        ended = web.gather(wanted, settings=register.settings, network=network, on_fact=keep,
                           on_progress=on_progress, should_stop=should_stop).state
        if ended not in CUT_SHORT:
            look = ask_mail_domains(before, network, due=due, recheck=recheck, on_progress=on_progress,
                                    should_stop=should_stop)
            if look is not None:
                keep(look)
                ended = "stopped" if look.stopped and look.left else ended
    return replace(_facts(register, folder, day, disk.read_facts(file.path)), ended=ended)


def _not_due(facts: Facts) -> frozenset[str]:
    """The addresses of links that no entry holds which is due."""
    register = facts.register
    due = {link.url for service, link in register.links if is_due(service, register.settings, facts.today)}
    return frozenset(link.url for _, link in register.links) - due


def _to_ask_again(facts: Facts) -> frozenset[str]:
    """The addresses of links that a program could not tell about; those that can be told at once are left alone."""
    told = link_verdicts(facts, judge(facts))
    return frozenset(link.link.url for link in told if link.verdict in WORTH_RECHECKING and link.visit is not None)
