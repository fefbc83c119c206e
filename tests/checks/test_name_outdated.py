"""name-outdated: a name, number or address that is not what it was."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit.checks.name_outdated import CHECK
from review_kit.model import Contact, ContactKind, ContactVerdict, Link, Severity

from . import entries
from .entries import change, entry, found, seen

DERBY = "Derby City Council"


@pytest.mark.parametrize(("text", "saw"), [
    ("Trent PTS", "Trent PTS passed to Vita Health Group on 1 July 2025."),
    ("Support to refer to TRENT PTS", "Trent PTS passed to Vita Health Group on 1 July 2025."),
    ("Trent\u00a0PTS’s clinic", "Trent PTS passed to Vita Health Group on 1 July 2025."),
    ("Tr\u200bent PTS", "Trent PTS passed to Vita Health Group on 1 July 2025."),
    ("Trent\nPTS", "Trent PTS passed to Vita Health Group on 1 July 2025."),
    ("paid for by the CCG", "CCG became Integrated Care Board on 1 July 2022."),
    ("the CCGs", "CCGs became Integrated Care Board on 1 July 2022."),
    ("your Clinical Commissioning Group", "Clinical Commissioning Group became Integrated Care Board on 1 July 2022."),
    ("your primary care trust", "Primary care trust closed on 1 April 2013."),
    ("IAPT-funded", "IAPT became NHS Talking Therapies in January 2023."),
    ("Public Health England leaflet", "Public Health England closed on 1 October 2021."),
    ("NHS Choices", "NHS Choices became the NHS website in 2018."),
    ("Department of Health", "Department of Health became Department of Health and Social Care in January 2018."),
    ("XenZone", "XenZone became Kooth plc in 2020."),
    ("The Mix helpline", "The Mix became part of Mental Health Innovations in September 2024."),
    ("Get Connected, a helpline", "Get Connected became part of The Mix in March 2016."),
    ("the health regulator Monitor", "Health regulator Monitor became part of NHS Improvement in April 2016."),
])
def test_an_old_name_is_told_with_its_day(text: str, saw: str) -> None:
    """Whatever its spaces, plural or place in a sentence; a name that is shouted is printed as the table has it."""
    assert seen(CHECK, text, council=DERBY) == [saw]


@pytest.mark.parametrize("text", [
    "the old Monitor ward", "Monitor your mood", "monitor your mood", "a heart monitor",                   # a word
    "The mix of sport and art", "The Mix of sport and art", "THE MIX OF ACTIVITIES", "Get Connected: make friends",
    "Aquarius swimming club",                                                                  # no drugs or alcohol
    "https://www.gov.uk/PHE/offer", "www.PHE.example/IAPT", "iapt@trust.example", "PHE@trust.example", "@PHE_uk",
    "leaflet_IAPT.pdf", "IAPT.pdf", r"\\server\CCG\leaflet.docx", "#PHE",                      # addresses and files
    "PHEW", "NICCG", "iapt", "ccg", "ex-CCG staff",                                            # part of a word
    "ICB (formerly CCG)", "Integrated Care Board (formerly known as the clinical commissioning group)",
    "Waythrough (formerly Richmond Fellowship)", "Waythrough, previously run by Richmond Fellowship",
    "UKHSA, which replaced Public Health England", "the former Trent PTS", "Until 2022 the CCG paid",
    "CCGs were abolished in 2022", "Trent PTS has now closed", "Trent PTS, now run by somebody else",
    "no longer Trent PTS",                                                                     # told as the past
    "CCG, now ICB", "CCG → ICB", "Trent PTS (now Vita Health Group)", "Trent PTS – since July 2025 Vita Health Group",
    "NHS Talking Therapies (IAPT)", "IAPT/NHS Talking Therapies", "NHS Talking Therapies, also known as IAPT",
    "Department of Health and Social Care", "Department of Health & Social Care",              # the present name itself
    "Community Choir Group (CCG)", "CCG (Community Choir Group) sings",                        # another's initials
    "Trent PTS House, 1 High Street", "Public Health England Road",                            # a street or house
])
def test_what_only_looks_like_an_old_name_is_left_alone(text: str) -> None:
    """Words, addresses, files, other bodies' initials, and names that the text itself tells as the past."""
    assert seen(CHECK, text, council=DERBY) == []


