"""link-connection-refused: a machine is there and refuses the connection."""

import pytest

from review_kit.checks.link_connection_refused import CHECK
from review_kit.model import Failure, Verdict

from . import facts as make


def test_a_refused_connection_is_for_a_person() -> None:
    """The site may be switched off, or a filter may refuse us: a program cannot tell."""
    of = make.facts(make.failed(Failure.REFUSED))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "connection refused" in make.found(CHECK, of)[0].evidence


def test_after_a_redirect_the_evidence_names_the_place() -> None:
    """It says at which address the connection was refused."""
    of = make.facts(make.failed(Failure.REFUSED, make.URL, (302, "https://other.example/")))
    assert "failed at https://other.example/: connection refused" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("failure", [f for f in Failure if f is not Failure.REFUSED])
def test_other_failures_are_not_refusals(failure: Failure) -> None:
    """Only a refused connection is one."""
    assert make.found(CHECK, make.facts(make.failed(failure))) == []


@pytest.mark.parametrize("rounds", [make.AWAY, make.STOPPED])
def test_a_refusal_that_cannot_be_believed_is_not_told(rounds: tuple[make.CanaryRound, ...]) -> None:
    """A firewall of ours refuses everything, the canaries too."""
    of = make.facts(make.failed(Failure.REFUSED), canaries=rounds)
    assert make.told(of) == (Verdict.NOT_CHECKED, "link-not-checked")
