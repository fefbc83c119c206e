"""The practice review: an invented register and an invented web on loopback, the same on every run.

It is for learning, for notebooks in CI and for screenshots. Nothing in it is real, and it asks nobody but itself.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from review_kit.practice.mail import practice_mail
from review_kit.practice.names import TableOfNames
from review_kit.practice.server import LoopbackWeb
from review_kit.practice.sites import shipped_sites
from review_kit.practice.workbook import write_practice_register
from review_kit.web import PRACTICE, Network, StoppedClock

PRACTICE_DAY = date(2026, 3, 2)
"""The day of the practice review, for ever."""
NEXT_YEAR = date(2027, 3, 1)
"""From this day on the practice web is a year older: pages moved on, and the review shows what is new since."""
REGISTER_NAME = "practice_register.xlsx"


@dataclass(frozen=True)
class Practice:
    """A practice review that is being served: its register, its network and its day."""

    register: Path
    network: Network
    today: date
    web: LoopbackWeb


@contextmanager
def practice_review(*, today: date | None = None) -> Iterator[Practice]:
    """Serve the invented web and lay out the invented register for as long as the `with` lasts.

    Args:
        today: the review's day; from `NEXT_YEAR` on, the web is a year older.
    """
    day = today or PRACTICE_DAY
    with tempfile.TemporaryDirectory(prefix="review-kit-practice-", ignore_cleanup_errors=True) as folder, \
            LoopbackWeb(shipped_sites(next_year=day >= NEXT_YEAR)) as web:
        network = Network(names=TableOfNames(web.ports), authority=web.authority, pace=PRACTICE,
                          clock=StoppedClock(f"{day.isoformat()}T10:00:00.000Z"), use_proxies=False,
                          mail=practice_mail(web.ports))
        yield Practice(write_practice_register(Path(folder) / REGISTER_NAME), network, day, web)
