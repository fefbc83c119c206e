"""Slips to cut: a code in large type, what it is good for, and nothing of who holds it or why."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from review_kit.model import Settings
from review_kit.paper import slips_page

GOLDEN = Path(__file__).parent / "golden" / "slips.html"
CODES = {1: "K7PM-3XQD-W2RT", 2: "H4SA-4V22-6TW2", 12: "9KFK-9WXB-8Q35"}
TEAM = Settings(council="Borchester Council", assured_by="the Leaving Care team",
                contact_address="leaving.care@borchester.example")


def test_the_slips_are_as_agreed() -> None:
    """The whole page, byte for byte. REVIEW_KIT_RENEW=1 writes it anew; read the difference."""
    made = slips_page(CODES, "AAAA-BBBB-CCCC", TEAM, until=date(2026, 4, 2))
    if os.environ.get("REVIEW_KIT_RENEW"):
        GOLDEN.write_text(made, encoding="utf-8", newline="\n")
    assert made == GOLDEN.read_text(encoding="utf-8")


def test_each_slip_stands_by_itself() -> None:
    """Cut apart, each has its number, its code and what to do with it; the group has a code of its own."""
    made = slips_page(CODES, "AAAA-BBBB-CCCC", TEAM)
    for slip, (number, code) in zip(made.split("<li>")[1:], CODES.items(), strict=True):
        assert f"Slip {number}<" in slip
        assert code in slip
        assert "Keep this slip." in slip
        assert "ask the Leaving Care team, or write to leaving.care@borchester.example" in slip
    assert made.count("AAAA-BBBB-CCCC") == 1
    assert "The whole group" not in slips_page(CODES, "", TEAM)


@pytest.mark.parametrize(("settings", "said"), [
    (Settings(), "ask the person who gave you this slip. You"),
    (Settings(assured_by="team@borchester.example"),
     "ask the person who gave you this slip, or write to team@borchester.example. You"),
    (Settings(assured_by="Participation team", contact_address="https://borchester.example/us"),
     "ask Participation team. You"),
])
def test_it_says_whom_to_turn_to_as_far_as_the_settings_do(settings: Settings, said: str) -> None:
    """A page's address is none to write to, and a mailbox is nobody to ask."""
    assert said in slips_page(CODES, "", settings)


def test_a_lost_slip_gives_nobody_away() -> None:
    """Whoever finds one learns neither the council nor what met: not that its holder has been in care."""
    made = slips_page(CODES, "AAAA-BBBB-CCCC", Settings(council="Borchester Council"))
    assert not re.search(r"care|Borchester|forum|council", made, re.IGNORECASE)


def test_it_fetches_nothing_and_runs_nothing() -> None:
    """Its style is its own, and what a setting holds is only text."""
    made = slips_page({1: "<b>"}, "", Settings(assured_by="</p><script>alert(1)</script>\u202e"))
    assert "<script" not in made
    assert "&lt;b&gt;" in made
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made
    assert "\u202e" not in made
    assert "default-src 'none'" in made
    assert not re.search(r"<(link|img|iframe)\b|url\(|@import", made)
    assert '<html lang="en-GB">' in made
