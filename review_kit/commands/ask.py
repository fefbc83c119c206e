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
        "of numbers to ring. It sends nothing. Replies are recorded in step 2 of review-kit lab."))
    ask.add_argument("register", nargs="?", type=Path, default=Path("offer_register.xlsx"), metavar="REGISTER",
                     help="the workbook (offer_register.xlsx)")
    ask.add_argument("--out", type=Path, metavar="DIR", help="the review's folder (the newest in link_reports/)")
    ask.add_argument("--sheet", default="", help="the sheet to read, where it is not called Services")
    ask.add_argument("--today", type=day, metavar="DATE", help="the day of asking, as 2026-11-21 (today)")
    ask.add_argument("--reply-by", type=day, metavar="DATE", help="the day to answer by (four weeks from today)")
    ask.add_argument("--role", default="", help="the role that asks, such as “Leaving Care team” (as last said)")
    what = ask.add_mutually_exclusive_group()
    what.add_argument("--again", action="store_true", help="write anew those messages as well that were not sent yet")
    what.add_argument("--sent", action="store_true", help="write down that all messages written before were sent")
    what.add_argument("--reminded", action="store_true", help="write down that all reminders written before were "
                      "sent; with --reply-by, where they name another day than four weeks from today")
    ask.set_defaults(run=_ask)


def _ask(options: argparse.Namespace) -> int:
    from review_kit import steps
    review, folder = _review(options)
    if options.sent:
        return _sent(review)
    if options.reminded:
        return _reminded(review, options)
    who = _role(options, review)
    written = steps.write_requests(review, folder, who=who, reply_by=options.reply_by, again=options.again)
    kept = store()
    kept.requests.add(written.requests)
    kept.requests.mark([each.id for each in written.instead_of], "dropped_on", today=review.today)
    due = sum(bool(each.remind) for each in steps.provider_standings(review))
    if due:
        steps.write_reminders(review, folder, reply_by=options.reply_by)
    _say(review, folder, len(written.files), due, again=options.again)
    print(f"Numbers to ring: {steps.write_call_sheet(review, folder)}")
    return DONE


def _review(options: argparse.Namespace) -> "tuple[Review, Path]":
    from review_kit import steps
    from review_kit.errors import DecisionError
    made, folder = decided(), options.out or steps.newest_folder()
    if folder is None:
        raise DecisionError("There is no review yet in link_reports/. Run review-kit review first, or name its folder "
                            "with --out.")
    register = steps.open_register(options.register, sheet=options.sheet, candidates=made.candidates)
    facts = steps.facts_of(register, folder, today=options.today or steps.this_day())
    if not facts.canaries:
        raise DecisionError(f"Nothing was checked yet in {folder}. Run review-kit review first, or name the folder of "
                            "a review with --out.")
    return steps.check(facts, decided=made, hearing=store().exchange.hearing()), folder


def _role(options: argparse.Namespace, review: "Review") -> str:
    """The role that asks; it is needed where there is somebody to ask."""
    from review_kit import steps
    from review_kit.asking import Stand
    from review_kit.deciding.offers import role
    from review_kit.errors import DecisionError
    if options.role:
        who = role(options.role)
        store().remember_role(who)
        return who
    asks = steps.TO_WRITE | ({Stand.NOT_SENT} if options.again else set())
    if not review.decided.by and any(each.stand in asks for each in steps.provider_standings(review)):
        raise DecisionError('Say in which role you ask, such as --role "Leaving Care team". It is remembered.')
    return review.decided.by


def _say(review: "Review", folder: Path, messages: int, reminders: int, *, again: bool) -> None:
    from review_kit import steps
    from review_kit.asking import FOLDER, Stand
    print(f"Messages to providers: {messages}. Reminders: {reminders}.")
    before = sum(each.stand is Stand.NOT_SENT for each in steps.provider_standings(review))
    if before and not again:
        print(f"Written before and not sent yet: {before}. With --again they are written anew.")
    if messages or reminders:
        print(f"They stand in {folder / FOLDER} - look at each and send it.")
    if messages:
        print("When the messages are sent, give this command again with --sent: the kit then counts the days.")
    if reminders:
        print("When the reminders are sent, give this command again with --reminded.")


def _sent(review: "Review") -> int:
    from review_kit import steps
    from review_kit.asking import Stand
    found = [each for each in steps.provider_standings(review) if each.stand is Stand.NOT_SENT]
    ids = [request.id for each in found for request in each.requests]
    store().requests.mark(ids, "sent_on", today=review.today)
    if found:
        print(f"Written down as sent on {review.today.isoformat()}: messages to {_providers(len(found))}.")
    else:
        print("Nothing to write down: no message is waiting to be sent.")
    return DONE


def _reminded(review: "Review", options: argparse.Namespace) -> int:
    from review_kit import steps
    found = [each for each in steps.provider_standings(review) if each.remind]
    by, kept = steps.day_to_answer_by(review, options.reply_by), store().requests
    for each in found:
        requests = steps.reminded(each)
        kept.mark([request.id for request in requests], "reminded_on", today=review.today, reply_by=by)
        for request in requests:
            kept.ask_again(request)
    if found:
        print(f"Written down as reminded on {review.today.isoformat()}, to answer by {by.isoformat()}: "
              f"{_providers(len(found))}.")
    else:
        print("Nothing to write down: nobody is to be reminded.")
    return DONE


def _providers(number: int) -> str:
    return f"{number} provider{'' if number == 1 else 's'}"
