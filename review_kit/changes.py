"""What a review writes into the register without being asked: nothing that is published, and nothing it does not know.

Today that is the `Service ID` of entries that have none, so that decisions stay with a service when rows move.
"""

from collections.abc import Iterator, Mapping, Sequence

from review_kit.model import Cell, Change, Register, Service

CHANGE_LOG = "Change log"
LOG_COLUMNS = (
    "resource_id", "resource_type", "last_action_date", "last_action_type", "field_name", "previous_value",
    "replacement_value", "updated_by", "service", "cell", "reason", "evidence",
)  # fmt: skip
"""Open Referral's metadata names (HSDS 3.0, object `metadata`), then what a person wants to know besides."""
BY = "offer review kit"


def new_columns(register: Register) -> tuple[str, ...]:
    """The review columns that this register needs and does not have yet."""
    needs_ids = any(not service.value("Service ID") for service in register.services)
    return ("Service ID",) if needs_ids and "Service ID" not in register.columns else ()


def changes(register: Register, columns: Mapping[str, int]) -> tuple[Change, ...]:
    """Every cell to be written. `columns` has the place of each column, the new ones among them."""
    return tuple(_service_ids(register, columns))


def _service_ids(register: Register, columns: Mapping[str, int]) -> Iterator[Change]:
    for service in register.services:
        if not service.value("Service ID"):
            cell = Cell(register.sheet, service.cell.row, columns["Service ID"])
            yield Change(service, cell, "Service ID", "", service.key, by=BY, why=(
                "A name that stays with this service when rows move, so that decisions stay with it too."))


def log_rows(made: Sequence[Change], day: str) -> tuple[tuple[str, ...], ...]:
    """One row of the change log for each change; `day` is the ISO date of the review."""
    return tuple(_log_row(change, change.service, day) for change in made)


def _log_row(change: Change, service: Service | None, day: str) -> tuple[str, ...]:
    return (service.key if service else "", "service", day, "update" if change.old else "create", change.column,
            change.old, change.new, change.by, service.name if service else "", str(change.cell), change.why,
            change.evidence)
