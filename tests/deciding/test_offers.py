"""What can be decided about a finding, and what a decision lacks, in a sentence."""

from dataclasses import replace

import pytest

from review_kit import steps
from review_kit.deciding import decision, offered
from review_kit.errors import DecisionError
from review_kit.model import Action, Decided, Finding, Outcome, Review, Severity

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks, which use it most

TEAM = "Leaving Care team"
MOVED = make.visit(make.URL, 200, (301, "https://club.example/new"))
CHOIR = make.service(make.link(), name="Riverside Choir", contacts=[
    make.phone(), make.phone("03069 99012", problem="too short"), make.email(), make.person(),
    make.email("team@club,example", problem="a comma where a full stop belongs", mended="team@club.example")])
SILENT = make.service(row=3, name="Silent", values={"Assured on": "soon"})
ALWAYS = {Action.ASK, Action.RETIRE, Action.LATER, Action.NO_PROBLEM}


def review() -> Review:
    """A review with findings of every kind."""
    return steps.check(make.facts(MOVED, services=[CHOIR, SILENT], columns={"Assured on": 7}))


def outcome(check: str, about: str = "") -> Outcome:
    """The only outcome of a check about the thing in question."""
    one, = (o for o in review().outcomes if o.finding.check == check and about in o.key[2])
    return one


LINK, PHONE, EMAIL, PERSON = (("link-moved", ""), ("contact-not-vouched", "+44"), ("contact-not-vouched", "team@"),
                              ("contact-not-vouched", "Ann"))
FAULTY, MISSPELT = ("phone-not-uk", ""), ("email-malformed", "")
ENTRY, UNREACHABLE, DATE = ("service-overdue", ""), ("service-unreachable", ""), ("date-not-readable", "")


@pytest.mark.parametrize(("which", "more"), [
    (LINK, {Action.SUGGESTION, Action.FINE, Action.OTHER, Action.TAKE_OUT, Action.CONFIRMED}),
    (PHONE, {Action.FINE, Action.OTHER, Action.TAKE_OUT, Action.CONFIRMED}),
    (PERSON, {Action.FINE, Action.OTHER, Action.TAKE_OUT, Action.CONFIRMED}),
    (FAULTY, {Action.OTHER, Action.TAKE_OUT}),
    (MISSPELT, {Action.SUGGESTION, Action.OTHER, Action.TAKE_OUT}),
    (ENTRY, {Action.FINE, Action.CONFIRMED}),
    (UNREACHABLE, {Action.OTHER}),
    (DATE, {Action.OTHER}),
])
def test_only_what_makes_sense_is_offered(which: tuple[str, str], more: set[Action]) -> None:
    """Words that cannot be right cannot be found fine; an entry has no words that could be taken out."""
    assert set(offered(outcome(*which))) == ALWAYS | more


def test_the_likeliest_decision_stands_first_and_later_last() -> None:
    """A suggestion is at the top where there is one."""
    told = offered(outcome(*LINK))
    assert (told[0], told[-1]) == (Action.SUGGESTION, Action.LATER)
    assert len(set(told)) == len(told)


def test_a_note_is_not_a_problem_already() -> None:
    """What needs no decision is not put off, and not called no problem."""
    note = Finding("link-passed-on", Severity.NOTE, CHOIR.cell, "Saw.", "Do.", CHOIR, CHOIR.links[0])
    told, = steps.decide(replace(review(), findings=(note,)), Decided()).outcomes
    assert not {Action.LATER, Action.NO_PROBLEM} & set(offered(told))


def test_a_finding_of_no_service_has_nobody_to_ask_and_nothing_to_retire() -> None:
    """A cell beside the table."""
    problem = Finding("cell-unreadable", Severity.CAUTION, make.Cell("Services", 9, 1), "Saw.", "Do.")
    told, = steps.decide(replace(review(), findings=(problem,)), Decided()).outcomes
    assert offered(told) == (Action.NO_PROBLEM, Action.LATER)


