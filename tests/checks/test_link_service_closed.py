"""link-service-closed: the page itself says that the service has ended."""

import re

import pytest

from review_kit.checks._cues import cues
from review_kit.checks.link_service_closed import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import notices as pages

LONG = pages.FILLING * 4


@pytest.mark.parametrize("body", [
    ("Step Up has now closed. Thank you to everybody who came.",),
    ("Sorry, this service has now closed.",),
    ("We are sad to say that Riverside Youth Trust has closed its doors after 30 years due to lack of funding.",),
    (LONG, "Riverside Youth Trust closed on 31 March 2025.", LONG),
    ("The Step Up mentoring service is no longer available.", LONG),
    ("Our service has now closed due to the end of our funding.", LONG),
    ("We’ve now closed. Please call 111.",),
    ("Our much loved little mentoring service has now closed.", LONG),
    ("This project ended in March 2024.", LONG),
    ("THE SERVICE IS NOW CLOSED",),
    ("Riverside Youth Trust has gone into liquidation.", LONG),
    ("The charity has been wound up.", LONG),
    (LONG, "Riverside Youth Trust ran Step Up from 2009. This service is no longer running.", LONG),
])
def test_a_page_that_says_its_service_has_ended_has_changed(body: tuple[str, ...]) -> None:
    """The sentence counts at the page's beginning, near the service's name, or with the name as its subject."""
    of = pages.of(*body)
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize(("title", "heading"), [
    ("Step Up has closed | Riverside", "Step Up"), ("Step Up (closed) | Riverside", "Step Up (closed)"),
    ("Step Up | Riverside", "This service has now closed"), ("Closed: Step Up", "Step Up"),
    ("Step Up | Riverside", "The Counselling Service Has Now Closed"),
])
def test_a_title_or_heading_says_it_too(title: str, heading: str) -> None:
    """In a title or the first heading the whole line is the page's own word."""
    assert make.told(pages.of(LONG, title=title, heading=heading)) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize("body", [
    ("We are closed on bank holidays and at weekends.", LONG),
    (LONG, "The office is closed at weekends. Our helpline is closed at Christmas.", LONG),
    ("Join our closed group on Facebook.", LONG),
    ("For young people who are no longer living with parents.", LONG),
    ("Our helpline is now closed. We open again tomorrow at 9am.", LONG),
    ("The team has now closed for lunch.", LONG),
    ("If this service has closed, you can call 111.", LONG),
    ("The Meadow Lane project has now closed.", LONG),
    (LONG, "<h3>Latest news</h3>", "The Hillside Centre has closed. Read more", LONG),
    (LONG, "<h3>Past projects</h3>", "<h3>Bright Starts</h3>", "This project has now ended.", LONG),
    (LONG, "The following services have closed: Hillside, Meadow Lane.", LONG),
    ("Applications for summer jobs have now closed.", LONG),
    ("Riverside Youth Trust has closed its Meadow Lane shop.", LONG),
    ("The survey has closed. This case has now been closed.", LONG),
    ("No service is closed to you because of who you are. We close at 5pm.", LONG),
    ("The centre will be closed from 24 December 2026 to 2 January 2027.", LONG),
])
def test_what_closes_for_a_while_or_belongs_to_others_does_not_count(body: tuple[str, ...]) -> None:
    """Hours, holidays, conditions, other bodies, news and past projects say nothing of this service's end."""
    assert make.told(pages.of(*body))[0] is Verdict.WORKING


def test_the_sentence_is_quoted_and_what_was_found_is_said() -> None:
    """A person can check the verdict without the kit."""
    finding, = make.found(CHECK, pages.of("Sorry, this service has now closed.", LONG))
    assert "“Sorry, this service has now closed.”" in finding.evidence
    assert "the word “riverside”" in finding.evidence
    assert dict(finding.basis)["text"] == "Sorry, this service has now closed."


def test_a_page_that_did_not_come_says_nothing() -> None:
    """An error page may hold any words."""
    shown = pages.page("Sorry, this service has now closed.")
    visit = pages.replace(make.visit(pages.URL, 503), page=shown)
    assert make.found(CHECK, pages.facts(visit)) == []


@pytest.mark.parametrize("row", pages.KNOWN["closed_cues"], ids=lambda row: row["cue"][:60])
def test_every_cue_of_the_table_can_be_read(row: dict[str, str]) -> None:
    """Each row is a pattern that compiles, of a kind that some check looks for, with its source and day."""
    assert row["kind"] in {"closed", "perhaps", "passed-on", "withdrawn", "replaced", "paused", "unless",
                           "unless-before", "unless-then", "in-doubt"}
    assert row["source"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["checked_on"])
    one = pages.replace(pages.facts(), known={"closed_cues": (row,)})
    cue, = cues(one, row["kind"])
    assert cue.pattern.pattern != re.escape(row["cue"]) or "(" not in row["cue"]


def test_a_slip_in_the_table_stops_no_review() -> None:
    """A cue that is no pattern is looked for as plain words."""
    slip = {"cue": "gone (for ever", "kind": "closed", "source": "a test", "checked_on": "2026-11-21"}
    cue, = cues(pages.replace(pages.facts(), known={"closed_cues": (slip,)}), "closed")
    assert cue.pattern.search("It is gone (for ever.")
