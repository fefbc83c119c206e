"""What earlier reviews hand on: the newest one's verdicts, and each address's last good visit."""

from datetime import date
from pathlib import Path

from review_kit.disk import FactFile, earlier_review
from review_kit.model import Purpose, Visit

GOOD, GONE, NEW = "https://good.example/", "https://gone.example/", "https://new.example/"


def review(reviews: Path, day: str, **verdicts: tuple[str, str]) -> None:
    """A review's folder with a visit and a verdict for each address."""
    folder = reviews / day
    with FactFile(folder) as file:
        for url, _ in verdicts.values():
            file.add(Visit(url, Purpose.REGISTERED, "a test", day, f"{day}T10:00:00Z", status=200, final_url=url))
    rows = "".join(f"{url},{verdict}\n" for url, verdict in verdicts.values())
    (folder / "links.csv").write_text(f"url,verdict\n{rows}", encoding="utf-8")


def test_the_newest_earlier_review_gives_the_verdicts(tmp_path: Path) -> None:
    """This year's own folder is not earlier; last year's is, and so is the day on which it was made."""
    review(tmp_path, "2024-11-21", good=(GOOD, "working"))
    review(tmp_path, "2025-11-21", good=(GOOD, "working"), gone=(GONE, "changed"))
    review(tmp_path, "2026-11-21", good=(GOOD, "broken"))
    earlier = earlier_review(tmp_path, before=date(2026, 11, 21))
    assert earlier.on == "2025-11-21"
    assert earlier.verdicts == {GOOD: "working", GONE: "changed"}


def test_the_baseline_is_the_newest_visit_that_was_judged_working(tmp_path: Path) -> None:
    """A page that was told to be changed is never what this year's is compared with; the year before may be."""
    review(tmp_path, "2024-11-21", gone=(GONE, "moved"), good=(GOOD, "working"))
    review(tmp_path, "2025-11-21", gone=(GONE, "changed"), good=(GOOD, "working"), new=(NEW, "by_hand"))
    baseline = earlier_review(tmp_path, before=date(2026, 11, 21)).baseline
    assert {url: visit.run for url, visit in baseline.items()} == {GONE: "2024-11-21", GOOD: "2025-11-21"}


def test_the_baseline_is_the_page_and_not_the_guard_before_it(tmp_path: Path) -> None:
    """Where our checker was turned away, or could not verify a chain, the look that showed the page is kept."""
    review(tmp_path, "2025-11-21", good=(GOOD, "working"), gone=(GONE, "working"), new=(NEW, "working"))
    folder = tmp_path / "2025-11-21"
    (folder / "visits.jsonl").unlink()
    looks = ((GOOD, Purpose.REGISTERED, 403), (GOOD, Purpose.BROWSER_LIKE, 200), (GONE, Purpose.REGISTERED, None),
             (GONE, Purpose.UNVERIFIED, 200), (NEW, Purpose.REGISTERED, 403), (NEW, Purpose.FRONT_PAGE, 200))
    with FactFile(folder) as file:
        for url, purpose, status in looks:
            file.add(Visit(url, purpose, "a test", "run", "2025-11-21T10:00:00Z", status=status, final_url=url))
    baseline = earlier_review(tmp_path, before=date(2026, 11, 21)).baseline
    assert {url: visit.purpose for url, visit in baseline.items()} == {
        GOOD: Purpose.BROWSER_LIKE, GONE: Purpose.UNVERIFIED}


def test_folders_that_are_no_reviews_hand_nothing_on(tmp_path: Path) -> None:
    """The practice review, an empty folder, and a list that somebody has spoilt."""
    review(tmp_path, "practice", good=(GOOD, "working"))
    (tmp_path / "2025-01-01").mkdir()
    (tmp_path / "2025-02-01").mkdir()
    (tmp_path / "2025-02-01" / "links.csv").write_bytes(b"\xff\xfe\x00url")
    earlier = earlier_review(tmp_path, before=date(2026, 11, 21))
    assert (earlier.verdicts, earlier.baseline) == ({}, {})
    assert earlier_review(tmp_path / "nowhere", before=date(2026, 11, 21)).on == ""
