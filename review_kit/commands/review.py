"""`review-kit review`: check the register and write the review's folder."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from review_kit.commands.shared import DONE, FAILED_ON, day, store

if TYPE_CHECKING:
    from review_kit.model import LinkVerdict, Receipt, Review
    from review_kit.store import Store
    from review_kit.web import Network

VERDICTS = ("working", "moved", "broken", "changed", "by_hand", "not_checked")
LABELS = dict(zip(VERDICTS, ("working", "moved", "broken", "changed", "to check by hand", "not checked"), strict=True))
NEW = "new"
"""Not a verdict: what is wrong now and was not in earlier reviews."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    review = commands.add_parser("review", help="check the register and write the review's folder")
    review.add_argument("register", nargs="?", type=Path, default=Path("offer_register.xlsx"), metavar="REGISTER",
                        help="the workbook (offer_register.xlsx)")
    review.add_argument("--out", type=Path, metavar="DIR", help="the review's folder (link_reports/ and the day)")
    review.add_argument("--sheet", default="", help="the sheet to read, where it is not called Services")
    review.add_argument("--today", type=day, metavar="DATE", help="the review's day, as 2026-11-21 (today)")
    review.add_argument("--practice", action="store_true", help="an invented register on an invented web")
    review.add_argument("--recheck", action="store_true", help="ask again what could not be told, in the newest review")
    review.add_argument("--in-place", action="store_true", help="also replace REGISTER, after a dated backup beside it")
    review.add_argument("--due", action="store_true", help="look only at the entries that are due for review")
    review.add_argument("--quiet", action="store_true", help="say nothing unless something new is wrong")
    review.add_argument("--fail-on", choices=(*VERDICTS, NEW), action="append", default=[], metavar="VERDICT",
                        help=f"exit with 1 if a link is told this: {', '.join(VERDICTS)}; or {NEW}: if one is broken "
                        "or changed that was not before; may be given several times")
    review.set_defaults(run=_review)


def _review(options: argparse.Namespace) -> int:
    from review_kit import steps, web
    if not options.practice:
        return _reviewed(options, options.register, web.Network(), store())
    from review_kit.practice import practice_review
    with practice_review(today=options.today) as practice:
        options.today, options.out = practice.today, options.out or steps.REVIEWS / "practice"
        return _reviewed(options, practice.register, practice.network, None)


def _reviewed(options: argparse.Namespace, path: Path, network: "Network", kept: "Store | None") -> int:
    from review_kit import steps
    from review_kit.model import Decided, Hearing
    from review_kit.reports import REVIEW_PAGE
    from review_kit.reports.parts.since import news
    from review_kit.terminal import ProgressLine
    folder = _folder(options)
    made = kept.decided() if kept else Decided()
    register = steps.open_register(path, sheet=options.sheet, candidates=made.candidates)
    with ProgressLine() as line:
        facts = steps.visit(register, folder, today=options.today, network=network, recheck=options.recheck,
                            afresh=options.practice, due=options.due, on_progress=line.show)
    review = steps.check(facts, practice=options.practice, decided=made,
                         hearing=kept.exchange.hearing() if kept else Hearing())
    new = news(review)
    if not options.quiet:
        _tell(review)
    # Before the register: a workbook that is open must not cost a report.
    written = steps.write_reports(review, folder, store=kept)
    report = next(path for path in written if path.name == REVIEW_PAGE)
    if options.quiet:
        _tell_news(review, new, report)
    else:
        print(f"Report: {report} - open it in a browser.")
    receipt = steps.write_register(review, folder, in_place=options.in_place)
    if not options.quiet or receipt.refused:
        _tell_register(receipt)
    failed = any(link.verdict in options.fail_on for link in review.links) or (NEW in options.fail_on and bool(new))
    return FAILED_ON if failed else DONE


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


def _tell_news(review: "Review", new: "Sequence[LinkVerdict]", report: Path) -> None:
    """What is worth a message; a network that cannot be trusted is, for silence would look like a good week."""
    from review_kit.reports.words import link_saw, service_title
    if review.facts.network_state in {"bad", "unsteady"}:
        for notice in review.notices:
            print(notice)
    for told in new:
        print(f"{service_title(told.service)} ({told.link.cell}): {link_saw(told)}")
    if new:
        print(f"Report: {report}")


def _tell_register(receipt: "Receipt") -> None:
    backup = f" The file as it was is kept as {receipt.backup}." if receipt.backup else ""
    print(f"Register: {receipt.path} ({receipt.cells_changed} cells changed).{backup}")
    for sentence in receipt.refused:
        print(sentence)
