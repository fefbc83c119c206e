"""Tables as councils keep them: any order of columns, headings as rows, merged cells, empty rows, notes."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from review_kit.errors import RegisterError
from review_kit.model import Register, Severity, Workbook
from review_kit.rows import read_register

from .build import HEADER, book, cell, sheet, workbook

PLAIN = HEADER[1:]


def read(*rows: Sequence[str], merged: Sequence[tuple[int, int, int, int]] = ()) -> Register:
    """The register of one sheet."""
    return read_register(book(*rows, merged=merged))


def service(name: str, *, section: str = "Health") -> tuple[str, ...]:
    """A full row with a section."""
    return (section, name, f"{name} provider", "Weekly", "Better")


def plain(name: str) -> tuple[str, ...]:
    """A full row of a table without the column Section."""
    return service(name)[1:]


def named(register: Register) -> list[tuple[str, str]]:
    """Each service with its section."""
    return [(one.section, one.name) for one in register.services]


def told(register: Register) -> list[tuple[str, str]]:
    """Each reading problem with its cell."""
    return [(one.check, str(one.cell)) for one in register.problems]


def test_a_plain_register_is_read() -> None:
    """The five published columns make a whole register."""
    register = read(HEADER, service("Talking"))
    [one] = register.services
    assert (one.section, one.name, one.provider, one.frequency, one.impact) == (
        "Health", "Talking", "Talking provider", "Weekly", "Better")
    assert (str(one.cell), register.header_row, register.sheet) == ("Services!B2", 1, "Services")
    assert register.columns == {name: place for place, name in enumerate(HEADER, 1)}


@pytest.mark.parametrize("header", [
    ("SECTION", "area of support", "PROVIDER", "frequency", "impact"),
    ("Section:", "Area\u00a0of\nsupport", " Provider :", "Frequency*", "Impact "),
    ("Section", "Area  of  Support", "Service provider", "How often", "Outcome"),
    ("Theme", "Service", "Who provides it", "How often?", "What difference it makes"),
    ("Section", "Area", "Provider", "Frequency", "Impact"),
    ("Category", "What support", "Delivered by", "When", "Benefits"),
])
def test_headers_are_forgiven_their_spelling(header: tuple[str, ...]) -> None:
    """Case, spaces, line breaks, colons and the usual other names make no difference."""
    assert tuple(read(header, service("Talking")).columns) == HEADER


def test_the_published_name_wins_over_its_synonym() -> None:
    """`Area` beside `Area of support` is where the service is to be had; `Service` is then a column of its own."""
    register = read((*HEADER, "Area", "Service"), (*service("Talking"), "Derby", "S1"))
    assert register.services[0].name == "Talking"
    assert (register.services[0].value("Area"), register.services[0].value("Service")) == ("Derby", "S1")


def test_columns_that_nobody_knows_are_kept() -> None:
    """Every column's text is in the service's values, one without a header by its letters; links there count."""
    register = read((*HEADER, "Lead\nofficer"), (*service("Talking"), "Jo", "", "see www.example.org"))
    assert register.services[0].value("Lead officer") == "Jo"
    assert register.services[0].value("Column H") == "see www.example.org"
    assert [str(link.cell) for _, link in register.links] == ["Services!H2"]


def test_the_review_s_own_columns_are_not_searched() -> None:
    """Evidence, owners and the mailbox for confirmations are not published, so their links and mails do not count."""
    own = ("Evidence", "Assured by", "Entry owner", "Confirm with", "Service ID")
    register = read((*HEADER, *own, "Where"),
                    (*service("Talking"), "https://a.example", "b@example.org", "Dr Ana Roe", "c@example.org",
                     "01332640777", "www.d.example"))
    assert [link.as_written for _, link in register.links] == ["www.d.example"]
    assert register.contacts == ()


def test_a_header_further_down_is_found() -> None:
    """A title, a note and empty rows may stand above the header."""
    register = read(("The health offer",), (), ("Reviewed each year",), HEADER, service("Talking"))
    assert (register.header_row, named(register)) == (4, [("Health", "Talking")])
    assert register.problems == ()


def test_heading_rows_give_the_section() -> None:
    """A row with one filled cell above services is their section."""
    register = read(PLAIN, ("Mental health",), plain("Talking"), plain("Listening"), ("Body",), plain("Running"))
    assert named(register) == [("Mental health", "Talking"), ("Mental health", "Listening"), ("Body", "Running")]
    assert register.problems == ()


def test_headings_with_the_header_repeated_under_each() -> None:
    """The shape of the published document: the first heading stands above the first header."""
    register = read(("Mental health",), PLAIN, plain("Talking"), (), ("Body",), PLAIN, plain("Running"))
    assert named(register) == [("Mental health", "Talking"), ("Body", "Running")]
    assert register.problems == ()


def test_headings_merged_across_the_table() -> None:
    """A merged row is a heading, and then a plain row with one filled cell is not."""
    register = read(PLAIN, ("Mental health",), plain("Talking"), ("Groups",), plain("Listening"), merged=[(2, 1, 2, 4)])
    assert named(register) == [
        ("Mental health", "Talking"), ("Mental health", "Groups"), ("Mental health", "Listening")]
    assert told(register) == [("row-unclear", "Services!A4")]


def test_column_and_headings_together() -> None:
    """Where a row's own Section is empty, the heading above it counts."""
    register = read(HEADER, ("Mental health",), service("Talking", section=""), service("Running", section="Body"),
                    service("Swimming", section=""))
    assert named(register) == [("Mental health", "Talking"), ("Body", "Running"), ("Body", "Swimming")]