@pytest.mark.parametrize("text", [
    "Trent PTS or Vita Health Group", "Trent PTS, Vita Health Group, Everyturn", "Trent PTS now offers evenings",
    "young people previously in care can ask Trent PTS", "Once you are 18, ask Trent PTS",
    "Trent PTS is closed on bank holidays", "Trent PTS has ended its waiting list", "IAPT (NHS Talking Therapies)",
])
def test_a_successor_or_a_word_of_the_past_nearby_is_no_excuse(text: str) -> None:
    """Somebody who offers both, or speaks of something else that was, still sends people to the old one."""
    assert seen(CHECK, text, council=DERBY)[0].startswith(("Trent PTS passed", "IAPT became"))


def test_an_abbreviation_that_the_register_explains_means_that_everywhere() -> None:
    """What is explained in one entry is meant in the others; explained as the table has it, it is the old body."""
    group = entry(2, Provider="Community Choir Group (CCG)"), entry(3, Provider="CCG rehearsals")
    assert found(CHECK, *group) == []
    body = entry(2, Provider="Clinical Commissioning Group (CCG)"), entry(3, Provider="CCG rehearsals")
    assert len(found(CHECK, *body)) == 2


def test_a_named_person_is_no_body() -> None:
    """A name that stands inside a named person's is that person's."""
    other = (change("Connexions"),)
    person = Contact(entries.Cell("Services", 2, 3), ContactKind.PERSON, "Ann Connexions", "Ann Connexions")
    one = replace(entry(Provider="Ask for Ann Connexions"), contacts=(person,))
    assert found(CHECK, one, changes=other) == []
    assert len(found(CHECK, entry(Provider="Connexions, Ann's office"), changes=other)) == 1


def test_the_finding_stands_at_its_cell_with_its_evidence() -> None:
    """The cell, the sentence, the source and the day it was looked at, what to write, and what a decision rests on."""
    finding, = found(CHECK, entry(How_to_get_it="Ask your adviser. They refer you to Trent PTS."), council=DERBY)
    assert str(finding.cell) == "Services!N2"
    assert finding.severity is Severity.CAUTION
    assert finding.what_to_do.startswith("Write Vita Health Group")
    assert "“They refer you to Trent PTS.”" in finding.evidence
    assert "d3tenders.com" in finding.evidence
    assert finding.evidence.endswith("checked on 21 November 2026.")
    assert finding.basis == (("old_name", "Trent PTS"), ("since", "2025-07-01"))
    assert (finding.about, finding.verdict, finding.answer_in) == (None, None, "")


def test_a_cell_that_holds_nothing_else_can_be_written_anew() -> None:
    """Then a decision to write another puts it in the place of the old name."""
    assert found(CHECK, entry(Provider=" Trent PTS "), council=DERBY)[0].answer_in == "Provider"


@pytest.mark.parametrize("column", ["Area_of_support", "Provider", "Frequency", "Impact", "How_to_get_it", "Where",
                                    "In_plain_words", "Who_it_is_for", "Section"])
def test_every_published_column_is_read(column: str) -> None:
    """An old name misleads wherever a reader meets it."""
    assert len(found(CHECK, entry(**{column: "run by the CCG"}))) == 1


@pytest.mark.parametrize("column", ["Evidence", "Entry_owner", "Confirm_with", "Assured_by", "Service_ID"])
def test_what_a_review_writes_for_itself_is_not_the_offer(column: str) -> None:
    """Where an answer was found, and who looks after the entry, may name whom it likes."""
    assert found(CHECK, entry(**{column: "the CCG"})) == []


def test_one_finding_for_a_row_and_change() -> None:
    """However often the name stands there: at the first of its cells. Two changes are two findings."""
    one = entry(Area_of_support="Trent PTS", Provider="Trent PTS and the CCG", Impact="CCGs, Trent PTS")
    findings = found(CHECK, one, council=DERBY)
    assert [(str(f.cell), f.what_we_saw.split()[0]) for f in findings] == [
        ("Services!B2", "Trent"), ("Services!C2", "CCG")]


