"""What the checks share: when two addresses are one, what may be asked, and the evidence in words."""

import pytest

from review_kit.checks._addresses import is_front_page, other_form, same_address
from review_kit.checks._asked import askable, evidence_of, evidence_of_all
from review_kit.model import Failure, Written

from . import facts as make


@pytest.mark.parametrize(("one", "other"), [
    ("https://club.example/choir", "https://club.example/choir?page=2"),
    ("https://club.example/choir", "https://club.example/choirs"),
    ("https://club.example/choir", "https://choir.club.example/choir"),
    ("https://club.example/choir", "https://club.example:8443/choir"),
    ("https://club.example/", "https://club.example/?page_id=7"),
    ("https://club.example/home", "https://choir.example/home"),
    ("https://club.example/choir/index.html", "https://club.example/"),
])
def test_addresses_that_a_person_would_tell_apart_are_two(one: str, other: str) -> None:
    """Another path, query, host or port is another address, whichever is asked first."""
    assert not same_address(one, other)
    assert not same_address(other, one)
    assert same_address(one, one)


@pytest.mark.parametrize("url", ["https://club.example", "http://www.club.example/", "https://club.example/EN-gb/",
                                 "https://club.example/Default.asp", "https://club.example/#choir"])
def test_front_pages_go_by_several_names(url: str) -> None:
    """No path, a language, or what servers call their first page."""
    assert is_front_page(url)


@pytest.mark.parametrize("url", ["https://club.example/choir", "https://club.example/en/choir", "https://club.example/?p=1",
                                 "https://club.example/home/choir", "https://club.example/homepage.pdf"])
def test_pages_are_not_front_pages(url: str) -> None:
    """A path below, a query or a file is a page of its own."""
    assert not is_front_page(url)


@pytest.mark.parametrize(("url", "twin"), [
    ("https://club.example/a?b#c", "https://www.club.example/a?b#c"),
    ("https://www.club.example:8443/", "https://club.example:8443/"),
    ("https://young.club.example/", "https://www.young.club.example/"),
])
def test_the_twin_is_the_same_address_with_www_or_without(url: str, twin: str) -> None:
    """Only the host changes, and the twin's twin is the address itself."""
    assert other_form(url) == twin
    assert other_form(twin) == url


@pytest.mark.parametrize("url", [
    "", "club.example", "mailto:team@club.example", "https://", "https://[::1", "//club.example/",
])
def test_what_has_no_host_on_the_web_is_not_asked(url: str) -> None:
    """Nor does it stop the review, however it is mangled."""
    assert not askable(make.link(url))


def test_a_typing_error_is_not_asked_even_where_an_address_is_guessed() -> None:
    """What was meant is the lead's to say."""
    assert not askable(make.link(written=Written.MISTYPED))
    assert askable(make.link(written=Written.TITLE_AND_HOST))


def test_evidence_tells_a_look_so_that_a_person_can_repeat_it() -> None:
    """When, what, each redirect, what came: enough without the kit."""
    look = make.visit(make.URL, 200, (301, "https://choir.example/"), title="The choir", attempts=2, via_proxy=True)
    assert evidence_of(look) == (
        "Asked https://club.example/choir on 21 November 2026 at 10:05 UTC; https://club.example/choir answered 301, "
        "sent us to https://choir.example/; https://choir.example/ answered 200; page title “The choir”; "
        "asked through a proxy.")
    assert "tried 2 times" in evidence_of(make.visit(status=500, attempts=2))


def test_evidence_of_a_failure_names_its_cause_and_place() -> None:
    """The place only where it is not the address that was asked."""
    assert evidence_of(make.failed(Failure.TIMEOUT, attempts=1)) == (
        "Asked https://club.example/choir on 21 November 2026 at 10:05 UTC; failed: no answer in time "
        "(in the system's words).")
    there = make.failed(Failure.TIMEOUT, make.URL, (302, "https://choir.example/"), attempts=1)
    assert "failed at https://choir.example/: no answer in time" in evidence_of(there)


def test_several_looks_stand_one_after_the_other_with_their_reasons() -> None:
    """A look that was not made is left out."""
    said = evidence_of_all(make.visit(status=404), None, make.browser_like(404))
    assert said.count("Asked ") == 2
    assert said.endswith("(browser-like: a test asked)")
