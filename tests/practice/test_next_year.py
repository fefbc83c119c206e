"""The year after: what last year's facts make of this year's pages, from end to end on the practice web."""

import csv
import os
from pathlib import Path

import pytest

from review_kit import steps
from review_kit.model import Review, Verdict
from review_kit.practice import NEXT_YEAR, practice_review
from review_kit.reports.parts.since import since

KEPT = Path(__file__).parent / "next_year"
"""What the second year's review wrote when it was last looked at. REVIEW_KIT_RENEW=1 writes it anew."""
WRITTEN = ("links.csv", "findings.csv", "review.html")


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Review]:
    """Two reviews, a year apart, of one register: the folder, and the second one."""
    folder = tmp_path_factory.mktemp("link_reports")
    for day in (None, NEXT_YEAR):
        with practice_review(today=day) as practice:
            out = folder / practice.today.isoformat()
            register = steps.open_register(practice.register)
            review = steps.check(steps.visit(register, out, today=practice.today, network=practice.network),
                                 practice=True)
            steps.write_reports(review, out)
    if os.environ.get("REVIEW_KIT_RENEW"):
        KEPT.mkdir(exist_ok=True)
        for name in WRITTEN:
            (KEPT / name).write_bytes((out / name).read_bytes())
    return folder, review


def told(review: Review, host: str) -> tuple[Verdict, str, str]:
    """What the link of a host is told, by which check, with which evidence."""
    (one,) = [told for told in review.links if host in told.link.url]
    return one.verdict, one.finding.check if one.finding else "", one.finding.evidence if one.finding else ""


def test_a_redesigned_page_stays_working(reviews: tuple[Path, Review]) -> None:
    """Another look and other sentences about the same service are no change."""
    assert told(reviews[1], "bridgewell.example")[:2] == (Verdict.WORKING, "")


def test_a_page_whose_subject_changed_is_changed(reviews: tuple[Path, Review]) -> None:
    """Little of last year's page is left and nothing of the service: the evidence names last year's day and title."""
    verdict, check, evidence = told(reviews[1], "digital-bridge.example")
    assert (verdict, check) == (Verdict.CHANGED, "link-other-subject")
    assert "Compared with the page of 2026-03-02, titled “Laptop loan - Digital Bridge”" in evidence


def test_another_subject_on_the_providers_own_site_is_for_a_person(reviews: tuple[Path, Review]) -> None:
    """The provider's name is still there, so a program cannot be sure; it is not called working either."""
    verdict, check, evidence = told(reviews[1], "penny-wise.example")
    assert (verdict, check) == (Verdict.BY_HAND, "link-subject-in-doubt")
    assert "Compared with the page of 2026-03-02" in evidence


def test_the_report_says_what_is_new_still_broken_and_mended(reviews: tuple[Path, Review]) -> None:
    """Each link that went bad, stayed bad or came back since last year, once."""
    found = since(reviews[1])
    assert found.on == "2026-03-02"

    def hosts(links: tuple[object, ...]) -> set[str]:
        return {(link.link.url or link.link.as_written).split("/")[2] for link in links}  # type: ignore[attr-defined]
    assert hosts(found.new) == {"dentists-kestrelshire.example", "digital-bridge.example"}
    assert hosts(found.mended) == {"boathouse-youth.example"}
    assert hosts(found.still) == {"talking-kestrelshire.example", "www.turning-tide.example", "worry-line.example",
                                  "good-food-kitchen.example", "studio-nine.example", "stepping-stones.example"}


def test_a_page_judged_changed_is_nobodys_baseline(reviews: tuple[Path, Review]) -> None:
    """What took a lapsed name over last year is not what this year's page is compared with."""
    baseline = reviews[1].facts.earlier.baseline
    assert "https://worry-line.example/text-us" not in baseline
    assert "https://bridgewell.example/key-workers" in baseline


@pytest.mark.parametrize("name", WRITTEN)
def test_the_second_year_is_the_same_on_every_run(reviews: tuple[Path, Review], name: str) -> None:
    """Each report of the second year is, byte for byte, the one that was looked at."""
    assert (reviews[0] / NEXT_YEAR.isoformat() / name).read_bytes() == (KEPT / name).read_bytes()


def rows_of(path: Path) -> dict[str, str]:
    """Each link's words -> its verdict, by a `links.csv`."""
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {row["as_written"]: row["verdict"] for row in rows}


def test_most_of_the_web_is_as_it_was() -> None:
    """Four verdicts differ from last year's; every link has one."""
    before = rows_of(Path(__file__).parents[2] / "link_reports" / "practice" / "links.csv")
    now = rows_of(KEPT / "links.csv")
    assert now.keys() == before.keys()
    assert len([link for link in now if now[link] != before[link]]) == 4
