"""What a judgement may look at: which look is the newest, and whether its network can be believed."""

import pytest

from review_kit.model import CanaryRound, Failure, Purpose

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks, which use it most

ANSWER, FAILURE = make.visit(), make.failed(Failure.TIMEOUT)
HALF = make.visit(failure=Failure.RESET)


def test_the_newest_look_counts() -> None:
    """Whatever the order in which the records stand."""
    old, new = make.visit(status=500, minute=1), make.visit(minute=9)
    for visits in ((old, new), (new, old)):
        assert make.facts(*visits).visit(make.URL) is new


def test_of_two_looks_at_one_moment_the_later_record_counts() -> None:
    """A clock that stands still does not bring an old record back."""
    first, second = make.visit(status=500), make.visit()
    assert make.facts(first, second).visit(make.URL) is second


def test_looks_for_another_purpose_are_other_looks() -> None:
    """A browser-like look does not take the registered one's place."""
    of = make.facts(ANSWER, make.browser_like(403))
    assert of.visit(make.URL) is ANSWER
    assert of.visit(make.URL, Purpose.BROWSER_LIKE) is of.visits[1]
    assert of.visit(make.URL, Purpose.TWIN) is None
    assert of.visit(make.FRONT) is None


def test_attempts_stand_oldest_first() -> None:
    """Every look at the address for the purpose, those of other days too."""
    looks = [make.visit(day=day, run=f"run {day}") for day in (9, 1, 20)]
    of = make.facts(*looks, make.browser_like(), make.visit(make.FRONT))
    assert [visit.at[:10] for visit in of.attempts(make.URL)] == ["2026-11-01", "2026-11-09", "2026-11-20"]
    assert of.attempts("https://never.example/") == ()


def test_the_rounds_around_a_look_are_the_nearest_of_its_own_run() -> None:
    """Neither those of another run nor those further off."""
    before, near, after, far = make.good(0), make.good(4), make.bad(6), make.good(30)
    of = make.facts(ANSWER, canaries=(far, make.bad(5, run="other"), after, before, near))
    assert of.around(ANSWER) == (near, after)
    assert make.facts(ANSWER, canaries=()).around(ANSWER) == (None, None)
    assert make.facts(ANSWER, canaries=make.STOPPED).around(ANSWER) == (make.STOPPED[0], None)


@pytest.mark.parametrize(("rounds", "answer", "failure"), [
    ((), False, False),
    (make.STEADY, True, True),
    (make.STOPPED, True, False),
    (make.AWAY, False, False),
    ((make.good(0), make.bad(9)), False, False),
    ((make.bad(0), make.good(9)), False, False),
    ((make.good(9),), False, False),
    ((make.good(0), make.bad(2), make.good(4), make.good(9), make.bad(12)), True, True),
    ((make.good(0), make.bad(4), make.good(9)), False, False),
    ((make.good(0), make.good(4), make.bad(6), make.good(9)), False, False),
    ((make.good(0, run="other"), make.good(9, run="other")), False, False),
    ((make.good(0), make.good(9, run="other")), True, False),
])
def test_an_answer_needs_a_good_round_before_it_and_a_failure_one_on_each_side(
        rounds: tuple[CanaryRound, ...], answer: bool, failure: bool) -> None:
    """And neither is believed beside a bad one; rounds of another run vouch for nothing."""
    of = make.facts(ANSWER, canaries=rounds)
    assert of.network_good(ANSWER) is answer
    assert of.network_good(FAILURE) is failure


def test_an_answer_that_broke_off_is_a_failure() -> None:
    """Half an answer may be our network's doing, so it needs a good round on each side."""
    assert make.facts(HALF, canaries=make.STEADY).network_good(HALF) is True
    assert make.facts(HALF, canaries=make.STOPPED).network_good(HALF) is False


@pytest.mark.parametrize(("answered", "silent", "good"), [
    (3, 0, True), (2, 1, True), (1, 1, False), (1, 2, False), (0, 3, False), (0, 0, False),
])
def test_a_round_is_good_when_most_canaries_answered(answered: int, silent: int, good: bool) -> None:
    """Half is not most, and a round that asked nobody proves nothing."""
    assert CanaryRound(make.RUN, make.RUN, "before", ("x",) * answered, ("y",) * silent).good is good


@pytest.mark.parametrize(("rounds", "state"), [
    ((), "not asked"), (make.STEADY, "good"), (make.STOPPED, "good"), (make.AWAY, "bad"),
    ((make.good(0, "before"), make.bad(9)), "unsteady"), ((make.bad(0, "before"), make.good(9, "after")), "unsteady"),
    ((make.bad(0, "before"), make.good(1, "before"), make.good(9, "after")), "good"),
    ((make.bad(0, "before"), make.bad(1, "before"), make.good(9, "after")), "unsteady"),
    ((make.bad(0, "before"), make.bad(1, "before"), make.bad(9, "after")), "bad"),
    ((*make.AWAY, make.good(40, "before", run="newer")), "good"),
    ((*make.STEADY, make.bad(40, "before", run="newer")), "bad"),
])
def test_the_state_of_the_network_is_the_newest_runs(rounds: tuple[CanaryRound, ...], state: str) -> None:
    """One bad round among good ones is unsteady; a network that woke up before the first link was good."""
    of = make.facts(ANSWER, canaries=rounds)
    assert of.network_state == state
    assert state in repr(of)


def test_believed_is_the_newest_look_that_can_be() -> None:
    """A look that a dead network spoilt does not take away what an earlier one showed."""
    assert make.facts(ANSWER).believed(make.URL) is ANSWER
    assert make.facts(ANSWER, canaries=make.AWAY).believed(make.URL) is None
    assert make.facts(ANSWER).believed(make.FRONT) is None
    dead = make.failed(Failure.NO_SUCH_NAME, minute=45, run="dead")
    assert make.facts(ANSWER, dead, canaries=(*make.STEADY, make.bad(44, run="dead"))).believed(make.URL) is ANSWER


def test_a_second_look_older_than_the_registered_one_is_not_its_second() -> None:
    """What it showed was before; at the same moment it counts."""
    second = make.browser_like(200, minute=4)
    assert make.facts(make.visit(minute=5), second).believed(make.URL, Purpose.BROWSER_LIKE) is None
    assert make.facts(make.visit(minute=4), second).believed(make.URL, Purpose.BROWSER_LIKE) is second
    assert make.facts(second).believed(make.URL, Purpose.BROWSER_LIKE) is second
