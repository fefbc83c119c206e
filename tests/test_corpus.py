"""The corpus scored: what must never happen on any page, and how far the rules see today (docs/score.md)."""

import os
from collections import Counter
from pathlib import Path

import pytest

from .corpus.scoring import Scored, cases, score

WALLS = {"bot_wall", "own_filter", "sign_in", "cookie_wall", "script_only", "server_ill", "all_404"}
SCORE = Path(__file__).parents[1] / "docs" / "score.md"
LIKE_ENDINGS = "fourth-ord-"
"""Pages of services that go on, each with words that a hasty reader could take for an end."""
ALL = bool(os.environ.get("REVIEW_KIT_ALL_TESTS") or os.environ.get("REVIEW_KIT_RENEW"))
LONGEST = 400
"""Seconds: a minute alone, and two or more where three other tests share two cores."""
pytestmark = [pytest.mark.timeout(LONGEST),
              pytest.mark.skipif(not ALL, reason="takes a minute; REVIEW_KIT_ALL_TESTS=1 runs it, as CI does")]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Scored]:
    """Every case as the kit told it."""
    return score(tmp_path_factory.mktemp("corpus"), cases())


def test_no_live_page_is_called_broken_or_changed(told: list[Scored]) -> None:
    """A false alarm teaches the lead to ignore the tool."""
    assert [one.case.name for one in told if one.case.kind in {"ordinary", "moved"}
            and one.verdict in {"broken", "changed"}] == []


def test_no_wall_is_called_broken_or_changed(told: list[Scored]) -> None:
    """Guards, filters, sign-ins, scripts and ill servers say nothing of the service."""
    assert [one.case.name for one in told if one.case.kind in WALLS and one.verdict in {"broken", "changed"}] == []


def test_at_most_three_in_a_hundred_ordinary_pages_are_by_hand(told: list[Scored]) -> None:
    """A kit that shrugs is no use; two in a hundred is the aim. Of the set that is all words of ends: the next test."""
    ordinary = [one for one in told if one.case.kind == "ordinary" and not one.case.name.startswith(LIKE_ENDINGS)]
    assert len(ordinary) >= 460
    assert sum(one.verdict != "working" for one in ordinary) <= 0.03 * len(ordinary)


def test_most_pages_with_words_of_an_end_are_working(told: list[Scored]) -> None:
    """Each of them tells of something that ended: another club, a grant, an old number, a drink."""
    ordinary = [one for one in told if one.case.name.startswith(LIKE_ENDINGS)]
    assert len(ordinary) >= 40
    assert sum(one.verdict != "working" for one in ordinary) <= len(ordinary) / 3


def test_hardly_a_closed_page_is_called_working(told: list[Scored]) -> None:
    """Where no rule is sure, a person reads the sentence."""
    closed = [one for one in told if one.case.kind in {"closed", "taken_over", "not_found_200"}]
    assert len(closed) >= 380
    assert sum(one.verdict == "working" for one in closed) <= 0.08 * len(closed)


def test_few_pages_about_another_subject_are_called_working(told: list[Scored]) -> None:
    """The provider's other groups are what is seen worst; `moved` tells a young person the same."""
    others = [one for one in told if one.case.kind == "other_subject"]
    assert len(others) >= 140
    assert sum(one.verdict in {"working", "moved"} for one in others) <= 0.18 * len(others)


def test_no_parked_page_is_called_working(told: list[Scored]) -> None:
    """Where a name is for sale, nobody answers a young person."""
    assert [one.case.name for one in told if one.case.kind == "parked" and one.verdict == "working"] == []


def test_every_case_has_its_link_found(told: list[Scored]) -> None:
    """No link is skipped in silence."""
    assert [one.case.name for one in told if one.verdict == "no link found"] == []


def test_the_score_is_the_one_that_is_written_down(told: list[Scored]) -> None:
    """docs/score.md holds today's table; it is renewed by REVIEW_KIT_RENEW=1 and read before it is kept."""
    right, number = Counter[str](), Counter[str]()
    for one in told:
        number[one.case.kind] += 1
        right[one.case.kind] += one.right
    rows = [f"| {kind} | {right[kind]} | {number[kind]} |" for kind in sorted(number)]
    wrong = [f"| {one.case.name} | {one.case.truth} | {one.verdict} | {one.check} |" for one in told if not one.right]
    table = "\n".join([
        "| class | right | of |", "|---|---|---|", *rows, f"| all | {right.total()} | {number.total()} |", "",
        "## What is told wrongly today", "", "| page | truth | told | by |", "|---|---|---|---|", *wrong, ""])
    page = SCORE.read_text(encoding="utf-8")
    before = page.partition("## Today")[0]
    if os.environ.get("REVIEW_KIT_RENEW"):
        SCORE.write_text(f"{before}## Today\n\n{table}", encoding="utf-8")
    assert SCORE.read_text(encoding="utf-8") == f"{before}## Today\n\n{table}"
