"""link-not-an-address: a link that only works on somebody's own computer or network."""

import pytest

from review_kit.checks.link_not_an_address import CHECK
from review_kit.model import Verdict, Written

from . import facts as make


@pytest.mark.parametrize("url", [
    "file:///C:/Offers/offer.docx", "\\\\server\\share\\offer.docx", "C:\\Offers\\offer.docx", "ftp://club.example/a",
    "javascript:void(0)", "https://", "http:///path", "offer.docx", "https://[::1/", "onenote:https://x.example/",
])
@pytest.mark.parametrize("rounds", [make.STEADY, make.AWAY])
def test_what_is_no_web_address_is_broken(url: str, rounds: tuple[make.CanaryRound, ...]) -> None:
    """Young people cannot open it; that is known without a network."""
    of = make.facts(services=[make.service(make.link(url, as_written="Our offer"))], canaries=rounds)
    assert make.told(of) == (Verdict.BROKEN, CHECK.name)
    assert make.found(CHECK, of)[0].evidence == f"The link leads to “{url}”."


@pytest.mark.parametrize("url", ["https://club.example/", "http://club.example", "https://xn--caf-dma.example/ä",
                                 "https://user@club.example:8443/", "http://192.0.2.7/", "https://[2001:db8::1]/"])
def test_web_addresses_of_any_shape_are_addresses(url: str) -> None:
    """Whether they may be asked is another question."""
    assert make.found(CHECK, make.facts(services=[make.service(make.link(url))])) == []


@pytest.mark.parametrize("written", [Written.MISTYPED, Written.TITLE_ONLY])
def test_words_without_an_address_have_their_own_checks(written: Written) -> None:
    """A typing error and a lost address are said as such."""
    assert make.found(CHECK, make.facts(services=[make.service(make.link("", written=written))])) == []
