"""link-blocks-robots: the site turned our checker away; people may well get in."""

import pytest

from review_kit.checks.link_blocks_robots import CHECK, REFUSALS
from review_kit.disk import known_tables
from review_kit.model import Facts, Purpose, Verdict

from . import facts as make

CHALLENGE = {"cf-mitigated": "challenge"}


@pytest.mark.parametrize("status", sorted(REFUSALS))
def test_a_refusal_is_for_a_person(status: int) -> None:
    """A refused program says nothing of the page, even when a browser-like look is refused too."""
    assert make.told(make.facts(make.visit(status=status))) == (Verdict.BY_HAND, CHECK.name)
    assert make.told(make.facts(make.visit(status=status), make.browser_like(status))) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("status", [403, 405, 406])
def test_what_a_browser_gets_counts(status: int) -> None:
    """A site that lets a browser-like look in is judged by what that look got."""
    assert make.told(make.facts(make.visit(status=status), make.browser_like(200))) == (Verdict.WORKING, "")


def test_a_second_look_is_wanted_once() -> None:
    """A refusal asks for one browser-like look; a working page, a wait and a sign-in do not."""
    of = make.facts(make.visit(status=403), *(make.visit(f"https://s{s}.example/", s) for s in (200, 401, 429, 503)))
    assert [(look.url, look.purpose) for look in make.wanted(CHECK, of)] == [(make.URL, Purpose.BROWSER_LIKE)]


def test_a_guard_that_challenged_us_is_not_asked_again() -> None:
    """Trying to slip past a guard would prove it right."""
    assert make.wanted(CHECK, make.facts(make.visit(status=403, headers=CHALLENGE))) == []


@pytest.mark.parametrize("status", [200, 202, 403, 404, 429, 503])
def test_a_guard_that_acted_is_seen_whatever_the_status(status: int) -> None:
    """The guard's own page is not the site's, so neither “found” nor “not found” is believed of it."""
    of = make.facts(make.visit(status=status, headers=CHALLENGE), make.front_page())
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "the mark of Cloudflare's check for robots" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("headers", [
    {"cf-ray": "8a1", "server": "cloudflare"}, {"x-iinfo": "1-2"}, {"cf-mitigated": ""},
])
def test_the_mere_presence_of_a_guard_means_nothing(headers: dict[str, str]) -> None:
    """Half of the web stands behind a guard; a page that came is a page that came."""
    assert make.told(make.facts(make.visit(headers=headers))) == (Verdict.WORKING, "")


@pytest.mark.parametrize("status", sorted(REFUSALS - {429}))
def test_a_refusal_that_names_a_time_is_still_a_refusal(status: int) -> None:
    """Retry-After beside any answer but “too many requests” and “unavailable” hides nothing."""
    assert make.told(make.facts(make.visit(status=status, retry_after=60.0))) == (Verdict.BY_HAND, CHECK.name)


def test_a_guards_wait_is_a_wait() -> None:
    """A guard that asks us to come back later is asked later, not passed to a person."""
    of = make.facts(make.visit(status=429, headers=CHALLENGE, retry_after=3600.0))
    assert make.told(of) == (Verdict.NOT_CHECKED, "link-told-to-wait")


def test_a_browser_like_look_through_a_portal_does_not_count() -> None:
    """A page that a failing network showed the second time is not the site's."""
    rounds = (make.good(0, "before"), make.good(5), make.bad(8), make.good(30, "after"))
    of = make.facts(make.visit(status=403), make.browser_like(200, minute=7), canaries=rounds)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


def test_a_browser_like_look_from_an_earlier_day_does_not_count() -> None:
    """A site that let a browser in last week and refuses us today may refuse browsers today."""
    of = make.facts(
        make.visit(status=403, day=14, run="first"), make.browser_like(200, day=14, run="first"),
        make.visit(status=403),
        canaries=(make.good(0, "before", day=14, run="first"), *make.STEADY))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("row", known_tables()["guards"], ids=lambda row: f"{row['header']}: {row['begins_with']}")
def test_every_guard_of_the_table_is_known(row: dict[str, str]) -> None:
    """Each row of known/guards.csv is enough to see that guard; header and value stand in lower case."""
    seen = make.visit(status=200, headers={row["header"]: row["begins_with"].upper() + "; more"})
    plain = make.facts(seen)
    of = Facts(plain.register, plain.today, plain.visits, plain.canaries, known=known_tables())
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert row["guard"] in make.found(CHECK, of)[0].evidence
    assert row["source"]
    assert row["checked_on"]
