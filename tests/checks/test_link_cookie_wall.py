"""link-cookie-wall: the page shows a question about cookies and nothing else."""

import time

import pytest

from review_kit.checks.link_cookie_wall import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import walls
from .walls import html, seen

WALLS = {
    "a framework's": html(
        "<h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on your device, such "
        "as cookies, and process personal data, with your consent. You may click to consent or manage options. Your "
        "choices apply to this site only. See our privacy policy.</p><button>Accept all</button>"),
    "a short one": html("<p>This site uses cookies. By continuing you consent to our use of cookies.</p>"
                        "<button>Accept all cookies</button><a href='/p'>Privacy policy</a>"),
    "a newspaper's": html(
        "<h2>Accept cookies or subscribe</h2><p>With your consent we and our partners use cookies or similar "
        "technologies for personalised ads and analytics. Accept all to read on free of charge, or reject all and "
        "subscribe.</p><p>Your preferences can be changed at any time under Privacy policy.</p>"),
    "Civic's": html("<div id='ccc'><h2>Our use of cookies</h2><p>We use necessary cookies to make our site work. We'd "
                    "also like to set analytics cookies that help us make improvements. For more about the cookies we "
                    "use, see our Cookies page.</p><button>Accept all</button><button>Reject all</button></div>"),
    "one with a bare menu": html(
        f"{walls.MENU}<p>We value your privacy. We use cookies and similar technologies with your consent. Our "
        "partners may use browsing data for advertising.</p><button>Accept all</button>"),
}


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_of_consent_is_for_a_person(name: str) -> None:
    """What stands behind it was not seen."""
    of = walls.facts(seen(WALLS[name]))
    finding, = make.found(CHECK, of)
    assert finding.verdict is Verdict.BY_HAND
    assert "words are about consent: “" in finding.evidence


def test_a_host_that_only_asks_for_consent_is_a_wall() -> None:
    """Some makers of video sites keep a host for the question."""
    visit = seen(html(walls.PROSE), "https://video.example/c", 200, (302, "https://consent.youtube.com/m?continue=x"))
    finding, = make.found(CHECK, walls.facts(visit))
    assert "consent.youtube.com, which asks for consent" in finding.evidence


@pytest.mark.parametrize("name", walls.ORDINARY)
def test_an_ordinary_page_has_words_of_its_own(name: str) -> None:
    """A banner beside a page hides nothing: its words stand in the page all the same."""
    assert make.found(CHECK, walls.facts(walls.ORDINARY[name])) == []


def test_a_page_that_names_the_service_works() -> None:
    """A wall that says whose it is has told what the link is."""
    page = WALLS["a short one"].replace("This site", "Borsetshire Harmony")
    services = [make.service(make.link(), name="Borsetshire Harmony")]
    assert make.found(CHECK, walls.facts(seen(page), services=services)) == []


def test_a_statement_about_cookies_with_much_to_say_is_a_page() -> None:
    """A long page about anything is a page."""
    page = html(f"<h1>Cookies on this site</h1><p>We use cookies.</p><p>{walls.PROSE * 3}</p><p>Accept all cookies</p>")
    assert make.found(CHECK, walls.facts(seen(page))) == []


@pytest.mark.parametrize("status", [403, 404, 503])
def test_other_answers_are_other_complaints(status: int) -> None:
    """An error page with a banner is an error."""
    assert make.found(CHECK, walls.facts(seen(WALLS["a short one"], status=status))) == []


def test_a_page_made_of_the_word_costs_little() -> None:
    """Ten thousand characters of consent are measured in far less than a second."""
    visit = seen(html("<p>" + "cookie consent " * 5_000 + "</p>"))
    began = time.perf_counter()
    assert len(make.found(CHECK, walls.facts(visit))) == 1
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(("words", "wall"), [
    ("It looks as though cookies are turned off in your browser. Turn them on, then go back and try again.", True),
    ("Please accept cookies so that we can show you this film.", True),
    ("Our club bakes. Accept cookies from the tin on Friday.", False),
])
def test_a_page_that_shows_nothing_without_cookies_is_a_wall(words: str, wall: bool) -> None:
    """It asks for them in a few words, and shows nothing else."""
    assert bool(make.found(CHECK, walls.facts(seen(html(f"<h1>Hello</h1><p>{words}</p>"))))) is wall
