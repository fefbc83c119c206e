"""robots.txt is obeyed for every page that nobody registered, and for those alone."""

from typing import Any

import pytest

from review_kit.model import Failure, Look, Page, Purpose, Visit
from review_kit.web.robots import rules_of

from .looking import gathered, web_of

SITE = "site.example"
PAGE = f"https://{SITE}/a/page"


def said(text: str = "", status: int | None = 200, kind: str = "text/plain", failure: Failure | None = None) -> Visit:
    """A look at robots.txt."""
    return Visit(f"https://{SITE}/robots.txt", Purpose.ROBOTS, "", "", "", status=status, failure=failure,
                 page=Page(content_type=kind, text=text))


@pytest.mark.parametrize(("visit", "allowed"), [
    (said("User-agent: *\nDisallow: /a/"), False), (said("User-agent: *\nDisallow: /b/"), True),
    (said("User-agent: OfferReview\nDisallow: /"), False), (said("User-agent: other\nDisallow: /"), True),
    (said(""), True), (said(status=404), True), (said(status=403), True),
    (said("<html>Disallow: /</html>", kind="text/html"), True),
    (said(status=500), False), (said(status=429), False), (said(status=None, failure=Failure.TIMEOUT), False),
])
def test_the_file_says_which_pages_may_be_asked(visit: Visit, allowed: bool) -> None:
    """None means all, a refusal to say means none, and a page of HTML in its place is no rule (RFC 9309)."""
    assert rules_of(visit).can_fetch("OfferReview", PAGE) is allowed


def a_site(rules: str) -> dict[str, Any]:
    """A site with these rules and a page."""
    return {"pages": {"/robots.txt": [{"text": f"User-agent: *\n{rules}"}], "/a/page": [{"title": "A page"}]}}


def test_a_registered_link_is_asked_whatever_the_file_says() -> None:
    """It is one person's visit to an address that people published."""
    with web_of({SITE: a_site("Disallow: /")}) as site:
        assert gathered([PAGE], site).last(PAGE).status == 200
        assert (SITE, "/robots.txt") not in site.requests


@pytest.mark.parametrize(("rules", "failure"), [("Disallow: /a/", Failure.ROBOTS), ("Disallow: /b/", None)])
def test_a_page_that_nobody_registered_is_asked_only_with_leave(rules: str, failure: Failure | None) -> None:
    """The file is asked once, and written down as a fact."""
    looks = [Look(PAGE, Purpose.PARENT, "a test"), Look(f"https://{SITE}/a/other", Purpose.PROBE, "a test")]
    with web_of({SITE: a_site(rules)}) as site:
        found = gathered(looks, site)
        assert found.last(PAGE).failure is failure
        assert ((SITE, "/a/page") in site.requests) is (failure is None)
        assert site.requests.count((SITE, "/robots.txt")) == 1
    assert any(visit.purpose is Purpose.ROBOTS for visit in found.visits)
