"""What we saw ourselves that vouches for an entry: a page that still describes it, and nothing less."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from review_kit.deciding import vouching
from review_kit.disk import known_tables
from review_kit.model import Failure, Page, Vouched
from review_kit.verdicts import judge, link_verdicts

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks, which use it most

CHOIR = make.service(make.link(), name="Riverside Choir")
BAND = "https://other.example/band"


def vouched(*visits: make.Visit, of: Sequence[make.Service] = (CHOIR,)) -> dict[str, Vouched]:
    """What vouches for each service, by its key."""
    canaries = (*make.STEADY, make.good(0, "before", day=10, run=make.moment(0, 10)),
                make.good(30, "after", day=10, run=make.moment(0, 10)))
    facts = replace(make.facts(*visits, services=of, canaries=canaries), known=known_tables())
    found = vouching(facts, link_verdicts(facts, judge(facts)))
    return {key: max(seen, key=lambda each: each.on) for (key, _), seen in found.items()}


def showing(visit: make.Visit, title: str, text: str = "") -> make.Visit:
    """The look, with a page of this title and text."""
    return replace(visit, page=Page(title=title, text=text, words=len(text.split())))


def test_a_page_that_names_the_service_vouches_for_it() -> None:
    """With its address and the day it was seen."""
    assert vouched(make.visit(title="Riverside Choir")) == {"svc-2": Vouched(
        f"Its page still describes it: {make.URL}, seen on 21 November 2026.", make.TODAY, make.link(), make.URL)}


@pytest.mark.parametrize("title", ["", "Timetables", "Club", "Riverside", "Borchester Council"])
def test_a_page_that_hardly_speaks_of_it_does_not(title: str) -> None:
    """One word in common is no description, and the council's name is on all its pages."""
    assert vouched(make.visit(title=title)) == {}


def test_a_page_that_moved_vouches_from_where_it_is_now() -> None:
    """The reason names the new address."""
    seen = vouched(make.visit(make.URL, 200, (301, "https://club.example/new"), title="Riverside Choir"))
    assert "https://club.example/new" in seen["svc-2"].why


@pytest.mark.parametrize("visits", [
    (make.visit(status=404, title="Riverside Choir"), make.browser_like(404), make.front_page()),
    (make.visit(status=500, title="Riverside Choir"),),
    (make.failed(Failure.TIMEOUT),),
    (showing(make.visit(), "Riverside Choir", "Riverside Choir has closed. This service is no longer available."),),
    (),
])
def test_a_link_that_does_not_work_vouches_for_nothing(visits: tuple[make.Visit, ...]) -> None:
    """Whatever words came with the answer."""
    assert vouched(*visits) == {}


def test_an_answer_that_our_own_network_gave_vouches_for_nothing() -> None:
    """While the canaries are silent no page is believed."""
    facts = make.facts(make.visit(title="Riverside Choir"), services=(CHOIR,), canaries=make.AWAY)
    assert vouching(facts, link_verdicts(facts, judge(facts))) == {}


def test_silence_vouches_for_nothing() -> None:
    """A service with no link, or with only a number, has no page that could."""
    assert vouched(of=(make.service(name="Riverside Choir"),)) == {}
    assert vouched(of=(make.service(name="Riverside Choir", contacts=[make.phone(), make.email()]),)) == {}


FRONT = make.service(make.link(make.FRONT), name="Riverside Choir", row=2)


@pytest.mark.parametrize(("title", "text", "vouches"), [
    ("Riverside Choir", "", True), ("Riverside Club", "", False),
    ("Club", "We are the club of Riverside with a choir, a band and a kitchen.", True),
])
def test_a_front_page_has_to_say_more(title: str, text: str, vouches: bool) -> None:
    """Two of the entry's own words: the provider's name alone stands on all its pages."""
    assert bool(vouched(showing(make.visit(make.FRONT), title, text), of=(FRONT,))) is vouches


def test_of_several_pages_the_newest_look_counts() -> None:
    """Whatever order the links stand in."""
    old = make.visit(day=10, run=make.moment(0, 10), title="Riverside Choir")
    new = make.visit(BAND, title="Riverside Choir")
    for links in ((make.link(), make.link(BAND)), (make.link(BAND), make.link())):
        seen = vouched(old, new, of=(make.service(*links, name="Riverside Choir"),))["svc-2"]
        assert (seen.on, BAND in seen.why) == (make.TODAY, True)
    assert vouched(old)["svc-2"].on == date(2026, 11, 10)


def test_a_link_that_two_services_share_vouches_for_those_it_describes() -> None:
    """Each entry is looked for by its own words."""
    other = make.service(make.link(row=3), row=3, name="Hillside Pottery")
    assert set(vouched(make.visit(title="Riverside Choir"), of=(CHOIR, other))) == {"svc-2"}
    both = showing(make.visit(), "What we do", "Riverside Choir on Monday, Hillside Pottery on Friday.")
    assert set(vouched(both, of=(CHOIR, other))) == {"svc-2", "svc-3"}
