"""The proof for the addresses behind cells: those that were meant to have changed or gone, no other has."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from review_kit.excel.book import SheetEntry
from review_kit.excel.edition import Edition
from review_kit.excel.link_spots import LinkXml
from review_kit.excel.links import address_of
from review_kit.excel.package import Package, Parts, scan_part
from review_kit.excel.refusals import unproven
from review_kit.excel.rels import rels_of, rels_part
from review_kit.excel.retarget import LinkKey


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may alter in one part for its links' sake.

    `links` are hyperlinks whose place in a page may alter, `rels` references whose target may; the addresses are
    compared on their own. `gone` is how many elements of each local name are taken away, to the last one.
    """

    links: frozenset[LinkKey] = frozenset()
    rels: frozenset[str] = frozenset()
    gone: Counter[str] = field(default_factory=Counter)


def allowed_in(edition: Edition, part: str) -> Allowed:
    """What may alter in a part, named as the package's entry is."""
    package = edition.draft.package
    for sheet_part, moved in edition.moved.items():
        for mine, allowed in ((sheet_part, _in_sheet), (rels_part(sheet_part), _in_rels)):
            entry = package.entry(mine)
            if moved and entry is not None and entry.filename == part:
                return allowed(package, sheet_part, moved)
    return Allowed()


def _in_sheet(package: Package, sheet_part: str, moved: Mapping[LinkKey, str]) -> Allowed:
    before = _addresses(package, sheet_part)
    number = sum(moved.get(key) == "" for key, _ in before)
    return Allowed(links=frozenset(moved), gone=Counter(hyperlink=number, hyperlinks=int(number == len(before))))


def _in_rels(_: Package, __: str, moved: Mapping[LinkKey, str]) -> Allowed:
    gone = {rel for (_, rel), address in moved.items() if not address}
    return Allowed(rels=frozenset(rel for _, rel in moved), gone=Counter(Relationship=len(gone)))


def prove_links(edition: Edition, after: Package, entry: SheetEntry) -> None:
    """Each hyperlink of a sheet leads to where it led, or to where it was to lead.

    Raises:
        WorkbookRefused: one does not.
    """
    moved = edition.moved.get(entry.part)
    if not moved:
        return
    before = _addresses(edition.draft.package, entry.part)
    expected = [(key, moved.get(key, address)) for key, address in before if moved.get(key) != ""]
    if _addresses(after, entry.part) != expected:
        raise unproven(edition.draft.name, f"the hyperlinks of {entry.name} are not as they were to be")


def _addresses(parts: Parts, sheet_part: str) -> list[tuple[LinkKey, str | None]]:
    rels = {rel.id: rel for rel in rels_of(parts, sheet_part)}
    xml = LinkXml()
    scan_part(parts, sheet_part, xml)
    return [((spot.link.on, spot.link.rel), address_of(spot.link, rels)) for spot in xml.spots]
