"""link-not-secure: a certificate that browsers warn about, told by the certificate itself before the system's word."""

import pytest

from review_kit.checks.link_not_secure import CHECK
from review_kit.model import Certificate, Failure, Purpose, Verdict, Visit

from . import facts as make

EXPIRED = make.certificate(valid_until="2026-11-01")
EARLY = make.certificate(valid_from="2026-12-01")
OTHER_NAME = make.certificate("somebody-else.example", "shop.example")
OWN = make.certificate(self_signed=True)


def saw(told: str, second: Visit | None = None, first: Visit | None = None) -> str:
    """The trouble as the finding words it."""
    of = make.facts(first or make.bad_certificate(told), *([second] if second else []))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    finding, = make.found(CHECK, of)
    return finding.what_we_saw.removeprefix("Browsers warn before they open this site: its security certificate ")


@pytest.mark.parametrize(("told", "shown", "words"), [
    ("expired", EXPIRED, "ran out on 1 November 2026."),
    ("not yet valid", EARLY, "is not valid before 1 December 2026."),
    ("wrong name", OTHER_NAME, "is for another site (somebody-else.example, shop.example)."),
    ("self-signed", OWN, "was made by the site itself, so nobody vouches for it."),
    ("untrusted issuer", make.certificate(issuer="A, B"), "comes from an issuer that browsers do not trust (A, B)."),
    ("other", make.certificate(), "was not accepted."),
])
def test_each_kind_has_its_words(told: str, shown: Certificate, words: str) -> None:
    """What is wrong is said with the date, names or issuer that the certificate shows."""
    assert saw(told, make.unverified(shown=shown)) == words


@pytest.mark.parametrize(("told", "shown", "words"), [
    ("untrusted issuer", EXPIRED, "ran out on 1 November 2026."),
    ("incomplete chain", EXPIRED, "ran out on 1 November 2026."),
    ("other", EARLY, "is not valid before 1 December 2026."),
    ("incomplete chain", OWN, "was made by the site itself, so nobody vouches for it."),
    ("incomplete chain", OTHER_NAME, "is for another site (somebody-else.example, shop.example)."),
    ("untrusted issuer", OTHER_NAME, "is for another site (somebody-else.example, shop.example)."),
])
def test_the_certificate_outweighs_the_systems_first_word(told: str, shown: Certificate, words: str) -> None:
    """The system stops at the first trouble it meets; an incomplete chain with something else wrong is not harmless."""
    assert saw(told, make.unverified(shown=shown)) == words


@pytest.mark.parametrize("told", ["expired", "not yet valid", "wrong name", "self-signed"])
def test_a_word_that_the_certificate_contradicts_is_not_repeated(told: str) -> None:
    """An issuer's certificate that ran out is no date of this one: nothing is said that the certificate disproves."""
    assert saw(told, make.unverified()) == "was not accepted."


@pytest.mark.parametrize(("told", "words"), [
    ("expired", "ran out on 21 November 2026."), ("not yet valid", "was not accepted."),
])
def test_on_its_last_day_the_system_knows_the_hour(told: str, words: str) -> None:
    """A certificate that ends today may have ended already."""
    assert saw(told, make.unverified(shown=make.certificate(valid_until="2026-11-21"))) == words


@pytest.mark.parametrize(("told", "words"), [
    ("expired", "has run out."), ("not yet valid", "is not valid yet."), ("wrong name", "is for another site."),
    ("self-signed", "was made by the site itself, so nobody vouches for it."),
    ("untrusted issuer", "comes from an issuer that browsers do not trust."),
    ("incomplete chain", "was not accepted."), ("other", "was not accepted."), ("", "was not accepted."),
])
def test_without_the_certificate_the_systems_word_stands_alone(told: str, words: str) -> None:
    """Where it could not be read, no date or name is made up, and a missing issuer is not taken for harmless."""
    assert saw(told) == words
    assert saw(told, make.unverified(None, shown=Certificate(), failure=Failure.TIMEOUT)) == words


def test_a_refused_certificate_that_was_not_kept_is_still_told() -> None:
    """A record without the certificate is not a link that works."""
    assert saw("", first=make.failed(Failure.CERTIFICATE)) == "was not accepted."


@pytest.mark.parametrize("names", [
    ("CLUB.example",), ("*.example",), ("x.example", "club.example."), ("many.example",) * 50,
])
def test_a_certificate_for_this_site_is_not_called_anothers(names: tuple[str, ...]) -> None:
    """Case does not count, a star stands for one label, and a list that was cut proves nothing."""
    of = make.facts(make.bad_certificate("incomplete chain"), make.unverified(shown=make.certificate(*names)))
    assert make.told(of) == (Verdict.WORKING, "certificate-chain-incomplete")


@pytest.mark.parametrize("names", [("*.club.example",), ("*",), ("club.example.org",), ("notclub.example",)])
def test_a_certificate_for_another_site_is_called_so(names: tuple[str, ...]) -> None:
    """A star does not stand for nothing, nor for two labels; a longer or shorter name is another name."""
    assert saw("incomplete chain", make.unverified(shown=make.certificate(*names))).startswith("is for another site (")


def test_the_certificate_of_the_site_that_it_leads_to_is_not_taken_for_its_own() -> None:
    """A look that was sent on shows the next site's certificate; the dates of that one say nothing of this one."""
    second = make.unverified(200, (301, "https://choir.example/"), shown=make.certificate("choir.example"))
    assert saw("expired", second) == "has run out."
    assert saw("incomplete chain", second) == "was not accepted."


def test_the_address_at_which_it_failed_counts() -> None:
    """Where a redirect led to the site with the bad certificate, that site's name is looked for in it."""
    way = (302, "https://choir.example/")
    first = make.bad_certificate("wrong name", make.URL, way)
    assert saw("", make.unverified(200, way, shown=make.certificate("club.example")), first) == (
        "is for another site (club.example).")


def test_other_failures_and_pages_that_came_are_secure_enough() -> None:
    """Only a certificate that was not accepted is told."""
    visits = [make.failed(failure, f"https://{failure.name.lower().replace('_', '-')}.example/")
              for failure in Failure if failure is not Failure.CERTIFICATE]
    assert make.found(CHECK, make.facts(make.visit(), *visits)) == []


def test_it_is_not_told_while_our_network_fails() -> None:
    """A proxy that opens connections without being trusted refuses the canaries too, and no site is blamed."""
    of = make.facts(make.bad_certificate("untrusted issuer"), make.unverified(), canaries=make.AWAY)
    assert make.told(of) == (Verdict.NOT_CHECKED, "link-not-checked")


def test_a_certificate_that_a_failing_network_showed_does_not_count() -> None:
    """A sign-in page's own certificate is not the site's."""
    rounds = (make.good(0, "before"), make.good(5), make.bad(8), make.good(30, "after"))
    of = make.facts(make.bad_certificate("expired"), make.unverified(shown=OWN, minute=7), canaries=rounds)
    assert make.found(CHECK, of)[0].what_we_saw.endswith("certificate has run out.")


def test_the_certificate_is_read_once_for_diagnosis() -> None:
    """A certificate that was not accepted asks for a look without verification; nothing else does."""
    looks = make.wanted(CHECK, make.facts(make.bad_certificate("expired"), make.visit(make.FRONT),
                                          make.failed(Failure.TLS, "https://tls.example/")))
    assert [(look.url, look.purpose) for look in looks] == [(make.URL, Purpose.UNVERIFIED)]
