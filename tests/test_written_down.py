"""What a facilitator typed, read: a session, a view, or a sentence that says what is wrong."""

from datetime import date

import pytest

from review_kit.disk import known_tables
from review_kit.errors import HearingError
from review_kit.model import About, Cell, Consent, Helped, Present, Register, Service, Session, Settings, View
from review_kit.written_down import (
    LONGEST_LINE,
    LONGEST_WORDS,
    chosen_of,
    is_in,
    missing_in,
    session_of,
    subject_of,
    view_of,
)

TODAY = date(2026, 11, 21)
NAMES = known_tables()["first_names"]
TYPED = {"held_on": "21/11/2026", "forum": "Care Experienced Forum", "role": "participation worker",
         "present": "6 to 10", "consent": "read out", "audience": "Corporate Parenting Board", "answer_by": "21/1/2027"}
SESSION = Session("s1", "2026-11-20", "Forum", "worker", Present.SOME, "read out", "Board", "2026-12-20", "digest")


def service(key: str, name: str, section: str = "Feeling well", **values: str) -> Service:
    """A row of the register."""
    return Service(key, section, name, "Boathouse", Cell("Services", "A", 2), values=values)


REGISTER = Register("register.xlsx", "0" * 64, "Services", (
    service("a", "Drop-in"), service("b", "Counselling", ""), service("c", "The old one", "Gone", Status="retired"),
), Settings())


def began(**other: str) -> Session:
    """A session from what was typed."""
    return session_of(TYPED | other, name="s1", today=TODAY, names=NAMES)


def refused(**other: str) -> str:
    """Why there is no session."""
    with pytest.raises(HearingError) as found:
        began(**other)
    return str(found.value)


def view(**typed: str) -> View:
    """A view from what stands in the form's fields."""
    return view_of(typed, REGISTER, name="v1", session=SESSION, code="digest", barriers=("far", "cost"))


# A session


def test_a_session_holds_what_was_typed() -> None:
    """Each field, the days in ISO; neither code nor edit are the typist's."""
    assert began(forum="  Care\u00a0Experienced \t Forum ") == Session(
        "s1", "2026-11-21", "Care Experienced Forum", "participation worker", Present.SOME, "read out",
        "Corporate Parenting Board", "2027-01-21")


@pytest.mark.parametrize(("typed", "day"), [
    ("21/11/2026", "2026-11-21"), ("2026-11-21", "2026-11-21"), ("1.2.2026", "2026-02-01"),
    (" 3 Mar 2026 ", "2026-03-03"), ("21/11/2025", "2025-11-21"), ("20/11/2025", "2025-11-20"),
])
def test_a_day_is_read_as_people_write_it(typed: str, day: str) -> None:
    """Day before month, up to a year ago."""
    assert began(held_on=typed).held_on == day


@pytest.mark.parametrize(("field", "typed", "words"), [
    ("held_on", "", "write the day on which you meet"), ("held_on", "soon", "“soon” is not a day that we can read"),
    ("held_on", "31/11/2026", "not a day that we can read"), ("held_on", "11/21/2026", "not a day that we can read"),
    ("held_on", "22/11/2026", "22 November 2026 is still to come"), ("held_on", "1/1/0001", "more than a year ago"),
    ("held_on", "19/11/2025", "19 November 2025 is more than a year ago. Look at the year."),
    ("held_on", "9" * 500, "not a day"), ("answer_by", "", "on which young people get an answer"),
    ("answer_by", "21/11/2026", "must be after the day on which you meet"), ("answer_by", "1/1/2026", "must be after"),
    ("forum", " \u200b ", "write which forum it is"), ("role", "", "write your role"),
    ("consent", "", "write how you explained consent"), ("audience", "", "write who will hear the views"),
    ("present", "", "say how many young people are there"), ("present", "7", "say how many young people are there"),
    ("forum", "x" * (LONGEST_LINE + 1), "201 characters"),
])
def test_what_cannot_be_so_is_a_sentence(field: str, typed: str, words: str) -> None:
    """It says what and how to write it, and no more of what was typed than a few words."""
    said = refused(**{field: typed})
    assert said.startswith("Nothing was kept: ")
    assert words in said
    assert len(said) < 200


@pytest.mark.parametrize("role", [
    "participation worker", "Participation Worker", "Personal Adviser", "IRO", "Youth worker (16+)", "NYAS advocate",
    "Leaving Care PA", "Virtual School Head", "Residential worker, Elm House", "18+ team", "Art Therapist",
    "children's rights and participation lead", "teaching assistant", "care experienced ambassador",
    "Independent Reviewing Officer", "Barnardo's worker", "LAC Nurse", "Service Manager - Corporate Parenting",
])
def test_a_role_is_a_role(role: str) -> None:
    """As people in this work write theirs, the place of it among them."""
    assert began(role=role).role == role


