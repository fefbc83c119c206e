"""link-redirect-without-end: redirects that never arrive, or that lead out of the web."""

import pytest

from review_kit.checks.link_redirect_without_end import CHECK
from review_kit.model import Failure, Verdict

from . import facts as make


@pytest.mark.parametrize(("failure", "saw"), [
    (Failure.REDIRECT_LOOP, "sends visitors round in a circle"),
    (Failure.TOO_MANY_REDIRECTS, "sends visitors on and on without arriving"),
    (Failure.NOT_ASKED, "sends visitors to something that is not a web page"),
])
def test_redirects_that_do_not_arrive_are_for_a_person(failure: Failure, saw: str) -> None:
    """Browsers keep cookies that we may lack, so a circle of ours may be none of theirs."""
    of = make.facts(make.failed(failure, make.URL, (302, "https://club.example/next")))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert make.found(CHECK, of)[0].what_we_saw == f"This link {saw}."


def test_an_address_that_nobody_redirected_is_not_said_to_redirect() -> None:
    """Where the registered address itself could not be asked, the words say nothing of being sent."""
    finding, = make.found(CHECK, make.facts(make.failed(Failure.NOT_ASKED)))
    assert finding.what_we_saw == "This link leads to something that is not a web page."


@pytest.mark.parametrize("hops", [5, 9])
def test_a_long_way_that_arrives_is_fine(hops: int) -> None:
    """The number of redirects alone is no complaint."""
    way = [(302, f"https://club.example/{n}") for n in range(hops)]
    assert make.told(make.facts(make.visit(make.URL, 200, *way))) == (Verdict.WORKING, "")


@pytest.mark.parametrize("failure", [Failure.TIMEOUT, Failure.NOT_PUBLIC, Failure.CERTIFICATE])
def test_other_failures_on_the_way_have_their_own_words(failure: Failure) -> None:
    """A way that ends at a failure is that failure's complaint."""
    assert make.found(CHECK, make.facts(make.failed(failure, make.URL, (302, "https://club.example/next")))) == []
