"""What a report may show of what was said."""

from dataclasses import replace
from itertools import permutations, product
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit.feedback.you_said import Said, YouSaid, you_said
from review_kit.model import About, Hearing

from . import made


def said(*views: object, **fields: object) -> YouSaid:
    """What is made of these views, heard at one meeting."""
    heard = Hearing((made.session(1),), views, **fields)  # type: ignore[arg-type]
    return you_said(heard, heard)


def test_only_words_that_may_be_quoted_are() -> None:
    """A view for the summary gives no quote, and neither do its other words; it counts as one that is not quoted."""
    told, = said(made.view(1, "May be quoted", theme="Fares", better="Cheaper"),
                 made.view(2, "Secret", theme="Fares", better="Secret too", delivery="Secret three", quote=False),
                 made.view(3, theme="Fares")).said  # fmt: skip
    assert told.quotes == ("Cheaper", "May be quoted")
    assert told.unquoted == 2
    assert "ecret" not in str(told)


def test_the_order_of_quotes_tells_nothing() -> None:
    """Whoever spoke first, and whatever was said in one breath, the same page comes out."""
    views = (made.view(1, "One", theme="A", better="Four"), made.view(2, "Two", theme="B"), made.view(3, "Three"))
    pages = {str(said(*order)) for order in permutations(views)}
    assert len(pages) == 1


def test_views_of_no_theme_stand_under_what_they_are_about() -> None:
    """Services first, then sections, then what is missing; of an entry's names the newest stands."""
    new, old = made.view(1, "New words", title="New name"), made.view(2, "Old words", title="Old name")
    told = said(made.view(3, "Where is a dentist?", about=About.MISSING, title="Something missing"),
                made.view(4, "Too long", about=About.SECTION, title="The section “Sleep”"),
                replace(new, key="svc-2"), replace(old, key="svc-2")).said  # fmt: skip
    assert [(each.title, each.is_theme, len(each.quotes)) for each in told] == [
        ("New name", False, 2), ("The section “Sleep”", False, 1), ("Something missing", False, 1)]


def test_which_service_an_unquoted_view_is_about_is_not_told() -> None:
    """Of a view without a theme only that there is one is told: a heading of its own would count it."""
    told = said(made.view(1, "Secret", title="Hidden service", quote=False), made.view(2, title="Only ticked"))
    assert told == YouSaid(elsewhere=1)


def test_an_answer_stands_with_its_theme_and_a_promise_where_there_is_none() -> None:
    """The earliest day that was promised counts."""
    sessions = (made.session(1, answer_by="2027-01-21"), made.session(2, answer_by="2026-12-01"))
    heard = Hearing(sessions, (made.view(1, "A", theme="Fares"), made.view(2, "B", theme="Fares", at=2),
                               made.view(3, "C", theme="Done"), made.view(4, "D", at=9)),
                    (made.answer("Done"),))  # fmt: skip
    done, fares, loose = you_said(heard, heard).said
    assert done.answer == made.answer("Done")
    assert (fares.answer, fares.answer_by) == (None, "2026-12-01")
    assert loose.answer_by == ""


def test_a_theme_of_an_earlier_review_keeps_its_answer_and_nothing_of_what_was_said() -> None:
    """What was promised then is owed now; an answer to what was withdrawn is not shown at all."""
    old, new = made.view(1, "Old words", theme="Fares"), made.view(2, "New words", theme="Sleep")
    answers = (made.answer("Fares"), made.answer("Withdrawn"))
    told = you_said(Hearing((), (new,), answers), Hearing((), (new, old), answers))
    assert told.earlier == (Said("Fares", True, (), 0, made.answer("Fares")),)
    assert "Old words" not in str(told)
    assert "Withdrawn" not in str(told)


@pytest.mark.parametrize(("quotes", "unquoted", "total", "told"), [
    ((1,), (1,), 2, True),          # one quoted, one not, of two
    ((1,), (1,), 3, True),          # and one more, which would not be certain
    ((1,), (1,), 4, False),
    ((3,), (1,), 4, False),         # three quotes may be of one view, or of three
    ((1, 1, 1, 1, 1, 1), (1, 0, 0, 0, 0, 0), 7, True),
    ((1,), (7,), 8, False),         # seven are not few
    ((1,), (7, 1), 9, True),
    ((4,), (0,), 4, False),         # everything is quoted, and nothing is hidden
])  # fmt: skip
def test_the_number_of_views_is_hidden_where_it_would_tell_with_the_quotes(
    quotes: tuple[int, ...], unquoted: tuple[int, ...], total: int, told: bool
) -> None:
    """Quotes can be counted. What the total leaves must not be as many views as there are headings."""
    headings = max(len(quotes), len(unquoted))
    quotes, unquoted = (each + (0,) * (headings - len(each)) for each in (quotes, unquoted))
    page = YouSaid(tuple(Said("T", True, ("Words",) * q, u) for q, u in zip(quotes, unquoted, strict=True)))
    assert page.gives_away(total, 5) is told


HEADING = st.tuples(st.lists(st.integers(1, 3), max_size=4), st.integers(0, 7))
"""How many quotes each quoted view gives, and how many views are not quoted."""


@settings(max_examples=300, deadline=None)
@given(st.lists(HEADING, min_size=1, max_size=4), st.integers(0, 4))
def test_no_small_number_behind_a_heading_follows_from_the_page(
    headings: list[tuple[list[int], int]], without_words: int
) -> None:
    """Everything is tried that the quotes can be of: each small number that is hidden has two values at least."""
    up_to = 3
    page = YouSaid(tuple(Said("T", True, ("Words",) * sum(quoted), unquoted) for quoted, unquoted in headings))
    total = sum(len(quoted) + unquoted for quoted, unquoted in headings) + without_words
    if total <= up_to or page.gives_away(total, up_to):
        return  # the total is not printed, and then nothing follows from it
    quoted = [range(ceil(len(each.quotes) / 3), len(each.quotes) + 1) for each in page.said]
    unquoted = [range(1, up_to + 1) if 1 <= each.unquoted <= up_to else [each.unquoted] for each in page.said]
    sums = {sum(each) for each in product(*quoted)}
    possible = [each for each in product(*unquoted) if any(total - sum(each) - views >= 0 for views in sums)]
    for number, heading in enumerate(page.said):
        if 1 <= heading.unquoted <= up_to:
            assert len({each[number] for each in possible}) > 1
