"""`review-kit feedback`: what young people said, handed on, kept safe and taken back. Not a word of it is printed."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from review_kit.commands.shared import DONE, day

if TYPE_CHECKING:
    from review_kit.store import Store
    from review_kit.widgets.choice import Choice

Adds = Callable[..., argparse.ArgumentParser]


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    feedback = commands.add_parser("feedback", help="hand on, keep or take back what young people said", description=(
        "Hands what young people said to another laptop, keeps a copy of it, and removes it for good. "
        "docs/data_protection.md says what is kept, and what a removal cannot reach."))
    feedback.set_defaults(run=lambda _: _help(feedback))
    under = feedback.add_subparsers(dest="what", metavar="WHAT")
    _add_export(under.add_parser)
    _add_merge(under.add_parser)
    _add_withdraw(under.add_parser)
    _add_backup(under.add_parser)
    _add_purge(under.add_parser)
    for each in under.choices.values():
        each.add_argument("--today", type=day, metavar="DATE", help="the day, as 2026-11-21 (today)")
        each.add_argument("--practice", action="store_true", help="of the practice review, where all is invented")


def _help(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return DONE


def _add_export(add: Adds) -> None:
    export = add("export", help="write a file for another laptop", description=(
        "Writes everything that was said, but what is not finished, into one file for another laptop. Hand it on as "
        "the council hands on personal data, and delete it when it was taken in."))
    export.add_argument("path", type=Path, metavar="PATH", help="the file, or a folder such as a stick's")
    export.set_defaults(run=_export)


def _add_merge(add: Adds) -> None:
    merge = add("merge", help="take in what other laptops exported, or a backup", description=(
        "Takes in files that other laptops exported, or a backup. Twice is the same as once. What was withdrawn there "
        "is removed here."))
    merge.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file that review-kit wrote")
    merge.set_defaults(run=_merge)


def _add_withdraw(add: Adds) -> None:
    withdraw = add("withdraw", help="remove for good what was said under a slip's code", description=(
        "Removes what was said under a code: here, and from the exports, backups and reports that can be reached."))
    withdraw.add_argument("--code", metavar="CODE", help="the code; without it you are asked, and it stands in no list "
                          "of commands")
    withdraw.add_argument("--anyway", action="store_true", help="also if nobody was given the code on this computer")
    withdraw.set_defaults(run=_withdraw)


def _add_backup(add: Adds) -> None:
    backup = add("backup", help="keep a copy", description=(
        "Keeps a copy of what an export holds; the newest ten stay. review-kit feedback merge brings it back."))
    backup.add_argument("--out", type=Path, metavar="DIR", help="the folder (backups, in the kit's own folder)")
    backup.set_defaults(run=_backup)


def _add_purge(add: Adds) -> None:
    purge = add("purge", help="remove for good what was kept long enough", description=(
        "Removes for good the views that are older than the setting “Keep views for months” of the register, here and "
        "from the exports, backups and reports that can be reached. Sessions and answers stay."))
    purge.add_argument("register", nargs="?", type=Path, metavar="REGISTER",
                       help="the workbook that says how long (offer_register.xlsx, where it is there)")
    purge.add_argument("--months", type=int, metavar="N", help="how long, in place of what the register says")
    purge.add_argument("--yes", action="store_true", help="ask nothing")
    purge.set_defaults(run=_purge)


def _export(options: argparse.Namespace) -> int:
    from review_kit import steps
    kept, today = _store(options), _today(options)
    path = steps.write_exchange(kept, options.path, today)
    print(f"Export: {path} - views: {len(kept.views.all())}. It holds what young people said: hand it on as the "
          "council hands on personal data, and delete it when it was taken in.")
    return DONE


def _merge(options: argparse.Namespace) -> int:
    from review_kit import steps
    for path in options.paths:  # one that cannot be read is told before anything is taken in
        steps.read_exchange(path)
    for path in options.paths:
        print(f"{path}:")
        _tell(steps.merge(_store(options), path, _today(options)).sentences)
    print("What was taken in is kept here now. Delete each file that nobody else needs.")
    return DONE


def _withdraw(options: argparse.Namespace) -> int:
    from review_kit import steps
    from review_kit.errors import UnknownCode
    code = options.code if options.code is not None else _asked("The code on the slip: ", "Name it with --code")
    try:
        done = steps.withdraw(_store(options), code, _today(options), anyway=options.anyway)
    except UnknownCode as error:
        raise UnknownCode(f"{error} To do so, give this command again with --anyway.") from None
    _tell(done.sentences)
    return DONE


def _backup(options: argparse.Namespace) -> int:
    from review_kit import steps
    folder = options.out or _folder(options) / steps.BACKUPS
    print(f"Backup: {steps.backup(_store(options), folder, _today(options))}")
    return DONE


def _purge(options: argparse.Namespace) -> int:
    from review_kit import steps
    kept, today, months = _store(options), _today(options), _months(options)
    due = len(steps.overdue(kept, months, today))
    if not due:
        print(f"No view is older than {months} months: nothing was removed.")
        return DONE
    if not options.yes:
        print(f"Views that are older than {months} months: {due}. Once they are removed, nothing brings them back.")
        if _asked("Remove them? Write yes or no: ", "Give --yes to remove them without a question").casefold() != "yes":
            print("Nothing was removed.")
            return DONE
    _tell(steps.purge(kept, months, today).sentences)
    return DONE


def _tell(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        print(sentence)


def _asked(question: str, otherwise: str) -> str:
    """What somebody types at the terminal."""
    from review_kit.errors import HearingError
    try:
        if not sys.stdin.isatty():
            raise EOFError
        return input(question).strip()
    except (EOFError, AttributeError):  # there is no terminal, or whoever sat there has gone
        raise HearingError(f"Nothing was removed: there is nobody to ask. {otherwise}, or give this command in a "
                           "terminal.") from None


def _practises(options: argparse.Namespace) -> bool:
    from review_kit.place import this_place
    return options.practice or this_place().practice_only


def _folder(options: argparse.Namespace) -> Path:
    """The kit's own folder, or the practice review's."""
    from review_kit.place import this_place
    return this_place().practice if _practises(options) else this_place().state


def _choice(options: argparse.Namespace) -> "Choice | None":
    from review_kit.widgets.choice import Choice, Which
    return Choice(Which.PRACTICE) if _practises(options) else None


def _store(options: argparse.Namespace) -> "Store":
    from review_kit.place import this_place
    from review_kit.widgets.chosen import store_of
    return store_of(this_place(), _choice(options))


def _today(options: argparse.Namespace) -> date:
    from review_kit.widgets.chosen import day_of
    return options.today or day_of(_choice(options))


def _months(options: argparse.Namespace) -> int:
    """How long views are kept: as the command says, or the register, or the kit."""
    from review_kit import steps
    from review_kit.model import Settings
    if options.months is not None:
        return int(options.months)
    path = options.register or steps.SHIPPED_REGISTER
    if options.register is None and (_practises(options) or not path.exists()):
        return Settings().keep_views_months
    return steps.open_register(path).settings.keep_views_months
