"""Which day it is, where reviews are kept, and which of them is the newest."""

from datetime import date, datetime
from pathlib import Path

from review_kit import disk

SHIPPED_REGISTER = Path("offer_register.xlsx")
REVIEWS = Path("link_reports")


def this_day() -> date:
    """The day on this machine, as the person at it would say it."""
    return date.today()  # noqa: DTZ011 - the lead's own day


def this_minute() -> datetime:
    """The day and time on this machine."""
    return datetime.now()  # noqa: DTZ005 - the facilitator's own clock


def review_folder(out: str | Path | None = None, *, today: date | None = None) -> Path:
    """The folder of a review: `out`, or `link_reports/` and the day."""
    return Path(out) if out else REVIEWS / (today or this_day()).isoformat()


def newest_folder(reviews: Path = REVIEWS) -> Path | None:
    """The newest earlier review's folder that holds facts, or None."""
    dated = sorted(folder for folder in reviews.glob("????-??-??") if (folder / disk.FACTS_FILE).is_file())
    return dated[-1] if dated else None
