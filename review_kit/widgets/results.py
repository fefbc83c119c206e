"""Notebook 2: what the check told of every link and contact."""

from collections.abc import Mapping

from review_kit.reports.parts import calls, links, summary
from review_kit.widgets.form import Form


class CheckResults(Form):
    """The verdicts, as the report has them."""

    called = "Results"
    template = "results.html.j2"

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None or self.current.running:
            return {"review": None}
        return {"review": review, "sentences": summary.in_words(review), "tallies": summary.tallies(review),
                # What to ring has a form of its own, below.
                "links_by_verdict": links.links_by_verdict(review), "calls": (),
                "contacts_by_verdict": calls.contacts_by_verdict(review)}
