"""New contents for some cells of a worksheet part, spliced into its bytes.

No part is written anew: prefixes, odd spaces, extensions and whatever else we do not know of stay, because the bytes
between the changed cells are never touched. A text goes in as an inline string, which no program takes for a formula.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from review_kit.excel.content import Content, Wanted, contents
from review_kit.excel.markup import Cut, name_end, prefixed, set_attribute, spliced, tag_end
from review_kit.excel.places import Place, name_of, reference_of
from review_kit.excel.spans import CellSpan, Layout, RowSpan
from review_kit.excel.styles import Styles
from review_kit.excel.texts import as_content
from review_kit.model.workbook import Area

_SPANS = re.compile(r"([0-9]{1,5}):([0-9]{1,5})")


def with_contents(data: bytes, layout: Layout, wanted: Wanted, styles: Styles) -> bytes:
    """A worksheet part with new contents.

    Args:
        data: the part in UTF-8.
        layout: of all rows that `wanted` names, and of the rows above those.
        wanted: what each place is to hold; an emptied cell keeps its look.
        styles: of the workbook, which tell what a new cell may look like.

    Returns:
        The new bytes of the part.
    """
    by_row = contents(layout, wanted, styles)
    new_rows = {row: new for row, new in by_row.items()
                if row not in layout.rows and any(content.text for content in new.values())}
    cuts = _new_rows(layout, new_rows)
    for number, new in by_row.items():
        if number in layout.rows:
            cuts += _row_cuts(data, layout.rows[number], new)
    return spliced(data, [*cuts, *_dimension(data, layout, wanted.texts)])


def cell_xml(prefix: str, place: Place, content: Content) -> bytes:
    """One cell that holds a day or a text, or nothing when the text is ''."""
    name = prefixed(prefix)
    look = f' s="{content.style}"' if content.style not in ("", "0") else ""
    start = f'<{name}c r="{name_of(*place)}"{look}'
    if not content.text:
        return f"{start}/>".encode()
    if content.serial is not None:
        return f"{start}><{name}v>{content.serial}</{name}v></{name}c>".encode()
    inside = f'<{name}is><{name}t xml:space="preserve">{as_content(content.text)}</{name}t></{name}is>'
    return f'{start} t="inlineStr">{inside}</{name}c>'.encode()


def row_xml(prefix: str, row: int, cells: Mapping[int, Content]) -> bytes:
    """One row of contents by column; an empty one makes no cell."""
    name = prefixed(prefix)
    return f'<{name}row r="{row}">'.encode() + _cells_xml(prefix, row, cells) + f"</{name}row>".encode()


def _cells_xml(prefix: str, row: int, cells: Mapping[int, Content]) -> bytes:
    return b"".join(
        cell_xml(prefix, (row, column), content) for column, content in sorted(cells.items()) if content.text
    )


def _new_rows(layout: Layout, rows: Mapping[int, Mapping[int, Content]]) -> list[Cut]:
    """Rows that the sheet does not have yet, each before the next one that it has."""
    name = prefixed(layout.prefix)
    cuts = [Cut(layout.row_before[row], layout.row_before[row], row_xml(layout.prefix, row, rows[row]))
            for row in sorted(rows)]
    if not cuts or not layout.data_closed:
        return cuts
    inside = b"".join(cut.new for cut in cuts)
    return [Cut(layout.data_tag_end - 2, layout.data_tag_end, b">" + inside + f"</{name}sheetData>".encode())]


def _row_cuts(data: bytes, row: RowSpan, cells: Mapping[int, Content]) -> list[Cut]:
    tag = _widened(data[row.start:row.tag_end], row, cells)
    missing = {column: content for column, content in cells.items() if row.cell(column) is None and content.text}
    if row.closed:
        return [Cut(row.start, row.tag_end, _opened(tag, row, missing))] if missing else []
    cuts = [Cut(row.start, row.tag_end, tag)] if tag != data[row.start:row.tag_end] else []
    for cell in row.cells:
        cuts += _cell_cuts(data, row, cell, cells)
    for column, content in missing.items():
        following = next((cell.start for cell in row.cells if cell.column > column), row.end)
        cuts.append(Cut(following, following, cell_xml(row.prefix, (row.number, column), content)))
    return cuts


def _opened(tag: bytes, row: RowSpan, cells: Mapping[int, Content]) -> bytes:
    """`<row/>` with cells in it."""
    inside = _cells_xml(row.prefix, row.number, cells)
    return tag[:-2] + b">" + inside + f"</{prefixed(row.prefix)}row>".encode()


def _cell_cuts(data: bytes, row: RowSpan, cell: CellSpan, cells: Mapping[int, Content]) -> Iterable[Cut]:
    place = (row.number, cell.column)
    if cell.column in cells:
        return [Cut(cell.start, cell.end, cell_xml(row.prefix, place, cells[cell.column]))]
    if not cell.named:
        # A cell that does not say its place follows the one before it, which may now be another one.
        at = name_end(data, cell.start)
        return [Cut(at, at, f' r="{name_of(*place)}"'.encode())]
    return []


def _widened(tag: bytes, row: RowSpan, columns: Collection[int]) -> bytes:
    """The row's start tag with its hint of which columns it spans kept true."""
    found = _SPANS.fullmatch(row.attributes.get("spans", ""))
    if not found or not columns:
        return tag
    first, last = min(int(found[1]), *columns), max(int(found[2]), *columns)
    return set_attribute(tag, "spans", f"{first}:{last}") if f"{first}:{last}" != found[0] else tag


def _dimension(data: bytes, layout: Layout, texts: Collection[Place]) -> list[Cut]:
    """The sheet's statement of how far it reaches, kept true."""
    if layout.dimension is None or not texts:
        return []
    at, old = layout.dimension
    rows, columns = zip(*texts, strict=True)
    new = Area(
        min(old.top, *rows), min(old.left, *columns), max(old.bottom, *rows), max(old.right, *columns),
    )
    if new == old:
        return []
    tag = data[at:tag_end(data, at)]
    return [Cut(at, at + len(tag), set_attribute(tag, "ref", reference_of(new)))]
