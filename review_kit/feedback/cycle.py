"""What was heard in this review: the meetings since one review cycle before its day, and what was said at them."""

from dataclasses import replace
from datetime import date

from review_kit.dates import months_after, read_date
from review_kit.model import Hearing

MONTHS_IN_A_YEAR = 12


def begins_after(today: date, months: int) -> date:
    """The day after which a meeting belongs to the review of a day."""
    if months >= today.year * MONTHS_IN_A_YEAR:  # a slip of the hand in a year is no reason to stop a review
        return date.min
    return months_after(today, -months)


def this_cycle(hearing: Hearing, *, today: date, months: int) -> Hearing:
    """The sessions and views of this review, with all answers: what was promised last year is owed this year.

    Args:
        hearing: all that the store holds.
        today: the review's day; what is dated later is not of this review.
        months: the review cycle.
    """
    begin, sessions = begins_after(today, months), hearing.by_session

    def is_of_it(day: str) -> bool:
        read = read_date(day)
        return read is not None and begin < read <= today

    def heard_on(session: str, recorded_on: str) -> str:
        return sessions[session].held_on if session in sessions else recorded_on

    return replace(
        hearing, sessions=tuple(each for each in hearing.sessions if is_of_it(each.held_on)),
        views=tuple(each for each in hearing.views if is_of_it(heard_on(each.session, each.recorded_on))))