@pytest.mark.parametrize(("role", "what"), [
    ("Kayleigh", "a name"), ("sarah", "a name"), ("Sam, participation worker", "a name"), ("Grace", "a name"),
    ("participation worker Jo", "a name"), ("worker (Sam)", "a name"), ("PA - Grace", "a name"), ("J. Smith", "a name"),
    ("J.R. Smith", "a name"), ("Mr Patel", "a name"), ("Xanthe Okonkwo", "a name"),
    ("PA, 07700 900123", "a phone number"), ("jo@council.example", "an email address"),
])
def test_a_role_that_says_who_somebody_is_is_refused(role: str, what: str) -> None:
    """With what it may be, and the way on: small letters, where the screen is wrong."""
    said = refused(role=role)
    assert f"in your role may be {what}" in said
    assert "Write your role alone, in small letters" in said


# A view


def test_a_view_holds_what_stands_in_the_fields() -> None:
    """Half of it or all: anything is kept as it stands, under the session's day."""
    assert view(about="service:a", helped="It helped", said=" They lis", better="More", delivery="Text",
                consent="quoted without a name", **{"barrier:cost": "yes", "barrier:unknown": "yes"}) == View(
        "v1", "s1", About.SERVICE, "a", "Drop-in", Helped.YES, " They lis", "More", "Text", ("cost",), Consent.QUOTE,
        "digest", "2026-11-20", draft=True)
    assert view() == View("v1", "s1", About.SERVICE, "", "", code="digest", recorded_on="2026-11-20", draft=True)


def test_nobody_is_quoted_who_was_not_asked() -> None:
    """What is no answer is the answer that gives nothing away."""
    assert {view(consent=typed).consent for typed in ("", "yes", "QUOTED WITHOUT A NAME")} == {Consent.SUMMARY}


def test_spaces_alone_are_nothing_said() -> None:
    """Of any kind; a space at the end of words stays while somebody types on."""
    assert view(said=" \n\t\u00a0\u200b", better="\u2003", delivery="\r\n").is_blank
    assert view(said="They listened ").said == "They listened "


def test_signs_that_turn_words_round_are_left_out() -> None:
    """A line break stays one."""
    assert view(said="one\ntwo\u202eeerht").said == "one\ntwoeerht"


@pytest.mark.parametrize(("chosen", "found"), [
    ("service:a", (About.SERVICE, "a", "Drop-in")), ("section:Feeling well", (
        About.SECTION, "Feeling well", "The section “Feeling well”")),
    ("section:", (About.SECTION, "", "The services without a section")),
    ("missing:", (About.MISSING, "", "Something missing from the offer")), ("missing:a", (
        About.MISSING, "", "Something missing from the offer")),
    *((chosen, (About.SERVICE, "", "")) for chosen in (
        "", "service:", "service:c", "section:Gone", "service:nothing", "nonsense", "a", "service", ":a")),
])
def test_what_a_view_is_about_is_something_of_todays_offer(chosen: str, found: tuple[About, str, str]) -> None:
    """A service or a section that is not retired, or something missing; nothing else has a title."""
    assert subject_of(chosen, REGISTER) == found


def test_what_was_chosen_can_be_shown_again() -> None:
    """And the form knows where that is no longer to be chosen."""
    for chosen in ("service:a", "section:Feeling well", "section:", "missing:"):
        assert chosen_of(view(about=chosen)) == chosen
        assert is_in(REGISTER, view(about=chosen))
    assert chosen_of(view()) == ""
    assert not is_in(REGISTER, View("v", "s", About.SERVICE, "c", "The old one"))


@pytest.mark.parametrize(("typed", "words"), [
    ({"said": "x"}, "choose what it is about first"), ({"about": "service:a"}, "tick whether it helped"),
    ({"about": "service:a", "said": " "}, "tick whether it helped"),
    *(({"about": "service:a", box: "x" * (LONGEST_WORDS + 1)}, "one box has 4,001 characters")
      for box in ("said", "better", "delivery")),
])
def test_a_view_that_cannot_be_finished_is_a_sentence(typed: dict[str, str], words: str) -> None:
    """It says what is missing."""
    assert words in missing_in(view(**typed))


@pytest.mark.parametrize("typed", [
    {"helped": "Was turned away"}, {"said": "x" * LONGEST_WORDS}, {"better": "x"}, {"delivery": "x"},
    {"barrier:far": "yes"},
])
def test_something_said_about_something_is_enough(typed: dict[str, str]) -> None:
    """A tick alone, or words in any box."""
    assert missing_in(view(about="service:a", **typed)) == ""
