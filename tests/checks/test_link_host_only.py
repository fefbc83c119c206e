"""link-host-only: a page title with its site's name in brackets; the page's own address was lost."""

import pytest

from review_kit.checks.link_host_only import CHECK
from review_kit.model import Severity, Verdict, Written

from . import facts as make


def pasted(canaries: tuple[make.CanaryRound, ...] = make.STEADY, status: int = 200) -> make.Facts:
    """A register with a pasted title, whose site was asked."""
    link = make.link(make.FRONT, as_written="HOME | Mysite (club.example)", written=Written.TITLE_AND_HOST)
    return make.facts(make.visit(make.FRONT, status), services=[make.service(link)], canaries=canaries)


def test_a_site_that_answers_works_and_the_lead_is_told() -> None:
    """The verdict is the site's; that the page's address is missing stands beside it."""
    assert make.told(pasted()) == (Verdict.WORKING, CHECK.name)
    finding, = make.found(CHECK, pasted())
    assert finding.severity is Severity.CAUTION
    assert "HOME | Mysite (club.example)" in finding.evidence


def test_it_claims_no_look_that_was_not_made() -> None:
    """Without a network it is still told, and does not say that anything was checked."""
    assert make.told(pasted(make.AWAY))[0] is Verdict.NOT_CHECKED
    assert [f.evidence for f in make.found(CHECK, pasted(make.AWAY)) if "was checked" in f.evidence] == []


def test_it_does_not_outweigh_trouble() -> None:
    """A refusal decides the verdict, not the way in which the link is written."""
    assert make.told(pasted(status=403)) == (Verdict.BY_HAND, "link-blocks-robots")


@pytest.mark.parametrize("written", [w for w in Written if w is not Written.TITLE_AND_HOST])
def test_other_ways_of_writing_have_the_whole_address(written: Written) -> None:
    """A bare www. address or a hyperlink behind words is whole."""
    assert make.found(CHECK, make.facts(services=[make.service(make.link(written=written))])) == []
