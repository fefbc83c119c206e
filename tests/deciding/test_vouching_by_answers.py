"""What a call or a provider's reply vouches for: the entry, from its own day, and while nothing speaks against it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from review_kit import steps
from review_kit.deciding import decision, standings, vouching
from review_kit.model import Action, Answer, ContactVerdict, Decided, Decision, Review, Says, Service, State, Vouched
from review_kit.verdicts import judge, link_verdicts

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks, which use it most
from ..checks import speaking  # noqa: TID252
from ..checks.speaking import BOX, KEY, NUMBER, OTHER, OTHER_KEY, TEAM, entry, heard, replied  # noqa: TID252

RINGS = entry(url="")
"""A choir that is reached by telephone alone: no page can vouch for it."""


def vouched(*answers: Answer, of: Sequence[Service] = (RINGS,), **more: Any) -> dict[str, list[Vouched]]:
    """What vouches for each entry, by its key."""
    facts = speaking.facts(services=of, answers=answers, **more)
    return {key: list(seen) for (key, _), seen in vouching(facts, link_verdicts(facts, judge(facts))).items()}


def review(*answers: Answer, of: Service = RINGS, decided: Iterable[Decision] = ()) -> Review:
    """A review with what was heard and decided."""
    facts = speaking.facts(services=[of])
    newest = tuple(sorted(answers, key=lambda one: (one.on, one.number), reverse=True))
    return steps.check(facts, decided=Decided(tuple(decided), by=TEAM, answers=newest))


def assured(of: Review) -> tuple[bool, date | None, str]:
    """Whether the only entry is assured, as of which day, and why."""
    one, = standings(of)
    return one.assured, one.on, one.why


def test_a_call_that_found_a_number_right_vouches_for_its_entry() -> None:
    """From the day of the call, for as long as the number stays in the entry."""
    said = f"{TEAM} tried it on 20 November 2026: right."
    assert vouched(heard(Says.RIGHT)) == {"svc-2": [Vouched(said, date(2026, 11, 20), RINGS.contacts[0])]}


def test_a_providers_correct_vouches_for_its_entry() -> None:
    """From the day of the reply, whichever of its words stand in question."""
    said = "The provider answered on 20 November 2026: right."
    assert vouched(replied(Says.RIGHT, of=RINGS)) == {"svc-2": [Vouched(said, date(2026, 11, 20))]}


@pytest.mark.parametrize("answer", [
    heard(Says.RIGHT, "2025-11-20"), heard(Says.RIGHT, "2026-11-22"), heard(Says.RIGHT, undone_on="2026-11-20"),
    heard(Says.RIGHT, about=OTHER_KEY), heard(Says.RIGHT, about=""), heard(Says.RIGHT, key="svc-9"),
    heard(Says.RIGHT, "21/11/2026"), heard(Says.RIGHT, ""), replied(Says.RIGHT, "2025-11-20", of=RINGS),
    replied(Says.RIGHT, "2026-11-22", of=RINGS), replied(Says.RIGHT, of=RINGS, undone_on="2026-11-20"),
    replied(Says.RIGHT, of=RINGS, asked="the mark of other words"), replied(Says.RIGHT, of=RINGS, asked=""),
    *(heard(says) for says in Says if says is not Says.RIGHT),
    *(replied(says, of=RINGS) for says in Says if says is not Says.RIGHT),
])
def test_an_answer_that_counts_for_nothing_or_says_otherwise_vouches_for_nothing(answer: Answer) -> None:
    """Older than the cycle, of tomorrow, undone, of another number or entry, about words that have changed since."""
    assert vouched(answer) == {}


def test_silence_vouches_for_nothing_and_takes_nothing_back() -> None:
    """Nobody answered today; somebody did a week ago."""
    silent = heard(Says.NOBODY, "2026-11-21", number=2)
    assert vouched(silent) == {}
    assert vouched(heard(Says.RIGHT, "2026-11-14"), silent)["svc-2"][0].on == date(2026, 11, 14)


def test_a_later_call_takes_back_an_earlier_one() -> None:
    """A number that answered in spring and is dead now vouches for nothing."""
    assert vouched(heard(Says.RIGHT, "2026-11-01"), heard(Says.DEAD, "2026-11-20", number=2)) == {}
    assert vouched(heard(Says.DEAD, "2026-11-01"), heard(Says.RIGHT, "2026-11-20", number=2)) != {}


def test_each_number_that_was_found_right_vouches() -> None:
    """Of two, one may be taken out."""
    two = entry(make.phone(NUMBER), make.phone(OTHER), url="")
    seen = vouched(heard(Says.RIGHT), heard(Says.RIGHT, about=OTHER_KEY, number=2), of=[two])["svc-2"]
    assert [one.about for one in seen] == list(two.contacts)


def test_two_rows_that_share_a_key_are_told_apart_by_their_words() -> None:
    """A reply is about the words of one; a call about a number is about both that print it."""
    copy = replace(entry(make.phone(NUMBER, row=3), row=3, key="svc-2", url=""), frequency="Fortnightly")
    facts = speaking.facts(services=[RINGS, copy], answers=[replied(Says.RIGHT, of=RINGS)])
    assert set(vouching(facts, link_verdicts(facts, judge(facts)))) == {RINGS.place}
    rung = speaking.facts(services=[RINGS, copy], answers=[heard(Says.RIGHT)])
    assert set(vouching(rung, link_verdicts(rung, judge(rung)))) == {RINGS.place, copy.place}


def test_an_entry_is_assured_on_the_day_of_the_call() -> None:
    """And not on the day of the review: no assurance is newer than what it rests on."""
    assert assured(review(heard(Says.RIGHT, "2026-11-10"))) == (
        True, date(2026, 11, 10), f"{TEAM} tried it on 10 November 2026: right.")
    assert assured(review(replied(Says.RIGHT, "2026-11-10", of=RINGS)))[:2] == (True, date(2026, 11, 10))
    assert assured(review())[0] is False


@pytest.mark.parametrize("says", [Says.DEAD, Says.OTHERS, Says.CLOSED, Says.CHANGED])
def test_a_providers_correct_says_nothing_against_a_call(says: Says) -> None:
    """Whichever came first, the number stays broken and the entry is not assured."""
    for on in ("2026-11-01", "2026-11-21"):
        told = review(heard(says, text=OTHER), replied(Says.RIGHT, on, of=RINGS, number=2))
        assert [one.verdict for one in told.contacts] == [ContactVerdict.BROKEN]
        assert not assured(told)[0]


def take_out(of: Review, check: str) -> Decision:
    """The decision to take out what a check complains of."""
    outcome, = (one for one in of.outcomes if one.finding.check == check)
    made = decision(outcome, Action.TAKE_OUT, who=TEAM, today=make.TODAY)
    return replace(made, number=1, id="id-1")


def test_a_call_on_a_contact_that_is_to_be_taken_out_vouches_for_nothing() -> None:
    """A person's mailbox answered, and is to go: what is left has been tried by nobody."""
    personal = "jane.smith@club.example"
    of = entry(make.email(personal), url="", Where="The library")
    answer = heard(Says.RIGHT, about=personal)
    before = review(answer, of=of)
    assert before.vouching != {}
    overdue, = (one for one in before.outcomes if one.finding.check == "service-overdue")
    assert overdue.state is State.SETTLED
    after = review(answer, of=of, decided=[take_out(before, "email-of-one-person")])
    overdue, = (one for one in after.outcomes if one.finding.check == "service-overdue")
    assert overdue.state is not State.SETTLED
    assert not assured(after)[0]


