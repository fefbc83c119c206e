"""The sourced helplines: whose number a contact is, and which of them vouches for it."""

from collections.abc import Mapping
from datetime import date

import pytest

from review_kit.checks.contact_not_vouched import CHECK as NOT_VOUCHED
from review_kit.dates import read_date
from review_kit.helplines import contact_key, helplines
from review_kit.model import ContactVerdict, ContactVerdictFor
from review_kit.rows.phone_faults import possible
from review_kit.verdicts import contact_verdicts, judge

from .checks.entries import KNOWN, entry, facts, found

TABLE = KNOWN()["helplines"]
SAMARITANS = "It stands in the list of helplines (samaritans.org, checked on 21 November 2026)."


def told(text: str, *, today: date = date(2026, 11, 21), months: int = 12, **said: str) -> ContactVerdictFor:
    """What the first contact of an entry is told, by all checks."""
    of = facts(entry(Provider=text, **said), today=today, months=months)
    return contact_verdicts(of, judge(of))[0]


@pytest.mark.parametrize("text", [
    "Samaritans 116 123", "SAMARITANS: call 116123", "Email Samaritans: jo@samaritans.org",
    "Shout: text SHOUT to 85258", "PAPYRUS 0800 068 4141", "Papyrus pat@papyrus-uk.org", "Childline 0800 1111",
    "CALM 0800 58 58 58", "Coram Voice 0808 800 5792", "Silence of Suicide 0808 115 1505", "Call NHS 111",
    "In an emergency call 999",
])
def test_a_helplines_own_number_or_address_beside_its_name_is_vouched_for(text: str) -> None:
    """The verdict is OK, the sentence names the source and the day, and nobody is asked to ring it."""
    verdict = told(text)
    assert verdict.verdict is ContactVerdict.OK
    assert verdict.finding is None
    assert verdict.vouched_by.startswith("It stands in the list of helplines (")
    assert verdict.vouched_by.endswith(", checked on 21 November 2026).")
    assert found(NOT_VOUCHED, entry(Provider=text)) == []


def test_the_sentence_is_as_reports_print_it() -> None:
    """Source and day in brackets."""
    assert told("Samaritans 116 123").vouched_by == SAMARITANS


def test_the_name_may_stand_in_another_cell() -> None:
    """The number is the helpline's wherever the entry gives it."""
    assert told("Call 116 123", Area_of_support="Samaritans").vouched_by == SAMARITANS


@pytest.mark.parametrize("text", [
    "Somebody to talk to: call 116 123", "good samaritans: call 116 123", "https://www.samaritans.org/ call 116 123",
    "Papyrus HOPELINE247: text 88247",                                    # a number that is only a question
    "HOPELINEUK 0800 068 4141",                                           # an old name
    "Samaritans and the choir 03069 990123", "Samaritans: help@samaritans.org",
])
def test_a_number_alone_a_question_or_another_number_vouches_for_nothing(text: str) -> None:
    """The right number without its name helps nobody, and form says nothing."""
    assert told(text).verdict in {ContactVerdict.BY_HAND, ContactVerdict.BROKEN, ContactVerdict.CAUTION}
    assert told(text).vouched_by == ""


def test_a_right_number_under_another_helplines_name_is_broken() -> None:
    """Whatever vouches for it elsewhere: the worst that is said is what it is told."""
    of = facts(entry(Provider="Samaritans 0800 1111, Childline 116 123"))
    assert {one.verdict for one in contact_verdicts(of, judge(of))} == {ContactVerdict.BROKEN}


@pytest.mark.parametrize(("today", "months", "verdict"), [
    (date(2027, 11, 21), 12, ContactVerdict.OK), (date(2027, 11, 22), 12, ContactVerdict.BY_HAND),
    (date(2027, 6, 1), 6, ContactVerdict.BY_HAND), (date(2026, 11, 20), 12, ContactVerdict.BY_HAND),
])
def test_a_row_vouches_for_as_long_as_a_review_holds(today: date, months: int, verdict: ContactVerdict) -> None:
    """A table that nobody has looked at for longer than the review cycle vouches for nothing; nor one of tomorrow."""
    assert told("Samaritans 116 123", today=today, months=months).verdict is verdict


def test_a_persons_assurance_comes_first() -> None:
    """Whoever checked the entry is named before a table."""
    by = told("Samaritans 116 123", Assured_on="2026-11-01", Assured_by="Leaving care team").vouched_by
    assert by == "Assured on 2026-11-01 by Leaving care team."


def test_a_retired_entrys_contacts_are_not_checked() -> None:
    """A helpline's number there is nobody's concern."""
    assert told("Samaritans 116 123", Status="retired").verdict is ContactVerdict.NOT_CHECKED


def test_the_young_persons_number_needs_its_table() -> None:
    """Without one the contact is what it was: well formed, and for a person to try."""
    of = facts(entry(Provider="Samaritans 116 123"), helplines=())
    assert contact_verdicts(of, judge(of))[0].verdict is ContactVerdict.BY_HAND


@pytest.mark.parametrize(("written", "key"), [
    ("0800 068 4141", "+448000684141"), ("116 123", "116123"), ("0800 1111", "+448001111"), ("85258", "85258"),
    (" Jo@Samaritans.org ", "jo@samaritans.org"), ("www.trentpts.co.uk", "trentpts.co.uk"), ("", ""),
])
def test_contacts_are_compared_by_one_form(written: str, key: str) -> None:
    """As the reading of the register normalises them."""
    assert contact_key(written) == key


def test_rows_of_one_name_are_one_helpline() -> None:
    """A number that is sure and one that is a question may stand in rows of their own."""
    papyrus = next(one for one in helplines(facts()) if one.name == "PAPYRUS HOPELINE247")
    assert {key: known.sure for key, known in papyrus.reached.items()} == {
        "+448000684141": True, "pat@papyrus-uk.org": True, "88247": False}
    assert papyrus.right(text=True) is None
    shout = next(one for one in helplines(facts()) if one.name == "Shout")
    assert (shout.keyword, shout.numbers["85258"].is_text) == ("SHOUT", True)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["name"].split(" |")[0])
def test_every_row_is_whole(row: Mapping[str, str]) -> None:
    """A name, a source, the day it was checked, a confidence, and numbers that can be rung."""
    assert row["name"].strip()
    assert row["source"].strip()
    assert read_date(row["checked_on"])
    assert row["confidence"] in {"sure", "question"}
    assert row["free"] in {"yes", ""}
    for written in filter(None, row["phone"].split("|")):
        assert possible(written) or len(contact_key(written)) <= 6, written
    assert not row["text"] or row["text"].split()[-1].isdigit()
    assert all("@" in address for address in filter(None, row["email"].split("|")))


def test_every_sourced_signpost_of_the_field_report_is_there() -> None:
    """Section 3.2 of the field report; Become and NYAS are left out, for it has no source for their numbers."""
    named = {one.name: set(one.reached) for one in helplines(facts())}
    assert named == {
        "999": {"999"}, "NHS 111": {"111"}, "Samaritans": {"116123", "jo@samaritans.org"}, "Shout": {"85258"},
        "PAPYRUS HOPELINE247": {"+448000684141", "88247", "pat@papyrus-uk.org"}, "Childline": {"+448001111"},
        "CALM": {"+44800585858"}, "SOS Silence of Suicide": {"+448081151505"}, "The Mix": set(), "Kooth": set(),
        "Qwell": set(), "Always Heard": {"+448088005792"}}