def test_a_value_merged_down_belongs_to_each_row() -> None:
    """Section and provider may be merged over several services; each has them, and the link in them."""
    rows = (HEADER, ("Health", "Talking", "Kooth www.example.org", "Weekly", "Better"),
            ("", "Running", "", "Daily", "Fit"), ("", "Swimming", "Pool", "Daily", "Fit"))
    register = read(*rows, merged=[(2, 1, 4, 1), (2, 3, 3, 3)])
    assert named(register) == [("Health", "Talking"), ("Health", "Running"), ("Health", "Swimming")]
    assert [one.provider for one in register.services] == ["Kooth www.example.org", "Kooth www.example.org", "Pool"]
    assert [(one.name, str(link.cell)) for one, link in register.links] == [
        ("Talking", "Services!C2"), ("Running", "Services!C2")]


def test_an_area_merged_down_is_two_services_in_their_own_rows() -> None:
    """Two providers of one area are two services, each at its own row."""
    register = read(HEADER, service("Talking"), ("Health", "", "Another", "Daily", "Well"), merged=[(2, 2, 3, 2)])
    assert [(one.name, one.provider, str(one.cell)) for one in register.services] == [
        ("Talking", "Talking provider", "Services!B2"), ("Talking", "Another", "Services!B3")]


def test_empty_rows_end_nothing() -> None:
    """A row after empty ones still counts."""
    register = read(HEADER, service("Talking"), (), ("  ", "\u00a0"), (), service("Running"))
    assert [one.name for one in register.services] == ["Talking", "Running"]


@pytest.mark.parametrize("note", ["Last updated: March 2025", "* on request", "For more information see the website.",
                                  "Source: the council"])
def test_a_note_below_the_table_is_told_not_lost(note: str) -> None:
    """Text below the last service that looks like a note is none, and the lead hears of it."""
    register = read(HEADER, service("Talking"), ("", note))
    assert [one.name for one in register.services] == ["Talking"]
    assert told(register) == [("row-unclear", "Services!B3")]
    assert register.problems[0].severity is Severity.NOTE
    assert register.problems[0].evidence == note


def test_in_doubt_a_row_is_a_service() -> None:
    """A name alone right below the last service is kept as a service, and the lead hears of it."""
    register = read(HEADER, service("Talking"), ("", "Running"))
    assert named(register) == [("Health", "Talking"), ("Health", "Running")]
    assert told(register) == [("row-unclear", "Services!B3")]


def test_a_row_without_an_area_of_support_is_kept() -> None:
    """Nothing is lost, and the lead hears which cell to fill."""
    register = read(HEADER, service("Talking"), ("Health", "", "Kooth", "Weekly", "Better"))
    assert register.services[1].name == "(no area of support)"
    assert told(register) == [("row-unclear", "Services!B3")]


def test_a_heading_without_services_is_told() -> None:
    """A line of the Section column under which nothing stands is not lost silently."""
    register = read(HEADER, ("Body",), service("Talking"))
    assert named(register) == [("Health", "Talking")]
    assert told(register) == [("row-unclear", "Services!A2")]


