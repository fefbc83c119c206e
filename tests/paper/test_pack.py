"""The pack to read before a meeting: the offer, what changed and what was answered, and nobody's words."""

import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from review_kit.model import (
    About,
    Action,
    Consent,
    Decided,
    Decision,
    Done,
    Hearing,
    Register,
    Response,
    Review,
    View,
)
from review_kit.paper import Since, meeting_pack, since
from review_kit.practice import PRACTICE_DAY
from review_kit.steps import check, facts_of

from ..asking import made  # noqa: TID252 - the builders stand beside the package's own tests
from ..widgets.places import KEPT  # noqa: TID252 - and where the practice review was committed

GOLDEN = Path(__file__).parent / "golden" / "meeting_pack.html"
BOARD = "Corporate Parenting Board"
ANSWERS = (
    Response("A quiet room", BOARD, Done.CANNOT, "There is no money for it this year.", "", ""),
    Response("Waiting for counselling", BOARD, Done.WILL, "A first talk in two weeks.", "Team lead", "2026-06-30"),
    Response("Bus fares", BOARD, Done.DID, "Your swimming card is a bus ticket now.", "Care team", "2026-02-02"),
)
SAID = "the heron at the weir told nobody"
HEARD = Hearing((), tuple(
    View(str(consent), "s", About.SERVICE, "svc", "Choir", said=SAID, better=SAID, delivery=SAID, consent=consent,
         theme=theme) for consent, theme in ((Consent.QUOTE, "A choir at night"), (Consent.SUMMARY, "Bus fares"))),
    ANSWERS)


@cache
def practice(*decisions: Decision) -> Review:
    """The practice review as it was committed."""
    facts = facts_of(made.practice(), KEPT, today=PRACTICE_DAY)
    return check(facts, practice=True, decided=Decided(decisions))


@cache
def before() -> Since:
    """What changed since an invented register of the year before."""
    first, second, third, *others = made.practice().services
    ended = replace(first, key="gone", values={**first.values, "Area of support": "Old club"})
    changed = replace(third, values={**third.values, "Frequency": "Never"})
    return since(made.practice(), replace(made.practice(), services=(ended, second, changed, *others)), on="2025-03-03")


def drawn(review: Review | None = None, heard: Hearing = HEARD, changed: Since | None = None) -> LexborHTMLParser:
    """The pack as a browser takes it in."""
    return LexborHTMLParser(meeting_pack(review or practice(), heard, changed))


def words(node: object) -> str:
    """What can be read of a part, each run of spaces one space."""
    return " ".join(node.text().split())  # type: ignore[attr-defined]


def entry(page: LexborHTMLParser, title: str) -> str:
    """What the pack says of one service."""
    return next(words(each) for each in page.css(".entry") if words(each.css_first("h4")).startswith(title))


def test_the_pack_is_as_agreed() -> None:
    """The practice review's, byte for byte. REVIEW_KIT_RENEW=1 writes it anew; read the difference."""
    pack = meeting_pack(practice(), HEARD, before())
    if os.environ.get("REVIEW_KIT_RENEW"):
        GOLDEN.write_text(pack, encoding="utf-8", newline="\n")
    assert pack == GOLDEN.read_text(encoding="utf-8")
    assert pack == meeting_pack(practice(), HEARD, before())


def test_no_word_of_a_young_person_is_in_it() -> None:
    """Not even one that may be quoted: a page that is handed round cannot be called back."""
    assert SAID not in meeting_pack(practice(), HEARD, before())


def test_answers_are_told_with_who_and_when() -> None:
    """What was done first, then what will be; for what cannot be done there is no day. What is owed is said."""
    told = [words(each) for each in drawn().css(".answer")]
    assert [each.split(" We ")[0] for each in told] == ["Bus fares", "Waiting for counselling", "A quiet room"]
    assert told[1] == ("Waiting for counselling We will do it. A first talk in two weeks. Who heard it: Corporate "
                       "Parenting Board Who sees to it: Team lead When: June 2026")
    assert "When" not in told[2]
    page = drawn()
    assert "We still owe you an answer about A choir at night" in words(page.css_first("[aria-labelledby=answered]"))
    assert "No answer is written down yet." in words(drawn(heard=Hearing()).body)


def test_what_changed_is_told_since_when() -> None:
    """Or that nothing has, or that there is nothing to compare with."""
    told = words(drawn(changed=before()).css_first("[aria-labelledby=changed]"))
    assert "Since 3 March 2025: New Moonrise crisis line" in told
    assert "Not there any more Old club Changed Free online counselling: when it is" in told
    assert "Nothing in the offer has changed since 3 March 2025." in words(drawn(changed=Since("2025-03-03")).body)
    assert "We have no earlier list to compare with" in words(drawn().body)


