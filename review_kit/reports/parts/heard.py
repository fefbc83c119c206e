"""How young people were heard, in sentences that say nothing of who was there and name no day."""

from collections.abc import Iterator

from review_kit.dates import MONTHS, read_date
from review_kit.feedback.counts import Counts
from review_kit.feedback.suppression import is_small
from review_kit.model import Hearing, Present
from review_kit.reports.words import counted


def month_of(day: str) -> str:
    """The month of an ISO day, `March 2026`: a day would lead to a meeting, and to those who were there."""
    read = read_date(day)
    return f"{MONTHS[read.month - 1]} {read.year}" if read else ""


def how_heard(heard: Hearing, told: Counts) -> tuple[str, ...]:
    """The meetings, their months, the forums, who hears what was said, and how many views there are."""
    return (*_meetings(heard), *_forums(heard), _audience(heard), _views(heard, told))


def _meetings(heard: Hearing) -> Iterator[str]:
    days = sorted(session.held_on for session in heard.sessions)
    if not days:
        yield "No forum meeting is written down in this review."
        return
    first, last = month_of(days[0]), month_of(days[-1])
    yield (f"Young people were heard at {counted(len(days), 'meeting')}, "
           f"{f'in {first}' if first == last else f'between {first} and {last}'}.")


def _forums(heard: Hearing) -> Iterator[str]:
    """The forums by name, but for those that met with so few that a name would point at them."""
    few = {session.forum for session in heard.sessions if session.present is Present.FEW}
    if named := sorted({session.forum for session in heard.sessions} - few):
        yield f"{'Forum' if len(named) == 1 else 'Forums'}: {'; '.join(named)}."
    if few:
        yield "We do not name a forum when only a few young people came to a meeting of it."


def _audience(heard: Hearing) -> str:
    said = {heard.audience_of(view) for view in heard.views} | {session.audience for session in heard.sessions}
    if named := sorted(filter(None, said)):
        return f"Who hears what was said, and can decide: {'; '.join(named)}."
    return "Nobody who can decide is named yet to hear what was said."


def _views(heard: Hearing, told: Counts) -> str:
    if told.views is not None:
        return f"We wrote down {counted(told.views, 'view')}." if heard.views else "No view is written down."
    return "How many views there are is not printed: small numbers could point at somebody."


def not_quoted(number: int, told: Counts, up_to: int, *, other: bool = False) -> str:
    """A sentence about views whose words are not quoted; '' where there are none.

    Args:
        number: how many they are, which is printed only where it is not small and the number of all views is printed.
        told: the numbers of the page.
        up_to: the largest number that is small.
        other: whether they are what is left beside the headings.
    """
    if not number:
        return ""
    if told.views is not None and not is_small(number, up_to):
        return f"{number:,} {'other views are' if other else 'views about this are'} not quoted."
    who = "A few people" if is_small(number, up_to) else "Some people"
    return f"{who} {'said other things' if other else 'spoke about this'} and are not quoted."
