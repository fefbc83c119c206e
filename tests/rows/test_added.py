"""Services that are decided on and not in the workbook yet: rows below all others, read as if they stood there."""

from dataclasses import replace

import pytest

from review_kit.model import PUBLISHED_COLUMNS, Candidate, Cell, ContactKind, Register, Service, Source
from review_kit.rows import read_register, with_candidates
from review_kit.rows.added import key_for

from .build import HEADER, book

CHOIR = ("Art", "Choir", "Riverside Club\nhttps://club.example/choir", "Weekly", "Joy")
BAND = ("Art", "Band", "Riverside Club\nhttps://club.example/band or 03069 990123", "Daily", "Noise")


def values(*texts: str) -> dict[str, str]:
    """The five published columns."""
    return dict(zip(PUBLISHED_COLUMNS, texts, strict=True))


def candidate(*texts: str, number: int = 1, wanted: bool = True, source: Source = Source.FORUM) -> Candidate:
    """A service that somebody missed."""
    return Candidate(number, f"id-{number}", source, values(*(texts or BAND)), "2026-11-01", "Duty team", wanted)


def register(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> Register:
    """A register as read; the choir stands in it where no rows are given."""
    return read_register(book(header, *(rows or (CHOIR,))))


def added(to: Register, *candidates: Candidate, first_row: int = 9) -> tuple[Service, ...]:
    """The services that a register has more."""
    after = with_candidates(to, candidates, first_row=first_row)
    assert after.services[:len(to.services)] == to.services
    assert replace(after, services=to.services) == to
    return after.services[len(to.services):]


def test_a_candidate_stands_below_all_others_and_says_where_it_comes_from() -> None:
    """With its words, its links and its contacts, each at its cell."""
    service, = added(register(), candidate())
    assert (service.section, service.name, service.frequency, service.impact) == ("Art", "Band", "Daily", "Noise")
    assert (service.cell, service.added) == (Cell("Services", 9, 2), "a forum of young people")
    assert [(link.cell, link.url) for link in service.links] == [(Cell("Services", 9, 3), "https://club.example/band")]
    assert [(one.cell, one.kind) for one in service.contacts] == [(Cell("Services", 9, 3), ContactKind.PHONE)]


def test_each_candidate_has_a_row_of_its_own_in_their_order() -> None:
    """Those that are not wanted leave no gap."""
    told = added(register(), candidate(number=1), candidate(*CHOIR[:1], "Drums", *CHOIR[2:], number=2, wanted=False),
                 candidate(*CHOIR[:1], "Flute", *CHOIR[2:], number=3))
    assert [(service.name, service.cell.row) for service in told] == [("Band", 9), ("Flute", 10)]


def test_what_is_only_kept_in_mind_is_not_added() -> None:
    """The lead has not decided to add it."""
    whole = register()
    assert with_candidates(whole, [candidate(wanted=False)], first_row=9) is whole


@pytest.mark.parametrize("texts", [
    CHOIR, (*CHOIR[:3], "Never", "None"), ("ART", " choir ", "Riverside  Club https://club.example/choir", "", ""),
])
def test_what_stands_in_the_register_is_not_added_again(texts: tuple[str, ...]) -> None:
    """Spaces and capitals make no difference, nor what it is like now."""
    assert added(register(), candidate(*texts)) == ()


def test_what_stands_in_the_register_under_an_id_of_its_own_is_not_added_again() -> None:
    """Somebody wrote the row by hand and gave it their own Service ID: the service is there all the same."""
    whole = register((*CHOIR, "A-1"), (*BAND, "A-2"), header=(*HEADER, "Service ID"))
    assert added(whole, candidate()) == ()


def test_what_was_added_once_is_known_by_its_id_when_its_words_have_changed() -> None:
    """The Service ID that was written for it is its key."""
    whole = register((*CHOIR, ""), ("Art", "Big band", "New provider", "", "", key_for(values(*BAND))),
                     header=(*HEADER, "Service ID"))
    assert added(whole, candidate()) == ()


def test_two_who_missed_the_same_service_add_one() -> None:
    """The first of them is told as its source."""
    service, = added(register(), candidate(number=1), candidate(number=2, source=Source.WORKER))
    assert service.added == "a forum of young people"


AWKWARD = [
    BAND,
    ("Art", "Band", "=HYPERLINK(\"https://club.example\",\"Band\")", "=1+1", "@SUM(A1)"),
    ("Art", "Band", "+44 3069 990123", "-", "'quoted'"),
    (" Art\u00a0", "  Band\u200b ", " \nRiverside Club \n", " Daily ", "\tNoise "),
    ("Art", "Band | Derby", "Riverside Club", "Daily", "Noise"),
    ("Art", "Home - Band", "Riverside Club", "Daily", "Noise"),
    ("Art", "Band 🥁 <b>&amp;", "Band | Club (club.example.org)\r\nann [at] club [dot] org", "", ""),
    ("Art", "Band", "", "", ""),
    ("Art", "Band", "Riverside Club", "see https://club.example/times", "ring 116 123"),
]


@pytest.mark.parametrize("texts", AWKWARD)
def test_a_candidate_is_read_as_its_row_will_be(texts: tuple[str, ...]) -> None:
    """Nothing about it changes when it stands in the workbook: its key, its words, its links and its contacts."""
    now, = added(register(), candidate(*texts), first_row=3)
    then = register(CHOIR, texts).services[1]
    for each in ("key", "section", "name", "provider", "frequency", "impact", "cell", "links", "contacts"):
        assert getattr(now, each) == getattr(then, each), each


def test_columns_in_another_order_are_found_by_name() -> None:
    """Each link stands at the cell that will hold it."""
    header = ("Provider", "Impact", "Section", "Area of support", "Frequency")
    whole = register(tuple(CHOIR[PUBLISHED_COLUMNS.index(name)] for name in header), header=header)
    service, = added(whole, candidate())
    assert (service.cell, service.links[0].cell) == (Cell("Services", 9, 4), Cell("Services", 9, 1))


def test_a_register_without_a_column_for_sections_takes_a_candidate() -> None:
    """Its headings are rows; the candidate is not lost, and stands at the cell of its name."""
    whole = register(("Art",), CHOIR[1:], ("Health",), ("Talking", "Kooth", "Daily", "Calm"), header=HEADER[1:])
    assert [service.section for service in whole.services] == ["Art", "Health"]
    service, = added(whole, candidate())
    assert (service.name, service.section, service.cell) == ("Band", "Art", Cell("Services", 9, 1))
    assert service.links[0].cell == Cell("Services", 9, 2)
