"""helpline-wrong-number: a number beside a helpline's name that is none of that helpline's."""

import pytest

from review_kit.checks.helpline_wrong_number import CHECK
from review_kit.model import ContactVerdict, Severity
from review_kit.verdicts import contact_verdicts, judge

from .entries import entry, facts, found, seen

DANGER, DOUBT = (Severity.DANGER, ContactVerdict.BROKEN), (Severity.CAUTION, ContactVerdict.CAUTION)


@pytest.mark.parametrize(("text", "right"), [
    ("PAPYRUS 0808 068 4141", "0800 068 4141"),                      # copied so in public code
    ("Papyrus HOPELINE247\n0808 0684141", "0800 068 4141"),
    ("HOPELINEUK: 0808 068 4141", "0800 068 4141"),
    ("Samaritans 08457 90 90 90", "116 123"),                        # given up in 2015
    ("Samaritans: 116 123 (old number 0845 790 9090)", "116 123"),
    ("Samaritans, call free any time: 0800 123 4567", "116 123"),
    ("Childline 116 123", "0800 1111"),
    ("CALM (5pm to midnight) 0800 85 85 85", "0800 58 58 58"),
    ("Text SHOUT to 85528", "85258"),
    ("0808 068 4141 (Papyrus)", "0800 068 4141"), ("Call 0808 068 4141 for Papyrus", "0800 068 4141"),
    ("0800 123 4567 – Samaritans", "116 123"),
    ("Samaritans, or ring Papyrus on 0800 068 4114", "0800 068 4141"),
])
def test_a_number_that_can_only_be_meant_as_the_helplines_is_dangerous(text: str, right: str) -> None:
    """A slip, an old number, another's, or a freephone number right beside the name: the right one is suggested."""
    finding, = found(CHECK, entry(Provider=text))
    assert (finding.severity, finding.verdict) == DANGER
    assert finding.suggestion == right
    assert finding.about in entry(Provider=text).contacts


def test_numbers_that_changed_places_are_both_told() -> None:
    """Each is right, for the other."""
    swapped = found(CHECK, entry(Provider="Samaritans 0800 1111, Childline 116 123"))
    assert [finding.suggestion for finding in swapped] == ["116 123", "0800 1111"]


def test_a_misprinted_short_code_is_seen_though_it_is_no_number() -> None:
    """116 132 reaches nobody; the reading does not take it for a contact, so there is none to replace."""
    finding, = found(CHECK, entry(Provider="Samaritans 116 132"))
    assert (finding.severity, finding.about, finding.suggestion) == (Severity.DANGER, None, "")
    assert finding.what_to_do == "Write 116 123 instead, for somebody in need may ring this one."
    assert str(finding.cell) == "Services!C2"


@pytest.mark.parametrize("text", [
    "Samaritans 116 123", "Samaritans 116123, jo@samaritans.org",
    "Samaritans – call 116 123; Childline – call 0800 1111",
    "Call Samaritans on 116 123 or text SHOUT to 85258", "Samaritans\n116 123\n\nChildline\n0800 1111",
    "116 123 Samaritans\n0800 1111 Childline\n0800 068 4141 Papyrus",                   # numbers first
    "Call 116 123 – Samaritans, 0800 1111 – Childline, 0800 068 4141 – Papyrus, 0800 58 58 58 – CALM",
    "Samaritans\n0800 1111 Childline", "Childline or Samaritans 116 123",
    "Papyrus HOPELINE247: 0800 068 4141, text 88247",
    "text HECTOR to 85258", "YoungMinds: text YM to 85258, Childline 0800 1111", "Samaritans: text 85258",  # shared
    "Samaritans 116 123, or 01332 364444", "Samaritans of Derby 01332 364444",
    "Samaritans of Derby: 116 123 or 03069 990123",
    "Samaritans Welsh Language Line 0808 164 0123; Samaritans 116 123",
    "Crisis team 0800 028 0077 (out of hours, Samaritans)", "Crisis team 0800 028 0077 – Samaritans 116 123",
    "0800 028 0077 helpline\nSamaritans 116 123", "Safe Haven 0330 008 3722. Samaritans, any time: call 116 123",
    "If you cannot reach Samaritans, ring our duty team on 0300 123 4567",
    "Our helpline, run with Samaritans, is 0800 123 4567", "like Samaritans: 0800 123 4567",
    "In an emergency call 999, or Samaritans on 116 123", "Samaritans, or call 999", "Samaritans or NHS 111",
    "NHS 111, mental health option, or 0800 028 0077", "Kooth 0330 123 4567", "The Mix 0808 808 4994",
    "stay calm and call 0800 123 4567", "good samaritans on 0800 123 4567", "Samaritans, 309 Burton Road",
    "Papyrus has 81234 members", "Shout 0800 12", "Shout about it", "",
])
def test_right_numbers_and_other_services_are_left_alone(text: str) -> None:
    """Two names and two numbers, partners' keywords, branches, teams that mention a helpline, everybody's numbers."""
    assert seen(CHECK, text) == []


