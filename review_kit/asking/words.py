"""The words that letter and page share, and the day by which a provider is asked to answer."""

from collections.abc import Mapping
from datetime import date, timedelta

from review_kit.deciding.matching import WAIT_DAYS
from review_kit.model import Says

ANSWERS: Mapping[Says, tuple[str, str]] = {
    Says.RIGHT: ("Correct", "keep it as it is"),
    Says.CHANGED: ("Changed", "the right words are below"),
    Says.PAUSED: ("Temporarily closed", "it will open again"),
    Says.CLOSED: ("Closed", "it has ended, or we no longer run it"),
}
"""The four answers as a provider reads them, in the order of `OF_A_REPLY`."""
CORRECTIONS = "What should it say instead?"
CORRECTIONS_HINT = "If it is closed: until when, or who runs it now?"
CONTRACT = "When does your contract or funding for this end?"
CONTRACT_HINT = "For example, 31 March 2027. Leave it blank if you do not know."
MAILBOX = "Is there a shared mailbox or a team number that we can publish instead?"
ROLE = "Your role or team (not your name)"
PRIVATE = "Please do not send us names or other details of young people or patients."
SATURDAY = 5


def reply_day(today: date, *, days: int = WAIT_DAYS) -> date:
    """The day to reply by: four weeks from today, and a Monday where that is a Saturday or a Sunday.

    A bank holiday stays: which days those are changes, and nobody minds an answer on the day after.
    """
    day = today + timedelta(days=days)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
