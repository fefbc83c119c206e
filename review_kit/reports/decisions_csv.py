"""`decisions.csv`: one row for each finding that somebody must decide or has decided, in the order of harm."""

from collections.abc import Iterator

from review_kit.model import Outcome, Review, State
from review_kit.reports import Report
from review_kit.reports.csv_file import csv_bytes
from review_kit.reports.order import findings_by_harm

COLUMNS = ("service_id", "section", "service", "cell", "check", "severity", "what_we_saw", "about", "state", "why",
           "decision", "new_text", "reason", "decided_by", "decided_on", "seen_then")  # fmt: skip


def rows(review: Review) -> Iterator[tuple[str, ...]]:
    """The rows as data. What needs no decision, and about which none was made, is left out."""
    outcomes = dict(zip(map(id, review.findings), review.outcomes, strict=False))
    for finding in findings_by_harm(review):
        outcome = outcomes.get(id(finding))
        if outcome is not None and (outcome.decision is not None or outcome.state is not State.SETTLED):
            yield _row(outcome)


def _row(outcome: Outcome) -> tuple[str, ...]:
    finding, made = outcome.finding, outcome.decision
    said = (made.action.value, made.text, made.note, made.who, made.decided_on, made.seen) if made else ("",) * 6
    record = finding.record()
    about = tuple(record[name] for name in COLUMNS[:7])
    return (*about, outcome.key[2], outcome.state.value, outcome.why, *said)


def render(review: Review) -> bytes:
    """The file."""
    return csv_bytes(COLUMNS, rows(review))


REPORT = Report("decisions.csv", render)
