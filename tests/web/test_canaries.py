"""Canaries: while they are silent, no link is to blame."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from review_kit.model import CanaryRound, Certificate, Failure, Hop, Page, Purpose, Settings, Visit
from review_kit.practice.server import LoopbackWeb
from review_kit.web import Names, Network, NotPublicError, examine
from review_kit.web.canaries import _inspector, answers, portal_state

from . import looking

WORDS = "Known words"
PORTAL = f"http://portal.example/test.txt {WORDS}"
SECURE = tuple(f"https://{name}.example/" for name in ("one", "two", "three"))


@pytest.fixture(scope="module")
def web() -> Iterator[LoopbackWeb]:
    """Three canaries and a page of known words; a sign-in page, one that is ill, and one that moved away."""
    sites = {f"{name}.example": looking.site() for name in ("one", "two", "three", "www.moved")}
    sites |= {
        "portal.example": {"pages": {"/test.txt": [{"text": WORDS}]}},
        "signin.example": {"pages": {"/test.txt": [{"title": "Welcome to our Wi-Fi", "body": "Please sign in."}]}},
        "sends.example": {"pages": {"/test.txt": [{"status": 302, "location": "http://one.example/"}],
                                    "/": [{"status": 302, "location": "http://one.example/"}]}},
        "ill.example": {"pages": {"/": [{"status": 503, "title": "Ill"}]}},
        "guarded.example": {"pages": {"/": [{"status": 403, "title": "No robots"}]}},
        "moved.example": {"pages": {"/": [{"status": 301, "location": "https://www.moved.example/"}]}},
    }
    with looking.web_of(sites) as served:
        yield served


def looked(web: LoopbackWeb, *, names: Names | None = None, **changed: object) -> CanaryRound:
    """One round of canaries with these settings."""
    settings = replace(Settings(canary_addresses=SECURE, canary_portal=PORTAL, canary_false_name="nobody.example"),
                       **changed)
    network = Network(names=names or looking.names_of(web.ports), authority=web.authority, pace=looking.PACE,
                      use_proxies=False)
    return examine(settings, network)[0]


def test_a_good_network_shows_itself(web: LoopbackWeb) -> None:
    """All answer, the known words are as expected, and the name that nobody has is not found."""
    round_ = looked(web)
    assert round_.good
    assert (round_.answered, round_.silent) == (SECURE, ())
    assert (round_.portal, round_.false_name_found, round_.via_proxy) == ("as expected", False, False)
    assert round_.when == "before"


def test_a_dead_network_shows_itself(web: LoopbackWeb) -> None:
    """A resolver that says “no such name” to everything: all are silent, each with the reason."""
    round_ = looked(web, names=looking.names_of(lambda _: None))
    assert not round_.good
    assert round_.answered == ()
    assert round_.silent == tuple(f"{url} (no such name)" for url in SECURE)
    assert round_.portal == "no answer"


def test_most_of_them_are_enough(web: LoopbackWeb) -> None:
    """One canary may be down itself: two of three are believed, one of three is not, nor is half."""
    assert looked(web, canary_addresses=(*SECURE[:2], "https://gone.example/")).good
    assert not looked(web, canary_addresses=(SECURE[0], "https://gone.example/", "https://ill.example/")).good
    assert not looked(web, canary_addresses=(SECURE[0], "https://gone.example/")).good
    assert not looked(web, canary_addresses=()).good


def test_what_is_not_the_canarys_own_answer_does_not_count(web: LoopbackWeb) -> None:
    """Its server is ill, another site answers, its certificate is not its own: silent, with why."""
    urls = ("https://ill.example/", "https://sends.example/", "http://gone.example/", "ftp://one.example/")
    assert looked(web, canary_addresses=urls).silent == (
        "https://ill.example/ (its server answered 503)", "https://sends.example/ (another site answered: one.example)",
        "http://gone.example/ (no such name)", "ftp://one.example/ (not an address we ask)")


def test_an_answer_of_the_site_itself_counts_whatever_it_is(web: LoopbackWeb) -> None:
    """A guard that refuses robots is there; so is a site that sends to its own www."""
    assert looked(web, canary_addresses=("https://guarded.example/", "https://moved.example/")).good


def test_a_sign_in_page_is_seen_by_the_words(web: LoopbackWeb) -> None:
    """Other words, or a redirect, in place of the known ones: plain canaries are not believed, secure ones are."""
    plain = tuple(url.replace("https", "http") for url in SECURE)
    for address in ("http://signin.example/test.txt", "http://sends.example/test.txt"):
        setting = f"{address} {WORDS}"
        altered = looked(web, canary_portal=setting, canary_addresses=plain)
        assert (altered.portal, altered.good, altered.answered) == ("altered", False, ())
        assert altered.silent == tuple(f"{url} (a sign-in page may have answered)" for url in plain)
        assert looked(web, canary_portal=setting).good


def test_without_a_page_of_known_words_none_is_asked(web: LoopbackWeb) -> None:
    """The setting may be blank; nothing is then said of a sign-in page."""
    assert looked(web, canary_portal="").portal == ""


def test_words_that_broke_off_are_no_sign_in_page() -> None:
    """A connection that failed half-way showed no other words: it gave no answer."""
    whole = Visit("http://portal.example/", Purpose.CANARY, "", "run", "", status=200, page=Page(text=WORDS),
                  hops=(Hop("http://portal.example/", 200),))
    assert portal_state(whole, WORDS) == "as expected"
    assert portal_state(replace(whole, page=Page(text="Known"), failure=Failure.RESET), WORDS) == "no answer"
    assert portal_state(replace(whole, page=Page(text="Sign in")), WORDS) == "altered"


def test_a_name_that_nobody_has_and_that_is_found_gives_the_resolver_away(web: LoopbackWeb) -> None:
    """A resolver that invents answers hides domains that are gone."""
    assert looked(web, canary_false_name="one.example").false_name_found


class Inventing:
    """A resolver that sends every name it does not know to a machine inside the network, as sign-in pages do."""

    def __init__(self, web: LoopbackWeb) -> None:
        self._real = looking.names_of(web.ports)

    async def addresses(self, host: str, port: int) -> tuple[tuple[str, int], ...]:
        """See `review_kit.web.names.Names`."""
        if host == "nobody.example":
            raise NotPublicError(f"{host} leads to 10.0.0.1")
        return await self._real.addresses(host, port)

    def close(self) -> None:
        """Nothing was opened."""


def test_a_false_name_with_a_private_address_is_found_too(web: LoopbackWeb) -> None:
    """That the address is private makes the invention no smaller."""
    assert looked(web, names=Inventing(web)).false_name_found


def test_the_made_up_name_is_of_the_day(web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """With none in Settings a name is made up anew each day, so that nobody can buy it."""
    asked: list[str] = []
    monkeypatch.setattr(looking.TableOfNames, "addresses", _noting(asked, looking.TableOfNames.addresses))
    looked(web, canary_false_name="")
    made_up = next(host for host in asked if host.startswith("offer-review-no-such-name-"))
    assert made_up.endswith(".org.uk")
    assert len(made_up) > len("offer-review-no-such-name-20260101") - 1


def _noting(asked: list[str], real: object) -> object:
    async def addresses(self: object, host: str, port: int) -> object:
        asked.append(host)
        return await real(self, host, port)
    return addresses


def test_an_inspecting_proxy_is_known_by_its_issuer() -> None:
    """The council's own proxy signs every certificate anew, with its maker's name on it."""
    zscaler = Certificate(issuer="Zscaler Intermediate Root CA (zscaler.net)")
    assert _inspector([None, Certificate(issuer="R11"), zscaler]) == zscaler.issuer
    assert _inspector([None, Certificate(issuer="Let's Encrypt R11")]) == ""
    assert _inspector([]) == ""


def test_an_answer_with_a_failure_is_no_answer() -> None:
    """A canary that broke off, or answered 500, vouches for nothing."""
    well = Visit("https://one.example/", Purpose.CANARY, "", "run", "", status=200, final_url="https://one.example/")
    assert answers(well, "as expected")
    assert not answers(replace(well, failure=Failure.RESET), "as expected")
    assert not answers(replace(well, status=500), "as expected")
    assert not answers(replace(well, status=None), "as expected")
    assert not answers(replace(well, final_url="https://portal.example/"), "as expected")
