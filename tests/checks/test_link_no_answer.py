"""link-no-answer: no answer came, or it broke off, and a program cannot tell why."""

import pytest

from review_kit.checks.link_no_answer import CHECK, SAW
from review_kit.looks import next_looks
from review_kit.model import Failure, Purpose, Verdict, Written

from . import facts as make


@pytest.mark.parametrize("failure", list(SAW))
def test_silence_is_for_a_person(failure: Failure) -> None:
    """A slow server, a firewall, a passing fault: never broken on one day's evidence."""
    of = make.facts(make.failed(failure))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    finding, = make.found(CHECK, of)
    assert finding.what_we_saw == f"The site {SAW[failure]}."
    assert finding.basis == (("failure", failure.value),)


@pytest.mark.parametrize("status", [200, 404, 503])
def test_an_answer_that_broke_off_is_no_answer(status: int) -> None:
    """Half a page is not a page that works, and half a “not found” is not “not found”."""
    of = make.facts(make.visit(status=status, failure=Failure.RESET))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert f"answered {status}" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("failure", [Failure.REFUSED, Failure.CERTIFICATE, Failure.NOT_PUBLIC, Failure.PROXY,
                                     Failure.REDIRECT_LOOP, Failure.TOO_MANY_REDIRECTS, Failure.NOT_ASKED])
def test_failures_with_words_of_their_own_are_left_to_them(failure: Failure) -> None:
    """Each failure has one complaint."""
    assert make.found(CHECK, make.facts(make.failed(failure))) == []


def test_an_answer_is_an_answer() -> None:
    """A page that came, after however many tries, is not held to have been silent."""
    assert make.found(CHECK, make.facts(make.visit(attempts=3))) == []


def test_a_silence_without_a_round_after_it_is_not_the_sites() -> None:
    """A run that was stopped cannot know whether the network had gone."""
    assert make.told(make.facts(make.failed(Failure.TIMEOUT), canaries=make.STOPPED)) == (
        Verdict.NOT_CHECKED, "link-not-checked")


def test_a_host_that_was_learned_silent_says_that_it_was_not_asked_again() -> None:
    """The evidence of a link that was spared the wait does not claim that it was asked."""
    of = make.facts(make.failed(Failure.TIMEOUT, attempts=0, cause="not asked again: its host gave no answer"))
    assert make.found(CHECK, of)[0].evidence.startswith(f"Did not ask {make.URL} on 21 November 2026")


PLAIN = "http://www.club.example/choir"


def plain_facts(written: Written, failure: Failure = Failure.REFUSED, status: int | None = 200) -> make.Facts:
    """An address that https did not answer, and what stood there over plain http."""
    seen = make.failed(failure, make.TWIN)
    second = make.visit(PLAIN, status, purpose=Purpose.PLAIN_HTTP, minute=6)
    return make.facts(seen, second, services=[make.service(make.link(make.TWIN, written=written))])


@pytest.mark.parametrize("failure", [Failure.REFUSED, Failure.TIMEOUT, Failure.TLS, Failure.RESET])
def test_an_address_without_a_scheme_is_told_by_plain_http_too(failure: Failure) -> None:
    """Browsers try https first and then http, so a site without a certificate works for whoever types its name."""
    assert make.told(plain_facts(Written.NO_SCHEME, failure)) == (Verdict.WORKING, "")
    assert make.told(plain_facts(Written.NO_SCHEME, failure, 500)) == (Verdict.BY_HAND, "link-server-ill")


def test_an_address_that_says_https_is_told_by_https() -> None:
    """Plain http is not what the register holds."""
    assert make.told(plain_facts(Written.IN_FULL)) == (Verdict.BY_HAND, "link-connection-refused")


def test_plain_http_is_asked_for_addresses_without_a_scheme_alone() -> None:
    """One look, where https gave no answer at all."""
    def looks(written: Written, seen: make.Visit) -> list[tuple[str, Purpose]]:
        of = make.facts(seen, services=[make.service(make.link(make.TWIN, written=written))])
        return [(look.url, look.purpose) for look in next_looks(of) if look.purpose is Purpose.PLAIN_HTTP]
    refused = make.failed(Failure.REFUSED, make.TWIN)
    assert looks(Written.NO_SCHEME, refused) == [(PLAIN, Purpose.PLAIN_HTTP)]
    assert looks(Written.IN_FULL, refused) == []
    assert looks(Written.NO_SCHEME, make.visit(make.TWIN)) == []
