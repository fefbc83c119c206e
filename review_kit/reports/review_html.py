"""`review.html`: the review as one page that opens anywhere, prints on A4 and asks nothing of the network."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from review_kit.dates import prose_date
from review_kit.model import Link, Review
from review_kit.reports import Report
from review_kit.reports.addresses import Dangers, dangers_of
from review_kit.reports.parts import calls, first, groups, links, method, since, summary
from review_kit.reports.words import (
    CONTACT_VERDICTS,
    KINDS,
    SEVERITIES,
    VERDICTS,
    contact_saw,
    counted,
    link_saw,
    prose_day_of,
    service_title,
    shortened,
)

WORDS: dict[str, Any] = {
    "contact_saw": contact_saw, "contact_verdicts": CONTACT_VERDICTS, "counted": counted, "day_of": prose_day_of,
    "is_link": lambda about: isinstance(about, Link), "kinds": KINDS, "link_saw": link_saw,
    "readable": calls.readable, "service_title": service_title, "severities": SEVERITIES, "shortened": shortened,
    "verdicts": VERDICTS,
}  # fmt: skip
"""What the templates may call."""


def _environment(dangers: Dangers) -> Environment:
    """Every value that a template prints passes through `Dangers.printed` and is then escaped."""

    def printed(value: object) -> object:
        return value if isinstance(value, Markup) else dangers.printed(str(value))

    environment = Environment(
        loader=PackageLoader("review_kit.reports"), autoescape=True, finalize=printed, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals.update(WORDS, live=dangers.live, concern=dangers.concern)
    return environment


def _parts(review: Review) -> dict[str, object]:
    """Each part of the page under the name that its template knows it by."""
    grouped, to_call = groups.groups(review), calls.calls(review)
    return {
        "review": review,
        "council": review.register.settings.council,
        "young_people": review.register.settings.words_for_young_people,
        "day": prose_date(review.today),
        "sentences": summary.in_words(review),
        "tallies": summary.tallies(review),
        "steps": first.first_steps(review, grouped, to_call),
        "groups": grouped,
        "shared": groups.shared(review),
        "since": since.since(review),
        "links_by_verdict": links.links_by_verdict(review),
        "calls": to_call,
        "contacts_by_verdict": calls.contacts_by_verdict(review),
        "quiet": links.quiet_services(review),
        "method": method.method(review),
    }


def render(review: Review) -> bytes:
    """The page: the same review gives the same bytes, and no clock is asked."""
    dangers = dangers_of(review)
    page = _environment(dangers).get_template("review.html.j2")
    return page.render(_parts(review), has_dangers=bool(dangers.hosts)).encode("utf-8")


REPORT = Report("review.html", render)
