"""certificate-expires-soon: if nobody renews it within a month, browsers will warn."""

import pytest

from review_kit.checks.certificate_expires_soon import CHECK
from review_kit.model import Failure, Verdict

from . import facts as make


@pytest.mark.parametrize(("until", "said"), [
    ("2026-11-21", "21 November 2026"), ("2026-12-01", "1 December 2026"), ("2026-12-21", "21 December 2026"),
])
def test_the_last_thirty_days_are_a_note(until: str, said: str) -> None:
    """The link works; the day is named."""
    of = make.facts(make.visit(certificate=make.certificate(valid_until=until)))
    assert make.told(of) == (Verdict.WORKING, CHECK.name)
    assert make.found(CHECK, of)[0].what_we_saw == f"The site's security certificate runs out on {said}."


@pytest.mark.parametrize("until", ["2026-11-20", "2026-12-22", "2027-11-21", ""])
def test_other_days_are_not_worth_a_word(until: str) -> None:
    """Further off there is time; a day that has passed since the look is known to nobody."""
    assert make.found(CHECK, make.facts(make.visit(certificate=make.certificate(valid_until=until)))) == []


def test_a_page_without_a_certificate_has_none_to_run_out() -> None:
    """Plain http shows none."""
    assert make.found(CHECK, make.facts(make.visit("http://club.example/"))) == []


def test_a_page_that_did_not_come_is_not_spoken_of() -> None:
    """Where no whole answer came, other things matter."""
    of = make.facts(make.visit(failure=Failure.RESET, certificate=make.certificate(valid_until="2026-12-01")))
    assert make.found(CHECK, of) == []


def test_certificates_that_our_own_network_made_are_not_the_sites() -> None:
    """A proxy that opens secure connections shows certificates of its own, which are short-lived."""
    rounds = (make.good(0, "before", inspected_by="Zscaler Root"), make.good(30, "after"))
    of = make.facts(make.visit(certificate=make.certificate(valid_until="2026-12-01")), canaries=rounds)
    assert make.told(of) == (Verdict.WORKING, "")