def test_nobody_is_sent_where_harm_was_found_or_nobody_answers() -> None:
    """A page that was taken over is in no link and no word; a number that is broken is not printed."""
    page = drawn()
    assert "worry-line.example/" not in (page.html or "")
    assert "We are checking how to reach this one." in entry(page, "Worry Line")
    assert "0808 157 01" not in entry(page, "Money advice")
    assert "boathouse-youth.example" not in (page.html or "")
    moonrise = entry(page, "Moonrise crisis line – someone to talk to 24 hours a day")
    assert "Call 0808 157 0123 Look at moonrise.example/crisis-line" in moonrise
    assert moonrise.count("0808 157 0123") == 1
    assert {link.attributes["href"] for link in page.css("a")} <= {
        link.url for service in made.practice().services for link in service.links}


def test_what_somebody_vouched_for_is_printed() -> None:
    """A link that the checker could not believe, and that the lead opened and found right."""
    told = next(each for each in practice().links if "boathouse" in each.link.url)
    assert told.finding is not None
    outcome = next(o for o in practice().outcomes if o.finding == told.finding)
    fine = Decision(1, "d1", *outcome.key, Action.FINE, "Team lead", PRACTICE_DAY.isoformat(),
                    basis=told.finding.basis)
    review = practice(fine)
    state = next(o.state for o in review.outcomes if o.finding == told.finding)
    assert state == "decided"
    assert "boathouse-youth.example/drop-in" in entry(drawn(review), "Drop-in with a youth worker")


def test_plain_words_stand_in_the_place_of_the_published_ones() -> None:
    """Where the column is filled; and what young people cannot use is left out, and counted where workers can."""
    first, second, third, *others = made.practice().services
    plain = replace(second, values={**second.values, "In plain words": "A safe place at night.", "Cost": "Free"})
    worker = replace(third, values={**third.values, "Audience": "worker"})
    gone = replace(first, values={**first.values, "Status": "retired"})
    page = drawn(_of(replace(made.practice(), services=(gone, plain, worker, *others))))
    haven = entry(page, "Lantern Safe Haven")
    assert "A safe place at night." in haven
    assert "Cost: Free" in haven
    assert "Self-referral" not in haven
    assert not [each for each in page.css("h4") if words(each).startswith(("Moonrise", "Free online"))]
    assert "1 more entry is for workers." in words(page.body)


def test_a_service_that_cannot_be_reached_says_whom_to_ask() -> None:
    """Where neither a number nor an address nor a way to get it is written down."""
    assert entry(drawn(), "Free online counselling").endswith("Ask your worker how to get it.")


def test_support_stands_at_the_end() -> None:
    """Reading about bad times can bring them back."""
    page = drawn()
    assert page.css("section")[-1].attributes["aria-labelledby"] == "support"
    assert "SamaritansCall 116 123" in words(page.css("section")[-1])


@pytest.mark.parametrize("register", [made.hostile(), made.shipped()], ids=["hostile", "shipped"])
def test_any_register_makes_a_pack(register: Register) -> None:
    """Markup is printed, what is not seen is not there, and nothing is fetched or run."""
    answer = replace(ANSWERS[0], theme="<b>x</b>", text="<script>alert(1)</script>\u202e", owner="{{ 7 * 7 }}")
    pack = meeting_pack(_of(register), Hearing(responses=(answer,)), None)
    assert "<script" not in pack
    assert "<b>x" not in pack
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pack
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", pack)
    assert "default-src 'none'" in pack
    assert '<html lang="en-GB">' in pack
    assert not re.search(r"url\(|@import|<link|<img", pack)


def _of(register: Register) -> Review:
    """A review of a register that nobody has checked."""
    return check(facts_of(register, "no such folder", today=PRACTICE_DAY))


def test_a_dangerous_link_is_no_link_in_words_either() -> None:
    """Its host is disarmed wherever the register's words name it."""
    told = next(each for each in practice().links if "worry-line" in each.link.url)
    service = replace(told.service, values={**told.service.values, "In plain words": "See https://worry-line.example/x"})
    services = tuple(service if each.key == service.key else each for each in made.practice().services)
    facts = replace(practice().facts, register=replace(made.practice(), services=services))
    page = drawn(check(facts, practice=True))
    assert "See worry-line[.]example/x" in entry(page, "Worry Line")
