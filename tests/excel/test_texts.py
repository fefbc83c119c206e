"""Texts and their escapes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit.excel.texts import as_attribute, as_content, shown, stored


@pytest.mark.parametrize(("kept", "seen"), [
    ("a_x000D_\nb", "a\r\nb"), ("_x005F_x0041_", "_x0041_"), ("_x0041_", "A"), ("_xD83D__xDE00_", "😀"),
    ("_xD83D_", "�"), ("_x12_", "_x12_"), ("plain", "plain"),
])
def test_an_escape_is_shown_as_its_character(kept: str, seen: str) -> None:
    """Excel writes a carriage return as `_x000D_`; half an emoji cannot be shown."""
    assert shown(kept) == seen


@settings(derandomize=True, max_examples=200)
@given(st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("_x0041F"))))
def test_what_is_stored_is_shown_again(text: str) -> None:
    """Whatever a text holds, it comes back as it was."""
    assert shown(stored(text)) == text


def test_markup_in_a_text_stays_text() -> None:
    """Angle brackets, ampersands and quotes cannot break out."""
    assert as_content("<a> & \ud800") == "&lt;a&gt; &amp; �"
    assert as_attribute('"<') == "'\"&lt;'"
