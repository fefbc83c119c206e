"""What is unfinished in hearing young people, by Lundy's model: space, voice, audience, influence.

Laura Lundy (2007): a safe place to form a view, help to say it, somebody who listens and can decide, and the view acted
on as far as it can be, with word of what was done and why. A view without the last two was taken and not heard.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from review_kit.dates import read_date
from review_kit.feedback.cycle import this_cycle
from review_kit.feedback.suppression import is_small
from review_kit.model import Done, Hearing, View


class Part(StrEnum):
    """The four parts of being heard."""

    SPACE = "space"
    VOICE = "voice"
    AUDIENCE = "audience"
    INFLUENCE = "influence"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One thing that is left to do, as a sentence or two; no word that a young person said is in it."""

    part: Part
    words: str


def unfinished(hearing: Hearing, *, today: date, months: int, up_to: int) -> tuple[Unfinished, ...]:
    """What is left to do of what was heard, in Lundy's order; nothing where all of it is done.

    Args:
        hearing: all that the store holds: what has no answer is owed one, however long ago it was said.
        today: the review's day.
        months: the review cycle.
        up_to: the largest number that is small, and is told in words.
    """
    heard = this_cycle(hearing, today=today, months=months)
    return (*_space(heard, months), *_audience(hearing, up_to), *_influence(hearing, up_to),
            *_late(hearing, today, up_to))


def few_or_number(number: int, what: str, up_to: int) -> str:
    """A number of things for the start of a sentence: `A few views`, `12 views`."""
    return f"A few {what}" if is_small(number, up_to) else f"{number:,} {what}"


def unanswered(hearing: Hearing) -> tuple[View, ...]:
    """The views that nobody has answered: those of a theme without an answer, and those of no theme."""
    return tuple(view for view in hearing.views if hearing.response_to(view.theme) is None)


def _space(heard: Hearing, months: int) -> Iterator[Unfinished]:
    if not heard.sessions:
        since = "month" if months == 1 else f"{months} months"
        yield Unfinished(Part.SPACE, "No forum was heard in this review: no meeting of the last "
                                     f"{since} is written down. Meet one, and write down what is said (step 3).")
    elif not heard.views:
        yield Unfinished(Part.VOICE, "A forum met, and nothing that was said there is written down (step 3).")


def _audience(hearing: Hearing, up_to: int) -> Iterator[Unfinished]:
    if number := sum(not hearing.audience_of(view) for view in hearing.views):
        yield Unfinished(Part.AUDIENCE, f"{few_or_number(number, 'views', up_to)} have no audience: nobody who can "
                                        "decide is named to hear them. Name who does.")


def _influence(hearing: Hearing, up_to: int) -> Iterator[Unfinished]:
    open_views = unanswered(hearing)
    if themes := len({view.theme for view in open_views if view.theme}):
        yield Unfinished(Part.INFLUENCE, f"{few_or_number(themes, 'themes', up_to)} have no answer yet. Say what you "
                                         "did, what you will do, or why you cannot.")
    if loose := sum(not view.theme for view in open_views):
        yield Unfinished(Part.INFLUENCE, f"{few_or_number(loose, 'views', up_to)} have no theme yet, and so no answer. "
                                         "Put each under a theme.")


def _late(hearing: Hearing, today: date, up_to: int) -> Iterator[Unfinished]:
    """Answers whose day has passed: those that a forum was promised, and those that promise something."""
    sessions = hearing.by_session
    promised = {view.session for view in unanswered(hearing) if view.session in sessions}
    if any(_passed(sessions[each].answer_by, today) for each in promised):
        yield Unfinished(Part.INFLUENCE, "The day has passed by which a forum was promised an answer.")
    answered = {view.theme for view in hearing.views}
    if late := sum(_passed(answer.by_on, today) for answer in hearing.responses
                   if answer.done is Done.WILL and answer.theme in answered):
        yield Unfinished(Part.INFLUENCE, f"{few_or_number(late, 'answers', up_to)} promise something by a day that "
                                         "has passed. Say what became of it.")


def _passed(day: str, today: date) -> bool:
    read = read_date(day)
    return read is not None and read < today
