"""Which looks at the web are still wanted: the links first, then whatever would settle a doubt."""

import pytest

from review_kit.looks import next_looks
from review_kit.model import CanaryRound, Facts, Failure, Look, Purpose, Visit, Written

from .checks import facts as make

P = Purpose


def wanted(of: Facts) -> list[tuple[str, Purpose]]:
    """The looks that are wanted, by address and purpose."""
    return [(look.url, look.purpose) for look in next_looks(of)]


def register(*urls: str) -> list[make.Service]:
    """A service for each address."""
    return [make.service(make.link(url, row=row), row=row) for row, url in enumerate(urls, 2)]


def test_every_link_is_wanted_in_the_registers_order() -> None:
    """At first, each address of the register is to be looked at."""
    urls = ["https://b.example/", "http://a.example/x?y=z", "https://c.example/#top"]
    assert next_looks(make.facts(services=register(*urls))) == tuple(Look(url) for url in urls)


def test_an_address_in_many_rows_is_wanted_once() -> None:
    """A link that is repeated is asked once for all its rows and cells."""
    rows = [make.service(make.link(row=row), make.link(row=row), row=row) for row in range(2, 30)]
    assert wanted(make.facts(services=rows)) == [(make.URL, P.REGISTERED)]


def test_what_is_no_address_is_never_asked() -> None:
    """Typing errors, titles, files and other schemes stay where they are."""
    links = [make.link("", written=Written.TITLE_ONLY), make.link("https://club.example/", written=Written.MISTYPED),
             make.link("file:///c:/offer.docx"), make.link("ftp://club.example/"), make.link("https://[::1/")]
    assert next_looks(make.facts(services=[make.service(*links)])) == ()


@pytest.mark.parametrize("seen", [make.visit(), make.visit(status=401), make.visit(status=500), make.visit(status=999),
                                  make.failed(Failure.TIMEOUT), make.failed(Failure.PROXY),
                                  make.failed(Failure.NO_SUCH_NAME, make.URL, (301, "https://gone.example/"))])
def test_what_was_seen_and_can_be_believed_is_not_asked_again(seen: Visit) -> None:
    """An answer is an answer, and so is a failure between two good rounds."""
    assert wanted(make.facts(seen)) == []


@pytest.mark.parametrize("seen", [make.visit(), make.visit(status=500), make.failed(Failure.TIMEOUT)])
@pytest.mark.parametrize("rounds", [(), make.AWAY, (make.good(0, "before"), make.bad(9, "after"))])
def test_what_cannot_be_believed_is_asked_again(seen: Visit, rounds: tuple[CanaryRound, ...]) -> None:
    """What a failing network showed is as good as not asked."""
    assert wanted(make.facts(seen, canaries=rounds)) == [(make.URL, P.REGISTERED)]


def test_a_stopped_run_goes_on_where_it_ended() -> None:
    """Pages that came are kept; a failure without a round after it and whatever was not reached are asked."""
    of = make.facts(make.visit("https://a.example/"), make.failed(Failure.TIMEOUT, "https://b.example/"),
                    make.visit("https://d.example/", failure=Failure.RESET), canaries=make.STOPPED,
                    services=register(*(f"https://{x}.example/" for x in "abcd")))
    assert [url for url, _ in wanted(of)] == [f"https://{x}.example/" for x in "bcd"]


def test_the_next_run_settles_what_the_stopped_one_could_not() -> None:
    """The newest look counts, with the rounds of its own run."""
    of = make.facts(make.failed(Failure.TIMEOUT), make.visit(run="second", minute=40), canaries=(
        *make.STOPPED, make.good(39, "before", run="second")))
    assert wanted(of) == []


@pytest.mark.parametrize(("seen", "looks"), [
    (make.visit(status=404), [(make.URL, P.BROWSER_LIKE), (make.FRONT, P.FRONT_PAGE)]),
    (make.visit(status=410), [(make.URL, P.BROWSER_LIKE), (make.FRONT, P.FRONT_PAGE)]),
    (make.visit(status=403), [(make.URL, P.BROWSER_LIKE)]),
    (make.bad_certificate("expired"), [(make.URL, P.UNVERIFIED)]),
    (make.failed(Failure.NO_SUCH_NAME), [(make.TWIN, P.TWIN)]),
])
def test_a_doubt_names_the_looks_that_would_settle_it(seen: Visit, looks: list[tuple[str, Purpose]]) -> None:
    """Each with the reason that is kept beside what it shows."""
    assert wanted(make.facts(seen)) == looks
    assert all(look.asked_because for look in next_looks(make.facts(seen)))


@pytest.mark.parametrize("first", [make.visit(status=404), make.visit(status=403), make.bad_certificate("expired"),
                                   make.failed(Failure.NO_SUCH_NAME)])
@pytest.mark.parametrize("failure", [None, Failure.TIMEOUT])
def test_a_doubt_is_settled_whatever_the_look_showed(first: Visit, failure: Failure | None) -> None:
    """The looks come to an end: each is made once, and what it shows raises no endless row of further doubts."""
    seen = [first]
    while looks := next_looks(make.facts(*seen)):
        assert len(seen) < 6
        seen += [make.visit(look.url, None if failure else 404, purpose=look.purpose, minute=6, failure=failure)
                 for look in looks]
    assert len(seen) > 1


def test_one_front_page_serves_all_pages_of_its_site() -> None:
    """Five pages that were not found ask for five browser-like looks and one front page."""
    of = make.facts(*(make.visit(f"https://club.example/{n}", 404) for n in range(5)))
    assert sorted(purpose for _, purpose in wanted(of)) == [*[P.BROWSER_LIKE] * 5, P.FRONT_PAGE]


def test_a_second_look_older_than_the_first_is_made_again() -> None:
    """A page that was asked again gets its second opinion anew."""
    old = (make.visit(status=403, day=1, run="old"), make.browser_like(503, day=1, run="old"))
    of = make.facts(*old, make.visit(status=404, day=9, run="new"), make.front_page(day=9, run="new"), canaries=(
        make.good(0, "before", day=1, run="old"), make.good(0, "before", day=9, run="new")))
    assert wanted(of) == [(make.URL, P.BROWSER_LIKE)]


def test_a_second_look_at_the_same_moment_counts() -> None:
    """A clock that stands still, as in practice, does not send the kit round in circles."""
    assert wanted(make.facts(make.visit(status=403), make.browser_like(403, minute=5))) == []


def test_a_second_look_that_cannot_be_believed_is_made_again() -> None:
    """A failing network settles no doubt."""
    rounds = (make.good(0, "before"), make.good(5), make.bad(8), make.good(30, "after"))
    of = make.facts(make.visit(status=403), make.browser_like(200, minute=7), canaries=rounds)
    assert wanted(of) == [(make.URL, P.BROWSER_LIKE)]
