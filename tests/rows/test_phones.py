"""Telephone numbers as people type them, and digits that are none."""

import pytest

from review_kit.model import Contact, ContactKind
from review_kit.rows import find_contacts

from .build import cell


def phones(text: str, *targets: str, header: str = "") -> list[Contact]:
    """The telephone numbers of a cell."""
    return [contact for contact in find_contacts(cell(text, targets=targets), header=header)
            if contact.kind is ContactKind.PHONE]


@pytest.mark.parametrize(("typed", "numbers"), [
    ("03300083722", "+443300083722"),
    ("0330 008 3722", "+443300083722"),
    ("0330 0083722", "+443300083722"),
    ("0800 0280077", "+448000280077"),
    ("0800 028 0077", "+448000280077"),
    ("0800-028-0077", "+448000280077"),
    ("0800.028.0077", "+448000280077"),
    ("0800\u00a0028\u00a00077", "+448000280077"),
    ("0800\u200b 028 0077\u200b", "+448000280077"),
    ("0800–028–0077", "+448000280077"),
    ("(01332) 640777", "+441332640777"),
    ("(01332)640777", "+441332640777"),
    ("01332-640-777", "+441332640777"),
    ("01332 64 07 77", "+441332640777"),
    ("(01332) 640777 ext 204", "+441332640777"),
    ("01332 640777 x204", "+441332640777"),
    ("01332 640777 extension 204", "+441332640777"),
    ("+44 (0)1332 640777", "+441332640777"),
    ("+44 1332 640777", "+441332640777"),
    ("+44(0)1332640777", "+441332640777"),
    ("+441332640777", "+441332640777"),
    ("0044 1332 640777", "+441332640777"),
    ("00441332640777", "+441332640777"),
    ("44 1332 640777", "+441332640777"),
    ("Tel:01332640777", "+441332640777"),
    ("tel. 01332 640777.", "+441332640777"),
    ("T: 01332 640777 (office)", "+441332640777"),
    ("0808 81 1 81 11", "+448088118111"),
    ("0800 1111", "+448001111"),
    ("08001111", "+448001111"),
    ("0845 46 47", "+448454647"),
    ("020 7946 0123", "+442079460123"),
    ("(020) 7946-0123", "+442079460123"),
    ("07400 123456", "+447400123456"),
    ("07400123456", "+447400123456"),
    ("01332 640777 / 01332 640778", "+441332640777 +441332640778"),
    ("01332 640777/01332 640778", "+441332640777 +441332640778"),
    ("01332 640777, 0800 028 0077", "+441332640777 +448000280077"),
    ("01332 640777 or 0800 028 0077", "+441332640777 +448000280077"),
    ("01332 640777\n0800 028 0077", "+441332640777 +448000280077"),
    ("01332 640777/8", "+441332640777 +441332640778"),
    ("020 7946 0123 / 0124", "+442079460123 +442079460124"),
    ("18001 01332 640777", "+441332640777"),
    ("0800 028 0077 24 hours a day, 7 days a week", "+448000280077"),
    ("0800 028 0077 24/7", "+448000280077"),
    ("0800 028 0077 9am to 5pm", "+448000280077"),
    ("0800 028 0077 2024", "+448000280077"),
    ("0800 028 0077 years", "+448000280077"),
    ("Tel:01332 641172Email:info@example.org", "+441332641172"),
    ("01332 786968.Daytime 01332 641172", "+441332786968 +441332641172"),
    ("01332 888080 (Mon-Fri 9am-5pm) 0300 123 4567 (weekends)", "+441332888080 +443001234567"),
    ("0115 844 3505 / 0115 844 3506 / 07545 123456", "+441158443505 +441158443506 +447545123456"),
    ("０１３３２ ６４０７７７", "+441332640777"),
    ("+353 1 677 9099", "+35316779099"),
])
def test_a_number_is_read_however_it_is_typed(typed: str, numbers: str) -> None:
    """Spaces, stops, hyphens, brackets, extensions and pairs make no difference to the number."""
    found = phones(typed)
    assert " ".join(contact.normalised for contact in found) == numbers
    assert all(contact.as_written in typed and not contact.problem for contact in found)


@pytest.mark.parametrize(("typed", "problem", "mended"), [
    ("01332 64077", "too short by one digit", ""),
    ("01332 6407", "too short by 2 digits", ""),
    ("01332 6407777", "too long by one digit", ""),
    ("0330 008 37222", "too long by one digit", ""),
    ("+44 1332 64077", "too short by one digit", ""),
    ("01332 64077 24 hours", "too short by one digit", ""),
    ("0800 O28 0077", "letter O for zero", "0800 028 0077"),
    ("O800 028 0077", "letter O for zero", "0800 028 0077"),
    ("0l332 640777", "letter l for one", "01332 640777"),
    ("0500 123456", "in the 0500 range, withdrawn in 2017", "0808 512 3456"),
    ("0600 123 4567", "not in Ofcom's number plan", ""),
    ("00330 008 3722", "a zero too many at the front", "0330 008 3722"),
    ("07700 900123", "in a range that Ofcom keeps for drama", ""),
    ("01632 960123", "in a range that Ofcom keeps for drama", ""),
    ("Call 3300083722", "leading zero lost", "0330 008 3722"),
    ("Call 1332 640777", "leading zero lost", "01332 640777"),
])
def test_a_faulty_number_is_told_with_its_fault(typed: str, problem: str, mended: str) -> None:
    """Nobody can ring it; why, and what it was meant to be where that is clear, stand beside it."""
    [found] = phones(typed)
    assert (found.normalised, found.problem, found.mended) == ("", problem, mended)
    assert found.as_written in typed


