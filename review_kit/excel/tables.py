"""Excel tables on a sheet: where they stand, and how one grows to the right.

A table's header cells and the names in its own part must agree to the letter, or Excel "repairs" the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from review_kit.errors import WorkbookRefused
from review_kit.excel.draft import Draft
from review_kit.excel.markup import Cut, End, Listener, Start, XmlError, prefixed, set_attribute, spliced, tag_end
from review_kit.excel.places import area_of, overlap, reference_of, whole_number
from review_kit.excel.rels import targets_of
from review_kit.excel.texts import as_attribute, shown
from review_kit.model.workbook import Area, Sheet

_NOWHERE = Area(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `plain` tells that its rows come from nowhere else, such as a query."""

    part: str
    area: Area
    names: tuple[str, ...]
    has_header: bool
    plain: bool

    def heads(self, row: int, column: int) -> bool:
        """Whether a place is one of its header cells."""
        return self.has_header and row == self.area.top and self.area.left <= column <= self.area.right


def tables_on(draft: Draft, sheet_part: str) -> tuple[Table, ...]:
    """The tables of a sheet.

    Raises:
        WorkbookRefused: one of them is not in order.
    """
    return tuple(_table(draft, part) for part in targets_of(draft.package, sheet_part, "table"))


def _table(draft: Draft, part: str) -> Table:
    xml = _TableXml()
    draft.listen(part, xml)
    return Table(
        part, xml.area, tuple(xml.names), xml.said.get("headerRowCount", "1") != "0",
        xml.said.get("tableType", "worksheet") == "worksheet",
    )


def pivots_on(draft: Draft, sheet_part: str) -> tuple[Area, ...]:
    """The areas that pivot tables fill: what is written there is lost at the next refresh."""
    return tuple(_pivot(draft, part) for part in targets_of(draft.package, sheet_part, "pivotTable"))


def _pivot(draft: Draft, part: str) -> Area:
    xml = _PivotXml()
    draft.listen(part, xml)
    return xml.area


def grow(draft: Draft, tables: Sequence[Table], sheet: Sheet, row: int, headers: Mapping[int, str]) -> None:
    """Take new header cells that stand right beside a table into that table.

    Where it cannot grow (no header in that row, filled cells in the way, a query behind it), the new columns simply
    stand beside it.

    Args:
        draft: the workbook.
        tables: all tables of the sheet.
        sheet: as it was read.
        row: the header row.
        headers: new header texts by column.

    Raises:
        WorkbookRefused: the table has a column of that name already.
    """
    for table in tables:
        names = _beside(table, row, headers)
        new = Area(table.area.top, table.area.right + 1, table.area.bottom, table.area.right + len(names))
        others = [other.area for other in tables if other is not table]
        if names and table.plain and _is_free(sheet, new, others):
            _grow(draft, table, names)


def _is_free(sheet: Sheet, area: Area, others: Sequence[Area]) -> bool:
    filled = any(area.holds(row, column) for row, columns in sheet.rows.items() for column in columns)
    return not filled and not any(overlap(area, other) for other in (*others, *sheet.merged))


def _beside(table: Table, row: int, headers: Mapping[int, str]) -> list[str]:
    """The new headers that follow a table's last column without a gap."""
    names: list[str] = []
    if table.has_header and table.area.top == row:
        while (column := table.area.right + len(names) + 1) in headers:
            names.append(headers[column])
    return names


def _grow(draft: Draft, table: Table, names: Sequence[str]) -> None:
    taken = {name.casefold() for name in table.names}
    for name in names:
        if name.casefold() in taken:
            raise WorkbookRefused(
                f"{draft.name} has a table with a column {name} already, so no second one was added. "
                "Rename one of them in Excel, then run this step again.",
            )
        taken.add(name.casefold())
    xml = _TableXml()
    data = draft.listen(table.part, xml)
    draft.put(table.part, spliced(data, xml.cuts(data, table.area, names)))


@dataclass
class _TableXml(Listener):
    said: Mapping[str, str] = field(default_factory=dict)
    area: Area = _NOWHERE
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
                self.area = _area(tag)
            case "autoFilter", 2 if "ref" in tag.attributes:
                self.filter = (tag.at, _area(tag))
            case "tableColumns", 2:
                self.columns = tag.at
            case "tableColumn", 3:
                self.names.append(shown(tag.attributes.get("name", "")))
                self.ids.append(whole_number(tag.attributes.get("id", ""), 0))

    def end(self, tag: End) -> None:
        if tag.local == "tableColumns" and tag.depth == 2:
            self.columns_end = tag.at

    def cuts(self, data: bytes, area: Area, names: Sequence[str]) -> list[Cut]:
        """What makes the table wider by some columns."""
        cuts = [
            _set(data, self.root, "ref", reference_of(_wider(area, len(names)))),
            _set(data, self.columns, "count", str(len(self.names) + len(names))),
        ]
        if self.filter:
            at, filtered = self.filter
            cuts.append(_set(data, at, "ref", reference_of(_wider(filtered, len(names)))))
        new = "".join(
            f"<{prefixed(self.prefix)}tableColumn id=\"{number}\" name={_column_name(name)}/>"
            for number, name in enumerate(names, max(self.ids, default=0) + 1)
        )
        return [*cuts, Cut(self.columns_end, self.columns_end, new.encode())]


def _column_name(name: str) -> str:
    # A line break in a header is kept as an escape here, and as itself in the cell.
    return as_attribute(name).replace("&#10;", "_x000a_").replace("\n", "_x000a_")


def _wider(area: Area, by: int) -> Area:
    return Area(area.top, area.left, area.bottom, area.right + by)


def _set(data: bytes, at: int, name: str, value: str) -> Cut:
    after = tag_end(data, at)
    return Cut(at, after, set_attribute(data[at:after], name, value))


class _PivotXml(Listener):
    area = _NOWHERE

    def start(self, tag: Start) -> None:
        if tag.local == "location" and tag.depth == 2:
            self.area = _area(tag)


def _area(tag: Start) -> Area:
    try:
        return area_of(tag.attributes.get("ref", ""))
    except ValueError as error:
        raise XmlError(f"a range is not one: {error}") from error
