"""The change log: one row for each change."""

from collections.abc import Sequence

from review_kit.model import Change, Service

CHANGE_LOG = "Change log"
LOG_COLUMNS = (
    "resource_id", "resource_type", "last_action_date", "last_action_type", "field_name", "previous_value",
    "replacement_value", "updated_by", "service", "cell", "reason", "evidence",
)  # fmt: skip
"""Open Referral's metadata names (HSDS 3.0, object `metadata`), then what a person wants to know besides."""
BY = "offer review kit"


def log_rows(made: Sequence[Change], day: str) -> tuple[tuple[str, ...], ...]:
    """One row of the change log for each change; `day` is the ISO date of the review."""
    return tuple(_log_row(change, change.service, day) for change in made)


def _log_row(change: Change, service: Service | None, day: str) -> tuple[str, ...]:
    return (service.key if service else "", "service", day, _action(change), change.column,
            change.old, change.new, change.by, service.name if service else "", str(change.cell), change.why,
            change.evidence)


def _action(change: Change) -> str:
    if not change.new:
        return "delete"
    return "update" if change.old else "create"