def test_the_words_of_a_section_are_told_once() -> None:
    """A heading is the section's, not each entry's."""
    rows = [entry(row, Section="CCG services") for row in (2, 3, 4)]
    assert [finding.cell.row for finding in found(CHECK, *rows)] == [2]


def test_a_longer_name_is_not_told_twice() -> None:
    """“CCG” inside the name of one CCG is that one's."""
    assert seen(CHECK, "NHS Derby & Derbyshire CCG") == [
        "NHS Derby & Derbyshire CCG became NHS Derby and Derbyshire Integrated Care Board on 1 July 2022."]


def test_a_retired_entry_is_not_asked() -> None:
    """What is no longer published misleads nobody."""
    assert found(CHECK, entry(Provider="the CCG", Status="retired")) == []


ALCOHOL = {"Area_of_support": "Help with alcohol", "Provider": "Aquarius"}


def test_a_place_bound_change_is_told_where_the_register_speaks_of_the_place() -> None:
    """In the council's name or in the entry itself: surely."""
    assert found(CHECK, entry(**ALCOHOL), council=DERBY)[0].severity is Severity.CAUTION
    assert found(CHECK, entry(**ALCOHOL, Where="Derby"), council="Borchester")[0].severity is Severity.CAUTION


@pytest.mark.parametrize("where", ["", "12 Derby Road", "Derbyshire", "the derby match", "https://derby.example/"])
def test_another_councils_namesake_is_not_accused(where: str) -> None:
    """A street or an address that is called after the place does not speak of it."""
    assert found(CHECK, entry(**ALCOHOL, Where=where), council="Birmingham City Council") == []


def test_where_another_entry_speaks_of_the_place_it_is_asked() -> None:
    """A council that is somebody else's may mean a namesake; one that is not named may well be that place's."""
    rows = entry(2, **ALCOHOL), entry(3, Where="Derby")
    finding, = found(CHECK, *rows, council="Birmingham City Council")
    assert finding.severity is Severity.NOTE
    assert finding.what_we_saw == "Did Aquarius pass to Cranstoun and Change Grow Live on 1 April 2026?"
    assert finding.what_to_do == "Is this the one in Derby, or another of that name?"
    assert found(CHECK, *rows)[0].severity is Severity.CAUTION


@pytest.mark.parametrize(("text", "saw", "do"), [
    ("Healthwatch", "Will Healthwatch close, as announced on 27 June 2025?",
     "Does it still take calls, and who hears complaints and views after it?"),
    ("Surrey Heartlands ICB", "Did Surrey Heartlands ICB become part of Surrey and Sussex ICB on 1 April 2026?",
     "Which board is it now, and under which name?"),
    ("NHS MIDLANDS AND LANCASHIRE COMMISSIONING SUPPORT UNIT",
     "Will NHS Midlands and Lancashire Commissioning Support Unit close, as announced in 2025?",
     "Who does this work now, and through which mailbox?"),
])
def test_what_is_not_sure_is_asked(text: str, saw: str, do: str) -> None:
    """A change that is planned, or that nobody confirmed, is a note and a question."""
    finding, = found(CHECK, entry(Provider=text))
    assert (finding.severity, finding.what_we_saw, finding.what_to_do) == (Severity.NOTE, saw, do)


def test_what_comes_after_the_next_review_is_asked_then() -> None:
    """A change in 2028 is no question for 2026, but for the review after which nobody would ask again in time."""
    council = entry(Provider="Derby City Council")
    assert found(CHECK, council, council=DERBY) == []
    finding, = found(CHECK, council, council=DERBY, today=date(2027, 11, 21))
    assert finding.what_we_saw == "Will Derby City Council become part of a new unitary council on 1 April 2028?"
    assert len(found(CHECK, council, council=DERBY, months=24)) == 1


def test_a_sure_change_that_is_still_to_come_is_told_so() -> None:
    """The sentence speaks of the future until the day."""
    row = change("Oldname", kind="re-let", since="2027-03-31", new_name="Newname")
    assert seen(CHECK, "Oldname", changes=[row]) == ["Oldname will pass to Newname on 31 March 2027."]


