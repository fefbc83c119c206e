"""E-mail addresses: well formed, hidden, mistyped."""

import pytest

from review_kit.model import Contact, ContactKind
from review_kit.rows import find_contacts, find_links

from .build import cell


def emails(text: str, *targets: str) -> list[Contact]:
    """The e-mail addresses of a cell."""
    return [contact for contact in find_contacts(cell(text, targets=targets)) if contact.kind is ContactKind.EMAIL]


@pytest.mark.parametrize(("text", "addresses"), [
    ("karen.wilson71@nhs.net", "karen.wilson71@nhs.net"),
    ("Email Jane.Doe+offer@Example.ORG.", "jane.doe+offer@example.org"),
    ("o'brien@example.org", "o'brien@example.org"),
    ("<jane@example.org>;", "jane@example.org"),
    ("'jane@example.org'", "jane@example.org"),
    ("mailto:jane@example.org", "jane@example.org"),
    ("jane@example.org\u00a0", "jane@example.org"),
    ("jane@\u200bexample.org", "jane@example.org"),
    ("jane@example.org,bob@example.org", "jane@example.org bob@example.org"),
    ("jane@example.org; bob@example.org / al@example.org", "jane@example.org bob@example.org al@example.org"),
    ("jane@example.org/bob@example.org", "jane@example.org bob@example.org"),
    ("jane [at] example [dot] org", "jane@example.org"),
    ("jane(at)example.org.uk", "jane@example.org.uk"),
    ("jane at example dot org dot uk", "jane@example.org.uk"),
    ("jane@example(dot)org", "jane@example.org"),
    ("jane@münchen.de", "jane@münchen.de"),
    ("jane@example.org, ring us", "jane@example.org"),
    ("(jane@example.org)", "jane@example.org"),
])
def test_an_address_is_found_and_made_small(text: str, addresses: str) -> None:
    """Punctuation around an address is not part of it; several are told apart; hiding by words is undone."""
    found = emails(text)
    assert " ".join(contact.normalised for contact in found) == addresses
    assert all(contact.as_written in text and not contact.problem for contact in found)


@pytest.mark.parametrize(("text", "problem", "mended"), [
    ("jane@@example.org", "two @ signs", "jane@example.org"),
    ("jane@bob@example.org", "two @ signs", ""),
    ("jane.@example.org", "a full stop in the wrong place", "jane@example.org"),
    ("jane..doe@example.org", "a full stop in the wrong place", "jane.doe@example.org"),
    ("jane@example..org", "a full stop in the wrong place", "jane@example.org"),
    ("jane@example", "no ending such as .org.uk", ""),
    ("jane@example,org.uk", "a comma where a full stop belongs", "jane@example.org.uk"),
    ("jane@ example.org", "a space beside the @", "jane@example.org"),
    ("jane @example.org", "a space beside the @", "jane@example.org"),
    ("jane@-example.org", "not a possible e-mail address", ""),
])
def test_a_malformed_address_is_told_with_its_mending(text: str, problem: str, mended: str) -> None:
    """No mail reaches it; why, and what it was meant to be where that is clear, stand beside it."""
    [found] = emails(text)
    assert (found.normalised, found.problem, found.mended) == ("", problem, mended)
    assert found.as_written in text


@pytest.mark.parametrize("text", ["", "meet @ 5pm", "2@50p", "follow @example", "@nhs.net addresses", "look at the dot",
                                  "www.youtube.com/@example", "https://user@example.org/", "at home dot", "@", "@@@",
                                  "look at example.org"])
def test_other_at_signs_are_no_addresses(text: str) -> None:
    """Prices, times, handles and users of web addresses are no mailboxes."""
    assert emails(text) == []


@pytest.mark.parametrize(("target", "normalised", "problem"), [
    ("mailto:Jane%40example.org?subject=Hello", "jane@example.org", ""),
    ("mailto:jane@@example.org", "", "two @ signs"), ("MAILTO:jane", "", "not a possible e-mail address"),
])
def test_a_mailbox_behind_a_cell_is_a_contact(target: str, normalised: str, problem: str) -> None:
    """A `mailto:` target is a mailbox, and its faults are told."""
    [found] = emails("Write to us", target)
    assert (found.normalised, found.problem) == (normalised, problem)


def test_a_mailbox_shown_and_laid_behind_is_one_contact() -> None:
    """The target repeats the address that the words show."""
    assert len(emails("jane@example.org", "mailto:jane@example.org")) == 1


def test_the_host_of_a_mailbox_is_no_link() -> None:
    """An e-mail address, hidden or mistyped too, is not found a second time as a web address."""
    for text in ("jane@example.org", "jane (at) example.org", "jane@@example.org", "jane at example dot org"):
        assert find_links(cell(text)) == ()
