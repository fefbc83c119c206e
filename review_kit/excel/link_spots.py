"""Where the hyperlinks of a worksheet part stand in its bytes, and what refers to the same addresses as they do."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from review_kit.excel.book import MAIN, REFERENCES
from review_kit.excel.draft import Draft
from review_kit.excel.links import address_of
from review_kit.excel.markup import End, Listener, Start, attribute
from review_kit.excel.places import area_of
from review_kit.excel.rels import Rel, rels_of
from review_kit.excel.sheet_xml import Hyperlink
from review_kit.model.workbook import Area


@dataclass(slots=True)
class LinkList:
    """One `<hyperlinks>`: the bytes where its tags start, and how many elements it has."""

    start: int
    end_tag: int = 0
    children: int = 0


@dataclass(slots=True)
class LinkSpot:
    """One `<hyperlink>`: the bytes where its tags start, and the list that it stands in."""

    link: Hyperlink
    start: int
    within: LinkList
    end_tag: int = 0

    @property
    def areas(self) -> tuple[Area, ...]:
        """The cells it lies on, in one rectangle as the schema says or in several; none where that cannot be read."""
        try:
            return tuple(area_of(reference) for reference in self.link.on.split())
        except ValueError:
            return ()

    def lies_on(self, row: int, column: int) -> bool:
        """Whether a cell is one of those."""
        return any(area.holds(row, column) for area in self.areas)


@dataclass
class LinkXml(Listener):
    """Hears a worksheet part; `uses` counts how often each reference is named, by whatever element."""

    spots: list[LinkSpot] = field(default_factory=list)
    uses: Counter[str] = field(default_factory=Counter)
    in_cells: bool = False
    within: LinkList | None = None
    open: LinkSpot | None = None

    def start(self, tag: Start) -> None:
        """An element begins; cells, of which there are many, refer to nothing."""
        if self.in_cells:
            return
        self.in_cells = tag.local == "sheetData" and tag.depth == 2
        self.uses.update(value for name, value in tag.attributes.items() if name.partition("\n")[0] in REFERENCES)
        if tag.local == "hyperlinks" and tag.depth == 2:
            self.within = LinkList(tag.at)
        elif self.within and tag.depth == 3:
            self._start_in_list(tag, self.within)

    def _start_in_list(self, tag: Start, within: LinkList) -> None:
        within.children += 1
        if tag.local == "hyperlink" and tag.uri in MAIN:
            said = tag.attributes
            link = Hyperlink(said.get("ref", ""), attribute(said, "id", REFERENCES), said.get("location", ""))
            self.open = LinkSpot(link, tag.at, within)
            self.spots.append(self.open)

    def end(self, tag: End) -> None:
        """An element ends."""
        if tag.depth == 2:
            self.in_cells = False
            if self.within:
                self.within.end_tag, self.within = tag.at, None
        elif tag.depth == 3 and self.open:
            self.open.end_tag, self.open = tag.at, None


@dataclass(frozen=True, slots=True)
class LinkSpots:
    """The hyperlinks of a worksheet part, as they stand in its bytes."""

    data: bytes
    spots: tuple[LinkSpot, ...]
    uses: Mapping[str, int]
    rels: Mapping[str, Rel]

    def to(self, address: str) -> list[LinkSpot]:
        """The hyperlinks that lead to an address."""
        return [spot for spot in self.spots if address_of(spot.link, self.rels) == address]


def link_spots(draft: Draft, sheet_part: str) -> LinkSpots:
    """Find the hyperlinks of a sheet.

    Raises:
        WorkbookRefused: the part cannot be read.
    """
    xml = LinkXml()
    data = draft.listen(sheet_part, xml)
    return LinkSpots(data, tuple(xml.spots), xml.uses, {rel.id: rel for rel in rels_of(draft, sheet_part)})
