"""A date in a review column that cannot be read: an entry would look assured, or overdue, by mistake."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.dates import read_date
from review_kit.model import DATE_COLUMNS, Cell, Facts, Finding, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        for column in DATE_COLUMNS:
            text = service.value(column)
            if text and read_date(text) is None:
                at = facts.register.columns.get(column, service.cell.column)
                cell = Cell(service.cell.sheet, service.cell.row, at)
                yield Finding(
                    check=CHECK.name, severity=CHECK.severity, cell=cell, service=service,
                    what_we_saw=CHECK.what_we_saw.format(column=column, text=text), what_to_do=CHECK.what_to_do,
                    basis=(("text", text),), answer_in=column, evidence=f"The cell {cell} says “{text}”.")


CHECK = Check(
    name="date-not-readable", severity=Severity.CAUTION, basis=("text",),
    what_we_saw="“{column}” says “{text}”, which is not a date that we can read.",
    what_to_do="Write the day as 21/11/2026 or 2026-11-21.", find=_find)
