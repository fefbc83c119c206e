"""own-proxy-refused: our own proxy did not pass the question on."""

import pytest

from review_kit.checks.own_proxy_refused import CHECK
from review_kit.model import Failure, Verdict

from . import facts as make


@pytest.mark.parametrize("seen", [make.failed(Failure.PROXY, via_proxy=True), make.visit(status=407, via_proxy=True)])
def test_a_refusing_proxy_leaves_the_link_not_checked(seen: make.Visit) -> None:
    """Nothing is known of the site, and nothing is said of it."""
    of = make.facts(seen)
    assert make.told(of) == (Verdict.NOT_CHECKED, CHECK.name)
    assert "asked through a proxy" in make.found(CHECK, of)[0].evidence
    assert [f.check for f in make.judge(of) if f.about] == [CHECK.name]


@pytest.mark.parametrize("status", [200, 401, 403, 404, 502, 503])
def test_an_answer_through_a_proxy_is_an_answer(status: int) -> None:
    """A proxy that passes on what it got has not refused."""
    assert make.found(CHECK, make.facts(make.visit(status=status, via_proxy=True))) == []


@pytest.mark.parametrize("failure", [f for f in Failure if f is not Failure.PROXY])
def test_other_failures_are_not_the_proxys(failure: Failure) -> None:
    """Only a failure that the proxy itself reports is its own."""
    assert make.found(CHECK, make.facts(make.failed(failure, via_proxy=True))) == []
