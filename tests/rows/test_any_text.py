"""What holds for any text at all: no crash, nothing invented, nothing lost, and never slow."""

import string
import time
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_kit.model import Written
from review_kit.rows import normalised, read_cell, read_register
from review_kit.rows.text import squeezed

from .build import HEADER, book, cell

LIMIT = 32_767
"""Characters that a cell of a workbook holds at most."""

quick = settings(derandomize=True, max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PIECES = [
    "http", "https", "://", ":", "//", "www", ".", ",", ";", "@", " ", "\n", "(", ")", "[", "]", "<", ">", "|", " | ",
    "org", "uk", "com", "nhs", "0", "01332", "640777", "0800", "111", "call", "Dr", "Ana", "Home", " - ", "at", "dot",
    "O", "l", "+44", "/", "\\", "#", "?", "%", "\u200b", "\u00a0", "é", "\u0308", "😀", "file", "tel", "0", "x", "-",
]  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
texts = st.one_of(st.text(max_size=60), hostile)
words = st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=9), max_size=12).map(" ".join)
gaps = st.sampled_from([" ", "\n", "\r\n", "\u00a0", ": ", " – ", "; ", ", ", " (", "\n\n", " \u200b", "\t"])
ends = st.sampled_from(["", " ", "\n", ".", ",", ";", ")", ". ", "\u00a0", "\u200b ", "…", "!", "\r\n"])


@quick
@given(texts, texts)
def test_any_text_and_target_is_read(text: str, target: str) -> None:
    """Nothing crashes; what is found stands in the text or the target; every address can be taken apart."""
    links, contacts = read_cell(cell(text, targets=[target]), header="Phone")
    for link in links:
        assert link.as_written in text or link.written in {Written.BEHIND_TEXT, Written.MISTYPED}
        assert link.url == "" or urlsplit(link.url).port is None or link.url
        assert bool(link.url) != (link.written in {Written.MISTYPED, Written.TITLE_ONLY})
    for contact in contacts:
        assert contact.as_written in text or ":" in target
        assert bool(contact.normalised) != bool(contact.problem)


@quick
@given(texts)
def test_reading_twice_finds_the_same(text: str) -> None:
    """What is found, read alone, is found again with the same address; and it never overlaps."""
    links, _ = read_cell(cell(text))
    for link in links:
        again, _ = read_cell(cell(link.as_written))
        if link.written in {Written.IN_FULL, Written.NO_SCHEME, Written.TITLE_AND_HOST}:
            assert [one.url for one in again] == [link.url]
    assert read_cell(cell(text)) == read_cell(cell(text))
    assert sum(len(link.as_written) for link in links) <= len(text)


@quick
@given(texts)
def test_one_spelling_stays_one_spelling(text: str) -> None:
    """An address brought to its one spelling is in it."""
    if "\\" not in text:
        assert normalised(normalised(text)) == normalised(text)


@quick
@given(words, gaps, st.sampled_from(["https://www.example.org/a/b?c=d", "http://example.org", "derby.gov.uk/offer",
                                     "www.example.org.uk/offer", "https://münchen.example/ü"]), ends, words)
def test_an_address_among_prose_is_found(before: str, gap: str, address: str, end: str, after: str) -> None:
    """Whatever stands around it, the address is found once, and exactly."""
    links, contacts = read_cell(cell(f"{before}{gap}{address}{end} {after}"))
    assert [link.as_written for link in links] == [address]
    assert contacts == ()


@quick
@given(words, gaps, st.sampled_from(["0800 028 0077", "03300083722", "(01332) 640777", "+44 (0)1332 640777"]), ends,
       words)
def test_a_number_among_prose_is_found(before: str, gap: str, number: str, end: str, after: str) -> None:
    """Whatever stands around it, the number is found once, and exactly."""
    links, contacts = read_cell(cell(f"{before}{gap}{number}{end} {after}"))
    assert [contact.as_written.strip("( ") for contact in contacts] == [number.strip("( ")]
    assert links == ()


@quick
@given(words, gaps, st.sampled_from(["jane@example.org", "Jane.Doe71@nhs.net", "o'brien@example.co.uk"]), ends, words)
def test_a_mailbox_among_prose_is_found(before: str, gap: str, address: str, end: str, after: str) -> None:
    """Whatever stands around it, the mailbox is found once, and exactly."""
    links, contacts = read_cell(cell(f"{before}{gap}{address}{end} {after}"))
    assert [contact.as_written for contact in contacts] == [address]
    assert links == ()


@quick
@given(st.lists(st.text(string.ascii_letters + " ,.;:!?'()&\n", max_size=20), max_size=8).map(" ".join))
def test_letters_and_sentence_marks_alone_hold_no_numbers_or_mailboxes(text: str) -> None:
    """Without a digit, an @ or a stop inside a word there is nothing to find but a name."""
    plain = text.replace(".", ". ")
    links, contacts = read_cell(cell(plain))
    assert [link for link in links if link.written is not Written.TITLE_ONLY] == []
    assert {contact.kind for contact in contacts} <= {"person"}


@quick
@given(st.lists(st.lists(texts, max_size=6), max_size=8))
def test_any_table_under_a_header_keeps_every_word(rows: list[list[str]]) -> None:
    """Whatever stands below a header, each word is in a service, a heading or a problem."""
    register = read_register(book(HEADER, ("Health", "Talking", "Kooth", "Weekly", "Better"), *rows))
    kept = " ".join([*(value for one in register.services for value in (*one.values.values(), one.section)),
                     *(one.evidence for one in register.problems), *HEADER])
    assert set(squeezed(" ".join(text for row in rows for text in row)).split()) <= set(squeezed(kept).split())
    assert len({one.key for one in register.services}) == len(register.services)


@pytest.mark.parametrize("piece", [
    "a", "1", "0", "0 ", "@", "a@", "a.", "www.", "www,", "ww. ", "http://", "https//", "https:", "https://a.org,", "(",
    ")", "é.", "0-", "Aa ", "Dr ", "contact Aa ", "01332 64077 ", "0800 028 0077 ", "01332 640777/", "call 111 ",
    "a | b\n", "a at b dot c ", "a (at) ", "charity no ", "registered ( ", "09.00 - ", "£1,", "https:// ", "\u200b",
    "Home - A\n", "x (a.uk)\n", "a,b@c,", "\\\\a\\", "+44 ", "0l", "a.b.c.d.uk ", "jane@x.org ", "[at]",
    "https://x.org?q=https://", "3300083722 ", "http://https://", "https://a\\", "\n", " ",
])  # fmt: skip
def test_a_hostile_cell_takes_no_time(piece: str) -> None:
    """A cell as long as a workbook allows, of anything repeated, is read in well under a second."""
    started = time.process_time()
    read_cell(cell((piece * LIMIT)[:LIMIT], targets=[(piece * 2000)[:2000]]), header="Phone")
    assert time.process_time() - started < 2  # of this process: a busy machine is forgiven, quadratic time not
