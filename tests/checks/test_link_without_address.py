"""link-without-address: the words of a link whose address was lost."""

import pytest

from review_kit.checks.link_without_address import CHECK
from review_kit.model import Verdict, Written

from . import facts as make


@pytest.mark.parametrize("written", [w for w in Written if w is not Written.MISTYPED])
def test_words_with_nothing_behind_them_are_not_checked(written: Written) -> None:
    """However it came about: a link without an address was not asked, so it is never told that it works."""
    of = make.facts(services=[make.service(make.link("", as_written="Home - Club", written=written))])
    assert make.told(of) == (Verdict.NOT_CHECKED, CHECK.name)
    assert make.found(CHECK, of)[0].evidence == "The cell says “Home - Club” and has no hyperlink."


@pytest.mark.parametrize("written", [Written.IN_FULL, Written.BEHIND_TEXT, Written.TITLE_AND_HOST, Written.MISTYPED])
def test_a_link_with_an_address_has_one(written: Written) -> None:
    """An address behind the words is enough; a mistyped one is said as such."""
    assert make.found(CHECK, make.facts(services=[make.service(make.link(written=written))])) == []
    assert make.found(CHECK, make.facts(services=[make.service(make.link("", written=Written.MISTYPED))])) == []