@pytest.mark.parametrize("text", ["3300083722", "3300083722.0", "1332640777"])
def test_a_spreadsheets_number_lost_its_zero_only_where_the_column_says_phone(text: str) -> None:
    """Ten digits alone are a telephone number under "Phone", and nothing under "Reference"."""
    assert [contact.problem for contact in phones(text, header="Phone")] == ["leading zero lost"]
    assert phones(text, header="Reference") == []


@pytest.mark.parametrize(("text", "codes"), [
    ("Call 111", "111"), ("NHS 111, option 2", "111"), ("ring 999 in an emergency", "999"), ("Dial 112.", "112"),
    ("In an emergency: 999", "999"), ("Police: 101", "101"), ("Samaritans 116 123", "116123"),
    ("call 116123", "116123"),
    ("Text SHOUT to 85258", "85258"), ("text YM to 85258 free, or call 111", "85258 111"), ("SMS 60777", "60777"),
    ("call 111 or 999", "111 999"), ("Childline 0800 1111 or call 116-111", "+448001111 116111"),
    ("dial 18001 first", "18001"),
])
def test_short_codes_beside_words_that_say_so(text: str, codes: str) -> None:
    """A crisis line of a few digits is found where words around it say to call or text it."""
    assert " ".join(contact.normalised for contact in phones(text)) == codes


@pytest.mark.parametrize("text", [
    "111", "999 reasons", "Room 101", "call at 111 Burton Road", "we took 101 calls", "£111", "111%", "in 1999",
    "text for 101 young people", "page 112", "12.111", "phone 101/2024", "116 123", "85258", "aged 111, call us",
    "call 111 times", "registered 85258",
])
def test_the_same_digits_in_other_words_are_no_contacts(text: str) -> None:
    """Counts, prices, ages, rooms and streets are not to be called."""
    assert phones(text) == []


PROSE = (
    "Since 1 April 2024 (reviewed 2025-03-31, again on 31/03/2026 10:30) the 2024/25 fund of £1,234,567.89 and £0800 "
    "has helped 111 people aged 16-25, 0-5, 6-11 and 12-18, at 309 Burton Road, Derby DE1 2FS and 101 Station Road, "
    "NG7 3AB. Open 09.00 - 17.00, 0730 0830 0930, from 4.30pm to 12.30am, 24 hours a day, 7 days a week, 365 days. "
    "Registered charity number 1234567 and company number 01234567; charity no. 1143948-1, registered in England and "
    "Wales no. 07912345678, VAT GB 123 4567 89, Ofsted URN: 0123456789, NHS number 943 476 5919, account number "
    "01332640777, UPRN 010093456789, ISBN 0-14-020652-3. It rose by 12.5 % from 1,001 to 2,002 in Q1 2023-24; see "
    "section 4.2.1, version 10.0.19045.3803, grid 52.9225, -1.4746, and room 0.12. Ref. 2024-0117-000345, 1 800 in all."
)


def test_nothing_is_invented_in_prose_full_of_digits() -> None:
    """Years, dates, sums, ages, postcodes, hours and the numbers of bodies are no telephone numbers."""
    assert phones(PROSE) == []


def test_nothing_is_missed_in_prose_full_of_digits() -> None:
    """The same prose with three numbers in it yields these three."""
    text = PROSE.replace("Open", "Ring 0800 028 0077 or, from abroad, +44 1332 640777. Open") + " NHS 111 helps."
    assert [contact.normalised for contact in phones(text)] == ["+448000280077", "+441332640777", "111"]


@pytest.mark.parametrize("text", ["https://example.org/01332640777", "www.example.org/?tel=08001111",
                                  "01332640777@example.org", "https://example.org/a/0800-028-0077"])
def test_digits_of_addresses_are_no_numbers(text: str) -> None:
    """What stands inside a link or an e-mail address is part of it."""
    assert phones(text) == []


@pytest.mark.parametrize(("target", "normalised", "problem"), [
    ("tel:+44-1332-640777", "+441332640777", ""), ("tel:01332%20640777", "+441332640777", ""), ("tel:111", "111", ""),
    ("tel:0133264077", "", "too short by one digit"), ("tel:us", "", "not a telephone number"),
])
def test_a_number_behind_a_cell_is_a_contact(target: str, normalised: str, problem: str) -> None:
    """A `tel:` target is a number, and its faults are told."""
    [found] = phones("Ring us", target)
    assert (found.normalised, found.problem) == (normalised, problem)


def test_a_number_shown_and_laid_behind_is_one_contact() -> None:
    """The target repeats the number that the words show."""
    assert len(phones("Ring 01332 640777", "tel:+441332640777")) == 1
