"""`call_sheet.html`: the numbers to ring and addresses to write to, to print and fill in with a pen."""

from review_kit.dates import prose_date
from review_kit.model import ContactKind, Review
from review_kit.reports import CALL_SHEET, Report
from review_kit.reports.addresses import dangers_of
from review_kit.reports.drawing import environment
from review_kit.reports.parts import calls


def render(review: Review) -> bytes:
    """The page: the same review gives the same bytes, and no clock is asked."""
    page = environment(dangers_of(review)).get_template("call_sheet.html.j2")
    parts = [(kind, calls.calls(review, kind)) for kind in (ContactKind.PHONE, ContactKind.EMAIL)]
    return page.render(
        review=review, council=review.register.settings.council, day=prose_date(review.today),
        parts=[(kind, found) for kind, found in parts if found], says=calls.SAYS, asked=calls.asked,
        who_answers=calls.who_answers).encode("utf-8")


REPORT = Report(CALL_SHEET, render)
