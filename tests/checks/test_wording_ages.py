"""wording-ages: words that hold for a time, and their time has gone."""

import re
from datetime import date

import pytest

from review_kit.checks._ageing import TABLE, compiled
from review_kit.checks.wording_ages import CHECK
from review_kit.disk import known_tables
from review_kit.model import Cell, Facts, Finding, Severity

from . import facts as make

TODAY = date(2026, 11, 26)
KNOWN = known_tables()


def found(text: str, column: str = "Impact", *, on: str = "", name: str = "Choir") -> list[Finding]:
    """What is found of a sentence in a column of an entry that was assured on a day."""
    entry = make.service(name=name, values={column: text, "Assured on": on})
    return make.found(CHECK, Facts(make.register(entry, columns={column: 5}), TODAY, known=KNOWN))


def asked(text: str, **more: str) -> str:
    """The question that a sentence leaves; '' where it leaves none."""
    return next((f.what_to_do.partition("today: ")[2] for f in found(text, **more)), "")


@pytest.mark.parametrize(("text", "question"), [
    ("Monthly moving to bi-monthly", "is it bi-monthly now?"),
    ("Will move towards enabling PAs to develop practice", "has this happened?"),
    ("Where YP meet criteria – awaiting confirmation of roll out into Derby City", "did it roll out in Derby City?"),
    ("The offer has been in place since 1 September 2020 and contracted until 2025.", "does it go on after 2025?"),
    ("Due to COVID 19, staff are delivering most services remotely", "how does the service work today?"),
    ("The new service has begun to receive referrals", "is it still new, or is it enough to say that it runs?"),
    ("Long term funding for the service is currently under consideration", "what came of it?"),
    ("This role was initially for 15 months", "did it go on after that?"),
])
def test_the_words_of_published_offers_leave_the_question_that_fits(text: str, question: str) -> None:
    """The question is built from the sentence where that is simple, and is the class's own where it is not."""
    assert asked(text) == question


@pytest.mark.parametrize("text", [
    "Funded by the lottery until March 2026", "Three year contract from 1 April 2023", "Start date TBC",
    "Venue to be confirmed", "Opening hours are under review", "We are recruiting a second worker",
    "The clinic is moving to online", "The service will transfer to a new provider", "The hub opens on 3 March 2026",
    "From April 2026 the service will be run by Turning Corner", "From November 13th 2025, we will no longer see you",
    "Not currently accepting referrals", "Closed until further notice", "Covid restrictions apply",
    "Summer 2025 programme", "Grant for the academic year 2024/25", "£3 a session for 2024/25", "Apply by 31 May 2026",
    "Next course: 3 September 2025", "Recruitment is underway", "The post is currently vacant",
    "The scheme will be rolled out across Borsetshire", "The contract is out to tender",
    "The group will close in July 2026",
    "Available in printed form, with a plan to make it accessible online", "The team is being restructured",
])
def test_what_was_unsettled_planned_or_due_is_a_caution(text: str) -> None:
    """Somebody must find out what came of it."""
    finding, = found(text)
    assert finding.severity is Severity.CAUTION


@pytest.mark.parametrize("text", [
    "A newly commissioned service", "NEW: text line", "This is a pilot project", "Our nurse is on maternity leave",
    "Current waiting time is about 12 weeks", "The drop-in is currently held at the library", "Coming soon",
    "More groups starting next term", "Last updated March 2023", "New helpline from January 2023",
    "Currently only professionals can refer", "Drop in with our new wellbeing practitioner",
])
def test_what_only_sounds_fresh_is_a_note(text: str) -> None:
    """The milder classes are worth knowing, and need no decision."""
    finding, = found(text)
    assert finding.severity is Severity.NOTE


@pytest.mark.parametrize("text", [
    "PAs to be given information on accessing these",
    "Children and young people at risk of hospital admission or awaiting discharge",
    "Trauma Navigator will support if support is needed", "By 16 years with PFA assessment starting at 17 years",
    "Provided to young person prior to 18th birthday", "Access to groups, peers, activities for new parents",
    "Run every evening from 4.30pm to 12.30am", "Any new services are integrated into the offer",
    "Supported in transition to adulthood", "There is ongoing close working with Action for Children",
    "Initial and Review Health Assessments", "If you move to a new area, register with a new GP",
    "You are currently in care", "For young people who are currently involved with child protection",
    "Your plan is kept under review", "Health plan is under review every year", "To be confirmed with your worker",
    "Things are hard at the moment", "Help as soon as possible", "Shortly after your 18th birthday",
    "COVID vaccination and flu jab", "Long covid clinic", "Many have felt lonely since the pandemic", "Awaiting trial",
    "Temporary accommodation", "Interim care order", "Your claim is on hold", "Closed on bank holidays",
    "Term time from September to July", "The Children (Leaving Care) Act 2000 and the Care Act 2014",
    "Following changes introduced through the Children and Social Work Act 2017, you can ask for support until 25",
    "Up to 2000 people", "You will soon turn 18", "The group will start at 6pm", "In your final year",
    "Moving on from CAMHS to adult services", "You are expected to start college", "Strategy 2021-2026",
    "Not available to those already receiving services", "Sometimes we are not able to accept a referral",
    "Subject to availability", "New classes start every September", "When you are on maternity leave",
    "The session will end when you are ready", "Call 03069 990123 before 2030", "Monthly", "As and when needed",
])
def test_words_about_young_people_or_about_the_clock_do_not_age(text: str) -> None:
    """What the young person does, waits for or becomes says nothing of the offer, and no more do hours and laws."""
    assert found(text) == []


