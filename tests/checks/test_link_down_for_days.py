"""link-down-for-days: no page came on two different days."""

import pytest

from review_kit.checks.link_down_for_days import CHECK
from review_kit.model import CanaryRound, Facts, Failure, Verdict, Visit

from . import facts as make


def run(day: int) -> str:
    """The run of a day."""
    return f"run {day}"


def steady(*days: int) -> list[CanaryRound]:
    """A run on each day through a network that can be believed."""
    return [make.good(minute, day=day, run=run(day)) for day in days for minute in (0, 30)]


def over(*looks: Visit, days: tuple[int, ...] = (1, 8, 21)) -> Facts:
    """The facts of looks on several days."""
    return make.facts(*looks, canaries=steady(*days))


def silent(day: int, failure: Failure = Failure.TIMEOUT, **more: int) -> Visit:
    """A look on a day to which no answer came."""
    return make.failed(failure, day=day, run=run(day), **more)


@pytest.mark.parametrize("failure", [Failure.TIMEOUT, Failure.REFUSED, Failure.RESET, Failure.UNREACHABLE])
def test_silence_on_two_days_is_broken(failure: Failure) -> None:
    """One bad day is a passing fault, two are a state; nothing else is said of the link."""
    of = over(silent(8, failure), silent(21, failure))
    assert make.told(of) == (Verdict.BROKEN, CHECK.name)
    assert [finding.check for finding in make.judge(of) if finding.about] == [CHECK.name]
    assert make.found(CHECK, of)[0].evidence.endswith("No page came on 8 November 2026, 21 November 2026.")


def test_a_servers_fault_on_two_days_is_broken() -> None:
    """So is a server that is ill on both, and one that was silent and is ill now."""
    ill = make.visit(status=503, day=21, run=run(21))
    assert make.told(over(make.visit(status=500, day=8, run=run(8)), ill)) == (Verdict.BROKEN, CHECK.name)
    assert make.told(over(silent(8), ill)) == (Verdict.BROKEN, CHECK.name)


def test_one_day_is_for_a_person_however_often_it_was_tried() -> None:
    """Many tries on one day are one day."""
    of = over(silent(21, minute=5), silent(21, minute=9), silent(21, minute=20))
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


def test_an_answer_in_between_begins_the_count_anew() -> None:
    """A site that came back was not gone."""
    of = over(silent(1), make.visit(day=8, run=run(8)), silent(21))
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


def test_a_site_that_answers_today_works() -> None:
    """Whatever it did before."""
    assert make.told(over(silent(1), silent(8), make.visit(day=21, run=run(21)))) == (Verdict.WORKING, "")


def test_a_day_on_which_our_network_failed_does_not_count() -> None:
    """What our own network may have done is not held against the site."""
    of = make.facts(silent(8), silent(21), canaries=[make.bad(0, day=8, run=run(8)), *steady(21)])
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


OTHERS = [Failure.CERTIFICATE, Failure.REDIRECT_LOOP, Failure.NOT_PUBLIC, Failure.BAD_ANSWER]


@pytest.mark.parametrize("failure", OTHERS)
def test_other_failures_stay_a_persons_however_long(failure: Failure) -> None:
    """A bad certificate is no dead page, today or in a month."""
    assert make.found(CHECK, over(silent(8, failure), silent(21, failure))) == []
