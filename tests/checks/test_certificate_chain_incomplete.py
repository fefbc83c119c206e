"""certificate-chain-incomplete: browsers mend it by themselves, so the link works, with a note."""

from dataclasses import replace

import pytest

from review_kit.checks.certificate_chain_incomplete import CHECK
from review_kit.model import Failure, Verdict

from . import facts as make


def test_only_an_issuer_missing_is_working_with_a_note() -> None:
    """Where nothing else is wrong with the certificate, the page that came counts."""
    of = make.facts(make.bad_certificate("incomplete chain"), make.unverified(title="Choir"))
    assert make.told(of) == (Verdict.WORKING, CHECK.name)
    finding, = make.found(CHECK, of)
    assert "The certificate's issuer is Some CA." in finding.evidence
    assert finding.basis == (("certificate", "2027-06-01"),)


def test_the_verdict_shows_the_page_that_was_read() -> None:
    """The visit beside the verdict is the one on which it rests."""
    one, = make.all_told(make.facts(make.bad_certificate("incomplete chain"), make.unverified(title="Choir")))
    assert one.visit is not None
    assert one.visit.page.title == "Choir"


def test_a_site_that_leads_to_its_other_name_with_the_same_certificate_is_the_same() -> None:
    """Without www. to with www.: one certificate for both is enough."""
    of = make.facts(make.bad_certificate("incomplete chain"), make.unverified(200, (302, make.TWIN)))
    assert make.told(of) == (Verdict.WORKING, CHECK.name)


@pytest.mark.parametrize(("second", "verdict"), [
    (make.unverified(403), Verdict.BY_HAND), (make.unverified(500), Verdict.BY_HAND),
    (make.unverified(404), Verdict.BY_HAND), (make.unverified(200, (301, make.FRONT)), Verdict.CHANGED),
    (make.unverified(200, (301, "https://club.example/new")), Verdict.MOVED),
])
def test_behind_the_missing_issuer_the_page_is_judged_as_any_other(second: make.Visit, verdict: Verdict) -> None:
    """A missing issuer hides nothing that the page itself shows."""
    assert make.told(make.facts(make.bad_certificate("incomplete chain"), second))[0] is verdict


def test_a_page_that_never_came_does_not_work() -> None:
    """Where the look without verification failed further on, a person looks."""
    second = make.unverified(None, (302, make.TWIN), failure=Failure.TIMEOUT)
    of = make.facts(make.bad_certificate("incomplete chain"), second)
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


@pytest.mark.parametrize("told", ["expired", "wrong name", "self-signed", "untrusted issuer", "other"])
def test_other_troubles_are_not_harmless(told: str) -> None:
    """Only a missing issuer is."""
    assert make.found(CHECK, make.facts(make.bad_certificate(told), make.unverified())) == []


def test_without_the_second_look_it_is_doubt() -> None:
    """Nobody has seen yet that nothing else is wrong."""
    of = make.facts(make.bad_certificate("incomplete chain"))
    assert make.found(CHECK, of) == []
    assert make.told(of) == (Verdict.BY_HAND, "link-not-secure")


def test_a_page_that_a_failing_network_showed_does_not_count() -> None:
    """The look without verification must be believed, or a sign-in page would be taken for the site."""
    rounds = (make.good(0, "before"), make.good(5), make.bad(8), make.good(30, "after"))
    of = make.facts(make.bad_certificate("incomplete chain"), make.unverified(minute=7), canaries=rounds)
    assert make.told(of) == (Verdict.BY_HAND, "link-not-secure")


def test_an_issuer_that_was_sent_along_is_not_missing() -> None:
    """Where the server sent more than its own certificate and is still not trusted, browsers warn too."""
    sent = replace(make.certificate(), chain_length=2)
    of = make.facts(make.bad_certificate("incomplete chain"), make.unverified(shown=sent))
    assert make.told(of) == (Verdict.BY_HAND, "link-not-secure")
    assert make.found(CHECK, of) == []
