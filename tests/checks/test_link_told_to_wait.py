"""link-told-to-wait: the site asked us to come back later than this run could."""

import pytest

from review_kit.checks.link_told_to_wait import CHECK
from review_kit.model import Verdict

from . import facts as make


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("seconds", [0.0, 5.0, 3600.0, 86_400.0])
def test_a_wait_that_was_asked_for_is_not_checked(status: int, seconds: float) -> None:
    """Whether the wait was long or we waited in vain: the last word was “later”, which is nothing against the site."""
    of = make.facts(make.visit(status=status, retry_after=seconds))
    assert make.told(of) == (Verdict.NOT_CHECKED, CHECK.name)
    assert f"a wait of {seconds:.0f} seconds" in make.found(CHECK, of)[0].evidence


def test_too_many_requests_without_a_time_is_a_refusal() -> None:
    """Nobody knows when to come back, so a person opens the link."""
    assert make.told(make.facts(make.visit(status=429))) == (Verdict.BY_HAND, "link-blocks-robots")


def test_a_fault_without_a_time_is_a_fault() -> None:
    """A server that is ill says nothing of later."""
    assert make.told(make.facts(make.visit(status=503))) == (Verdict.BY_HAND, "link-server-ill")


def test_a_wait_that_was_worth_it_leaves_no_trace() -> None:
    """A site that asked for a short wait and then answered works."""
    assert make.told(make.facts(make.visit(attempts=2))) == (Verdict.WORKING, "")


@pytest.mark.parametrize("status", [200, 301, 403, 404, 500])
def test_a_time_beside_another_answer_is_no_wait(status: int) -> None:
    """Retry-After counts only beside the two answers that it belongs to."""
    assert make.found(CHECK, make.facts(make.visit(status=status, retry_after=60.0))) == []
