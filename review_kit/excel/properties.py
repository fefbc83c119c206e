"""The two small marks of a change besides the cells: who saved the workbook when, and that results must be renewed."""

import re

from review_kit.excel.book import Book
from review_kit.excel.draft import Draft, ElementFinder
from review_kit.excel.markup import Cut, name_end, spliced, tag_end
from review_kit.excel.rels import targets_of
from review_kit.excel.texts import as_content

_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")


def stamp(draft: Draft, *, modified_at: str, modified_by: str) -> None:
    """Set when and by whom the workbook was last saved, where it says so at all.

    SharePoint may take a file whose time of change is not new for one that it has already.

    Args:
        draft: the workbook.
        modified_at: ISO 8601 in UTC, such as `2026-11-21T14:30:00Z`; '' leaves it.
        modified_by: a name; '' leaves it.
    """
    for part in targets_of(draft.package, "", "core-properties"):
        for local, value in (("modified", modified_at), ("lastModifiedBy", modified_by)):
            if value:
                _set_text(draft, part, local, value)


def _set_text(draft: Draft, part: str, local: str, value: str) -> None:
    finder = ElementFinder(local)
    data = draft.listen(part, finder)
    if finder.found is None:
        return
    after = tag_end(data, finder.found.at)
    if data[after - 2:after] != b"/>":
        draft.put(part, spliced(data, [Cut(after, finder.end_at, as_content(value).encode())]))


def renew_results(draft: Draft, book: Book) -> None:
    """Ask Excel to work formulas out anew when it opens the file: a count of what changed would else be stale."""
    if not any(sheet.holds_cells and _FORMULA.search(draft.utf8(sheet.part)) for sheet in book.sheets):
        return
    finder = ElementFinder("calcPr")
    data = draft.listen(book.part, finder)
    if finder.found is None or "fullCalcOnLoad" in finder.attributes:
        return
    at = name_end(data, finder.found.at)
    draft.put(book.part, spliced(data, [Cut(at, at, b' fullCalcOnLoad="1"')]))
