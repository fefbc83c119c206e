"""link-not-checked: a link that was not asked, or was asked while our own network could not be believed."""

import pytest

from review_kit.checks.link_not_checked import CHECK
from review_kit.model import Failure, Verdict, Written

from . import facts as make

ONE = [make.service(make.link())]
UNBELIEVED = "Our network failed while this link was being checked, so what came back is not believed."
UNPROVEN = "No answer came, and the review ended before we could tell whether our own network was to blame."


@pytest.mark.parametrize(("rounds", "saw"), [
    ((), "This link has not been asked yet."),
    (make.AWAY, "Our network did not reach the internet, so this link was not checked."),
    (make.STEADY, "This review ended before this link was asked."),
    (make.STOPPED, "This review ended before this link was asked."),
    ((make.good(0, "before"), make.bad(9)), "Our network failed during this review, before this link was asked."),
])
def test_a_link_without_a_look_has_a_reason(rounds: tuple[make.CanaryRound, ...], saw: str) -> None:
    """No link is left out in silence, and the reason claims no look that was never made."""
    of = make.facts(services=ONE, canaries=rounds)
    assert make.told(of) == (Verdict.NOT_CHECKED, CHECK.name)
    assert make.found(CHECK, of)[0].what_we_saw == saw


@pytest.mark.parametrize("seen", [make.failed(Failure.NO_SUCH_NAME), make.failed(Failure.TIMEOUT), make.visit(),
                                  make.visit(status=404), make.visit(failure=Failure.RESET)])
@pytest.mark.parametrize("rounds", [make.AWAY, (make.good(0, "before"), make.bad(9, "after")),
                                    (make.bad(0, "before"), make.good(9, "after")),
                                    (make.good(0, "before"), make.bad(6), make.good(9, "after"))])
def test_what_a_failing_network_showed_is_not_believed(seen: make.Visit, rounds: tuple[make.CanaryRound, ...]) -> None:
    """Beside a bad round neither an answer nor a failure counts."""
    of = make.facts(seen, canaries=rounds)
    assert make.told(of) == (Verdict.NOT_CHECKED, CHECK.name)
    assert make.found(CHECK, of)[0].what_we_saw == UNBELIEVED


@pytest.mark.parametrize("seen", [make.failed(Failure.NO_SUCH_NAME), make.failed(Failure.TIMEOUT),
                                  make.visit(failure=Failure.RESET), make.bad_certificate("expired")])
def test_a_failure_without_a_round_after_it_is_not_believed(seen: make.Visit) -> None:
    """A run that was stopped does not know whether the site or our network failed, and does not blame the network."""
    of = make.facts(seen, canaries=make.STOPPED)
    assert make.told(of) == (Verdict.NOT_CHECKED, CHECK.name)
    assert make.found(CHECK, of)[0].what_we_saw == UNPROVEN


def test_an_answer_of_a_stopped_run_is_believed() -> None:
    """A page that came, came: it needs no round after it."""
    assert make.told(make.facts(make.visit(), canaries=make.STOPPED)) == (Verdict.WORKING, "")


def test_rounds_of_another_run_vouch_for_nothing() -> None:
    """Another run's good rounds, before and after, do not make this run's failure believable."""
    rounds = (make.good(0, "before", run="other"), make.good(9, "after", run="other"))
    of = make.facts(make.failed(Failure.NO_SUCH_NAME), make.twin(), canaries=rounds)
    assert make.told(of)[0] is Verdict.NOT_CHECKED


OURS = "https://intranet.borchester.example/"


def test_a_failure_of_the_councils_own_host_proves_nothing_while_the_canaries_fail() -> None:
    """The council's own hosts are asked without the internet, but silence there is the network's too."""
    of = make.facts(make.failed(Failure.NO_SUCH_NAME, OURS), canaries=make.AWAY)
    assert make.told(of) == (Verdict.NOT_CHECKED, CHECK.name)


def test_an_answer_of_the_councils_own_host_needs_no_internet() -> None:
    """A page that came from inside the council's network, came; unless a sign-in page answers for everybody."""
    assert make.told(make.facts(make.visit(OURS), canaries=make.AWAY)) == (Verdict.WORKING, "")
    portal = (make.bad(0, "before", portal="altered"), make.bad(30, "after", portal="altered"))
    assert make.told(make.facts(make.visit(OURS), canaries=portal)) == (Verdict.NOT_CHECKED, CHECK.name)


def test_a_look_that_a_dead_network_spoilt_takes_nothing_away() -> None:
    """A link that was told by hand stays so when it is asked again without a network."""
    dead = make.failed(Failure.NO_SUCH_NAME, minute=45, run="dead")
    rounds = (*make.STEADY, make.bad(44, "before", run="dead"), make.bad(46, "after", run="dead"))
    assert make.told(make.facts(make.visit(status=500), dead, canaries=rounds))[0] is Verdict.BY_HAND


def test_the_evidence_names_the_silent_canaries() -> None:
    """Whoever mends the network sees which addresses did not answer, and when."""
    finding, = make.found(CHECK, make.facts(make.failed(Failure.NO_SUCH_NAME), canaries=make.AWAY))
    assert "no such name (in the system's words)" in finding.evidence
    assert finding.evidence.endswith(
        "Addresses that must answer and did not, on 21 November 2026 at 10:30 UTC: "
        "https://canary.example/ (no such name); https://other-canary.example/ (no such name).")


def test_what_could_be_asked_and_believed_is_not_told() -> None:
    """A believed look ends it, whatever it showed."""
    of = make.facts(make.visit(), make.visit(make.FRONT, 404), make.failed(Failure.TIMEOUT, "https://slow.example/"))
    assert make.found(CHECK, of) == []


def test_words_that_are_no_address_are_left_to_their_own_checks() -> None:
    """Without a network a mistyped link is still mistyped, and a title still a title."""
    links = [make.link("", as_written="htp:/club", written=Written.MISTYPED),
             make.link("", as_written="Home - Club", written=Written.TITLE_ONLY), make.link("file:///c:/offer.docx")]
    of = make.facts(services=[make.service(*links)], canaries=make.AWAY)
    assert make.found(CHECK, of) == []
    assert [one.verdict for one in make.all_told(of)] == [Verdict.BROKEN, Verdict.NOT_CHECKED, Verdict.BROKEN]