@pytest.mark.parametrize(("kind", "new", "since", "saw"), [
    ("renamed", "Newname", "2024-05-01", "Oldname became Newname on 1 May 2024."),
    ("Merged", "Newname", "2024-05", "Oldname became part of Newname in May 2024."),
    ("closed", "", "2024", "Oldname closed in 2024."),
    ("re-let", "", "", "Oldname passed to another provider."),
    ("re-let", "Newname | Nn", "01/05/2024", "Oldname passed to Newname on 1 May 2024."),
    ("some slip", "Newname", "soon", "Oldname became Newname."),
    ("some slip", "", "soon", "Oldname closed."),
])
def test_a_table_that_people_edit_is_read_kindly(kind: str, new: str, since: str, saw: str) -> None:
    """Days as people write them, kinds in any case; a slip costs the words it would have given, not the finding."""
    assert seen(CHECK, "Oldname", changes=[change("Oldname", new, kind=kind, since=since)]) == [saw]


@pytest.mark.parametrize(("write", "sure", "do"), [
    ("Newname", "sure", "Write “Newname” instead."), ("Newname", "question", "Should it be “Newname”?"),
    ("Ask the team.", "sure", "Ask the team."), ("Is it still open?", "question", "Is it still open?"),
    ("", "sure", "Ask who it is now, and write that."), ("ask", "question", "Is it still right here?"),
])
def test_what_to_write_may_be_a_name_a_sentence_or_nothing(write: str, sure: str, do: str) -> None:
    """A bare name becomes a sentence."""
    row = change("Oldname", write=write, confidence=sure)
    assert found(CHECK, entry(Provider="Oldname"), changes=[row])[0].what_to_do == do


def test_an_old_number_is_found_however_it_is_written() -> None:
    """By its normalised form, with the new one as the suggestion, and the contact is no longer by hand."""
    for written in ("0300 790 0596", "03007900596", "+44 300 790 0596"):
        finding, = found(CHECK, entry(Provider=f"Call {written}"))
        assert isinstance(finding.about, Contact)
        assert finding.what_we_saw == f"{written} gave way to 0800 028 0077 in 2020."
        assert finding.suggestion == "0800 028 0077"
        assert (finding.severity, finding.verdict) == (Severity.CAUTION, ContactVerdict.CAUTION)
        assert finding.cell == finding.about.cell


def test_an_old_number_in_doubt_is_asked() -> None:
    """Nothing is suggested, and the contact's verdict is what others make it."""
    finding, = found(CHECK, entry(Provider="Call 0800 0280077"))
    assert finding.what_we_saw == "Did 0800 0280077 give way to 111 on 27 August 2024?"
    assert (finding.severity, finding.verdict, finding.suggestion) == (Severity.NOTE, None, "")


def test_an_address_at_a_body_that_is_gone_is_told() -> None:
    """An e-mail address or a link at its old host, without its name beside it."""
    mail, = found(CHECK, entry(Provider="jo@derbyandderbyshireccg.nhs.uk"))
    assert isinstance(mail.about, Contact)
    assert mail.suggestion == ""
    link, = found(CHECK, entry(Provider="https://www.trentpts.co.uk/refer"))
    assert isinstance(link.about, Link)
    assert link.verdict is None
    assert found(CHECK, entry(Provider="https://nottrentpts.co.uk/")) == []


def test_only_a_number_that_changed_leaves_the_name_alone() -> None:
    """Samaritans are still called Samaritans."""
    row = change("Oldname", kind="number changed", old_contact="03069 990123", new_contact="03069 990124")
    assert seen(CHECK, "Oldname", changes=[row]) == []
    assert seen(CHECK, "Oldname 03069 990123", changes=[row]) == [
        "03069 990123 gave way to 03069 990124 on 1 May 2024."]


def test_an_old_number_beside_a_helplines_name_is_told_by_another_check() -> None:
    """helpline-wrong-number is louder; twice would be noise."""
    assert seen(CHECK, "Samaritans 08457 90 90 90") == []
    assert seen(CHECK, "Somebody to talk to: 08457 90 90 90") == [
        "08457 90 90 90 gave way to 116 123 on 22 September 2015."]


def test_without_tables_nothing_is_found() -> None:
    """Facts made by hand hold no table."""
    assert found(CHECK, entry(Provider="Trent PTS"), council=DERBY, changes=(), helplines=()) == []
