"""confirm-with-unusable: words by which nobody can be written to."""

import pytest

from review_kit.checks.confirm_with_unusable import CHECK

from . import facts as make


def told(text: str) -> list[str]:
    """What is said of a cell with this text."""
    of = make.facts(services=[make.service(values={"Confirm with": text})], columns={"Confirm with": 9})
    return [f"{found.cell}: {found.what_we_saw}" for found in make.found(CHECK, of)]


@pytest.mark.parametrize("text", [
    "", "  ", "office@club.example", "Ann, office@club.example", "a@x.example; b@y.example",
    "office [at] club [dot] example.org",
])
def test_a_mailbox_is_enough(text: str) -> None:
    """Blank is no mistake: a page is made for a provider whose mailbox is not known."""
    assert told(text) == []


@pytest.mark.parametrize("text", ["the manager", "01332 640777", "office@", "https://club.example/contact"])
def test_words_without_a_mailbox_are_told_with_their_cell(text: str) -> None:
    """A draft would have been expected, and there is none."""
    assert told(text) == [
        f"Services!I2: “Confirm with” says “{text}”, which holds no e-mail address that we can write to."]
