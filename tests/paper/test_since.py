"""What has changed in the offer, as it is told to young people: services, and no word of columns."""

from dataclasses import replace

import pytest

from review_kit.model import Cell, Contact, ContactKind, Link, Register, Service
from review_kit.paper import since

from ..asking import made  # noqa: TID252 - the builders stand beside the package's own tests

ART = made.service(2, "Art group", provider="Studio\n\nhttps://studio.example/art")
CHOIR = made.service(3, "Choir")


def register(*services: Service) -> Register:
    """A register of these."""
    return made.register(*services)


def reached(service: Service, *ways: Link | Contact) -> Service:
    """The service with these links and contacts."""
    return replace(service, links=tuple(way for way in ways if isinstance(way, Link)),
                   contacts=tuple(way for way in ways if isinstance(way, Contact)))


def with_words(service: Service, **columns: str) -> Service:
    """The service with other words in these columns, named with _ for a space."""
    said = {key.replace("_", " "): text for key, text in columns.items()}
    return replace(service, values={**service.values, **said})


def test_services_come_and_go() -> None:
    """One that was not there is new; one that is not there any more, or was retired, has ended."""
    found = since(register(ART), register(CHOIR), on="2025-11-21")
    assert (found.on, found.new, found.ended, found.changed) == ("2025-11-21", (ART,), (CHOIR,), ())
    retired = with_words(CHOIR, Status="retired")
    assert since(register(ART, retired), register(ART, CHOIR), on="").ended == (CHOIR,)
    assert since(register(ART, CHOIR), register(ART, retired), on="").new == (CHOIR,)


@pytest.mark.parametrize("unseen", [
    with_words(CHOIR, Audience="worker"), with_words(CHOIR, Status="retired"), replace(CHOIR, added="a forum"),
])
def test_what_young_people_cannot_use_is_nothing_to_tell_them(unseen: Service) -> None:
    """An entry for workers, a retired one, and one that is decided on and still to come."""
    assert not since(register(ART, unseen), register(ART), on="")
    assert not since(register(ART), register(ART, unseen), on="")


@pytest.mark.parametrize(("columns", "said"), [
    ({"Frequency": "Daily"}, "when it is"), ({"Hours": "9 to 5"}, "when it is"), ({"Where": "Library"}, "where it is"),
    ({"Cost": "Free"}, "what it costs"), ({"Who_it_is_for": "All"}, "who it is for"),
    ({"In_plain_words": "Paint"}, "what it is"), ({"Provider": "Other"}, "who runs it"),
    ({"How_to_get_it": "Ring"}, "how to get it"),
])
def test_a_change_is_told_by_what_it_means(columns: dict[str, str], said: str) -> None:
    """Each column that a young person would miss."""
    now = with_words(CHOIR, **columns)
    assert since(register(now), register(CHOIR), on="").changed == ((now, (said,)),)


@pytest.mark.parametrize("columns", [
    {"Impact": "More"}, {"Assured_on": "2026-01-01"}, {"Service_ID": "svc-3"}, {"Frequency": "  WEEKLY\n"},
    {"Evidence": "See page 3"},
])
def test_what_makes_no_difference_to_them_is_not_told(columns: dict[str, str]) -> None:
    """Columns of the review's own, and the same words in other spacing or letters."""
    assert not since(register(with_words(CHOIR, **columns)), register(CHOIR), on="")


def test_a_new_number_or_address_is_how_to_reach_it() -> None:
    """And not who runs it as well, although both stand in one cell; the same number spelt otherwise is the same."""
    cell = Cell("Services", 2, 3)
    old, new = (Link(cell, url, url) for url in ("https://studio.example/art", "https://studio.example/new"))
    before = reached(ART, old)
    now = with_words(reached(ART, new), Provider="Studio\n\nhttps://studio.example/new")
    assert since(register(now), register(before), on="").changed == ((now, ("how to reach it",)),)
    spelt = (Contact(cell, ContactKind.PHONE, said, "+443069990123") for said in ("03069 990123", "0306 999 0123"))
    one, other = (with_words(reached(ART, each), Provider=f"Studio\n\nCall {each.as_written}") for each in spelt)
    assert not since(register(one), register(other), on="")