def test_a_header_repeated_in_other_words_is_no_service() -> None:
    """Tables pasted from several documents say their headers anew."""
    again = ("", "Service", "Who provides it", "How often", "Outcome")
    register = read(HEADER, service("Talking"), again, service("Running"))
    assert [one.name for one in register.services] == ["Talking", "Running"]


def test_links_outside_the_services_are_told() -> None:
    """A link in a title, heading or note belongs to no service; it is not skipped in silence."""
    register = read(("The offer – www.example.org",), HEADER, service("Talking"), (),
                    ("Last updated by jane@example.org",))
    assert ("link-outside-services", "Services!A1") in told(register)
    assert ("link-outside-services", "Services!A5") in told(register)


def test_one_heading_above_the_header_is_every_service_s_section() -> None:
    """Without a column Section the line above the table is taken, and the lead hears of it."""
    register = read(("Health offer",), PLAIN, plain("Talking"))
    assert named(register) == [("Health offer", "Talking")]
    assert told(register) == [("row-unclear", "Services!A3")]


def test_services_above_the_first_heading_are_told() -> None:
    """A service without a section is kept."""
    register = read(PLAIN, plain("Talking"), ("Body",), plain("Running"))
    assert named(register) == [("", "Talking"), ("Body", "Running")]
    assert told(register) == [("row-unclear", "Services!A2")]


def test_a_cell_that_could_not_be_read_is_told_and_the_rest_goes_on() -> None:
    """The reader's words stand in the finding, with the cell."""
    whole = sheet([HEADER, service("Talking"), service("Running")])
    bad = replace(whole.rows[2][3], text="#REF!", problem="the formula points nowhere")
    rows = {**whole.rows, 2: {**whole.rows[2], 3: bad}}
    register = read_register(workbook(replace(whole, rows=rows)))
    assert len(register.services) == 2
    assert told(register) == [("cell-unreadable", "Services!C2")]
    assert "the formula points nowhere" in register.problems[0].what_we_saw


def test_a_repeated_column_is_told_and_kept() -> None:
    """The first counts; the second keeps its text under a name of its own."""
    register = read((*HEADER, "Provider"), (*service("Talking"), "Another"))
    assert register.services[0].provider == "Talking provider"
    assert register.services[0].value("Provider (2)") == "Another"
    assert told(register) == [("column-repeated", "Services!F1")]


def test_a_name_with_a_bar_is_a_name() -> None:
    """An Area of support such as "Living Well | Derby" is no lost link; beside other words a title is one."""
    register = read(HEADER, ("Health", "Living Well | Derby", "Kooth\n\nHome - Kooth", "Weekly", "Better"))
    assert [link.as_written for _, link in register.links] == ["Home - Kooth"]


@pytest.mark.parametrize(("given", "words"), [
    (book(HEADER[:4], service("Talking")[:4]), ("offer.xlsx", "Services", "no column Impact", "Frequency", "add it")),
    (book(("Section", "Area of support"), ("a", "b")), ("no columns Provider, Frequency and Impact",)),
    (book(PLAIN, plain("Talking")), ("no column Section",)),
    (book(HEADER), ("no services", "row 1")),
    (book(HEADER, (), ("", "Last updated 2025")), ("no services",)),
    (book(("a", "b"), ("c", "d")), ("no header row",)),
    (book(), ("offer.xlsx is empty",)),
    (workbook(), ("offer.xlsx is empty",)),
    (workbook(sheet([]), sheet([HEADER], name="Other")), ("sheet Services of offer.xlsx is empty",)),
], ids=lambda value: value[0] if isinstance(value, tuple) else "")
def test_what_is_no_register_is_refused_in_one_plain_sentence(given: Workbook, words: tuple[str, ...]) -> None:
    """The message names the file, the sheet, what is missing, what is there and what to do next."""
    with pytest.raises(RegisterError) as refusal:
        read_register(given)
    message = str(refusal.value)
    assert all(word in message for word in words)
    assert message.endswith(".")
    assert "\n" not in message


def test_cells_are_built_as_the_reader_builds_them() -> None:
    """The builder of these tests places a cell where it says."""
    assert str(cell("x").cell) == "Services!C2"
