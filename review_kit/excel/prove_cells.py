"""The proof for the cells of a sheet: each meant content stands in its cell, and all other cells are as they were."""

from collections.abc import Sequence

from review_kit.excel.book import Book, SheetEntry
from review_kit.excel.cell_digests import CellDigests, FoundCell
from review_kit.excel.draft import Draft
from review_kit.excel.edition import Edition
from review_kit.excel.package import Package, scan_part
from review_kit.excel.places import Place
from review_kit.excel.read import one_sheet
from review_kit.excel.refusals import unproven
from review_kit.excel.retarget import Retarget
from review_kit.excel.tables import tables_on
from review_kit.excel.texts import shown, stored
from review_kit.model.workbook import Sheet


def prove_cells(edition: Edition, after: Package, book: Book, entry: SheetEntry) -> None:
    """Compare the cells of a sheet with what was meant, and with those it had.

    Raises:
        WorkbookRefused: something else changed, or a meant change is not there.
    """
    draft, meant = edition.draft, edition.meant[entry.part]
    sheet = one_sheet(after, book, entry)
    new = CellDigests(meant)
    scan_part(after, entry.part, new)
    for place, text in meant.items():
        expected, found = shown(stored(text)), sheet.at(*place).text
        blank = not (found.strip() or expected.strip())
        if (found != expected and not blank) or not _is_stored(edition, entry.part, new.found.get(place), place):
            raise unproven(draft.name, f"{entry.name} does not hold what was to be written")
    for move in edition.moves.get(entry.part, ()):
        if not _is_moved(move, sheet.at(*move.place).targets):
            raise unproven(draft.name, f"{move.cell} does not lead to where it was to lead")
    _prove_tables(edition, after, entry, sheet)
    if draft.package.has(entry.part):
        _prove_others(edition, entry, new)


def _is_stored(edition: Edition, part: str, found: FoundCell | None, place: Place) -> bool:
    """Whether a cell keeps its content in the way it was to: a day as its number, a text as a text, and no formula."""
    if found is None or not edition.meant[part][place]:
        return found is None or not (found.pieces or found.more)
    serial = edition.serials.get(part, {}).get(place)
    if serial is not None and edition.styles.is_day(found.style):
        return (found.kind, found.pieces, found.words, found.more) == ("", ["v"], str(serial), set())
    return (found.kind, found.pieces, found.more) == ("inlineStr", ["is", "t"], set())


def _is_moved(move: Retarget, targets: Sequence[str]) -> bool:
    return move.old not in {*targets} - {move.new} and (not move.new or move.new in targets)


def _prove_tables(edition: Edition, after: Package, entry: SheetEntry, sheet: Sheet) -> None:
    draft = edition.draft
    for table in tables_on(Draft(after), entry.part):
        if table.part in draft.changed:
            heads = [sheet.at(table.area.top, column).text for column in range(table.area.left, table.area.right + 1)]
            if heads != list(table.names):
                raise unproven(draft.name, f"a table's headings on {entry.name} do not agree")
            if table != edition.tables.get(table.part):
                raise unproven(draft.name, f"a table on {entry.name} is not as large as it was to be")


def _prove_others(edition: Edition, entry: SheetEntry, new: CellDigests) -> None:
    name = edition.draft.name
    old = CellDigests(edition.meant[entry.part], edition.restyled.get(entry.part, {}))
    scan_part(edition.draft.package, entry.part, old)
    if old.filled_rows() != new.filled_rows():
        raise unproven(name, f"other cells of {entry.name} have changed")
    if not old.looks().items() <= new.looks().items():
        raise unproven(name, f"a changed cell of {entry.name} has lost its look")
