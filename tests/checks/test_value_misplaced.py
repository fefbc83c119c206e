"""value-misplaced: a value in another column than its own."""

from datetime import date

import pytest

from review_kit.checks.value_misplaced import CHECK
from review_kit.model import Cell, Facts, Finding, Severity

from . import facts as make

COLUMNS = {"Provider": 3, "Frequency": 4, "Hours": 11, "Who it is for": 9}
TODAY = date(2026, 11, 26)
LONG_AREA = ("A safe place for adults with immediate mental health needs, run in Borchester every evening from 4.30pm "
             "to 12.30am. Open to anybody 18 years or above")  # fmt: skip


def found(column: str, text: str, *, columns: dict[str, int] | None = None, **values: str) -> list[Finding]:
    """What is found of the words of one column."""
    entry = make.service(values={column: text, **values})
    of = make.register(entry, columns=COLUMNS if columns is None else columns)
    return make.found(CHECK, Facts(of, TODAY))


@pytest.mark.parametrize("text", [
    "PA do this where need is identified", "Support to make referral to Trent PTS",
    "Escalation to Trauma Navigator by PA or TM\nUse of health complex case escalation pathway",
    "Support to make referrals to Talking Mental Health", "Referral via the duty desk", "Self-referral by phone",
    "Ask your social worker", "Through your GP", "Speak to your personal adviser", "Contact the team on duty",
    "Social workers complete the form", "Apply online\nWebsite:",
])
def test_a_provider_that_is_an_instruction_is_told(text: str) -> None:
    """Nobody could be asked whether the entry still holds."""
    finding, = found("Provider", text)
    assert finding.what_we_saw.endswith("”, which tells what to do and names no provider.")
    assert finding.severity is Severity.NOTE
    assert finding.cell == Cell("Services", 2, 3)
    assert finding.answer_in == "Provider"


@pytest.mark.parametrize("text", [
    "DECC", "Principal Social Worker", "Leaving Care Service and partner agencies", "LAC Health Team", "Kooth",
    "Referrals to PFA forum\nPFA Champion", "Designated Nurse for Looked After Children & Trauma Navigator",
    "ACORN fast pass available for Care Experienced Young People\nTrauma Navigator will support if support is needed.",
    "Trauma Navigator will support if support is needed\nPAs support with this and keyworkers for accommodation",
    "Aquarius", "Continuing Care Team (DNHSFT)", "Contact the Elderly", "Access Community Trust", "Ask Us Northants",
    "Talk to Frank", "Support After Suicide Partnership", "Call to Mind", "Via East Midlands", "Book Trust",
    "Refer Hope", "See Me Scotland", "Young People's Support Service", "Any GP", "Staff College", "",
])
def test_a_name_a_role_and_who_helps_are_providers(text: str) -> None:
    """A charity may be called “Contact the Elderly”, and a line that names somebody is enough."""
    assert found("Provider", text) == []


def test_a_cell_with_a_link_is_not_written_anew() -> None:
    """The address would go with the instruction."""
    link = make.link("https://club.example/x")
    entry = make.service(link, values={"Provider": "PA do this where need is identified\nhttps://club.example/x"})
    finding, = make.found(CHECK, Facts(make.register(entry, columns=COLUMNS), TODAY))
    assert finding.answer_in == ""


@pytest.mark.parametrize("text", [
    "Where we worry that young people are misusing substances", "All YP need to be registered",
    "Where young people report or there are concerns with regard to sexual health", "For care leavers over 18",
    "Open to anyone aged 16 to 25", "Where YP meet criteria – awaiting confirmation of roll out into Derby City",
])
def test_a_criterion_for_a_frequency_is_told_where_its_own_column_is_blank(text: str) -> None:
    """Who reads it learns for whom the service is, and not how often it runs."""
    finding, = found("Frequency", text)
    assert finding.what_we_saw.endswith("”, which tells for whom, and not how often.")
    assert found("Frequency", text, **{"Who it is for": "Young people who use drugs"}) == []
    assert found("Frequency", text, **{"Age from": "16"}) == []
    assert found("Frequency", text, columns={"Frequency": 4}) == []


