"""link-not-found: the site says twice that it has no such page."""

import pytest

from review_kit.checks.link_not_found import CHECK
from review_kit.model import Failure, Purpose, Severity, Verdict

from . import facts as make


@pytest.mark.parametrize("first", [404, 410])
@pytest.mark.parametrize("second", [404, 410])
def test_not_found_twice_is_broken(first: int, second: int) -> None:
    """“Not found” to our checker and to a browser-like look, with a front page that is there, is broken."""
    of = make.facts(make.visit(status=first), make.browser_like(second), make.front_page())
    assert make.told(of) == (Verdict.BROKEN, "link-not-found")


def test_its_evidence_holds_every_look() -> None:
    """A person can see what was asked, when, and what came back, without the kit; the words hold no status."""
    finding, = make.found(CHECK, make.facts(make.visit(status=404), make.browser_like(410), make.front_page()))
    assert finding.severity is Severity.BROKEN
    assert finding.evidence.count("Asked ") == 3
    assert "answered 404" in finding.evidence
    assert "answered 410" in finding.evidence
    assert f"{make.FRONT} answered 200" in finding.evidence
    assert finding.basis == (("status", "404"), ("final_url", make.URL))


def test_not_found_once_is_not_broken() -> None:
    """One “not found” alone is no proof."""
    assert make.found(CHECK, make.facts(make.visit(status=404))) == []


@pytest.mark.parametrize("status", [404, 410, 401, 403])
def test_a_site_that_says_it_of_its_front_page_is_not_believed(status: int) -> None:
    """A site that turns our checker away from its own front page says nothing of the page."""
    of = make.facts(make.visit(status=404), make.browser_like(404), make.front_page(status))
    assert make.found(CHECK, of) == []
    assert make.told(of)[0] is Verdict.BY_HAND


def test_a_page_that_a_browser_gets_is_there() -> None:
    """Some hosts say “not found” to programs alone: what the browser-like look got counts."""
    assert make.told(make.facts(make.visit(status=404), make.browser_like(200), make.front_page())) == (
        Verdict.WORKING, "")


@pytest.mark.parametrize("status", [200, 301, 400, 401, 403, 500, 503])
def test_another_answer_is_not_not_found(status: int) -> None:
    """Only 404 and 410 say that there is no such page."""
    assert make.found(CHECK, make.facts(make.visit(status=status), make.browser_like(404), make.front_page())) == []


def test_a_registered_front_page_needs_no_other_front_page() -> None:
    """Where the front page itself is registered, it is asked twice and no third look is wanted."""
    of = make.facts(make.visit(make.FRONT, 404), make.browser_like(404, url=make.FRONT))
    assert make.told(of) == (Verdict.BROKEN, "link-not-found")
    assert [look.purpose for look in make.wanted(CHECK, of)] == [Purpose.BROWSER_LIKE]


def test_not_found_after_a_redirect_counts() -> None:
    """A redirect that ends at “not found” leads nowhere; both looks are of the registered address."""
    gone = (301, "https://new.example/gone")
    of = make.facts(make.visit(make.URL, 404, gone), make.browser_like(404, gone), make.front_page())
    assert make.told(of) == (Verdict.BROKEN, "link-not-found")


def test_an_answer_that_broke_off_is_no_answer() -> None:
    """“Not found” whose body never came whole is not told as not found."""
    of = make.facts(make.visit(status=404, failure=Failure.RESET), make.browser_like(404), make.front_page())
    assert make.found(CHECK, of) == []


@pytest.mark.parametrize("rounds", [make.AWAY, (make.good(0, "before"), make.bad(30, "after")),
                                    (make.bad(0, "before"), make.good(30, "after")), ()])
def test_a_network_that_cannot_be_believed_makes_nothing_broken(rounds: tuple[object, ...]) -> None:
    """A sign-in page of a network that says “not found” to everything makes no link broken."""
    of = make.facts(make.visit(status=404), make.browser_like(404), make.front_page(), canaries=rounds)
    assert make.told(of) == (Verdict.NOT_CHECKED, "link-not-checked")


def test_a_second_look_through_a_network_that_failed_does_not_confirm() -> None:
    """The second “not found” must itself be believed."""
    rounds = (make.good(0, "before"), make.good(5), make.bad(8), make.good(30, "after"))
    of = make.facts(make.visit(status=404), make.browser_like(404, minute=7), make.front_page(), canaries=rounds)
    assert make.found(CHECK, of) == []


def test_a_second_look_from_an_earlier_day_does_not_confirm() -> None:
    """A browser-like look that is older than the page's newest “not found” is asked for again."""
    of = make.facts(
        make.visit(status=403, day=1, run="first"), make.browser_like(404, day=1, run="first"),
        make.visit(status=404, day=20, run="second"), make.front_page(day=20, run="second"),
        canaries=(make.good(0, "before", day=1, run="first"), make.good(0, "before", day=20, run="second")))
    assert make.told(of) == (Verdict.BY_HAND, "link-not-found-in-doubt")


def test_the_looks_that_settle_it() -> None:
    """“Not found” asks for a browser-like look and for the front page of the site; nothing else does."""
    looks = make.wanted(CHECK, make.facts(make.visit("https://club.example/a?b=c#d", 410), make.visit(status=200)))
    assert [(look.url, look.purpose) for look in looks] == [
        ("https://club.example/a?b=c#d", Purpose.BROWSER_LIKE), (make.FRONT, Purpose.FRONT_PAGE)]
