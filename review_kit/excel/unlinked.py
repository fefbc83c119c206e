"""How a cell looks whose link is gone: as the cell beside it, where only underline and colour tell the two apart.

The workbook's formats stay as they are: none is made, so a cell without such a neighbour keeps its look.
"""

from review_kit.excel.draft import Draft
from review_kit.excel.faces import Faces
from review_kit.excel.link_spots import link_spots
from review_kit.excel.markup import Cut, set_attribute, spliced, tag_end
from review_kit.excel.places import Place
from review_kit.excel.spans import Layout


def without_link_look(draft: Draft, sheet_part: str, layout: Layout, place: Place, faces: Faces) -> str:
    """Give a cell whose hyperlink was taken away the look of a plain neighbour.

    Args:
        draft: the workbook, without that hyperlink.
        sheet_part: of the cell's sheet.
        layout: of that part as it is in the draft, with the cell's row.
        place: of the cell.
        faces: of the workbook's formats.

    Returns:
        The `s` that the cell has now; '' where it keeps the one it had.
    """
    cell = layout.cell(place)
    if cell is None or not cell.style or _has_link(draft, sheet_part, place):
        return ""
    beside = (layout.rows[place[0]].left_of(place[1]), layout.rows[place[0]].right_of(place[1]))
    styles = {other.style or "0" for other in beside if other and faces.is_plain_twin(other.style, cell.style)}
    style = styles.pop() if len(styles) == 1 else ""
    if style:
        data = draft.utf8(sheet_part)
        after = tag_end(data, cell.start)
        tag = set_attribute(data[cell.start:after], "s", style)
        draft.put(sheet_part, spliced(data, [Cut(cell.start, after, tag)]))
    return style


def _has_link(draft: Draft, sheet_part: str, place: Place) -> bool:
    return any(spot.lies_on(*place) for spot in link_spots(draft, sheet_part).spots)
