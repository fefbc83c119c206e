"""link-mistyped: an address with a typing error leads nobody anywhere."""

import pytest

from review_kit.checks.link_mistyped import CHECK
from review_kit.model import Verdict, Written

from . import facts as make


def mistyped(as_written: str, mended: str = "") -> make.Facts:
    """A register with one mistyped link, and no network."""
    link = make.link("", as_written=as_written, written=Written.MISTYPED, mended=mended)
    return make.facts(services=[make.service(link)], canaries=make.AWAY)


def test_a_typing_error_is_broken_and_its_mending_is_suggested() -> None:
    """It is known without a network; the words of the cell are the evidence."""
    of = mistyped("https//club.example", "https://club.example/")
    assert make.told(of) == (Verdict.BROKEN, CHECK.name)
    finding, = make.found(CHECK, of)
    assert finding.suggestion == "https://club.example/"
    assert finding.evidence == "The cell says “https//club.example”."
    assert finding.basis == (("as_written", "https//club.example"),)


def test_a_typing_error_beyond_mending_has_no_suggestion() -> None:
    """Nothing is made up."""
    assert [finding.suggestion for finding in make.found(CHECK, mistyped("http://"))] == [""]


@pytest.mark.parametrize("written", [w for w in Written if w is not Written.MISTYPED])
def test_links_written_otherwise_are_not_mistyped(written: Written) -> None:
    """No scheme, other words over it, a title: none is a typing error."""
    assert make.found(CHECK, make.facts(services=[make.service(make.link(written=written))])) == []
