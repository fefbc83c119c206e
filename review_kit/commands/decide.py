"""`review-kit decide`: the findings as a workbook, and its decisions read back."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from review_kit.commands.shared import DONE, day, decided, store

if TYPE_CHECKING:
    from review_kit.model import Review


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    decide = commands.add_parser("decide", help="decide the findings in a workbook", description=(
        "Writes the findings of the newest review into a workbook. With --read, shows what a filled-in workbook would "
        "decide; with --keep as well, keeps it. `review-kit review` then writes it into the register."))
    decide.add_argument("register", nargs="?", type=Path, default=Path("offer_register.xlsx"), metavar="REGISTER",
                        help="the workbook (offer_register.xlsx)")
    decide.add_argument("--out", type=Path, metavar="DIR", help="the review's folder (the newest in link_reports/)")
    decide.add_argument("--sheet", default="", help="the sheet to read, where it is not called Services")
    decide.add_argument("--today", type=day, metavar="DATE", help="the day of the decisions, as 2026-11-21 (today)")
    decide.add_argument("--read", type=Path, metavar="FILE", help="the filled-in workbook to read back")
    decide.add_argument("--keep", action="store_true", help="keep what --read shows")
    decide.set_defaults(run=_decide)


def _decide(options: argparse.Namespace) -> int:
    from review_kit import steps
    from review_kit.errors import DecisionError
    made, folder = decided(), options.out or steps.newest_folder()
    if folder is None:
        raise DecisionError("There is no review yet in link_reports/. Run review-kit review first, or name its folder "
                            "with --out.")
    register = steps.open_register(options.register, sheet=options.sheet, candidates=made.candidates)
    review = steps.check(steps.facts_of(register, folder, today=options.today), decided=made,
                         hearing=store().exchange.hearing())
    if options.keep and options.read is None:
        raise DecisionError("Nothing was kept: name the filled-in workbook with --read.")
    if options.read is None:
        path = steps.write_decision_workbook(review, folder)
        print(f"Findings: {path} - fill in the column Decision, then give this command again with --read {path}")
        return DONE
    return _read_back(options, review)


def _read_back(options: argparse.Namespace, review: "Review") -> int:
    from review_kit import steps
    from review_kit.reports.words import decided_words
    rows = steps.read_decision_workbook(options.read, review, today=review.today)
    made = [row.decision for row in rows if row.decision is not None]
    for row in rows:
        if row.problem:
            print(f"Row {row.number} cannot be kept: {row.problem}")
        elif row.decision is not None:
            print(f"Row {row.number}: {row.decision.service} - {decided_words(row.decision)} ({row.decision.who})")
    if options.keep:
        store().decisions.add(made)
    told = "kept" if options.keep else "would be kept; give the command again with --keep"
    print(f"{len(made)} decision{'' if len(made) == 1 else 's'} {told}.")
    return DONE
