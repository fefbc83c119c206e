"""contract-ends: a contract that has ended, or will before the entry's next review."""

from datetime import date

import pytest

from review_kit.checks._known_contracts import TABLE
from review_kit.checks.contract_ends import CHECK
from review_kit.dates import read_date
from review_kit.disk import known_tables
from review_kit.model import Cell, Facts, Finding, Service, Settings, Severity

from . import facts as make

TODAY = date(2026, 11, 26)
ROW = {"service": "Turning Tide", "names": "Turning Tide;turning-tide.example", "needs": "drug;alcohol",
"provider": "Tide CIC",
       "area": "Borchester; Borsetshire", "ends": "2027-03-31", "extension_until": "", "notice": "ocds-1", "note": "",
       "source": "https://notices.example/1", "checked_on": "2026-11-21", "confidence": "high"}  # fmt: skip
TIDE = make.service(make.link("https://turning-tide.example/"), name="Help with drugs and alcohol")


def found(*services: Service, council: str = "Borchester Council", today: date = TODAY, **row: str) -> list[Finding]:
    """What is found with one contract known."""
    of = make.register(*services, settings=Settings(council=council), columns={"Contract ends": 16})
    return make.found(CHECK, Facts(of, today, known={TABLE: (ROW | row,)}))


def written(ends: str, name: str = "Choir") -> list[Finding]:
    """What is found of an entry whose own column says when its contract ends."""
    return found(make.service(name=name, values={"Contract ends": ends}))


@pytest.mark.parametrize(("ends", "said"), [
    ("2027-03-31", "The contract for this service ends on 31 March 2027, before the entry's next review."),
    ("26/11/2026", "The contract for this service ends on 26 November 2026, before the entry's next review."),
    ("2026-11-25", "By “Contract ends”, the contract for this service ended on 25 November 2026."),
])
def test_the_registers_own_day_is_told_at_its_cell(ends: str, said: str) -> None:
    """A day that has passed is a caution too: the date may be old while the service goes on."""
    finding, = written(ends)
    assert finding.what_we_saw == said
    assert finding.cell == Cell("Services", 2, 16)
    assert finding.answer_in == "Contract ends"
    assert finding.severity is Severity.CAUTION


@pytest.mark.parametrize("ends", ["", "2027-11-26", "2031-03-31", "next spring", "31/02/2027", "2027"])
def test_a_day_after_the_next_review_and_no_day_are_fine(ends: str) -> None:
    """What cannot be read is told by date-not-readable."""
    assert written(ends) == []


def test_a_crisis_service_is_reviewed_sooner() -> None:
    """Its contract's end is told when its own next review comes after it."""
    assert written("2027-03-31")
    assert not written("2027-03-31", "Crisis line")
    assert written("2027-02-25", "Crisis line")


def test_a_contract_that_we_know_of_is_told_with_its_source() -> None:
    """The entry says nothing, and the table knows the end."""
    finding, = found(TIDE)
    assert finding.what_we_saw == ("The contract that we know of for Turning Tide ends on 31 March 2027, before the "
                                   "entry's next review.")
    assert "https://notices.example/1, looked at on 2026-11-21; confidence high" in finding.evidence
    assert finding.cell == TIDE.cell
    assert dict(finding.basis) == {"text": "Turning Tide: 2027-03-31", "provider": TIDE.provider}


@pytest.mark.parametrize(("ends", "extension", "said"), [
    ("2025-03-14", "2027-03-14", "ended on 14 March 2025, or ends on 14 March 2027 if it was extended."),
    ("2027-03-14", "2029-03-14", "ends on 14 March 2027, or ends on 14 March 2029 if it was extended."),
    ("2024-03-14", "2026-03-14", "ended on 14 March 2026 at the latest."), ("2026-03-14", "",
    "ended on 14 March 2026."),
])
def test_an_extension_that_may_have_been_taken_is_said(ends: str, extension: str, said: str) -> None:
    """What is not known is not claimed."""
    finding, = found(TIDE, ends=ends, extension_until=extension)
    assert finding.what_we_saw.endswith(said)


