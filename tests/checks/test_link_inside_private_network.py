"""link-inside-private-network: the link, or a redirect on its way, leads to a private address."""

import pytest

from review_kit.checks.link_inside_private_network import CHECK
from review_kit.model import Failure, Verdict

from . import facts as make


@pytest.mark.parametrize("url", ["https://intranet.example/", "http://10.0.0.7/", "http://127.0.0.1/", "http://[::1]/"])
def test_a_private_address_is_for_a_person(url: str) -> None:
    """Our checker does not ask it; whether the public gets in is a person's question."""
    of = make.facts(make.failed(Failure.NOT_PUBLIC, url))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert make.found(CHECK, of)[0].what_we_saw.startswith("This link leads to an address inside a private network")


def test_a_redirect_to_a_private_address_says_so() -> None:
    """The public page is asked; where it sends visitors is named, and was not asked."""
    of = make.facts(make.failed(Failure.NOT_PUBLIC, make.URL, (302, "http://127.0.0.1/")))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    finding, = make.found(CHECK, of)
    assert finding.what_we_saw.startswith("This link sends visitors to an address inside a private network")
    assert "sent us to http://127.0.0.1/; failed at http://127.0.0.1/: address not public" in finding.evidence


@pytest.mark.parametrize("failure", [f for f in Failure if f is not Failure.NOT_PUBLIC])
def test_other_failures_are_not_private(failure: Failure) -> None:
    """Silence is not privacy."""
    assert make.found(CHECK, make.facts(make.failed(failure))) == []


def test_it_is_not_told_while_our_network_fails() -> None:
    """A resolver that sends every name to its own machine would make every link private."""
    assert make.told(make.facts(make.failed(Failure.NOT_PUBLIC), canaries=make.AWAY)) == (
        Verdict.NOT_CHECKED, "link-not-checked")
