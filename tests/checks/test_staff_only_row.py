"""staff-only-row: an entry that is for workers, in an offer to young people."""

from datetime import date

import pytest

from review_kit.checks.staff_only_row import CHECK, TABLE, _pattern
from review_kit.disk import known_tables
from review_kit.model import Facts, Finding, Severity

from . import facts as make

KNOWN = known_tables()
TODAY = date(2026, 11, 26)


def found(name: str, audience: str = "", **published: str) -> list[Finding]:
    """What is found of an entry with this name."""
    entry = make.service(name=name, values={"Audience": audience}, **published)
    return make.found(CHECK, Facts(make.register(entry), TODAY, known=KNOWN))


@pytest.mark.parametrize("name", [
    "Reflective Practice sessions for Personal Advisors (PAs)", "Consultations for PAs",
    "Reflective Circles (emotional wellbeing but also practical sessions for case reflection for stuck cases)",
    "Training for social care professionals and foster carers", "1:1 or group consultations for professionals",
    "Clinical supervision to staff to support their own emotional wellbeing", "Attendance to professionals' meetings",
    "Staff wellbeing", "Training for carers", "Consultation for professionals working with young people",
    "Facilitating Complex Case Panel", "Bitesize CPD for PAs", "Advice line for practitioners",
])
def test_what_is_offered_to_workers_is_told(name: str) -> None:
    """A young person cannot use it, and nothing in the row says so."""
    finding, = found(name)
    assert finding.severity is Severity.CAUTION
    assert finding.answer_in == "Audience"
    assert finding.what_to_do.startswith("Write “worker” under “Audience”")


def test_a_panel_that_hears_cases_is_told_by_its_other_words() -> None:
    """“Safety Panels” could be anything; cases are heard by workers."""
    assert found("Safety Panels", frequency="Held monthly and cases heard based on level of risk")
    assert found("Safety Panels", frequency="Held monthly") == []


def test_the_heading_of_a_section_tells_it_too() -> None:
    """All that stands under “For professionals” is for professionals."""
    entry = make.service(name="Meetings", values={"Section": "For professionals"})
    assert make.found(CHECK, Facts(make.register(entry), TODAY, known=KNOWN))


@pytest.mark.parametrize("audience", ["worker", "young person", "both", "foster carers"])
def test_where_audience_is_filled_in_somebody_has_said_it(audience: str) -> None:
    """The lead's word counts, whatever it is."""
    assert found("Consultations for PAs", audience) == []


@pytest.mark.parametrize("name", [
    "Increase in visits and interactions with PAs where needed", "Health Passports",
    "Support to attend health appointments",
    "Access to specialist advice where needs are increasing", "Referrals to Local Area Coordination", "Group work",
    "Access to Key Workers for those referred to Dynamic Support Pathway", "Continuing care protocol work",
    "Case work with children and young people, foster carers, and parents", "Training for young people",
    "Young carers group",
    "Advice for young people, carers and professionals", "Support for young people and professionals",
    "GP consultations",
    "Consultation with a pharmacist", "Training as a youth worker", "Support for school leavers", "Supervision order",
    "Drop-in with a youth worker", "Sessions for the team you play in", "Training and employment", "Peer support",
    "Duty system – ring a worker any time",
])
def test_what_is_for_young_people_or_for_both_is_not_told(name: str) -> None:
    """Workers who help are named in most entries."""
    assert found(name) == []


def test_the_words_of_other_columns_are_not_what_is_offered() -> None:
    """What PAs say of it stands in Impact, what staff learn in Provider."""
    assert found("Mentors", impact="Reflective practice for PAs", frequency="After training for staff") == []


def test_without_the_table_nothing_is_found() -> None:
    """The words are the table's, which people edit."""
    assert make.found(CHECK, Facts(make.register(make.service(name="Consultations for PAs")), TODAY)) == []


def test_every_row_of_the_table_is_whole() -> None:
    """Each has a form that can be read, a source and the day on which it was checked."""
    for row in KNOWN[TABLE]:
        assert row["source"], row
        assert date.fromisoformat(row["checked_on"]), row
        assert _pattern(row["cue"]).pattern.startswith("(?<!"), row
        assert row["where"] in {"section", "name", "anywhere"} if row["kind"] == "cue" else row["reason"], row
