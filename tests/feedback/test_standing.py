"""What is unfinished in hearing young people."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit.feedback.standing import Part, few_or_number, unfinished
from review_kit.model import Done, Hearing

from . import made

TODAY = date(2026, 11, 21)
MET = made.session(1)


def told(hearing: Hearing, up_to: int = 5) -> list[tuple[Part, str]]:
    """What is unfinished, by part and first sentence."""
    return [(each.part, each.words.partition(". ")[0].removesuffix("."))
            for each in unfinished(hearing, today=TODAY, months=12, up_to=up_to)]


def test_no_forum_was_heard() -> None:
    """Where no meeting of the last cycle is written down; one of the year before changes nothing."""
    none = (Part.SPACE, "No forum was heard in this review: no meeting of the last 12 months is written down")
    assert told(Hearing()) == [none]
    assert told(Hearing((replace(MET, held_on="2025-11-21"),))) == [none]


def test_a_forum_met_and_nothing_is_written_down() -> None:
    """A meeting alone is no voice."""
    assert told(Hearing((MET,))) == [
        (Part.VOICE, "A forum met, and nothing that was said there is written down (step 3)")]


def test_a_view_without_an_audience() -> None:
    """Whom the answer names, or the meeting, hears it; otherwise nobody does."""
    view, deaf = made.view(1, "Invented", theme="Fares"), replace(MET, audience="")
    nobody = (Part.AUDIENCE, "A few views have no audience: nobody who can decide is named to hear them")
    assert nobody in told(Hearing((deaf,), (view,), (made.answer("Fares"),)))
    assert told(Hearing((deaf,), (view,), (made.answer("Fares", audience="Board"),))) == []
    assert told(Hearing((MET,), (view,), (made.answer("Fares"),))) == []


def test_a_theme_or_a_view_without_an_answer() -> None:
    """However long ago it was said; small numbers are told in words."""
    views = (*made.views(7), made.view(8, "Invented", theme="Fares"))
    assert told(Hearing((MET,), views)) == [
        (Part.INFLUENCE, "A few themes have no answer yet"),
        (Part.INFLUENCE, "7 views have no theme yet, and so no answer")]
    assert (Part.INFLUENCE, "A few views have no theme yet, and so no answer") in told(Hearing((MET,), views), up_to=7)
    old = replace(MET, held_on="2025-01-07", answer_by="2027-01-01")
    assert (Part.INFLUENCE, "A few themes have no answer yet") in told(Hearing((old,), views[-1:]))


@pytest.mark.parametrize(("answer_by", "late"), [("2026-11-20", True), ("2026-11-21", False), ("", False)])
def test_a_promised_day_that_has_passed(answer_by: str, late: bool) -> None:
    """The day itself is still in time; what was answered is not late."""
    words = (Part.INFLUENCE, "The day has passed by which a forum was promised an answer")
    session, view = replace(MET, answer_by=answer_by), made.view(1, "Invented", theme="Fares")
    assert (words in told(Hearing((session,), (view,)))) is late
    assert words not in told(Hearing((session,), (view,), (made.answer("Fares"),)))


def test_an_answer_that_promised_something_by_a_day_that_has_passed() -> None:
    """What was done or cannot be done promises nothing; neither does an answer to what was withdrawn."""
    late = (Part.INFLUENCE, "A few answers promise something by a day that has passed")
    view = made.view(1, "Invented", theme="Fares")

    def answered(done: Done, by_on: str, theme: str = "Fares") -> list[tuple[Part, str]]:
        return told(Hearing((MET,), (view,), (made.answer("Fares"), made.answer(theme, done, by_on=by_on))[-1:]))

    assert answered(Done.WILL, "2026-11-20") == [late]
    assert answered(Done.WILL, "2026-11-21") == []
    assert answered(Done.DID, "2026-11-20") == []
    assert late not in answered(Done.WILL, "2026-11-20", "Withdrawn")


def test_numbers_for_the_start_of_a_sentence() -> None:
    """One is told as a few."""
    assert [few_or_number(number, "views", 5) for number in (1, 5, 6, 1200)] == [
        "A few views", "A few views", "6 views", "1,200 views"]
