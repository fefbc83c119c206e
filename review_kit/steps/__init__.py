"""The verbs of a review, in order: open, check, hear, decide, write. They join what gathers with what judges.

Only this folder asks what day it is; every verb takes `today`, so that a review can be repeated as of its own day.
"""

from review_kit.disk.exchange import read_exchange
from review_kit.steps.asking import (
    TO_WRITE,
    day_to_answer_by,
    provider_standings,
    reminded,
    write_reminders,
    write_requests,
)
from review_kit.steps.folders import REVIEWS, SHIPPED_REGISTER, newest_folder, review_folder, this_day, this_minute
from review_kit.steps.gathering import WORTH_RECHECKING, facts_of, visit
from review_kit.steps.handing_on import BACKUPS, backup, write_exchange
from review_kit.steps.hearing import erase, merge, overdue, purge, withdraw
from review_kit.steps.in_excel import newest_decision_workbook, read_decision_workbook, write_decision_workbook
from review_kit.steps.judging import check, decide
from review_kit.steps.opening import open_register
from review_kit.steps.paper import FORUM, write_paper
from review_kit.steps.writing import plan, write_call_sheet, write_register, write_reports

__all__ = [
    "BACKUPS", "FORUM", "REVIEWS", "SHIPPED_REGISTER", "TO_WRITE", "WORTH_RECHECKING", "backup", "check",
    "day_to_answer_by", "decide", "erase", "facts_of", "merge", "newest_decision_workbook", "newest_folder",
    "open_register", "overdue", "plan", "provider_standings", "purge", "read_decision_workbook", "read_exchange",
    "reminded", "review_folder", "this_day", "this_minute", "visit", "withdraw", "write_call_sheet",
    "write_decision_workbook", "write_exchange", "write_paper", "write_register", "write_reminders", "write_reports",
    "write_requests",
]  # fmt: skip
