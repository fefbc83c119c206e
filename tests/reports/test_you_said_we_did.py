"""`you_said_we_did.html`: what it shows of what was said, and all that it must not. Every view here is invented."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from review_kit.dates import MONTHS
from review_kit.disk import known_tables
from review_kit.model import About, Consent, ContactVerdict, Done, Hearing, Present, Review, Severity, View
from review_kit.reports import all_reports
from review_kit.reports.you_said_we_did_html import REPORT

from ..feedback import made  # noqa: TID252 - the builders stand beside the package's own tests
from . import reviews
from .test_review_html import FETCHES, Balance

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = ("</blockquote></title><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\u2066\x00\x07\u200b"
           '{{ 7 * 7 }}\r\n=HYPERLINK("https://evil.example")&amp;')  # fmt: skip
HELPLINES = ("name", "phone", "text", "hours", "ages", "free", "checked_on", "confidence")
KNOWN = {
    "barriers": known_tables()["barriers"],
    "helplines": tuple(dict(zip(HELPLINES, row.split(","), strict=True)) for row in (
        "999 | emergency services,999,,24 hours,all,yes,2026-11-21,sure",
        "NHS 111 | 111,111,,24 hours,all,yes,2026-11-21,sure",
        "Samaritans,116 123,,24 hours,all,yes,2026-11-21,sure",
        "Shout,,SHOUT 85258,24 hours,all,yes,2026-11-21,sure",
        "Papyrus,0800 068 4141,,24 hours,under 35,yes,2026-11-21,sure",
        "Papyrus,,88247,24 hours,under 35,,2026-11-21,question",
        "The Mix,,,,under 25,,2026-11-21,sure",
    )),
}  # fmt: skip


def reviewed(hearing: Hearing, base: Review | None = None) -> Review:
    """A review in which this was heard."""
    base = base or reviews.every_verdict()
    return replace(base, hearing=hearing, facts=replace(base.facts, known=KNOWN))


def nothing() -> Review:
    """A review in which nobody was heard."""
    return reviewed(Hearing())


def heard() -> Review:
    """One in which forums were."""
    return reviewed(made.hearing())


def hostile() -> Review:
    """One in which whoever could write something wrote what would like to be more than text."""
    session = replace(made.session(1, forum=HOSTILE, audience=HOSTILE), consent=HOSTILE, role=HOSTILE)
    views = (replace(made.view(1, HOSTILE, title=HOSTILE, better=HOSTILE, delivery=HOSTILE), barriers=(HOSTILE,)),
             made.view(2, "x" * 600, theme=HOSTILE))
    return reviewed(Hearing((session,), views, (made.answer(HOSTILE, Done.WILL, HOSTILE, owner=HOSTILE),)),
                    reviews.hostile())  # fmt: skip


def page(review: Review) -> str:
    """The page's source."""
    return REPORT.render(review).decode()


def words(review: Review) -> str:
    """The page's words, with single spaces."""
    return " ".join(LexborHTMLParser(page(review)).css_first("body").text(separator=" ").split())


ALL = (heard, nothing, hostile)
EVERY = pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)


@EVERY
def test_the_page_is_as_agreed(make: Callable[[], Review]) -> None:
    """Byte for byte; REVIEW_KIT_RENEW=1 writes the files anew."""
    golden = GOLDEN / f"{make.__name__}.you_said_we_did.html"
    drawn = REPORT.render(make())
    if os.environ.get("REVIEW_KIT_RENEW"):
        golden.write_bytes(drawn)
    assert drawn.decode() == golden.read_bytes().decode()
    assert REPORT.render(make()) == drawn


@EVERY
def test_the_page_is_whole_and_asks_nothing_of_anybody(make: Callable[[], Review]) -> None:
    """Balanced, in British English, with one first heading, no script and nothing to fetch."""
    source = page(make())
    balance, drawn = Balance(), LexborHTMLParser(source)
    balance.feed(source)
    assert (balance.open, balance.faults) == ([], [])
    assert drawn.css_first("html").attributes["lang"] == "en-GB"
    assert drawn.css_first("title").text().startswith("You said, we did, November 2026")
    assert [node.tag for node in drawn.css("h1")] == ["h1"]
    assert drawn.css(FETCHES) == []
    assert "default-src 'none'" in source
    assert {link.attributes["href"][0:4] for link in drawn.css("a")} <= {"#mai", "#sai", "tel:"}


