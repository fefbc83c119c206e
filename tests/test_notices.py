"""What a reader must know before any finding."""

from dataclasses import replace

import pytest

from review_kit.model import CanaryRound, Facts
from review_kit.notices import notices

from .checks import facts as make


def first(of: Facts, ended: str = "done") -> str:
    """The sentence that stands first."""
    return notices(replace(of, ended=ended))[0]


ONE = [make.service(make.link())]


@pytest.mark.parametrize("rounds", [make.STEADY, make.STOPPED, ()])
def test_where_all_is_well_nothing_is_said(rounds: tuple[CanaryRound, ...]) -> None:
    """No notice, no noise; nor before anything was asked."""
    assert notices(make.facts(make.visit(), canaries=rounds)) == ()


def test_without_a_network_it_says_so_first() -> None:
    """The reason stands first, and silence is not called broken."""
    assert first(make.facts(services=ONE, canaries=make.AWAY), "no network") == (
        "The network is unreachable, so no link was checked: one that is marked “not checked” may well work.")


def test_a_sign_in_page_of_the_network_is_told_with_what_to_do() -> None:
    """A captive portal is not a dead network: signing in mends it."""
    rounds = (make.bad(0, "before", portal="altered"), make.bad(30, "after", portal="altered"))
    said = first(make.facts(services=ONE, canaries=rounds), "no network")
    assert said.startswith("This network shows a sign-in page of its own before it lets anyone out, so no link was")
    assert said.endswith("Open a browser, sign in, and run the review again.")


@pytest.mark.parametrize("portal", ["", "altered"])
def test_what_an_earlier_run_found_is_not_denied(portal: str) -> None:
    """Run again without a network, a review keeps its verdicts, and the first line does not say that it has none."""
    later = [make.bad(minute, when, run="later", portal=portal) for minute, when in ((40, "before"), (50, "after"))]
    said = first(make.facts(make.visit(), canaries=(*make.STEADY, *later)), "no network")
    assert "no link was checked" not in said
    assert "nothing new was checked: what an earlier run of this review found still stands." in said


def test_looks_that_nobody_believes_are_not_an_earlier_run() -> None:
    """What came back through a dead network was not checked."""
    assert "no link was checked" in first(make.facts(make.visit(), canaries=make.AWAY))


def test_a_network_that_failed_in_between_is_told() -> None:
    """Some links were asked while it was down."""
    of = make.facts(services=ONE, canaries=(make.good(0, "before"), make.bad(9), make.good(30, "after")))
    assert first(of).startswith("The network failed during this run;")


def test_a_network_that_woke_up_before_the_first_link_did_not_fail() -> None:
    """A laptop whose wireless came up at the second try is not told that its network failed."""
    rounds = (make.bad(0, "before"), make.good(1, "before"), make.good(30, "after"))
    of = make.facts(make.visit(minute=5), canaries=rounds)
    assert notices(of) == ()


def test_a_good_run_after_a_bad_one_is_good() -> None:
    """The newest run counts; the days of the earlier ones are over."""
    old = [make.bad(minute, when, day=1, run="old") for minute, when in ((0, "before"), (9, "after"))]
    assert notices(make.facts(make.visit(), canaries=(*old, *make.STEADY))) == ()


@pytest.mark.parametrize(("ended", "said"), [
    ("stopped", "This run was stopped before the end."),
    ("out of time", "This run reached its longest time (sheet Settings)."),
])
def test_a_run_that_did_not_come_to_its_end_says_so_and_what_to_do(ended: str, said: str) -> None:
    """After what is to be known of the network."""
    assert first(make.facts(make.visit()), ended).startswith(said)
    both = notices(replace(make.facts(services=ONE, canaries=make.AWAY), ended=ended))
    assert both[0].startswith("The network is unreachable")
    assert both[1].startswith(said)


@pytest.mark.parametrize("ended", ["done", "no network", ""])
def test_other_endings_need_no_sentence(ended: str) -> None:
    """Done is done; of a missing network the canaries tell."""
    assert notices(replace(make.facts(make.visit()), ended=ended)) == ()


def test_a_proxy_is_told() -> None:
    """Behind a proxy no address can be pinned; the sentence claims no link that was not asked."""
    said = first(make.facts(make.visit(), canaries=(make.good(0, "before", via_proxy=True),)))
    assert said.startswith("This network asks the web through its proxy")
    dead = notices(make.facts(services=ONE, canaries=(make.bad(0, "before", via_proxy=True),)))
    assert [sentence for sentence in dead if "links were asked" in sentence] == []


def test_an_inspecting_network_and_a_lying_resolver_are_told() -> None:
    """Both weaken what can be said: of certificates, and of names that are gone."""
    rounds = (make.good(0, "before", inspected_by="Zscaler Root CA", false_name_found=True),)
    said = notices(make.facts(make.visit(), canaries=rounds))
    assert "certificates by Zscaler Root CA" in said[0]
    assert said[1].startswith("This network answers for names that do not exist")


def test_records_that_were_cut_off_are_told() -> None:
    """A run that was killed in the middle of a line lost that line, and says so."""
    assert "2 cut-off or damaged records" in notices(replace(make.facts(make.visit()), unread=2))[0]
