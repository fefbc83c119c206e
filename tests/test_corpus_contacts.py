"""The corpus of contacts scored: what no page may lead the kit to say of a contact (docs/score_contacts.md)."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from .corpus_contacts.scoring import SETS, TRUTHS, Scored, cases, score

SCORE = Path(__file__).parents[1] / "docs" / "score_contacts.md"
PART = "link-service-closed takes the end of a pilot, or of texts, for the service's own, so its page speaks for nobody"
THIN = "{} takes a page of so few words for none, so it speaks for nobody"
KNOWN_MISSES = {
    "ok-a-pilot-has-ended": PART,
    "ended-text-line-closed": PART,
    "third-ok-email-nhs": THIN.format("link-cookie-wall"),
    "third-ok-complaints-service": THIN.format("link-empty-page"),
}
"""What is told wrongly today, and why. The list must shrink: one that is told rightly has to leave it."""


@pytest.fixture(scope="module")
def told() -> list[Scored]:
    """Every case as the kit told it."""
    return [score(case) for case in cases()]


def wrongly(told: Iterable[Scored], as_: str) -> list[str]:
    """The cases that were told so, should not have been, and are no known misses."""
    return [f"{one.case.name}: {one.in_words}, not {one.truth}" for one in told
            if one.told == as_ and not one.right and one.case.name not in KNOWN_MISSES]


def test_no_contact_is_vouched_for_that_is_anothers_or_has_ended(told: list[Scored]) -> None:
    """A wrong `ok` sends a young person to somebody else, and nobody looks again for a year."""
    assert wrongly(told, "ok") == []


def test_no_contact_is_said_to_have_ended_that_has_not(told: list[Scored]) -> None:
    """A right number would be taken out."""
    assert wrongly(told, "ended") == []


def test_nothing_is_proposed_that_a_careful_person_would_not(told: list[Scored]) -> None:
    """A right number would be replaced by the press office's."""
    assert wrongly(told, "instead") == []


def test_what_is_left_for_a_person_had_to_be(told: list[Scored]) -> None:
    """A kit that shrugs is no use; each case is told one of the four ways."""
    assert [line for one in told for line in wrongly([one], one.told)] == []


def test_a_known_miss_that_is_told_rightly_leaves_the_list(told: list[Scored]) -> None:
    """Each of them is a case of the corpus and wrong today."""
    assert set(KNOWN_MISSES) == {one.case.name for one in told if not one.right}


def test_the_corpus_holds_what_it_is_for() -> None:
    """Ninety unseen cases and more, ten of each truth at least, and many traps; each contact stands in its entry."""
    first = [case for case in cases() if case.set == "first"]
    number = Counter(case.truth for case in first)
    assert len(first) >= 90
    assert min(number[truth] for truth in TRUTHS) >= 10
    assert sum(bool(case.traps) for case in first) >= 25
    assert all(case.contact in case.provider and case.truth in case.accept for case in cases())
    assert len({case.name for case in cases()}) == len(cases())


def test_the_score_is_the_one_that_is_written_down(told: list[Scored]) -> None:
    """docs/score_contacts.md holds today's table; it is renewed by REVIEW_KIT_RENEW=1 and read before it is kept."""
    page = SCORE.read_text(encoding="utf-8").partition("## Today")[0] + _today(told)
    if os.environ.get("REVIEW_KIT_RENEW"):
        SCORE.write_text(page, encoding="utf-8")
    assert SCORE.read_text(encoding="utf-8") == page


def _today(told: list[Scored]) -> str:
    rows = [f"| {truth} | {' | '.join(_right(told, truth, of) for of in SETS)} |" for truth in TRUTHS]
    total = f"| all | {' | '.join(_right(told, '', of) for of in SETS)} |"
    wrong = [f"| {one.case.name} | {one.truth} | {one.in_words} | {KNOWN_MISSES.get(one.case.name, '')} |"
             for one in told if not one.right]
    return "\n".join([
        "## Today", "", f"| truth | {' | '.join(SETS)} |", "|---|---|---|---|", *rows, total, "",
        "## What is told wrongly today", "", "| case | truth | told | why |", "|---|---|---|---|", *wrong, ""])


def _right(told: list[Scored], truth: str, of: str) -> str:
    here = [one for one in told if one.case.set == of and truth in {"", one.case.truth}]
    return f"{sum(one.right for one in here)} of {len(here)}"
