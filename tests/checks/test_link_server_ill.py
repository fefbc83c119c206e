"""link-server-ill: the site's server says that it cannot answer just now."""

import pytest

from review_kit.checks.link_server_ill import CHECK
from review_kit.model import Verdict

from . import facts as make


@pytest.mark.parametrize("status", [500, 501, 502, 503, 504, 520, 522, 530, 599])
def test_a_fault_is_for_a_person(status: int) -> None:
    """A server's fault is never called broken: it may be gone in an hour."""
    assert make.told(make.facts(make.visit(status=status))) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("status", [200, 404, 429, 499, 600, 999])
def test_other_answers_are_no_fault(status: int) -> None:
    """Only answers from 500 to 599 are the server's own fault."""
    assert make.found(CHECK, make.facts(make.visit(status=status))) == []


def test_a_fault_behind_an_incomplete_chain_is_counted() -> None:
    """Where the page was read without certificate check, that look's day counts."""
    of = make.facts(make.bad_certificate("incomplete chain"), make.unverified(500))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


def test_a_fault_that_passed_is_forgotten() -> None:
    """The newest look counts: a site that answers today works."""
    assert make.told(make.facts(make.visit(status=500, minute=1), make.visit(minute=9))) == (Verdict.WORKING, "")


@pytest.mark.parametrize(("status", "proxied", "whose"), [
    (502, True, "or our own network's proxy"), (504, True, "or our own network's proxy"), (500, True, "server had"),
    (502, False, "server had"),
])
def test_a_gateways_fault_through_a_proxy_may_be_the_proxys(status: int, proxied: bool, whose: str) -> None:
    """502 and 504 are said by what stands between, and a proxy of ours stands between too."""
    finding, = make.found(CHECK, make.facts(make.visit(status=status, via_proxy=proxied)))
    assert whose in finding.what_we_saw
