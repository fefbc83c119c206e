"""link-closure-in-doubt: the page tells of an end that may not be this service's, or may not have come."""

import pytest

from review_kit.checks.link_closure_in_doubt import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import notices as pages

LONG = pages.FILLING * 4


@pytest.mark.parametrize("body", [
    (LONG, "Our Allenton hut, which Riverside Youth Trust ran with Meadow Care, has now closed.", LONG),
    ("The service has now closed. It will reopen in the new building.", LONG),
    ("We are sad to tell you that we are closing the charity.", LONG),
    ("Our contract with the council has ended.", LONG),
    ("Our 2024 pilot has ended. Thank you to everybody who took part.", LONG),
    ("Our text service has closed. You can still ring us or come in.", LONG),
    ("Our music group has now closed.", LONG),
])
def test_an_end_that_cannot_be_told_is_for_a_person(body: tuple[str, ...]) -> None:
    """Another name beside it, an old announcement, a new beginning, a part of the service: the sentence is shown."""
    of = pages.of(*body)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "The page says: “" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("body", [
    ("The service has now closed.", "The service will close on 31 March 2025."), (LONG,),
    ("The centre will close on 24 December 2025 at noon.",),
    ("The Meadow Lane club has now closed.",),
])
def test_what_is_plain_is_no_doubt(body: tuple[str, ...]) -> None:
    """A plain end is told as such, a holiday or another's end not at all."""
    assert make.found(CHECK, pages.of(*body)) == []
