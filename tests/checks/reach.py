"""Registers read from what people type, for checks of numbers and mailboxes."""

from dataclasses import replace

from review_kit.disk import known_tables
from review_kit.model import Cell, CellText, Facts, Service
from review_kit.rows import read_cell

from . import facts as make


def entry(words: str, *, row: int = 2, provider: str = "The Choir") -> Service:
    """A service whose Provider cell says this, as the reading finds it."""
    links, contacts = read_cell(CellText(Cell("Services", row, 3), words), header="Provider")
    return replace(make.service(row=row, name=f"Choir {row}"), provider=provider, links=links, contacts=contacts)


def facts_of(*services: Service, practice: bool = False) -> Facts:
    """Facts of a register with these services and the tables as they ship."""
    return replace(make.facts(services=services), known=known_tables(), practice=practice)
