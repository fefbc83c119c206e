"""Where numbers and addresses stand in a page's text, and the words that lead up to them."""

import pytest

from review_kit.labels import LABEL, labelled
from review_kit.model import ContactKind, Page

ONE, TWO = "0114 496 0123", "0114 496 0100"
PHONE, EMAIL = ContactKind.PHONE, ContactKind.EMAIL


def labels(text: str, *headings: str, kind: ContactKind = PHONE) -> list[str]:
    """The label of each number of a page with this text."""
    return [one.label.strip() for one in labelled(Page(text=text, headings=headings), kind)]


def test_a_label_begins_where_the_number_before_it_ends() -> None:
    """The words between two numbers lead up to the second."""
    assert labels(f"Office {ONE} Workshop {TWO}") == ["Office", "Workshop"]


def test_a_label_begins_at_the_nearest_heading() -> None:
    """Whatever stands above that belongs to another part of the page."""
    text = f"Bladder nurses Ask your doctor. Epilepsy nurses Tel {ONE}"
    assert labels(text, "Bladder nurses", "Epilepsy nurses") == ["Epilepsy nurses Tel"]
    one, = labelled(Page(text=text, headings=("Bladder nurses", "Epilepsy nurses")), PHONE)
    assert (one.heading, one.under) == ("Epilepsy nurses", ("Bladder nurses", "Epilepsy nurses"))


def test_a_menu_that_repeats_the_headings_takes_none_away() -> None:
    """A list of contents names the parts before they come."""
    text = f"On this page Adults Children Adults Tel {ONE} Children Tel {TWO}"
    assert labels(text, "Adults", "Children") == ["Adults Tel", "Children Tel"]


def test_in_a_list_the_name_may_follow_the_number() -> None:
    """With a dash, and more than once: one alone is a remark about the number before it."""
    assert labels(f"{ONE} – Audiology {TWO} – Dietetics") == ["Audiology", "Dietetics"]
    assert labels(f"Office {ONE} – ask for Sam") == ["Office"]


def test_the_clause_is_the_last_sentence_and_a_question_goes_with_its_answer() -> None:
    """A sentence before may speak of anything; “Tel.” ends none."""
    ends = {"We love volunteers. Call Sam on ": "Call Sam on ", "Want to give? Ring ": "Want to give? Ring ",
            "The hall. Tel. ": "Tel. "}
    for text, clause in ends.items():
        assert labelled(Page(text=f"{text}{ONE}"), PHONE)[0].clause == clause


def test_addresses_have_labels_as_numbers_have() -> None:
    """Each kind is parted by its own."""
    assert labels(f"Press a@club.example Choir {ONE} b@club.example", kind=EMAIL) == ["Press", f"Choir {ONE}"]


@pytest.mark.parametrize("text", [
    f"{ONE} " * 700, "word " * 2_000 + ONE, f"Choir {ONE} – Choir " * 300, "– " * 5_000, "",
])
def test_no_page_holds_the_reading_up(text: str) -> None:
    """However long it is and however often it repeats itself, a label stays short."""
    found = labelled(Page(text=text[:10_000], headings=("Choir", "word")), PHONE)
    assert all(len(one.label) <= LABEL for one in found)
