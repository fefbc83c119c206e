"""Pages that send their visitors on by themselves count as redirects."""

from dataclasses import replace

import pytest

from review_kit.checks._refresh import refresh_target
from review_kit.looks import next_looks
from review_kit.model import Page, Purpose, Verdict, Visit

from .checks import facts as make

NEW = "https://choir.example/choir"


def sending(words: str) -> Visit:
    """A page with these words as its meta refresh."""
    return replace(make.visit(), page=Page(meta={"refresh": words}))


@pytest.mark.parametrize("words", [
    f"0; url={NEW}", f"0;URL='{NEW}'", f'5; url="{NEW}"', f"0, url = {NEW}", f"0 {NEW}", "0;url=//choir.example/choir",
])
def test_a_page_that_soon_sends_on_names_where(words: str) -> None:
    """However it is written, and without a scheme too."""
    assert refresh_target(sending(words)) == NEW


@pytest.mark.parametrize("words", [
    "", "30", "300; url=https://choir.example/", f"0; url={make.URL}", f"0; url={make.URL}/", "soon",
    "0; url=mailto:a@b.example",
    "0; url=javascript:alert(1)", "0; url=https://[::",
])
def test_a_page_that_is_only_renewed_sends_nobody_on(words: str) -> None:
    """It names itself, waits to be read, or names nothing that could be asked."""
    assert refresh_target(sending(words)) == ""


def test_where_it_leads_is_asked_and_counts() -> None:
    """The page at the end is judged; the redirect is not for good, so the register's address stays."""
    first = sending(f"0; url={NEW}")
    assert (NEW, Purpose.REFRESH) in [(look.url, look.purpose) for look in next_looks(make.facts(first))]
    there = make.visit(NEW, purpose=Purpose.REFRESH, minute=6)
    assert make.told(make.facts(first, there)) == (Verdict.WORKING, "")


def test_a_page_that_leads_to_the_front_page_is_gone() -> None:
    """As with any other redirect."""
    first = sending("0; url=/")
    there = make.visit(make.FRONT, purpose=Purpose.REFRESH, minute=6)
    assert make.told(make.facts(first, there)) == (Verdict.CHANGED, "link-sent-to-front-page")
