"""`you_said_we_did.html`: what young people said and what became of it, for them, their forum and the lead."""

from collections.abc import Callable
from datetime import date
from functools import partial

from review_kit.barriers import barriers
from review_kit.dates import read_date
from review_kit.feedback.counts import counts
from review_kit.feedback.cycle import this_cycle
from review_kit.feedback.suppression import printed
from review_kit.feedback.you_said import you_said
from review_kit.model import Done, Review
from review_kit.reports import YOU_SAID, Report
from review_kit.reports.addresses import dangers_of
from review_kit.reports.drawing import environment
from review_kit.reports.parts.heard import how_heard, month_of, not_quoted
from review_kit.reports.parts.support import support


def render(review: Review) -> bytes:
    """The page: the same review gives the same bytes, and no clock is asked.

    It holds words of young people: `steps.write_reports` remembers where it is, so that a withdrawal reaches it.
    """
    settings, known = review.register.settings, review.facts.known
    heard = this_cycle(review.hearing, today=review.today, months=settings.review_cycle_months)
    said = you_said(heard, review.hearing)
    told = counts(heard, barriers(known), up_to=settings.small_numbers,
                  hide_total=said.gives_away(len(heard.views), settings.small_numbers))
    page = environment(dangers_of(review)).get_template("you_said_we_did.html.j2")
    return page.render(
        review=review, council=settings.council, young_people=settings.words_for_young_people,
        month=month_of(review.today.isoformat()), heard=heard, said=said, told=told, how=how_heard(heard, told),
        support=support(review), up_to=settings.small_numbers, done=Done, printed=printed, month_of=month_of,
        not_quoted=partial(not_quoted, told=told, up_to=settings.small_numbers), passed=has_passed(review.today),
    ).encode("utf-8")


def has_passed(today: date) -> Callable[[str], bool]:
    """Says of an ISO day whether its month is over: the page tells no day, and so no sooner than that."""
    def passed(day: str) -> bool:
        read = read_date(day)
        return read is not None and (read.year, read.month) < (today.year, today.month)

    return passed


REPORT = Report(YOU_SAID, render, quotes=True)
