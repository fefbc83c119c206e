"""`review-kit forum`: the facilitator's form alone, in a browser; or its paper."""

import argparse
from pathlib import Path

from review_kit.commands.shared import DONE, port, say


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    forum = commands.add_parser("forum", help="open the form for a meeting alone, or print its paper", description=(
        "Opens the form for what young people say, alone and in your browser; it needs no network. Ctrl+C in this "
        "window ends it. With --print it opens nothing, and writes the pages to print for a meeting."))
    which = forum.add_mutually_exclusive_group()
    which.add_argument("register", nargs="?", type=Path, metavar="REGISTER",
                       help="the workbook (the one that was open last, or offer_register.xlsx)")
    which.add_argument("--practice", action="store_true", help="the practice review, where everything is invented")
    forum.add_argument("--port", type=port, default=0, metavar="PORT", help="the port on this machine (a free one)")
    forum.add_argument("--no-browser", action="store_true", help="say the address and open no browser")
    forum.add_argument("--print", action="store_true", dest="paper",
                       help="write a sheet to fill in by hand, and a pack to read before the meeting")
    forum.add_argument("--out", type=Path, metavar="DIR", help="with --print: the folder (link_reports/forum)")
    forum.set_defaults(run=_forum)


def _forum(options: argparse.Namespace) -> int:
    if options.paper:
        return _print(options)
    if options.out:
        from review_kit.errors import LabError
        raise LabError("Nothing was opened: --out is for the pages to print. Give --print with it, or leave it out.")
    try:
        from review_kit.lab.forum import open_forum
        open_forum(options.register, port=options.port, browser=not options.no_browser, practice=options.practice,
                   say=say)
    except KeyboardInterrupt:
        pass  # the ordinary way to end, at any moment
    say("The kit has ended. What you saved is kept.")
    return DONE


def _print(options: argparse.Namespace) -> int:
    from review_kit import steps
    from review_kit.place import this_place
    from review_kit.widgets.choice import Which
    from review_kit.widgets.chosen import asked_for, day_of, ready, store_of
    place = this_place()
    choice = asked_for(place, options.register, practice=options.practice)
    practice, path, kept = choice.which is Which.PRACTICE, ready(place, choice), store_of(place, choice)
    made = kept.decided()
    register = steps.open_register(path, candidates=made.candidates)
    out = options.out or (place.home / steps.REVIEWS / "practice" / steps.FORUM if practice else None)
    written = steps.write_paper(register, out, reviews=place.reviews_of(path), today=day_of(choice), practice=practice,
                                decided=made, hearing=kept.exchange.hearing())
    say(f"To fill in by hand at a meeting: {written.sheet}")
    say(f"To read before it: {written.pack}")
    if not written.checked:
        say("No link or number of this offer was checked yet, so the pages hold them as they stand. "
            "Run review-kit review first, and then this again.")
    say("Open them in a browser and print them. They hold no word of a young person.")
    return DONE
