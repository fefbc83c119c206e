"""service-unreachable: an entry with no way to reach the service."""

import pytest

from review_kit.checks.service_unreachable import CHECK
from review_kit.model import Service, Written

from . import facts as make


def found(service: Service) -> list[str]:
    """The names of what is found of one service."""
    return [finding.check for finding in make.found(CHECK, make.facts(services=[service]))]


@pytest.mark.parametrize("service", [
    make.service(),
    make.service(contacts=[make.person()]),
    make.service(contacts=[make.phone("0306", problem="too short"), make.email("x", problem="no @")]),
    make.service(make.link("", written=Written.TITLE_ONLY)),
    make.service(make.link("", written=Written.MISTYPED, mended="https://club.example/")),
    make.service(make.link("file:///C:/offer.docx")),
    make.service(values={"How to get it": "  ", "Where": "", "Hours": "9 to 5"}),
])
def test_an_entry_that_leads_nowhere_is_told(service: Service) -> None:
    """A name, a lost address, a file on somebody's computer or a number that cannot be rung is no way in."""
    assert found(service) == [CHECK.name]


@pytest.mark.parametrize("service", [
    make.service(make.link()), make.service(contacts=[make.phone()]), make.service(contacts=[make.email()]),
    make.service(values={"How to get it": "Ask your adviser"}), make.service(values={"Where": "1 High Street"}),
    make.service(make.link("", written=Written.MISTYPED), contacts=[make.phone()]),
])
def test_one_way_in_is_enough(service: Service) -> None:
    """A link, a number, an address, a place or a sentence on how to get it."""
    assert found(service) == []


def test_whether_the_way_in_works_is_another_question() -> None:
    """A link that was not found is still a way that the entry gives."""
    of = make.facts(make.visit(status=404))
    assert make.found(CHECK, of) == []


def test_a_retired_service_needs_no_way_in() -> None:
    """What is no longer published is not reached."""
    assert found(make.service(values={"Status": "retired"})) == []
