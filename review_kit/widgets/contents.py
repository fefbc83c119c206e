"""Notebook 1: what the open register holds, and what could not be read of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from review_kit.model import Register, Service
from review_kit.widgets.form import Form

MOST = 100
"""How many services the page lists; a workbook shows more of them better."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the register, counted."""

    name: str
    services: int
    links: int
    contacts: int


class RegisterContents(Form):
    """Sections, services, and what the reading found wrong, each with its cell."""

    called = "Contents"
    template = "contents.html.j2"

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        register = self.current.register
        services = register.services if register else ()
        return {"sections": _sections(register) if register else (), "shown": services[:MOST],
                "more": max(0, len(services) - MOST),
                "silent": sum(not service.links and not service.contacts for service in services)}

    def state(self) -> str:
        """See `Form.state`."""
        return str(self.current.register or "no register is open")


def _sections(register: Register) -> tuple[Section, ...]:
    return tuple(Section(name or "No section", len(services), sum(len(s.links) for s in services),
                         sum(len(s.contacts) for s in services)) for name, services in by_section(register.services))


def by_section(services: Iterable[Service]) -> list[tuple[str, list[Service]]]:
    """The services of each section, in the order in which the register names the sections first."""
    sections: dict[str, list[Service]] = {}
    for service in services:
        sections.setdefault(service.section, []).append(service)
    return list(sections.items())