def test_a_call_on_another_contact_vouches_still() -> None:
    """The number was tried, and only the mailbox goes."""
    personal = "jane.smith@club.example"
    of = entry(make.phone(NUMBER), make.email(personal), url="")
    answers = (heard(Says.RIGHT), heard(Says.RIGHT, about=personal, number=2))
    before = review(*answers, of=of)
    after = review(*answers, of=of, decided=[take_out(before, "email-of-one-person")])
    assert assured(after)[0]
    assert "tried it" in assured(after)[2]


def test_a_reply_to_words_that_changed_since_assures_nothing() -> None:
    """The lead mended the entry after the provider had confirmed it."""
    mended = replace(RINGS, frequency="Fortnightly")
    told = review(replied(Says.RIGHT, of=RINGS), of=mended)
    assert [one.verdict for one in told.contacts] == [ContactVerdict.BY_HAND]
    assert not assured(told)[0]


def test_what_was_heard_since_is_judged_without_judging_anything_else_again() -> None:
    """Decided in a second, on the desk: the same as a review of all facts anew."""
    before = review()
    answers = (heard(Says.DEAD, about=KEY), replied(Says.CHANGED, of=RINGS, text="We moved.", number=2))
    after = steps.decide(before, Decided(by=TEAM, answers=answers))
    anew = review(*answers)
    assert after.findings == anew.findings
    assert after.contacts == anew.contacts
    assert after.vouching == anew.vouching
    assert after.outcomes == anew.outcomes
    assert after.links is before.links


def test_an_answer_that_is_undone_leaves_no_trace() -> None:
    """The review is as it was before."""
    before = review(of=entry(make.email(BOX), url=""))
    after = steps.decide(before, Decided(by=TEAM, answers=(heard(Says.DEAD, about=BOX),)))
    assert after.findings != before.findings
    assert steps.decide(after, Decided(by=TEAM)).findings == before.findings