def test_a_decision_keeps_who_when_what_was_seen_and_what_it_rests_on() -> None:
    """All that next year's reader needs, as it stood on the desk; its number and id are the store's to give."""
    told = outcome(*LINK)
    made = decision(told, Action.FINE, who=" Leaving\nCare  team ", today=make.TODAY, note=" It opens\non my phone. ")
    assert (made.number, made.id, made.who, made.decided_on, made.note, made.text, made.undone_on) == (
        0, "", TEAM, "2026-11-21", "It opens on my phone.", "", "")
    assert made.key == told.key == (CHOIR.key, "link-moved", make.URL)
    assert (made.service, made.seen, made.evidence, made.basis) == (
        "Riverside Choir", told.finding.what_we_saw, told.finding.evidence, told.finding.basis)


def test_the_suggestion_is_kept_as_the_text_to_write() -> None:
    """Whatever was typed besides."""
    made = decision(outcome(*LINK), Action.SUGGESTION, who=TEAM, today=make.TODAY, text="https://typed.example/")
    assert made.text == "https://club.example/new"
    assert decision(outcome(*MISSPELT), Action.SUGGESTION, who=TEAM, today=make.TODAY).text == "team@club.example"


def refused(which: tuple[str, str], action: Action, *, who: str = TEAM, **words: str) -> str:
    """The sentence with which a decision is refused."""
    with pytest.raises(DecisionError) as told:
        decision(outcome(*which), action, who=who, today=make.TODAY, **words)
    return str(told.value)


@pytest.mark.parametrize(("which", "action", "words", "said"), [
    (ENTRY, Action.TAKE_OUT, {}, "does not fit"),
    (FAULTY, Action.FINE, {}, "does not fit"),
    (PHONE, Action.SUGGESTION, {}, "does not fit"),
    (LINK, Action.FINE, {"who": ""}, "in which role"),
    (LINK, Action.FINE, {"who": " \n\u00a0"}, "in which role"),
    (LINK, Action.FINE, {"who": "x" * 121}, "121 characters"),
    (LINK, Action.FINE, {"note": "x" * 1_001}, "1,001 characters"),
    (LINK, Action.OTHER, {"text": f"https://club.example/{'x' * 2_048}"}, "2,069 characters"),
    (LINK, Action.NO_PROBLEM, {}, "Say why"),
    (LINK, Action.NO_PROBLEM, {"note": " \n "}, "Say why"),
    (LINK, Action.OTHER, {}, "Write what"),
    (LINK, Action.OTHER, {"text": " \n "}, "Write what"),
])
def test_what_a_decision_lacks_is_said_in_a_sentence(which: tuple[str, str], action: Action, words: dict[str, str],
                                                     said: str) -> None:
    """What is missing, too long or does not fit, and what to do; nothing is half kept."""
    told = refused(which, action, **words)
    assert said in told
    assert told.endswith(".")
    assert "\n" not in told


def test_a_danger_that_is_found_fine_needs_a_reason() -> None:
    """A page that was taken over is not waved through without a word."""
    told = outcome(*LINK)
    danger = replace(told, finding=replace(told.finding, severity=Severity.DANGER))
    with pytest.raises(DecisionError, match="Say why"):
        decision(danger, Action.FINE, who=TEAM, today=make.TODAY)
    assert decision(danger, Action.FINE, who=TEAM, today=make.TODAY, note="It is ours again.").note


@pytest.mark.parametrize(("typed", "kept"), [
    ("https://club.example/a?b=1#c", "https://club.example/a?b=1#c"),
    ("  https://club.example/a \n", "https://club.example/a"),
    ("www.club.example/a", "https://www.club.example/a"),
    ("http://club.example/a", "http://club.example/a"),
    ("https://en.club.example/Choir_(Derby)", "https://en.club.example/Choir_(Derby)"),
])
def test_an_address_is_taken_as_it_is_in_a_browser(typed: str, kept: str) -> None:
    """With a scheme where it was typed without."""
    assert decision(outcome(*LINK), Action.OTHER, who=TEAM, today=make.TODAY, text=typed).text == kept