def test_links_and_addresses_are_no_words() -> None:
    """A page's pasted title, an address and a mailbox may hold “new” and years."""
    link = make.link("https://club.example/our-new-service-2024", as_written="Our new service (club.example)")
    written = "Our new service (club.example)\nhttps://club.example/coming-soon\nnew-service@club.example"
    entry = make.service(link, values={"Provider": written})
    assert make.found(CHECK, Facts(make.register(entry), TODAY, known=KNOWN)) == []


@pytest.mark.parametrize(("on", "text", "told"), [
    ("2026-09-27", "Awaiting funding", False), ("2026-08-26", "Awaiting funding", True),
    ("2026-06-01", "Our new mentoring service", False), ("2025-11-26", "Our new mentoring service", True),
    ("2026-11-20", "Covid restrictions apply", True), ("2026-11-20", "Contracted until 2025", True),
    ("2027-11-20", "Awaiting funding", True), ("last spring", "Our new mentoring service", True),
])
def test_words_age_from_the_day_on_which_the_entry_was_assured(on: str, text: str, told: bool) -> None:
    """Each class has its months; the pandemic and days that have passed do not wait; a day not known is a year ago."""
    assert bool(found(text, on=on)) is told


@pytest.mark.parametrize(("text", "told"), [
    ("Funded until 31 March 2027", "names an end that comes before the next review"),
    ("Funded until 31 March 2026", "names an end that has passed"), ("Funded until 31 March 2028", ""),
    ("Two-year funding from January 2026", ""), ("Two-year funding from January 2025", "comes before the next review"),
    ("Funded until 31 November 2026", ""),
])
def test_an_end_counts_by_its_own_day(text: str, told: str) -> None:
    """What ends before the next review is told as well; what ends later, or on no day of the calendar, is not."""
    sentences = [f.what_we_saw for f in found(text)]
    assert (told in sentences[0]) if told else sentences == []


def test_a_crisis_line_is_reviewed_sooner_so_its_end_is_told_later() -> None:
    """The next review of a crisis service falls due in three months."""
    assert found("Funded until 31 August 2027")
    assert not found("Funded until 31 August 2027", name="Crisis line")


def test_one_finding_for_a_sentence_at_its_cell() -> None:
    """Two cues in one sentence are one finding; the same sentence in two columns is told once."""
    text = "Awaiting funding, venue TBC.\nOur new service runs weekly."
    first, second = found(text)
    assert first.cell == second.cell == Cell("Services", 2, 5)
    assert first.basis == (("text", "Awaiting funding, venue TBC."),)
    entry = make.service(frequency="Start date TBC", values={"How to get it": "Start date TBC"})
    assert len(make.found(CHECK, Facts(make.register(entry), TODAY, known=KNOWN))) == 1


def test_a_cell_that_holds_the_sentence_alone_can_be_written_anew() -> None:
    """In a cell with more words, a new one would take the others away."""
    assert found("Monthly moving to bi-monthly", "Frequency")[0].answer_in == "Frequency"
    assert found("Monthly moving to bi-monthly.\nAsk your PA.", "Frequency")[0].answer_in == ""


def test_a_long_sentence_is_quoted_around_its_cue_and_whole_in_the_evidence() -> None:
    """What a lead reads at a glance is one short sentence."""
    text = f"{'Many words stand before it ' * 5}awaiting funding {'and many more stand after it ' * 5}"
    finding, = found(text)
    assert "awaiting funding" in finding.what_we_saw
    assert len(finding.what_we_saw) <= 160
    assert text.strip() in finding.evidence


def test_without_the_table_nothing_is_found() -> None:
    """The words are the table's, which people edit; no word of it is in the code."""
    assert make.found(CHECK, Facts(make.register(make.service(impact="Awaiting funding")), TODAY)) == []


def test_a_slip_in_the_table_is_read_as_plain_words() -> None:
    """A bracket that was not closed must not stop a review."""
    assert compiled("under (review").search("It is under (review")


def test_every_row_of_the_table_is_whole() -> None:
    """Each has its class or its reason, a form that can be read, a source and the day on which it was checked."""
    for row in KNOWN[TABLE]:
        assert row["source"], row
        assert date.fromisoformat(row["checked_on"]), row
        assert compiled(row["cue"]).pattern != re.escape(row["cue"]) or row["cue"].isalpha(), row
        if row["kind"] == "cue":
            assert row["class"], row
            assert row["saw"], row
            assert row["asks"].endswith("?"), row
            assert int(row["months"]) >= 0, row
            assert row["severity"] in {"caution", "note"}, row
            assert ("DATE" in row["cue"] or "<date>" in row["cue"]) == (row["counts_from"] != "assured"), row
        else:
            assert row["kind"] == "stop", row
            assert row["reason"], row