@pytest.mark.parametrize("text", [
    "Samaritans 01332 364444", "Samaritans 0330 094 5717", "Samaritans text 07725 909090",
    "NSPCC/Childline 0808 800 5000", "NSPCC Childline 0808 800 5000", "Mind or Samaritans 0300 123 3393",
    "Samaritans are there to listen at any hour. You can reach them on 0300 123 4567", "Shout 0800 123 4567",
    "Call 0800 123 4567 Samaritans can help too",
])
def test_what_may_be_a_branchs_or_anothers_is_asked(text: str) -> None:
    """A number of a place or a mobile, a second name, words between, a kind of number that the list does not hold."""
    finding, = found(CHECK, entry(Provider=text))
    assert (finding.severity, finding.verdict) == DOUBT
    assert finding.what_to_do.endswith("?")


def test_a_number_that_may_have_changed_is_asked() -> None:
    """Nobody has confirmed the new text number: the question is the table's own."""
    finding, = found(CHECK, entry(Provider="PAPYRUS HOPELINE247, text 07860 039967"))
    assert (finding.severity, finding.verdict) == DOUBT
    assert finding.what_we_saw == "Did 07860 039967 give way to 88247 in 2026?"
    assert finding.suggestion == ""


def test_a_number_in_another_cell_of_a_helplines_own_entry_is_asked() -> None:
    """The entry is the helpline's and gives no number of its; an old one there is surely old."""
    finding, = found(CHECK, entry(Provider="Samaritans", How_to_get_it="Call 0300 123 4567"))
    assert (finding.severity, finding.verdict) == DOUBT
    assert str(finding.cell) == "Services!N2"
    old, = found(CHECK, entry(Provider="Samaritans", How_to_get_it="Call 08457 90 90 90"))
    assert (old.severity, old.verdict) == DANGER
    assert found(CHECK, entry(Provider="Samaritans", How_to_get_it="Call 116 123 or 0300 123 4567")) == []
    assert found(CHECK, entry(Provider="The choir and Samaritans", How_to_get_it="Call 0300 123 4567")) == []


def test_a_number_that_cannot_be_rung_is_told_by_another_check() -> None:
    """phone-not-uk has the words for it."""
    assert seen(CHECK, "Samaritans 0800 123") == []


def test_the_words_say_what_to_write_and_why() -> None:
    """The list's numbers stand in the evidence with their source, a text number with its keyword."""
    finding, = found(CHECK, entry(Provider="Text SHOUT to 85528 at any hour"))
    assert finding.what_we_saw == "This is not the number that our list of helplines gives for Shout."
    assert finding.what_to_do == "Write “text SHOUT to 85258” instead, for somebody in need may ring this one."
    assert "The cell says “Text SHOUT to 85528 at any hour”." in finding.evidence
    assert "85258 (themohnwestlakefoundation.co.uk" in finding.evidence
    assert finding.basis == (("normalised", "85528"), ("suggestion", "85258"))


def test_the_contact_is_broken_whoever_assured_the_entry() -> None:
    """An assurance does not make a wrong crisis number right."""
    one = entry(Provider="PAPYRUS 0808 068 4141", Assured_on="2026-11-01", Assured_by="Leaving care team")
    of = facts(one)
    told, = contact_verdicts(of, judge(of))
    assert told.verdict is ContactVerdict.BROKEN


def test_a_retired_entry_is_not_asked() -> None:
    """What is no longer published is rung by nobody."""
    assert found(CHECK, entry(Provider="PAPYRUS 0808 068 4141", Status="retired")) == []


def test_without_a_table_nothing_is_wrong() -> None:
    """Facts made by hand hold no helplines."""
    assert found(CHECK, entry(Provider="PAPYRUS 0808 068 4141"), helplines=()) == []
