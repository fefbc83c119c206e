"""What a review writes into the register without being asked."""

import pytest

from review_kit.changes import LOG_COLUMNS, changes, log_rows, new_columns
from review_kit.model import PUBLISHED_COLUMNS, REVIEW_COLUMNS, Cell, Change

from .checks import facts as make

PLAIN = [make.service(row=2), make.service(row=5)]
NAMED = [make.service(row=2, key="svc-2", values={"Service ID": "svc-2"})]


def test_a_register_without_ids_needs_the_column() -> None:
    """It is made when it is first needed."""
    assert new_columns(make.register(*PLAIN)) == ("Service ID",)


@pytest.mark.parametrize("register", [
    make.register(*NAMED), make.register(*PLAIN, columns={"Service ID": 6}), make.register(),
    make.register(*NAMED, *PLAIN, columns={"Service ID": 6}),
])  # fmt: skip
def test_a_column_that_is_there_or_not_needed_is_not_made(register: make.Register) -> None:
    """No second column of a name, and none for nothing."""
    assert new_columns(register) == ()


def test_each_service_gets_the_name_by_which_it_is_known() -> None:
    """The key that stood for it until now, in its own row, in the column's place."""
    made = changes(make.register(*PLAIN), {"Service ID": 9})
    assert [(change.cell, change.column, change.old, change.new) for change in made] == [
        (Cell("Services", 2, 9), "Service ID", "", "svc-2"), (Cell("Services", 5, 9), "Service ID", "", "svc-5")]


def test_a_name_that_a_service_has_is_never_changed() -> None:
    """Only empty cells of the column are filled."""
    register = make.register(*NAMED, make.service(row=3), columns={"Service ID": 6})
    assert [change.cell.row for change in changes(register, register.columns)] == [3]
    blank = make.register(make.service(values={"Service ID": "  "}), columns={"Service ID": 6})
    assert len(changes(blank, blank.columns)) == 1


def test_nothing_that_is_published_is_changed() -> None:
    """Whatever the review found: without a decision only review columns are written, and only empty cells."""
    columns = {name: number for number, name in enumerate((*PUBLISHED_COLUMNS, *REVIEW_COLUMNS), 1)}
    register = make.register(*PLAIN, *NAMED, columns=columns)
    made = changes(register, columns)
    assert {change.column for change in made} <= set(REVIEW_COLUMNS)
    assert {change.old for change in made} == {""}


def test_nothing_left_to_do_is_no_change() -> None:
    """A register that was written once is written again without a change."""
    assert changes(make.register(*NAMED, columns={"Service ID": 6}), {"Service ID": 6}) == ()


def test_each_change_is_logged_with_what_it_was() -> None:
    """One row a change, in Open Referral's words and ours: what, when, where, from what to what, by whom and why."""
    made = changes(make.register(*PLAIN), {"Service ID": 9})
    rows = log_rows(made, "2026-11-21")
    assert [len(row) for row in rows] == [len(LOG_COLUMNS)] * 2
    assert dict(zip(LOG_COLUMNS, rows[0], strict=True)) == {
        "resource_id": "svc-2", "resource_type": "service", "last_action_date": "2026-11-21",
        "last_action_type": "create", "field_name": "Service ID", "previous_value": "", "replacement_value": "svc-2",
        "updated_by": "offer review kit",
        "service": "Choir", "cell": "Services!I2", "reason": made[0].why, "evidence": ""}
    assert made[0].why


def test_a_change_of_something_and_one_about_no_service_are_logged_too() -> None:
    """A value that was replaced is an update; a change to a setting names no service."""
    cell = Cell("Settings", 3, 2)
    row, = log_rows([Change(None, cell, "Council", "Old", "New", "It was renamed.", "A lead")], "2026-11-21")
    told = dict(zip(LOG_COLUMNS, row, strict=True))
    assert (told["last_action_type"], told["resource_id"], told["cell"]) == ("update", "", "Settings!B3")
