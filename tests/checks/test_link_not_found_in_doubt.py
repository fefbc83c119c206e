"""link-not-found-in-doubt: the site said “not found”, but its word is not enough."""

import pytest

from review_kit.checks.link_not_found_in_doubt import CHECK
from review_kit.model import Failure, Verdict, Visit

from . import facts as make

CASES = [
    ("was asked only once", ()),
    ("was asked only once", (make.front_page(),)),
    ("says so of its own front page too", (make.browser_like(404), make.front_page(404))),
    ("says so of its own front page too", (make.front_page(403),)),
    ("answered otherwise the second time", (make.browser_like(403), make.front_page())),
    ("answered otherwise the second time", (make.browser_like(503),)),
    ("answered otherwise the second time", (make.browser_like(None, failure=Failure.TIMEOUT),)),
]


@pytest.mark.parametrize(("why", "more"), CASES)
def test_doubt_is_a_question_to_a_person(why: str, more: tuple[Visit, ...]) -> None:
    """The finding says truly why the answer is not believed, and the link is to be checked by hand."""
    of = make.facts(make.visit(status=404), *more)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    finding, = make.found(CHECK, of)
    assert finding.what_we_saw.endswith(f"but it {why}.")


def test_a_proven_not_found_is_no_doubt() -> None:
    """A page is either in doubt or not found, never both."""
    assert make.found(CHECK, make.facts(make.visit(status=404), make.browser_like(404), make.front_page())) == []


def test_a_page_that_came_is_no_doubt() -> None:
    """Neither a page that was there at once nor one that a browser got is in doubt."""
    assert make.found(CHECK, make.facts(make.visit())) == []
    assert make.found(CHECK, make.facts(make.visit(status=404), make.browser_like(200))) == []


def test_the_second_look_stands_in_the_evidence() -> None:
    """What the second look showed can be read."""
    finding, = make.found(CHECK, make.facts(make.visit(status=404), make.browser_like(503), make.front_page()))
    assert "answered 503" in finding.evidence
    assert f"{make.FRONT} answered 200" in finding.evidence
