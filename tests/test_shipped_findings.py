"""What the kit finds in the register that is shipped with it, with no network: each finding marked by a review lead.

`data/shipped_findings.csv` holds every finding but those of link-not-checked, of which each link has one. A mark is
`worth` (worth a minute of a lead's time) or `noise` (wrong, or nobody would act on it), with the reason. Whoever made
the marks had read the offer and had not written the rules. `REVIEW_KIT_RENEW=1` writes the list anew: a mark stays
where the finding is the same, and what is new is `unmarked` until somebody has read it.
"""

import csv
import os
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from review_kit import steps
from review_kit.model import Finding
from review_kit.verdicts import judge

HERE = Path(__file__).parent
REGISTER = HERE.parent / "offer_register.xlsx"
LIST = HERE / "data" / "shipped_findings.csv"
DAY = date(2026, 11, 26)
SAME = ("cell", "check", "severity", "what_we_saw")
"""Two findings that agree in these are the same."""
COLUMNS = (*SAME, "mark", "reason")
SAID_ONCE = "service-overdue"
"""The report says it once, whatever the number of entries, so it counts as one finding."""

Row = dict[str, str]


def findings_of(register: Path, out: Path) -> list[Finding]:
    """What is found when no link could be asked, in the order of the list."""
    told = judge(steps.facts_of(steps.open_register(register), out, today=DAY))
    return sorted((one for one in told if one.check != "link-not-checked"),
                  key=lambda one: (one.cell.row, one.cell.column, one.check, one.what_we_saw, one.evidence))


def not_marked(finding: Finding) -> Row:
    """A finding as the list holds it before anybody has read it."""
    record = finding.record()
    return {**{name: record[name] for name in SAME}, "mark": "unmarked", "reason": ""}


def same(row: Row) -> tuple[str, ...]:
    """The columns by which a finding is known again."""
    return tuple(row[name] for name in SAME)


def read_list() -> list[Row]:
    """The list as it was marked."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def with_marks(new: Sequence[Row], old: Sequence[Row]) -> list[Row]:
    """The new list with the old marks; of findings that look the same, only while none comes or goes."""
    number, before = Counter(map(same, new)), Counter(map(same, old))
    left = {known: [row for row in old if same(row) == known] for known in before}
    return [left[same(row)].pop(0) if number[same(row)] == before[same(row)] else row for row in new]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """The findings on the shipped register; where a council's review has written to it, these tests say nothing."""
    workbook = openpyxl.load_workbook(REGISTER)
    if workbook["Change log"].max_row > 1 and not os.environ.get("REVIEW_KIT_ALL_TESTS"):
        pytest.skip("a review has changed offer_register.xlsx since it was shipped")
    return findings_of(REGISTER, tmp_path_factory.mktemp("review"))


@pytest.fixture(scope="module")
def listed(found: list[Finding]) -> list[Row]:
    """The marked list, written anew first if that is asked for."""
    if os.environ.get("REVIEW_KIT_RENEW"):
        rows = with_marks([not_marked(one) for one in found], read_list() if LIST.exists() else ())
        with LIST.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return read_list()


def test_the_list_is_whole(found: list[Finding], listed: list[Row]) -> None:
    """Each finding stands in the list and nothing else does, so a new one and a lost one are both seen."""
    assert [same(row) for row in listed] == [same(not_marked(one)) for one in found]


def test_each_finding_was_read(listed: list[Row]) -> None:
    """Each has one of the two marks, and a reason."""
    assert [same(row) for row in listed if row["mark"] not in {"worth", "noise"} or not row["reason"]] == []


def test_under_one_in_ten_is_noise(listed: list[Row]) -> None:
    """A lead who is sent on errands for nothing stops reading."""
    own = [row for row in listed if row["check"] != SAID_ONCE]
    once = [row for row in listed if row["check"] == SAID_ONCE]
    noise = [row for row in own if row["mark"] == "noise"] + [row for row in once if row["mark"] == "noise"][:1]
    number = len(own) + bool(once)
    assert len(noise) * 10 < number, f"{len(noise)} of {number}: {[(row['cell'], row['check']) for row in noise]}"


@pytest.mark.parametrize(("cell", "check", "words"), [
    ("B25", "phone-written-differently", ("0800 0280077", "0800 028 0077", "Services!B25", "Services!B26")),
    ("C29", "email-of-one-person", ("karen.wilson71@nhs.net",)),
    ("N30", "email-of-one-person", ("CharlieFields@affinitytrust.org",)),
    ("D2", "wording-ages", ("“Monthly moving to bi-monthly”",)),
    ("E2", "wording-ages", ("“Will move towards enabling PAs",)),
    ("D32", "wording-ages", ("awaiting confirmation of roll out into Derby City”",)),
    ("C19", "name-outdated", ("Aquarius", "Change Grow Live", "Cranstoun", "1 April 2026")),
    ("C23", "name-outdated", ("Trent PTS", "Vita Health Group", "1 July 2025")),
    ("B24", "name-outdated", ("Talking Mental Health Derbyshire", "Vita Health Group", "1 July 2025")),
    ("C21", "link-without-address", ("Home - Kooth",)),
    ("B25", "link-host-only", ("Safe Haven - Derby Life Links", "derbycitylifelinks.org.uk")),
    ("B26", "link-host-only", ("Telephone support for Derbyshire people", "derbyshirehealthcareft.nhs.uk")),
    ("C32", "link-host-only", ("HOME | Mysite (dfmh.co.uk)",)),
])  # fmt: skip
def test_what_is_known_to_be_wrong_is_found(cell: str, check: str, words: tuple[str, ...], found: list[Finding],
                                            listed: list[Row]) -> None:
    """What a reader of the offer knows to be stale or missing is found where it stands, and is worth the minute."""
    told = [one for one in found if (str(one.cell), one.check) == (f"Services!{cell}", check)]
    assert len(told) == 1
    text = f"{told[0].what_we_saw} {told[0].what_to_do} {told[0].evidence}"
    assert [each for each in words if each not in text] == []
    assert [row["mark"] for row in listed if (row["cell"], row["check"]) == (f"Services!{cell}", check)] == ["worth"]


def test_the_commissioning_support_unit_is_a_question(found: list[Finding]) -> None:
    """That these units close was announced and not seen to have happened, so it is asked and not stated."""
    told = [one for one in found if "Commissioning Support Unit" in one.what_we_saw]
    assert [(str(one.cell), one.check, one.severity.word) for one in told] == [
        ("Services!C29", "name-outdated", "note")]  # fmt: skip
    assert told[0].what_we_saw.endswith("?")
    assert told[0].what_to_do.endswith("?")


def test_rows_for_staff_are_found(found: list[Finding], tmp_path: Path) -> None:
    """Four rows are for workers: three say so under Audience, and all four are found where nothing is said there."""
    assert [one.cell.row for one in found if one.check == "staff-only-row"] == [27]
    workbook = openpyxl.load_workbook(REGISTER)
    sheet = workbook["Services"]
    audience = next(cell.column for cell in sheet[1] if cell.value == "Audience")
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, audience).value = None
    workbook.save(tmp_path / "register.xlsx")
    again = findings_of(tmp_path / "register.xlsx", tmp_path / "review")
    assert [one.cell.row for one in again if one.check == "staff-only-row"] == [2, 3, 4, 27]
