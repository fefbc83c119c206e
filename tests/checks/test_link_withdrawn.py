"""link-withdrawn: the page says of itself that it was withdrawn, archived or replaced."""

import pytest

from review_kit.checks.link_withdrawn import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import notices as pages

LONG = pages.FILLING * 4


@pytest.mark.parametrize(("title", "body"), [
    ("[Withdrawn] Step Up guidance - GOV.UK", (LONG,)),
    ("Step Up", ("<section class='gem-c-notice'><h2>This publication was withdrawn on 3 May 2024</h2></section>",
                 LONG)),
    ("Step Up", ("This page has been replaced by our new guide to mentoring.", LONG)),
    ("Step Up", ("This website is no longer updated.", LONG)),
    ("Step Up", ("This is an archived page. It is kept for reference.", LONG)),
    ("Archived: Step Up", (LONG,)),
    ("Step Up", ("You’re viewing an archived version of this site.", LONG)),
    ("Step Up", ("We have moved to a new website.", LONG)),
])
def test_a_page_that_calls_itself_withdrawn_has_changed(title: str, body: tuple[str, ...]) -> None:
    """GOV.UK's banner, an archive's, a notice that it was replaced: the page is not what holds today."""
    assert make.told(pages.of(*body, title=title)) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize("body", [
    ("<h2>News archive</h2>", LONG), ("<aside><a href='/archive'>Archive</a></aside>", LONG),
    ("You can ask for your consent to be withdrawn.", LONG), ("She felt withdrawn and stopped going out.", LONG),
    ("Our archived newsletters are kept here.", LONG), ("This page was last updated on 3 May 2024.", LONG),
    ("We have moved to a new building.", LONG), ("Old leaflets have been replaced by this page.", LONG),
])
def test_an_archive_on_a_page_is_no_archived_page(body: tuple[str, ...]) -> None:
    """A menu item, a list of old news and the word in another sense say nothing of the page."""
    assert make.told(pages.of(*body))[0] is Verdict.WORKING
