"""Reads a register from a workbook: pure, so that the same workbook always gives the same register."""

from collections.abc import Iterator
from datetime import date

from review_kit.errors import RegisterError
from review_kit.model.finding import Finding
from review_kit.model.register import Register, Service
from review_kit.model.workbook import CellText, Workbook
from review_kit.rows import problems, settings_sheet, sheets
from review_kit.rows.cell_reading import read_cell
from review_kit.rows.grid import Grid
from review_kit.rows.headers import Header
from review_kit.rows.sections import Kind, Row, classified, heading_above
from review_kit.rows.services import make_services
from review_kit.rows.text import squeezed


def read_register(workbook: Workbook, *, sheet: str = "", today: date | None = None) -> Register:  # noqa: ARG001
    """Read the services, settings and reading problems of a workbook.

    Args:
        workbook: the workbook as it was read.
        sheet: the name of the sheet with the services; empty for `Services`, or else the sheet that fits best.
        today: the review's day. Every step is given it; no rule of the reading depends on it so far.

    Returns:
        The register. What could not be read is among its `problems`, each with its cell, and the rest is there.

    Raises:
        RegisterError: there is no such sheet, no header row, a needed column is missing, or no service.
    """
    chosen = sheets.choose_sheet(workbook, sheet)
    header = sheets.choose_header(workbook, chosen)
    grid = Grid(chosen)
    rows = classified(grid, header)
    where = f"sheet {chosen.name} of {sheets.file_name(workbook)}"
    _refuse_without_services(where, header, rows)
    services, repeated_ids = make_services(grid, header, rows)
    settings, bad_settings = settings_sheet.read_settings(workbook.sheet(settings_sheet.SHEET))
    found = [*([problems.hidden_sheet_used(chosen)] if chosen.hidden else []),
             *map(problems.column_repeated, header.repeated), *repeated_ids, *_of_rows(grid, header, rows, services),
             *_outside(grid, header, rows)]
    return Register(path=workbook.path, sha256=workbook.sha256, sheet=chosen.name, services=services, settings=settings,
                    header_row=header.row, columns=header.columns,
                    problems=(*sorted(found, key=lambda one: (one.cell.row, one.cell.column)), *bad_settings))


def _refuse_without_services(where: str, header: Header, rows: tuple[Row, ...]) -> None:
    services = [row for row in rows if row.kind in {Kind.SERVICE, Kind.UNCLEAR}]
    if not services:
        raise RegisterError(f"The {where} has a header in row {header.row} but no services below it: "
                            "add one service a row, or name the sheet that holds them.")
    if "Section" not in header.columns and not any(row.section for row in rows):
        raise sheets.missing_columns(where, header, ("Section",))


def _of_rows(grid: Grid, header: Header, rows: tuple[Row, ...], services: tuple[Service, ...]) -> Iterator[Finding]:
    """What is wrong with the rows of services themselves."""
    by_row = {service.cell.row: service for service in services}
    sections = {service.section for service in services}
    for row in rows:
        for cell in grid.own(row.number).values():
            if cell.problem:
                yield problems.cell_unreadable(cell)
        service = by_row.get(row.number)
        unused = row.kind is Kind.HEADING and row.section not in sections
        if row.words is not None and (row.kind is Kind.NOTE or unused):
            yield problems.note_beside_table(row.words.cell, row.words.text)
        elif row.kind is Kind.UNCLEAR and service is not None:
            yield problems.row_unclear(
                service.cell, "Only one cell of this row is filled; we took it for a service.",
                "Fill in the rest; if it is a heading, merge it across the table; if a note, move it below.")
        elif service is not None and not squeezed(service.values["Area of support"]):
            yield problems.row_unclear(service.cell, "This row has no area of support.",
                                       "Write it in, or join the row to the service above.")
    if "Section" not in header.columns:
        yield from _of_sections(grid, header, rows, services)


def _of_sections(grid: Grid, header: Header, rows: tuple[Row, ...], services: tuple[Service, ...]) -> Iterator[Finding]:
    """Services whose section had to be guessed from the line above the header, or that have none."""
    above = heading_above(grid, header)
    if above and not any(row.kind in {Kind.HEADING, Kind.HEADER} for row in rows):
        yield problems.row_unclear(
            services[0].cell, f"We took “{problems.short(above)}” above the table for the section of every service.",
            "If there are several sections, add a column Section.")
    for service in services:
        if not service.section:
            yield problems.row_unclear(service.cell, "This service stands above the first section heading.",
                                       "Move it under its section, or add a column Section.")


def _outside(grid: Grid, header: Header, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Links and contacts in titles, headings and notes, which belong to no service."""
    beside = [row.number for row in rows if row.kind in {Kind.HEADING, Kind.NOTE}]
    for number in (*(row for row in grid.rows if row < header.row), *beside):
        for cell in grid.own(number).values():
            yield from _links_of(cell)


def _links_of(cell: CellText) -> list[Finding]:
    links, contacts = read_cell(cell)
    found = [*(link.as_written for link in links), *(contact.as_written for contact in contacts)]
    return [problems.link_outside(cell.cell, cell.text, words) for words in found]
