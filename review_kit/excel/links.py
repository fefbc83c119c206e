"""The addresses behind cells: `<hyperlink>` elements, and what formulas link to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from review_kit.excel.formulas import TextAt, formula_links
from review_kit.excel.places import Place, area_of, size_of
from review_kit.excel.rels import Rel
from review_kit.excel.sheet_xml import Hyperlink
from review_kit.model.workbook import Area, Cell, CellText

Cells = dict[int, dict[int, CellText]]
"""Rows of columns of cells."""

FOLLOWED_ON_EMPTY_CELLS = 256
"""A link that lies on more cells than this counts only where a cell holds something: no person drew it on the rest."""

MOST_WIDE_LINKS = 100
"""Links that lie on many cells; more than this and the file was made to keep us busy."""

_NO_TARGET = "the address behind it is missing from the file"


def address_of(link: Hyperlink, rels: Mapping[str, Rel]) -> str | None:
    """The address outside the workbook that a link leads to.

    Returns:
        '' for a link to a place inside the workbook; None when the file has lost the address.
    """
    if not link.rel:
        return ""
    rel = rels.get(link.rel)
    if rel is None:
        return None
    if not rel.outside or not rel.target:
        return ""
    return f"{rel.target}#{link.location}" if link.location else rel.target


def add_hyperlinks(cells: Cells, sheet: str, links: Iterable[Hyperlink], rels: Mapping[str, Rel]) -> None:
    """Put each link's address on the cells it lies on."""
    wide = 0
    for link in links:
        address = address_of(link, rels)
        area = _area(link)
        if area is None or address == "":
            continue
        if size_of(area) > FOLLOWED_ON_EMPTY_CELLS:
            wide += 1
            places = _filled(cells, area) if wide <= MOST_WIDE_LINKS else []
        else:
            places = [(row, col) for row in range(area.top, area.bottom + 1)
                      for col in range(area.left, area.right + 1)]
        for place in places:
            _put(cells, sheet, place, address)


def _area(link: Hyperlink) -> Area | None:
    try:
        return area_of(link.on.split(" ")[0])
    except ValueError:
        return None


def _filled(cells: Cells, area: Area) -> list[Place]:
    return [(row, column) for row, columns in cells.items() for column in columns if area.holds(row, column)]


def _put(cells: Cells, sheet: str, place: Place, address: str | None) -> None:
    row, column = place
    columns = cells.setdefault(row, {})
    cell = columns.get(column) or CellText(Cell(sheet, row, column), "")
    if address is None:
        columns[column] = replace(cell, problem=cell.problem or _NO_TARGET)
    elif address not in cell.targets:
        columns[column] = replace(cell, targets=(*cell.targets, address))


def add_formula_links(cells: Cells, borrowed: Mapping[Place, str]) -> None:
    """Put the addresses of HYPERLINK formulas on their cells.

    Args:
        cells: of one sheet.
        borrowed: formulas that a cell shares with another one. Their references are the other's, so none is followed.
    """
    def text_at(place: Place) -> str | None:
        cell = cells.get(place[0], {}).get(place[1])
        return None if cell is None or cell.problem else cell.text

    linking = [cell for columns in cells.values() for cell in columns.values() if "HYPERLINK" in cell.formula.upper()]
    for cell in linking:
        place = (cell.cell.row, cell.cell.column)
        look_up: TextAt = _unknown if place in borrowed else text_at
        cells[place[0]][place[1]] = _linked(cell, look_up)


def _unknown(_: Place) -> None:
    return None


def _linked(cell: CellText, text_at: TextAt) -> CellText:
    found = formula_links(cell.formula, cell.text, text_at)
    if found is None:
        return cell
    # A program that wrote the formula may have left out its result; the words stand in the formula itself.
    text = cell.text or found.words
    lacks_result = not cell.text and not found.words
    problem = found.problem or (cell.problem if cell.text or lacks_result else "")
    return replace(cell, text=text, targets=tuple(dict.fromkeys((*cell.targets, *found.targets))), problem=problem)