def test_hours_for_a_frequency_are_told_where_their_own_column_is_blank() -> None:
    """Hours have a column from which the edition for young people and the export are made."""
    finding, = found("Frequency", "9am to 5pm")
    assert finding.what_we_saw.endswith("”, which tells the hours, and not how often.")
    assert found("Frequency", "9am to 5pm", Hours="9am to 5pm") == []
    assert found("Frequency", "9am to 5pm", columns={"Frequency": 4}) == []


@pytest.mark.parametrize("text", [
    "Monthly moving to bi-monthly", "Bookable when needed", "Monthly bookable sessions", "As and when needed",
    "Monthly paid directly to care experienced young person", "PAs make referrals as and when required",
    "PA’s will complete when assessed as needed", "Provided to young person prior to 18th birthday",
    "Held monthly and cases heard based on level of risk", "By 16 years with PFA assessment starting at 17 years",
    "As and when needed in line with eligibility criteria", "AS and when needed, where YP meet eligibility criteria",
    "As per information provided", "Every evening from 5pm to 11pm", "Wednesdays, 1pm to 4pm", "24 hours a day", "N/A",
    "Where needed, weekly", "12 weeks", "TBC", "",
])
def test_whatever_says_how_often_is_a_frequency(text: str) -> None:
    """With a criterion, an age or an hour in it too."""
    assert found("Frequency", text) == []


def test_a_long_area_of_support_that_hides_hours_and_criteria_is_told() -> None:
    """Each has its own column; where that is filled in, nothing is hidden."""
    finding, = found("Area of support", LONG_AREA)
    assert finding.what_we_saw.endswith("holds what belongs under “Hours” and “Who it is for”.")
    assert finding.answer_in == ""
    only_who, = found("Area of support", LONG_AREA, Hours="4.30pm to 12.30am")
    assert only_who.what_we_saw.endswith("holds what belongs under “Who it is for”.")
    assert found("Area of support", LONG_AREA, Hours="4.30pm to 12.30am", **{"Age from": "18"}) == []


@pytest.mark.parametrize("text", [
    "Drop-in, 2pm to 4pm", "Support for those aged 16 to 25",
    "Reflective Circles (emotional wellbeing but also practical sessions for case reflection of stuck cases) weekly",
    "Continuing care protocol work for those with high level health needs over and above universal services",
])
def test_a_short_area_and_a_long_name_hide_nothing(text: str) -> None:
    """A name may hold an age; a long one with nothing hidden in it is only long."""
    assert found("Area of support", text) == []


@pytest.mark.parametrize(("text", "why"), [
    ("Office hours", "names no hour"), ("See website", "names no hour"), ("Monday to Friday", "names no hour"),
    ("9am to 17pm", "is no time that a clock shows"), ("From 9.75 to 5pm", "is no time that a clock shows"),
    ("25:00 to 26:00", "is no time that a clock shows"),
])
def test_hours_that_cannot_be_read_are_told(text: str, why: str) -> None:
    """Somebody would stand before a closed door."""
    finding, = found("Hours", text)
    assert finding.what_we_saw == f"“Hours” says “{text}”, which {why}."
    assert finding.answer_in == "Hours"


@pytest.mark.parametrize("text", [
    "Every evening from 4.30pm to 12.30am", "24 hours a day, seven days a week", "24/7", "Mon-Fri 9-5", "10:00-16:00",
    "Tue & Thu 10 to 4", "Noon to midnight", "By appointment", "Any time", "Online", "Varies by clinic",
    "6 p.m. to 11 p.m.",
    "Next course starts 14 January 2026", "9am – 5.30pm, closed at weekends", "", "On request",
])
def test_hours_that_can_be_read_are_fine(text: str) -> None:
    """With or without am and pm, over midnight, all day, or as agreed."""
    assert found("Hours", text) == []


@pytest.mark.parametrize("text", ["-", "–", "•", " - "])
def test_a_dash_for_nothing_is_no_hour_and_no_crash(text: str) -> None:
    """Somebody who has no hours to give types a dash: the cell is judged like any other."""
    assert [finding.what_we_saw for finding in found("Hours", text)] == [
        f"“Hours” says “{text.strip()}”, which names no hour."]
