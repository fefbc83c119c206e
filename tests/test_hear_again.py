"""What rests on answers is judged again on its own, and comes to the same as judging everything anew."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit import steps
from review_kit.checks import Check, all_checks
from review_kit.model import Answer, Decided, Facts, Review, Says
from review_kit.verdicts import contact_verdicts, hear_again, judge

from .checks import facts as make
from .checks.speaking import (
    BOX,
    KEY,
    NUMBER,
    OTHER,
    OTHER_KEY,
    contact_page,
    entry,
    facts,
    heard,
    linked,
    page,
    replied,
)

BAND = "https://club.example/band"
ROWS = [
    entry(make.phone(NUMBER), make.email(BOX), make.person()),
    entry(make.phone(OTHER, row=3), url=BAND, row=3, name="Band"),
    entry(make.phone(NUMBER, row=4), url="", row=4, key="svc-2", name="Crisis line"),
    entry(row=5, Status="retired"), entry(make.phone(NUMBER, row=6), row=6, Assured_on="2026-11-01", Assured_by="Team"),
    entry(make.phone("0114 496", row=7, problem="too short"), url="https://gone.example/", row=7),
]
VISITS = [
    page(f"<p>{OTHER}</p>{linked('/contact|Contact us')}"),
    page(f"<p>{OTHER} is no longer in use.</p>", BAND, title="Band"),
    contact_page(f"<p>{BOX}</p>"), make.visit("https://gone.example/", 404),
    make.browser_like(404, url="https://gone.example/"), make.front_page(404, url="https://gone.example/"),
]
ABOUT = [KEY, OTHER_KEY, BOX, "Ann Invented", "0114 496", "", "+441632960000"]
DAYS = ["2026-11-21", "2026-11-20", "2026-11-19", "2026-11-18", "2025-11-20", "2026-11-22", "soon"]


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Any answer about one of the entries, or about none of them."""
    number, on = draw(st.integers(1, 99)), draw(st.sampled_from(DAYS))
    more: dict[str, Any] = {"number": number, "text": draw(st.sampled_from(["", OTHER, "{new}"])),
            "undone_on": draw(st.sampled_from(["", "", "", "2026-11-21"]))}
    if draw(st.booleans()):
        return heard(draw(st.sampled_from(Says)), on, about=draw(st.sampled_from(ABOUT)),
                     key=draw(st.sampled_from(["svc-2", "svc-3", "svc-6", "svc-7", "svc-9"])), **more)
    more["contract_ends"] = draw(st.sampled_from(["", "2027-03-31"]))
    return replied(draw(st.sampled_from(Says)), on, of=draw(st.sampled_from(ROWS)), **more)


HEARD = st.lists(st.lists(answers(), max_size=5), min_size=1, max_size=4)


def whole(review: Review) -> tuple[object, ...]:
    """All of a review that a report prints."""
    return review.findings, review.links, review.contacts, review.vouching, review.outcomes, review.facts.answers


def anew(of: Facts, said: Sequence[Answer]) -> Review:
    """A review of everything."""
    return steps.check(of, decided=Decided(by="Team", answers=tuple(said)))


@settings(derandomize=True, max_examples=40, deadline=None)
@given(HEARD)
def test_whatever_is_heard_in_whatever_order_it_comes_to_the_same(rounds: list[list[Answer]]) -> None:
    """After each answer, and after any number of them were added, changed and undone."""
    of = facts(*VISITS, services=ROWS)
    review = anew(of, ())
    for said in rounds:
        review = steps.decide(review, Decided(by="Team", answers=tuple(said)))
        assert whole(review) == whole(anew(of, said))


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.lists(answers(), max_size=6))
def test_hearing_twice_gives_the_same(said: list[Answer]) -> None:
    """A judgement is a pure function of the facts; what is judged again is not found twice."""
    of = replace(facts(*VISITS, services=ROWS), answers=tuple(said))
    findings = judge(of)
    assert hear_again(of, findings) == findings
    assert hear_again(of, hear_again(of, findings)) == findings
    assert contact_verdicts(of, findings) == contact_verdicts(of, findings)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.lists(answers(), max_size=8, unique_by=lambda one: one.number), st.randoms(use_true_random=False))
def test_the_order_in_which_answers_were_written_down_makes_no_difference(said: list[Answer], order: Random) -> None:
    """The store gives the newest first; of one day the later written."""
    other = list(said)
    order.shuffle(other)
    one, two = facts(*VISITS, services=ROWS, answers=said), facts(*VISITS, services=ROWS, answers=other)
    assert judge(one) == judge(two)


def test_what_does_not_rest_on_answers_is_left_as_it_was() -> None:
    """Not judged again: the very same findings, in their order, before those that are."""
    of = facts(*VISITS, services=ROWS)
    findings = judge(of)
    again = hear_again(replace(of, answers=(heard(Says.DEAD),)), findings)
    mine = {check.name for check in all_checks() if check.of_answers}
    kept = [finding for finding in findings if finding.check not in mine]
    assert all(one is two for one, two in zip(again, kept, strict=False))
    assert {finding.check for finding in again[len(kept):]} <= mine


def test_the_problems_of_the_register_are_told_once() -> None:
    """However often something is heard."""
    problem = judge(facts(services=ROWS))[0]
    plain = facts(*VISITS, services=ROWS)
    of = replace(plain, register=replace(plain.register, problems=(problem,)))
    assert hear_again(of, judge(of)).count(problem) == judge(of).count(problem)
    assert judge(of)[0] is problem


@pytest.mark.parametrize("check", [check for check in all_checks() if check.of_answers], ids=lambda check: check.name)
def test_a_check_that_rests_on_answers_decides_nothing_of_links(check: Check) -> None:
    """The pages that speak for an entry are those whose links work: a circle would have no end."""
    assert check.rung is None
