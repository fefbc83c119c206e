"""What earlier reviews hand on to this one."""

import csv
from datetime import date
from pathlib import Path

from review_kit.disk.facts import FACTS_FILE, read_facts
from review_kit.model import Earlier, Purpose, Visit

LINKS_FILE = "links.csv"
DECISIONS_FILE = "decisions.csv"
WORKED = frozenset({"working", "moved"})
NOT_CHECKED, CHANGED = "not_checked", "changed"
ACCEPTED = frozenset({"checked by hand and fine", "the provider confirmed it"})
"""What a person said who looked at the page themselves."""


def earlier_review(reviews: Path, *, before: date) -> Earlier:
    """What the reviews before a day were told: the newest one's verdicts, and each address's last good visit.

    The baseline of an address is its newest earlier visit that was judged working, or that a person accepted; a review
    in which it was neither hands the question on to the one before. So does one in which it was not checked with its
    verdict: a review of what is due looks at a part of the register.
    """
    baseline: dict[str, Visit] = {}
    on, told = "", dict[str, str]()
    for folder in sorted(reviews.glob("????-??-??"), reverse=True):
        if folder.name >= before.isoformat() or not (folder / LINKS_FILE).is_file():
            continue
        verdicts = _verdicts(folder / LINKS_FILE)
        on = on or folder.name
        for address, verdict in verdicts.items():
            if told.get(address, NOT_CHECKED) == NOT_CHECKED:
                told[address] = verdict
        accepted = _accepted(folder / DECISIONS_FILE) - {url for url, told in verdicts.items() if told == CHANGED}
        visits = [visit for visit in read_facts(folder / FACTS_FILE).visits
                  if verdicts.get(visit.url) in WORKED or visit.url in accepted]
        for visit in sorted(filter(_shows_the_page, visits), key=lambda visit: THE_PAGE_ITSELF.index(visit.purpose)):
            baseline.setdefault(visit.url, visit)
    return Earlier(on, told, baseline)


THE_PAGE_ITSELF = (Purpose.REGISTERED, Purpose.UNVERIFIED, Purpose.BROWSER_LIKE)
"""The looks at a registered address that can show its page, the plainest first: where our checker was turned away, or a
certificate's chain was incomplete, a second look did."""


def _shows_the_page(visit: Visit) -> bool:
    """Whether a visit holds the page that was judged, and not a guard's or a failure."""
    whole = visit.failure is None and visit.status is not None and 200 <= visit.status < 300
    return whole and visit.purpose in THE_PAGE_ITSELF


def _verdicts(path: Path) -> dict[str, str]:
    """Address, or words that are none -> verdict, by a review's `links.csv`; one that is spoilt tells nothing."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return {row.get("url") or row.get("as_written") or "": row.get("verdict") or ""
                    for row in csv.DictReader(lines)}
    except (OSError, UnicodeError, csv.Error):
        return {}


def _accepted(path: Path) -> frozenset[str]:
    """The addresses that a person looked at and found right, by a review's `decisions.csv`."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return frozenset(row.get("about") or "" for row in csv.DictReader(lines)
                             if row.get("state") == "decided" and row.get("decision") in ACCEPTED)
    except (OSError, UnicodeError, csv.Error):
        return frozenset()
