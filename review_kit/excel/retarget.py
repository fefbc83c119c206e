"""A new address behind a cell whose words stay: most links of a published offer hide behind display text."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from review_kit.excel.book import MAIN, REFERENCES
from review_kit.excel.draft import Draft
from review_kit.excel.links import address_of
from review_kit.excel.markup import (
    Cut,
    Listener,
    Start,
    attribute,
    drop_attribute,
    set_attribute,
    spliced,
    tag_end,
)
from review_kit.excel.places import Place, area_of, size_of
from review_kit.excel.rels import rels_of, rels_part
from review_kit.excel.sheet_xml import Hyperlink
from review_kit.model.workbook import Area, Cell, Sheet


@dataclass(frozen=True, slots=True)
class Retarget:
    """The hyperlink on a cell, from its old address to a new one."""

    cell: Cell
    old: str
    new: str

    @property
    def place(self) -> Place:
        """Row and column."""
        return self.cell.row, self.cell.column


def retarget(draft: Draft, sheet_part: str, sheet: Sheet, move: Retarget) -> str:
    """Give a hyperlink its new address.

    Returns:
        Why it was not done, in one plain sentence; '' when it was.
    """
    finder = _Links()
    data = draft.listen(sheet_part, finder)
    rels = {rel.id: rel for rel in rels_of(draft, sheet_part)}
    found = [
        (tag, link) for tag, link in finder.found
        if address_of(link, rels) == move.old and _lies_on(link, move.place)
    ]
    if not move.new:
        return f"{move.cell} has a hyperlink, which the kit does not take away. Remove it by hand in Excel."
    if not found:
        return f"{move.cell} has no hyperlink to {move.old}. Change it by hand in Excel."
    tag, link = found[-1]
    if not _is_alone(link, sheet, [other for _, other in finder.found]):
        return f"{move.cell} shares its hyperlink with other cells. Change it by hand in Excel."
    address, _, location = move.new.partition("#") if link.location else (move.new, "", "")
    if link.location:
        draft.put(sheet_part, spliced(data, [_located(data, tag, location)]))
    _set_target(draft, sheet_part, link.rel, address)
    return ""


def _lies_on(link: Hyperlink, place: Place) -> bool:
    try:
        return area_of(link.on).holds(*place)
    except ValueError:
        return False


def _is_alone(link: Hyperlink, sheet: Sheet, links: Iterable[Hyperlink]) -> bool:
    """Whether no other cell is led to the address by the same element, or by the same reference."""
    area = area_of(link.on)
    seen_as_one = size_of(area) == 1 or any(_covers(merged, area) for merged in sheet.merged)
    return seen_as_one and sum(other.rel == link.rel for other in links) == 1


def _covers(merged: Area, area: Area) -> bool:
    return merged.holds(area.top, area.left) and merged.holds(area.bottom, area.right)


def _located(data: bytes, tag: Start, location: str) -> Cut:
    """The `<hyperlink>` with its place inside the address set, or taken away."""
    after = tag_end(data, tag.at)
    old = data[tag.at:after]
    value = escape(location, {'"': "&quot;"})
    return Cut(tag.at, after, set_attribute(old, "location", value) if location else drop_attribute(old, "location"))


def _set_target(draft: Draft, sheet_part: str, rel: str, address: str) -> None:
    part = rels_part(sheet_part)
    finder = _RelTag(rel)
    data = draft.listen(part, finder)
    after = tag_end(data, finder.at)
    new = set_attribute(data[finder.at:after], "Target", escape(address, {'"': "&quot;"}))
    draft.put(part, spliced(data, [Cut(finder.at, after, new)]))


class _Links(Listener):
    def __init__(self) -> None:
        self.found: list[tuple[Start, Hyperlink]] = []

    def start(self, tag: Start) -> None:
        if tag.local == "hyperlink" and tag.uri in MAIN:
            said = tag.attributes
            link = Hyperlink(said.get("ref", ""), attribute(said, "id", REFERENCES), said.get("location", ""))
            self.found.append((tag, link))


class _RelTag(Listener):
    def __init__(self, rel: str) -> None:
        self.rel = rel
        self.at = -1

    def start(self, tag: Start) -> None:
        if tag.local == "Relationship" and tag.attributes.get("Id") == self.rel:
            self.at = tag.at
