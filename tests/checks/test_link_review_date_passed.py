"""link-review-date-passed: the page's own “next review due” is past."""

import pytest

from review_kit.checks.link_review_date_passed import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import notices as pages

REVIEWED = "Page last reviewed: 3 May 2021"


@pytest.mark.parametrize("due", ["3 May 2024", "20 November 2026", "October 2026", "03/05/2024", "3rd May 2024"])
def test_a_review_that_is_past_due_is_for_a_person(due: str) -> None:
    """By the provider's own rule the page is out of date; a month counts to its end."""
    of = pages.of(pages.FILLING, f"{REVIEWED} Next review due: {due}")
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("said", [
    REVIEWED, f"{REVIEWED} Next review due: 3 May 2027", "Next review due: 21 November 2026",
    "Next review due: November 2026", "Last updated 1 January 2015", "Review date: 3 May 2020",
    "Next review due: 31 June 2020", "Next review due: 3 May 2024. Next review due: 3 May 2027",
])
def test_a_review_to_come_and_age_alone_say_nothing(said: str) -> None:
    """A page that was last reviewed long ago is not stale, and the latest date counts."""
    assert make.told(pages.of(pages.FILLING, said))[0] is Verdict.WORKING
