"""Which addresses a report may make live."""

from time import perf_counter

import pytest

from review_kit.model import Severity
from review_kit.reports.addresses import Dangers, dangers_of, host_of

from . import reviews


def test_disarming_touches_the_dangerous_host_alone() -> None:
    """A dangerous host and its subdomains are disarmed in any text; hosts that only look alike are not."""
    dangers = Dangers(frozenset({"evil.example"}))
    alike = "notevil.example evil.example.org my-evil.example"
    assert dangers.disarm("See http://www.EVIL.example/a.b.") == "See www[.]EVIL[.]example/a.b."
    assert dangers.disarm("Write to x@evil.example.") == "Write to x@evil[.]example."
    assert dangers.disarm(alike) == alike


def test_long_text_is_disarmed_quickly() -> None:
    """A page that answers with one endless word cannot hold up the report."""
    start = perf_counter()
    Dangers(frozenset({"evil.example"})).disarm("a" * 200_000 + "." * 1000 + "-a." * 50_000)
    assert perf_counter() - start < 1


def test_danger_about_an_email_address_disarms_its_domain() -> None:
    """An email address that a danger finding is about makes its domain one that nobody should open."""
    contact = reviews.Contact(reviews.cell(2), reviews.ContactKind.EMAIL, "a@gone.example", "a@gone.example")
    finding = reviews.Finding("mail-taken-over", Severity.DANGER, contact.cell, "Saw.", "Do.", None, contact)
    assert dangers_of(reviews.review((), (), (), finding)).hosts == {"gone.example"}


@pytest.mark.parametrize(("address", "host"), [
    ("https://www.A.example:8443/x", "a.example"), ("a@b.example", "b.example"), ("https://[bad", ""),
    ("https://evil.example\\@good.example/", "evil.example"), ("", ""),
])  # fmt: skip
def test_host_of(address: str, host: str) -> None:
    """The host is read as a browser reads it; what has none gives none."""
    assert host_of(address) == host
