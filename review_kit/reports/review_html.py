"""`review.html`: the review as one page that opens anywhere, prints on A4 and asks nothing of the network."""

from collections.abc import Callable

from review_kit.dates import prose_date
from review_kit.deciding import outcomes
from review_kit.feedback.standing import unfinished
from review_kit.model import Finding, Outcome, Review
from review_kit.reports import REVIEW_PAGE, Report
from review_kit.reports.addresses import dangers_of
from review_kit.reports.drawing import environment
from review_kit.reports.parts import calls, decisions, first, groups, links, method, since, summary


def _parts(review: Review) -> dict[str, object]:
    """Each part of the page under the name that its template knows it by."""
    grouped, to_call = groups.groups(review), calls.calls(review)
    return {
        "review": review,
        "council": review.register.settings.council,
        "young_people": review.register.settings.words_for_young_people,
        "day": prose_date(review.today),
        "sentences": (*summary.in_words(review), *_of_forums(review)),
        "tallies": summary.tallies(review),
        "steps": first.first_steps(review, grouped, to_call),
        "groups": grouped,
        "outcome_of": outcome_of(review),
        "desk": False,
        "shared": groups.shared(review),
        "since": since.since(review),
        "decided": decisions.decided(review),
        "links_by_verdict": links.links_by_verdict(review),
        "calls": to_call,
        "contacts_by_verdict": calls.contacts_by_verdict(review),
        "quiet": links.quiet_services(review),
        "method": method.method(review),
    }


def _of_forums(review: Review) -> tuple[str, ...]:
    """What is unfinished in hearing young people. No word that one of them said stands on this page."""
    settings = review.register.settings
    return tuple(each.words for each in unfinished(
        review.hearing, today=review.today, months=settings.review_cycle_months, up_to=settings.small_numbers))


def outcome_of(review: Review) -> Callable[[Finding], Outcome]:
    """Says of each finding of a review what was decided about it."""
    made = review.outcomes or outcomes(review.findings, review.register, review.decided, review.vouching, review.today)
    by_finding = dict(zip(map(id, review.findings), made, strict=True))
    return lambda finding: by_finding[id(finding)]


def render(review: Review) -> bytes:
    """The page: the same review gives the same bytes, and no clock is asked."""
    dangers = dangers_of(review)
    page = environment(dangers).get_template("review.html.j2")
    return page.render(_parts(review), has_dangers=bool(dangers.hosts)).encode("utf-8")


REPORT = Report(REVIEW_PAGE, render)
