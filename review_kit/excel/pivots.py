"""Pivot tables on a sheet: the cells they fill are not for anybody else to write."""

from review_kit.excel.draft import Draft
from review_kit.excel.markup import Listener, Start
from review_kit.excel.rels import targets_of
from review_kit.excel.tables import NOWHERE, area_in
from review_kit.model.workbook import Area


def pivots_on(draft: Draft, sheet_part: str) -> tuple[Area, ...]:
    """The areas that pivot tables fill: what is written there is lost at the next refresh."""
    return tuple(_pivot(draft, part) for part in targets_of(draft.package, sheet_part, "pivotTable"))


def _pivot(draft: Draft, part: str) -> Area:
    xml = _PivotXml()
    draft.listen(part, xml)
    return xml.area


class _PivotXml(Listener):
    area = NOWHERE

    def start(self, tag: Start) -> None:
        if tag.local == "location" and tag.depth == 2:
            self.area = area_in(tag)
