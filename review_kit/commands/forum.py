"""`review-kit forum`: the facilitator's form alone, in a browser."""

import argparse
from pathlib import Path

from review_kit.commands.shared import DONE, port, say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    forum = commands.add_parser("forum", help="open the form for a meeting alone", description=(
        "Opens the form for what young people say, alone and in your browser; it needs no network. Ctrl+C in this "
        "window ends it."))
    which = forum.add_mutually_exclusive_group()
    which.add_argument("register", nargs="?", type=Path, metavar="REGISTER",
                       help="the workbook (the one that was open last, or offer_register.xlsx)")
    which.add_argument("--practice", action="store_true", help="the practice review, where everything is invented")
    forum.add_argument("--port", type=port, default=0, metavar="PORT", help="the port on this machine (a free one)")
    forum.add_argument("--no-browser", action="store_true", help="say the address and open no browser")
    forum.set_defaults(run=_forum)


def _forum(options: argparse.Namespace) -> int:
    try:
        from review_kit.lab.forum import open_forum
        open_forum(options.register, port=options.port, browser=not options.no_browser, practice=options.practice,
                   say=say)
    except KeyboardInterrupt:
        pass  # the ordinary way to end, at any moment
    say("The kit has ended. What you saved is kept.")
    return DONE
