"""Excel tables on a sheet: where they stand, and what makes one larger.

A table's header cells and the names in its own part must agree to the letter, or Excel "repairs" the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from review_kit.excel.book import is_true
from review_kit.excel.draft import Draft
from review_kit.excel.markup import (
    Cut,
    End,
    Listener,
    Start,
    XmlError,
    drop_attribute,
    prefixed,
    set_attribute,
    spliced,
    tag_end,
)
from review_kit.excel.places import area_of, reference_of, whole_number
from review_kit.excel.rels import targets_of
from review_kit.excel.texts import as_attribute, shown
from review_kit.model.workbook import Area

NOWHERE = Area(0, 0, 0, 0)
"""The range of what has none."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    `filtered` is the range of its filter. `has_totals` tells that its last row sums up the others, `plain` that its
    rows come from nowhere else, such as a query, and `waits` that it has but one row yet, an empty one.
    """

    part: str
    area: Area
    names: tuple[str, ...]
    filtered: Area | None
    has_header: bool
    has_totals: bool
    plain: bool
    waits: bool

    def heads(self, row: int, column: int) -> bool:
        """Whether a place is one of its header cells."""
        return self.has_header and row == self.area.top and self.area.left <= column <= self.area.right

    def sums(self, row: int, column: int) -> bool:
        """Whether a place is one of its totals."""
        return self.has_totals and row == self.area.bottom and self.area.left <= column <= self.area.right


def tables_on(draft: Draft, sheet_part: str) -> tuple[Table, ...]:
    """The tables of a sheet.

    Raises:
        WorkbookRefused: one of them is not in order.
    """
    return tuple(_table(draft, part) for part in targets_of(draft.package, sheet_part, "table"))


def _table(draft: Draft, part: str) -> Table:
    xml = _TableXml()
    draft.listen(part, xml)
    said = xml.said
    return Table(
        part, xml.area, tuple(xml.names), xml.filter[1] if xml.filter else None,
        has_header=said.get("headerRowCount", "1") != "0", has_totals=said.get("totalsRowCount", "0") != "0",
        plain=said.get("tableType", "worksheet") == "worksheet", waits=is_true(said.get("insertRow", "")),
    )


def put_larger(draft: Draft, table: Table, larger: Table) -> None:
    """Give a table its new range, and the names of the columns it has more at its right."""
    xml = _TableXml()
    data = draft.listen(table.part, xml)
    draft.put(table.part, spliced(data, xml.cuts(data, larger)))


@dataclass
class _TableXml(Listener):
    said: Mapping[str, str] = field(default_factory=dict)
    area: Area = NOWHERE
    names: list[str] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    root: int = 0
    prefix: str = ""
    filter: tuple[int, Area] | None = None
    columns: int = 0
    columns_end: int = 0

    def start(self, tag: Start) -> None:
        match tag.local, tag.depth:
            case "table", 1:
                self.root, self.said, self.prefix = tag.at, tag.attributes, tag.prefix
                self.area = area_in(tag)
            case "autoFilter", 2 if "ref" in tag.attributes:
                self.filter = (tag.at, area_in(tag))
            case "tableColumns", 2:
                self.columns = tag.at
            case "tableColumn", 3:
                self.names.append(shown(tag.attributes.get("name", "")))
                self.ids.append(whole_number(tag.attributes.get("id", ""), 0))

    def end(self, tag: End) -> None:
        if tag.local == "tableColumns" and tag.depth == 2:
            self.columns_end = tag.at

    def cuts(self, data: bytes, larger: Table) -> list[Cut]:
        """What makes this table that larger one."""
        cuts = [self._root(data, larger), _set(data, self.columns, "count", str(len(larger.names)))]
        if self.filter and larger.filtered:
            cuts.append(_set(data, self.filter[0], "ref", reference_of(larger.filtered)))
        new = "".join(
            f"<{prefixed(self.prefix)}tableColumn id=\"{number}\" name={_column_name(name)}/>"
            for number, name in enumerate(larger.names[len(self.names):], max(self.ids, default=0) + 1)
        )
        return [*cuts, Cut(self.columns_end, self.columns_end, new.encode())]

    def _root(self, data: bytes, larger: Table) -> Cut:
        cut = _set(data, self.root, "ref", reference_of(larger.area))
        return cut if larger.waits else cut._replace(new=drop_attribute(cut.new, "insertRow"))


def _column_name(name: str) -> str:
    # A line break in a header is kept as an escape here, and as itself in the cell.
    return as_attribute(name).replace("&#10;", "_x000a_").replace("\n", "_x000a_")


def _set(data: bytes, at: int, name: str, value: str) -> Cut:
    after = tag_end(data, at)
    return Cut(at, after, set_attribute(data[at:after], name, value))


def area_in(tag: Start) -> Area:
    """The range that an element states.

    Raises:
        XmlError: it is not one.
    """
    try:
        return area_of(tag.attributes.get("ref", ""))
    except ValueError as error:
        raise XmlError(f"a range is not one: {error}") from error
