"""What the form and the command line refuse to keep, and what an answer is kept as."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit.answering import not_kept_yet, of_a_call, of_a_reply
from review_kit.asked_words import words_digest
from review_kit.errors import DecisionError
from review_kit.model import Answer, Cell, Contact, ContactKind, Says, Settings, Way

from .asking import made

TODAY, TEAM = date(2026, 3, 2), "Leaving Care team"
PHONE = Contact(Cell("Services", 2, 3), ContactKind.PHONE, "0113 243 0000", "+441132430000")
ART = made.service(2, "Art", PHONE)
LINE = made.service(3, "Crisis line", replace(PHONE, cell=Cell("Services", 3, 3)))


def call(says: Says, **said: str) -> tuple[Answer, ...]:
    """What is kept of ringing a number that two entries print, one of them a crisis line's."""
    return of_a_call([(ART, PHONE), (LINE, LINE.contacts[0])], says, who=TEAM, today=TODAY, settings=Settings(), **said)


def reply(says: Says, asked: dict[str, str] | None = None, **said: str) -> Answer:
    """What is kept of a provider's reply."""
    return of_a_reply([ART], says, who=TEAM, today=TODAY, settings=Settings(), asked=asked, **said)[0]


@pytest.mark.parametrize("says", [Says.RIGHT, Says.NOBODY])
def test_a_number_that_is_right_is_not_kept_with_another_in_its_stead(says: Says) -> None:
    """One of the two is a slip, and the right number would be lost without a word."""
    with pytest.raises(DecisionError, match="does not go with this answer"):
        call(says, text="0113 243 0001")


@pytest.mark.parametrize("written", ["0113 243 0000", "01132430000", "+44 113 243 0000"])
def test_the_same_number_however_it_is_written_is_not_another(written: str) -> None:
    """A number is not proposed in its own stead."""
    with pytest.raises(DecisionError, match="stands there already"):
        call(Says.CHANGED, text=written)


def test_correct_is_not_kept_with_words_of_a_change() -> None:
    """The entry would be assured, and what the provider wrote would be seen by nobody."""
    with pytest.raises(DecisionError, match="chose “Correct”"):
        reply(Says.RIGHT, text="We moved to the library")
    assert reply(Says.CHANGED, text="We moved to the library").text == "We moved to the library"


def test_correct_confirms_the_words_that_were_asked_about_and_no_others() -> None:
    """Somebody edited the entry while the message was under way; what speaks against it holds all the same."""
    asked = {ART.key: "0" * 16}
    assert reply(Says.RIGHT, asked).asked == "0" * 16
    assert reply(Says.CLOSED, asked).asked == words_digest(ART)
    assert reply(Says.RIGHT, {ART.key: ""}).asked == reply(Says.RIGHT).asked == words_digest(ART)


def test_a_day_that_is_too_long_ago_for_one_of_the_entries_is_refused() -> None:
    """Three months for a crisis line; the sentence says whom to ask again."""
    with pytest.raises(DecisionError, match=r"more than 3 months ago.*Try it again"):
        call(Says.RIGHT, on="1 November 2025")
    with pytest.raises(DecisionError, match=r"more than 12 months ago.*Ask the provider again"):
        reply(Says.RIGHT, on="1 February 2025")


@pytest.mark.parametrize(("field", "length"), [("note", 1_001), ("text", 2_049)])
def test_what_nobody_can_have_meant_is_too_long(field: str, length: int) -> None:
    """A pasted page is no remark."""
    with pytest.raises(DecisionError, match="is the most"):
        reply(Says.CHANGED, **{"text": "x", field: "x" * length})


def test_the_same_answer_over_again_is_not_kept_twice() -> None:
    """A second press in a second window; another remark, another day or another answer is one of its own."""
    first, = (replace(answer, number=7, id="a.0") for answer in call(Says.NOBODY)[:1])
    assert not_kept_yet(call(Says.NOBODY), [first]) == call(Says.NOBODY)[1:]
    for other in (call(Says.NOBODY, note="It rang"), call(Says.NOBODY, on="1 March 2026"), call(Says.RIGHT)):
        assert not_kept_yet(other, [first]) == other
    newer = replace(first, number=8, id="b.0", says=Says.RIGHT)
    assert not_kept_yet(call(Says.NOBODY), [newer, first]) == call(Says.NOBODY)


def test_a_call_says_nothing_of_the_whole_entry() -> None:
    """Way and contact tell it from a reply."""
    assert [(each.way, each.about) for each in call(Says.RIGHT)] == [(Way.CALL, PHONE.normalised)] * 2
    assert (reply(Says.RIGHT).way, reply(Says.RIGHT).about) == (Way.REPLY, "")


def test_a_reply_about_no_entry_says_why() -> None:
    """A page that was open for long: all of the provider's entries are answered by now."""
    with pytest.raises(DecisionError, match="answered already"):
        of_a_reply([], Says.RIGHT, who=TEAM, today=TODAY, settings=Settings())
