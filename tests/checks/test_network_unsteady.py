"""network-unsteady: so many sites failed at once that our own network is the likelier cause."""

import pytest

from review_kit.checks.network_unsteady import CHECK
from review_kit.model import Failure, Verdict, Visit

from . import facts as make

TRANSPORT = [Failure.NO_SUCH_NAME, Failure.RESOLVER_TROUBLE, Failure.TIMEOUT, Failure.REFUSED, Failure.RESET,
             Failure.UNREACHABLE]


def sites(silent: int, of: int, failure: Failure = Failure.TIMEOUT) -> list[Visit]:
    """Looks at so many sites, of which some gave no answer."""
    return [make.failed(failure, f"https://s{n}.example/") if n < silent else make.visit(f"https://s{n}.example/")
            for n in range(of)]


@pytest.mark.parametrize("failure", TRANSPORT)
def test_more_than_three_in_ten_are_held_to_be_ours(failure: Failure) -> None:
    """Four silent sites of ten: none is blamed, in verdict or finding, and the six that answered are believed."""
    looks = sites(4, 10, failure)
    twins = [make.twin(visit.url.replace("//", "//www.")) for visit in looks[:4]]
    of = make.facts(*looks, *twins)
    told = make.all_told(of)
    assert [one.verdict for one in told] == [Verdict.NOT_CHECKED] * 4 + [Verdict.WORKING] * 6
    assert {finding.check for finding in make.judge(of) if finding.about} == {CHECK.name}
    assert told[0].finding is not None
    assert told[0].finding.what_we_saw.startswith("4 of the sites gave no answer")


@pytest.mark.parametrize(("silent", "of"), [(3, 10), (9, 9), (4, 9), (6, 20), (1, 10), (0, 40)])
def test_fewer_sites_or_a_smaller_share_are_their_own(silent: int, of: int) -> None:
    """Exactly three in ten, or too few sites to tell: each is told for itself."""
    assert make.found(CHECK, make.facts(*sites(silent, of))) == []


def test_sites_are_counted_and_not_links() -> None:
    """Forty links of one silent site among many are one site; www. makes no other."""
    one = [make.failed(Failure.TIMEOUT, f"https://{www}club.example/{n}") for n in range(20) for www in ("", "www.")]
    assert make.found(CHECK, make.facts(*one, *sites(0, 9))) == []


def test_a_link_in_many_rows_is_one_site() -> None:
    """The same address in ten rows is no ten sites."""
    rows = [make.service(make.link(row=row), row=row) for row in range(2, 14)]
    assert make.found(CHECK, make.facts(make.failed(Failure.TIMEOUT), services=rows)) == []


@pytest.mark.parametrize("failure", [f for f in Failure if f not in TRANSPORT])
def test_failures_that_no_network_of_ours_makes_are_the_sites(failure: Failure) -> None:
    """Bad certificates, circles and private addresses are the sites' own, however many."""
    assert make.found(CHECK, make.facts(*sites(10, 10, failure))) == []


@pytest.mark.parametrize("status", [403, 404, 500])
def test_answers_are_answers_however_bad(status: int) -> None:
    """A site that answered was reached."""
    assert make.found(CHECK, make.facts(*(make.visit(f"https://s{n}.example/", status) for n in range(20)))) == []


def test_what_is_not_believed_is_not_counted() -> None:
    """Failures of a run whose canaries failed are told by another check, once."""
    assert make.found(CHECK, make.facts(*sites(10, 10), canaries=make.AWAY)) == []


def test_a_failing_site_with_a_page_that_came_is_blamed_for_the_other_alone() -> None:
    """Of a held site's links, the one that answered keeps its verdict."""
    of = make.facts(*sites(4, 10), make.visit("https://s0.example/page"))
    assert [one.verdict for one in make.all_told(of)] == [Verdict.NOT_CHECKED] * 4 + [Verdict.WORKING] * 7


def test_a_site_silent_on_two_days_is_its_own_trouble() -> None:
    """What failed on two days, each between good canaries, is no longer held to be our network's."""
    rounds = [make.good(minute, day=day, run=f"run {day}") for day in (20, 21) for minute in (0, 9)]
    looks = [make.failed(Failure.TIMEOUT, f"https://s{n}.example/", day=day, run=f"run {day}")
             for n in range(4) for day in (20, 21)]
    rest = [make.visit(f"https://s{n}.example/", day=21, run="run 21") for n in range(4, 10)]
    assert make.found(CHECK, make.facts(*looks, *rest, canaries=rounds)) == []
