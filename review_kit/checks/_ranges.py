"""The register's phone numbers that lie in a range of `known/number_ranges.csv`."""

from collections.abc import Iterator, Mapping

from review_kit.model import Contact, ContactKind, Facts, Service


def in_ranges(facts: Facts, kind: str) -> Iterator[tuple[Service, Contact, Mapping[str, str]]]:
    """Each number with its service and the row of its range; the longest beginning that fits counts."""
    rows = sorted(facts.rows("number_ranges", kind=kind), key=lambda row: -len(row["begins"]))
    for service, contact in facts.register.contacts:
        row = next((row for row in rows if contact.normalised.startswith(row["begins"])), None)
        if contact.kind is ContactKind.PHONE and row is not None:
            yield service, contact, row
