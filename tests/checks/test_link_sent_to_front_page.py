"""link-sent-to-front-page: a page was asked for, and the site's own front page came."""

import pytest

from review_kit.checks.link_sent_to_front_page import CHECK
from review_kit.model import Verdict

from . import facts as make


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("front", [
    "https://club.example/", "https://club.example", "https://www.club.example/", "http://club.example/",
    "https://club.example/home", "https://club.example/HOME/", "https://club.example/en/", "https://club.example/index.html",
    "https://club.example/default.aspx", "https://club.example/#top",
])
def test_a_page_sent_to_its_own_front_page_is_changed(status: int, front: str) -> None:
    """Whatever kind of redirect and whatever name the front page goes by: the page is not there any more."""
    assert make.told(make.facts(make.visit(make.URL, 200, (status, front)))) == (Verdict.CHANGED, CHECK.name)


def test_a_front_page_that_goes_on_by_itself_is_still_the_front_page() -> None:
    """A page that moved for good to the front page, which then picks a language, is gone all the same."""
    of = make.facts(make.visit(make.URL, 200, (301, make.FRONT), (302, "https://club.example/cy/dechrau")))
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize("status", [200, 203, 206])
def test_any_page_that_came_counts(status: int) -> None:
    """A front page that answers in an unusual way is no sign of the service either."""
    assert make.told(make.facts(make.visit(make.URL, status, (302, make.FRONT)))) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize("url", [make.FRONT, "https://club.example/home", "https://club.example/en"])
def test_a_registered_front_page_may_be_one(url: str) -> None:
    """A link to a front page that leads to the front page is right."""
    assert make.told(make.facts(make.visit(url, 200, (302, "https://club.example/index.php")))) == (Verdict.WORKING, "")


@pytest.mark.parametrize("end", ["https://club.example/homes", "https://club.example/english", "https://club.example/choir/home",
                                 "https://club.example/?page_id=7"])
def test_another_page_is_no_front_page(end: str) -> None:
    """A path that only looks like a front page's name is a page of its own."""
    assert make.found(CHECK, make.facts(make.visit(make.URL, 200, (302, end)))) == []


def test_a_visitor_who_is_sent_round_and_comes_back_has_arrived() -> None:
    """A site that sets a cookie on its front page and sends the visitor back shows the page."""
    of = make.facts(make.visit(make.URL, 200, (302, make.FRONT), (302, make.URL)))
    assert make.told(of) == (Verdict.WORKING, "")


def test_another_sites_front_page_is_another_complaint() -> None:
    """A new home of the provider is not said to be gone."""
    assert make.found(CHECK, make.facts(make.visit(make.URL, 200, (301, "https://choir.example/")))) == []


def test_a_front_page_that_does_not_answer_is_not_seen() -> None:
    """Sent to a front page that has a fault: nothing was seen of it, so a person looks."""
    assert make.told(make.facts(make.visit(make.URL, 503, (301, make.FRONT)))) == (Verdict.BY_HAND, "link-server-ill")


def test_a_network_that_cannot_be_believed_changes_nothing() -> None:
    """Between bad rounds of canaries nothing that came back is held against the site."""
    of = make.facts(make.visit(make.URL, 200, (302, make.FRONT)), canaries=make.AWAY)
    assert make.told(of)[0] is Verdict.NOT_CHECKED
