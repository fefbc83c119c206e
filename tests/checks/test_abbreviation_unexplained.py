"""abbreviation-unexplained: letters that workers know and young people do not."""

from datetime import date

import pytest

from review_kit.checks._abbreviations import NOT_TOLD, TABLE, stand_for
from review_kit.checks.abbreviation_unexplained import CHECK
from review_kit.disk import known_tables
from review_kit.model import Cell, Facts, Finding, Service, Severity

from . import facts as make

KNOWN = known_tables()
TODAY = date(2026, 11, 26)
COLUMNS = {"Area of support": 2, "Provider": 3, "Frequency": 4, "Impact": 5}


def found(*services: Service) -> list[Finding]:
    """What is found of entries, in their order."""
    return make.found(CHECK, Facts(make.register(*services, columns=COLUMNS), TODAY, known=KNOWN))


def told(text: str, column: str = "Impact") -> list[str]:
    """The letters that are told of one cell."""
    return [dict(f.basis)["text"] for f in found(make.service(values={column: text}))]


@pytest.mark.parametrize(("text", "letters"), [
    ("PAs make referrals", ["PA"]), ("PA’s will complete", ["PA"]), ("needs associated with LD/ASC", ["LD", "ASC"]),
    ("access to EMH services", ["EMH"]), ("support from LCS", ["LCS"]), ("risk as assessed by YARE", ["YARE"]),
    ("YP are provided extra support", ["YP"]), ("the CCG Community Triage", ["CCG"]), ("Access to AMHS", ["AMHS"]),
    ("all MDT members", ["MDT"]), ("Referrals to PFA forum", ["PFA"]), ("a note to the QZX", ["QZX"]),
    ("funded by the DfE", ["DfE"]),
])
def test_letters_that_nothing_explains_are_told(text: str, letters: list[str]) -> None:
    """Those of the table in the table's own case, and others of two to four capitals."""
    assert told(text) == letters


@pytest.mark.parametrize("text", [
    "Register with a GP on the NHS", "Go to A&E", "a QR code", "the BBC, on TV, in the UK", "AS and when needed",
    "range of support INC mentoring", "ADHD", "HIV and STIs", "CV and ID", "Covid", "I can", "OK",
    "FREE swimming for those who want free swimming", "NHS MIDLANDS AND LANCASHIRE COMMISSIONING SUPPORT UNIT",
    "CALL THE TEAM NOW", "Open 9AM to 5PM", "DE1 2QY", "M1 1AA", "D2N2", "24/7", "LGBTQ+", "COVID-19", "TBC",
    "The Hive",
    "Personal Advisors (PAs) help. PAs refer", "DSR (Dynamic Support Register)",
    "personal adviser, or PA (personal adviser)",
    "SEND – special educational needs and disabilities", "CBT stands for cognitive behavioural therapy", "Ask YMCA",
])
def test_what_everybody_knows_or_the_words_explain_is_not_told(text: str) -> None:
    """Everyday letters, words in capitals, postcodes, names, and “words (ABC)” in all their forms."""
    assert told(text) == []


@pytest.mark.parametrize("text", ["GLL", "Respond, UCLH", "Thrive LDN", "Better / GLL"])
def test_letters_that_may_be_a_providers_name_are_left_alone(text: str) -> None:
    """A name need not be spelt out; one that the table knows is told all the same."""
    assert told(text, "Provider") == []
    assert told("DECC", "Provider") == ["DECC"]


def test_one_finding_for_the_whole_register_with_its_cells() -> None:
    """Twenty notes on “YP” would be twenty times the same."""
    first, second = make.service(row=4, impact="For YP"), make.service(row=7, impact="YP and more YP", frequency="YP")
    finding, = found(first, second)
    assert finding.what_we_saw == "“YP” stands in 3 cells, and nothing before it says what it means."
    assert finding.cell == Cell("Services", 4, 5)
    assert finding.service is first
    assert "Services!E4, Services!D7, Services!E7" in finding.evidence
    assert finding.severity is Severity.NOTE


def test_an_explanation_holds_for_its_row_and_for_what_comes_after() -> None:
    """Who reads from the top has met the letters by then."""
    before, at, after = (make.service(row=row, name=name) for row, name in (
        (2, "PAs help"), (3, "Personal advisers (PAs)"), (4, "Ask your PA")))
    assert [str(f.cell) for f in found(before, at, after)] == ["Services!B2"]
    assert found(at, after) == []
    within = make.service(frequency="PAs refer", values={"In plain words": "Your personal adviser (PA) helps."})
    assert found(within) == []


@pytest.mark.parametrize(("letters", "do"), [
    ("EMH", "Write “emotional and mental health (EMH)” where it first stands, or say it in full each time."),
    ("AMHP", ("Say which is meant, “approved mental health professional” or “advanced mental health practitioner”, and "
              "write it in full where it first stands.")),
    ("YARE", "Find out what it stands for, and write that in full where it first stands."),
])
def test_what_it_may_stand_for_comes_from_the_table(letters: str, do: str) -> None:
    """With two meanings the lead must choose; with none, somebody must be asked."""
    finding, = found(make.service(impact=f"ask the {letters}"))
    assert finding.what_to_do == do


@pytest.mark.parametrize(("letters", "text", "fits"), [
    ("PA", "Personal Advisors", True), ("SEND", "special educational needs and disabilities", True),
    ("CAMHS", "Child and Adolescent Mental Health Services", True), ("EHCP", "education, health and care plan", True),
    ("DNHSFT", "Continuing Care Team", False), ("PA", "Derby Theatre", False), ("LAC", "the", False), ("GP", "Group",
    False),
])
def test_letters_are_read_out_of_the_words_before_them(letters: str, text: str, fits: bool) -> None:
    """Brackets after a name are no explanation unless the letters stand in the words."""
    assert stand_for(letters, text) is fits


def test_retired_entries_and_links_are_not_read() -> None:
    """What is not published explains nothing and needs no explanation; a page's title is not the council's word."""
    link = make.link("https://club.example/", as_written="QZX Home (club.example)")
    assert found(make.service(values={"Status": "retired"}, impact="QZX"),
                 make.service(link, values={"Provider": "QZX Home (club.example)"})) == []


def test_without_the_table_nothing_is_found() -> None:
    """Nobody could say which letters everybody knows."""
    assert make.found(CHECK, Facts(make.register(make.service(impact="For YP")), TODAY)) == []


def test_every_row_of_the_table_is_whole() -> None:
    """Each abbreviation stands once, with who knows it, a source and the day on which it was checked."""
    rows = KNOWN[TABLE]
    assert len({row["abbreviation"] for row in rows}) == len(rows)
    for row in rows:
        assert row["source"], row
        assert date.fromisoformat(row["checked_on"]), row
        assert row["known_by"] in {*NOT_TOLD, "workers"}, row