def test_what_strangers_write_is_text() -> None:
    """Markup, templates and addresses are shown as they are; what turns or hides text is gone."""
    source = page(hostile())
    assert "<script" not in source
    assert "<img" not in source
    assert "{{ 7 * 7 }}" in source
    assert "evil[.]example" in source
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", source)


def test_consent_is_obeyed() -> None:
    """What may be quoted is; not one word of what may not, in any box of the form."""
    said = words(heard())
    for view in made.hearing().views:
        for spoken in filter(None, (view.said, view.better, view.delivery)):
            assert (" ".join(spoken.split()) in said) is (view.consent is Consent.QUOTE), spoken
    nobody = Hearing(made.hearing().sessions, tuple(replace(view, consent=Consent.SUMMARY)
                                                    for view in made.hearing().views))  # fmt: skip
    assert "“" not in words(reviewed(nobody)).replace("The section “Feeling well”", "")
    assert "<blockquote" not in page(reviewed(nobody))


def test_nothing_leads_to_a_person_or_a_meeting() -> None:
    """No id, digest, role, band, day or barrier's code is in the source, and no forum that met with few."""
    source, hearing = page(heard()), made.hearing()
    for session in hearing.sessions:
        for secret in (session.id, session.code, session.role, session.consent, session.held_on, session.answer_by):
            assert secret not in source
    for view in hearing.views:
        for secret in (view.id, view.key, view.session, view.code):
            assert not secret or secret not in source
    for band in Present:
        assert band not in source.replace("from 1 to 5", "")
    assert "Kite Forum" in source
    assert "Lark Forum" not in source
    assert "what is this code" not in source
    body = source.partition("<body>")[2]
    assert not re.search(rf"\d{{4}}-\d\d|\b\d{{1,2}} (?:{'|'.join(MONTHS)})|\d/\d|\d%|per cent", body)


def test_a_forum_that_ever_met_with_few_is_not_named() -> None:
    """Not for its other meetings either."""
    sessions = (made.session(1), made.session(2, "2026-06-17", present=Present.FEW))
    assert "Kite" not in page(reviewed(Hearing(sessions)))


def test_each_answer_says_what_was_done_who_sees_to_it_and_when() -> None:
    """And what cannot be done, why; what has no answer yet says so, with the month that was promised."""
    said = words(heard())
    assert ("We will do it We have asked for a text every four weeks. It begins in spring. Who sees to it Health lead "
            "By when April 2027") in said  # fmt: skip
    assert ("We did it The drop-in is open until 8pm on Wednesdays. Who sees to it Leaving Care team "
            "When November 2026") in said  # fmt: skip
    assert "We cannot do it There is no money for passes this year." in said
    assert "No answer yet We owe you an answer. It was promised by January 2027." in said
    assert "It was promised by September 2026. That time has passed." in said


@pytest.mark.parametrize(("by_on", "late"), [("2026-10-31", True), ("2026-11-01", False), ("", False)])
def test_a_promise_is_late_when_its_month_is_over(by_on: str, late: bool) -> None:
    """The page names no day, and so does not tell one by what it calls late."""
    view = made.view(1, "Invented", theme="Fares")
    answered = Hearing((made.session(1),), (view,), (made.answer("Fares", Done.WILL, by_on=by_on),))
    assert ("We owe you word of what became of it." in words(reviewed(answered))) is late


def test_small_numbers_are_hidden() -> None:
    """In tables and in words; one sentence says what c means, as the settings have it."""
    said = words(heard())
    assert "A few people spoke about this and are not quoted." in said
    assert "7 views about this are not quoted." in said
    assert "A few people said other things and are not quoted." in said
    assert "from 1 to 5" in said
    drawn = LexborHTMLParser(page(heard()))
    assert {node.text() for node in drawn.css("td.number")} == {"c", "8", "9", "19"}
    few = reviewed(Hearing((made.session(1),), made.views(4)))
    assert "How many views there are is not printed" in words(few)
    assert "<table" not in page(few)


