"""link-moved: every redirect up to the new address says “moved permanently”."""

import pytest

from review_kit.checks.link_moved import CHECK, end_of_permanent_run
from review_kit.model import Failure, Verdict

from . import facts as make

NEW, NEWER = "https://club.example/singing", "https://choir.example/singing"
SIGN_IN = "https://club.example/welcome?back=singing"


@pytest.mark.parametrize(("hops", "new"), [
    (((301, NEW),), NEW),
    (((308, NEW),), NEW),
    (((301, NEW), (308, NEWER)), NEWER),
    (((301, NEW), (302, SIGN_IN)), NEW),
    (((301, NEW), (307, SIGN_IN), (301, NEWER)), NEW),
    (((301, NEW), (303, SIGN_IN)), NEW),
])
def test_the_address_to_write_is_the_end_of_the_permanent_run(hops: tuple[tuple[int, str], ...], new: str) -> None:
    """Permanent redirects count from the start; what follows the first temporary one is for the visitor alone."""
    of = make.facts(make.visit(make.URL, 200, *hops))
    assert make.told(of) == (Verdict.MOVED, "link-moved")
    assert [finding.suggestion for finding in make.found(CHECK, of)] == [new]


@pytest.mark.parametrize("hops", [
    ((302, NEW),), ((303, NEW),), ((307, NEW),), ((302, NEW), (301, NEWER)), (),
])
def test_a_temporary_redirect_leaves_the_link_right(hops: tuple[tuple[int, str], ...]) -> None:
    """A redirect that may be gone tomorrow is no new address."""
    assert make.told(make.facts(make.visit(make.URL, 200, *hops))) == (Verdict.WORKING, "")


@pytest.mark.parametrize(("url", "end"), [
    ("http://club.example/choir", "https://club.example/choir"),
    ("https://club.example/choir", "https://www.club.example/choir"),
    ("https://www.club.example/choir", "https://club.example/choir"),
    ("https://club.example/choir", "https://club.example/choir/"),
    ("https://club.example/choir/", "https://club.example/choir"),
    ("https://club.example/Choir", "https://club.example/choir"),
    ("https://club.example/choir", "https://CLUB.example:443/CHOIR/"),
    ("https://club.example/choir#times", "https://club.example/choir"),
    ("http://club.example", "https://www.club.example/"),
])
def test_the_same_address_to_a_person_is_not_a_move(url: str, end: str) -> None:
    """www., scheme, case, a closing slash and a fragment make no new address."""
    assert make.told(make.facts(make.visit(url, 200, (301, end)))) == (Verdict.WORKING, "")


@pytest.mark.parametrize("end", [
    "en/", "en", "en-GB/", "home", "home/", "Home.html", "index.html", "index.php", "default.aspx",
])
def test_a_front_page_that_leads_to_its_own_other_name_is_not_a_move(end: str) -> None:
    """The front page stays the front page, whatever name or language it goes on to."""
    assert make.told(make.facts(make.visit(make.FRONT, 200, (301, f"https://www.club.example/{end}")))) == (
        Verdict.WORKING, "")
    assert make.told(make.facts(make.visit(f"https://club.example/{end}", 200, (301, make.FRONT)))) == (
        Verdict.WORKING, "")


def test_a_front_page_that_leads_to_another_sites_is_a_move() -> None:
    """A provider with a new name: its front page is the address to write."""
    of = make.facts(make.visit(make.FRONT, 200, (301, "https://choir.example/")))
    assert [finding.suggestion for finding in make.found(CHECK, of)] == ["https://choir.example/"]


@pytest.mark.parametrize("front", [make.FRONT, "https://www.club.example/home", "https://choir.example/en/"])
def test_a_page_that_is_sent_to_a_front_page_has_not_moved(front: str) -> None:
    """A front page in the place of a page is no new address for it."""
    assert make.found(CHECK, make.facts(make.visit(make.URL, 200, (301, front)))) == []
    of = make.facts(make.visit(make.URL, 200, (301, front), (302, f"{make.FRONT}start-here")))
    assert make.found(CHECK, of) == []


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503, 304, 301])
def test_a_new_address_that_does_not_answer_with_a_page_is_not_suggested(status: int) -> None:
    """Only what works can have moved."""
    assert make.found(CHECK, make.facts(make.visit(make.URL, status, (301, NEW)))) == []


def test_a_redirect_that_failed_or_broke_off_is_not_a_move() -> None:
    """Where the new address gave no whole answer, nobody knows that it is the page."""
    assert make.found(CHECK, make.facts(make.failed(Failure.TIMEOUT, make.URL, (301, NEW)))) == []
    assert make.found(CHECK, make.facts(make.visit(make.URL, 206, (301, NEW), failure=Failure.RESET))) == []


def test_a_move_that_only_a_browser_is_told_of_counts() -> None:
    """Where our checker was turned away and a browser was led on, the browser's way counts."""
    of = make.facts(make.visit(status=403), make.browser_like(200, (301, NEW)))
    assert make.told(of) == (Verdict.MOVED, "link-moved")


def test_a_network_that_cannot_be_believed_moves_nothing() -> None:
    """A sign-in page that redirects all visitors is nobody's new address."""
    portal = make.visit(make.URL, 200, (301, "http://wifi.example/sign-in"))
    assert make.told(make.facts(portal, canaries=make.AWAY)) == (Verdict.NOT_CHECKED, "link-not-checked")


def test_a_redirect_without_an_address_ends_the_run() -> None:
    """A permanent answer that names no place leads no further than itself."""
    assert end_of_permanent_run(make.visit(make.URL, 301, (301, NEW))) == NEW
