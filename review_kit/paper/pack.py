"""`meeting_pack.html`: to read before a meeting, by young people: what changed, what was answered, what there is."""

from review_kit.model import Done, Hearing, Response, Review
from review_kit.paper.entries import entries, for_workers, heading, withheld
from review_kit.paper.since import Since
from review_kit.reports.addresses import dangers_of
from review_kit.reports.drawing import environment
from review_kit.reports.parts.heard import month_of
from review_kit.reports.parts.support import support
from review_kit.reports.words import listed


def meeting_pack(review: Review, hearing: Hearing, since: Since | None) -> str:
    """The pack, in large print. Of what forums said it holds the answers and no word of anybody.

    Args:
        review: the offer as it is, and what was found of it: nobody is sent to a link or number that does harm.
        hearing: what forums said and what was answered.
        since: what changed since an earlier review; None where there is none at hand.
    """
    register, dangers = review.register, dangers_of(review)
    held = withheld(review, dangers)
    return environment(dangers, "review_kit.paper").get_template("meeting_pack.html.j2").render(
        review=review, settings=register.settings, month=month_of(review.today.isoformat()), month_of=month_of,
        since=since, heading=lambda service: heading(service, held), listed=lambda what: listed(list(what)),
        answers=_answers(hearing), unanswered=_unanswered(hearing), cannot=Done.CANNOT,
        sections=entries(review, held), support=support(review),
        left_out=sum(for_workers(service) and not service.retired for service in register.services))


def _answers(hearing: Hearing) -> tuple[Response, ...]:
    """The answers: first what was done, then what will be, then what cannot be."""
    order = list(Done)
    return tuple(sorted(hearing.responses, key=lambda each: (order.index(each.done), each.theme.casefold())))


def _unanswered(hearing: Hearing) -> tuple[str, ...]:
    """The themes that were spoken about and have no answer yet."""
    themes = {view.theme for view in hearing.views if view.theme}
    return tuple(sorted(themes - {each.theme for each in hearing.responses}, key=str.casefold))
