"""link-odd-answer: an answer that neither shows a page nor says what is wrong with it."""

import pytest

from review_kit.checks.link_odd_answer import CHECK
from review_kit.model import Verdict

from . import facts as make


@pytest.mark.parametrize("status", [
    201, 202, 204, 205, 207, 226, 300, 301, 302, 303, 304, 307, 308, 400, 402, 408, 409, 412, 415, 416, 421, 422, 423,
    425, 426, 431, 600, 799,
])
def test_an_answer_without_a_page_is_for_a_person(status: int) -> None:
    """Nothing to read, nothing changed, a redirect to nowhere: none is a page that works, and none is broken."""
    assert make.told(make.facts(make.visit(status=status))) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("status", [200, 203, 206])
def test_a_page_is_not_odd(status: int) -> None:
    """A page, one that a proxy changed on the way, or the part of one that was asked for: it came."""
    assert make.told(make.facts(make.visit(status=status))) == (Verdict.WORKING, "")


@pytest.mark.parametrize("status", [401, 403, 404, 407, 410, 429, 500, 503, 999])
def test_answers_that_other_checks_know_are_not_odd(status: int) -> None:
    """Each of these has words of its own."""
    assert make.found(CHECK, make.facts(make.visit(status=status))) == []


def test_a_chain_that_ends_in_a_redirect_to_nowhere_is_odd() -> None:
    """A permanent redirect whose last step names no place suggests no address."""
    assert make.told(make.facts(make.visit(make.URL, 301, (301, "https://club.example/new")))) == (
        Verdict.BY_HAND, CHECK.name)
