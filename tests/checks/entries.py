"""Entries made of words, as the reading finds them in cells, with the tables that ship; every place is invented."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from review_kit.checks import Check
from review_kit.disk import known_tables
from review_kit.model import (
    PUBLISHED_COLUMNS,
    REVIEW_COLUMNS,
    Cell,
    CellText,
    Facts,
    Finding,
    Service,
    Settings,
)
from review_kit.rows import read_cell
from review_kit.rows.services import NOT_SEARCHED

from . import facts as make

COLUMNS = {name: number for number, name in enumerate((*PUBLISHED_COLUMNS, *REVIEW_COLUMNS), 1)}
KNOWN = cache(known_tables)
Row = Mapping[str, str]


def entry(row: int = 2, **said: str) -> Service:
    """An entry whose columns say this, blanks for underscores: `How_to_get_it`; its contacts and links are read."""
    values = {"Section": "Wellbeing", "Area of support": "Someone to talk to", "Provider": "A provider",
              "Frequency": "Weekly", "Impact": "", **{name.replace("_", " "): text for name, text in said.items()}}
    read = [read_cell(CellText(Cell("Services", row, COLUMNS[name]), text), header=name)
            for name, text in sorted(values.items(), key=lambda pair: COLUMNS[pair[0]]) if name not in NOT_SEARCHED]
    return Service(
        f"svc-{row}", values["Section"], values["Area of support"], values["Provider"], Cell("Services", row, 2),
        values["Frequency"], values["Impact"], values, tuple(link for links, _ in read for link in links),
        tuple(contact for _, contacts in read for contact in contacts))


def facts(*services: Service, council: str = "", today: date = make.TODAY, months: int = 12,
          changes: Sequence[Row] | None = None, helplines: Sequence[Row] | None = None) -> Facts:
    """The facts of a register of these entries, with the shipped tables or others in their place."""
    known = dict(KNOWN())
    known |= {} if changes is None else {"changes": tuple(changes)}
    known |= {} if helplines is None else {"helplines": tuple(helplines)}
    settings = Settings(council=council, review_cycle_months=months)
    plain = make.facts(services=list(services), settings=settings, columns=COLUMNS, today=today)
    return replace(plain, known=known)


def change(old_name: str, new_name: str = "Newname", **more: str) -> Row:
    """One row of a table of changes: a body that was renamed in 2024, everywhere and surely, unless it is said."""
    return {"old_name": old_name, "old_contact": "", "new_name": new_name, "new_contact": "", "since": "2024-05-01",
            "kind": "renamed", "scope": "national", "write": "", "source": "source.example", "checked_on": "2026-11-01",
            "confidence": "sure", **more}


def found(check: Check, *services: Service, council: str = "", **more: object) -> list[Finding]:
    """What one check finds in these entries."""
    return list(check.find(facts(*services, council=council, **more)))  # type: ignore[arg-type]


def seen(check: Check, text: str, *, council: str = "", **more: object) -> list[str]:
    """What it saw in an entry whose provider's cell says this."""
    return [finding.what_we_saw for finding in found(check, entry(Provider=text), council=council, **more)]
