"""A new address behind a cell whose words stay, or none: most links of a published offer hide behind display text."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from review_kit.excel.draft import Draft
from review_kit.excel.link_spots import LinkSpot, LinkSpots, link_spots
from review_kit.excel.markup import Cut, drop_attribute, element_end, set_attribute, spliced, tag_end
from review_kit.excel.places import Place
from review_kit.excel.rel_tags import put_targets
from review_kit.model.workbook import Area, Cell, Sheet

LinkKey = tuple[str, str]
"""What tells one hyperlink of a sheet from another: the cells it lies on, and its reference to an address."""


@dataclass(frozen=True, slots=True)
class Retarget:
    """The hyperlink on a cell, from its old address to a new one; '' is none."""

    cell: Cell
    old: str
    new: str

    @property
    def place(self) -> Place:
        """Row and column."""
        return self.cell.row, self.cell.column


@dataclass(frozen=True, slots=True)
class Retargeted:
    """What came of it: a plain sentence of why it was not done, or the hyperlinks it has changed."""

    why: str = ""
    links: Mapping[LinkKey, str] = field(default_factory=dict)


def retarget(draft: Draft, sheet_part: str, sheet: Sheet, move: Retarget) -> Retargeted:
    """Give a hyperlink its new address, or take it away."""
    spots = link_spots(draft, sheet_part)
    alike = spots.to(move.old)
    on_it = [spot for spot in alike if spot.lies_on(*move.place)]
    if not on_it:
        return Retargeted(f"{move.cell} has no hyperlink to {move.old}. Change it by hand in Excel.")
    whole = whole_of(sheet, move.place)
    its = [spot for spot in alike if spot.areas and all(_covers(whole, area) for area in spot.areas)]
    if any(spot not in its for spot in on_it) or _are_shared(its, spots.uses):
        return Retargeted(f"{move.cell} shares its hyperlink with other cells. Change it by hand in Excel.")
    if move.new:
        _lead(draft, sheet_part, spots, its, move.new)
    else:
        _take_away(draft, sheet_part, spots, its)
    return Retargeted(links={(spot.link.on, spot.link.rel): move.new for spot in its})


def whole_of(sheet: Sheet, place: Place) -> Area:
    """What people see as one cell: the cell, or all that it is merged with."""
    row, column = place
    return next((merged for merged in sheet.merged if merged.holds(row, column)), Area(row, column, row, column))


def _covers(whole: Area, area: Area) -> bool:
    return whole.holds(area.top, area.left) and whole.holds(area.bottom, area.right)


def _are_shared(its: Sequence[LinkSpot], uses: Mapping[str, int]) -> bool:
    """Whether anything else leads to the address by the same reference."""
    return any(uses[rel] != times for rel, times in Counter(spot.link.rel for spot in its).items())


def _lead(draft: Draft, sheet_part: str, spots: LinkSpots, its: Sequence[LinkSpot], new: str) -> None:
    """Give hyperlinks an address. Where one keeps its place within the page apart, so it does with the new one."""
    address, _, location = new.partition("#")
    placed = [spot for spot in its if spot.link.location]
    if placed:
        draft.put(sheet_part, spliced(spots.data, [_located(spots.data, spot.start, location) for spot in placed]))
    put_targets(draft, sheet_part, {spot.link.rel: address if spot.link.location else new for spot in its})


def _take_away(draft: Draft, sheet_part: str, spots: LinkSpots, its: Sequence[LinkSpot]) -> None:
    """Take hyperlinks out with their references, and their list where none is left in it: the schema wants one."""
    gone = Counter(spot.within.start for spot in its)
    elements = {
        (whole.start, whole.end_tag) for spot in its
        for whole in [spot.within if gone[spot.within.start] == spot.within.children else spot]
    }
    cuts = [Cut(start, element_end(spots.data, start, end_tag), b"") for start, end_tag in elements]
    draft.put(sheet_part, spliced(spots.data, cuts))
    put_targets(draft, sheet_part, {spot.link.rel: None for spot in its})


def _located(data: bytes, start: int, location: str) -> Cut:
    """The `<hyperlink>` with its place inside the address set, or taken away."""
    after = tag_end(data, start)
    old = data[start:after]
    value = escape(location, {'"': "&quot;"})
    return Cut(start, after, set_attribute(old, "location", value) if location else drop_attribute(old, "location"))