def test_a_row_that_is_not_sure_is_a_note() -> None:
    """Doubt is said more quietly."""
    assert found(TIDE, confidence="low")[0].severity is Severity.NOTE


@pytest.mark.parametrize(("service", "row"), [
    (TIDE, {"ends": "2027-11-26"}), (TIDE, {"ends": "2030-01-01", "extension_until": "2031-01-01"}),
    (TIDE, {"ends": "soon"}), (TIDE, {"names": "Tide"}), (TIDE, {"needs": "housing"}), (TIDE, {"names": " ; "}),
    (make.service(name="Turning Tides choir, no drugs"), {}), (make.service(name="Turning Tide swimming"), {}),
    (make.service(impact="As good as Turning Tide for drugs"), {}),
    (make.service(name="Turning Tide drug service", values={"Contract ends": "2029-03-31"}), {}),
    (make.service(name="Turning Tide drug service", values={"Contract ends": "spring"}), {}),
])
def test_another_service_and_a_later_end_are_left_alone(service: Service, row: dict[str, str]) -> None:
    """The name must stand whole in what the entry offers, with a word of its subject; the register's own day wins."""
    assert found(service, **row) == []


@pytest.mark.parametrize(("council", "others", "told"), [
    ("Borchester Council", (), True), ("Kestrelshire Council", (), False), ("", (), False),
    ("", (make.service(name="Borchester choir", row=3), make.service(impact="In Borsetshire", row=4)), True),
    ("Kestrelshire Council", (make.service(name="Borchester choir", row=3),), False),
])
def test_a_contract_of_another_place_is_not_told(council: str, others: tuple[Service, ...], told: bool) -> None:
    """The council's name decides; without it, two entries that speak of the place do."""
    assert bool(found(TIDE, *others, council=council)) is told


def test_an_entry_that_names_the_place_itself_is_of_it() -> None:
    """A county's register may hold a city's service."""
    entry = make.service(name="Turning Tide drug service", values={"Area": "Borchester"})
    assert found(entry, council="Kestrelshire Council")


@pytest.mark.parametrize(("name", "provider_link", "today", "told"), [
    ("Free online counselling", "https://www.kooth.com/", TODAY, True),
    ("Free online counselling", "https://www.kooth.com/", date(2025, 11, 26), True),
    ("DECC consultations", "https://club.example/", TODAY, False),
    ("DECC Coordination and Advisory Team", "https://club.example/", TODAY, True),
    ("Talking therapies", "https://www.vitahealthgroup.co.uk/", TODAY, False),
    ("Talking therapies", "https://www.vitahealthgroup.co.uk/", date(2027, 8, 1), True),
    ("Drug and alcohol support", "https://www.cranstoun.org/", date(2028, 5, 1), True),
    ("Cranstoun choir", "https://club.example/", date(2028, 5, 1), False),
])
def test_the_contracts_of_derby_and_derbyshire(name: str, provider_link: str, today: date, told: bool) -> None:
    """The shipped table knows when they end, and says nothing before it matters."""
    of = make.register(make.service(make.link(provider_link), name=name),
    settings=Settings(council="Derby City Council"))
    assert bool(make.found(CHECK, Facts(of, today, known=known_tables()))) is told


def test_every_row_of_the_table_is_whole() -> None:
    """Each names a service, its end, its notice, a source, the day on which it was checked and how sure it is."""
    for row in known_tables()[TABLE]:
        assert all(row[column] for column in ("service", "names", "notice", "source", "note")), row
        ends, latest = read_date(row["ends"]), read_date(row["extension_until"])
        assert ends, row
        assert latest is None or latest > ends, row
        assert date.fromisoformat(row["checked_on"]), row
        assert row["confidence"] in {"high", "medium", "low"}, row
