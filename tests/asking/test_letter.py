"""The message to a provider, compared whole, and what no cell can do to it.

`REVIEW_KIT_RENEW=1 pytest tests/asking` writes the files anew; read the difference before it is committed.
"""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_kit.asking import ANSWERS, Letter, Provider, letter, providers
from review_kit.model import Cell, Contact, ContactKind, Register
from review_kit.reports.addresses import Dangers

from . import made

GOLDENS = Path(__file__).parent / "goldens"
PERSONAL = {"karen.wilson71@nhs.net"}


def ask(provider: Provider, register: Register, **others: object) -> Letter:
    """The letter to a provider on the day of these tests."""
    return letter(provider, register, today=made.TODAY, reply_by=made.REPLY_BY, **others)  # type: ignore[arg-type]


def moonrise() -> Letter:
    """One entry, a crisis line, of the practice register."""
    return ask(made.named(made.practice(), "Moonrise"), made.practice())


def green_paths_reminded() -> Letter:
    """Two entries of the practice register, asked about before."""
    return ask(made.named(made.practice(), "Green Paths"), made.practice(), reminder=True)


def derbyshire_health_care() -> Letter:
    """The longest entries of the real offer, with links, numbers and several lines."""
    return ask(made.named(made.shipped(), "Derbyshire Health Care"), made.shipped())


def continuing_care() -> Letter:
    """An entry of the real offer that publishes one person's mailbox."""
    return ask(made.named(made.shipped(), "Continuing Care Team"), made.shipped(), personal=PERSONAL)


def hostile() -> Letter:
    """Every cell and setting a stranger's."""
    return ask(providers(made.hostile())[0], made.hostile())


LETTERS = (moonrise, green_paths_reminded, derbyshire_health_care, continuing_care, hostile)


@pytest.mark.parametrize("make", LETTERS, ids=lambda make: make.__name__)
def test_letter_is_as_agreed(make: Callable[[], Letter]) -> None:
    """Each letter is the agreed file, subject first."""
    golden, told = GOLDENS / f"{make.__name__}.txt", make()
    said = f"{told.subject}\n\n{told.text}".encode()
    if os.environ.get("REVIEW_KIT_RENEW"):
        golden.write_bytes(said)
    assert said.decode() == golden.read_bytes().decode()


def test_what_to_do_and_by_when_stand_first() -> None:
    """The subject alone says it; so does the first sentence, before any reason."""
    told = moonrise()
    assert told.subject.startswith("Please check your entry by 30 March 2026")
    assert "answer this message by 30 March 2026" in told.text.split("\n\n")[1]


def ours(text: str) -> list[str]:
    """The lines of a letter that are not the register's."""
    return [line for line in text.splitlines() if not line.startswith("  |")]


@pytest.mark.parametrize("text", [made.HOSTILE, "x" * 30_000, "a " * 15_000, "\n" * 30_000, "\t\x0c\x1c\x1d y"])
def test_no_cell_adds_a_line_of_ours(text: str) -> None:
    """Whatever stands in a cell stands behind the mark of the register's words, line by line."""
    plain, strange = (made.service(2, "Art", provider="Kooth", Frequency=each, Impact=each) for each in ("fine", text))
    told = ask(providers(made.register(strange))[0], made.register(strange))
    expected = ours(ask(providers(made.register(plain))[0], made.register(plain)).text)
    if not text.strip():
        expected = [line for line in expected if line not in {"Frequency:", "Impact:"}]
    assert list(filter(None, ours(told.text))) == list(filter(None, expected))


@given(st.text(st.characters(codec=None), max_size=200))
def test_no_text_at_all_adds_a_line_of_ours(text: str) -> None:
    """The same for text that nobody thought of."""
    one = made.service(2, "Art", provider="Kooth", Frequency=f"x{text}")
    told = ask(providers(made.register(one))[0], made.register(one))
    boxes = [f"  [ ] {label}: {meaning}" for label, meaning in ANSWERS.values()]
    assert [line for line in ours(told.text) if line.startswith(("[", "  [", "Answer:", "-----"))] == [
        *["-" * 40] * 2, *boxes, *["Answer:"] * 2, "-" * 40]
    assert "\n" not in told.subject
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", told.text)


