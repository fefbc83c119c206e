"""The published offer of Derby, word for word, in the shape of its own table: headings and headers as rows."""

import json
from collections import Counter
from pathlib import Path

import pytest

from review_kit.model import Cell, ContactKind, Register, Written
from review_kit.rows import find_contacts, read_register

from .build import book, cell

ROWS = json.loads(Path(__file__).with_name("derby.json").read_text(encoding="utf-8"))
"""The table of `sources/derby_health_offer.txt`: four cells a row, white space inside as it stands."""

LEAFLET = "For more information, please email: CharlieFields@affinitytrust.org"
"""The last line of the leaflet that the published document holds below its table."""

SECTIONS = {"Emotional wellbeing": 12, "Access To Services": 7, "Mental Health": 7, "Additional Needs": 3,
            "Overall health": 2}


@pytest.fixture(scope="module")
def register() -> Register:
    """The offer as read."""
    return read_register(book(*ROWS))


def with_section_column() -> list[list[str]]:
    """The same services as a flat table with a column Section, in another order of columns."""
    flat, section = [["Impact", "Provider:", "AREA OF\nSUPPORT", "Section", "Frequency"]], ""
    for area, provider, frequency, impact in ROWS:
        if not provider:
            section = area
        elif provider != "Provider":
            flat.append([impact, provider, area, section, frequency])
    return flat


def test_five_sections_hold_thirty_one_services(register: Register) -> None:
    """Section headings and repeated headers are no services, and no service is lost."""
    assert Counter(service.section for service in register.services) == SECTIONS
    assert len(register.services) == 31


def test_every_word_of_the_offer_is_kept(register: Register) -> None:
    """Each cell's text stands in its service's values, white space and all."""
    said = [tuple(service.values[name] for name in ("Area of support", "Provider", "Frequency", "Impact"))
            for service in register.services]
    assert said == [tuple(row) for row in ROWS if row[1] and row[1] != "Provider"]


def test_twelve_links_seven_addresses_four_titles_with_host_one_title_alone(register: Register) -> None:
    """The twelve links of the offer are found, each in the way it is written."""
    assert Counter(link.written for _, link in register.links) == {
        Written.IN_FULL: 7, Written.TITLE_AND_HOST: 4, Written.TITLE_ONLY: 1}


def test_titles_are_kept_as_the_pages_were_called(register: Register) -> None:
    """The words before the host are the page's title on the day that it was pasted."""
    titles = {link.url: link.title for _, link in register.links if link.title}
    assert titles["https://derbycitylifelinks.org.uk/"] == (
        "Safe Haven - Derby Life Links | Supporting Mental Health in Derby")
    assert titles["https://dfmh.co.uk/"] == "HOME | Mysite"
    assert titles[""] == "Home - Kooth"


def test_three_phone_strings_are_two_numbers(register: Register) -> None:
    """Both spellings of the helpline come to one number."""
    phones = [contact for _, contact in register.contacts if contact.kind is ContactKind.PHONE]
    assert [contact.as_written for contact in phones] == ["03300083722", "0800 0280077", "0800 028 0077"]
    assert {contact.normalised for contact in phones} == {"+443300083722", "+448000280077"}


def test_one_email_in_the_table_and_nobody_invented(register: Register) -> None:
    """The table names one mailbox; "Designated Nurse" and "Principal Social Worker" are no persons."""
    others = [contact for _, contact in register.contacts if contact.kind is not ContactKind.PHONE]
    assert [(contact.kind, contact.normalised) for contact in others] == [(ContactKind.EMAIL, "karen.wilson71@nhs.net")]


def test_nothing_of_it_is_unclear(register: Register) -> None:
    """The real offer reads without a question."""
    assert register.problems == ()


def test_the_mailbox_of_the_leaflet_is_found() -> None:
    """The leaflet below the table names the second mailbox, in the writer's own capitals."""
    [contact] = find_contacts(cell(LEAFLET))
    assert contact.as_written == "CharlieFields@affinitytrust.org"
    assert contact.normalised == "charliefields@affinitytrust.org"


def test_a_flat_table_in_another_order_is_the_same_register(register: Register) -> None:
    """Section as a column, other order, other capitals: the same services under the same keys."""
    flat = read_register(book(*with_section_column()))
    assert [service.key for service in flat.services] == [service.key for service in register.services]
    assert [link.url for _, link in flat.links] == [link.url for _, link in register.links]


def test_places_are_those_of_the_sheet(register: Register) -> None:
    """The helpline's service, link and number stand where a person finds them."""
    service = next(one for one in register.services if one.name.startswith("Mental health helpline"))
    assert str(service.cell) == str(service.links[0].cell) == str(service.contacts[0].cell)
    assert isinstance(service.cell, Cell)
    assert ROWS[service.cell.row - 1][0].startswith("Mental health helpline")
