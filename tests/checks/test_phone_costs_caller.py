"""phone-costs-caller: numbers that begin 084, 087 and 09."""

import pytest

from review_kit.checks.phone_costs_caller import CHECK
from review_kit.model import ContactVerdict

from . import facts as make
from .reach import entry, facts_of


@pytest.mark.parametrize("words", ["Call 0845 790 9090", "0870 010 4950", "tel: 0871-222 3344", "Ring 0909 879 0123"])
def test_a_number_that_costs_is_told(words: str) -> None:
    """Whatever its form; the contact is a caution, and the sentence says what it costs."""
    finding, = make.found(CHECK, facts_of(entry(words)))
    assert "charge" in finding.what_we_saw
    assert finding.verdict is ContactVerdict.CAUTION


@pytest.mark.parametrize("words", [
    "0800 1111", "0808 800 5792", "0300 330 5454", "01332 640777", "116 123", "Text SHOUT to 85258", "07700 900123",
    "0845 is what it used to be", "Company number 08456789", "£0.87 a minute", "team@0845.example"])
def test_a_number_that_is_free_or_ordinary_is_not(words: str) -> None:
    """Nor a year, a price or a company's number that begins alike."""
    assert make.found(CHECK, facts_of(entry(words))) == []
