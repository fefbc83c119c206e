"""`review-kit lab`: the five notebooks, in a browser."""

import argparse

from review_kit.commands.shared import DONE, port, say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    lab = commands.add_parser("lab", help="open the five notebooks in a browser", description=(
        "Opens the five notebooks in your browser, for a review without code. Ctrl+C in this window ends them."))
    lab.add_argument("--practice", action="store_true", help="begin with the practice review open")
    lab.add_argument("--port", type=port, default=0, metavar="PORT", help="the port on this machine (a free one)")
    lab.add_argument("--no-browser", action="store_true", help="say the address and open no browser")
    lab.set_defaults(run=_lab)


def _lab(options: argparse.Namespace) -> int:
    say("The notebooks are opening. This takes a few seconds. Ctrl+C ends them.")
    try:
        from review_kit.lab import open_lab
        open_lab(port=options.port, browser=not options.no_browser, practice=options.practice, say=say)
    except KeyboardInterrupt:
        pass  # the ordinary way to end, at any moment
    say("The kit has ended. What you saved is kept.")
    return DONE
