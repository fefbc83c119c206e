"""Makes a service from a row of the table."""

from collections.abc import Iterable, Iterator, Mapping

from review_kit.model.finding import Finding
from review_kit.model.register import Contact, Link, Service, Written
from review_kit.model.workbook import Cell, CellText, column_letters
from review_kit.rows import keys, problems
from review_kit.rows.cell_reading import read_cell
from review_kit.rows.grid import Grid
from review_kit.rows.headers import Header
from review_kit.rows.sections import Kind, Row
from review_kit.rows.text import squeezed

NOT_NAMED = "(no area of support)"
"""Stands as the name of a row that has other content; the check of the row tells the lead where it is."""

# Columns whose links and contacts are not the offer's, and why. Every other column is searched, whoever added it.
NOT_SEARCHED: Mapping[str, str] = {
    "Service ID": "a key; its digits are no telephone number",
    "Audience": "one of a few words",
    "THRIVE groups": "one of a few words",
    "Age from": "a number",
    "Age to": "a number",
    "Outcomes": "the numbers of the National Framework's outcomes",
    "Contract ends": "a date",
    "Evidence": "the review's own: where an answer was found, not what is published",
    "Entry owner": "the review's own: who in the council looks after the entry",
    "Confirm with": "the review's own: the mailbox that is asked to confirm; it is not published",
    "Assured on": "a date",
    "Assured by": "the review's own: who checked",
    "Next review due": "a date",
    "Status": "current or retired",
}


def values_of(grid: Grid, header: Header, row: Row) -> dict[str, str]:
    """Every column's text, whole; a column without a header goes by its letters (`Column H`)."""
    values = {name: grid.at(row.number, number).text for name, number in header.columns.items()}
    values["Section"] = row.section
    return values | {name: cell.text for name, cell in _without_header(grid, header, row)}


def _without_header(grid: Grid, header: Header, row: Row) -> Iterator[tuple[str, CellText]]:
    named = set(header.columns.values())
    for number, cell in grid.own(row.number).items():
        if number not in named:
            yield f"Column {column_letters(number)}", cell


def make_services(grid: Grid, header: Header, rows: Iterable[Row]) -> tuple[tuple[Service, ...], tuple[Finding, ...]]:
    """The services of the table in its order, and what is wrong with their Service IDs.

    IDs that the sheet holds are given out first, so that a derived one never takes the ID of a row further down.
    """
    wanted = [(row, values_of(grid, header, row)) for row in rows if row.kind in {Kind.SERVICE, Kind.UNCLEAR}]
    used = {key for _, values in wanted if (key := squeezed(values.get("Service ID", "")))}
    taken: dict[str, Cell] = {}
    services, found = [], []
    for row, values in wanted:
        own = squeezed(values.get("Service ID", ""))
        name, provider = squeezed(values["Area of support"]) or NOT_NAMED, squeezed(values["Provider"])
        key = own or keys.derived_key(row.section, name, provider)
        if own and own in taken:
            found.append(problems.service_id_repeated(_place(grid, header, row, "Service ID"), own, taken[own]))
        if not own or own in taken:
            key = keys.unique(key, used)
            used.add(key)
        taken[key] = _place(grid, header, row, "Service ID")
        services.append(_service(grid, header, row, values, key))
    return tuple(services), tuple(found)


def _service(grid: Grid, header: Header, row: Row, values: Mapping[str, str], key: str) -> Service:
    links, contacts = _searched(grid, header, row)
    return Service(key=key, section=row.section, name=squeezed(values["Area of support"]) or NOT_NAMED,
                   provider=values["Provider"].strip(), cell=_place(grid, header, row, "Area of support"),
                   frequency=values["Frequency"].strip(), impact=values["Impact"].strip(), values=values,
                   links=tuple(links), contacts=tuple(contacts))


def _place(grid: Grid, header: Header, row: Row, column: str) -> Cell:
    return Cell(grid.sheet.name, row.number, header.columns.get(column, 1))


def _searched(grid: Grid, header: Header, row: Row) -> tuple[list[Link], list[Contact]]:
    """The links and contacts of all columns that are searched, from left to right."""
    cells = [(name, grid.at(row.number, number)) for name, number in header.columns.items() if name not in NOT_SEARCHED]
    links: list[Link] = []
    contacts: list[Contact] = []
    for name, cell in sorted((*cells, *_without_header(grid, header, row)), key=lambda pair: pair[1].cell.column):
        found, reached = read_cell(cell, header=name)
        links += [link for link in found if not is_the_name(name, cell, link)]
        contacts += reached
    return links, contacts


def is_the_name(column: str, cell: CellText, link: Link) -> bool:
    """A whole Area of support such as "Living Well | Derby" is the service's name, not a lost link."""
    return column == "Area of support" and link.written is Written.TITLE_ONLY and link.as_written == cell.text.strip()