def test_a_name_of_a_column_is_one_short_line() -> None:
    """A header that a stranger wrote looks like a header still."""
    one = made.service(2, "Art", **{f"Phone\n[X] Closed {'x' * 100}": "0300"})
    told = ask(providers(made.register(one))[0], made.register(one))
    assert re.search(r"^Phone \[X\] Closed x+…:$", told.text, re.MULTILINE)
    assert "\n[X]" not in told.text


def test_no_line_is_so_long_that_a_program_breaks_it_behind_the_mark() -> None:
    """The register's lines stay below 76 signs, unless one word is longer; a telephone number is never in two."""
    text = "Call us on 0800 028 0077 or 0300 123 4567 about anything, at any hour, wherever you may be. " * 5
    one = made.service(2, "Art", Frequency=text, Impact="https://kind.example/" + "long/" * 40)
    told = ask(providers(made.register(one))[0], made.register(one))
    lines = [line for line in told.text.splitlines() if "|" in line]
    assert all(len(line) <= 72 or "long/long" in line for line in lines)
    assert sum(line.count("0800 028 0077") + line.count("0300 123 4567") for line in lines) == 10


def test_every_value_passes_through_printed() -> None:
    """A site that the review found dangerous can be opened from no part of a letter."""
    mail = Contact(Cell("Services", 2, 3), ContactKind.EMAIL, "ann@evil.example", "ann@evil.example")
    one = made.service(2, "evil.example", mail, provider="evil.example", section="evil.example",
                       Frequency="https://www.evil.example/x", **{"evil.example": "see evil.example"})
    whole = made.register(one, council="evil.example", assured_by="evil.example", words_for_young_people="evil.example")
    told = ask(Provider("evil.example", (), (one,)), whole, printed=Dangers(frozenset({"evil.example"})).printed,
               personal={"ann@evil.example"})
    assert "evil.example" not in told.subject + told.text
    assert told.text.count("evil[.]example") == 12


def test_without_a_council_the_letter_still_says_what_it_is_about() -> None:
    """No blank is left where the name would stand."""
    one = made.service(2, "Art", provider="Kooth")
    told = ask(providers(made.register(one))[0], made.register(one, council=""))
    assert told.subject == "Please check your entry by 30 March 2026: health offer"
    assert "Why we ask: our council publishes a health offer" in told.text


def test_the_settings_are_heard() -> None:
    """The words for young people, the cycle, and in whose name entries are assured."""
    one = made.service(2, "Art", provider="Kooth")
    told = ask(providers(made.register(one))[0], made.register(
        one, words_for_young_people="care leavers", review_cycle_months=24, assured_by="Leaving Care team"))
    assert "a health offer for care leavers," in told.text
    assert "reviewed every 24 months" in told.text
    assert told.text.endswith("Leaving Care team\n\nBorchester Council\n")


def test_a_new_entry_is_not_called_published() -> None:
    """A service that is decided on and not in the workbook yet says so."""
    one = replace(made.service(2, "Art", provider="Kooth"), added="a person")
    assert "This entry is new. We publish it once you have confirmed it." in ask(
        providers(made.register(one))[0], made.register(one)).text


def test_a_shared_mailbox_is_asked_for_only_where_one_person_is_published() -> None:
    """Named people count by themselves, mailboxes where the review says so."""
    mail = Contact(Cell("Services", 2, 3), ContactKind.EMAIL, "Ann.Roe@kind.example", "ann.roe@kind.example")
    person = Contact(Cell("Services", 2, 3), ContactKind.PERSON, "Ann Roe")
    question = "Is there a shared mailbox"
    for contacts, personal, asked in (((mail,), (), False), ((mail,), {"ann.roe@kind.example"}, True),
                                      ((person,), (), True), ((), (), False)):
        one = made.service(2, "Art", *contacts, provider="Kooth")
        told = ask(providers(made.register(one))[0], made.register(one), personal=personal)
        assert (question in told.text) is asked


def test_the_same_register_gives_the_same_letter() -> None:
    """No clock and no chance."""
    assert derbyshire_health_care() == derbyshire_health_care()
