"""New texts for some cells of a worksheet part, spliced into its bytes.

No part is written anew: prefixes, odd spaces, extensions and whatever else we do not know of stay, because the bytes
between the changed cells are never touched. A text goes in as an inline string, which no program takes for a formula.
"""

import re
from collections.abc import Iterable, Mapping

from review_kit.excel.layout import CellSpan, Layout, RowSpan
from review_kit.excel.looks import Looks
from review_kit.excel.markup import Cut, name_end, prefixed, set_attribute, spliced, tag_end
from review_kit.excel.places import Place, name_of, reference_of
from review_kit.excel.styles import Styles
from review_kit.excel.texts import as_content
from review_kit.model.workbook import Area

_SPANS = re.compile(r"([0-9]{1,5}):([0-9]{1,5})")


def with_texts(
    data: bytes, layout: Layout, texts: Mapping[Place, str], styles: Styles, *, header_row: int = 0,
) -> bytes:
    """A worksheet part with new texts.

    Args:
        data: the part in UTF-8.
        layout: of all rows that `texts` names, and of the rows above those.
        texts: what each place is to hold; '' empties a cell and keeps its look.
        styles: a new cell takes the look of its left neighbour, in a row of new cells that of the cell above; but
            never one for dates or numbers.
        header_row: the row of the headings, whose look no other row takes; 0 where there is none.

    Returns:
        The new bytes of the part.
    """
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(texts.items()):
        by_row.setdefault(row, {})[column] = text
    looks = Looks(layout, styles, header_row, by_row.keys())
    new_rows = {row: new for row, new in by_row.items() if row not in layout.rows and any(new.values())}
    cuts = _new_rows(layout, new_rows, looks)
    for number, new in by_row.items():
        if number in layout.rows:
            cuts += _row_cuts(data, layout.rows[number], new, looks)
    return spliced(data, [*cuts, *_dimension(data, layout, texts)])


def cell_xml(prefix: str, place: Place, text: str, style: str = "") -> bytes:
    """One cell that holds a text, or nothing when the text is ''."""
    name = prefixed(prefix)
    look = f' s="{style}"' if style not in ("", "0") else ""
    start = f'<{name}c r="{name_of(*place)}"{look}'
    if not text:
        return f"{start}/>".encode()
    inside = f'<{name}is><{name}t xml:space="preserve">{as_content(text)}</{name}t></{name}is>'
    return f'{start} t="inlineStr">{inside}</{name}c>'.encode()


def row_xml(prefix: str, row: int, texts: Mapping[int, str], looks: Looks | None = None) -> bytes:
    """One row of texts by column; an empty text makes no cell."""
    name = prefixed(prefix)
    cells = b"".join(
        cell_xml(prefix, (row, column), text, looks.of(row, column) if looks else "")
        for column, text in sorted(texts.items()) if text
    )
    return f'<{name}row r="{row}">'.encode() + cells + f"</{name}row>".encode()


def _new_rows(layout: Layout, rows: Mapping[int, Mapping[int, str]], looks: Looks) -> list[Cut]:
    """Rows that the sheet does not have yet, each before the next one that it has."""
    name = prefixed(layout.prefix)
    cuts = [Cut(layout.row_before[row], layout.row_before[row], row_xml(layout.prefix, row, rows[row], looks))
            for row in sorted(rows)]
    if not cuts or not layout.data_closed:
        return cuts
    inside = b"".join(cut.new for cut in cuts)
    return [Cut(layout.data_tag_end - 2, layout.data_tag_end, b">" + inside + f"</{name}sheetData>".encode())]


def _row_cuts(data: bytes, row: RowSpan, texts: Mapping[int, str], looks: Looks) -> list[Cut]:
    tag = _widened(data[row.start:row.tag_end], row, texts)
    missing = {column: text for column, text in texts.items() if row.cell(column) is None and text}
    if row.closed:
        return [Cut(row.start, row.tag_end, _opened(tag, row, missing, looks))] if missing else []
    cuts = [Cut(row.start, row.tag_end, tag)] if tag != data[row.start:row.tag_end] else []
    for cell in row.cells:
        cuts += _cell_cuts(data, row, cell, texts)
    for column, text in missing.items():
        following = next((cell.start for cell in row.cells if cell.column > column), row.end)
        new = cell_xml(row.prefix, (row.number, column), text, looks.of(row.number, column))
        cuts.append(Cut(following, following, new))
    return cuts


def _opened(tag: bytes, row: RowSpan, texts: Mapping[int, str], looks: Looks) -> bytes:
    """`<row/>` with cells in it."""
    cells = b"".join(
        cell_xml(row.prefix, (row.number, column), text, looks.of(row.number, column))
        for column, text in texts.items()
    )
    return tag[:-2] + b">" + cells + f"</{prefixed(row.prefix)}row>".encode()


def _cell_cuts(data: bytes, row: RowSpan, cell: CellSpan, texts: Mapping[int, str]) -> Iterable[Cut]:
    place = (row.number, cell.column)
    if cell.column in texts:
        return [Cut(cell.start, cell.end, cell_xml(row.prefix, place, texts[cell.column], cell.style))]
    if not cell.named:
        # A cell that does not say its place follows the one before it, which may now be another one.
        at = name_end(data, cell.start)
        return [Cut(at, at, f' r="{name_of(*place)}"'.encode())]
    return []


def _widened(tag: bytes, row: RowSpan, texts: Iterable[int]) -> bytes:
    """The row's start tag with its hint of which columns it spans kept true."""
    found = _SPANS.fullmatch(row.attributes.get("spans", ""))
    columns = list(texts)
    if not found or not columns:
        return tag
    first, last = min(int(found[1]), *columns), max(int(found[2]), *columns)
    return set_attribute(tag, "spans", f"{first}:{last}") if f"{first}:{last}" != found[0] else tag


def _dimension(data: bytes, layout: Layout, texts: Mapping[Place, str]) -> list[Cut]:
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