def test_where_the_total_is_hidden_no_number_is_printed() -> None:
    """Six headings with one quote each, and one view that is not quoted: seven would tell that it is one."""
    views = (*(made.view(each, f"Words {each}", theme=f"Theme {each}") for each in range(6)),
             made.view(7, "Secret", theme="Theme 1", quote=False))  # fmt: skip
    review = reviewed(Hearing((made.session(1),), views))
    assert "<table" not in page(review)
    assert not re.search(r"\d+ views", words(review))
    many = reviewed(Hearing((made.session(1),), (*views, *made.views(8, 20, theme="Theme 2", quote=False))))
    assert "Some people spoke about this and are not quoted." in words(many)


def test_where_nobody_was_heard_the_page_says_so() -> None:
    """It is written all the same, and says whom to turn to."""
    said = words(nothing())
    assert "No forum was heard in this review" in said
    assert "Samaritans" in said
    assert "take back what you said" not in said
    assert "In short" not in said
    met = words(reviewed(Hearing((made.session(1),))))
    assert "No forum was heard" not in met
    assert "No view is written down." in met


def test_what_was_heard_before_this_review_is_not_told_again() -> None:
    """Its theme and its answer are: a promise holds."""
    old = made.session(1, "2025-11-01")
    view = made.view(1, "Old words", theme="Fares")
    said = words(reviewed(Hearing((old,), (view,), (made.answer("Fares", Done.WILL, "A pass.", by_on="2026-12-01"),))))
    assert "Old words" not in said
    assert "No forum was heard in this review" in said
    assert "What you told us in earlier reviews Fares We will do it A pass." in said
    assert "take back what you said" in said


def test_views_that_nobody_put_into_words() -> None:
    """Ticks are counted, and the page says that there was nothing to quote; without a meeting it says that too."""
    ticked = tuple(made.view(each, at=0) for each in range(8))
    said = words(reviewed(Hearing((), ticked)))
    assert "Nothing was said in words." in said
    assert "No forum meeting is written down in this review." in said
    assert "Nobody who can decide is named yet" in said
    assert "We wrote down 8 views." in said


def test_whom_to_turn_to() -> None:
    """Checked helplines, 999 and 111 in any case, and the register's own crisis numbers that somebody vouches for."""
    base = reviews.every_verdict()
    told = words(heard())
    assert "Call 116 123 24 hours; free" in told
    assert "Text SHOUT to 85258" in told
    assert "88247" not in told
    assert "The Mix" not in told
    assert "Crisis line, open" not in told  # its number is not vouched for, and its page is dangerous
    safe = tuple(replace(each, verdict=ContactVerdict.OK, finding=None) for each in base.contacts)
    calm = tuple(finding for finding in base.findings if finding.severity is not Severity.DANGER)
    vouched = replace(reviewed(Hearing()), contacts=safe, findings=calm)
    assert "Crisis line, open 24 hours a day Call 0808 157 0142" in words(vouched)
    assert words(vouched).count("0808 157 0142") == 1
    late = replace(vouched, facts=replace(vouched.facts, today=date(2029, 1, 1)))
    assert "Samaritans" not in words(late)
    assert "Emergency services Call 999" in words(late)


def test_no_other_report_holds_a_word_that_was_said() -> None:
    """A withdrawal must reach every file that quotes, and it looks for those that say so of themselves."""
    secret = tuple(View(f"id-{n}", "session-1", About.SERVICE, "svc-2", "Art group", said=f"xyzzy said {n}",
                        better=f"xyzzy better {n}", delivery="xyzzy", theme="xyzzy theme", consent=Consent.QUOTE,
                        recorded_on="2026-10-07") for n in range(9))  # fmt: skip
    review = reviewed(Hearing((made.session(1),), secret))
    holds = {report.file_name for report in all_reports() if b"xyzzy" in report.render(review)}
    assert holds == {report.file_name for report in all_reports() if report.quotes} == {"you_said_we_did.html"}


def test_the_review_says_what_is_unfinished() -> None:
    """In its summary, with small numbers in words."""
    from review_kit.reports.review_html import render
    review = reviewed(replace(made.hearing(), sessions=(replace(made.session(1), audience=""), made.session(2))))
    summary = LexborHTMLParser(render(review).decode()).css_first("section[aria-labelledby=summary]").text()
    assert "A few themes have no answer yet." in summary
    assert "A few views have no theme yet" in summary
    assert "have no audience" in summary
    assert "No forum was heard" not in summary
