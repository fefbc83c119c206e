"""domain-gone: the site's name no longer exists, while names that must exist do."""

import pytest

from review_kit.checks.domain_gone import CHECK
from review_kit.model import Failure, Purpose, Verdict

from . import facts as make

GONE = Failure.NO_SUCH_NAME


def test_a_name_that_is_gone_is_broken() -> None:
    """No such name on several tries, and none for its twin, between rounds in which the canaries answered: broken."""
    of = make.facts(make.failed(GONE), make.twin())
    assert make.told(of) == (Verdict.BROKEN, "domain-gone")
    finding, = make.found(CHECK, of)
    assert finding.what_we_saw == "The site's name no longer exists on the internet."
    assert finding.suggestion == ""
    assert finding.evidence.count("no such name") == 2


def test_a_name_that_is_gone_is_told_once() -> None:
    """No other check says that the name may yet be there."""
    of = make.facts(make.failed(GONE), make.twin())
    assert [finding.check for finding in make.judge(of) if finding.about] == ["domain-gone"]


def test_a_living_twin_is_the_suggestion() -> None:
    """Where the name with www. still answers, the link is broken and that address is suggested."""
    finding, = make.found(CHECK, make.facts(make.failed(GONE), make.twin(failure=None)))
    assert finding.suggestion == make.TWIN
    assert finding.verdict is Verdict.BROKEN


@pytest.mark.parametrize("twin", [make.visit(make.TWIN, 404, purpose=Purpose.TWIN, minute=6),
                                  make.twin(failure=Failure.TIMEOUT)])
def test_a_twin_without_the_page_is_not_suggested(twin: make.Visit) -> None:
    """A twin that has no such page, or does not answer, helps nobody."""
    assert [f.suggestion for f in make.found(CHECK, make.facts(make.failed(GONE), twin))] == [""]


def test_one_try_is_doubt() -> None:
    """A name that was looked for once is not gone: a person is asked."""
    of = make.facts(make.failed(GONE, attempts=1), make.twin(attempts=0))
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


def test_no_look_at_the_twin_is_doubt() -> None:
    """Without the second opinion a person is asked."""
    assert make.told(make.facts(make.failed(GONE))) == (Verdict.BY_HAND, "link-no-answer")


def test_tries_of_the_same_host_count_for_all_its_links() -> None:
    """A host is met once for all its addresses, so what its first link learned holds for the others."""
    urls = [f"https://club.example/{page}" for page in "abc"]
    visits = [make.failed(GONE, url, attempts=tries) for url, tries in zip(urls, (3, 0, 0), strict=True)]
    twins = [make.twin(url.replace("//", "//www.")) for url in urls]
    told = make.all_told(make.facts(*visits, *twins))
    assert [one.verdict for one in told] == [Verdict.BROKEN] * 3


def test_tries_through_a_dead_network_do_not_count() -> None:
    """“No such name” from a resolver without a network is no try at all."""
    dead = make.failed(GONE, day=20, run="dead", attempts=9)
    of = make.facts(dead, make.failed(GONE, attempts=1), make.twin(attempts=0), canaries=(
        make.bad(0, "before", day=20, run="dead"), make.bad(30, "after", day=20, run="dead"), *make.STEADY))
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


def test_a_redirect_to_a_name_that_is_gone_says_whose_name() -> None:
    """The registered site is there; the site it sends visitors to is not, and the words say so."""
    of = make.facts(make.failed(GONE, make.URL, (301, "https://gone.example/x")))
    assert make.told(of) == (Verdict.BROKEN, "domain-gone")
    finding, = make.found(CHECK, of)
    assert finding.what_we_saw == "The name of the site that this link is sent on to no longer exists on the internet."
    assert make.wanted(CHECK, of) == []


def test_a_redirect_to_a_name_that_was_looked_for_once_is_doubt() -> None:
    """One missed look-up on the way proves nothing either."""
    of = make.facts(make.failed(GONE, make.URL, (301, "https://gone.example/x"), attempts=1))
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


@pytest.mark.parametrize("rounds", [
    make.AWAY, make.STOPPED, (), (make.good(0, "before"), make.bad(30, "after")),
    (make.bad(0, "before"), make.good(30, "after")), (make.good(0, "before"), make.bad(5), make.good(30, "after")),
])
def test_a_resolver_that_says_no_such_name_to_all_breaks_nothing(rounds: tuple[make.CanaryRound, ...]) -> None:
    """Without a good round of canaries on both sides, no name is gone."""
    of = make.facts(make.failed(GONE), make.twin(), canaries=rounds)
    assert make.found(CHECK, of) == []
    assert make.told(of) == (Verdict.NOT_CHECKED, "link-not-checked")


def test_the_twin_must_be_believed_too() -> None:
    """A twin that was looked for through a network that had failed is no second opinion."""
    rounds = (make.good(0, "before"), make.good(5), make.bad(7), make.good(30, "after"))
    of = make.facts(make.failed(GONE, minute=4), make.twin(minute=6), canaries=rounds)
    assert make.told(of) == (Verdict.BY_HAND, "link-no-answer")


@pytest.mark.parametrize("failure", [f for f in Failure if f is not GONE])
def test_other_failures_are_not_a_missing_name(failure: Failure) -> None:
    """A resolver in trouble, a silent or a refusing host: the name is there, or may be."""
    assert make.found(CHECK, make.facts(make.failed(failure), make.twin())) == []


def test_the_twin_is_looked_for() -> None:
    """A name that does not exist asks for the same address with www., or without."""
    looks = make.wanted(CHECK, make.facts(make.failed(GONE), make.failed(GONE, "https://www.other.example/a?b")))
    assert [(look.url, look.purpose) for look in looks] == [
        (make.TWIN, Purpose.TWIN), ("https://other.example/a?b", Purpose.TWIN)]


def test_many_names_gone_at_once_are_our_networks_doing() -> None:
    """Where more than three in ten sites fail, none is called gone, in findings as little as in verdicts."""
    gone = [make.failed(GONE, f"https://gone{n}.example/", attempts=3) for n in range(4)]
    twins = [make.twin(f"https://www.gone{n}.example/") for n in range(4)]
    there = [make.visit(f"https://there{n}.example/") for n in range(7)]
    assert make.found(CHECK, make.facts(*gone, *twins, *there)) == []
