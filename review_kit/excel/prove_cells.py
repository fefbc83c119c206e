"""The proof for the cells of a sheet: each meant content stands in its cell, and all other cells are as they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from review_kit.excel.book import Book, SheetEntry
from review_kit.excel.draft import Draft
from review_kit.excel.edition import Edition
from review_kit.excel.markup import End, Listener, Start
from review_kit.excel.package import Package, scan_part
from review_kit.excel.places import Place, place_of
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
    new = _Cells(meant)
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


def _is_stored(edition: Edition, part: str, found: "_Found | None", place: Place) -> bool:
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


def _prove_others(edition: Edition, entry: SheetEntry, new: "_Cells") -> None:
    name = edition.draft.name
    old = _Cells(edition.meant[entry.part], edition.restyled.get(entry.part, {}))
    scan_part(edition.draft.package, entry.part, old)
    if old.filled_rows() != new.filled_rows():
        raise unproven(name, f"other cells of {entry.name} have changed")
    if not old.looks().items() <= new.looks().items():
        raise unproven(name, f"a changed cell of {entry.name} has lost its look")


@dataclass(slots=True)
class _Found:
    """What a cell that was meant to change holds: its `t`, its `s`, what `more` it says, its elements, their words."""

    kind: str
    style: str
    more: set[str]
    pieces: list[str] = field(default_factory=list)
    words: str = ""


class _Cells(Listener):
    """A digest of each row: its own attributes, and all that stands in the cells that were not meant to change.

    `restyled` are the looks that cells are to have, in place of those they say.
    """

    def __init__(self, meant: Mapping[Place, str], restyled: Mapping[Place, str] | None = None) -> None:
        self.meant = meant
        self.restyled = restyled or {}
        self.rows: dict[int, int] = {}
        self.found: dict[Place, _Found] = {}
        self.in_cells = False
        self.cell: _Found | None = None
        self.row = self.column = 0
        self.words: list[str] = []

    def start(self, tag: Start) -> None:
        # White space between cells is only how the file is laid out.
        self.words = []
        if not self.in_cells:
            self.in_cells = tag.local == "sheetData" and tag.depth == 2
        elif tag.depth == 3:
            self._start_row(tag.attributes)
        elif tag.depth == 4:
            self._start_cell(tag)
        elif self.cell:
            self.cell.pieces.append(tag.local)
        else:
            self._add(tag.local, *sorted(tag.attributes.items()))

    def filled_rows(self) -> dict[int, int]:
        """The digests, without rows that hold nothing else and say nothing of themselves."""
        return {row: digest for row, digest in self.rows.items() if digest != hash(())}

    def looks(self) -> dict[Place, str]:
        """The looks of the cells that were meant to change."""
        return {place: found.style for place, found in self.found.items()}

    def _start_row(self, said: Mapping[str, str]) -> None:
        self.row, self.column = int(said.get("r", self.row + 1)), 0
        own = sorted(pair for pair in said.items() if pair[0] not in ("r", "spans"))
        self.rows[self.row] = hash(tuple(own))

    def _start_cell(self, tag: Start) -> None:
        said = tag.attributes
        self.column = place_of(said["r"])[1] if "r" in said else self.column + 1
        place = (self.row, self.column)
        if place in self.restyled:
            said = {**said, "s": self.restyled[place]}
        self.cell = None
        if place in self.meant:
            self.cell = _Found(said.get("t", ""), said.get("s") or "0", said.keys() - {"r", "s", "t"})
            self.found[place] = self.cell
        else:
            self._add(tag.local, self.column, *sorted(pair for pair in said.items() if pair[0] != "r"))

    def end(self, tag: End) -> None:
        if self.in_cells and tag.depth > 4:
            self._add_words("".join(self.words))
        self.words = []
        if tag.local == "sheetData" and tag.depth == 2:
            self.in_cells = False

    def _add_words(self, words: str) -> None:
        if self.cell:
            self.cell.words += words
        else:
            self._add(words)

    def text(self, words: str) -> None:
        if self.in_cells:
            self.words.append(words)

    def _add(self, *what: object) -> None:
        self.rows[self.row] = hash((self.rows[self.row], what))
