"""OUTSIDE: the verbs of a review on the command line. `review-kit --help` answers before anything slow is loaded."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence

from review_kit import __version__
from review_kit.commands import ask, decide, doctor, feedback, forum, lab, review
from review_kit.commands.shared import DONE
from review_kit.errors import ReviewKitError

COMMANDS = (review, ask, decide, lab, forum, feedback, doctor)
COULD_NOT_RUN = 2


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
    for command in COMMANDS:
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
