"""phone-shared: one number, two providers."""

from review_kit.checks.phone_shared import CHECK

from . import facts as make
from .reach import entry, facts_of


def test_two_providers_with_one_number_are_told() -> None:
    """Whatever the forms; one of them may have it by mistake."""
    finding, = make.found(CHECK, facts_of(entry("0800 0280077", provider="Riverside Trust"),
                                          entry("0800 028 0077", row=3, provider="Hillside Charity")))
    assert "“Choir 3”" in finding.what_we_saw
    assert "Services!C2 and Services!C3 both give +448000280077." in finding.evidence


def test_entries_of_one_provider_may_share_a_number() -> None:
    """And where a provider has no name of its own, nothing can be said."""
    for one, other in (("Riverside Trust", "Riverside Trust, Derby"), ("Our team", "Support line")):
        of = facts_of(entry("0800 028 0077", provider=one), entry("0800 028 0077", row=3, provider=other))
        assert make.found(CHECK, of) == []
