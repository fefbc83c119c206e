"""`review-kit ask`: messages that ask providers to confirm, reminders, and the sheet of numbers to ring."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from review_kit.commands.shared import DONE, day, decided, store

if TYPE_CHECKING:
    from review_kit.model import Review


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    ask = commands.add_parser("ask", help="ask providers to confirm their entries", description=(
        "Writes into the folder of the newest review: a message for each provider that was not asked yet, a draft "
        "where its mailbox is known and a page otherwise; reminders for those whose answer is overdue; and the sheet "
        "of numbers to ring. It sends nothing. Replies are taken down in step 2 of review-kit lab."))
    ask.add_argument("register", nargs="?", type=Path, default=Path("offer_register.xlsx"), metavar="REGISTER",
                     help="the workbook (offer_register.xlsx)")
    ask.add_argument("--out", type=Path, metavar="DIR", help="the review's folder (the newest in link_reports/)")
    ask.add_argument("--sheet", default="", help="the sheet to read, where it is not called Services")
    ask.add_argument("--today", type=day, metavar="DATE", help="the day of asking, as 2026-11-21 (today)")
    ask.add_argument("--reply-by", type=day, metavar="DATE", help="the day to answer by (four weeks from today)")
    ask.add_argument("--role", default="", help="the role that asks, such as “Leaving Care team” (as last said)")
    ask.add_argument("--sent", action="store_true", help="write down that all messages written before were sent")
    ask.set_defaults(run=_ask)


def _ask(options: argparse.Namespace) -> int:
    from review_kit import steps
    from review_kit.deciding.offers import role
    from review_kit.errors import DecisionError
    made, folder = decided(), options.out or steps.newest_folder()
    if folder is None:
        raise DecisionError("There is no review yet in link_reports/. Run review-kit review first, or name its folder "
                            "with --out.")
    register = steps.open_register(options.register, sheet=options.sheet, candidates=made.candidates)
    today = options.today or steps.this_day()
    review = steps.check(steps.facts_of(register, folder, today=today), decided=made)
    if options.sent:
        return _sent(review)
    kept = store()
    if options.role:
        kept.remember_role(role(options.role))
    who = role(options.role or review.decided.by)
    written = steps.write_requests(review, folder, who=who, reply_by=options.reply_by)
    kept.requests.add(written.requests)
    reminders = steps.write_reminders(review, folder, reply_by=options.reply_by)
    messages, reminded = len(written.files), len(reminders.files) - 1
    print(f"Messages to providers: {messages}. Reminders: {reminded}.")
    if messages or reminded:
        print(f"They stand in {folder / 'confirm'} - look at each and send it.")
    if messages:
        print("When they are sent, give this command again with --sent: the kit then counts the days.")
    print(f"Numbers to ring: {steps.write_call_sheet(review, folder)}")
    return DONE


def _sent(review: "Review") -> int:
    from review_kit import steps
    from review_kit.asking import Stand
    found = [each for each in steps.provider_standings(review) if each.stand is Stand.NOT_SENT]
    ids = [request.id for each in found for request in each.requests]
    store().requests.mark(ids, "sent_on", today=review.today)
    print(f"Written down as sent on {review.today.isoformat()}: messages to "
          f"{len(found)} provider{'' if len(found) == 1 else 's'}.")
    return DONE
