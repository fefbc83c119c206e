"""OUTSIDE: the verbs of a review on the command line. `review-kit --help` answers before anything slow is loaded."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from review_kit import __version__
from review_kit.errors import ReviewKitError

if TYPE_CHECKING:
    from review_kit.model import Receipt, Review
    from review_kit.web import Network

VERDICTS = ("working", "moved", "broken", "changed", "by_hand", "not_checked")
LABELS = dict(zip(VERDICTS, ("working", "moved", "broken", "changed", "to check by hand", "not checked"), strict=True))
DONE, FAILED_ON, COULD_NOT_RUN = 0, 1, 2
LAST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0: done, 1: only with --fail-on, 2: could not run, with one plain sentence why."""
    _speak_plainly()
    options = _parser().parse_args(arguments)
    if not options.command:
        _parser().print_help()
        return DONE
    try:
        return int(options.run(options))
    except ReviewKitError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. What was found so far is kept; give the same command again and it goes on.", file=sys.stderr)
    except BrokenPipeError:
        print("Whatever read this command's output has closed it; run the command again by itself.", file=sys.stderr)
        _drop_output()
    except Exception as error:  # noqa: BLE001 - a lead must never meet a traceback; it is kept in a file instead
        from review_kit.faults import fault
        print(fault(error), file=sys.stderr)
    return COULD_NOT_RUN


def _speak_plainly() -> None:
    """A Windows console that cannot print a character shows a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a captured stream has no such setting
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def _drop_output() -> None:
    """Python flushes once more at its end; there is nobody to flush to."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="review-kit", description="Keeps a health offer for care experienced young people true: "
        "checks every link and contact of the register, and writes an updated register and a report.")
    parser.add_argument("--version", action="version", version=f"review-kit {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_review(commands)
    _add_lab(commands)
    doctor = commands.add_parser("doctor", help="look at network, proxy, certificates, clock and files")
    doctor.add_argument("register", nargs="?", type=Path, default=Path("offer_register.xlsx"))
    doctor.set_defaults(run=_doctor)
    return parser


def _add_review(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    review = commands.add_parser("review", help="check the register and write the review's folder")
    review.add_argument("register", nargs="?", type=Path, default=Path("offer_register.xlsx"), metavar="REGISTER",
                        help="the workbook (offer_register.xlsx)")
    review.add_argument("--out", type=Path, metavar="DIR", help="the review's folder (link_reports/ and the day)")
    review.add_argument("--sheet", default="", help="the sheet to read, where it is not called Services")
    review.add_argument("--today", type=_day, metavar="DATE", help="the review's day, as 2026-11-21 (today)")
    review.add_argument("--practice", action="store_true", help="an invented register on an invented web")
    review.add_argument("--recheck", action="store_true", help="ask again what could not be told, in the newest review")
    review.add_argument("--in-place", action="store_true", help="also replace REGISTER, after a dated backup beside it")
    review.add_argument("--fail-on", choices=VERDICTS, action="append", default=[], metavar="VERDICT",
                        help=f"exit with 1 if a link is told this: {', '.join(VERDICTS)}; may be given several times")
    review.set_defaults(run=_review)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{text}” is no port; give a number from 1 to {LAST_PORT}")
    return int(text)


def _add_lab(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lab = commands.add_parser("lab", help="open the five notebooks in a browser", description=(
        "Opens the five notebooks in your browser, for a review without code. Ctrl+C in this window ends them."))
    lab.add_argument("--practice", action="store_true", help="begin with the practice review open")
    lab.add_argument("--port", type=_port, default=0, metavar="PORT", help="the port on this machine (a free one)")
    lab.add_argument("--no-browser", action="store_true", help="say the address and open no browser")
    lab.set_defaults(run=_lab)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it as 2026-11-21") from None


def _review(options: argparse.Namespace) -> int:
    from review_kit import steps, web
    if not options.practice:
        return _reviewed(options, options.register, web.Network())
    from review_kit.practice import practice_review
    with practice_review(today=options.today) as practice:
        options.today, options.out = practice.today, options.out or steps.REVIEWS / "practice"
        return _reviewed(options, practice.register, practice.network)


def _reviewed(options: argparse.Namespace, path: Path, network: "Network") -> int:
    from review_kit import steps
    from review_kit.terminal import ProgressLine
    folder = _folder(options)
    register = steps.open_register(path, sheet=options.sheet)
    with ProgressLine() as line:
        facts = steps.visit(register, folder, today=options.today, network=network, recheck=options.recheck,
                            afresh=options.practice, on_progress=line.show)
    review = steps.check(facts, practice=options.practice)
    _tell(review)
    written = steps.write_reports(review, folder)  # before the register: a workbook that is open must not cost a report
    report = next(path for path in written if path.suffix == ".html")
    print(f"Report: {report} - open it in a browser.")
    _tell_register(steps.write_register(review, folder, in_place=options.in_place))
    return FAILED_ON if any(link.verdict in options.fail_on for link in review.links) else DONE


def _folder(options: argparse.Namespace) -> Path:
    from review_kit import steps
    if options.recheck and not options.out:
        return steps.newest_folder() or steps.review_folder(today=options.today)
    return steps.review_folder(options.out, today=options.today)


def _tell(review: "Review") -> None:
    """The notices first, then the counts: what a person must know stands in the first line."""
    from review_kit.model import Severity, Verdict
    for notice in review.notices:
        print(notice)
    told = ", ".join(f"{review.count(verdict)} {LABELS[verdict]}" for verdict in Verdict if review.count(verdict))
    print(f"{len(review.register.services)} services, {len(review.links)} links: {told or 'none'}.")
    worst = [f for f in review.findings if f.severity >= Severity.BROKEN]
    print(f"{len(review.contacts)} contacts, {len(review.findings)} findings; {len(worst)} need action first.")


def _tell_register(receipt: "Receipt") -> None:
    backup = f" The file as it was is kept as {receipt.backup}." if receipt.backup else ""
    print(f"Register: {receipt.path} ({receipt.cells_changed} cells changed).{backup}")
    for sentence in receipt.refused:
        print(sentence)


def _lab(options: argparse.Namespace) -> int:
    _say("The notebooks are opening. This takes a few seconds. Ctrl+C ends them.")
    try:
        from review_kit.lab import open_lab
        open_lab(port=options.port, browser=not options.no_browser, practice=options.practice, say=_say)
    except KeyboardInterrupt:
        pass  # the ordinary way to end, at any moment
    _say("The kit has ended. What you saved is kept.")
    return DONE


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _doctor(options: argparse.Namespace) -> int:
    from review_kit import doctor
    for line in doctor.examine(options.register):
        print(line)
    return DONE


if __name__ == "__main__":
    sys.exit(main())
