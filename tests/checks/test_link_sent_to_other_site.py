"""link-sent-to-other-site: a page was asked for, and the front page of another site came."""

import pytest

from review_kit.checks.link_sent_to_other_site import CHECK
from review_kit.model import Verdict

from . import facts as make


@pytest.mark.parametrize("front", ["https://choir.example/", "https://www.choir.example/home", "https://old.club.example/"])
@pytest.mark.parametrize("status", [301, 302])
def test_a_page_sent_to_another_front_page_is_for_a_person(status: int, front: str) -> None:
    """It may be the provider's new site or somebody else's: a program cannot tell."""
    assert make.told(make.facts(make.visit(make.URL, 200, (status, front)))) == (Verdict.BY_HAND, CHECK.name)


def test_the_words_name_the_site() -> None:
    """The person reads where the link leads."""
    finding, = make.found(CHECK, make.facts(make.visit(make.URL, 200, (301, "https://www.Choir.example/en"))))
    assert finding.what_we_saw == "The link is sent to the front page of another site, choir.example."
    assert "answered 301, sent us to https://www.Choir.example/en" in finding.evidence


@pytest.mark.parametrize("end", [make.FRONT, "https://www.club.example/", "https://choir.example/singing"])
def test_its_own_front_page_and_other_pages_are_other_complaints(end: str) -> None:
    """The site's own front page is gone-page; a page of another site may be the page itself."""
    assert make.found(CHECK, make.facts(make.visit(make.URL, 200, (301, end)))) == []


def test_a_registered_front_page_may_lead_to_another() -> None:
    """A front page that has moved for good has an address to write."""
    assert make.told(make.facts(make.visit(make.FRONT, 200, (301, "https://choir.example/"))))[0] is Verdict.MOVED


def test_a_front_page_that_refuses_us_is_not_seen() -> None:
    """What was not seen is not said."""
    assert make.found(CHECK, make.facts(make.visit(make.URL, 403, (301, "https://choir.example/")))) == []


def test_a_sign_in_page_of_our_own_network_is_not_another_site() -> None:
    """A captive portal redirects everybody; while the canaries fail, nothing is said of the link."""
    of = make.facts(make.visit(make.URL, 200, (302, "http://wifi.example/")), canaries=make.AWAY)
    assert make.told(of) == (Verdict.NOT_CHECKED, "link-not-checked")
