"""The order of harm."""

from review_kit.model import Severity, Verdict
from review_kit.reports.order import findings_by_harm
from review_kit.reports.parts.groups import groups

from . import reviews


def test_findings_stand_by_severity_then_harm_then_register() -> None:
    """Severity first, then crisis services, then the register's order; what is about no service stands last."""
    found = findings_by_harm(reviews.every_verdict())
    assert [finding.severity for finding in found] == sorted((f.severity for f in found), reverse=True)
    assert [f.service.name[:5] for f in found if f.service and f.severity is Severity.BROKEN] == ["Art g", "Quiet"]
    assert found[-1].service is None


def test_crisis_service_stands_before_an_earlier_row_of_the_same_severity() -> None:
    """Among equals a crisis service comes first, although the register holds it later."""
    rows = (reviews.service(2, "Choir", "https://a.example/"), reviews.service(3, "Crisis line", "https://b.example/"))
    review = reviews.review(rows, tuple(reviews.told(row, Verdict.BROKEN, Severity.BROKEN) for row in rows))
    assert [f.service.name for f in findings_by_harm(review) if f.service] == ["Crisis line", "Choir"]
    assert [group.service.name for group in groups(review) if group.service] == ["Crisis line", "Choir"]


def test_every_finding_stands_in_one_group_under_its_own_number() -> None:
    """Grouping loses no finding that tells something, doubles none, and numbers them from 1 in reading order."""
    review = reviews.every_verdict()
    numbered = [item for group in groups(review) for item in group.found]
    assert [item.number for item in numbered] == list(range(1, len(numbered) + 1))
    told = {id(finding) for finding in review.findings if finding.verdict is not Verdict.NOT_CHECKED}
    assert {id(item.finding) for item in numbered} == told


def test_unchecked_links_do_not_bury_what_was_found() -> None:
    """Without a network each link is told once, in the table of links, and `findings.csv` still holds them all."""
    review = reviews.no_network()
    assert groups(review) == ()
    assert len(findings_by_harm(review)) == 2


def test_two_rows_with_one_key_stay_two_groups() -> None:
    """Rows that share a key, as copies do, are still told apart by their cell."""
    rows = tuple(reviews.replace(reviews.service(row, "Choir", "https://a.example/"), key="same") for row in (2, 3))
    review = reviews.review(rows, tuple(reviews.told(row, Verdict.BROKEN, Severity.BROKEN) for row in rows))
    assert [group.service.cell.row for group in groups(review) if group.service] == [2, 3]
