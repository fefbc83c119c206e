"""phone-for-drama: numbers that Ofcom keeps for films and books."""

import pytest

from review_kit.checks.phone_for_drama import CHECK
from review_kit.model import ContactVerdict

from . import facts as make
from .reach import entry, facts_of


@pytest.mark.parametrize("words", ["020 7946 0123", "0808 157 0123", "0306 999 0123", "0113 496 0456", "0909 879 0123"])
def test_a_number_from_an_example_is_broken(words: str) -> None:
    """Form alone would pass it."""
    finding, = make.found(CHECK, facts_of(entry(words)))
    assert finding.verdict is ContactVerdict.BROKEN
    assert "Ofcom" in finding.evidence


@pytest.mark.parametrize("words", ["020 7946 1123", "0808 158 0123", "0306 998 0123", "0113 497 0456", "0800 1111"])
def test_its_neighbours_are_not(words: str) -> None:
    """A range ends where Ofcom ends it."""
    assert make.found(CHECK, facts_of(entry(words))) == []


def test_the_practice_review_has_no_others() -> None:
    """All its numbers are of this kind, so that nobody is rung by mistake; it says so of itself."""
    assert make.found(CHECK, facts_of(entry("0306 999 0123"), practice=True)) == []