@pytest.mark.parametrize("typed", [
    "the new page", "https://a.example/ or https://b.example/", "see https://club.example/a", "https//club.example",
    "www.club,example.org", "javascript:alert(1)", "mailto:team@club.example", "team@club.example", "03069 990123",
    "file://server/choir.docx", "Home - Kooth", "https://", "<a href=\"https://club.example\">Choir</a>",
    "=HYPERLINK(\"https://club.example\")", "\\\\server\\choir",
])
def test_what_is_no_address_is_refused(typed: str) -> None:
    """The sentence repeats it, for a slip of the hand is seen best beside the right one."""
    assert f"“{typed}” is not a web address" in refused(LINK, Action.OTHER, text=typed)


@pytest.mark.parametrize("typed", ["https://club.example/\u200bsinging", "https://club\u00ad.example/singing"])
def test_an_address_is_kept_without_the_signs_that_nobody_sees(typed: str) -> None:
    """They come with pasting, and nobody could see why the link in the register is broken."""
    made = decision(outcome(*LINK), Action.OTHER, who=TEAM, today=make.TODAY, text=typed)
    assert made.text == "https://club.example/singing"


@pytest.mark.parametrize(("which", "typed"), [
    (PHONE, "03069 990124"), (FAULTY, "+44 3069 990124"), (EMAIL, "desk@club.example"), (MISSPELT, "a@club.example"),
    (PERSON, "The choir's desk"),
])
def test_a_number_or_mailbox_is_taken_as_it_is_written(which: tuple[str, str], typed: str) -> None:
    """A role may stand where a person stood."""
    assert decision(outcome(*which), Action.OTHER, who=TEAM, today=make.TODAY, text=f" {typed} ").text == typed


@pytest.mark.parametrize(("which", "typed", "what"), [
    (PHONE, "03069 99012", "a UK phone number"), (PHONE, "team@club.example", "a UK phone number"),
    (FAULTY, "ring us", "a UK phone number"), (PHONE, "03069 990123 and 03069 990124", "a UK phone number"),
    (EMAIL, "team@club", "an e-mail address"), (MISSPELT, "team@@club.example", "an e-mail address"),
    (EMAIL, "a@club.example, b@club.example", "an e-mail address"),
    (EMAIL, "https://club.example", "an e-mail address"),
])
def test_what_is_no_number_or_mailbox_is_refused(which: tuple[str, str], typed: str, what: str) -> None:
    """Nobody could ring or write to it."""
    assert f"“{typed}” is not {what}" in refused(which, Action.OTHER, text=typed)


def test_a_day_has_to_be_one_that_can_be_read() -> None:
    """What stood there could not be, and the next one should."""
    for typed in ("someday", "31/02/2026", "21/11"):
        assert f"“{typed}” is not a day" in refused(DATE, Action.OTHER, text=typed)
    assert decision(outcome(*DATE), Action.OTHER, who=TEAM, today=make.TODAY, text="21/11/2026").text == "2026-11-21"


@pytest.mark.parametrize("typed", ["=1+1", "+44", "@SUM(A1)", "Robert'); DROP TABLE decision;--", "Knock 🦆 twice"])
def test_an_answer_is_words_like_any_others(typed: str) -> None:
    """How to reach a service is kept as it was said, line breaks and all."""
    made = decision(outcome(*UNREACHABLE), Action.OTHER, who=TEAM, today=make.TODAY, text=f"{typed}\nat the door")
    assert made.text == f"{typed}\nat the door"


@pytest.mark.parametrize("typed", [
    "http://127.0.0.1/", "http://10.0.0.1/x", "http://localhost/", "https://intranet/page", "https://a:b@club.example/x"])
def test_an_address_that_nobody_can_open_from_home_is_refused(typed: str) -> None:
    """Nor one with a sign-in name before it."""
    assert refused(LINK, Action.OTHER, text=typed)


def test_what_stands_there_already_is_no_answer() -> None:
    """A broken link replaced by itself would count as decided."""
    assert "stands there already" in refused(LINK, Action.OTHER, text=make.URL)


def test_a_role_of_signs_that_nobody_sees_is_none() -> None:
    """And signs that turn a line round are left out."""
    with pytest.raises(DecisionError, match="role"):
        decision(outcome(*LINK), Action.LATER, who="\u200b\u202e", today=make.TODAY)
    made = decision(outcome(*LINK), Action.LATER, who="Team\u202e \x00A", today=make.TODAY)
    assert made.who == "Team A"
