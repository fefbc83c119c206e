"""promise-not-kept: an entry that promises what it does not hold."""

from datetime import date

import pytest

from review_kit.checks._promises import KEEPS, TABLE, _pattern
from review_kit.checks.promise_not_kept import CHECK, KEPT_BY
from review_kit.disk import known_tables
from review_kit.model import Facts, Finding, Link, Service, Severity, Written

from . import facts as make

KNOWN = known_tables()
TODAY = date(2026, 11, 26)


def of(service: Service) -> list[Finding]:
    """What is found of one entry."""
    return make.found(CHECK, Facts(make.register(service), TODAY, known=KNOWN))


def found(text: str, *links: Link, column: str = "Impact", **more: object) -> list[Finding]:
    """What is found of a sentence in a column."""
    values = {column: text, **more.pop("values", {})}  # type: ignore[dict-item]
    return of(make.service(*links, values=values, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "missing", "answer"), [
    ("PAs to be given information on accessing these", "no word on it", "How to get it"),
    ("PAs have information on how to access", "no word on it", "How to get it"),
    ("As per information provided", "no such information", "How to get it"),
    ("AS and when needed, where YP meet eligibility criteria", "no criteria", "Who it is for"),
    ("As and when needed in line with eligibility criteria", "no criteria", "Who it is for"),
    ("Where YP meet criteria – awaiting confirmation", "no criteria", "Who it is for"),
    ("Eligibility criteria apply", "no criteria", "Who it is for"),
    ("Contact details to follow", "no such details", "How to get it"), ("Opticians, see attached list",
    "no attachment", "Impact"),
    ("Referral form attached", "no attachment", "Impact"), ("Click here to book", "no link", "Impact"),
    ("See our website", "no link", "Impact"), ("Scan the QR code", "no link", "Impact"),
    ("Call us on weekdays", "no number or address", "How to get it"), ("[insert number]", "nothing filled in",
    "Impact"),
    ("This leaflet is available at [website]", "nothing filled in", "Impact"), ("As above",
    "nothing for it to point at", "Impact"),
])
def test_a_promise_of_what_is_nowhere_in_the_row_is_told(text: str, missing: str, answer: str) -> None:
    """What is missing is named, and the column is named in which the answer goes."""
    finding, = found(text)
    assert finding.what_we_saw.startswith("The entry says “")
    assert finding.what_we_saw.endswith(f"”, and gives {missing}.")
    assert finding.answer_in == answer
    assert finding.basis == (("text", text),)


def test_only_what_points_elsewhere_in_the_table_is_a_note() -> None:
    """An entry that promises criteria or a number and gives none shuts people out."""
    assert found("As above")[0].severity is Severity.NOTE
    assert found("Where YP meet criteria")[0].severity is Severity.CAUTION


@pytest.mark.parametrize("values", [
    {"Age from": "16"}, {"Age to": "25"}, {"Who it is not for": "Those in custody"}, {"Who it is for": "Aged 16 to 25"},
    {"Who it is for": "Young people with a learning disability; others who meet criteria"},
    {"How to get it": "Open to residents of Borchester"}, {"In plain words": "For people over 18"},
])
def test_criteria_that_are_stated_keep_the_promise(values: dict[str, str]) -> None:
    """An age, a condition or a place in any column of the row."""
    assert found("Where YP meet eligibility criteria", values=values) == []


@pytest.mark.parametrize("who", [
    "Young people who meet criteria", "Those who are eligible",
    "Young people who meet eligibility criteria, including some who might not meet criteria for Adult Teams",
])
def test_criteria_that_are_only_mentioned_again_do_not(who: str) -> None:
    """“Young people who meet criteria” says no more under another heading."""
    assert found("Where YP meet eligibility criteria", values={"Who it is for": who})


@pytest.mark.parametrize(("text", "links", "more"), [
    ("Click here to book", (make.link(),), {}), ("See our website", (make.link(),), {}),
    ("Scan the QR code", (make.link(),), {}), ("Call us on weekdays", (), {"contacts": [make.phone()]}),
    ("Email us", (make.link(),), {}), ("Contact details to follow", (), {"contacts": [make.email()]}),
    ("As per information provided", (), {"contacts": [make.phone()]}),
    ("PAs have information on how to access", (), {"values": {"How to get it": "Book through your team manager"}}),
    ("Times are below\nMondays 2pm to 4pm", (), {}),
    ("Click here to book", (make.link(as_written="Click here", written=Written.BEHIND_TEXT),), {}),
])
def test_a_promise_that_the_row_keeps_is_fine(text: str, links: tuple[Link, ...], more: dict[str, object]) -> None:
    """A link, a number or a way in, wherever it stands in the row; what is “below” may stand in the same cell."""
    assert found(text, *links, **more) == []


def test_a_label_with_nothing_after_it() -> None:
    """“Tel:” at the end of a cell is a number that was never put in."""
    finding, = found("Drop in at the Hub\nTel:")
    assert finding.what_we_saw == "The entry says “Tel”, and gives nothing after it."
    assert finding.answer_in == ""
    assert found("Website:\nhttps://club.example/x") == []
    assert found("Tel: 03069 990123", contacts=[make.phone()]) == []


@pytest.mark.parametrize("text", [
    "EMH services where they might not meet criteria for Adult Mental Health Teams",
    "Young people who may not meet the threshold for Adult Mental Health Services",
    "Support is offered where criteria for community and specialist NHS services are not met",
    "If you believe that your young person meets these needs, talk to your manager",
    "Young person has information on their health history and that of their family",
    "Information on healthy living", "You will be given information about counselling services that are local",
    "Supporting the development of secure attachments", "The clinic is attached to the hospital",
    "Recognition of attachment difficulties", "A letter will follow you to your new GP", "Easy to follow videos",
    "PAs support with this and keyworkers for accommodation", "You will be the allocated worker until 21, if eligible",
    "Refer through GP", "Contact your PA", "Your nurse will contact you", "Help to contact family and friends",
    "Follow up after three weeks", "The website shows films", "Free swimming", "Held monthly",
    "Visit us for a cup of tea",
    "In the area below the bridge", "Support links to local communities", "Criteria: aged 16 to 25",
])
def test_words_that_promise_nothing_that_is_missing(text: str) -> None:
    """Who falls short of another service's criteria, attachment as a need, and people who contact one another."""
    assert found(text) == []


def test_one_finding_for_each_promise_of_an_entry() -> None:
    """The same promise in two columns is one; two promises are two."""
    entry = make.service(frequency="Where YP meet criteria",
    impact="For YP who meet the criteria. See attached leaflet")
    assert [f.what_we_saw.rpartition("gives ")[2] for f in of(entry)] == ["no criteria.", "no attachment."]


def test_without_the_table_nothing_is_found() -> None:
    """The words are the table's, which people edit."""
    assert make.found(CHECK, Facts(make.register(make.service(impact="See attached")), TODAY)) == []


def test_every_row_of_the_table_is_whole() -> None:
    """Each has words, a source and the day of its check; what keeps a promise is something we can look for."""
    for row in KNOWN[TABLE]:
        assert row["source"], row
        assert date.fromisoformat(row["checked_on"]), row
        assert _pattern(row["cue"]).pattern.startswith("(?<!"), row
        if row["kind"] == "cue":
            assert row["promise"], row
            assert row["missing"], row
            assert row["to_do"].endswith("."), row
            assert set(row["kept_by"].split()) <= set(KEEPS), row
            assert row["kept_by"] in KEPT_BY, row
        else:
            assert row["reason"], row
