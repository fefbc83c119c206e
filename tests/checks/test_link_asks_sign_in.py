"""link-asks-sign-in: the page asks for a name and a password before it shows anything."""

import pytest

from review_kit.checks.link_asks_sign_in import CHECK
from review_kit.model import Failure, Verdict

from . import facts as make


def test_a_sign_in_is_for_a_person() -> None:
    """A page that wants a password may be open to young people by another way."""
    assert make.told(make.facts(make.visit(status=401))) == (Verdict.BY_HAND, CHECK.name)


def test_after_a_redirect_too() -> None:
    """It is the last answer that counts."""
    of = make.facts(make.visit(make.URL, 401, (302, "https://id.example/")))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("status", [200, 403, 404, 407])
def test_other_answers_are_no_sign_in(status: int) -> None:
    """A refusal is not a sign-in; nor is our own proxy's."""
    assert make.found(CHECK, make.facts(make.visit(status=status))) == []


def test_an_answer_that_broke_off_is_doubt() -> None:
    """Half an answer asks for nothing."""
    assert make.told(make.facts(make.visit(status=401, failure=Failure.TIMEOUT))) == (Verdict.BY_HAND, "link-no-answer")
