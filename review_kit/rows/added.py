"""Services that are decided on and not in the workbook yet, as rows below all others."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from review_kit.model.decision import Candidate
from review_kit.model.register import PUBLISHED_COLUMNS, Contact, Link, Register, Service
from review_kit.model.workbook import Cell, CellText
from review_kit.rows.cell_reading import read_cell
from review_kit.rows.keys import derived_key
from review_kit.rows.services import is_the_name
from review_kit.rows.text import squeezed


def key_for(values: Mapping[str, str]) -> str:
    """The key of a service with these columns, as its row will have it."""
    return derived_key(*(squeezed(values.get(column, "")) for column in ("Section", "Area of support", "Provider")))


def with_candidates(register: Register, candidates: Iterable[Candidate], *, first_row: int) -> Register:
    """The register with the candidates that are to be added, so that their links are checked like all others.

    Args:
        register: as read from its workbook.
        candidates: all that are kept; those that are not wanted, or stand in the register by now, are left out.
        first_row: the row below the last service.
    """
    taken = {service.key for service in register.services} | {key_for(service.values) for service in register.services}
    services: list[Service] = []
    for candidate in candidates:
        key = key_for(candidate.values)
        if candidate.wanted and key not in taken:
            taken.add(key)
            services.append(_service(register, candidate, key, first_row + len(services)))
    return replace(register, services=(*register.services, *services)) if services else register


def _service(register: Register, candidate: Candidate, key: str, row: int) -> Service:
    def cell(column: str) -> Cell:
        return Cell(register.sheet, row, register.columns.get(column, 1))

    links: list[Link] = []
    contacts: list[Contact] = []
    for column in PUBLISHED_COLUMNS:
        if column in register.columns:
            text = CellText(cell(column), candidate.values.get(column, ""))
            found, reached = read_cell(text, header=column)
            links += [link for link in found if not is_the_name(column, text, link)]
            contacts += reached
    values = candidate.values
    return Service(
        key=key, section=squeezed(values.get("Section", "")), name=squeezed(values.get("Area of support", "")),
        provider=values.get("Provider", "").strip(), cell=cell("Area of support"),
        frequency=values.get("Frequency", "").strip(), impact=values.get("Impact", "").strip(), values=dict(values),
        links=tuple(links), contacts=tuple(contacts), added=candidate.source.value)
